"""How far a run is, in words: a bar for a terminal, and now and then a line for a log."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from disc.core.diagnostic import Language
from disc.core.watch import Moment
from disc.report.printable import width

SECOND = 1_000_000_000
"""In nanoseconds."""

_SHORT = SECOND // 2
"""Who waits no longer than this sees no bar."""

_REFRESH = SECOND // 10
_BAR = 30
"""Columns of the bar; fewer where the terminal is narrow."""

_PATIENT = 5 * SECOND
"""A log has at most one line in this time, and one in each of the other at least."""

_IMPATIENT = 30 * SECOND


def bar(moment: Moment, columns: int, language: Language) -> str:
    """Return a line of at most so many columns: `[######----] 60/100, 25 per second, 2 s left`."""
    words = _words(moment, language)
    room = min(_BAR, columns - width(words) - 3)
    full = room * moment.done // max(moment.total, 1)
    if room > 4:
        return f"[{'#' * full}{'-' * (room - full)}] {words}"
    return words if width(words) <= columns else f"{moment.done}/{moment.total}"[:columns]


def line(moment: Moment, language: Language) -> str:
    """Return a line of a log: `60/100 (60 %), 25 per second, 2 s left`."""
    return _words(moment, language, share=True)


def _words(moment: Moment, language: Language, *, share: bool = False) -> str:
    far = f"{moment.done}/{moment.total}"
    if share:
        far = f"{far} ({100 * moment.done // max(moment.total, 1)} %)"
    done, spent = moment.pace
    if not done:
        return far
    left = duration((moment.total - moment.done) * spent // done, language)
    if language == "zh":
        return f"{far}，每秒 {_rate(done, spent)} 份，剩余 {left}"
    return f"{far}, {_rate(done, spent)} per second, {left} left"


def _rate(done: int, spent: int) -> str:
    """Return how many disclosures are done in a second: whole ones, with one decimal below ten."""
    tenths = 10 * SECOND * done // max(spent, 1)
    return str(tenths // 10) if tenths >= 100 else f"{tenths // 10}.{tenths % 10}"


def duration(nanoseconds: int, language: Language) -> str:
    """Return a time in the units that people count it in: `45 s`, `3 min 5 s`, `2 h 10 min`; begun seconds are full."""
    minutes, seconds = divmod(-(-nanoseconds // SECOND), 60)
    hours, minutes = divmod(minutes, 60)
    hour, minute, second = ("小时", "分", "秒") if language == "zh" else ("h", "min", "s")
    if hours:
        return f"{hours} {hour} {minutes} {minute}"
    return f"{minutes} {minute} {seconds} {second}" if minutes else f"{seconds} {second}"


class Bar(Struct):
    """Draws a bar over and over on the last line of a terminal, and removes it at the end of the work."""

    draw: Callable[[str], object]
    """Writes a text where the cursor is, and leaves it there."""

    columns: int
    language: Language
    _next: int = _SHORT
    _drawn: int = 0

    def tell(self, moment: Moment) -> None:
        """Draw the bar if it is time, or remove it if nothing is left to do."""
        if moment.done >= moment.total:
            self.clear()
        elif moment.spent >= self._next:
            # The last column stays free: some terminals begin a new line after it.
            text = bar(moment, self.columns - 1, self.language)
            self.draw(f"\r{text}{' ' * (self._drawn - width(text))}")
            self._drawn, self._next = width(text), moment.spent + _REFRESH

    def clear(self) -> None:
        """Remove the bar."""
        if self._drawn:
            self.draw(f"\r{' ' * self._drawn}\r")
            self._drawn = 0


class Log(Struct):
    """Writes a line now and then: after each tenth of the work, but neither all the time nor too seldom."""

    write: Callable[[str], object]
    """Writes a line."""

    language: Language
    _written: Moment = field(default=Moment(0, 0, 0))

    def tell(self, moment: Moment) -> None:
        """Write a line if it is time; none at the end, of which the summary tells."""
        waited = moment.spent - self._written.spent
        further = 10 * (moment.done - self._written.done) >= moment.total
        if moment.done < moment.total and waited >= _PATIENT and (further or waited >= _IMPATIENT):
            self.write(line(moment, self.language))
            self._written = moment
