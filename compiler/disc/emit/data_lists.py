"""The lists of `data.json`: stated numbers, units, required items; each item stands on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.json import Encoder

from disc.core.document import Covered, Number, Status, UnitShare
from disc.core.ledger import Line
from disc.core.number import exact_text

# Coordinates are sorted by their dimensions.
_encode_lines = Encoder(order="deterministic").encode_lines


class _Line(Struct, frozen=True):
    amount: str
    unit: str
    decimals: int
    path: str
    file: str
    line: int
    column: int
    coordinates: Mapping[str, str]


class _Number(Struct, frozen=True):
    text: str
    figure: str


class _Unit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    name: str
    address: str
    amount: _Number | None = None
    share: _Number | None = None
    internal: tuple[str, ...]


class _Covered(Struct, frozen=True, omit_defaults=True):
    item: str
    title: str
    status: Status
    section: str
    reason: str = ""


def lines_json(lines: Iterable[Line]) -> str:
    """Return the stated numbers as JSON text."""
    return _list(map(_line, lines))


def units_json(units: Iterable[UnitShare]) -> str:
    """Return the units of a department as JSON text."""
    return _list(map(_unit, units))


def coverage_json(coverage: Iterable[Covered]) -> str:
    """Return the required items as JSON text."""
    return _list(_Covered(each.item, each.title, each.status, each.section, each.reason) for each in coverage)


def _list(items: Iterable[Struct]) -> str:
    # Each ends with a line feed; there is no other, since JSON escapes those of texts.
    lines = _encode_lines(list(items)).decode()[:-1]
    return "[\n" + lines.replace("\n", ",\n") + "\n]" if lines else "[]"


def _line(line: Line) -> _Line:
    span = line.span
    return _Line(
        exact_text(line.amount, line.unit),
        line.unit.name,
        line.decimals,
        line.path,
        span.file,
        span.line,
        span.column,
        dict(line.coordinates),
    )


def _unit(unit: UnitShare) -> _Unit:
    return _Unit(
        name=unit.name,
        address=unit.address,
        amount=_number(unit.amount),
        share=_number(unit.share),
        internal=unit.internal,
    )


def _number(number: Number | None) -> _Number | None:
    return _Number(number.text, f"f{number.figure}") if number else None
