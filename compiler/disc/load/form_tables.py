"""The tables of forms: columns and rows that select, or a free layout."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disc.core.document import RowKind
from disc.core.lazily import lazily
from disc.core.selection import Selection
from disc.core.stages import THIS_YEAR
from disc.load.form import Display, Mark, Template


class Column(Struct, frozen=True, dict=True):
    """A column of a table, or a group of columns under one heading."""

    head: Template
    show: str = ""
    """What a column of words shows: label, name, project, code, or a part of the code: code 1, code 2, code 3."""

    select: Selection | None = None
    """What a column of numbers narrows its rows to."""

    measure: str = ""
    """A measure in place of the selection, which the rows narrow; may be empty."""

    stage: str = THIS_YEAR
    """Which of the ledgers its numbers come from; of changes, which one this year is compared with."""

    columns: tuple[Column, ...] = ()
    blank: bool = False
    """Whether its cells are left blank, as the official layout has them."""

    text: Template | None = None
    """What a column of words says of each project or unit, which the template calls `it`."""

    change: str = ""
    """How much this year's number differs, as an `amount` or a `rate`; empty: it is a number of its own."""

    @lazily
    def leaves(self) -> tuple[Column, ...]:
        """The columns that hold cells, from left to right: itself, or those under it."""
        return leaves(self.columns) or (self,)

    @property
    def has_numbers(self) -> bool:
        """Whether its cells have numbers."""
        return not self.show and not self.blank and self.text is None


def leaves(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns that hold cells, from left to right."""
    return tuple([leaf for column in columns for leaf in column.leaves])


class FixedRow(Struct, frozen=True):
    """A row that the form names."""

    label: Template
    select: Selection
    measure: str
    """A measure in place of the selection; may be empty."""

    kind: RowKind
    indent: int
    when: Template | None
    blank: bool
    """Whether it has no numbers, as the official layout has it."""


class TreeRows(Struct, frozen=True):
    """A row for each member that occurs."""

    dimension: str
    """function, economic, project or unit."""

    levels: tuple[int, ...]
    """Which levels of the tree get rows: 1 for 类, 2 for 款, 3 for 项."""

    projects: bool
    """Whether projects stand below the lowest level."""

    everything: bool
    """Whether members that do not occur get rows too."""

    label: Template | None
    select: Selection = ()
    """What they narrow the table to: a closing row may stand for more than the rows above it."""

    @property
    def is_about(self) -> str:
        """Whether some of its rows are about a `project` or a `unit`, of which columns can say something."""
        return "project" if self.projects else "unit" if self.dimension == "unit" else ""


class Side(Struct, frozen=True, dict=True):
    """One half of a two-sided table; other tables have one side."""

    columns: tuple[Column, ...]
    rows: tuple[FixedRow | TreeRows, ...]
    total: Template | None
    """Words of the closing row."""

    select: Selection = ()
    """What all its rows and the closing one are narrowed to: that of the table, and its own."""

    @lazily
    def leaves(self) -> tuple[Column, ...]:
        """Its columns that hold cells."""
        return leaves(self.columns)

    @property
    def is_about(self) -> frozenset[str]:
        """What some of its rows are about: `project`, `unit`."""
        return frozenset(rows.is_about for rows in self.rows if isinstance(rows, TreeRows) and rows.is_about)


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
