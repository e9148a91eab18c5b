from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "income-of-institutions"
PROJECTS = "projects: [{{name: 修路, function: 2010301, source: {}, amount: 30}}]\n"


def test_an_administrative_unit_that_earns() -> None:
    diagnostics = assert_found(CODE, text=example(PROJECTS.format("▸operations")))
    assert said(diagnostics) == [
        "行政单位不会有事业单位经营收入。改正资金来源（多半是其他收入），或改正单位性质。",
    ]
    assert in_english(diagnostics) == [
        "an administrative unit has no 事业单位经营收入. Correct the source, or the type of the entity.",
    ]


def test_basic_expenditure_out_of_earnings_is_found_once() -> None:
    fields = """
    basic:
      general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30201: 10}}
      ▸business: {by_function: {2010301: 5}, by_economic: {30101: 3, 30201: 2}}
    """
    assert_found(CODE, text=example(fields))


def test_an_administrative_unit_may_have_other_income() -> None:
    assert found(text=example(PROJECTS.format("other"))) == []


def test_other_types_of_units_may_earn() -> None:
    for kind in ("institution", "managed_as_administrative"):
        text = example(PROJECTS.format("business"))
        assert found(("type: administrative", f"type: {kind}"), text=text) == []
