"""The marker file of a published site: that the folder is disc's, and which disclosures and pages stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from disc.core.document import Covered, Document, Status
from disc.core.figure import Figure
from disc.core.meta import Correction, Meta
from disc.core.number import MONEY_UNITS, multiply
from disc.core.summary import KeyFigure
from disc.load.repository import Identity
from disc.publish.links import Links
from disc.publish.places import Place, Sort, places
from disc.publish.seal import sealed, unsealed

MARKER = ".disc.json"
"""Name of the marker file; a folder that has it may be replaced."""

FORMAT = 4
"""Version of the marker file, and of what must stand beside each page for a build of some disclosures to go on from."""


class ManifestError(Exception):
    """The marker file cannot be read, so nobody knows what stands in the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True, order=True)
class KeyAmount:
    """A key figure of a disclosure, as lists and comparisons of the site need it.

    Those of the summary: `total`, `three_public` and its parts by the names of their measures (`overseas`,
    `reception`, …), `operating_cost`, `per_head` (the operating cost divided by people on active duty),
    `procurement`, and the numbers of people (`authorised`, `active`, …). Money is in the unit that the form writes in
    sentences, so two disclosures are compared by `value`.
    """

    name: str
    title: str
    this: str
    """This year's, plain digits as displayed (2218.64); empty where it is not known, or nobody stated a zero."""

    last: str
    """Last year's budget, likewise; empty where it is not known, or there was nothing."""

    unit: str
    """万元, 元, 人 …; empty where neither is known."""

    nothing: bool = False
    """Whether it is known that there is none this year, though nobody stated a zero."""

    @property
    def value(self) -> Decimal | None:
        """This year's in base units (元 for money), as displayed; None where it is not known."""
        return _in_base_units("0" if self.nothing else self.this, self.unit)

    @property
    def last_value(self) -> Decimal | None:
        """Last year's in base units, as displayed; None where it is not known."""
        return _in_base_units(self.last, self.unit)

    @classmethod
    def of(cls, key: KeyFigure, figures: Sequence[Figure]) -> KeyAmount:
        """Return the record of a key figure of the document with these figures."""
        this, last = (None if number is None else figures[number.figure] for number in (key.this, key.last))
        unit = next((figure.unit.name for figure in (this, last) if figure is not None), "")
        return cls(key.name, key.title, _digits(this), _digits(last), unit, key.nothing)


def _digits(figure: Figure | None) -> str:
    return "" if figure is None else figure.text()


def _in_base_units(digits: str, unit: str) -> Decimal | None:
    if not digits:
        return None
    return multiply(Decimal(digits), MONEY_UNITS[unit].scale) if unit in MONEY_UNITS else Decimal(digits)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A published disclosure, as the pages of the site need it: fields of `Meta`, and what they say of its contents."""

    address: str
    title: str
    entity: str
    region: str
    region_path: tuple[str, ...]
    year: int
    kind: str
    published: str
    level: str = ""
    """department or unit."""

    draft: bool = False
    corrections: tuple[Correction, ...] = ()
    units: tuple[str, ...] = ()
    """Addresses of the disclosures of a department's units, those that are known."""

    coverage: tuple[Covered, ...] = ()
    figures: tuple[KeyAmount, ...] = ()
    """Key figures, those that the disclosure has; none where its form has no summary."""

    places: tuple[Place, ...] = ()
    """What can be searched for in it."""

    links: Links = field(default=Links(), compare=False)
    """What its files offer and ask, so that none has to be read again to check those of the others; filled in once
    they are made."""

    @property
    def folder(self) -> str:
        """Where its entity has all its disclosures: the address without its last step."""
        return self.address.rpartition("/")[0]

    @property
    def changed(self) -> str:
        """When it was published, or last corrected, as its spec says; empty where it does not."""
        return max((self.published, *(made.date for made in self.corrections)))

    @property
    def identity(self) -> Identity:
        """What the spec says of itself: its entity is the last folder of the address."""
        return Identity(self.region, self.folder.rpartition("/")[2], self.kind, self.year)

    def covered(self, item: str) -> Covered | None:
        """Return how it meets a requirement, if that is known."""
        return next((covered for covered in self.coverage if covered.item == item), None)

    def figure(self, name: str) -> KeyAmount | None:
        """Return a key figure by its name, if there is one."""
        return next((figure for figure in self.figures if figure.name == name), None)

    @classmethod
    def of(cls, document: Document) -> Entry:
        """Return the entry of a document."""
        keys = document.summary.key_figures if document.summary else ()
        return cls(
            **{field.name: getattr(document.meta, field.name) for field in fields(cls) if field.name in _META},
            units=document.members,
            coverage=document.coverage,
            figures=tuple(KeyAmount.of(key, document.figures) for key in keys),
            places=places(document),
        )


