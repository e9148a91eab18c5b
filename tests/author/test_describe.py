"""Forms in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.author.describe import form_list, form_page
from disc.core.diagnostic import Language
from disc.load.resources import Resources
from disc.load.spec_reader import Library
from tests.author.support import FORMS, LIBRARY
from tests.forms.support import with_defaults

FORM = """
title: 试用表样
kind: budget
extends: base/budget
words: {titled: "{{ year }}年"}
parts:
  - {id: one, title: "{{ entity.name }}概况", sections: [about, {table: spending}]}
  - {id: two, title: 说明, sections: [changes]}
sections:
  about:
    title: 机构
    blocks:
      - {list: spec.overview.offices, when: spec.overview.offices}
      - {text: "编制{{ spec.staffing.authorised }}", when: spec.staffing}
  changes:
    blocks:
      - {text: "{{ it | because }}", each: "measures('basic', 'project')"}
      - {text: "{{ it | because }}", each: "branches('function', 1)"}
      - {text: "{{ it | because }}", each: "branches('economic', 1)"}
      - {table: targets, each: projects(), when: it.spec.targets.goal}
tables:
  spending:
    title: "{{ words.titled }}支出表"
    display: {unit: 元}
    columns: [{head: 科目, show: name}, {head: 金额, select: {}}]
    rows: [{tree: function, levels: [1]}]
  targets: {title: 目标, numbered: false, layout: [[{text: "{{ it.spec.targets.goal }}"}]]}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "schema" / "forms" / "test"
    folder.mkdir(parents=True)
    (folder / "form.yaml").write_text(with_defaults(FORM, ""), encoding="utf-8")
    return Library(Resources(tmp_path))


def test_the_list(library: Library) -> None:
    lines, wrong = form_list(library, "zh")
    assert wrong == ()
    assert [line.split()[0] for line in lines] == ["表样", *sorted(["test/form", *FORMS])]
    assert ["test/form", "试用表样", "不限", "2023—", "1"] in [line.split() for line in lines]
    assert any(line.split()[2:] == ["新疆维吾尔自治区", "2024—", "11"] for line in lines)
    assert form_list(library, "en")[0][0].split() == ["form", "title", "region", "years", "tables"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_columns_stand_below_each_other(library: Library, language: Language) -> None:
    lines, _ = form_list(library, language)
    # A Chinese character is as wide as two others, and two bytes in this encoding; so is a dash, but not as wide.
    assert len({line.replace("—", "-").encode("gb18030").rindex(b" ") for line in lines[1:]}) == 1


def section(lines: list[str], title: str) -> list[str]:
    """The lines below a title, without what aligns them."""
    start = lines.index(title) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return [" ".join([" " * ((len(line) - len(line.lstrip())) // 2 - 1) + line.split()[0], *line.split()[1:]])
            for line in lines[start:end]]  # fmt: skip


def test_the_page_of_a_form(library: Library) -> None:
    lines = form_page(library, "test/form", "zh")
    assert lines[0] == "test/form  试用表样"
    assert [line.split() for line in lines[1:5]] == [
        ["地区", "不限"],
        ["年度", "2023—"],
        ["公开层级", "不限"],
        ["继承", "base/budget"],
    ]
    assert section(lines, "内容") == [
        "one {entity.name}概况",
        " about 机构",
        " spending {year}年支出表",
        "two 说明",
        " changes",
    ]
    assert section(lines, "表") == ["spending {year}年支出表 元", "targets 目标 万元"]
    assert section(lines, "增减原因（reasons）的键") == ["basic 基本支出", "project 项目支出", "功能分类编码，3 位"]


def test_the_reasons_of_accounts_are_told_apart_by_what_they_are_compared_with() -> None:
    lines = form_page(LIBRARY, "xinjiang/unit-accounts", "zh")
    keys = section(lines, "增减原因（reasons）的键")
    general = [key for key in keys if key.startswith("general")]
    assert general == [
        "general 一般公共预算财政拨款支出",
        "general.budget 一般公共预算财政拨款支出（年初预算数）",
        "general_operating 公用经费",
    ]
    assert "reception.adjusted_budget 公务接待费（全年预算数）" in keys
    may = section(lines, "文件可以写（必填：写了上一级就必须写）")
    adjusted = may[may.index("adjusted_budget 全年预算数") :]
    assert " of_which 其中数" in adjusted[: adjusted.index("last_year 上年数")]


def test_what_a_spec_must_and_may_say(library: Library) -> None:
    lines = form_page(library, "test/form", "zh")
    must = section(lines, "文件必须写")
    assert must[:6] == [
        "kind 公开文件种类 budget",
        "form 表样 test/form",
        "year 预算年度 2024",
        "unit 金额单位 元",
        "entity 公开主体",
        " id 标识 government-office",
    ]
    assert must[-3:] == [
        "projects.* 项目支出",
        " function 功能分类项级编码 2010301",
        " source 资金来源 general",
    ]
    may = section(lines, "文件可以写（必填：写了上一级就必须写）")
    start = may.index("overview 概况")
    assert may[start : start + 5] == [
        "overview 概况",
        " offices 内设机构 [公文处理室, 文秘室]",
        "staffing 人员情况",
        " authorised 编制数 必填 25",
        " active 在职人数 必填 23",
    ]
    names = {line.split()[0] for line in may}
    assert {"economic", "targets", "goal", "reasons", "last_year", "reported.*", "publication"} <= names
    assert (
        not {"assets", "procurement", "performance", "purposes", "of_which", "retired", "undertaker", "leader"} & names
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_described_in_both_languages(form: str) -> None:
    chinese, english = form_page(LIBRARY, form, "zh"), form_page(LIBRARY, form, "en")
    assert len(chinese) == len(english)
    assert "A spec must say" in english
