"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazily(Generic[T]):  # noqa: N801 - a decorator
    """What `functools.cached_property` is since Python 3.12: without a lock, which takes longer than what it guards."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, kind: type) -> T:  # noqa: ANN401 - whoever has the attribute
        value: T
        value = owner.__dict__[self._name] = self._make(owner)
        return value
