"""A published disclosure as the pages of the site need it: a small record, whatever the size of the disclosure."""

from __future__ import annotations

from msgspec import Struct, field

from disc.core.document import Covered, Document
from disc.core.meta import Correction, Meta
from disc.load.spec_paths import Identity
from disc.publish.key_amounts import KeyAmount, KeyAmounts
from disc.publish.links import Links
from disc.publish.places import Place, searchable

_META = frozenset(Meta.__struct_fields__)


class Entry(Struct, frozen=True):
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
    figures: KeyAmounts = field(default=KeyAmounts())
    """Key figures, those that the disclosure has; none where its form has no summary."""

    places: tuple[Place, ...] = ()
    """What can be searched for in it."""

    amounts: str = ""
    """How much the items among them are about (`Searchable.amounts`)."""

    links: Links = field(default=Links())
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
        told = document.summary
        keys = (*told.key_figures, *filter(None, (told.budget,))) if told else ()
        found = searchable(document)
        return cls(
            **{name: getattr(document.meta, name) for name in cls.__struct_fields__ if name in _META},
            units=document.members,
            coverage=document.coverage,
            figures=KeyAmounts.of(KeyAmount.of(key, document.figures) for key in keys),
            places=found.places,
            amounts=found.amounts,
        )
