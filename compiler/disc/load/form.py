"""Forms: official layouts as typed values. `disc.load.form_maker` makes them from YAML.

A form says which measures exist, how numbers are written, and what stands where: parts, sections, blocks, tables. Its
sentences are Jinja2 templates, kept here as text with their place; only the compiler runs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from disc.core.document import RowKind
from disc.core.ledger import THIS_YEAR
from disc.core.number import Unit
from disc.core.selection import Selection
from disc.core.span import Span
from disc.load.form_codes import Code
from disc.load.form_summary import SummaryRoles
from disc.load.form_years import Years
from disc.load.requirements import Requirement
from disc.load.settings import Settings


class Template(Struct, frozen=True):
    """A sentence template or an expression, with its place in the form."""

    source: str
    span: Span


class Mark(Struct, frozen=True):
    """That something fulfils a requirement, or states that there is nothing to fulfil it with."""

    item: str
    """Name of the requirement."""

    when: Template | None
    """Condition under which it does; None: whenever it stands in the document."""


class Display(NamedTuple):
    """How numbers of money are written."""

    unit: Unit
    decimals: int
    thousands: bool
    zero: str
    """What stands for a number that is displayed as zero: 0.00, 0 or nothing."""

    absent: str | None = None
    """What stands for money that is known to be none, though nobody stated a zero; None: it has no number."""

    trim: bool = False
    """Whether zeros at the end of the decimals are left out: 15, 36.5."""


class Measure(Struct, frozen=True):
    """A named quantity: a selection over the ledger, stated facts, or a sum of other measures. Exactly one is set."""

    id: str
    title: str
    select: Selection | None = None
    stated: str = ""
    """Place in the spec whose number, when it is there, stands in place of the selection."""

    facts: tuple[str, ...] = ()
    sum: tuple[str, ...] = ()


class Column(Struct, frozen=True):
    """A column of a table, or a group of columns under one heading."""

    head: Template
    show: str = ""
    """What a column of words shows: label, name, project, or code 1, code 2, code 3."""

    select: Selection | None = None
    """What a column of numbers narrows its rows to."""

    measure: str = ""
    """A measure in place of the selection, which the rows narrow; may be empty."""

    stage: str = THIS_YEAR
    """Which of the ledgers its numbers come from."""

    columns: tuple[Column, ...] = ()


class FixedRow(Struct, frozen=True):
    """A row that the form names."""

    label: Template
    select: Selection
    measure: str
    """A measure in place of the selection; may be empty."""

    kind: RowKind
    indent: int
    when: Template | None


class TreeRows(Struct, frozen=True):
    """A row for each member that occurs."""

    dimension: str
    """function, economic or project."""

    levels: tuple[int, ...]
    """Which levels of the tree get rows: 1 for 类, 2 for 款, 3 for 项."""

    projects: bool
    """Whether projects stand below the lowest level."""

    everything: bool
    """Whether members that do not occur get rows too."""

    label: Template | None


class Side(Struct, frozen=True):
    """One half of a two-sided table; other tables have one side."""

    columns: tuple[Column, ...]
    rows: tuple[FixedRow | TreeRows, ...]
    total: Template | None
    """Words of the closing row."""


class LayoutCell(Struct, frozen=True):
    """A cell of a layout."""

    text: Template
    header: bool
    colspan: int
    rowspan: int
    merge: bool
    """Whether equal cells below each other become one."""


class LayoutRow(Struct, frozen=True):
    """A row of a layout, or one row for each thing in a list."""

    cells: tuple[LayoutCell, ...]
    each: Template | None = None
    name: str = "it"


class Table(Struct, frozen=True):
    """A table of the form: sides of rows and columns, or a free layout."""

    id: str
    title: Template
    select: Selection
    sides: tuple[Side, ...]
    layout: tuple[LayoutRow, ...]
    numbered: bool
    preparer: Template
    unit: Template
    empty: Template | None
    """What a table without content says."""

    notes: tuple[Template, ...]
    display: Display
    fulfils: tuple[Mark, ...] = ()


class Block(Struct, frozen=True):
    """A piece of a section; exactly one of `text`, `prose`, `table`, `items`, `source`, `title` or `blocks` is set."""

    display: Display
    """How its sentences write numbers."""

    when: Template | None = None
    each: Template | None = None
    name: str = "it"
    """What templates call the thing of each repetition."""

    text: Template | None = None
    prose: Template | None = None
    table: str = ""
    source: Template | None = None
    """An expression for a list of the author's texts, shown as a numbered list."""

    items: tuple[Block, ...] = ()
    """A numbered list; each text is an item."""

    title: Template | None = None
    """A subsection, with its blocks."""

    blocks: tuple[Block, ...] = ()
    fulfils: tuple[Mark, ...] = ()
    states_none: tuple[Mark, ...] = ()


class Section(Struct, frozen=True):
    """A section of a part."""

    id: str
    title: Template | None
    """None: the blocks stand directly in the part, or the table gives its title."""

    when: Template | None
    display: Display
    """How its heading and its condition write numbers."""

    blocks: tuple[Block, ...]
    fulfils: tuple[Mark, ...] = ()


class Part(Struct, frozen=True):
    """A part of the document."""

    id: str
    title: Template
    numbering: tuple[str, ...]
    """How its headings are numbered, from its own down: 第{chinese}部分."""

    sections: tuple[Section, ...]


class Situations(Struct, frozen=True):
    """A phrase that depends on how a measure changed."""

    stage: str
    """What this year is compared with: `last_budget` or `last_outturn`."""

    templates: Mapping[str, Template]
    """Situation (rise, fall, equal, …) to words."""


class Form(Struct, frozen=True):
    """An official layout."""

    id: str
    title: str
    kind: str
    region: str
    """Code of the division whose entities use it, those within it included; empty: any."""

    years: Years
    level: str
    """Level of the entities that use it, department or unit; empty: any."""

    settings: Settings
    """What it sets of the checks."""

    requires: tuple[tuple[str, ...], ...]
    """Places that a spec must state beyond what its schema asks for; * stands for each entry."""

    abstract: bool
    """Whether it only serves others as a base."""

    files: tuple[str, ...]
    """The form's file and those it extends, nearest first."""

    text: Display
    """How numbers are written in sentences."""

    measures: Mapping[str, Measure]
    phrases: Mapping[str, Template | Situations]
    words: Mapping[str, Template]
    """The form's own words, which its templates use by name."""

    cover: tuple[Template, ...]
    document_title: Template | None
    """What lists call the document; None: the lines of the cover, joined."""

    closing: tuple[Template, ...]
    item_label: str
    table_label: str
    parts: tuple[Part, ...]
    tables: Mapping[str, Table]
    requirements: tuple[Requirement, ...]
    """What a document of this kind must hold; none if the form names nothing that fulfils them."""

    omits: Mapping[str, str]
    """Names of those that the official layout has no place for, each with the reason."""

    codes: tuple[Code, ...] = ()
    """What it selects of the classification."""

    summary: SummaryRoles | None = None
    """What the summary of a document is made of; None: it has none."""
