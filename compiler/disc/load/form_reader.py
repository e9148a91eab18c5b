"""From the YAML of a form, and of the forms it extends, to a typed `Form`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.document import RowKind
from disc.core.ledger import Selection
from disc.core.number import MONEY_UNITS
from disc.core.span import Span
from disc.load.form import (
    Block,
    Column,
    Display,
    FixedRow,
    Form,
    LayoutCell,
    LayoutRow,
    Measure,
    Part,
    Section,
    Side,
    Table,
    Template,
    TreeRows,
    selection,
    words,
)
from disc.load.form_checks import check_contents, check_use
from disc.load.form_templates import check_templates
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.tree import Map, Path, Seq, has, place

T = TypeVar("T")
Data = Mapping[str, Any]
"""A mapping of the form, read freely: the schema has been checked."""

FOLDER = "schema/forms"
DIMENSIONS = "schema/classification/dimensions.yaml"

CIRCULAR_FORM = Rule(
    "circular-form",
    Level.ERROR,
    Words("表样互相继承", "Forms extend each other"),
    Words("表样 {form} 直接或间接地继承了自己", "the form {form} extends itself, directly or through others"),
    Words("改正 extends", "Mend `extends`"),
)
UNKNOWN_BASE = Rule(
    "unknown-base-form",
    Level.ERROR,
    Words("所继承的表样不存在", "A form extends one that does not exist"),
    Words("没有名为 {form} 的表样可以继承", "there is no form {form} to extend"),
    Words("extends 写 schema/forms/ 下的路径，不带 .yaml", "`extends` is a path below schema/forms/, without .yaml"),
)


def form_names(resources: Resources) -> tuple[str, ...]:
    """Return the names of all forms, those that only serve as a base included."""
    return tuple(n.removeprefix(f"{FOLDER}/").removesuffix(".yaml") for n in resources.list(FOLDER, ".yaml"))


def load_form(resources: Resources, name: str, schema: Schema) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Return a form with everything it inherits.

    Raises:
        FileNotFoundError: there is no such form (ask `form_names` first).
    """
    layers, diagnostics = _layers(resources, name, schema)
    if has_errors(diagnostics):
        return None, diagnostics
    merged: Map = layers[-1][1]
    for _, data in reversed(layers[:-1]):
        merged = _merge(merged, data)
    reader = _Reader(layers)
    diagnostics += tuple(check_contents(merged, reader.span, _members(resources)))
    if has_errors(diagnostics):
        return None, diagnostics
    form = reader.form(name, merged)
    diagnostics += (*check_templates(form), *check_use(merged, layers[0][1], reader.span))
    return None if has_errors(diagnostics) else form, diagnostics


def _layers(resources: Resources, name: str, schema: Schema) -> tuple[list[tuple[str, Map]], tuple[Diagnostic, ...]]:
    """Return (file, contents) of a form and of those it extends, nearest first."""
    layers: list[tuple[str, Map]] = []
    diagnostics: list[Diagnostic] = []
    known = set(form_names(resources))
    while name:
        file = f"{FOLDER}/{name}.yaml"
        data, found = read_source(resources.read(file), file)
        diagnostics += found
        if data is None:
            break
        diagnostics += validate(data, schema, file)
        layers.append((file, data))
        base = data.get("extends")
        name = base if isinstance(base, str) else ""
        if name and f"{FOLDER}/{name}.yaml" in {f for f, _ in layers}:
            diagnostics.append(CIRCULAR_FORM.at(place(data, ("extends",), file), form=name))
            break
        if name and name not in known:
            diagnostics.append(UNKNOWN_BASE.at(place(data, ("extends",), file), form=name))
            break
    return layers, tuple(diagnostics)


def _members(resources: Resources) -> dict[str, frozenset[str]]:
    """Return the members of the dimensions that are the same in every year."""
    data, _ = read_source(resources.read(DIMENSIONS), DIMENSIONS)
    return {name: frozenset(_below(branch)) for name, branch in (data or {}).items()}


