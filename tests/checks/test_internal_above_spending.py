from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import CENTRE, DEPARTMENT, SPECS
from tests.roots import a_root, checked, found

CODE = "internal-above-spending"


def with_internal(amount: str) -> dict[str, str]:
    """The department, of which the centre has an amount from the others; they spend 120 and 56."""
    return SPECS | {CENTRE: SPECS[CENTRE].replace("economic: {30213: 20}", f"economic: {{30213: {amount}}}")}


def test_more_than_the_others_spend(tmp_path: Path) -> None:
    result = checked(a_root(tmp_path, with_internal("99999")), DEPARTMENT)
    assert found(result) == [(CODE, f"{DEPARTMENT}:6:61")]
    assert [str(span) for span in result.diagnostics[0].related] == [f"specs/{CENTRE}:6:81"]
    assert words(list(result.diagnostics)) == [
        (
            "某局信息中心由本部门其他单位支付的有 99999万元，其他单位（2家）的支出共 176万元。"
            "改正金额，或删去这里的 internal。"
        )
    ]
    assert in_english(list(result.diagnostics)) == [
        (
            "某局信息中心 has 99999万元 from other units of the department, and these (2) spend 176万元. "
            "Correct the amount, or take internal out here."
        )
    ]


def test_rounding_and_all_that_they_spend(tmp_path: Path) -> None:
    assert found(checked(a_root(tmp_path, with_internal("176.02")), DEPARTMENT)) == []
    assert found(checked(a_root(tmp_path, with_internal("176.10")), DEPARTMENT)) == [(CODE, f"{DEPARTMENT}:6:61")]


def test_a_unit_that_is_alone(tmp_path: Path) -> None:
    head, _, tail = SPECS[DEPARTMENT].partition("  - {name: 某局本级")
    alone = head + tail[tail.index("  - {name: 某局信息中心") :]
    assert found(checked(a_root(tmp_path, SPECS | {DEPARTMENT: alone}), DEPARTMENT)) == [(CODE, f"{DEPARTMENT}:4:61")]
