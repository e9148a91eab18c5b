"""How far a run is: a bar that does not flicker, a log that does not fill, numbers that are true."""

from __future__ import annotations

import pytest

from disc.core.diagnostic import Language
from disc.core.watch import Moment
from disc.report.printable import width
from disc.report.progress import SECOND, Bar, Log, bar, duration, line


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (0, "0 s", "0 秒"),
        (59, "59 s", "59 秒"),
        (60, "1 min 0 s", "1 分 0 秒"),
        (3599, "59 min 59 s", "59 分 59 秒"),
        (7840, "2 h 10 min", "2 小时 10 分"),
    ],
)
def test_times(seconds: int, en: str, zh: str) -> None:
    assert (duration(seconds * SECOND, "en"), duration(seconds * SECOND, "zh")) == (en, zh)


def test_a_second_that_has_begun_is_counted() -> None:
    assert duration(1, "en") == "1 s"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (Moment(60, 100, 2 * SECOND), "60/100 (60 %), 30 per second, 2 s left"),
        (Moment(1, 1000, 8 * SECOND), "1/1000 (0 %), 0.1 per second, 2 h 13 min left"),
        (Moment(99, 100, 10 * SECOND), "99/100 (99 %), 9.9 per second, 1 s left"),
        (Moment(0, 0, 0), "0/0 (0 %)"),
        # What all need is read before the first is done.
        (Moment(1, 100, 9 * SECOND, (1, 9 * SECOND)), "1/100 (1 %)"),
        (Moment(61, 100, 11 * SECOND, (1, 9 * SECOND)), "61/100 (61 %), 30 per second, 2 s left"),
    ],
)
def test_a_line(moment: Moment, expected: str) -> None:
    assert line(moment, "en") == expected


def test_a_bar() -> None:
    moment = Moment(25, 100, SECOND)
    assert bar(moment, 80, "en") == f"[{'#' * 7}{'-' * 23}] 25/100, 25 per second, 3 s left"
    assert bar(moment, 80, "zh") == f"[{'#' * 7}{'-' * 23}] 25/100，每秒 25 份，剩余 3 秒"
    assert bar(moment, 42, "en") == "[##------] 25/100, 25 per second, 3 s left"
    # Where there is no room for a bar the words stand alone, or how far it is.
    assert bar(moment, 38, "en") == "25/100, 25 per second, 3 s left"
    assert bar(moment, 30, "en") == "25/100"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [12, 30, 40, 200])
def test_a_bar_fits(columns: int, language: Language) -> None:
    for done in range(101):
        assert width(bar(Moment(done, 100, 3 * SECOND), columns, language)) <= columns


def run(tell: Bar | Log, seconds: int, total: int) -> None:
    """Work through so many at an even speed."""
    for done in range(1, total + 1):
        tell.tell(Moment(done, total, seconds * SECOND * done // total))


def test_a_short_run_shows_nothing() -> None:
    shown: list[str] = []
    run(Bar(shown.append, 80, "en"), 0, 50)
    run(Log(shown.append, "en"), 4, 50)
    assert shown == []


def test_the_bar_is_drawn_ten_times_a_second_and_removed() -> None:
    shown: list[str] = []
    run(Bar(shown.append, 60, "en"), 2, 1000)
    *drawn, last = shown
    assert 10 <= len(drawn) <= 16
    assert all(text.startswith("\r[") for text in drawn)
    # A longer text does not shine through a shorter one, nor the last one through what comes next.
    screen = 0
    for text in drawn:
        assert width(text.strip("\r")) >= screen
        screen = width(text.rstrip().strip("\r"))
    assert last == f"\r{' ' * screen}\r"


def test_a_bar_that_was_never_drawn_is_not_removed() -> None:
    shown: list[str] = []
    Bar(shown.append, 60, "en").clear()
    assert shown == []


@pytest.mark.parametrize(("seconds", "lines"), [(20, 3), (100, 9), (1000, 33)])
def test_the_log_has_a_line_for_each_tenth_but_not_all_the_time(seconds: int, lines: int) -> None:
    shown: list[str] = []
    run(Log(shown.append, "en"), seconds, 1000)
    assert len(shown) == lines
    assert all("per second" in text for text in shown)
