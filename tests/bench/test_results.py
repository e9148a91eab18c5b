"""What is said of the figures follows from them."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from tests.bench import results
from tests.bench.measure import Spent
from tests.bench.projection import Needed, each_more, needed
from tests.bench.tables import count, duration, milliseconds, size

SMALL = Needed(100, wall=3, processor=4, unchanged=0.5, memory=100e6, disk=50e6, files=2000)
LARGE = Needed(1000, wall=21, processor=40, unchanged=1.4, memory=190e6, disk=500e6, files=20_000)
SPENT = Spent(wall=6, processor=11, memory=200_000_000, printed='{"site": {"written": 20100}}')


def test_each_more_takes_what_lies_between_two_sites() -> None:
    assert astuple(each_more(SMALL, LARGE)) == (1, 0.02, 0.04, pytest.approx(0.001), 1e5, 5e5, 20)


def test_what_is_needed_goes_through_what_was_measured() -> None:
    for site in (SMALL, LARGE):
        assert astuple(needed(site.number, SMALL, LARGE)) == pytest.approx(astuple(site))
    assert needed(50_000, SMALL, LARGE).wall == pytest.approx(21 + 49_000 * 0.02)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (milliseconds(0.00612), "6.1 ms"),
        (milliseconds(0.3456), "346 ms"),
        (duration(6.234), "6.23 s"),
        (duration(61), "61 s"),
        (duration(3600), "60.0 min"),
        (duration(50 * 3600), "2.1 d"),
        (size(640), "640 B"),
        (size(1234), "1.2 KB"),
        (size(131e6), "131 MB"),
        (size(-2e3), "-2.0 KB"),
        (count(600_000), "600,000"),
    ],
)
def test_numbers_are_short(said: str, expected: str) -> None:
    assert said == expected


def test_builds_are_told_with_what_they_wrote() -> None:
    assert results.builds({"cold": SPENT}, 1000).splitlines()[2:] == [
        "| cold | 6.00 s | 6.0 ms | 11.0 ms | 200 MB | 20,100 | 6 ms each, 250 MB |"
    ]


def test_others_are_compared_with_the_first() -> None:
    other = Spent(wall=9, processor=12, memory=900_000_000, printed="")
    assert results.others({"disc": SPENT, "Hugo": other}, 1000).splitlines()[3] == (
        "| Hugo | 9.0 ms | 12.0 ms | 900 MB | 1.5 | 4.5 |"
    )


def test_files_that_do_not_grow_are_left_out() -> None:
    small, large = {"all.csv": 200, "style.css": 90}, {"all.csv": 2000, "style.css": 90, "new": 5}
    assert results.largest(small, large, (100, 1000)).splitlines()[2:] == [
        "| `all.csv` | 2.0 KB | 100 KB | 1.2 MB |",
    ]


def test_growth_and_places_have_a_row_each() -> None:
    assert len(results.growth([SMALL, LARGE]).splitlines()) == 4
    assert [row.split(" | ")[1] for row in results.places(SMALL, LARGE).splitlines()[2:]] == [
        "200", "50,000", "600,000",
    ]  # fmt: skip
