"""Forms: official layouts as typed values. `disc.load.form_maker` makes them from YAML; their tables are `form_tables`.

A form says which measures exist, how numbers are written, and what stands where: parts, sections, blocks, tables. Its
sentences are Jinja2 templates, kept here as text with their place; only the compiler runs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from disc.core.number import PERCENT, Unit
from disc.core.selection import Selection
from disc.core.span import Span
from disc.load.form_codes import Code
from disc.load.form_summary import SummaryRoles
from disc.load.form_years import Years
from disc.load.requirements import Requirement
from disc.load.settings import Settings

if TYPE_CHECKING:
    from disc.load.form_tables import Table


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


class Display(Struct, frozen=True):
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

    percent: int = PERCENT.decimals
    """Digits after the point of shares and rates."""


class Measure(Struct, frozen=True):
    """A named quantity: a selection over the ledger, stated facts, or a sum of other measures. Exactly one is set."""

    id: str
    title: str
    select: Selection | None = None
    stated: str = ""
    """Place in the spec whose number, when it is there, stands in place of the selection."""

    facts: tuple[str, ...] = ()
    sum: tuple[str, ...] = ()


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

    item_label: str = ""
    """How its items are numbered; empty: as in all lists of the form."""

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
    """What this year is compared with: a stage of `disc.core.stages`."""

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

    compares: str
    """The stage that this year is compared with where nothing else is said: last year's budget or outturn."""

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
    """What lists call the document; None: the lines of the cover, joined, or the name of the entity."""

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
