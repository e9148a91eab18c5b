"""The document: what a disclosure says, in order and numbered, free of any output format.

One tree feeds every emitter, so Markdown, HTML and data cannot disagree. Text is plain text: escaping is the emitters'
business. Numbers are references into `Document.figures` together with the characters that are displayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from disc.core.explained import Explained
from disc.core.figure import Figure
from disc.core.ledger import Line
from disc.core.meta import Meta
from disc.core.span import Span

if TYPE_CHECKING:
    from disc.core.summary import Summary


PARTS = "／"
"""Stands between the name of a code and those of the codes above it."""


class Text(Struct, frozen=True):
    """Words."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Number(Struct, frozen=True):
    """A figure where it stands."""

    figure: int
    """Its place in `Document.figures`."""

    text: str
    """The characters displayed, with the unit where it stands in a sentence: 896.16万元."""


Inline = Text | Number


class Paragraph(Struct, frozen=True):
    """A paragraph of words and numbers."""

    content: tuple[Inline, ...]


class Item(Struct, frozen=True):
    """An item of an enumeration."""

    label: str
    """The number as displayed (1. or （一）), or an empty string for a bullet."""

    blocks: tuple[Paragraph | Enumeration, ...]


class Enumeration(Struct, frozen=True):
    """A list, numbered by the compiler or bulleted."""

    items: tuple[Item, ...]


class CellKind(StrEnum):
    """What a table cell holds."""

    COLUMN_HEADER = "column header"
    ROW_HEADER = "row header"
    TEXT = "text"
    CODE = "code"
    NUMBER = "number"


class Cell(Struct, frozen=True):
    """A cell of a table; a cell that another one spans into does not exist."""

    kind: CellKind
    content: tuple[Inline, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    indent: int = 0
    """Steps by which the text is moved in, to show what is part of what."""


class RowKind(StrEnum):
    """What a row of a table is."""

    HEADER = "header"
    DETAIL = "detail"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Row(Struct, frozen=True):
    """A row of a table."""

    kind: RowKind
    cells: tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table with its official surroundings."""

    id: str
    """Name in addresses and files, unique in the document: income, targets-2."""

    label: str
    """表1, numbered by the compiler; empty for tables that the form does not number."""

    title: str
    preparer: tuple[Inline, ...]
    """The line that names the preparing entity; may be empty."""

    unit: str
    """The unit line: 单位：万元; may be empty."""

    width: int
    """Number of columns once all spans are resolved."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[Paragraph, ...]
    columns: tuple[str, ...]
    """For each column its headings joined from the top, for formats that know one heading row; empty for layouts."""

    empty: bool = False
    """Whether no number stands in it, and a sentence below it says so."""


class Section(Struct, frozen=True):
    """A part, section or subsection: a numbered heading and what stands below it."""

    id: str
    """Anchor, unique in the document."""

    level: int
    """1 for parts, 2 for sections, 3 for subsections."""

    label: str
    """The number as displayed: 第一部分, 一、, （一）; may be empty."""

    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Enumeration | Table | Section


class UnitShare(Struct, frozen=True):
    """A unit of a department whose money is the sum of its units."""

    name: str
    address: str
    """Path of its own page below the site."""

    amount: Number | None
    """Its money as it counts in the department; None where it has none of its own."""

    share: Number | None
    """What percentage that is of the department's."""

    internal: tuple[str, ...]
    """Names of the sources whose money another unit pays, and that is not counted here."""

    span: Span | None = None
    """Where the spec of the department names it."""


class Status(StrEnum):
    """How a document meets a requirement."""

    PRESENT = "present"
    NOT_APPLICABLE = "not applicable"
    """It states that there is nothing to publish."""

    OMITTED = "omitted"
    """The official layout has no place for it, and the form says why."""

    MISSING = "missing"


class Covered(Struct, frozen=True):
    """One item that the national rules require, and how the document meets it."""

    item: str
    """Name of the requirement: three_public."""

    title: str
    status: Status
    section: str
    """Id of the section in which it stands; empty where it is missing."""

    reason: str = ""
    """Why the layout has no place for it, if it is omitted."""


class Change(Struct, frozen=True):
    """A change against last year of which the form says why, if the spec gives a reason."""

    measure: str
    """What changed: the name of a measure, or a function code."""

    title: str
    situation: str
    """rise, fall, new, vanished or equal."""

    this: Figure | None
    """This year's figure; None where there is nothing."""

    last: Figure | None
    """Last year's figure; None where there was nothing."""

    amount: Figure | None
    """By how much it changed, with its sign; None where nothing changed."""

    rate: Figure | None
    """The same in percent of last year; None where no such number exists."""

    reason: str
    """Key of its reason in the spec; empty where there is none."""


class Document(Struct, frozen=True):
    """A compiled disclosure."""

    meta: Meta
    cover: tuple[str, ...]
    """Lines of the title."""

    sections: tuple[Section, ...]
    """The parts, in order."""

    closing: tuple[Paragraph, ...]
    """Signature and date."""

    figures: tuple[Figure, ...]
    """Every figure that stands in the document, and every figure that one of them is calculated from."""

    lines: tuple[Line, ...]
    """Every stated number, in the order of the source."""

    units: tuple[UnitShare, ...] = ()
    """The units that a department is the sum of; none for any other."""

    changes: tuple[Change, ...] = ()
    """Every change of which the form says why, in the order of the sentences."""
    coverage: tuple[Covered, ...] = ()
    """What the national rules require, in their order; empty where the form does not say what fulfils it."""

    summary: Summary | None = None
    """What a citizen asks first; None where the form does not say what it is made of, or there is no money."""

    members: tuple[str, ...] = ()
    """Addresses of the disclosures of a department's units, those that are known, be its money their sum or not."""

    projects: tuple[str, ...] = ()
    """Names of the projects, each once, in the order of the spec; the form decides whether the pages show them."""

    stages: tuple[tuple[str, int], ...] = ()
    """The stages of last year that are known, each with the number of its first line; those before are this year's."""

    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What a member of a dimension that a line has is called, by dimension and member; a code with those above it."""

    explained: tuple[Explained, ...] = ()
    """What readers are told of each figure, in the order of `figures`."""

    line_titles: tuple[str, ...] = ()
    """What each line is called, in the order of `lines`: 基本支出 2010301 行政运行."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in order."""
        return tuple(_tables(self.sections))


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)
