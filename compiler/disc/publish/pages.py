"""The files of a site: the pages of every document, the start page, the theme's static files, the manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import TemplateError
from markupsafe import Markup

from disc.core.document import Block, Document, Section, Table
from disc.core.manual import LEVELS, ManualPage
from disc.core.span import Span
from disc.emit.csv import to_csv
from disc.emit.data import to_json
from disc.emit.html import contents_html, to_html
from disc.emit.markdown import to_markdown
from disc.load.publishers import Due, Publisher, unpublished
from disc.publish.manifest import MARKER, Entry, manifest
from disc.publish.theme import TEMPLATES, THEME_TEMPLATE, Theme, ThemeError

COVERAGE = "coverage/index.html"
"""The page that says of every disclosure what it covers."""

TABLES = "tables"
"""Folder of the tables' CSV files beside each page."""

MANUAL = "manual/index.html"
"""The page that explains the checks."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What one entity has published, the newest year first."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The entities of one administrative division."""

    code: str
    path: tuple[str, ...]
    """Its name after those of the divisions that it lies in, from the province down."""

    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """All disclosures of one kind, and what is required of them."""

    name: str
    requirements: tuple[tuple[str, str], ...]
    """Names and titles."""

    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What somebody has not published."""

    due: Due
    region: tuple[str, ...]
    """Its region's name after those of the divisions that it lies in; its code where nothing else is known."""


def render(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    theme: Theme,
    publishers: Sequence[Publisher] = (),
    manual: Sequence[ManualPage] = (),
) -> dict[str, bytes]:
    """Return every file of the site by its path, sorted.

    Args:
        documents: the disclosures to make pages of.
        entries: disclosures whose pages stand already; the start page lists them too. A document takes the place of an
            entry with its address.
        theme: the looks.
        publishers: those who must publish.
        manual: what there is to say about each rule; without it the site has no manual.

    Raises:
        ThemeError: a template fails.
    """
    listed = {entry.address: entry for entry in (*entries, *map(Entry.of, documents))}
    files = dict(theme.static)
    for document in documents:
        files |= {f"{document.meta.address}/{name}": content for name, content in _page(document, theme, manual)}
    files["index.html"] = _template(theme, "index.html.j2", root="", manual=manual, regions=group(listed.values()))
    coverage = _coverage(listed.values(), publishers)
    files[COVERAGE] = _template(theme, "coverage.html.j2", root="../", manual=manual, **coverage)
    if manual:
        files[MANUAL] = _template(theme, "manual.html.j2", root="../", manual=manual, levels=LEVELS)
    files[MARKER] = manifest(listed.values())
    return dict(sorted(files.items()))


def group(entries: Iterable[Entry]) -> tuple[Region, ...]:
    """Return entries by region, then by entity, then from the newest year."""
    ordered = sorted(entries, key=lambda e: (e.region, e.region_path, e.entity, -e.year, e.kind, e.address))
    return tuple(
        Region(code, path, tuple(Entity(name, tuple(own)) for name, own in groupby(there, lambda e: e.entity)))
        for (code, path), there in groupby(ordered, lambda e: (e.region, e.region_path))
    )


def _coverage(entries: Collection[Entry], publishers: Sequence[Publisher]) -> dict[str, object]:
    """Return what the page about all disclosures sees."""
    kinds = sorted({entry.kind for entry in entries})
    paths = {entry.region: entry.region_path for entry in entries}
    dues = unpublished(publishers, (entry.identity for entry in entries))
    return {
        "kinds": tuple(_kind(name, [entry for entry in entries if entry.kind == name]) for name in kinds),
        "missing": tuple(Missing(due, paths.get(due.publisher.region, (due.publisher.region,))) for due in dues),
        "listed": len(publishers),
    }


def _kind(name: str, entries: Sequence[Entry]) -> Kind:
    requirements = {covered.item: covered.title for entry in entries for covered in entry.coverage}
    return Kind(name, tuple(requirements.items()), group(entries))


def _page(document: Document, theme: Theme, manual: Sequence[ManualPage]) -> Iterator[tuple[str, bytes]]:
    yield (
        "index.html",
        _template(
            theme,
            "disclosure.html.j2",
            root="../" * (document.meta.address.count("/") + 1),
            manual=manual,
            document=document,
            meta=document.meta,
            # The emitters have escaped what they return.
            contents=Markup(contents_html(document)),  # noqa: S704
            body=Markup(to_html(document, tables=TABLES)),  # noqa: S704
        ),
    )
    yield "index.md", to_markdown(document).encode()
    yield "data.json", to_json(document).encode()
    for table in _tables(document.sections):
        yield f"{TABLES}/{table.id}.csv", to_csv(table).encode()


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)


def _template(theme: Theme, name: str, **context: object) -> bytes:
    try:
        return theme.environment.get_template(name).render(site=theme.site, pdf=theme.pdf, **context).encode()
    except TemplateError as error:
        raise ThemeError(THEME_TEMPLATE.at(Span(f"{TEMPLATES}/{name}"), problem=error)) from error
