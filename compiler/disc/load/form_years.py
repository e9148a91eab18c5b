"""The fiscal years that a form is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Years:
    """The fiscal years that a form is for."""

    first: int | None = None
    last: int | None = None
    """None: there is no limit on this side."""

    def __contains__(self, year: int) -> bool:
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)

    def __str__(self) -> str:
        if self.first == self.last is not None:
            return str(self.first)
        return f"{self.first or ''}—{self.last or ''}"
