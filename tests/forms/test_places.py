"""What a form reads of specs, and the reasons it tells, known without a spec."""

from __future__ import annotations

import pytest

from disc.load.form import Form
from disc.load.form_places import read_form, spec_places
from disc.load.template_reading import Branch, NamedMeasure
from tests.forms.support import a_form
from tests.forms.test_errors import block, table

NOTHING, _ = a_form("title: 试")


def form(text: str) -> Form:
    loaded, wrong = a_form(text)
    assert loaded is not None, wrong
    return loaded


def places(text: str) -> set[str]:
    """The places that a form reads, besides those of its base and the name of the entity above tables."""
    assert NOTHING is not None
    return {".".join(place) for place in spec_places(form(text)) - spec_places(NOTHING)}


PLACES: dict[str, set[str]] = {
    "{prose: spec.other_matters}": {"other_matters"},
    "{list: spec.overview.functions}": {"overview.functions"},
    "{text: '{{ entity.type }}{{ total }}{{ year }}'}": {"entity.type"},
    "{text: \"{{ spec['staffing'].authorised }}\"}": {"staffing.authorised"},
    "{text: 甲, when: not spec.performance}": {"performance"},
    "{text: '{{ it.spec.undertaker or entity.id }}', each: projects()}": {"projects.*.undertaker", "entity.id"},
    "{text: '{{ p.of(total).spec.basis }}', each: projects(general) | present, as: p}": {"projects.*.basis"},
    "{text: '{{ office }}', each: spec.overview.offices, as: office}": {"overview.offices"},
    "{list: {each: it.spec.targets.indicators, as: i, text: '{{ i.name }}'}, each: projects()}": {
        "projects.*.targets.indicators", "projects.*.targets.indicators.*.name"
    },
    "{text: \"{% for key, title in [('general', '甲')] %}{{ spec.assets.equipment[key] }}{% endfor %}\"}": {
        "assets.equipment.*"
    },
    "{text: '{% set assets = spec.assets %}{{ assets.furniture if assets.other else 1 }}'}": {
        "assets", "assets.furniture", "assets.other"
    },
    "{text: '{% for it in projects() if it.spec.targets %}{{ it.spec.basis }}{% else %}{{ entity.id }}{% endfor %}'}": {
        "projects.*.targets", "projects.*.basis", "entity.id"
    },
    "{text: \"{{ spec.overview.subordinate_units | map(attribute='name') | join('、') }}\"}": {
        "overview.subordinate_units", "overview.subordinate_units.*.name"
    },
    "{text: \"{{ (spec.overview.subordinate_units | selectattr('type') | first).name }}\"}": {
        "overview.subordinate_units", "overview.subordinate_units.*.type", "overview.subordinate_units.*.name"
    },
    "{text: \"{{ count('overview.subordinate_units', '家', type='institution') }}\"}": {
        "overview.subordinate_units", "overview.subordinate_units.*.type"
    },
    "{text: '{{ it.purpose }}{{ it | because }}', each: \"branches('function', 1)\"}": {"purposes", "reasons"},
    "{text: '{{ spec.other_matters | default(spec.publication.source) }}'}": {"other_matters", "publication.source"},
}  # fmt: skip


@pytest.mark.parametrize("text", PLACES)
def test_the_places_of_a_block(text: str) -> None:
    assert places(block(text)) - {"overview.offices.*"} == PLACES[text]


def test_a_table_sees_what_stands_around_it() -> None:
    declared = table("layout: [[{text: '{{ it.spec.basis }}'}]]").split("parts")[0]
    repeated = "{each: projects(), blocks: [{table: t, when: it.spec.targets}]}"
    assert places(declared + block(repeated)) == {"projects.*.basis", "projects.*.targets"}


@pytest.mark.parametrize(
    "shown",
    [
        block("{text: '{{ b }}'}"),
        block("{text: '{{ it.title }}', each: measures('b')}"),
        block("{text: 甲, when: b.present}"),
        table("columns: [{head: 甲, show: label}], rows: [{label: 甲, measure: b}]"),
    ],
)
def test_the_places_of_measures_that_are_shown(shown: str) -> None:
    measures = "measures: {a: {title: 甲, facts: [assets.buildings.area]}, b: {title: 乙, sum: [a]}}\n"
    stages = ("", "last_year.budget.", "last_year.outturn.", "budget.", "adjusted_budget.")
    assert places(measures + shown) == {f"{stage}assets.buildings.area" for stage in stages}
    assert places(measures + block("{text: '{{ total }}'}")) == set()


def test_the_reasons_that_a_form_tells() -> None:
    text = """
    parts: [{id: all, title: 全文, sections: [all]}]
    sections:
      all:
        blocks:
          - {text: "{{ it | because }}", each: "measures('basic', 'project') | present"}
          - text: "{% for it in branches('function', 3, vanished=true) %}{{ it | because('because') }}{% endfor %}"
          - text: "{{ reason_for(total) }}{{ basic }}{{ three_public | compared }}"
          - {text: "{{ basic.budget | because }}", when: project.budget.comparable}
          - {text: "{{ it.adjusted_budget | because }}{{ it.last_outturn }}", each: "branches('function', 1)"}
    """
    assert read_form(form(text)).reasons == (
        NamedMeasure("basic"),
        NamedMeasure("project"),
        Branch("function", 3),
        NamedMeasure("total"),
        NamedMeasure("basic", "budget"),
        Branch("function", 1, "adjusted_budget"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{text: '{{ spec.performance.transfers.central.number }}'}",
        "{text: '{{ spec.assets.vehicles[it].count }}{{ spec.assets[it].number }}', each: '[1, 2]'}",
        "{text: '{{ spec.basic.general.by_function[it] }}', each: '[1, 2]'}",
        "{text: '{{ it.name }}{{ it[0].x }}', each: '[spec.staffing, spec.assets]'}",
        "{text: '{{ it.spec.unheard_of }}', each: \"branches('function', 1)\"}",
        "{text: '{{ spec.projects[0].name }}{{ spec.publication.date[0] }}'}",
        "{text: \"{{ 'x'.join(['a']) }}{{ [1, 2] | list | length }}\"}",
    ],
)
def test_what_cannot_be_known_is_not_wrong(text: str) -> None:
    assert a_form(block(text))[1] == ()
