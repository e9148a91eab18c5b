"""What is to be known of a table that nobody reads: whether its cells are blank, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disc.compile.book import Book, Missing
from disc.compile.comparison import change
from disc.compile.quantity import Quantity, Selected
from disc.compile.rows import Plan
from disc.core.figure import Figure
from disc.core.selection import Reach
from disc.core.stages import THIS_YEAR
from disc.load.form import Display
from disc.load.form_tables import Column


class Outline:
    """The columns of one side, without cells."""

    def __init__(
        self,
        columns: Iterable[Column],
        book: Book,
        quantities: Mapping[str, Quantity],
        display: Display,
    ) -> None:
        self._book = book
        self._quantities = quantities
        self._display = display
        self._columns = [column for column in columns if column.has_numbers]
        self._this_year = [column for column in self._columns if not column.stage]
        self._has_measures = any(column.measure for column in self._this_year)
        self._ledger = book.this.ledger
        self._reaches = [self._ledger.reach(column.select or ()) for column in self._this_year]
        self._open: dict[Reach, int] = {}

    def open_cells(self, plan: Plan) -> int:
        """Return how many cells of a planned row are blank because the spec is not fine enough to fill them."""
        if plan.blank:
            return 0
        if plan.measure or self._has_measures:
            return sum(self._figure(plan, column) is Missing.UNKNOWN for column in self._this_year)
        row = self._ledger.reach(plan.selection)
        found = self._open.get(row)
        if found is None:
            # In a tree many rows select the same lines, or none.
            found = [self._ledger.crossed(row, reach) for reach in self._reaches].count(None)
            self._open[row] = found
        return found

    def has_figures(self, plan: Plan) -> bool:
        """Return whether there is a number in a planned row."""
        figures = () if plan.blank else (self._figure(plan, column) for column in self._columns)
        return any(isinstance(figure, Figure) and not figure.is_nothing for figure in figures)

    def _figure(self, plan: Plan, column: Column) -> Figure | Missing:
        """Return what stands where a row and a column cross."""
        found = self._at(column.stage, plan, column)
        return change(self._at(THIS_YEAR, plan, column), found) if column.change else found

    def _at(self, stage: str, plan: Plan, column: Column) -> Figure | Missing:
        """Return what there is of a stage where a row and a column cross."""
        account = self._book.account(stage)
        if account is None:
            return Missing.UNKNOWN
        selection, measure = plan.selection + (column.select or ()), plan.measure or column.measure
        quantity = self._quantities[measure].narrowed(selection) if measure else Selected(selection)
        return quantity.figure(account, self._display)
