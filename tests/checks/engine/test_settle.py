"""What a site or a form sets, and what a spec accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import Result
from disc.core.diagnostic import Level
from disc.core.outcome import Outcome
from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.roots import a_root, a_spec, checked, found

SPEC = "a/office/2024-budget.yaml"
# Both projects state another amount than their economic lines sum to.
TEXT = """\
basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}
projects:
  - {name: 修路, function: 2010301, source: general, amount: 3, economic: {30213: 2}}
  - {name: 架桥, function: 2010301, source: general, amount: 4, economic: {30213: 3}}
"""
FIRST, SECOND = ("project-amount", f"{SPEC}:3:60"), ("project-amount", f"{SPEC}:4:60")


def run(root: Path, accepted: str = "", site: str = "", text: str = TEXT) -> Result:
    """Check the spec with what it accepts and what the site sets."""
    a_root(root, {SPEC: text + (f"accepted: [{accepted}]\n" if accepted else "")})
    (root / "site").mkdir()
    (root / "site/site.yaml").write_text(f"name: 甲\n{site}", encoding="utf-8")
    return checked(root)


def test_a_finding_is_an_error_unless_something_else_is_said(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert found(result) == [FIRST, SECOND]
    assert result.failed


@pytest.mark.parametrize("level", [Level.WARNING, Level.NOTICE])
def test_a_level_that_the_site_sets(tmp_path: Path, level: Level) -> None:
    result = run(tmp_path, site=f"checks: {{levels: {{project-amount: {level.value}}}}}\n")
    assert found(result) == [FIRST, SECOND]
    assert {d.level for d in result.diagnostics} == {level}
    assert not result.failed
    assert len(result.documents) == 1


def test_what_is_not_to_be_looked_for(tmp_path: Path) -> None:
    assert run(tmp_path, site="checks: {levels: {project-amount: none}}\n").diagnostics == ()


def test_the_warnings_of_other_stages_can_be_set_and_accepted(tmp_path: Path) -> None:
    text = TEXT.split("projects", maxsplit=1)[0] + "purposes: {2010301: 办文}\n"
    assert found(run(tmp_path / "1", text=text)) == [("unused-purpose", f"{SPEC}:2:12")]
    assert run(tmp_path / "2", site="checks: {levels: {unused-purpose: none}}\n", text=text).diagnostics == ()
    assert run(tmp_path / "3", site="checks: {levels: {unused-purpose: error}}\n", text=text).failed
    (accepted,) = run(tmp_path / "4", "{code: unused-purpose, reason: 留作备查, year: 2024}", text=text).diagnostics
    assert accepted.accepted == "留作备查"


MISSING = """kind: budget
form: xinjiang/unit-budget
year: 2024
unit: 万元
entity: {id: office, name: 某办公室, region: 653023, level: unit, type: administrative}
overview: {functions: [办文]}
basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}
projects: []
"""


@pytest.mark.parametrize("code", ["missing-item", "missing-advised-item"])
def test_what_the_national_rules_require_can_be_missing_for_a_reason(tmp_path: Path, code: str) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    a_spec(tmp_path / "1", SPEC, MISSING)
    a_spec(tmp_path / "2", SPEC, f"{MISSING}accepted: [{{code: {code}, reason: 无, year: 2024}}]\n")
    before, after = checked(tmp_path / "1"), checked(tmp_path / "2")
    assert [d.accepted for d in before.diagnostics if d.code == code] == [""] * len(
        [d for d in after.diagnostics if d.code == code and d.accepted == "无"]
    )
    assert code in {d.code for d in before.diagnostics}
    assert "unknown-check" not in {d.code for d in after.diagnostics}


def test_what_other_stages_look_for_is_counted(tmp_path: Path) -> None:
    text = TEXT.split("projects", maxsplit=1)[0]
    without = run(tmp_path / "1", text=text).checks
    tally = run(tmp_path / "2", text=text + "purposes: {2010301: 办文}\n").checks
    assert tally.total() == without.total()
    assert tally[Outcome.FAILED] == without[Outcome.FAILED] + 1
    assert tally[Outcome.NOT_APPLICABLE] < without[Outcome.NOT_APPLICABLE]


def test_an_accepted_finding_keeps_nothing_from_being_published(tmp_path: Path) -> None:
    result = run(tmp_path, "{code: project-amount, reason: 按批复, year: 2024}")
    assert found(result) == [FIRST, SECOND]
    assert [d.accepted for d in result.diagnostics] == ["按批复"] * 2
    assert not result.failed
    assert len(result.documents) == 1


@pytest.mark.parametrize("at", ["projects[1]", "projects.1", "projects[1].amount", "projects.1.amount"])
def test_an_acceptance_for_one_place_alone(tmp_path: Path, at: str) -> None:
    result = run(tmp_path, f"{{code: project-amount, reason: 按批复, year: 2024, at: '{at}'}}")
    assert found(result) == [FIRST, SECOND]
    assert [d.accepted for d in result.diagnostics] == ["按批复", ""]
    assert result.failed


def test_an_acceptance_lapses_with_the_year(tmp_path: Path) -> None:
    result = run(tmp_path, "{code: project-amount, reason: 按批复, year: 2023}")
    assert found(result) == [FIRST, SECOND, ("acceptance-lapsed", f"{SPEC}:5:19")]
    lapsed = [result.diagnostics[-1]]
    assert lapsed[0].level is Level.NOTICE
    assert words(lapsed) == [
        (
            "对 project-amount 的认可是 2023 年度的，本文件是 2024 年度，认可不再有效。"
            "重新核实：仍然成立的改 year 和 reason，否则删去。"
        )
    ]
    assert in_english(lapsed) == [
        (
            "project-amount was accepted for 2023; this spec is of 2024, and the acceptance holds no more. "
            "Look again: if it still holds renew year and reason, otherwise take it out."
        )
    ]


@pytest.mark.parametrize("at", ["", ", at: 'projects[2].economic'", ", at: overview.offices"])
def test_an_acceptance_that_accepts_nothing(tmp_path: Path, at: str) -> None:
    text = TEXT.replace("amount: 3", "amount: 2").replace("amount: 4", "amount: 4" if at else "amount: 3")
    result = run(tmp_path, f"{{code: project-amount, reason: 按批复, year: 2024{at}}}", text=text)
    unused = [d for d in result.diagnostics if d.code == "acceptance-unused"]
    assert [str(d.span) for d in unused] == [f"specs/{SPEC}:5:19"]
    assert words(unused) == ["没有发现 project-amount，不需要认可。删去这一条；写了 at 的核对位置。"]
    assert in_english(unused) == [
        (
            "project-amount was not found here, so there is nothing to accept. "
            "Take the entry out; if it has `at`, check the place."
        )
    ]


def test_what_could_not_be_looked_for_is_not_called_unused(tmp_path: Path) -> None:
    text = TEXT + "other_matters: 预算共10万元。\n"
    result = run(tmp_path, "{code: typed-amount, reason: 按批复, year: 2024}", text=text)
    assert found(result) == [FIRST, SECOND]


def test_a_code_that_no_check_has(tmp_path: Path) -> None:
    site = "checks: {levels: {project-amounts: notice}}\n"
    result = run(tmp_path, "{code: missing-field, reason: 无, year: 2024}", site)
    assert found(result) == [
        ("unknown-check", "site/site.yaml:2:36"),
        FIRST,
        SECOND,
        ("unknown-check", f"{SPEC}:5:19"),
    ]
    unknown = [result.diagnostics[0]]
    assert words(unknown) == ["没有代码为 project-amounts 的检查。核对写法：最接近的是 project-amount。"]
    assert in_english(unknown) == [
        "no check has the code project-amounts. Check how it is written: the nearest is project-amount."
    ]


def test_what_the_document_rests_on_is_not_to_be_accepted(tmp_path: Path) -> None:
    text = TEXT.replace("amount: 3, ", "").replace("amount: 4, ", "").replace("name: 修路, function", "function")
    text = text.replace(
        "2010301, source: general, economic: {30213: 2}", "2010391, source: general, economic: {30213: 2}"
    )
    result = run(tmp_path, "{code: unknown-code, reason: 新科目, year: 2024}", text=text)
    assert found(result) == [("unknown-code", f"{SPEC}:3:16"), ("firm-check", f"{SPEC}:5:19")]
    assert result.failed
    firm = [result.diagnostics[1]]
    assert words(firm) == ["unknown-code 不改正就不能生成公开文件。删去这一条，改正检查所指出的地方。"]
    assert in_english(firm) == [
        "without mending unknown-code no document can be made. Take the entry out, and mend what the check finds."
    ]


def test_a_total_that_its_lines_do_not_make_cannot_be_accepted(tmp_path: Path) -> None:
    wrong = "reported: [{select: {}, amount: 999}]\n"
    result = run(
        tmp_path,
        "{code: reported-total, reason: 按批复, year: 2024}",
        text=TEXT.replace("amount: 3, ", "").replace("amount: 4, ", "") + wrong,
    )
    assert [code for code, _ in found(result)] == ["reported-total", "firm-check"]
    assert result.failed


def test_last_year_s_spec_serves_though_something_in_it_was_accepted(tmp_path: Path) -> None:
    a_root(tmp_path, {"a/office/2025-budget.yaml": TEXT.replace("amount: 3, ", "").replace("amount: 4, ", "")})
    a_spec(tmp_path, SPEC, TEXT + "accepted: [{code: project-amount, reason: 按批复, year: 2024}]\n")
    assert found(checked(tmp_path, "a/office/2025-budget.yaml")) == []


def test_the_first_of_two_acceptances_is_the_one_that_counts(tmp_path: Path) -> None:
    entry = "{code: project-amount, reason: 按批复, year: 2024}"
    assert found(run(tmp_path, f"{entry}, {entry}")) == [FIRST, SECOND, ("acceptance-unused", f"{SPEC}:5:68")]
