"""What a build leaves on the disk, and how it is taken away."""

from __future__ import annotations

from collections.abc import Container
from itertools import count
from pathlib import Path

_LEFT = count()


def disk_used(folder: Path, without: Container[str]) -> tuple[int, int]:
    """Return the bytes that a folder takes of the disk, and how many files it has; a file with several names is one.

    Args:
        folder: what is looked at.
        without: names in it that are left out.
    """
    sizes = {
        (there := path.stat()).st_ino: there.st_blocks * 512
        for top in folder.iterdir()
        if top.name not in without
        for path in (top, *top.rglob("*"))
    }
    return sum(sizes.values()), len(sizes)


def shared_files(site: Path) -> dict[str, int]:
    """Return the sizes in bytes of files that hold something of many disclosures, by name."""
    disclosures = {page.parent for page in site.rglob("index.md")}
    files = (path for path in site.rglob("*") if path.is_file() and not disclosures & {path.parent, path.parent.parent})
    return {path.relative_to(site).as_posix(): path.stat().st_size for path in files}


def set_aside(path: Path) -> None:
    """Take a file or folder away, if it is there, to beside the folder that it lies in.

    Nothing is deleted between two measurements: a file system without a journal does not use the number of a deleted
    file for five minutes, looks through all such numbers for each new file, and takes up to half a millisecond for it.
    """
    if path.exists():
        left = path.parent.with_name(f"{path.parent.name}-left")
        left.mkdir(exist_ok=True)
        path.rename(left / str(next(_LEFT)))
