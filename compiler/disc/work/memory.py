"""What the last build of a folder made of what, so that the next one makes only what would come out otherwise.

It lies outside the repository and the site, in the cache of whoever builds, as JSON with a seal: of what others may
have put into a repository nothing is believed. Whoever deletes it loses time and nothing else. A disclosure is taken
over if every input that it was made of has the digest that it had, and nobody has been at its files in the site since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.json import decode, encode

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.notes import digest
from disc.publish.seal import Bytes, sealed, unsealed
from disc.publish.stamps import Stamps
from disc.work.inputs import Inputs
from disc.work.made import Made
from disc.work.records import Plain, Reader, Writer

FORMAT = 3
_FOLDER = "builds"
"""Folder of a cache, which may hold other things, too."""

_SITES = 32
"""Of how many output folders a cache keeps what was made; those that were built longest ago go."""

_NAME = re.compile(r"[0-9a-f]{32}\.json")


class Published(Struct, frozen=True):
    """The disclosure of a spec, as it stands in the site."""

    address: str
    causes: Mapping[str, Span]
    """The places in the spec that make links, by the address of the target."""


class Memory(Struct, frozen=True):
    """What a build made; of a folder of which nothing is known, nothing."""

    setting: str = ""
    """Digest of the program, the kind of site and the looks: if it differs, nothing of the rest is true any more."""

    shared: str = ""
    """Digest of all inputs that are not specs."""

    stamps: Stamps = field(default_factory=dict)
    """How the site stood when it was built."""

    made: Mapping[str, Made] = field(default_factory=dict)
    """What came of each spec, by its file, but for disclosures."""

    published: Mapping[str, Published] = field(default_factory=dict)
    """The disclosures of those specs that have one, by their files."""

    others: tuple[Diagnostic, ...] = ()
    """What was found in anything but one spec."""

    whole: bool = False
    """Whether that was looked for: by a build of all specs."""

    def still_true(self, inputs: Inputs, stamps: Stamps) -> dict[str, Made]:
        """Return what would come of specs again and stands in the site, by their files.

        Args:
            inputs: what there is to be read now.
            stamps: how the site stands now.
        """
        there = self.untouched(stamps)
        # Most specs need what others need too; each need is looked at once.
        needs = set[tuple[str, str]]().union(*(made.needs.items() for made in there.values()))
        other = {(name, digest) for name, digest in needs if inputs.digest(name) != digest}
        return {file: made for file, made in there.items() if other.isdisjoint(made.needs.items())}

    def untouched(self, stamps: Stamps) -> dict[str, Made]:
        """Return what came of the specs whose disclosures stand as they were written, if they have any."""
        changed = {address for address, stamp in stamps.items() if self.stamps.get(address) != stamp}
        gone = {file for file, own in self.published.items() if own.address in changed or own.address not in stamps}
        return {file: made for file, made in self.made.items() if file not in gone}


class Notebook:
    """Takes down what a build makes, as soon as it is made and in the form in which it is kept: that is small."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._made, self._published = _Members(), _Members()
        self._found: set[Diagnostic] = set()
        self.addresses: list[str] = []
        """Those of the disclosures."""

    def add(self, made: Made, own: Published | None) -> None:
        """Take down what came of a spec, and which disclosure it has."""
        writer, file = self._writer, made.known.file
        self._made.add(file, writer.made(made))
        self._found.update(made.diagnostics)
        if own:
            self.addresses.append(own.address)
            causes = {target: writer.span(span) for target, span in own.causes.items()}
            self._published.add(file, [own.address, causes])

    def content(
        self, setting: str, shared: str, stamps: Stamps, found: Iterable[Diagnostic], *, whole: bool
    ) -> tuple[Bytes, ...]:
        """Return what is to be kept; the arguments are fields of `Memory`, and everything that was found."""
        others = [self._writer.diagnostic(one) for one in found if one not in self._found]
        plain = {
            "format": FORMAT,
            "setting": setting,
            "shared": shared,
            "stamps": stamps,
            **self._writer.tables(),
            "others": others,
            "whole": whole,
        }
        head = encode(plain).removesuffix(b"}")
        return sealed(head, b',"made":', *self._made.pieces, b',"published":', *self._published.pieces, b"}\n")


class _Members:
    """An object of JSON that grows: as text, which takes a tenth of the memory of its values."""

    def __init__(self) -> None:
        self._text = bytearray()

    def add(self, name: str, value: Plain) -> None:
        self._text += b",%s:%s" % (encode(name), encode(value))

    @property
    def pieces(self) -> tuple[Bytes, ...]:
        return b"{", memoryview(self._text)[1:], b"}"


def memory_file(cache: Path, out: Path) -> Path:
    """Return where a cache keeps what was made of an output folder."""
    return cache / _FOLDER / f"{digest(str(out.resolve()).encode('utf-8', 'surrogateescape'))}.json"


def recall(file: Path) -> Memory:
    """Return what is remembered; nothing where there is nothing, or it is of another version or damaged."""
    try:
        if not file.is_file():
            return Memory()
        return _read(decode(unsealed(file.read_bytes())))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Memory()


def keep(content: Iterable[Bytes], file: Path) -> None:
    """Keep what was made. A cache that cannot be written is none; the site stands in any case."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        with new.open("wb") as writing:
            writing.writelines(content)
        new.replace(file)
        ours = (path for path in file.parent.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
        kept = sorted(ours, key=lambda path: path.stat().st_mtime_ns)
        for path in kept[:-_SITES]:
            path.unlink()


def _read(plain: dict[str, Any]) -> Memory:
    if plain["format"] != FORMAT:
        return Memory()
    reader = Reader(plain)
    return Memory(
        plain["setting"],
        plain["shared"],
        dict(plain["stamps"]),
        {file: reader.made(one) for file, one in plain["made"].items()},
        {
            file: Published(address, {target: reader.span(span) for target, span in causes.items()})
            for file, (address, causes) in plain["published"].items()
        },
        tuple(reader.diagnostic(found) for found in plain["others"]),
        plain["whole"],
    )