_META = frozenset(field.name for field in fields(Meta))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a published site."""

    entries: tuple[Entry, ...] = ()
    pages: tuple[str, ...] = ()
    """Paths of the pages about all of them."""

    old: tuple[str, ...] = ()
    """Paths of the pages at old addresses."""

    preview: bool = False


def manifest(
    entries: Iterable[Entry], pages: Iterable[str] = (), old: Iterable[str] = (), *, preview: bool = False
) -> bytes:
    """Return the contents of the marker file; the arguments are the fields of `Manifest`.

    Most disclosures have the same places and the same names of files: each stands in it once.
    """
    listed = sorted(entries, key=lambda entry: entry.address)
    numbers: dict[Place, int] = {}
    names: dict[str, int] = {}
    disclosures = [
        _plain(entry)
        | {
            "corrections": [_plain(made) for made in entry.corrections],
            "coverage": [_plain(covered) for covered in entry.coverage],
            "figures": [_plain(figure) for figure in entry.figures],
            "places": [numbers.setdefault(place, len(numbers)) for place in entry.places],
            "links": [[names.setdefault(name, len(names)) for name in own] for own in _parts(entry.links)],
        }
        for entry in listed
    ]
    known = [(place.sort, place.name, place.code, place.anchor) for place in numbers]
    content = {"format": FORMAT, "places": known, "names": list(names), "disclosures": disclosures}
    content |= {"pages": sorted(pages), "old": sorted(old), "preview": preview}
    return sealed((json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode())


def _plain(record: Entry | Correction | Covered | KeyAmount) -> dict[str, object]:
    """Return the fields of a record by their names, as they are."""
    return {name: getattr(record, name) for name in record.__slots__}


def _parts(links: Links) -> Iterator[tuple[str, ...]]:
    return (getattr(links, own.name) for own in fields(links))


def published(out: Path) -> tuple[Entry, ...]:
    """Return the disclosures that stand in an output folder; nothing where there is none.

    Raises:
        ManifestError: the marker file is of another format, damaged or cannot be read.
    """
    path = out / MARKER
    if not path.is_file():
        return ()
    try:
        return read_manifest(path.read_bytes()).entries
    except (OSError, ValueError, TypeError, KeyError, IndexError) as error:
        raise ManifestError(path) from error


def is_preview(out: Path) -> bool | None:
    """Return whether a preview stands in an output folder; None where nothing stands, or nobody can tell."""
    try:
        found = json.loads((out / MARKER).read_bytes()).get("preview")
    except (OSError, ValueError, AttributeError):
        return None
    return found if isinstance(found, bool) else None


def addresses(out: Path) -> frozenset[str]:
    """Return paths of the pages of an output folder that readers may have kept the address of.

    Those of a preview are for nobody to keep. Of a marker file that another version wrote what can be read will do;
    where nothing can, nothing is known.
    """
    try:
        parsed = json.loads((out / MARKER).read_bytes())
        if parsed.get("preview"):
            return frozenset()
        disclosures = (f"{listed['address']}/index.html" for listed in parsed["disclosures"])
        return frozenset((*disclosures, *parsed.get("pages", ()), *parsed.get("old", ())))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return frozenset()


def read_manifest(content: bytes) -> Manifest:
    """Return what a marker file says.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it is none, or one of another format.
    """
    parsed = json.loads(unsealed(content))
    if parsed["format"] != FORMAT:
        raise ValueError(parsed["format"])
    known = [Place(Sort(sort), *words) for sort, *words in parsed["places"]]
    entries = tuple(_entry(listed, known, parsed["names"]) for listed in parsed["disclosures"])
    return Manifest(entries, tuple(parsed["pages"]), tuple(parsed["old"]), parsed["preview"])


def _entry(listed: dict[str, Any], known: Sequence[Place], names: Sequence[str]) -> Entry:
    read: dict[str, Any] = {name: tuple(listed[name]) for name in ("region_path", "units")}
    read |= {
        "coverage": tuple(Covered(**{**item, "status": Status(item["status"])}) for item in listed["coverage"]),
        "corrections": tuple(Correction(**made) for made in listed["corrections"]),
        "figures": tuple(KeyAmount(**figure) for figure in listed["figures"]),
        "places": tuple(known[n] for n in listed["places"]),
        "links": Links(*(tuple(names[n] for n in own) for own in listed["links"])),
    }
    return Entry(**{**listed, **read})
