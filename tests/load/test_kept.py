"""What is kept from one run to the next is what would be made, or it is made anew."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disc.compile import codes
from disc.compile.codes import Codes
from disc.compile.templates import Templates
from disc.core.span import Span
from disc.load import kept
from disc.load.form import Template
from disc.load.form_names import form_names
from disc.load.form_reader import load_form
from disc.load.resources import Resources
from disc.load.spec_reader import Library

LIST = "schema/forms"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Things are kept in a folder of the test's own."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root/schema/forms").mkdir(parents=True)
    (tmp_path / "root/schema/a.yaml").write_text("a", encoding="utf-8")
    return tmp_path / "root"


def lengths(root: Path) -> Callable[[], tuple[list[str], int]]:
    """Return what asks for a thing made of two files and a list, and says what is made, and whether it was."""

    def asked() -> tuple[list[str], int]:
        resources, made = Resources(root), []

        def make() -> list[str]:
            made.append(1)
            there = [n for n in ("schema/a.yaml", "schema/b.yaml") if resources.find(n)]
            return [resources.read(n).decode() for n in there] + list(resources.list(LIST, ".none"))

        return kept.kept_or_made(resources, "lengths", make), len(made)

    return asked


def test_it_is_made_once(root: Path) -> None:
    asked = lengths(root)
    assert [asked(), asked()] == [(["a"], 1), (["a"], 0)]


def test_what_changes_is_made_anew(root: Path) -> None:
    asked = lengths(root)
    asked()
    changed, new, listed = root / "schema/a.yaml", root / "schema/b.yaml", root / "schema/forms/c.none"
    changed.write_text("b", encoding="utf-8")
    assert [asked(), asked()] == [(["b"], 1), (["b"], 0)]
    # What was looked for in vain counts too.
    new.write_text("new", encoding="utf-8")
    assert [asked(), asked()] == [(["b", "new"], 1), (["b", "new"], 0)]
    listed.touch()
    assert asked() == (["b", "new", "schema/forms/c.none"], 1)
    new.unlink()
    assert asked() == (["b", "schema/forms/c.none"], 1)


def test_who_uses_it_has_read_what_it_was_made_of(root: Path) -> None:
    def noted() -> set[str]:
        resources = Resources(root)
        return set(resources.notes.taken(lambda: kept.kept_or_made(resources, "a", lambda: resources.read(name)))[1])

    name = "schema/a.yaml"
    assert noted() == noted() == {name}


@pytest.mark.parametrize("damage", [b"", b"\n", b"nothing\nmuch", b"\x80\x05"])
def test_what_is_damaged_is_made_anew(root: Path, folder: Path, damage: bytes) -> None:
    asked = lengths(root)
    asked()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert [asked(), asked()] == [(["a"], 1), (["a"], 0)]
    file.write_bytes(whole[:-3] + b"abc")
    assert asked() == (["a"], 1)


def test_another_program_makes_its_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = lengths(root)
    asked()
    monkeypatch.setattr(kept, "_maker", lambda: "another")
    assert [asked(), asked()] == [(["a"], 1), (["a"], 0)]


def test_where_nothing_may_be_written_each_run_makes_its_own(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = lengths(root)
    folder.write_text("not a folder", encoding="utf-8")
    assert [asked(), asked()] == [(["a"], 1), (["a"], 1)]
    folder.unlink()
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert [asked(), asked()] == [(["a"], 1), (["a"], 1)]
    assert not folder.exists()


def test_a_full_disk_leaves_nothing_half(root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    asked = lengths(root)
    assert [asked(), asked()] == [(["a"], 1), (["a"], 1)]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", form_names(Resources(Path())))
def test_a_form_that_was_kept_is_the_form(tmp_path: Path, name: str) -> None:
    library = Library(Resources(tmp_path))
    made = load_form(library.resources, name, library.schema, library.kinds())
    assert [Library(Resources(tmp_path)).form(name) for _ in range(2)] == [made, made]


def test_templates_are_compiled_once() -> None:
    def text(source: str) -> tuple[str, bool]:
        used = Codes("a/form")
        known = used.get(("text", source)) is not None
        templates = Templates({}, used)
        said = templates.render(Template(source, Span("form.yaml")), templates.names({"a": "甲"}))
        used.keep()
        return said, known

    assert [text("{{ a }}"), text("{{ a }}")] == [("甲", False), ("甲", True)]
    assert [text("{{ a }}乙"), text("{{ a }}"), text("{{ a }}乙")] == [("甲乙", False), ("甲", True), ("甲乙", True)]


def test_templates_of_old_forms_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "MOST", 2)
    for name in "abc":
        used = Codes("a/form")
        used.add(("text", name), compile(name, "<template>", "eval"))
        used.keep()
        last = Codes("a/form").get(("text", "a"))
        assert (last is None) == (name == "c")
