"""Where schemas, classification tables, forms and the theme come from.

A root may bring its own `schema/` and `site/`: a file that stands there takes the place of the one shipped with disc.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = _PACKAGE / "_data"
# In a wheel the data lies inside the package; in a checkout it lies at the top level of the repository.
SHIPPED = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent.parent


@dataclass(frozen=True, slots=True)
class Resources:
    """The files of `schema/` and `site/` as one root sees them."""

    root: Path
    _lists: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, name: str) -> Path | None:
        """Return the path of a file such as `schema/budget.schema.json`, or None."""
        for base in (self.root, SHIPPED):
            path = base / name
            if path.is_file():
                return path
        return None

    def read(self, name: str) -> bytes:
        """Return the contents of a file.

        Raises:
            FileNotFoundError: neither the root nor disc has it.
        """
        if (path := self.find(name)) is None:
            raise FileNotFoundError(name)
        return path.read_bytes()

    def list(self, folder: str, suffix: str = "") -> tuple[str, ...]:
        """Return the names (`folder/…`, forward slashes, sorted) of all files below a folder, of both places.

        Every spec asks for the same lists, so each is read once.
        """
        if (folder, suffix) not in self._lists:
            self._lists[folder, suffix] = self._list(folder, suffix)
        return self._lists[folder, suffix]

    def _list(self, folder: str, suffix: str) -> tuple[str, ...]:
        names: set[str] = set()
        for base in (self.root, SHIPPED):
            names.update(p.relative_to(base).as_posix() for p in (base / folder).rglob(f"*{suffix}") if p.is_file())
        return tuple(sorted(names))
