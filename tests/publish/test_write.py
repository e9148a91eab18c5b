"""Writing a site: all or nothing, and never over somebody else's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from disc.publish.manifest import MARKER, Entry, KeyAmount, ManifestError, manifest, published
from disc.publish.write import ForeignFolderError, publish

Files = dict[str, bytes]


def entry(address: str) -> Entry:
    figures = (
        KeyAmount("total", "收支总预算", "896.16", "734.52", "万元"),
        KeyAmount("active", "在职人数", "23", "", "人"),
    )
    return Entry(address, "题", "甲", "653023", ("阿合奇县",), 2024, "budget", "2024-02-21", figures=figures)


def site(*addresses: str, content: bytes = b"new", also: Iterable[str] = ()) -> Files:
    """A site with these pages; its list names other addresses also."""
    pages = {f"{a}/{name}": content for a in addresses for name in ("index.html", "data.json", "tables/t.csv")}
    return pages | {"index.html": content, MARKER: manifest(map(entry, (*addresses, *also)))}


def tree(folder: Path) -> Files:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "_site"


def test_a_site_is_written_and_can_be_read_back(out: Path) -> None:
    publish(site("a/b"), out)
    assert tree(out) == site("a/b")
    assert published(out) == (entry("a/b"),)
    assert [path.name for path in out.parent.iterdir()] == ["_site"]


def test_the_folder_and_those_above_it_are_made(tmp_path: Path) -> None:
    publish(site("a"), tmp_path / "x/y/z")
    assert tree(tmp_path / "x/y/z") == site("a")


def test_an_empty_folder_is_welcome(out: Path) -> None:
    out.mkdir()
    publish(site("a"), out)
    assert tree(out) == site("a")


def test_a_full_build_removes_what_has_no_spec_any_more(out: Path) -> None:
    publish(site("a", "b", content=b"old"), out)
    publish(site("b"), out)
    assert tree(out) == site("b")


def test_a_partial_build_keeps_the_others(out: Path) -> None:
    publish(site("a", "a/b", "c", content=b"old"), out)
    publish(site("a", also=["a/b", "c"]), out, partial=True)
    found = tree(out)
    assert {name: found[name] for name in ("a/index.html", "a/tables/t.csv")} == dict.fromkeys(
        ("a/index.html", "a/tables/t.csv"), b"new"
    )
    assert {n: c for n, c in found.items() if n.startswith(("a/b/", "c/"))} == {
        f"{a}/{name}": b"old" for a in ("a/b", "c") for name in ("index.html", "data.json", "tables/t.csv")
    }
    assert published(out) == (entry("a"), entry("a/b"), entry("c"))


def test_a_partial_build_drops_the_old_files_of_what_it_builds(out: Path) -> None:
    publish(site("a", content=b"old") | {"a/tables/gone.csv": b"old"}, out)
    publish(site("a"), out, partial=True)
    assert tree(out) == site("a")


def test_a_folder_that_is_not_discs_is_left_alone(out: Path) -> None:
    out.mkdir()
    (out / "thesis.doc").write_bytes(b"mine")
    with pytest.raises(ForeignFolderError):
        publish(site("a"), out)
    assert tree(out) == {"thesis.doc": b"mine"}


def test_a_file_is_no_folder(out: Path) -> None:
    out.write_bytes(b"mine")
    with pytest.raises(ForeignFolderError):
        publish(site("a"), out)
    assert out.read_bytes() == b"mine"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 1, "disclosures": []}', b"\xff"])
def test_a_marker_that_cannot_be_read_stops_a_partial_build_only(out: Path, content: bytes) -> None:
    out.mkdir()
    (out / MARKER).write_bytes(content)
    with pytest.raises(ManifestError):
        publish(site("a"), out, partial=True)
    assert tree(out) == {MARKER: content}
    publish(site("a"), out)
    assert tree(out) == site("a")


def test_a_failure_leaves_the_old_site_as_it_was(out: Path) -> None:
    publish(site("a", content=b"old"), out)
    # A file cannot have files below it.
    broken = site("b") | {"b/index.html/x": b"", "z": b""}
    with pytest.raises(OSError, match="index"):
        publish(broken, out)
    assert tree(out) == site("a", content=b"old")
    assert [path.name for path in out.parent.iterdir()] == ["_site"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", ""])
def test_no_file_is_written_outside_the_folder(out: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not below"):
        publish({name: b""}, out)
    assert not out.exists()


def test_readers_may_read_it(out: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    publish(site("a"), out)
    assert out.stat().st_mode == plain.stat().st_mode


def test_a_link_to_the_folder_is_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    publish(site("a"), out)
    assert out.is_symlink()
    assert tree(tmp_path / "real") == site("a")


def test_a_checkout_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(site("a/b"), out)
    (out / ".git").mkdir()
    with pytest.raises(ForeignFolderError):
        publish(site("a/b"), out)
