"""Where schemas, classification tables, forms and the theme come from.

A root may bring its own `schema/` and `site/`: a file that stands there takes the place of the one shipped with disc.
Links may be in them, and lead where they like within them; what lies elsewhere is not theirs, and is neither read nor
published: whoever may add files to a repository is not to have those of the machine that builds.
"""

from __future__ import annotations

import json
import os
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from disc.core.diagnostic import Words
from disc.core.lazily import lazily
from disc.load.notes import ABSENT, Needs, Notes, digest, digest_of_names

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = _PACKAGE / "_data"
# In a wheel the data lies inside the package; in a checkout it lies at the top level of the repository.
SHIPPED = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent.parent

_SHIPPED = "disc:"
"""Before the name of a file under which it is noted if that of disc was read, and not the root's own."""

_Lists: TypeAlias = dict[tuple[str, str], tuple[tuple[str, ...], Needs]]


def list_name(folder: str, suffix: str) -> str:
    """Return the name under which a list of files is noted: `schema/forms/**/*.yaml`."""
    return f"{folder}/**/*{suffix}"


class ResourceError(Exception):
    """A file of `schema/` that disc itself goes by cannot be used as a root has it."""

    def __init__(self, name: str, problem: Words) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem


class Resources(Struct, frozen=True, dict=True):
    """The files of `schema/` and `site/` as one root sees them."""

    root: Path

    @lazily
    def notes(self) -> Notes:
        """What was read of them."""
        return Notes()

    @lazily
    def _lists(self) -> _Lists:
        return {}

    def find(self, name: str) -> Path | None:
        """Return the path of a file such as `schema/budget.schema.json`, or None."""
        for base in (self.root, SHIPPED):
            path = base / name
            if path.is_file() and lies_within(base, name):
                return path
        self.notes.add(name, ABSENT)
        return None

    def read(self, name: str) -> bytes:
        """Return the contents of a file.

        Raises:
            FileNotFoundError: neither the root nor disc has it.
        """
        if (path := self.find(name)) is None:
            raise FileNotFoundError(name)
        content = path.read_bytes()
        self.notes.add(name, digest(content))
        return content

    def text(self, name: str) -> str:
        """Return the text of a file; the mark that some editors put before it is none of it.

        Raises:
            FileNotFoundError: neither the root nor disc has it.
            ResourceError: it is not UTF-8.
        """
        try:
            return self.read(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ResourceError(name, Words("不是 UTF-8 编码", "it is not UTF-8")) from error

    def json(self, name: str) -> dict[str, Any]:
        """Return the object that a JSON file holds, its fractions as Decimal.

        Raises:
            FileNotFoundError: neither the root nor disc has it.
            ResourceError: it holds anything else.
        """
        try:
            found = json.loads(self.text(name), parse_float=Decimal, parse_constant=_no_number)
        except json.JSONDecodeError as error:
            where = Words(f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}")
            raise ResourceError(name, Words(f"{where.zh}不是 JSON 的写法", f"no JSON in {where.en}")) from error
        except (ValueError, RecursionError) as error:
            problem = Words("有读不出的数字，或嵌套太深", "a number in it is none, or it is nested too deeply")
            raise ResourceError(name, problem) from error
        if not isinstance(found, dict):
            raise ResourceError(name, Words("最外层应为 {…}", "it should be an object: {…}"))
        return found

    @staticmethod
    def is_known(name: str) -> bool:
        """Return whether disc has a file of this name, whatever the root has."""
        return (SHIPPED / name).is_file()

    def is_own(self, name: str) -> bool:
        """Return whether a file is the root's own, in place of one that disc has."""
        return self.is_known(name) and self.is_of_root(name)

    def is_of_root(self, name: str) -> bool:
        """Return whether a file that there is, is the root's and not that of disc."""
        path = self.find(name)
        return path is not None and not (self.is_known(name) and path.samefile(SHIPPED / name))

    def shipped(self, name: str) -> bytes:
        """Return the file of disc, whatever the root has in its place.

        Raises:
            FileNotFoundError: disc has none.
        """
        content = (SHIPPED / name).read_bytes()
        self.notes.add(f"{_SHIPPED}{name}", digest(content))
        return content

    def digest(self, name: str) -> str:
        """Return the digest of what is noted under a name, be it there or not: a file, or a list of files."""
        if name.startswith(_SHIPPED):
            path = SHIPPED / name.removeprefix(_SHIPPED)
            return digest(path.read_bytes()) if path.is_file() else ABSENT
        if "*" in name:
            folder, _, rest = name.partition("/**/*")
            return digest_of_names(self.list(folder, rest))
        try:
            return digest(self.read(name))
        except OSError:
            return ABSENT

    def list(self, folder: str, suffix: str = "") -> tuple[str, ...]:
        """Return the names (`folder/…`, forward slashes, sorted) of all files below a folder, of both places.

        Every spec asks for the same lists, so each is read once.
        """
        return self.notes.once(self._lists, (folder, suffix), lambda: self._list(folder, suffix))

    def _list(self, folder: str, suffix: str) -> tuple[str, ...]:
        names: set[str] = set()
        for base in (self.root, SHIPPED):
            found = (p.relative_to(base).as_posix() for p in (base / folder).rglob(f"*{suffix}") if p.is_file())
            names.update(name for name in found if lies_within(base, name))
        self.notes.add(list_name(folder, suffix), digest_of_names(names))
        return tuple(sorted(names))


def _no_number(text: str) -> None:
    """Refuse NaN and Infinity, which Python takes for JSON and nothing else does.

    Raises:
        ValueError: always.
    """
    raise ValueError(text)


def lies_within(base: Path, name: str) -> bool:
    """Return whether a file lies in the folder of a root that its name begins with, wherever links and `..` lead.

    Args:
        base: the root. What lies in the package itself is whose the package is, and may be all links.
        name: as `Resources.find` takes it.
    """
    steps = name.split("/")
    if ".." in steps:
        return False
    ways = accumulate(steps, "{}/{}".format)
    # Most files have no link on their way, and nothing has to be resolved.
    if base == _BUNDLED or not any(os.path.islink(f"{base}/{way}") for way in ways):  # noqa: PTH114 - of hundreds
        return True
    return (base / name).resolve().is_relative_to((base / steps[0]).resolve())
