from __future__ import annotations

from pathlib import Path

from tests.checks.support import all_found, assert_found, example, found, in_english, said
from tests.department import CENTRE, SPECS
from tests.roots import a_root, checked
from tests.seed.spec import TEXT

CODE = "indicator-weights"
TABLE = """
performance:
  goal: 完成任务
  ▸indicators:
    - {group: 产出指标, kind: 数量指标, name: 件数, value: ≥1件, weight: FIRST}
    - {group: 效益指标, kind: 社会效益, name: 能力, value: 提升, weight: SECOND}
"""


def table(first: str, second: str) -> str:
    return example(TABLE.replace("FIRST", first).replace("SECOND", second))


def test_the_weights_of_the_seed_as_published() -> None:
    seed = TEXT.replace("indicators:", "▸indicators:")
    diagnostics = [d for d in all_found(TEXT) if d.code == CODE]
    lines = [n for n, line in enumerate(seed.splitlines(), start=1) if "▸" in line]
    assert [d.span.line for d in diagnostics] == lines
    assert [dict(d.fields)["sum"] for d in diagnostics] == ["80"] * 6 + ["70"]


def test_weights_that_are_too_small_or_too_large() -> None:
    diagnostics = assert_found(CODE, text=table("60", "30"))
    assert said(diagnostics) == ["分值权重之和是 90，应当是 100。改正权重，或补上漏列的指标。"]
    assert in_english(diagnostics) == [
        "the weights come to 90, not to 100. Correct the weights, or add the indicator that is missing."
    ]
    (diagnostic,) = assert_found(CODE, text=table("60", "40.5"))
    assert len(diagnostic.related) == 2


def test_weights_that_add_up() -> None:
    assert found(text=table("59.5", "40.5").replace("▸", "")) == []


def test_weights_of_some_indicators_only() -> None:
    some = table("60", "40").replace(", weight: 40", "")
    assert found(text=some.replace("▸", "")) == []
    assert_found(CODE, text=some.replace("weight: 60", "weight: 100").replace("提升}", "提升, weight: 1}"))


def test_indicators_without_weights() -> None:
    assert found(text=table("0", "0").replace(", weight: 0", "").replace("▸", "")) == []


def test_a_department_does_not_repeat_what_its_unit_is_told(tmp_path: Path) -> None:
    specs = SPECS | {CENTRE: SPECS[CENTRE].replace("weight: 100", "weight: 40")}
    result = checked(a_root(tmp_path, specs))
    assert [(d.code, d.span.file) for d in result.diagnostics] == [(CODE, f"specs/{CENTRE}")]
