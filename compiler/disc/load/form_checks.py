"""Whether a form, with everything it inherits, is complete and refers only to what exists.

`check_contents` judges the merged contents before a `Form` is made of them. `disc.load.form_templates` judges the
templates of the form that is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.form_codes import chosen, selections
from disc.load.form_rules import (
    CIRCULAR_MEASURE,
    CONFLICTING_FIELDS,
    DUPLICATE_PART,
    INCOMPLETE_FORM,
    MEASURES_CROSSED,
    NAMELESS_TOTAL,
    RESERVED_NAME,
    REVERSED_YEARS,
    ROW_OF_EVERYTHING,
    UNKNOWN_FORM_NAME,
    UNKNOWN_MEMBER,
    UNUSED_ENTRY,
)
from disc.load.form_summary import lacking_of_summary, measures_of_summary
from disc.load.form_words import NAMES, PREPARER, REPEATED, ROUNDING, UNIT
from disc.load.nearest import near
from disc.load.tree import Map, Path

Data = Mapping[str, Any]
Place = Callable[[Path], Span]
"""From a path of the merged contents to its place."""

Members = Mapping[str, frozenset[str]]
"""Dimension to its members, of those that are the same in every year."""

_DISPLAY = ("unit", "decimals", "thousands", "zero")
_BODIES = ("columns", "sides", "layout")
_SOURCES = ("select", "facts", "sum")
_NAMING = ("label", "name", "project")
# Words of the template language itself.
_KEYWORDS = frozenset({"it", "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "loop", "self"})
_KINDS = {
    "sections": ("节", "section"),
    "tables": ("表", "table"),
    "measures": ("指标", "measure"),
    "phrases": ("说法", "phrase"),
    "words": ("用语", "word"),
    "requirements": ("公开内容要求", "requirement"),
}


def check_contents(form: Data, place: Place, members: Members) -> Iterator[Diagnostic]:
    """Yield what keeps a form from being made.

    Args:
        form: merged contents; each file that they come from is valid against the schema.
        place: where things stand.
        members: dimensions whose members do not depend on the year.
    """
    yield from _lacking(form, place)
    yield from _conflicts(form, place)
    yield from _references(form, place)
    yield from _circles(form, place)
    yield from _reserved(form, place)
    yield from _totals(form, place)
    yield from _crossed(form, place)
    yield from _years(form, place)
    yield from _parts(form, place)
    for path, selection in selections(form):
        yield from _members(selection, path, place, members)


def check_use(form: Data, own: Data, place: Place) -> Iterator[Diagnostic]:
    """Yield what a form declares itself and hardly means: rows of everything, sections and tables without use."""
    yield from _rows_of_everything(own, place)
    parts = list(form.get("parts", ()))
    if not parts:
        return
    named = [entry for part in parts for entry in part["sections"]]
    used = {
        "sections": {entry for entry in named if not isinstance(entry, Map)},
        "tables": {name for _, name in _tables_used(form)},
    }
    for kind, names in used.items():
        for name in own.get(kind, ()):
            if name not in names:
                zh, en = _KINDS[kind]
                yield UNUSED_ENTRY.at(place((kind, name)), name=name, what_zh=zh, what_en=en)


def _rows_of_everything(own: Data, place: Place) -> Iterator[Diagnostic]:
    """Yield the rows with a name, and no more, that stand in columns of money: 结转下年 would be all there is."""
    for path, _, table in _entries(own, "tables"):
        for base, side in _sides(table, path):
            if any("select" in column for _, column in _columns(side, base)):
                for n, row in enumerate(side.get("rows", ())):
                    if row.keys() <= {"label", "indent", "when"} and row.get("label"):
                        yield ROW_OF_EVERYTHING.at(place((*base, "rows", n)), label=row["label"])


def _entries(form: Data, kind: str) -> Iterator[tuple[Path, str, Data]]:
    for name, entry in form.get(kind, {}).items():
        yield (kind, name), name, entry


def _lacking(form: Data, place: Place) -> Iterator[Diagnostic]:
    wanted: list[Path] = [("display", kind, key) for kind in ("table", "text") for key in _DISPLAY]
    wanted += [("phrases", name) for name in (PREPARER, ROUNDING, UNIT)]
    wanted += [(*path, "title") for kind in ("measures", "tables") for path, _, _ in _entries(form, kind)]
    wanted += [(*path, "blocks") for path, _, _ in _entries(form, "sections")]
    for path, _, table in _entries(form, "tables"):
        if not any(body in table for body in _BODIES):
            yield INCOMPLETE_FORM.at(place(path), name=f"{'.'.join(map(str, path))}.columns")
        elif "columns" in table:
            wanted.append((*path, "rows"))
    for path, _, measure in _entries(form, "measures"):
        if not any(source in measure for source in _SOURCES):
            yield INCOMPLETE_FORM.at(place(path), name=f"{'.'.join(map(str, path))}.select")
    wanted += lacking_of_summary(form)
    for path in wanted:
        if not _has(form, path):
            yield INCOMPLETE_FORM.at(place(path), name=".".join(map(str, path)))


def _has(form: Data, path: Path) -> bool:
    here: object = form
    for step in path:
        if not isinstance(here, Mapping) or step not in here:
            return False
        here = here[step]
    return True


def _conflicts(form: Data, place: Place) -> Iterator[Diagnostic]:
    for kind, fields in (("tables", _BODIES), ("measures", _SOURCES)):
        for path, name, entry in _entries(form, kind):
            if len(both := [field for field in fields if field in entry]) > 1:
                yield CONFLICTING_FIELDS.at(place(path), name=name, fields="、".join(both))


def _references(form: Data, place: Place) -> Iterator[Diagnostic]:
    named = (*_sections_named(form), *_measures_summed(form), *_measures_shown(form))
    tables = (("tables", path, name) for path, name in _tables_used(form))
    summed = (("measures", path, name) for path, name in measures_of_summary(form))
    for kind, path, name in (*named, *tables, *summed):
        known = form.get(kind, {})
        if name not in known:
            yield unknown(kind, name, known, place(path))


def unknown(kind: str, name: str, known: Collection[str], span: Span) -> Diagnostic:
    """Return that a form has nothing of a kind by a name."""
    zh, en = _KINDS[kind]
    return UNKNOWN_FORM_NAME.at(span, name=name, what_zh=zh, what_en=en, **near(name, known))


def _sections_named(form: Data) -> Iterator[tuple[str, Path, str]]:
    for n, part in enumerate(form.get("parts", ())):
        for m, entry in enumerate(part["sections"]):
            if not isinstance(entry, Map):
                yield "sections", ("parts", n, "sections", m), str(entry)


def _measures_summed(form: Data) -> Iterator[tuple[str, Path, str]]:
    for path, _, measure in _entries(form, "measures"):
        for n, name in enumerate(measure.get("sum", ())):
            yield "measures", (*path, "sum", n), name


def _measures_shown(form: Data) -> Iterator[tuple[str, Path, str]]:
    for path, _, table in _entries(form, "tables"):
        for base, side in _sides(table, path):
            for n, row in enumerate(side.get("rows", ())):
                if "measure" in row:
                    yield "measures", (*base, "rows", n, "measure"), row["measure"]
            for here, column in _columns(side, base):
                if "measure" in column:
                    yield "measures", (*here, "measure"), column["measure"]


def _tables_used(form: Data) -> Iterator[tuple[Path, str]]:
    """Yield every name of a table with the path where it stands."""
    for n, part in enumerate(form.get("parts", ())):
        for m, entry in enumerate(part["sections"]):
            if isinstance(entry, Map):
                yield ("parts", n, "sections", m, "table"), str(entry["table"])
    for path, _, section in _entries(form, "sections"):
        yield from _tables_in(section, path)


def _tables_in(holder: Data, path: Path) -> Iterator[tuple[Path, str]]:
    for n, block in enumerate(holder.get("blocks", ())):
        here = (*path, "blocks", n)
        if "table" in block:
            yield (*here, "table"), str(block["table"])
        yield from _tables_in(block, here)


def _circles(form: Data, place: Place) -> Iterator[Diagnostic]:
    parts = {name: list(measure.get("sum", ())) for _, name, measure in _entries(form, "measures")}
    for name, ahead in parts.items():
        seen: set[str] = set()
        while ahead and name not in seen:
            seen.update(ahead)
            ahead = [below for part in ahead for below in parts.get(part, ()) if below not in seen]  # noqa: PLW2901
        if name in seen:
            yield CIRCULAR_MEASURE.at(place(("measures", name, "sum")), name=name)


def _reserved(form: Data, place: Place) -> Iterator[Diagnostic]:
    for path, name, _ in _entries(form, "measures"):
        if name in NAMES | REPEATED | _KEYWORDS:
            yield RESERVED_NAME.at(place(path), name=name)


def _totals(form: Data, place: Place) -> Iterator[Diagnostic]:
    for path, _, table in _entries(form, "tables"):
        for base, side in _sides(table, path):
            named = any(column.get("show") in _NAMING for _, column in _columns(side, base))
            if "total" in side and "columns" in side and not named:
                yield NAMELESS_TOTAL.at(place((*base, "total")))


def _crossed(form: Data, place: Place) -> Iterator[Diagnostic]:
    for path, _, table in _entries(form, "tables"):
        for base, side in _sides(table, path):
            if any("measure" in column for _, column in _columns(side, base)):
                for n, row in enumerate(side.get("rows", ())):
                    if "measure" in row:
                        yield MEASURES_CROSSED.at(place((*base, "rows", n, "measure")), name=row["measure"])


def _years(form: Data, place: Place) -> Iterator[Diagnostic]:
    years = form.get("years", {})
    if "from" in years and "to" in years and years["from"] > years["to"]:
        yield REVERSED_YEARS.at(place(("years",)), first=years["from"], last=years["to"])


def _parts(form: Data, place: Place) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for n, part in enumerate(form.get("parts", ())):
        if part["id"] in seen:
            yield DUPLICATE_PART.at(place(("parts", n, "id")), id=part["id"])
        seen.add(part["id"])


def _columns(holder: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    """Yield the columns of a side, groups included, with their paths."""
    for n, column in enumerate(holder.get("columns", ())):
        here = (*path, "columns", n)
        yield here, column
        yield from _columns(column, here)


def _sides(table: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    if "sides" not in table:
        yield path, table
    for n, side in enumerate(table.get("sides", ())):
        yield (*path, "sides", n), side


def _members(selection: Data, path: Path, place: Place, members: Members) -> Iterator[Diagnostic]:
    for dimension, name, here in chosen(selection, path):
        known = members.get(dimension)
        if known is not None and name not in known:
            yield UNKNOWN_MEMBER.at(place(here), dimension=dimension, name=name, **near(name, known))
