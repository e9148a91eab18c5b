"""From the merged contents of a form to a typed `Form`: every template keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from disc.core.document import RowKind
from disc.core.number import MONEY_UNITS, PERCENT
from disc.core.selection import Selection, selection
from disc.core.span import Span
from disc.core.stages import LAST_BUDGET, THIS_YEAR
from disc.load.form import Block, Display, Form, Mark, Measure, Part, Section, Situations, Template
from disc.load.form_codes import codes_of
from disc.load.form_coverage import FULFILS, STATES_NONE, fulfilled_by
from disc.load.form_layers import WITHOUT, taken_away
from disc.load.form_summary import SUMMARY, read_summary
from disc.load.form_tables import Column, FixedRow, LayoutCell, LayoutRow, Side, Table, TreeRows
from disc.load.form_years import Years
from disc.load.requirements import Requirement
from disc.load.settings import FIELD, read_settings
from disc.load.tree import Map, Path, Seq, has, place, words

T = TypeVar("T")
Data = Mapping[str, Any]
"""A mapping of the form, read freely: its schema and its references have been checked."""


_LISTED = {"projects": "project", "units": "unit"}
"""Rows that are no codes, and their dimension."""


def _selection(value: Mapping[str, object] | None) -> Selection | None:
    return None if value is None else selection({k: words(v) for k, v in value.items()})


def _over(display: Data, holder: Data) -> Data:
    """Return how numbers are written in what may say so itself, in part."""
    return {**display, **holder.get("display", {})}


class FormMaker:
    """Makes a form; every method takes the path of what it reads, for the places of templates."""

    def __init__(self, layers: Sequence[tuple[str, Map]]) -> None:
        self._layers = layers
        self._compares = str(next((data["compares"] for _, data in layers if "compares" in data), LAST_BUDGET))

    def form(self, name: str, data: Data, requirements: tuple[Requirement, ...]) -> Form:
        """Return the form of a name, from contents that are complete, for documents that must hold what is required."""
        years = data.get("years", {})
        form = Form(
            id=name,
            title=data["title"],
            kind=data["kind"],
            region=str(data.get("region", "")),
            years=Years(years.get("from"), years.get("to")),
            level=data.get("level", ""),
            compares=self._compares,
            settings=read_settings(data.get(FIELD, {}), lambda path: self.span((FIELD, *path))),
            requires=tuple(words(places) for places in data.get("requires", ())),
            # A base says this of itself alone, whatever else is inherited.
            abstract=self._layers[0][1].get("abstract") is True or not data.get("parts"),
            files=tuple(file for file, _ in self._layers),
            text=self._display(data["display"]["text"]),
            measures={key: self._measure(key, value) for key, value in data["measures"].items()},
            phrases={key: self._phrase(value, ("phrases", key)) for key, value in data["phrases"].items()},
            words={key: self._template(text, ("words", key)) for key, text in data.get("words", {}).items()},
            cover=self._templates(data.get("cover", ()), ("cover",)),
            document_title=self._optional(data, "document_title", ()),
            closing=self._templates(data.get("closing", ()), ("closing",)),
            item_label=data.get("item_label", "{arabic}."),
            table_label=data.get("table_label", ""),
            parts=self._each(self._part, data.get("parts", ()), ("parts",), data),
            tables={k: self._table(k, v, ("tables", k), data) for k, v in data.get("tables", {}).items()},
            requirements=requirements,
            omits=dict(data.get("omits", {})),
            codes=codes_of(data, self.span),
            summary=read_summary(data.get(SUMMARY)),
        )
        return form if fulfilled_by(form) else replace(form, requirements=())

    def span(self, path: Path) -> Span:
        """Return the place of a path in the nearest file that has it, takes it away, or has what should hold it."""
        while path:
            for file, data in self._layers:
                if has(data, path):
                    return place(data, path, file)
                if (name := ".".join(map(str, path))) in (taken := taken_away(data)):
                    return place(data, (WITHOUT, taken.index(name)), file)
            path = path[:-1]
        return Span(self._layers[0][0])

    def _template(self, source: object, path: Path) -> Template:
        return Template(str(source), self.span(path))

    def _optional(self, data: Data, key: str, path: Path) -> Template | None:
        return self._template(data[key], (*path, key)) if key in data else None

    def _marks(self, data: Data, key: str, path: Path) -> tuple[Mark, ...]:
        """Return what something fulfils: one name, several, or names with the conditions under which it does."""
        given = data.get(key, ())
        if not isinstance(given, Map):
            return tuple(Mark(item, None) for item in (words(given) if given else ()))
        return tuple(Mark(item, self._template(when, (*path, key, item))) for item, when in given.items())

    def _templates(self, sources: Sequence[object], path: Path) -> tuple[Template, ...]:
        return tuple(self._template(source, (*path, n)) for n, source in enumerate(sources))

    @staticmethod
    def _each(read: Callable[..., T], values: Sequence[Any], path: Path, *more: Data) -> tuple[T, ...]:
        return tuple(read(value, (*path, n), *more) for n, value in enumerate(values))

    @staticmethod
    def _display(data: Data) -> Display:
        unit = MONEY_UNITS[data["unit"]]
        written = data["decimals"], data["thousands"], data["zero"]
        percent = data.get("percent", PERCENT.decimals)
        return Display(unit, *written, absent=data.get("absent"), trim=data.get("trim", False), percent=percent)

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

    def _phrase(self, value: object, path: Path) -> Template | Situations:
        if not isinstance(value, Map):
            return self._template(value, path)
        templates = {key: self._template(text, (*path, key)) for key, text in value.items() if key != "stage"}
        return Situations(str(value.get("stage", self._compares)), templates)

    def _part(self, data: Data, path: Path, form: Data) -> Part:
        own, *below = form.get("numbering") or ("",)
        return Part(
            data["id"],
            self._template(data["title"], (*path, "title")),
            (own, *data.get("numbering", below)),
            self._each(self._section, data["sections"], (*path, "sections"), form),
        )

    def _section(self, entry: object, path: Path, form: Data) -> Section:
        display = form["display"]["text"]
        if isinstance(entry, Map):
            table = str(entry["table"])
            title = self._template(form["tables"][table]["title"], ("tables", table, "title"))
            written = self._display(display)
            return Section(table, title, self._optional(entry, "when", path), written, (Block(written, table=table),))
        name = str(entry)
        data, path = form["sections"][name], ("sections", name)
        display = _over(display, data)
        return Section(
            name,
            self._optional(data, "title", path),
            self._optional(data, "when", path),
            self._display(display),
            self._each(self._block, data["blocks"], (*path, "blocks"), display),
            self._marks(data, FULFILS, path),
        )

    def _block(self, data: Data, path: Path, display: Data) -> Block:
        listed = data.get("list")
        display = _over(display, data)
        items: tuple[Block, ...] = ()
        if isinstance(listed, Map):
            items = (self._block(listed, (*path, "list"), display),)
        elif isinstance(listed, Seq):
            items = self._each(self._block, listed, (*path, "list"), display)
        return Block(
            display=self._display(display),
            when=self._optional(data, "when", path),
            each=self._optional(data, "each", path),
            name=data.get("as", "it"),
            text=self._optional(data, "text", path),
            prose=self._optional(data, "prose", path),
            table=data.get("table", ""),
            source=self._optional(data, "list", path) if isinstance(listed, str) else None,
            items=items,
            item_label=data.get("item_label", ""),
            title=self._optional(data, "section", path),
            blocks=self._each(self._block, data.get("blocks", ()), (*path, "blocks"), display),
            fulfils=self._marks(data, FULFILS, path),
            states_none=self._marks(data, STATES_NONE, path),
        )

    def _table(self, name: str, data: Data, path: Path, form: Data) -> Table:
        select = _selection(data.get("select")) or ()
        phrases = form["phrases"]
        return Table(
            id=name,
            title=self._template(data["title"], (*path, "title")),
            select=select,
            sides=self._sides(data, path, select),
            layout=self._each(self._layout_row, data.get("layout", ()), (*path, "layout")),
            numbered=data.get("numbered", True),
            preparer=self._optional(data, "preparer", path)
            or self._template(phrases["preparer"], ("phrases", "preparer")),
            unit=self._optional(data, "unit", path) or self._template(phrases["unit"], ("phrases", "unit")),
            empty=self._optional(data, "empty", path),
            notes=self._templates(data.get("notes", ()), (*path, "notes")),
            display=self._display(_over(form["display"]["table"], data)),
            fulfils=self._marks(data, FULFILS, path),
        )

    def _sides(self, data: Data, path: Path, select: Selection) -> tuple[Side, ...]:
        """Return the sides of a table: those it lists, or itself as the only one; a layout has none."""
        if "columns" in data:
            return (self._side(data, path, select),)
        return tuple(
            self._side(side, (*path, "sides", n), select + (_selection(side.get("select")) or ()))
            for n, side in enumerate(data.get("sides", ()))
        )

    def _side(self, data: Data, path: Path, select: Selection) -> Side:
        return Side(
            self._each(self._column, data["columns"], (*path, "columns")),
            self._each(self._rows, data["rows"], (*path, "rows")),
            self._optional(data, "total", path),
            select,
        )

    def _column(self, data: Data, path: Path) -> Column:
        return Column(
            self._template(data["head"], (*path, "head")),
            data.get("show", ""),
            _selection(data.get("select")),
            data.get("measure", ""),
            data.get("stage", self._compares if "change" in data else THIS_YEAR),
            self._each(self._column, data.get("columns", ()), (*path, "columns")),
            data.get("blank", False),
            self._optional(data, "text", path),
            data.get("change", ""),
        )

    def _rows(self, data: Data, path: Path) -> FixedRow | TreeRows:
        if "tree" in data:
            levels = data.get("levels", ())
            return TreeRows(
                _LISTED.get(tree := str(data["tree"]), tree),
                tuple(level for level in levels if isinstance(level, int)),
                "projects" in levels or data["tree"] == "projects",
                data.get("all", False),
                self._optional(data, "label", path),
                _selection(data.get("select")) or (),
            )
        return FixedRow(
            self._template(data.get("label", ""), (*path, "label")),
            _selection(data.get("select")) or (),
            data.get("measure", ""),
            RowKind(data.get("kind", "detail")),
            data.get("indent", 0),
            self._optional(data, "when", path),
            data.get("blank", False),
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
