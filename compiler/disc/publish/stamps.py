"""What can be told of a site that stands without reading it: whether somebody has been at its files since."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from disc.publish.manifest import MARKER
from disc.publish.tree import Tree, split

Stamps = Mapping[str, str]
"""Digests of folders, and of names, sizes, times and numbers of files: by the address of each disclosure, of the marker
file under its name, and of the rest under ""."""

_NONE: Stamps = {}


def stamps(top: Path, tree: Tree, addresses: Collection[str], kept: Stamps = _NONE) -> Stamps:
    """Return what tells the files below a folder from others, and from themselves once they were changed.

    Args:
        top: the folder of a site.
        tree: what stands in it.
        addresses: those of its disclosures.
        kept: stamps of disclosures that nobody has been at since they were taken.

    Raises:
        OSError: a file is not there any more.
    """
    known = frozenset(addresses)
    owners = {"": ""}
    told: dict[str, list[str]] = {"": [], MARKER: [_files(top, "", {MARKER}.intersection(tree.get("", ())))]}
    # A folder comes after the one that it lies in; disclosures may lie in others.
    for folder in sorted(tree):
        owner = owners[folder] = folder if folder in known else owners[split(folder)[0]]
        if owner not in kept:
            names = tree[folder] if folder else tree[folder].keys() - {MARKER}
            told.setdefault(owner, []).append(_files(top, folder, names))
    passed = {owner: kept[owner] for owner in owners.values() if owner in kept}
    return {**passed, **{owner: _digest(digests) for owner, digests in told.items()}}


def _files(top: Path, folder: str, names: Iterable[str]) -> str:
    """Return what tells a folder and the files in it from others."""
    told, place = [f"{folder}/"], f"{top}/{folder}/"
    for name in names:
        about = os.lstat(place + name)
        told.append(f"{name}\n{about.st_size} {about.st_mtime_ns} {about.st_ino} {about.st_mode}")
    return _digest(told)


def _digest(lines: list[str]) -> str:
    return blake2b("\n".join(sorted(lines)).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
