"""Whether the rows of a table hold all the money of their closing row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from disc.compile.book import Account
from disc.compile.quantity import Facts, Quantity, Selected, Stated, StatedSum, Total
from disc.compile.rows import Plan
from disc.core.figure import Figure
from disc.core.ledger import Ledger
from disc.core.selection import Selection
from disc.load.form import Display
from disc.load.form_tables import FixedRow, Side, TreeRows


def uncovered(
    side: Side,
    plans: Sequence[Plan],
    total: Plan,
    account: Account,
    quantities: Mapping[str, Quantity],
    display: Display,
) -> Figure | None:
    """Return the money of the closing row that stands in no other, or None if there is none or it cannot be told.

    Args:
        side: it is looked at if the form names all its rows, or which members of a tree have any; others leave nothing
            out.
        plans: its rows.
        total: its closing row.
        account: this year's.
        quantities: what rows that are measures stand for.
        display: how money is written in the table.
    """
    columns = (c.select or () for c in side.leaves if c.has_numbers and not (c.stage or c.measure or c.change))
    column = next(columns, None)
    if column is None or not all(isinstance(rows, FixedRow) or _chooses(rows) for rows in side.rows):
        return None
    ledger = account.ledger
    whole = ledger.select(total.selection + column)
    rows = [_money(plan, column, quantities, ledger) for plan in plans if not plan.blank]
    if whole is None or None in rows:
        return None
    held = _union(rows)
    missing = whole & ~ledger.widen(held)
    return account.figure(missing, display) if missing and not ledger.mixes(missing, held) else None


def _chooses(rows: TreeRows) -> bool:
    """Return whether a form says which members of a tree have rows."""
    return any(constraint.dimension == rows.dimension for constraint in rows.select)


def _money(plan: Plan, column: Selection, quantities: Mapping[str, Quantity], ledger: Ledger) -> int | None:
    """Return the lines of a row, or None where they are not known."""
    quantity = quantities[plan.measure] if plan.measure else Selected(())
    return _lines(quantity.narrowed(plan.selection + column), ledger)


def _lines(quantity: Quantity, ledger: Ledger) -> int | None:
    match quantity:
        case Selected(selection) | Stated(otherwise=Selected(selection)):
            return ledger.select(selection)
        case Total(parts) | StatedSum(otherwise=Total(parts)):
            found = [_lines(part, ledger) for part in parts]
            return None if None in found else _union(found)
        case Facts():
            return 0


def _union(masks: Iterable[int | None]) -> int:
    union = 0
    for mask in masks:
        union |= mask or 0
    return union
