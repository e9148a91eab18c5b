from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said
from tests.seed.spec import TEXT

CODE = "level-wording"
MATTERS = "other_matters: 我单位无其他需说明事项。"
# The department's form is another one; that is not what this is about.
DEPARTMENT = TEXT.replace("  level: unit\n", "  level: department\n").replace(MATTERS, "other_matters: 无。")


def test_a_unit_that_calls_itself_a_department() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸本部门无其他事项，本部门的如此。"))
    assert said(diagnostics) == ["这是单位的文件，文中写“本部门”。改为“本单位”，或改正 entity.level。"]
    assert in_english(diagnostics) == [
        ("this is the file of a unit, and the text says “本部门”. Write “本单位”, or correct entity.level.")
    ]


def test_a_department_that_calls_itself_a_unit() -> None:
    changed = ("other_matters: 无。", "other_matters: 本单位无其他事项。")
    codes = [d.code for d in found(changed, text=DEPARTMENT)]
    assert codes == [d.code for d in found(text=DEPARTMENT)] + [CODE]


@pytest.mark.parametrize(
    "text", ["本单位", "各部门", "本部门（单位）", "本部门及单位", "主管部门", "我部门", "基本部门"]
)
def test_other_words(text: str) -> None:
    assert found((MATTERS, f"other_matters: {text}无其他事项。")) == []


def test_indicators_are_worded_by_others() -> None:
    assert "社会公众对本部门履职效果" in TEXT
    assert found() == []
