"""Writing a site: all or nothing, and never over somebody else's files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disc.publish.lock import ForeignFolderError
from disc.publish.manifest import MARKER, Manifest, ManifestError, manifest, published
from disc.publish.seal import sealed, unsealed
from disc.publish.write import publish
from tests.publish.sites import entry, site, tree


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


def of_another_format() -> bytes:
    return b"".join(sealed(b'{"format": 0, "disclosures": []}'))


def marker() -> bytes:
    return b"".join(manifest(Manifest((entry("a"),))))


def without_a_seal() -> bytes:
    return unsealed(marker())


def cut_off() -> bytes:
    return marker()[:-9]


def changed_by_hand() -> bytes:
    return marker().replace(b'"year":2024', b'"year":"2"')


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, of_another_format(), without_a_seal(), cut_off(), changed_by_hand()],
)
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
    with pytest.raises(OSError, match="directory"):
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


def test_a_link_in_place_of_the_marker_is_none(out: Path, tmp_path: Path) -> None:
    publish(site("a"), tmp_path / "other")
    out.mkdir()
    (out / MARKER).symlink_to(tmp_path / "other" / MARKER)
    with pytest.raises(ForeignFolderError):
        publish(site("b"), out)


def test_links_in_the_site_are_not_followed(out: Path, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    (private / "t.csv").write_bytes(b"mine")
    (private / "index.html").write_bytes(b"mine")
    publish(site("a", "b", content=b"old"), out)
    for name in ("index.html", "data.json", "tables/t.csv"):
        (out / "a" / name).unlink()
    (out / "a/tables").rmdir()
    (out / "a/tables").symlink_to(private)
    (out / "a/index.html").symlink_to(private / "index.html")
    publish(site("b", also=["a"]), out, partial=True)
    assert tree(out) == site("b", also=["a"])
    publish(site("a"), out)
    assert tree(out) == site("a")
    assert tree(private) == {"t.csv": b"mine", "index.html": b"mine"}


def test_names_that_are_no_text(tmp_path: Path) -> None:
    out = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff/_s\xc3"))
    name = os.fsdecode(b"\xfe/index.html")
    publish(site("a"), out)
    # Somebody else's, in a site: it goes with the next build.
    (out / name).parent.mkdir()
    (out / name).write_bytes(b"")
    publish(site("b"), out)
    assert tree(out) == site("b")
