"""What people read: where, what, the line itself with a caret, and what to do."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.diagnostic import Diagnostic, Level
from disc.core.span import Span
from disc.report.printable import printable, width
from disc.report.text import excerpt, lines, summary
from tests.report.samples import ERROR, EVIL, FILE, NOTICE, SOURCE, WARNING, found


def plain(*diagnostics: Diagnostic, source: tuple[str, ...] = SOURCE) -> list[str]:
    """Return the lines without colours, in English."""
    return [click.unstyle(line) for line in lines(diagnostics, "en", {FILE: source})]


def test_a_finding_with_its_line() -> None:
    assert plain(found(related=[Span(FILE, 4, n) for n in range(1, 6)])) == [
        f"{FILE}:2:22: error[a-error] 名称 is wrong",
        "    2 | entity: {id: office, name: 某县某办公室, region: 653023}",
        "      |                      ^",
        f"    see also {FILE}:4:1",
        f"    see also {FILE}:4:2",
        f"    see also {FILE}:4:3",
        "    and 2 more",
        "    → Correct 名称",
    ]


def test_in_chinese() -> None:
    said = [click.unstyle(line) for line in lines([found(WARNING)], "zh")]
    assert said == [f"{FILE}:2:22: 警告[a-warning] 名称不对", "    → 改正名称"]


def test_the_caret_stands_below_its_character() -> None:
    # A Chinese character takes two columns of a terminal, an accent that is written by itself none.
    assert width("某县e\u0301") == 5
    for column, before in ((28, "entity: {id: office, name: "), (36, "entity: {id: office, name: 某县某办公室, ")):
        _, shown, caret, _ = plain(found(column=column))
        assert shown[8:].startswith(before)
        assert caret == "      | " + " " * width(before) + "^"


def test_without_a_line_there_is_no_caret() -> None:
    assert len(plain(found(line=3, column=1))) == 2
    assert len(plain(found(line=9))) == 2
    assert len(plain(found(), source=())) == 2


def test_behind_the_end_of_the_line() -> None:
    assert plain(found(line=1, column=99))[1:3] == ["    1 | kind: budget", "      |             ^"]


def test_a_long_line_is_cut_on_both_sides() -> None:
    before, after = excerpt("字" * 500 + "▲" + "字" * 500, 501)
    assert (before, after) == ("…" + "字" * 29, "▲" + "字" * 19 + "…")
    assert excerpt("甲" * 30 + "乙" * 20, 31) == ("甲" * 30, "乙" * 20)


@given(st.text(max_size=300), st.integers(1, 320))
def test_no_line_is_too_long_or_does_more_than_show(line: str, column: int) -> None:
    before, after = excerpt(line, column)
    assert width(before) <= 60
    assert width(after) <= 40
    assert printable(before + after) == before + after


def test_text_of_strangers_is_only_text() -> None:
    said = list(lines([found(name=EVIL)], "zh", {FILE: ("", f"\t{EVIL}")}))
    assert len(said) == 4
    for line in map(click.unstyle, said):
        assert not set(line) & set("\x1b\r\n\t\u202e\x9b\udcff")
    assert r"甲\u001b[31m\r\n::error::forged\u202e\u009b%0A" in click.unstyle(said[0])
    # Nothing at the beginning of a line is theirs.
    assert [line.lstrip().startswith("::") for line in said] == [False] * 4


def test_colours_are_those_of_the_level() -> None:
    for rule, colour in ((ERROR, "31"), (WARNING, "33"), (NOTICE, "36")):
        first, _, caret, _ = lines([found(rule)], "en", {FILE: SOURCE})
        assert f"\x1b[{colour}m" in first
        assert caret.endswith(f"\x1b[{colour}m\x1b[1m^\x1b[0m")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "检查了 3 份文件：1 个错误，0 个警告，2 个提示"),
        ("en", "3 specs checked: 1 error, 0 warnings, 2 notices"),
    ],
)
def test_the_summary_counts(language: str, expected: str) -> None:
    diagnostics = [found(), found(NOTICE), found(NOTICE)]
    assert [d.level for d in diagnostics].count(Level.NOTICE) == 2
    assert summary(diagnostics, 3, "zh" if language == "zh" else "en") == expected