def _below(branch: object) -> Iterator[str]:
    for member, entry in branch.items() if isinstance(branch, Map) else ():
        yield member
        if isinstance(entry, Map):
            yield from _below(entry.get("members"))


def _merge(base: Map, over: Map) -> Map:
    """Return `base` with what `over` says: mappings merge, everything else is replaced."""
    merged = Map(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merge(below, value) if isinstance(below, Map) and isinstance(value, Map) else value
    return merged


def _selection(value: Mapping[str, object] | None) -> Selection | None:
    return None if value is None else selection({k: words(v) for k, v in value.items()})


class _Reader:
    """Reads validated contents; every method takes the path of what it reads, for the places of templates."""

    def __init__(self, layers: Sequence[tuple[str, Map]]) -> None:
        self._layers = layers

    def form(self, name: str, data: Data) -> Form:
        display = {key: self._display(value) for key, value in data["display"].items()}
        return Form(
            id=name,
            title=data["title"],
            kind=data["kind"],
            files=tuple(file for file, _ in self._layers),
            text=display["text"],
            measures={key: self._measure(key, value) for key, value in data["measures"].items()},
            phrases={key: self._phrase(value, ("phrases", key)) for key, value in data["phrases"].items()},
            cover=self._templates(data.get("cover", ()), ("cover",)),
            closing=self._templates(data.get("closing", ()), ("closing",)),
            numbering=tuple(data.get("numbering", ())),
            item_label=data.get("item_label", "{arabic}."),
            table_label=data.get("table_label", ""),
            parts=self._each(self._part, data.get("parts", ()), ("parts",), data),
            tables={k: self._table(k, v, ("tables", k), data) for k, v in data.get("tables", {}).items()},
        )

    def span(self, path: Path) -> Span:
        """Return the place of a path in the nearest file that has it, or has what should hold it."""
        while path:
            for file, data in self._layers:
                if has(data, path):
                    return place(data, path, file)
            path = path[:-1]
        return Span(self._layers[0][0])

    def _template(self, source: object, path: Path) -> Template:
        return Template(str(source), self.span(path))

    def _optional(self, data: Data, key: str, path: Path) -> Template | None:
        return self._template(data[key], (*path, key)) if key in data else None

    def _templates(self, sources: Sequence[object], path: Path) -> tuple[Template, ...]:
        return tuple(self._template(source, (*path, n)) for n, source in enumerate(sources))

    @staticmethod
    def _each(read: Callable[..., T], values: Sequence[Any], path: Path, *more: Data) -> tuple[T, ...]:
        return tuple(read(value, (*path, n), *more) for n, value in enumerate(values))

    @staticmethod
    def _display(data: Data) -> Display:
        return Display(MONEY_UNITS[data["unit"]], data["decimals"], data["thousands"], data["zero"])

    @staticmethod
    def _measure(name: str, data: Data) -> Measure:
        return Measure(
            name,
            data["title"],
            _selection(data.get("select")),
            data.get("stated", ""),
            tuple(data.get("facts", ())),
            tuple(data.get("sum", ())),
        )

    def _phrase(self, value: object, path: Path) -> Template | dict[str, Template]:
        if isinstance(value, Map):
            return {key: self._template(text, (*path, key)) for key, text in value.items()}
        return self._template(value, path)

    def _part(self, data: Data, path: Path, form: Data) -> Part:
        sections = tuple(self._section(entry, (*path, "sections", n), form) for n, entry in enumerate(data["sections"]))
        return Part(data["id"], self._template(data["title"], (*path, "title")), sections)

    def _section(self, entry: object, path: Path, form: Data) -> Section:
        if isinstance(entry, Map):
            table = str(entry["table"])
            title = self._template(form["tables"][table]["title"], ("tables", table, "title"))
            return Section(table, title, self._optional(entry, "when", path), (Block(table=table),))
        name = str(entry)
        data, path = form["sections"][name], ("sections", name)
        blocks = self._each(self._block, data["blocks"], (*path, "blocks"))
        return Section(name, self._optional(data, "title", path), self._optional(data, "when", path), blocks)

    def _block(self, data: Data, path: Path) -> Block:
        listed = data.get("list")
        items: tuple[Block, ...] = ()
        if isinstance(listed, Map):
            items = (self._block(listed, (*path, "list")),)
        elif isinstance(listed, Seq):
            items = self._each(self._block, listed, (*path, "list"))
        return Block(
            when=self._optional(data, "when", path),
            each=self._optional(data, "each", path),
            name=data.get("as", "it"),
            text=self._optional(data, "text", path),
            prose=self._optional(data, "prose", path),
            table=data.get("table", ""),
            source=self._optional(data, "list", path) if isinstance(listed, str) else None,
            items=items,
            title=self._optional(data, "section", path),
            blocks=self._each(self._block, data.get("blocks", ()), (*path, "blocks")),
        )

    def _table(self, name: str, data: Data, path: Path, form: Data) -> Table:
        sides = data.get("sides") or ([data] if "columns" in data else [])
        base = (*path, "sides") if "sides" in data else None
        phrases = form["phrases"]
        return Table(
            id=name,
            title=self._template(data["title"], (*path, "title")),
            select=_selection(data.get("select")) or (),
            sides=tuple(self._side(side, (*base, n) if base else path) for n, side in enumerate(sides)),
            layout=self._each(self._layout_row, data.get("layout", ()), (*path, "layout")),
            numbered=data.get("numbered", True),
            preparer=self._optional(data, "preparer", path)
            or self._template(phrases["preparer"], ("phrases", "preparer")),
            unit=self._optional(data, "unit", path) or self._template(phrases["unit"], ("phrases", "unit")),
            empty=self._optional(data, "empty", path),
            notes=self._templates(data.get("notes", ()), (*path, "notes")),
            display=self._display({**form["display"]["table"], **data.get("display", {})}),
        )

    def _side(self, data: Data, path: Path) -> Side:
        return Side(
            self._each(self._column, data["columns"], (*path, "columns")),
            self._each(self._rows, data["rows"], (*path, "rows")),
            self._optional(data, "total", path),
        )

    def _column(self, data: Data, path: Path) -> Column:
        return Column(
            self._template(data["head"], (*path, "head")),
            data.get("show", ""),
            _selection(data.get("select")),
            self._each(self._column, data.get("columns", ()), (*path, "columns")),
        )

    def _rows(self, data: Data, path: Path) -> FixedRow | TreeRows:
        if "tree" in data:
            levels = data.get("levels", ())
            return TreeRows(
                "project" if data["tree"] == "projects" else data["tree"],
                tuple(level for level in levels if isinstance(level, int)),
                "projects" in levels or data["tree"] == "projects",
                data.get("all", False),
                self._optional(data, "label", path),
            )
        return FixedRow(
            self._template(data["label"], (*path, "label")),
            _selection(data.get("select")) or (),
            data.get("measure", ""),
            RowKind(data.get("kind", "detail")),
            data.get("indent", 0),
        )

    def _layout_row(self, data: Data | Seq, path: Path) -> LayoutRow:
        if isinstance(data, Seq):
            return LayoutRow(self._each(self._layout_cell, data, path))
        cells = self._each(self._layout_cell, data["cells"], (*path, "cells"))
        return LayoutRow(cells, self._template(data["each"], (*path, "each")), data.get("as", "it"))

    def _layout_cell(self, data: Data, path: Path) -> LayoutCell:
        key = "head" if "head" in data else "text"
        return LayoutCell(
            self._template(data[key], (*path, key)),
            key == "head",
            data.get("span", 1),
            data.get("rows", 1),
            data.get("merge", False),
        )
