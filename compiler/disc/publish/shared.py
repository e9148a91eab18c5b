"""What a site has besides its disclosures, made of their entries: pages, search, sitemap, static files, manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disc.core.manual import Chapter
from disc.load.publishers import Publisher
from disc.publish.conventions import convention_pieces
from disc.publish.entry import Entry
from disc.publish.files import INDEX
from disc.publish.links import Links
from disc.publish.long_table import long_tables
from disc.publish.manifest import MARKER, Manifest, manifest
from disc.publish.old_addresses import MISSING
from disc.publish.piece import NOTHING, Known, Piece, Site, write_pieces
from disc.publish.site_pages import site_pieces
from disc.publish.theme import Theme


class Shared(Struct, frozen=True):
    """All pieces of a site; nothing of them is made yet."""

    own: tuple[Piece, ...]
    """Pages, indexes and static files."""

    conventions: tuple[Piece, ...]
    """What programs look for at known places, and the pages at old addresses."""

    tables: tuple[str, ...]
    """Paths of the long tables, which are no pieces: they are put together once all disclosures stand."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of them."""
        return self.own + self.conventions

    @property
    def paths(self) -> tuple[str, ...]:
        """All files of the site that are no disclosure's own."""
        return (*(piece.path for piece in self.pieces), *self.tables)

    @property
    def pages(self) -> frozenset[str]:
        """Paths of the pages that readers keep the addresses of."""
        return frozenset(piece.path for piece in self.own if piece.is_page)

    @property
    def old(self) -> tuple[str, ...]:
        """Paths of the pages at old addresses."""
        return tuple(sorted(p.path for p in self.conventions if p.is_page and p.path != MISSING))


def shared(
    entries: Collection[Entry], theme: Theme, publishers: Sequence[Publisher], manual: Sequence[Chapter]
) -> Shared:
    """Return all pieces of a site with these disclosures.

    Args:
        entries: all disclosures.
        theme: the looks.
        publishers: those who must publish.
        manual: what there is to say about each rule.
    """
    own = (*_static(theme), *site_pieces(entries, theme, publishers, manual))
    pages = {f"{entry.address}/{INDEX}" for entry in entries} | {piece.path for piece in own if piece.is_page}
    conventions = tuple(convention_pieces(entries, pages, theme, manual))
    return Shared(own, conventions, tuple(long_tables(entries, theme)))


def _static(theme: Theme) -> Iterator[Piece]:
    return (Piece(path, partial(bytes, content), ()) for path, content in theme.static)


def known_pieces(
    before: Manifest | None, theme: Theme, publishers: Sequence[Publisher], manual: Sequence[Chapter]
) -> Known:
    """Return what is known of the pieces of a site that stands.

    Args:
        before: its manifest; None where anything but disclosures has changed since it was made.
        theme: the looks with which it was made.
        publishers: those who had to publish then.
        manual: what there was to say about each rule.
    """
    if before is None:
        return NOTHING
    return Known.of(shared(before.entries, theme, publishers, manual).pieces, before.pages)


def write_shared(
    site: Site, entries: Collection[Entry], new: Shared, theme: Theme, known: Known = NOTHING
) -> tuple[Manifest, dict[str, Links]]:
    """Write all pieces of a site, each as soon as it is made, and the manifest.

    Args:
        site: where to.
        entries: all disclosures.
        new: the pieces.
        theme: the looks.
        known: what stands.

    Returns:
        The manifest, and the links of every file of the site that is no disclosure's own, by its path.

    Raises:
        ThemeError: a template fails.
        OSError: the disk refuses.
    """
    disclosures = {entry.address: entry.links for entry in entries}
    links = dict(write_pieces(site, new.pieces, disclosures, theme.site.base, known))
    pages = {path: links[path] for path in sorted(new.pages)}
    found = Manifest(tuple(entries), pages, new.old, theme.preview)
    site.write(MARKER, *manifest(found))
    return found, links | dict.fromkeys(new.tables, Links())
