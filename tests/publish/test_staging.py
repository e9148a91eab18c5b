"""The next site: what did not change is carried over unread, what is gone goes, nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree

import pytest

from disc.publish import exchange
from disc.publish.links import files_among
from disc.publish.lock import room_of
from disc.publish.manifest import MARKER
from disc.publish.staging import Published
from disc.publish.write import mend, publish
from disc.publish.write import site as next_site
from tests.publish.sites import Files, site
from tests.publish.sites import tree as files_of

OLD = site("a", "b", "b/c", content=b"old")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "_site"


@pytest.fixture(params=["exchange", "renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can exchange two folders in one step, and one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(exchange, "_in_one_step", lambda *_: False)


def build(out: Path, files: Files, *more: str, spare: bool = False) -> Published:
    """Make these files the site, and then more of some names."""
    with next_site(out, spare=spare) as new:
        for path, content in (*files.items(), *((path, b"more") for path in more)):
            new.write(path, content)
    return new.outcome


def numbers(out: Path) -> dict[str, int]:
    """The file behind each name."""
    return {p.relative_to(out).as_posix(): p.stat().st_ino for p in out.rglob("*") if p.is_file()}


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.usefixtures("system")
def test_only_what_changed_is_written(out: Path) -> None:
    assert build(out, OLD) == Published(written=len(OLD), pages=4, size=sum(map(len, OLD.values())))
    before, seen = numbers(out), []
    new = {**OLD, "a/index.html": b"new", "d/index.html": b"d"}
    for gone in ("b/data.json", "b/c/index.html", "b/c/data.json", "b/c/tables/t.csv"):
        del new[gone]
    with next_site(out) as one:
        for path, content in new.items():
            seen.append((path, one.write(path, content)))
    assert [path for path, written in seen if written] == ["a/index.html", "d/index.html"]
    assert (one.outcome.written, one.outcome.kept, one.outcome.removed) == (2, len(new) - 2, 4)
    assert files_of(out) == new
    after = numbers(out)
    assert {path for path in after if after[path] != before.get(path)} == {"a/index.html", "d/index.html"}
    assert everything(out) == sorted({*new, *("a", "a/tables", "b", "b/tables", "d")})


def test_if_nothing_changed_nothing_is_touched(out: Path) -> None:
    build(out, OLD)
    before = (numbers(out), out.stat().st_ino, out.stat().st_mtime_ns, (out / "a").stat().st_mtime_ns)
    assert build(out, OLD) == Published(kept=len(OLD), pages=4)
    assert (numbers(out), out.stat().st_ino, out.stat().st_mtime_ns, (out / "a").stat().st_mtime_ns) == before
    assert everything(out.parent) == sorted(["_site", *(f"_site/{path}" for path in everything(out))])


@pytest.mark.usefixtures("system")
def test_the_spare_tree_has_the_files_of_the_site_and_no_others(out: Path) -> None:
    spare = room_of(out) / "spare"
    build(out, OLD)
    assert not spare.exists()
    # One after the other: changes, additions, withdrawals, a file where a folder was and the other way round.
    for files in (
        site("a", "b", "e"),
        site("a"),
        site("a") | {"e": b"a file now", "static/x/y.css": b""},
        site("a", "e") | {"static/x": b""},
        OLD,
    ):
        build(out, files)
        assert files_of(out) == files
        assert numbers(spare) == numbers(out)
        assert everything(spare) == everything(out)
        assert sorted(path.name for path in room_of(out).iterdir()) == [".gitignore", "spare"]


def test_a_first_build_can_make_the_spare_tree_too(out: Path) -> None:
    build(out, OLD, spare=True)
    assert numbers(room_of(out) / "spare") == numbers(out)


def test_what_is_kept_is_not_read(out: Path) -> None:
    build(out, OLD)
    for path in ("a/index.html", "b/index.html"):
        # Not even a reader's eyes: a write would be refused, and a copy would show.
        (out / path).chmod(0)
    before = numbers(out)
    with next_site(out) as new:
        assert new.keep(*(path for path in OLD if path != MARKER))
        changed = [new.changed]
        new.write(MARKER, OLD[MARKER] + b"\n")
        changed.append(new.changed)
    assert changed == [False, True]
    assert {path for path, number in numbers(out).items() if before[path] != number} == {MARKER}


def test_what_does_not_stand_cannot_be_kept(out: Path) -> None:
    build(out, OLD)
    (out / "a/data.json").unlink()
    with next_site(out) as new:
        assert not new.keep("a/index.html", "a/data.json")
        assert not new.keep("a")
        # None of them was taken over.
        for path, content in OLD.items():
            assert new.write(path, content) == (path == "a/data.json")
    assert files_of(out) == OLD


@pytest.mark.parametrize("lost", ["b/index.html", "b/tables/t.csv", "b/tables", "b"])
def test_whether_all_files_of_a_disclosure_stand(out: Path, lost: str) -> None:
    files = files_among(("index.html", "index.html#x", "data.json", "tables/t.csv", "tables/t.csv#y"))
    build(out, OLD)
    with next_site(out) as new:
        assert new.has_below("b", files)
        new.keep_all()
    rmtree(out / lost) if (out / lost).is_dir() else (out / lost).unlink()
    with next_site(out) as new:
        assert not new.has_below("b", files)
        new.keep_all()


def test_pages_of_others_are_kept_with_all_that_is_below_them(out: Path) -> None:
    build(out, OLD | {"b/charts/deep/x.svg": b"x", "bb/index.html": b"other"})
    with next_site(out) as new:
        new.write(MARKER, OLD[MARKER])
        new.keep_below(["b"], apart=["b/c"])
    assert sorted(files_of(out)) == [*(MARKER, "b/charts/deep/x.svg", "b/data.json", "b/index.html", "b/tables/t.csv")]


@pytest.mark.parametrize("first", [False, True])
def test_a_file_made_by_others(out: Path, first: bool) -> None:
    if not first:
        build(out, OLD | {"data/all.parquet": b"old"})
    outcomes = []
    for _ in range(2):
        with next_site(out) as new:
            for path in OLD:
                new.write(path, OLD[path])
            assert new.find("a/index.html").read_bytes() == b"old"
            new.create("data/all.parquet").write_bytes(b"new")
            assert new.find("data/all.parquet").read_bytes() == b"new"
        assert files_of(out) == OLD | {"data/all.parquet": b"new"}
        outcomes.append((new.outcome.written, new.outcome.kept))
    assert outcomes == [(len(OLD) + 1 if first else 1, 0 if first else len(OLD)), (0, len(OLD) + 1)]


def test_a_path_has_one_content(out: Path) -> None:
    build(out, OLD)
    for again in ("a/index.html", "a"):
        with pytest.raises(ValueError, match="there already"):
            build(out, {"a/index.html": b"x"}, again)
    assert files_of(out) == OLD


@pytest.mark.parametrize("path", ["", ".", "..", "a/", "/a", "a//b", "a/./b", "a\\..\\b"])
def test_paths_that_lead_elsewhere(out: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not below"), next_site(out) as new:
        new.write(path, b"")
    assert everything(out.parent) == []


def test_the_folder_s_rights_stay(out: Path) -> None:
    build(out, OLD)
    out.chmod(0o750)
    for files in (site("a"), site("b")):
        build(out, files)
        assert out.stat().st_mode & 0o777 == 0o750


def test_without_links_files_are_copied(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    build(out, OLD)
    for files in (site("a", "b"), site("a"), site("a", "c")):
        build(out, {**OLD, **files})
        assert files_of(out) == OLD | files


def test_files_that_others_put_in_the_site_or_the_room_go(out: Path) -> None:
    build(out, OLD, spare=True)
    (out / "empty").mkdir()
    (room_of(out) / "spare/a/tables/left.csv").write_bytes(b"")
    (room_of(out) / "spare/b/index.html").unlink()
    build(out, OLD)
    assert files_of(out) == OLD
    assert everything(out) == everything(room_of(out) / "spare")


def test_a_site_that_was_removed_takes_the_spare_tree_with_it(out: Path) -> None:
    build(out, OLD, spare=True)
    out.rename(out.parent / "elsewhere")
    mend(out)
    assert [path.name for path in out.parent.iterdir()] == ["elsewhere"]


def test_an_old_site_that_was_moved_away_is_found(out: Path) -> None:
    build(out, OLD, spare=True)
    room = room_of(out)
    # Killed between the first and the second renaming, then between the second and the third.
    out.rename(room / "old")
    (room / "spare").rename(room / "next")
    mend(out)
    assert files_of(out) == OLD
    (room / "spare").rename(room / "old")
    mend(out)
    assert files_of(out) == OLD
    assert sorted(path.name for path in room.iterdir()) == [".gitignore", "spare"]


def test_a_room_that_is_somebody_else_s_is_left_alone(out: Path) -> None:
    room = room_of(out)
    room.mkdir()
    (room / "thesis.doc").write_bytes(b"mine")
    with pytest.raises(Exception, match=r"\._site\.disc"):
        publish(OLD, out)
    assert everything(out.parent) == ["._site.disc", "._site.disc/thesis.doc"]


def test_a_link_in_place_of_the_room_is_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    room_of(out).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Exception, match=r"\._site\.disc"):
        publish(OLD, out)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_memory_does_not_hold_the_site(out: Path) -> None:
    # Contents come from an iterator, one after the other; each is on the disk when the next is asked for.
    def pages(new: Path) -> Files:
        return {path.name: path.read_bytes() for path in new.rglob("*.html")}

    with next_site(out) as new:
        for number in range(3):
            new.write(f"{number}/{number}.html", os.urandom(10))
            assert len(pages(room_of(out) / "next")) == number + 1
        new.write(MARKER, OLD[MARKER])
