"""The spec as templates read it: fields by name, numbers as figures, nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disc.compile.book import Book, inlines
from disc.compile.node import Node
from disc.compile.templates import FormError, Templates
from disc.core.document import Number, Text
from disc.core.figure import Sum
from disc.core.ledger import Ledger, Line
from disc.core.number import WAN_YUAN, Unit, multiply
from disc.core.span import Span
from disc.load.form import Display, Template
from disc.load.source import read_source

SPEC = """\
entity: {name: 办公室, items: 甲, get: 乙}
year: 2024
offices: [一室, 二室]
empty: []
nothing: {}
staffing: {active: 23, left: 0}
procurement: {goods: 45.56, works: 0}
units:
  - {name: 第一中学, pupils: 900}
  - {name: 第二中学, pupils: 800}
"""
FACTS = {
    "staffing.active": ("23", Unit("人")),
    "staffing.left": ("0", Unit("人")),
    "procurement.goods": ("45.56", WAN_YUAN),
    "procurement.works": ("0", WAN_YUAN),
    "units.1.pupils": ("800", Unit("人")),
}


@pytest.fixture
def book() -> Book:
    lines = [
        Line(multiply(Decimal(number), unit.scale), unit, unit.decimals, path, Span("f"), {"fact": path})
        for path, (number, unit) in FACTS.items()
    ]
    return Book(Ledger(lines, {}), {})


@pytest.fixture
def spec(book: Book) -> Node:
    data, found = read_source(SPEC.encode(), "f")
    assert data is not None
    assert found == ()
    return Node(data, book, Display(WAN_YUAN, 2, thousands=False, zero="0"))


CASES = {
    "{{ spec.entity.name }}": "办公室",
    "{{ spec['entity']['name'] }}": "办公室",
    # Fields that are called like methods of Python's dictionaries are fields.
    "{{ spec.entity.items }}{{ spec.entity.get }}": "甲乙",
    "{{ spec.offices | join('、') }}": "一室、二室",
    "{{ spec.offices[1] }}": "二室",
    "{{ spec.offices | length }}": "2",
    "{% for unit in spec.units %}{{ unit.name }}。{% endfor %}": "第一中学。第二中学。",
    "{% for key in spec.staffing %}{{ key }} {% endfor %}": "active left",
    # Numbers that were stated with a unit are figures, others are themselves.
    "{{ spec.staffing.active }}": "«23人:0»",
    "{{ spec.staffing.left }}": "«0人:0»",
    "{{ spec.procurement.goods }}": "«45.56万元:0»",
    "{{ spec.procurement.goods.number }}": "«45.56:0»",
    "{{ spec.procurement.works }}": "«0万元:0»",
    "{{ spec.units[0].pupils }}": "900",
    "{{ spec.units[1].pupils }}": "«800人:0»",
    "{{ spec.year }}": "2024",
    # What is not there, is empty or is nothing is false.
    "{% if spec.lacking or spec.empty or spec.nothing or spec.staffing.lacking %}有{% endif %}": "",
    "{% if spec.staffing.left %}有{% endif %}": "",
    "{% if spec.staffing.left is defined and spec.offices and spec.entity %}有{% endif %}": "有",
    "{{ spec.entity.lacking or '无' }}": "无",
}


def rendered(source: str, spec: Node) -> str:
    templates = Templates({})
    return templates.render(Template(source, Span("f")), templates.names({"spec": spec}))


@pytest.mark.parametrize("source", CASES)
def test_reading_the_spec(source: str, spec: Node) -> None:
    text = rendered(source, spec)
    assert (
        "".join(f"«{i.text}:{i.figure}»" if isinstance(i, Number) else i.text for i in inlines(text)) == CASES[source]
    )


@pytest.mark.parametrize(
    "source",
    [
        "{{ spec.lacking }}",
        "{{ spec.offices[2] }}",
        "{{ spec.offices.name }}",
        "{{ spec._data }}",
        "{{ spec._book }}",
        "{{ spec['_data'] }}",
        "{{ spec.__class__ }}",
        "{{ spec.entity._path }}",
        "{{ spec | attr('_data') }}",
        "{{ spec.offices }}",
        "{% set spec.year = 2025 %}",
    ],
)
def test_there_is_nothing_else(source: str, spec: Node) -> None:
    with pytest.raises(FormError):
        rendered(source, spec)


def test_a_figure_of_the_spec_is_derived_from_its_line(spec: Node, book: Book) -> None:
    rendered("{{ spec.units[1].pupils }}{{ spec.staffing.active }}", spec)
    assert [figure.derivation for figure in book.figures] == [Sum((4,)), Sum((0,))]
    assert [book.lines[n].path for n in (4, 0)] == ["units.1.pupils", "staffing.active"]


def test_text_that_stands_between_figures_is_kept() -> None:
    assert inlines("甲\ue0005\ue0011%\ue002乙") == (Text("甲"), Number(5, "1%"), Text("乙"))
    assert inlines("") == ()
