"""How far a run is, and where its time goes.

Nothing of it reaches a page: only who shows it and who calls the stages have a watch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from time import monotonic_ns
from typing import ParamSpec, TypeVar

from msgspec import Struct

P = ParamSpec("P")
T = TypeVar("T")


class Stage(StrEnum):
    """What a run does, in this order for each disclosure."""

    LOAD = "load"
    CHECK = "check"
    COMPILE = "compile"
    EMIT = "emit"
    PUBLISH = "publish"


class Moment(Struct, frozen=True):
    """How far a run is."""

    done: int
    """Disclosures that were worked through."""

    total: int
    """Disclosures that there are."""

    spent: int
    """Nanoseconds since the run began."""

    first: tuple[int, int] = (0, 0)
    """The same two numbers, done and spent, when the first were done: what is read once for all is not in the pace."""

    @property
    def pace(self) -> tuple[int, int]:
        """How many were done since the first, and in how many nanoseconds; none as long as nobody can say."""
        return self.done - self.first[0], self.spent - self.first[1]


class Watch:
    """Measures a run; what it does at a time is one stage, or none."""

    def __init__(self, tell: Callable[[Moment], None] = lambda _: None) -> None:
        """Begin a run.

        Args:
            tell: is told how far the run is, whenever it is further.
        """
        self._tell = tell
        self._begun = self._marked = monotonic_ns()
        self._stage: Stage | None = None
        self._spent = dict.fromkeys(Stage, 0)
        self._done = self._total = 0
        self._first: tuple[int, int] | None = None

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Count the time of a context for a stage; of one in another it counts for the inner one alone."""
        before = self._enter(stage)
        try:
            yield
        finally:
            self._enter(before)

    def timed(self, stage: Stage, work: Callable[P, T]) -> Callable[P, T]:
        """Return a function whose time counts for a stage."""

        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.stage(stage):
                return work(*args, **kwargs)

        return timed

    def expect(self, total: int) -> None:
        """Say how many disclosures there are to work through."""
        self._total = total

    def advance(self, number: int = 1) -> None:
        """Say that so many more were worked through."""
        self._done += number
        spent = self.total
        self._first = self._first or (self._done, spent)
        self._tell(Moment(self._done, self._total, spent, self._first))

    def add(self, spent: Mapping[Stage, int]) -> None:
        """Count what a watch in another process has measured."""
        for stage, time in spent.items():
            self._spent[stage] += time

    @property
    def spent(self) -> dict[Stage, int]:
        """Nanoseconds by stage, those that ran beside each other added up."""
        self._enter(self._stage)
        return dict(self._spent)

    @property
    def total(self) -> int:
        """Nanoseconds since the run began."""
        return monotonic_ns() - self._begun

    def _enter(self, stage: Stage | None) -> Stage | None:
        """Go over to a stage; return the one before."""
        before, now = self._stage, monotonic_ns()
        if before is not None:
            self._spent[before] += now - self._marked
        self._stage, self._marked = stage, now
        return before
