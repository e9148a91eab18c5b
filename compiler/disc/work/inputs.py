"""Everything that a site can be made of, as it is now: digests of the files, and of what is found by a search.

The names are those of the notes: `specs/…/2024-budget.yaml`, `schema/budget.schema.json`, `site/site.yaml` for
the contents of files, those of the root before those shipped with disc; `schema/forms/**/*.yaml` for a list of files;
`specs/**/office/2023-budget.yaml` for the specs that a search finds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from disc import __version__
from disc.load.kept import keep, kept
from disc.load.notes import ABSENT, digest, digest_of_names
from disc.load.publishers import LIST
from disc.load.resources import Resources
from disc.load.spec_paths import SPECS, names_by_ending

LOOKS = ("site", "schema/site.schema.json", "schema/facts.table.json")
"""What every page of the site is made with, whichever it is: a folder, and files."""

_PACKAGE = Path(__file__).resolve().parent.parent


class Inputs:
    """The inputs of one root; each is read at most once."""

    def __init__(self, root: Path, files: tuple[str, ...]) -> None:
        """Begin.

        Args:
            root: folder with `specs/`.
            files: the specs to work on, by their paths below it.
        """
        self._root = root
        self._folder = (root / SPECS).resolve()
        self._resources = Resources(root)
        self._files = files
        self._known: dict[str, str] = {}

    def digest(self, name: str) -> str:
        """Return the digest of an input, be it there or not."""
        if name not in self._known:
            self._known[name] = self._digest(name)
        return self._known[name]

    @cached_property
    def shared(self) -> str:
        """Digest of all that is not a spec: schemas, forms, tables, looks, those who must publish."""
        names = (name for folder in ("schema", "site") for name in self._resources.list(folder))
        return _of_lines(f"{name} {self.digest(name)}" for name in (*names, LIST))

    def looks(self, *, printed: bool = False) -> str:
        """Return the digest of what every page is made with.

        Of the files that pages only have links to, such as style sheets, the names; if pages are printed, all.
        """
        names = (name for looks in LOOKS for name in (self._resources.list(looks) if looks == "site" else (looks,)))
        linked = () if printed else "site/static/"
        told = (name if name.startswith(linked) else f"{name} {self.digest(name)}" for name in names)
        return _of_lines(told)

    @cached_property
    def everything(self) -> str:
        """Digest of all inputs."""
        return _of_lines((program(), self.shared, *(f"{file} {self.digest(file)}" for file in self._files)))

    def _digest(self, name: str) -> str:
        if not name.startswith(f"{SPECS}/"):
            return self._resources.digest(name)
        _, several, rest = name.partition("/**/")
        if several:
            return digest_of_names(self._names.get(rest, ()))
        return _of_file(f"{self._folder}/{name.removeprefix(f'{SPECS}/')}")

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        return names_by_ending(self._folder)


def _of_file(path: str) -> str:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of them
            return digest(file.readall())
    except OSError:
        return ABSENT


def _of_lines(lines: Iterable[str]) -> str:
    # Names of files may hold what is no text.
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def program() -> str:
    """Return what tells the program that runs here from any other: its modules, the libraries, the Python."""
    return _of_lines((modules(), sys.version, *_libraries()))


def maker(root: Path) -> str:
    """Return what tells who makes the pages of a root from any other: disc, what fills in its templates, the looks."""
    import jinja2  # noqa: PLC0415 - where nothing is made, nobody need wait for it

    return _of_lines((modules(), jinja2.__version__, Inputs(root, ()).looks()))


def modules() -> str:
    """Return what tells this version of disc from any other, wherever it is installed."""
    return _of_lines((__version__, _contents()))


@cache
def _contents() -> str:
    """Return the digest of the modules of disc: they are read again once one has another time or size."""
    found: str | None = kept(__name__)
    if found is None:
        found = _of_lines(digest(path.read_bytes()) for path in sorted(_PACKAGE.rglob("*.py")))
        keep(__name__, found)
    return found


@cache
def _libraries() -> tuple[str, ...]:
    """Return the names and versions of what is installed beside disc."""
    return tuple(sorted({path.name for folder in sys.path for path in Path(folder or ".").glob("*.dist-info")}))
