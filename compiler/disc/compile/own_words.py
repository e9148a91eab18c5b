"""The form's own words, as its templates see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.utils import missing

from disc.compile.sandbox import Fields
from disc.load.form import Template


class Words(Fields):
    """The form's own words: each is filled in when a template asks for it, and only then."""

    __slots__ = ("_fill", "_words")

    def __init__(self, words: Mapping[str, Template], fill: Callable[[Template], str]) -> None:
        self._words = words
        self._fill = fill

    def field(self, name: str) -> Any:  # noqa: ANN401 - a text, or that there is none
        """Return a word; `missing` of Jinja2 if the form has none of this name."""
        word = self._words.get(name)
        return missing if word is None else self._fill(word)

    def __getitem__(self, name: str) -> str:
        return self._fill(self._words[name])
