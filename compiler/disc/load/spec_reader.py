"""Loads one spec: tree, schema of its kind, form, classification, ledger; each step only if the one before holds.

`kind` and `form` are read first, so that what is said about the rest is said by exactly the right schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, field

from disc.core.diagnostic import Diagnostic, has_errors
from disc.core.document import Document
from disc.core.ledger import Ledger
from disc.core.span import Span
from disc.load.classification import UNKNOWN_YEAR, Classification, load_classification, tables_for, years
from disc.load.form import Form
from disc.load.form_codes import unknown_codes
from disc.load.form_names import form_names
from disc.load.kept import kept_or_made
from disc.load.lines import has_flows, read_ledgers
from disc.load.notes import Needs, Notes
from disc.load.regions import Regions, load_regions
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.schema_titles import Titles
from disc.load.schema_trail import is_kind
from disc.load.schema_words import options, suggest
from disc.load.settings import FIELD, SITE, Settings, default_settings, read_settings, read_site
from disc.load.source import read_file
from disc.load.spec import Spec, projects_of, walk
from disc.load.spec_rules import BASE_FORM, FORM_KIND, MISSING_HEAD, UNKNOWN_FORM, UNKNOWN_KIND
from disc.load.texts import Texts
from disc.load.tree import Map, place

_KIND = re.compile(r"[a-z_]+\Z")


class Case(Struct, frozen=True):
    """A spec with all that it is written and compiled by."""

    spec: Spec
    form: Form
    classification: Classification
    regions: Regions
    settings: Settings = field(default_factory=Settings)
    """How the checks are set for it."""

    last: Case | None = None
    """Last year's spec of the same entity and kind, where the repository has it."""

    budget: Case | None = None
    """This year's budget beside this year's final accounts, where the repository has it."""

    past: Mapping[str, Ledger] | None = None
    """What it is compared with, by stage, once that has been gathered."""

    units: tuple[Unit, ...] = ()
    """The units of a department, where the repository has the specs of all of them."""

    known_units: tuple[Unit, ...] = ()
    """Those of its units that have a spec without errors, be there others or not."""

    unknown_units: tuple[Span, ...] = ()
    """Where a department names the units of which the repository has no spec at all."""

    document: Document | None = None
    """What the spec compiles to, once it has."""

    titles: Titles = field(default_factory=Titles)
    """What its fields are called."""

    @property
    def others(self) -> tuple[Case, ...]:
        """The specs that it is compared with."""
        return tuple(other for other in (self.last, self.budget) if other is not None)


class Unit(Struct, frozen=True):
    """A unit of a department (部门所属预算单位), with its own spec."""

    member: str
    """What the ledger of the department calls it, in the dimension `unit`."""

    name: str
    internal: frozenset[str]
    """Sources of its money that is shown with the unit that pays it, and not again; in accounts natures, too."""

    span: Span
    """Where the department names it."""

    spec: Spec


_T = TypeVar("_T")
_Loaded: TypeAlias = tuple[_T, tuple[Diagnostic, ...]]


class Library(Struct, frozen=True):
    """Schemas, forms and classifications of one root, each loaded once."""

    resources: Resources
    _schemas: dict[str, tuple[Schema, Needs]] = field(default_factory=dict)
    _forms: dict[str, tuple[_Loaded[Form | None], Needs]] = field(default_factory=dict)
    _classifications: dict[int, tuple[_Loaded[Classification], Needs]] = field(default_factory=dict)
    _codes: dict[tuple[str, int], tuple[tuple[Diagnostic, ...], Needs]] = field(default_factory=dict)
    _regions: dict[str, tuple[_Loaded[Regions], Needs]] = field(default_factory=dict)
    _site: dict[str, tuple[_Loaded[Settings], Needs]] = field(default_factory=dict)
    _titles: dict[str, tuple[Titles, Needs]] = field(default_factory=dict)
    _kinds: dict[str, tuple[tuple[str, ...], Needs]] = field(default_factory=dict)

    @property
    def notes(self) -> Notes:
        """What was read."""
        return self.resources.notes

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of documents that there are: those that have a schema, of disc or of the root."""
        return self.notes.once(self._kinds, "", self._kinds_of_documents)

    def _kinds_of_documents(self) -> tuple[str, ...]:
        names = (
            n.removeprefix("schema/").removesuffix(".schema.json")
            for n in self.resources.list("schema", ".schema.json")
        )
        return tuple(name for name in names if is_kind(self.schema(name).root))

    def kind_title(self, kind: str) -> str:
        """Return what the schema of a kind calls its documents: 预算公开; the kind itself where it says nothing."""
        return options(self.schema(kind).root.get("properties", {}).get("kind", {})).get(kind) or kind

    def schema(self, name: str) -> Schema:
        """Return a schema.

        Raises:
            FileNotFoundError: there is none of this name.
        """
        file = f"schema/{name}.schema.json"
        return self.notes.once(self._schemas, name, lambda: Schema.read(self.resources, file))

    def titles(self, name: str) -> Titles:
        """Return what a schema calls the fields.

        Raises:
            FileNotFoundError: there is none of this name.
        """
        return self.notes.once(self._titles, name, lambda: Titles(self.schema(name).root))

    def form(self, name: str) -> tuple[Form | None, tuple[Diagnostic, ...]]:
        """Return a form that exists, or what is wrong with it."""

        def make() -> tuple[Form | None, tuple[Diagnostic, ...]]:
            from disc.load.form_reader import load_form  # noqa: PLC0415 - forms are made once and kept

            return load_form(self.resources, name, self.schema, self.kinds())

        return self.notes.once(self._forms, name, partial(kept_or_made, self.resources, f"form {name}", make))

    def classification(self, year: int) -> tuple[Classification, tuple[Diagnostic, ...]]:
        """Return the tables of a year that has them, or what is wrong with them."""
        make = partial(load_classification, self.resources, year)
        of_year = partial(kept_or_made, self.resources, f"classification {year}", make)
        return self.notes.once(self._classifications, year, of_year)

    def wrong_codes(self, form: Form, tables: Classification) -> tuple[Diagnostic, ...]:
        """Return the codes that a form selects and no year's tables have; those of the year at hand come first."""
        others = (self.classification(year)[0] for year in years(self.resources))
        make = partial(unknown_codes, form.codes, tables, others)
        return self.notes.once(self._codes, (form.id, tables.year), make)

    def regions(self) -> tuple[Regions, tuple[Diagnostic, ...]]:
        """Return the table of administrative divisions, and what is wrong with it."""
        make = partial(load_regions, self.resources)
        return self.notes.once(self._regions, "", partial(kept_or_made, self.resources, "regions", make))

    def site_settings(self) -> tuple[Settings, tuple[Diagnostic, ...]]:
        """Return what the site sets of the checks, and what is wrong with its settings."""
        return self.notes.once(self._site, "", self._site_settings)

    def _site_settings(self) -> tuple[Settings, tuple[Diagnostic, ...]]:
        data, wrong = read_site(self.resources)
        fields: Mapping[str, Any] = data or Map()
        return read_settings(fields.get(FIELD, {}), lambda path: place(data or Map(), (FIELD, *path), SITE)), wrong

    def settings(self, form: Form) -> Settings:
        """Return how the checks are set for the specs of a form."""
        site, _ = self.site_settings()
        return site.over(form.settings.over(default_settings(self.schema("form"))))


