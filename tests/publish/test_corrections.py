"""Published figures that change, with and without a word to their readers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disc.core.meta import Correction
from disc.publish.corrections import changed_without_correction
from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmounts
from tests.publish.entries import amount, entry

ADDRESS = "a/office/2024-budget"
FIRST = Correction("2024-03-15", "接待费由5万元更正为4万元", "填报有误")
SECOND = Correction("2024-04-15", "合计由52万元更正为53万元", "漏填")


def told(before: Entry, now: Entry) -> list[str]:
    found = changed_without_correction([entry("a/other/2024-budget"), before], [now, entry("a/new/2024-budget")])
    return [f"{each.span}: {each.message('zh')} | {each.message('en')}" for each in found]


OLD = entry(ADDRESS, "甲局", amount("total", "52.30"), amount("reception", "4", nothing=False), amount("active", ""))


def test_a_figure_that_changes_without_a_word() -> None:
    now = replace(OLD, figures=KeyAmounts.of((amount("total", "53.20"), amount("reception", "", nothing=True))))
    assert told(OLD, now) == [
        (
            f"specs/{ADDRESS}.yaml:1:1: 网站上原来的数改了，没有新的更正说明："
            "total由 52.30万元 改为 53.20万元、reception由 4万元 改为 0万元"
            " | figures that stood in the site were changed, and no correction was added: "
            "total was 52.30万元 and is 53.20万元, reception was 4万元 and is 0万元"
        )
    ]


def test_a_correction_of_before_does_not_speak_of_now() -> None:
    now = replace(OLD, figures=KeyAmounts.of((amount("total", "53.20"),)))
    assert len(told(replace(OLD, corrections=(FIRST,)), replace(now, corrections=(FIRST,)))) == 1
    assert told(replace(OLD, corrections=(FIRST,)), replace(now, corrections=(SECOND, FIRST))) == []


def test_what_is_no_change_of_a_figure() -> None:
    assert told(OLD, OLD) == []
    # Written in another unit, known for the first time, of last year, or no longer a key figure.
    same = (amount("total", "523000", unit="元"), amount("reception", "4", "3"), amount("active", "5", unit="人"))
    assert told(OLD, replace(OLD, figures=KeyAmounts.of(same))) == []
    assert told(OLD, replace(OLD, figures=KeyAmounts())) == []


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        (("52.30", "万元"), ("523049.99", "元"), False),
        (("523049.99", "元"), ("52.30", "万元"), False),
        (("52.30", "万元"), ("523050.00", "元"), True),
        (("52.30", "万元"), ("52.304", "万元"), True),
        (("", "万元"), ("523000", "元"), False),
    ],
)
def test_a_figure_that_is_written_in_another_unit(
    before: tuple[str, str], now: tuple[str, str], *, changed: bool
) -> None:
    """万元 tell less than 元: what is within their last digit is no change."""
    old, new = (entry(ADDRESS, "甲局", amount("total", digits, unit=unit)) for digits, unit in (before, now))
    assert bool(told(old, new)) == changed
