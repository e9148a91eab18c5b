"""Which specs to work on, and where they may lie: below `specs/` of a root, wherever links lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from disc.load.publishers import LIST
from disc.load.spec_paths import SPECS, names_of, paths_below, resolved


class OutsideError(ValueError):
    """A path that was named does not lie below `specs/`, or is not there."""

    def __init__(self, path: Path, *, absent: bool = False) -> None:
        super().__init__(str(path))
        self.path = path
        self.absent = absent
        """Whether nothing is there."""


class NoSpecsError(ValueError):
    """There are no specs to work on."""


class Options(Struct, frozen=True):
    """What to work on."""

    root: Path
    """Folder with `specs/` and, if it likes, its own `schema/` and `site/`."""

    paths: tuple[Path, ...] = ()
    """Specs or folders of specs; all specs of the root if none is named, or the list of those who must publish."""

    drafts: bool = False
    """Whether to build a preview, with the specs that say that they are drafts."""

    @property
    def folder(self) -> Path:
        """Where the root has its specs."""
        return self.root / SPECS

    @property
    def whole(self) -> bool:
        """Whether all specs are worked on."""
        return not self.paths or self.list in map(resolved, self.paths)

    @property
    def list(self) -> Path:
        """Where the list of those who must publish stands, be there one or not."""
        return (self.root / LIST).resolve()


def find_specs(options: Options) -> Iterator[Path]:
    """Return the spec files to work on, sorted by path, each once.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    return (options.folder.resolve() / name.removeprefix(f"{SPECS}/") for name in _names(options))


def _names(options: Options) -> list[str]:
    folder = options.folder.resolve()
    found: set[str] = set()
    for path in (*options.paths, *((folder,) if options.whole else ())):
        target = resolved(path)
        if options.paths and not (target.exists() and target.is_relative_to(folder)):
            raise OutsideError(path, absent=not target.exists())
        if target.is_dir():
            found.update(paths_below(str(target), folder))
        elif target.is_file():
            found.add(str(_own(path, target, folder)))
    return names_of(found - {str(options.list)}, folder)


def _own(path: Path, target: Path, folder: Path) -> Path:
    """Return where a named spec lies: one that is a link goes by its own name, as it does where all are worked on."""
    own = resolved(path.parent) / path.name
    return own if own.suffix == ".yaml" and own.is_relative_to(folder) else target


def spec_names(options: Options) -> tuple[str, ...]:
    """Return the spec files to work on as messages call them, `specs/…/2024-budget.yaml`, sorted by path, each once.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
        NoSpecsError: there are none.
    """
    names = tuple(_names(options))
    if not names:
        raise NoSpecsError(options.folder)
    return names


def below_specs(path: Path, root: Path) -> tuple[str, ...]:
    """Return the steps from `specs/` to a path, be there something or not.

    Raises:
        OutsideError: the path does not lie below `specs/`.
    """
    folder, target = Options(root).folder.resolve(), resolved(path)
    if target == folder or not target.is_relative_to(folder):
        raise OutsideError(path)
    return target.relative_to(folder).parts
