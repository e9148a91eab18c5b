"""What can be told of a site that stands without reading it: whether somebody has been at its files since."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from disc.publish.manifest import MARKER
from disc.publish.tree import join

Stamps = Mapping[str, str]
"""Digests of names, sizes, times and numbers of files: by the address of each disclosure, of the marker file under its
name, and of the rest under ""."""

_NONE: Stamps = {}


def stamps(top: Path, addresses: Collection[str], kept: Stamps = _NONE) -> Stamps:
    """Return what tells the files below a folder from others, and from themselves once they were changed.

    Args:
        top: the folder of a site.
        addresses: those of its disclosures.
        kept: stamps of disclosures that nobody has been at since they were taken.

    Raises:
        OSError: a folder cannot be listed.
    """
    known = frozenset(addresses)
    told: dict[str, list[str]] = {"": [], MARKER: []}
    passed = kept.keys() - {above for address in known for above in _above(address)}
    waiting = [("", "")] if top.is_dir() else []
    while waiting:
        folder, owner = waiting.pop()
        if folder in passed:
            continue
        if folder in known:
            owner = folder
            told[owner] = []
        with os.scandir(f"{top}/{folder}") as found:
            for entry in found:
                path = join(folder, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((path, owner))
                    continue
                about = entry.stat(follow_symlinks=False)
                told[MARKER if path == MARKER else owner].append(
                    f"{path}\n{about.st_size} {about.st_mtime_ns} {about.st_ino} {about.st_mode}"
                )
    return {**{folder: kept[folder] for folder in passed}, **{owner: _digest(lines) for owner, lines in told.items()}}


def _above(address: str) -> Iterator[str]:
    """Yield the folders that an address lies in: disclosures may lie in others."""
    while address := address.rpartition("/")[0]:
        yield address


def _digest(lines: list[str]) -> str:
    return blake2b("\n".join(sorted(lines)).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
