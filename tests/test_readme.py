"""The READMEs are true: specs in them build, what they quote is said, links lead somewhere, languages agree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from disc.build import build
from disc.cli import main
from disc.load.resources import Resources
from disc.load.schema_fields import Field, file_fields
from disc.load.spec_files import Options
from disc.load.spec_reader import Library
from tests.readmes import ROOT, anchors, in_chinese, in_english, links, pages, sections, targets

ADDRESS = "demo/library/2024-budget"

ENGLISH, CHINESE = "README.md", "README.zh-CN.md"


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


PAGES = pages()
TRANSLATED = [page for page in PAGES if in_chinese(page) in PAGES]
every_translated_page = pytest.mark.parametrize("page", TRANSLATED, ids=named)


def specs_in(page: Path) -> list[str]:
    """The complete specs that a page shows: YAML that begins with its kind, maybe after comments."""
    blocks = [text for section in sections(page) for language, text in section.blocks if language == "yaml"]
    return [block for block in blocks if re.match(r"(#.*\n)*kind:", block)]


def write(text: str, folder: Path) -> None:
    entity, kind = re.search(r"\bid: ([a-z-]+)", text), re.search("^kind: ([a-z]+)$", text, re.MULTILINE)
    assert entity
    assert kind
    file = folder / "specs/demo" / entity[1] / f"2024-{kind[1]}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
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


BESIDE_THE_BUDGET = "年初预算数{}万元，决算数100.60万元"


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
def test_the_complete_accounts_of_the_reference_build(readme: str, tmp_path: Path) -> None:
    _, accounts = specs_in(ROOT / "schema" / readme)
    page = built(accounts, tmp_path)
    assert "十二、其他需说明的事项" in page
    assert re.findall(r"公开0\d表", page) == [f"公开0{number}表" for number in range(1, 10)]
    assert "与上年相比，增加4.60万元，增长4.79%" in page
    assert BESIDE_THE_BUDGET.format("100.00") in page


def test_the_accounts_of_the_reference_take_their_budget_from_the_one_above_them(tmp_path: Path) -> None:
    budget, accounts = specs_in(ROOT / "schema" / ENGLISH)
    without = re.sub(r"^budget:\n(?: .*\n)+", "", accounts, flags=re.MULTILINE)
    assert without != accounts
    write(budget, tmp_path)
    write(without, tmp_path)
    build(Options(tmp_path), tmp_path / "out")
    page = (tmp_path / "out/demo/library/2024-accounts/index.md").read_text(encoding="utf-8")
    assert BESIDE_THE_BUDGET.format("100.50") in page


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
@pytest.mark.parametrize("kind", ["budget", "accounts"])
def test_the_reference_names_every_field(kind: str, readme: str) -> None:
    words = set(re.findall("[a-z_0-9]+", " ".join(name for each in sections(ROOT / "schema" / readme)
                                                 for name in (*each.names, *each.code))))  # fmt: skip
    assert names_of(file_fields(Library(Resources(ROOT)).schema(kind).root)) - words == set()


def names_of(fields: Iterable[Field]) -> set[str]:
    """What the fields of a file are called, with those in them."""
    return {name for field in fields for name in (field.name, *names_of(field.fields))}


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
def test_the_examples_of_the_fields_of_accounts_can_stand_there(readme: str) -> None:
    root = Library(Resources(ROOT)).schema("accounts").root
    (text,) = (each.text for each in sections(ROOT / "schema" / readme) if "`three_public_details`" in each.text)
    rows = re.findall(r"^\| (.+?) \|.*\| `(.+)` \|$", text, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| \*?\*?`", text, re.MULTILINE))
    for fields, example in rows:
        *_, field = re.findall("`([a-z_]+)`", fields)
        schema = {"$defs": root["$defs"], **root["properties"][field]}
        value = json.loads(json.dumps(yaml.safe_load(example)))  # keys of JSON are texts, as those of specs
        assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE])
def test_the_reasons_shown_of_accounts_have_keys_that_a_spec_may_have(readme: str, tmp_path: Path) -> None:
    _, accounts = specs_in(ROOT / "schema" / readme)
    blocks = (text for each in sections(ROOT / "schema" / readme) for _, text in each.blocks)
    (reasons,) = (block for block in blocks if "general.budget:" in block)
    write(accounts + reasons, tmp_path)
    found = build(Options(tmp_path), tmp_path / "out").diagnostics
    assert {each.code for each in found} == {"missing-item", "missing-advised-item", "unused-reason"}
    (unused,) = (each for each in found if each.code == "unused-reason")
    assert "reception.adjusted_budget" in unused.message("en")


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


def test_all_who_write_specs_forms_and_tables_and_keep_a_site_find_chinese() -> None:
    folders = ("", "schema/", "schema/classification/", "schema/forms/", "site/", "specs/")
    assert [*map(named, TRANSLATED)] == ["CONTRIBUTING.md", *(folder + ENGLISH for folder in folders)]


@every_translated_page
def test_both_languages_say_the_same(page: Path) -> None:
    chinese = in_chinese(page)
    assert [each.level for each in sections(page)] == [each.level for each in sections(chinese)]
    for one, other in zip(sections(page), sections(chinese), strict=True):
        assert (one.title, one.shape) == (one.title, other.shape)
        assert (one.title, one.names) == (one.title, other.names)
        assert (one.title, one.code) == (one.title, other.code)
        assert (one.title, targets(page, one)) == (one.title, targets(chinese, other))


@every_translated_page
def test_each_language_leads_to_the_other(page: Path) -> None:
    first = [each.read_text(encoding="utf-8").partition("\n")[0] for each in (page, in_chinese(page))]
    assert first == [
        f"**English** | [简体中文]({in_chinese(page).name})",
        f"[English]({page.name}) | **简体中文**",
    ]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@every_translated_page
def test_a_page_leads_to_pages_in_its_own_language(page: Path) -> None:
    for one, lead in ((page, in_english), (in_chinese(page), in_chinese)):
        _, *others = (link.partition("#")[0] for link in links(one))
        found = [(one.parent / path).resolve() for path in others if path]
        expected = [lead(in_english(target)) if in_english(target) in TRANSLATED else target for target in found]
        assert found == expected
