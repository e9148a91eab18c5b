from __future__ import annotations

import pytest

from tests.checks.support import HERE, all_found, assert_found, example, found, in_english, said

CODE = "names-run-together"
OFFICES = "  offices: [公文处理室, 文秘室,"


def offices(*names: str) -> str:
    return example(f"overview: {{functions: [办文], offices: [{', '.join(names)}], subordinate_units: []}}")


def test_a_full_width_comma_parts_nothing() -> None:
    diagnostics = assert_found(CODE, (OFFICES, "  offices: [▸公文处理室，文秘室,"))
    assert said(diagnostics) == [
        (
            "“公文处理室，文秘室”像是 2 个名称写成了一项。"
            "每个名称各写一项，用半角逗号和空格隔开：公文处理室, 文秘室；确是一个名称的，在 accepted 中写明。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "“公文处理室，文秘室” looks like 2 names in one entry. "
            "Write an entry for each, parted by a comma and a space: 公文处理室, 文秘室; "
            "if it is one name, say so under `accepted`."
        )
    ]


@pytest.mark.parametrize(
    "name", ["办公室；财务科", "办公室、财务科", "办公室（信访办）、财务科", "政务服务中心、档案馆", "财务，人事，文秘"]
)
def test_names_in_one_entry(name: str) -> None:
    assert [each.code for each in all_found(offices(name, "文秘室"))] == [CODE]


@pytest.mark.parametrize(
    "name",
    [
        "办公室",
        "规划、建设管理科",
        "人大、政协办公室",
        "综合科（办公室，财务科）",
        "“放管服”改革、审批科",
        "办公室，加挂信访局牌子",
        "纪检监察组（与监察室合署，两块牌子）",
        "综合科（办公室（信访办），财务科）",
        "综合科（办公室,财务科)",
        "综合科〔办公室、财务科〕",
        "综合科【办公室；财务科】",
        "「放管服」改革、审批科",
        "各科、室",
        "办公室，",
    ],
)
def test_one_name(name: str) -> None:
    assert all_found(offices(name, "文秘室")) == []


def test_units_of_either_kind() -> None:
    unit = f"{HERE}甲中心，乙站"
    lower = f"overview: {{functions: [办文], subordinate_units: [{{name: {unit}, type: institution}}]}}"
    (first,) = all_found(example(lower).replace(HERE, ""))
    assert (first.code, dict(first.fields)["name"]) == (CODE, "甲中心，乙站")


def test_a_text_with_a_comma_is_no_name() -> None:
    assert found(("  contact: 阿依加尔肯", "  contact: 阿依加尔肯，古丽")) == []
