"""The specs that are measured: what they have in common with real ones, and that none is like another."""

from __future__ import annotations

from pathlib import Path

from disc.build import check
from disc.core.diagnostic import Level
from disc.load.resources import Resources
from disc.load.spec_files import Options
from disc.publish.theme import load_theme
from tests.bench.changes import FORM, SETTINGS, SOURCES, TEMPLATE, Root, changes, new_root
from tests.bench.offices import Sort
from tests.bench.specs import first_specs

# A round of offices; after it comes more of the same.
NUMBER = 30


def errors(root: Root) -> list[str]:
    found = check(Options(root.folder), for_readers=False).diagnostics
    return [f"{d.span}: {d.message('en')}" for d in found if d.level is Level.ERROR]


def test_they_are_free_of_errors(tmp_path: Path) -> None:
    assert errors(new_root(tmp_path, NUMBER)) == []


def test_no_two_are_alike() -> None:
    specs = first_specs(400)
    assert len({spec.path for spec in specs}) == len(specs)
    assert len({spec.office.name for spec in specs}) == len({spec.office.id for spec in specs})
    texts = {spec.office.id: spec.text() for spec in specs[:NUMBER]}.values()
    for field in ("functions:\n", "goal: ", "by_function:\n", "by_economic:\n"):
        said = [text.partition(field)[2][:80] for text in texts if field in text]
        assert len(set(said)) == len(said) > len(texts) / 2, field


def test_there_is_some_of_everything() -> None:
    specs = first_specs(NUMBER)
    assert {spec.office.sort for spec in specs} == set(Sort)
    assert {spec.office.level for spec in specs} == {"unit", "department"}
    assert {spec.office.type for spec in specs} == {"administrative", "institution"}
    assert {bool(spec.office.units) for spec in specs} == {spec.followed for spec in specs} == {True, False}
    assert len({spec.office.region for spec in first_specs(400)}) > 4
    lengths = sorted(len(spec.text()) for spec in specs)
    assert lengths[-1] > 4 * lengths[0]


def test_a_larger_site_begins_with_a_smaller_one() -> None:
    assert first_specs(NUMBER)[: NUMBER // 2] == first_specs(NUMBER // 2)


def test_every_change_is_another_one_and_no_mistake(tmp_path: Path) -> None:
    root = new_root(tmp_path, 4)
    files = {
        "a spec changed": root.specs[0].path,
        "a form changed": FORM,
        "a template changed": TEMPLATE,
        "the settings changed": SETTINGS,
    }
    for what, change in changes(root).items():
        file = tmp_path / files[what]
        texts = {file.read_text(encoding="utf-8")}
        for _ in range(3):
            change()
            texts.add(file.read_text(encoding="utf-8"))
        assert len(texts) == 4, what
    assert load_theme(Resources(tmp_path))[0] is not None
    assert errors(root) == []


def test_clearing_leaves_what_a_build_reads(tmp_path: Path) -> None:
    root = new_root(tmp_path, 2)
    (tmp_path / "_site").mkdir()
    (tmp_path / "notes").write_text("", encoding="utf-8")
    root.clear()
    assert {path.name for path in tmp_path.iterdir()} == SOURCES
