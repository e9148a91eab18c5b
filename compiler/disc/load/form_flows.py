"""Whether a form of final accounts says of all money whether it is income, expenditure or a balance.

In a budget these are the same money, so its forms say nothing; in accounts a number of both would count it twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from disc.core.diagnostic import Diagnostic
from disc.core.flows import FLOW
from disc.core.selection import Selection
from disc.core.span import Span
from disc.load.form import Form
from disc.load.form_rules import FLOW_MISSING, FLOWS_MIXED
from disc.load.form_tables import FixedRow, Side
from disc.load.lines import has_flows
from disc.load.schema_trail import Part
from disc.load.tree import Path


def check_flows(
    form: Form, schema: Part, sides: Mapping[str, str], location: Callable[[Path], Span]
) -> Iterator[Diagnostic]:
    """Yield every selection of a form, of a kind of documents with flows, that does not say which it means.

    Args:
        form: the form.
        schema: that of its kind.
        sides: each flow with what it is a part of in the end: receipts or uses.
        location: from a path of the form to its place.
    """
    if not has_flows(schema):
        return
    for name, measure in form.measures.items():
        if measure.select is not None:
            yield from _judged(measure.select, measure.title, location(("measures", name, "select")), sides)
    for table in form.tables.values():
        for side in table.sides:
            yield from dict.fromkeys(_crossed(side, sides))


def _crossed(side: Side, sides: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the numbers of a side, at the heads of their columns."""
    rows = [() if isinstance(row, FixedRow) and (row.measure or row.blank) else (row.select,) for row in side.rows]
    selects = [select for row in rows for select in row] + ([()] if side.total else [])
    for column in side.leaves:
        if column.has_numbers and not column.measure:
            for select in selects:
                chosen = (*side.select, *select, *(column.select or ()))
                yield from _judged(chosen, column.head.source, column.head.span, sides)


def _judged(selection: Selection, name: str, span: Span, sides: Mapping[str, str]) -> Iterator[Diagnostic]:
    flows = [constraint.members for constraint in selection if constraint.dimension == FLOW]
    if not flows:
        yield FLOW_MISSING.at(span, name=name)
    elif all(len({sides[member] for member in members}) > 1 for members in flows):
        yield FLOWS_MIXED.at(span, name=name)
