"""What the author of the seed had left out, its sentences would not say."""

from __future__ import annotations

from disc.emit.markdown import to_markdown
from tests.seed.spec import document, mutated

NAME = "阿合奇县人民政府办公室"


def test_whether_there_are_units_below_it() -> None:
    said = to_markdown(document())
    assert f"{NAME}无下属预算单位，下设7个科室" in said
    assert f"{NAME}本级及下属0家行政单位和0家事业单位的机关运行经费" in said
    unsaid = to_markdown(document(mutated(("  subordinate_units: []\n", ""))))
    assert "无下属" not in unsaid
    assert f"\n{NAME}下设7个科室，分别是：公文处理室" in unsaid
    assert f"\n2024年，{NAME}的机关运行经费财政拨款预算27.64万元，比上年预算减少3.37万元" in unsaid
