"""Rows of tables: what the form declares, as plans that know what they select and what their words are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from disc.compile.book import Book
from disc.compile.writer import Writer
from disc.core.document import RowKind
from disc.core.ledger import Ledger
from disc.core.selection import Selection, within
from disc.core.stages import THIS_YEAR
from disc.load.classification import Classification, CodeTable
from disc.load.form import Template
from disc.load.form_tables import FixedRow, Side, TreeRows

NAMING = ("label", "name", "project")
"""Columns of words that can name a row."""


class Plan(Struct, frozen=True):
    """A row before its cells are filled."""

    kind: RowKind
    selection: Selection
    words: Mapping[str, str]
    """Marked text of the columns of words: label, name, project."""

    codes: tuple[str, ...] = ()
    """The code as tables cut it: 201, 03, 01."""

    measure: str = ""
    """A measure that the selection narrows; may be empty."""

    texts: tuple[str, ...] = ()
    """Marked text of the columns that say something of what the row is about, or nothing where it is about nothing."""

    indent: int = 0
    blank: bool = False
    """Whether it has no numbers, whatever it selects."""


class RowPlanner(Struct, frozen=True):
    """Plans the rows of one side of a table."""

    classification: Classification
    book: Book
    writer: Writer
    select: Selection
    """What the side as a whole selects."""

    def side(self, side: Side) -> tuple[list[Plan], Plan | None]:
        """Return the rows of a side, and its closing row."""
        ledgers = self._ledgers(side)
        texts = tuple(column.text for column in side.leaves if column.text)
        plans = [plan for rows in side.rows for plan in self._rows(rows, ledgers, texts)]
        if side.total is None:
            return plans, None
        label = self.writer.text(side.total)
        # Where all rows are projects, the total is theirs.
        listed = all(isinstance(rows, TreeRows) and rows.dimension == "project" for rows in side.rows)
        select = (*self.select, within("nature", "project")) if listed else self.select
        return plans, Plan(RowKind.TOTAL, select, {_naming(side): label})

    def _ledgers(self, side: Side) -> list[Ledger]:
        """Return the ledgers that the numbers of a table come from."""
        stages = {THIS_YEAR, *(column.stage for column in side.leaves)}
        return [account.ledger for stage in sorted(stages) if (account := self.book.account(stage))]

    def _rows(self, rows: FixedRow | TreeRows, ledgers: Sequence[Ledger], texts: Sequence[Template]) -> Iterator[Plan]:
        match rows:
            case FixedRow():
                yield from self._fixed(rows)
            case TreeRows(dimension="project"):
                yield from self._projects(rows.select, texts)
            case TreeRows(dimension="unit"):
                yield from self._units(rows, texts)
            case TreeRows():
                yield from self._tree(rows, ledgers, texts)

    def _fixed(self, row: FixedRow) -> Iterator[Plan]:
        if self.writer.holds(row.when, {}):
            words = {"label": self.writer.text(row.label)}
            selection = self.select + row.select
            yield Plan(row.kind, selection, words, measure=row.measure, indent=row.indent, blank=row.blank)

    def _units(self, rows: TreeRows, texts: Sequence[Template]) -> Iterator[Plan]:
        """Plan a row for each unit, or for the entity where it is no sum of units."""
        for selection, unit in self.writer.vocabulary.units():
            said = tuple(self.writer.texts(texts, {"it": unit}))
            yield Plan(RowKind.DETAIL, (*self.select, *rows.select, *selection), {"label": unit.title}, texts=said)

    def _tree(self, rows: TreeRows, ledgers: Sequence[Ledger], texts: Sequence[Template]) -> Iterator[Plan]:
        table = self.classification.tables[rows.dimension]
        select = (*self.select, *rows.select)
        occurring = {code for ledger in ledgers for code in ledger.members(rows.dimension, select)}
        chosen = [each.members for each in rows.select if each.dimension == rows.dimension]
        topmost, deepest = min(rows.levels), max(rows.levels)
        counts: dict[int, int] = {}
        for code in table.at_levels(rows.levels) if rows.everything else sorted(occurring):
            if (level := table.level(code)) not in rows.levels or (chosen and not _within(chosen, code, table)):
                continue
            name, ends = table.name(code), level == deepest
            label = name if rows.label is None else self._label(rows.label, code, name, _count(counts, level))
            detail = ends and not rows.projects
            yield _branch(select, rows.dimension, code, name, label, level - topmost, detail=detail)
            if ends and rows.projects:
                yield from self._projects((*rows.select, within(rows.dimension, code)), texts)

    def _label(self, label: Template, code: str, name: str, index: int) -> str:
        return self.writer.phrase(label, {"code": code, "name": name, "index": index})

    def _projects(self, branch: Selection, texts: Sequence[Template]) -> Iterator[Plan]:
        """Plan a row for each project and function item with money in the table."""
        ledger = self.book.this.ledger
        table = self.classification.tables["function"]
        for member in self.writer.vocabulary.project_members(self.select + branch):
            project = self.writer.vocabulary.project(member)
            title, said = project.title, tuple(self.writer.texts(texts, {"it": project}))
            chosen = (*self.select, *branch, within("project", member))
            for code in sorted(c for c in ledger.members("function", chosen) if table.is_item(c)):
                yield Plan(
                    kind=RowKind.DETAIL,
                    selection=(*chosen, within("function", code)),
                    words={"label": title, "name": table.name(code), "project": title},
                    codes=table.parts(code),
                    texts=said,
                )


def _within(chosen: Sequence[frozenset[str]], code: str, table: CodeTable) -> bool:
    """Return whether a code is one of those chosen or below one, for each choice that there is."""
    return not any(members.isdisjoint((code, *table.above(code))) for members in chosen)


def _count(counts: dict[int, int], level: int) -> int:
    """Return the number of the next row of a level; rows are counted within the row above them."""
    for below in [known for known in counts if known > level]:
        del counts[below]
    counts[level] = counts.get(level, 0) + 1
    return counts[level]


# Documents of a form and a year have the same rows, with other numbers.
@lru_cache(maxsize=16384)
def _branch(select: Selection, dimension: str, code: str, name: str, label: str, indent: int, *, detail: bool) -> Plan:
    """Return the row of a member of a tree, given what its table selects."""
    kind = RowKind.DETAIL if detail else RowKind.SUBTOTAL
    words = {"name": name, "label": label}
    return Plan(kind, (*select, within(dimension, code)), words, CodeTable.parts(code), indent=indent)


def _naming(side: Side) -> str:
    """Return the column that names a row, where the words of the closing row stand."""
    return next(column.show for column in side.leaves if column.show in NAMING)
