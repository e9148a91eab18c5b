"""At most a few lines for one cause, and what is accepted with its reason."""

from __future__ import annotations

import click
from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.outcome import Outcome, Tally
from disc.core.span import Span
from disc.report import text
from disc.report.collapse import collapsed

RULE = Rule("some-code", Level.ERROR, Words("题", "title"), Words("第 {n} 处", "number {n}"), Words("改正", "Mend it"))


def findings(number: int, file: str = "specs/a.yaml", code: str = "some-code") -> list[Diagnostic]:
    rule = replace(RULE, code=code)
    return [rule.at(Span(file, line), n=line) for line in range(1, number + 1)]


def shown(diagnostics: list[Diagnostic]) -> list[tuple[int, int]]:
    return [(found.span.line, more) for found, more in collapsed(diagnostics)]


def test_as_many_as_there_are_lines_for() -> None:
    assert shown(findings(5)) == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 0)]


def test_the_rest_is_a_number() -> None:
    assert shown(findings(22)) == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 17)]


def test_each_file_and_each_code_has_its_own() -> None:
    both = [*findings(6), *findings(6, code="other"), *findings(2, file="specs/b.yaml")]
    assert [more for _, more in shown(both)] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]


def test_what_is_accepted_is_never_left_out() -> None:
    accepted = [replace(found, accepted="按批复") for found in findings(7)]
    assert shown([*accepted, *findings(6)]) == [(n, 0) for n in (*range(1, 8), *range(1, 5))] + [(5, 1)]


def test_the_lines() -> None:
    accepted = replace(findings(1, file="specs/b.yaml")[0], accepted="按批复")
    chinese = [click.unstyle(line) for line in text.lines([*findings(22), accepted], "zh")]
    assert chinese[-5:] == [
        "specs/a.yaml:5:1: 错误[some-code] 第 5 处",
        "    → 改正",
        "specs/a.yaml: 另有 17 处 [some-code]",
        "specs/b.yaml:1:1: 已认可[some-code] 第 1 处",
        "    原因：按批复",
    ]
    english = [click.unstyle(line) for line in text.lines([*findings(22), accepted], "en")]
    assert english[-3:] == [
        "specs/a.yaml: and 17 more [some-code]",
        "specs/b.yaml:1:1: accepted[some-code] number 1",
        "    reason: 按批复",
    ]


def test_what_is_accepted_is_counted_by_itself() -> None:
    accepted = replace(findings(1)[0], accepted="按批复")
    assert text.summary([*findings(2), accepted], 1, "en") == (
        "1 spec checked: 2 errors, 0 warnings, 0 notices, 1 accepted"
    )
    assert text.summary([accepted], 1, "zh") == "检查了 1 份文件：0 个错误，0 个警告，0 个提示，1 个已认可"


def test_what_became_of_the_checks_in_one_line() -> None:
    tally = Tally({Outcome.PASSED: 20, Outcome.FAILED: 1, Outcome.NOT_APPLICABLE: 1})
    assert text.tally(tally, "zh") == "22 项检查：20 通过，1 发现问题，1 不适用，0 无法检查"
    assert text.tally(tally, "en") == "22 checks: 20 passed, 1 found something, 1 not applicable, 0 could not look"
