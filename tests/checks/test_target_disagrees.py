from __future__ import annotations

from tests.checks.support import all_found, assert_found, example, found, in_english, said
from tests.seed.spec import TEXT

CODE = "target-disagrees"
FIELDS = """
staffing: {authorised: 25, active: 23, retired: 40}
assets:
  as_of: "2023-12-31"
  vehicles: {general: {count: 5}}
  planned: {vehicles_by_type: {general: {count: 1}}}
of_which: {vehicle_operation: 4}
projects: [{name: 修路, function: 2010301, source: general, amount: 30}]
performance:
  goal: 完成任务
  indicators:
"""


def target(name: str, value: str) -> str:
    return example(f"{FIELDS}    - {{group: 产出指标, kind: 数量指标, name: {name}, value: {value}}}\n")


def test_the_targets_of_the_seed_as_published() -> None:
    seed = TEXT.replace("≥65人", "▸≥65人").replace("＝9辆", "▸＝9辆").splitlines()
    wanted = [(n, line.index("▸") + 1) for n, line in enumerate(seed, start=1) if "▸" in line]
    assert [(d.span.line, d.span.column) for d in all_found(TEXT) if d.code == CODE] == wanted


def test_targets_for_more_people_or_vehicles_than_there_are() -> None:
    diagnostics = [
        *assert_found(CODE, text=target("在职人员保障人数（人）", "▸≥65人")),
        *assert_found(CODE, text=target("保障车辆数（辆）", "▸9 辆")),
    ]
    assert said(diagnostics) == [
        "指标值是 ≥65人，而本文件写的是 25人、23人、63人。改正指标值，或改正人数、辆数。",
        "指标值是 9 辆，而本文件写的是 5辆、6辆。改正指标值，或改正人数、辆数。",
    ]
    assert in_english(diagnostics) == [
        (
            "the target is ≥65人, but this file states 25人、23人、63人. "
            "Correct the target, or the number of people or vehicles."
        ),
        "the target is 9 辆, but this file states 5辆、6辆. Correct the target, or the number of people or vehicles.",
    ]


def test_targets_that_hold_for_one_of_the_numbers() -> None:
    for value in ("≥20人", "≤63人", "＝23人", "25名", "＞62人", "<24人"):
        assert found(text=target("在职人员保障人数", value)) == []
    for value in ("≤6辆", "5辆", "＝6辆"):
        assert found(text=target("保障车辆数", value)) == []


def test_other_targets_are_not_looked_at() -> None:
    for name, value in (("培训人数", "≥500人"), ("在职人员满意度", "≥95%"), ("检查车辆", "≥300辆次"), ("在职", "足额")):
        assert found(text=target(name, value)) == []
