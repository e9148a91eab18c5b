"""The fiscal years that a form is for."""

from __future__ import annotations

from msgspec import Struct

from disc.core.diagnostic import Words


class Years(Struct, frozen=True):
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

    @property
    def words(self) -> Words:
        """Them in words, for after “the form is for”; there is a limit on one side at least."""
        if self.last is None:
            return Words(f"{self.first} 年起", f"{self.first} and later")
        if self.first is None:
            return Words(f"{self.last} 年及以前", f"{self.last} and earlier")
        return Words(f"{self} 年", str(self))
