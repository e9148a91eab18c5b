"""A form selects only codes that the classification has in some year."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from disc.author.choice import BrokenFormError, choose_form
from disc.core.diagnostic import Diagnostic
from disc.load.classification import years
from disc.load.form_names import form_names
from disc.load.resources import SHIPPED, Resources
from disc.load.spec_reader import Library
from tests.roots import a_root, checked

ADD = "measures: {a: {title: 甲, select: {%s}}}\n"
MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 4, 30201: 1}}}\n"
FORM = "schema/forms/test/form.yaml"


def wrong(root: Path, selected: str) -> list[Diagnostic]:
    """Check a spec whose form has a measure that selects these."""
    a_root(root, {"a/office/2024-budget.yaml": MONEY})
    form = root / FORM
    form.write_text(form.read_text(encoding="utf-8") + ADD % selected, encoding="utf-8")
    return list(checked(root).diagnostics)


def test_a_code_that_no_year_has(tmp_path: Path) -> None:
    found = wrong(tmp_path, "economic: [30231, 30232]")
    assert [(each.code, each.span.file, each.level.value) for each in found] == [("unknown-form-code", FORM, "error")]
    line = (tmp_path / FORM).read_text(encoding="utf-8").splitlines()[found[0].span.line - 1]
    assert line[found[0].span.column - 1 :].startswith("30232")
    assert [found[0].message("zh"), found[0].hint("zh")] == [
        "部门预算支出经济分类科目没有 30232，哪一年的都没有",
        "核对编码：最接近的是 30239（其他交通费用）",
    ]
    assert [found[0].message("en"), found[0].hint("en")] == [
        "the table of 部门预算支出经济分类科目 has no 30232 in any year",
        "Check the code: the nearest is 30239（其他交通费用）",
    ]


def test_a_code_that_is_like_none(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, "function: 999")
    assert found.hint("zh") == "核对编码：见 schema/classification/2024/function.yaml"


@pytest.mark.parametrize("selected", ["economic: 30231", "function: 2010301", "function: 22911", "function: 2010308"])
def test_a_code_of_this_or_another_year(tmp_path: Path, selected: str) -> None:
    assert wrong(tmp_path, selected) == []


def test_the_tables_of_other_years_are_read_only_for_a_code_that_this_one_lacks(tmp_path: Path) -> None:
    copytree(SHIPPED / "schema/classification", tmp_path / "schema/classification")
    library = Library(Resources(tmp_path))
    tables, _ = library.classification(2024)
    form, _ = library.form("xinjiang/unit-budget")
    assert form is not None
    found, needs = library.notes.taken(lambda: library.wrong_codes(form, tables))
    assert found == ()
    assert [name for name in needs if "/2023/" in name or "/2025/" in name] == []


def test_who_asks_for_the_form_is_told_too(tmp_path: Path) -> None:
    wrong(tmp_path, "economic: 30232")
    with pytest.raises(BrokenFormError) as refused:
        choose_form(Library(Resources(tmp_path)), "test/form")
    assert [each.code for each in refused.value.diagnostics] == ["unknown-form-code"]


@pytest.mark.parametrize("name", form_names(Resources(SHIPPED)))
def test_the_shipped_forms_select_what_there_is(name: str) -> None:
    library = Library(Resources(SHIPPED))
    form, _ = library.form(name)
    assert form is not None
    assert [library.wrong_codes(form, library.classification(year)[0]) for year in years(library.resources)] == [
        ()
    ] * len(years(library.resources))
