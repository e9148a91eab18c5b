"""Writing a site: all of it or nothing, into a folder that is disc's own.

The new site is built beside the old one and takes its place by renaming, so a reader never meets half a site and a
failure leaves the old one as it was.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from disc.publish.manifest import MARKER, published


class ForeignFolderError(Exception):
    """The output folder holds something that disc did not write, and would be lost."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def publish(
    files: Mapping[str, bytes], out: Path, *, partial: bool = False, finish: Callable[[Path], None] | None = None
) -> None:
    """Replace the site in a folder.

    Args:
        files: contents by path below the folder, as `render` returns them.
        out: the folder; it is made if need be.
        partial: whether only some disclosures were built; the pages of the others that stand in the folder stay.
            Otherwise they go.
        finish: writes what follows from all files together into the folder that is about to take the old one's place.

    Raises:
        ForeignFolderError: the folder is not empty and has no marker file, or is no folder.
        ManifestError: `partial`, and the marker file cannot be read.
        OSError: the disk does not want it; the folder is as it was.
    """
    out = out.resolve()
    check_folder(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    # A folder that nobody could have made before: what stands in it is published.
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    new = aside / "new"
    try:
        new.mkdir()
        for name, content in files.items():
            path = _inside(new, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in _kept(files, out) if partial else ():
            _carry(out / name, new / name)
        if finish:
            finish(new)
        _swap(new, out, aside / "old")
    finally:
        shutil.rmtree(new, ignore_errors=True)
        with suppress(OSError):
            aside.rmdir()


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, with the folders above it.

    Raises:
        FileExistsError: there is something at the path; it stays as it was.
        OSError: the disk does not want it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def check_folder(out: Path) -> None:
    """Make sure that a folder may be replaced.

    Raises:
        ForeignFolderError: it may not.
    """
    if out.is_dir():
        ours = (out / MARKER).is_file() and not (out / ".git").exists()
        if ours or not any(out.iterdir()):
            return
        raise ForeignFolderError(out)
    if out.exists():
        raise ForeignFolderError(out)


def _inside(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or name.startswith("/"):
        raise ValueError(f"not below the folder: {name}")
    return folder.joinpath(*parts)


def _kept(files: Mapping[str, bytes], out: Path) -> Iterator[str]:
    """Yield the files of published disclosures that were not built this time."""
    for entry in published(out):
        if f"{entry.address}/index.html" in files:
            continue
        page = out / entry.address
        # No deeper: another disclosure may have its address below this one's.
        for path in sorted((*page.glob("*"), *page.glob("tables/*"))):
            if path.is_file():
                yield path.relative_to(out).as_posix()


def _carry(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.hardlink_to(old)
    except OSError:
        # The file system has no such links.
        shutil.copyfile(old, new)


def _swap(new: Path, out: Path, old: Path) -> None:
    there = out.exists()
    if there:
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if there:
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
