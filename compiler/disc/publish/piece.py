"""The pieces that a site has besides its disclosures: each a file, what it follows from, and how it is made.

A site is listed before anything of it is made, so a piece that stands already, and follows from what it followed from
then, needs not be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from disc.publish.dead_links import links_of_page
from disc.publish.links import Links
from disc.publish.seal import Bytes
from disc.publish.sharing import Sharing


class Piece(Struct, frozen=True):
    """One file of a site that is no disclosure's own."""

    path: str
    make: Callable[[], bytes]
    """Gives its contents; a page may fail with a ThemeError."""

    key: tuple[object, ...] | None = None
    """All that the contents follow from, besides the program, the theme, the settings and the manual: the entries of
    the disclosures that it leads to, and what it shows of others. None where that is everything, and soon made."""

    @property
    def is_page(self) -> bool:
        """Whether people read it."""
        return self.path.endswith(".html")


class Site(Protocol):
    """The site that is being made (`disc.publish.staging.Site`)."""

    def keep(self, *paths: str) -> bool:
        """Take over a file of the old site, if it stands there."""

    def write(self, path: str, *content: Bytes) -> bool:
        """Write a file."""


class Known(Struct, frozen=True):
    """The pieces of the site that stands."""

    keys: Mapping[str, tuple[object, ...]]
    """By path."""

    links: Mapping[str, Links]
    """Of its pages."""

    @classmethod
    def of(cls, pieces: Iterable[Piece], links: Mapping[str, Links]) -> Known:
        """Return what is known of pieces, if links are those of their pages."""
        return cls({piece.path: piece.key for piece in pieces if piece.key is not None}, links)

    def has(self, piece: Piece) -> bool:
        """Return whether a piece stands as it would be made."""
        equal = piece.key is not None and self.keys.get(piece.path) == piece.key
        return equal and (piece.path in self.links or not piece.is_page)


NOTHING = Known({}, {})
"""What is known where nothing stands, or was made with something else."""


def write_pieces(
    site: Site, pieces: Iterable[Piece], disclosures: Mapping[str, Links], base: str, known: Known = NOTHING
) -> Iterator[tuple[str, Links]]:
    """Write pieces, each as soon as it is made, and yield their links by path; a file that is no page may have none.

    Args:
        site: where to; what stands there and is known is taken over unread.
        pieces: which.
        disclosures: the links of every disclosure, by address.
        base: the path of the start page on the server.
        known: what stands.

    Raises:
        ThemeError: a template fails.
        OSError: the disk refuses.
    """
    sharing = Sharing()  # most pages ask for the same style sheets
    for piece in pieces:
        if known.has(piece) and site.keep(piece.path):
            yield piece.path, known.links.get(piece.path, Links())
        else:
            content = piece.make()
            site.write(piece.path, content)
            yield piece.path, sharing.shared_links(links_of_page(piece.path, content, disclosures, base))
