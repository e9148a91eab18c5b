"""A new spec lacks nothing but what only its author knows, and what it proposes is right."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from disc.author.choice import Address, choose_form
from disc.author.facts import FormFacts, form_facts
from disc.author.skeleton import new_spec, spec_text
from disc.checks import all_checks, all_comparisons, all_readings
from disc.core.diagnostic import Level
from disc.load.resources import Resources
from disc.load.source import read_source
from disc.load.spec_reader import Library
from tests.author.support import FOLDERS, FORMS, LIBRARY, checked, filled, skeleton, uncommented
from tests.forms.support import a_form
from tests.forms.test_errors import block

CHECKS = {check.rule.code for check in (*all_checks(), *all_comparisons(), *all_readings())}
"""Each example is right for itself; together they need not make a likely office, and checks may wonder."""


@pytest.mark.parametrize("form", FORMS)
def test_a_new_spec_lacks_only_values(form: str, tmp_path: Path) -> None:
    text = skeleton(form)
    result = checked(text, tmp_path)
    assert {found.code for found in result.diagnostics} == {"missing-value"}
    assert [found.span.line for found in result.diagnostics] == empty_fields(text)
    missing = {found.code for found in checked(filled(text, result.diagnostics, form), tmp_path).diagnostics}
    assert missing <= {"missing-item", "missing-advised-item", "empty-section"}


def empty_fields(text: str) -> list[int]:
    """The lines that have a field without a value and without fields below it."""
    lines = [
        (n, line) for n, line in enumerate(text.splitlines(), start=1) if line and not line.lstrip().startswith("#")
    ]
    following = [line for _, line in lines[1:]] + [""]
    return [
        n
        for (n, line), after in zip(lines, following, strict=True)
        if line.endswith(":") and indentation(after) <= indentation(line)
    ]


def indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


@pytest.mark.parametrize("form", FORMS)
def test_what_a_new_spec_proposes_is_right(form: str, tmp_path: Path) -> None:
    text = uncommented(skeleton(form))
    result = checked(filled(text, checked(text, tmp_path).diagnostics, form), tmp_path)
    assert [found for found in result.diagnostics if found.level is Level.ERROR] == []
    # A purpose or a reason belongs to some money, which a form may not speak of.
    assert {found.code for found in result.diagnostics} - CHECKS <= {"unused-purpose", "unused-reason"}
    assert len(result.documents) == 1


def test_the_examples_are_all_told_where_a_form_tells_everything(tmp_path: Path) -> None:
    form = "xinjiang/unit-budget"
    text = uncommented(skeleton(form))
    result = checked(filled(text, checked(text, tmp_path).diagnostics, form), tmp_path)
    assert {found.code for found in result.diagnostics} - CHECKS == set()


def facts(blocks: str, tables: str = "") -> FormFacts:
    form, wrong = a_form(tables + block(blocks))
    assert form is not None, wrong
    return form_facts(form, LIBRARY.schema("budget"))


def written(chosen: FormFacts) -> str:
    """A skeleton by the schema of budgets."""
    return spec_text(chosen, Address("office", 2024, "budget", 3), LIBRARY.schema("budget").root)


def test_the_head(tmp_path: Path) -> None:
    chosen = facts("{text: 甲}", "display: {table: {unit: 元}, text: {unit: 元}}\nlevel: department\n")
    lines = written(chosen).splitlines()
    assert lines[2:6] == ["kind: budget", "form: test/form", "year: 2024", "unit: 元"]
    assert "  id: office" in lines
    assert "  level: department" in lines
    deep = skeleton("xinjiang/unit-budget", "a", "b")
    assert deep.startswith("# yaml-language-server: $schema=../../../../../schema/budget.schema.json\n")
    assert read_source(deep.encode(), str(tmp_path))[1] == ()


def test_no_editor_is_sent_to_a_schema_that_the_root_does_not_have(tmp_path: Path) -> None:
    text = new_spec(Library(Resources(tmp_path)), "xinjiang/unit-budget", (*FOLDERS, "2025-budget.yaml"))
    assert "yaml-language-server" not in text
    assert text.splitlines()[0].startswith("# ")


def test_examples_are_of_the_year_of_the_spec() -> None:
    for year in (2024, 2025):
        text = new_spec(LIBRARY, "xinjiang/unit-budget", (*FOLDERS, f"{year}-budget.yaml"))
        assert set(re.findall(r"(?<![0-9.])20[0-9]{2}(?![0-9.])", text)) == {str(year - 1), str(year)}


def test_the_unit_is_that_of_most_tables() -> None:
    tables = "".join(
        f"  {name}: {{title: 表, layout: [[{{text: 甲}}]], display: {{unit: {unit}}}}}\n"
        for name, unit in (("a", "万元"), ("b", "元"), ("c", "元"))
    )
    standing = "{blocks: [{table: a}, {table: b}, {list: [{text: 甲}]}, {blocks: [{table: c}]}]}"
    assert facts(standing, f"tables:\n{tables}").unit.name == "元"


def test_only_what_the_form_reads_is_proposed() -> None:
    proposed = written(facts("{text: '{{ spec.staffing.authorised }}'}"))
    assert "# staffing:\n#   # 编制数" in proposed
    assert "#   active: 23" in proposed  # the schema wants it, too
    assert "# of_which:" in written(facts("{text: '{{ three_public }}'}"))
    for name in ("assets", "procurement", "retired", "of_which", "other_matters", "reasons", "undertaker"):
        assert f"{name}:" not in proposed
    for name in ("publication", "reported", "last_year", "economic"):
        assert re.search(f"# *{name}:", proposed), name


def test_what_the_form_requires_is_to_be_filled_in() -> None:
    wanted = "requires: [overview.offices, staffing, publication.date, 'projects.*.basis']\n"
    text = written(facts("{prose: spec.other_matters}", wanted))
    for field in ("  offices:", "staffing:", "  authorised:", "  active:", "publication:", "  date:"):
        assert field in text.splitlines()
    assert "\n  # approved: " in text
    assert "\n#     basis: " in text


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_explained(form: str) -> None:
    lines = skeleton(form).splitlines()
    known = {f"{name}:" for name in ("kind", "form", "year", "unit", "id", "level")}
    for before, line in pairwise(lines):
        if (key := re.match(r"[# ]*(?:- )?([a-z_]+:)", line)) and key[1] not in known and "  general:" not in line:
            assert "# " in before, line


def test_a_form_is_chosen_by_its_name() -> None:
    assert choose_form(LIBRARY, FORMS[0]).id == FORMS[0]


def test_a_department_that_its_units_add_up_to_deletes_what_the_comment_says(tmp_path: Path) -> None:
    form = "shanghai/district-department-budget"
    text = skeleton(form)
    assert text.count("删去 basic 和 projects（见 units）") == 1
    shorter = re.sub(r"(?m)^(basic|projects):\n", "", text)
    result = checked(filled(shorter, checked(shorter, tmp_path).diagnostics, form), tmp_path)
    assert [found.code for found in result.diagnostics] == ["unit-spec-missing"] * 2


def test_a_list_of_groups_is_shown_as_in_its_example() -> None:
    text = skeleton("shanghai/district-department-budget")
    shown = text[text.index("\nunits:\n") : text.index("\n\n# 基本支出")].splitlines()[2:]
    assert [line for line in shown if not re.match("# +#", line)] == [
        "#   - name: 某局本级",
        "#     type: administrative",
        "#     id: bureau-headquarters",
        "#     headquarters: true",
        "#   - {name: 某局某分局, type: administrative, id: branch-office}",
    ]
