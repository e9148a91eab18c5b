"""The READMEs are true: specs in them build, what they quote is said, links lead somewhere, languages agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from disc.build import build
from disc.cli import main
from disc.load.spec_files import Options
from tests.readmes import CHINESE, ENGLISH, ROOT, anchors, links, pages, sections

ADDRESS = "demo/library/2024-budget"

PAGES = pages()
PAIRS = [page.parent for page in PAGES if page.name == CHINESE]
every_pair = pytest.mark.parametrize("folder", PAIRS, ids=[folder.name for folder in PAIRS])


def specs_in(page: Path) -> list[str]:
    """The complete specs that a page shows: YAML that begins with its kind, maybe after comments."""
    blocks = [text for section in sections(page) for language, text in section.blocks if language == "yaml"]
    return [block for block in blocks if re.match(r"(#.*\n)*kind:", block)]


def write(text: str, folder: Path) -> None:
    entity = re.search(r"\bid: ([a-z-]+)", text)
    assert entity
    file = folder / "specs/demo" / entity[1] / "2024-budget.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def built(text: str, folder: Path) -> str:
    """The Markdown page of a spec, of which nothing may be said but what it had better say as well."""
    write(text, folder)
    found = {diagnostic.code for diagnostic in build(Options(folder), folder / "out").diagnostics}
    assert found == {"missing-item", "missing-advised-item"}
    (page,) = (folder / "out").rglob("index.md")
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
def test_the_first_spec_becomes_the_sentence_under_it(readme: str, tmp_path: Path) -> None:
    (spec,) = specs_in(ROOT / readme)
    (quoted,) = re.findall(r"^> (.+)$", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)
    assert quoted in built(spec, tmp_path)
    assert len(spec.splitlines()) == 10


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
def test_the_complete_spec_of_the_reference_builds(readme: str, tmp_path: Path) -> None:
    (spec, *_) = specs_in(ROOT / "schema" / readme)
    assert "合计" in built(spec, tmp_path)


@pytest.mark.parametrize(("readme", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
@pytest.mark.parametrize(
    ("folder", "mistake"), [("specs", ("year: 2024", "year: 2025")), ("schema", ("30201: 10.30", "30201: 10.50"))]
)
def test_disc_says_what_is_quoted(
    folder: str, mistake: tuple[str, str], readme: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = (text for section in sections(ROOT / folder / readme) for _, text in section.blocks)
    (quoted,) = (text for text in blocks if "2024-budget.yaml:" in text)
    (spec, *_) = specs_in(ROOT / "schema" / readme)
    assert mistake[0] in spec
    write(spec.replace(*mistake), tmp_path)
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["check", "--level", "error", "--lang", language]).stderr
    assert quoted in said


def test_all_who_write_specs_and_keep_a_site_find_chinese() -> None:
    assert {folder.relative_to(ROOT).as_posix() for folder in PAIRS} == {".", "schema", "site", "specs"}


@every_pair
def test_both_languages_say_the_same(folder: Path) -> None:
    english, chinese = ([*sections(folder / name)] for name in (ENGLISH, CHINESE))
    assert [each.level for each in english] == [each.level for each in chinese]
    for one, other in zip(english, chinese, strict=True):
        assert (one.title, one.shape) == (one.title, other.shape)
        assert (one.title, one.names) == (one.title, other.names)
        assert (one.title, one.code) == (one.title, other.code)


@every_pair
def test_each_language_leads_to_the_other(folder: Path) -> None:
    first = {name: (folder / name).read_text(encoding="utf-8").partition("\n")[0] for name in (ENGLISH, CHINESE)}
    assert first == {
        ENGLISH: f"**English** | [简体中文]({CHINESE})",
        CHINESE: f"[English]({ENGLISH}) | **简体中文**",
    }


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@every_pair
def test_a_page_in_chinese_leads_to_pages_in_chinese(folder: Path) -> None:
    _, *others = links(folder / CHINESE)
    english = [link for link in others if link.partition("#")[0].endswith(ENGLISH)]
    assert [link for link in english if (folder / link.partition("#")[0]).resolve().parent in PAIRS] == []