def load_spec(path: Path, file: str, address: str, library: Library) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """Return a spec with its form and classification, or what is wrong with them.

    Args:
        path: where the file lies.
        file: how messages call it.
        address: the address of its page.
        library: what it may refer to.
    """
    data, diagnostics = read_file(path, file)
    return (None, diagnostics) if data is None else make_case(data, diagnostics, file, address, library)


def make_case(
    data: Map, diagnostics: tuple[Diagnostic, ...], file: str, address: str, library: Library
) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """Return a spec that has been read with its form and classification, or what is wrong with them.

    Args:
        data: the tree of the file.
        diagnostics: what is known to be wrong with it.
        file: how messages call it.
        address: the address of its page.
        library: what it may refer to.
    """
    if head := tuple(_head(data, file, library)):
        return None, diagnostics + head
    schema = library.schema(str(data["kind"]))
    diagnostics += validate(data, schema, file)
    if has_errors(diagnostics):
        return None, diagnostics
    return _case(data, file, address, schema, library, diagnostics)


def _case(
    data: Map, file: str, address: str, schema: Schema, library: Library, diagnostics: tuple[Diagnostic, ...]
) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    form, wrong_form = library.form(str(data["form"]))
    year = data["year"]
    known = years(library.resources)
    issued = tables_for(known, year) if isinstance(year, int) else None
    if issued is None:
        span = place(data, ("year",), file)
        return None, (*diagnostics, UNKNOWN_YEAR.at(span, year=year, known="、".join(map(str, known))))
    classification, wrong_tables = library.classification(issued)
    regions, wrong_regions = library.regions()
    wrong_codes = library.wrong_codes(form, classification) if form else ()
    diagnostics += wrong_form + wrong_tables + wrong_codes + wrong_regions
    if form is None or has_errors(diagnostics):
        return None, diagnostics
    classification = classification.of_accounts if has_flows(schema.root) else classification
    ledger, past = read_ledgers(data, file, schema, classification)
    spec = Spec(file, address, data, ledger, past, projects_of(data, file), Texts.of(walk(data)))
    case = Case(spec, form, classification, regions, library.settings(form), titles=library.titles(spec.kind))
    return case, diagnostics


def unknown_form(name: str, library: Library, span: Span) -> Diagnostic:
    """Return that there is no form of a name, and those that a spec can have; one that only serves others is none."""
    forms = {known: library.form(known)[0] for known in form_names(library.resources)}
    known = suggest(name, {known: form.title for known, form in forms.items() if form and not form.abstract})
    return UNKNOWN_FORM.at(span, form=name, known_zh=known.zh, known_en=known.en)


def _head(data: Map, file: str, library: Library) -> Iterator[Diagnostic]:
    """Return what is wrong with the two fields that everything else hangs on."""
    for name, known in (("kind", library.kinds()), ("form", form_names(library.resources))):
        if not isinstance(data.get(name), str):
            example = f"{name}: {known[-1]}" if known else name
            yield MISSING_HEAD.at(place(data, (name,), file), field=name, example=example)
            return
    kind, form = str(data["kind"]), str(data["form"])
    if not _KIND.match(kind) or kind not in library.kinds():
        yield UNKNOWN_KIND.at(place(data, ("kind",), file), kind=kind, known="、".join(library.kinds()))
        return
    names = form_names(library.resources)
    if form not in names:
        yield unknown_form(form, library, place(data, ("form",), file))
        return
    loaded, _ = library.form(form)
    if loaded is not None and loaded.abstract:
        yield BASE_FORM.at(place(data, ("form",), file), form=form)
    elif loaded is not None and loaded.kind != kind:
        yield FORM_KIND.at(place(data, ("form",), file), form=form, kind=kind)
