"""Every manual page says what is wrong, why and how to mend it, and its examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disc.build import check as build_check
from disc.checks import Check, all_checks, all_comparisons, all_readings
from disc.core.diagnostic import Language, Level
from disc.load.spec_files import Options
from disc.manual import manual
from disc.manual.chapters import TEXTS
from tests.checks.manual import examples, marked, merged, write
from tests.seed.spec import ROOT

CHECKS = [*all_checks(), *all_comparisons(), *all_readings()]
every_check = pytest.mark.parametrize("check", CHECKS, ids=[check.code for check in CHECKS])


# What the document says of an example is not what it is about, unless the check reads the document.
BESIDE = {"open-cells", "unused-reason", "unused-purpose", "missing-item", "missing-advised-item"}
READINGS = {check.code for check in all_readings()}


def found(root: Path, code: str = "") -> list[tuple[str, str]]:
    """Return what is found in an example of a check."""
    beside = BESIDE if code in READINGS else BESIDE | READINGS
    return [(d.code, str(d.span)) for d in build_check(Options(root)).diagnostics if d.code not in beside]


def test_the_example_is_good(tmp_path: Path) -> None:
    write(tmp_path, {"specs/example/office/2024-budget.yaml": merged("")})
    assert found(tmp_path) == []


def test_the_accounts_are_good_to_every_check(tmp_path: Path) -> None:
    write(tmp_path, {"specs/example/office/2024-accounts.yaml": merged("", "accounts")})
    assert [(d.code, str(d.span)) for d in build_check(Options(tmp_path)).diagnostics] == []


@every_check
def test_the_parts_of_a_page(check: Check) -> None:
    title, _, rest = check.manual.partition("\n\n")
    assert title.endswith("."), "a page begins with one line, and it is a sentence"
    assert "\n" not in title
    assert not rest.startswith(("FAIL:", "PASS:", "Mend:")), "after the first line it says why"
    assert all(f"\n{part}:" in rest for part in ("FAIL", "PASS", "Mend"))
    assert rest.index("\nFAIL:\n\n    ") < rest.index("\nPASS:\n\n    ") < rest.index("\nMend: ")
    (chinese,) = (block for block in rest.split("\n\n") if block.endswith("。") and block[0] != " ")
    assert rest.index(chinese) < rest.index("\nFAIL:"), "it says why in Chinese too"
    assert check.rule.hint.zh
    assert check.rule.hint.en


@every_check
def test_what_fails(check: Check, tmp_path: Path) -> None:
    for number, files in enumerate(examples(check.manual, "FAIL")):
        assert marked(files)
        write(root := tmp_path / str(number), files)
        # Several findings may stand at one place.
        assert [*dict.fromkeys(found(root, check.code))] == [(check.code, place) for place in marked(files)]


@every_check
def test_what_passes(check: Check, tmp_path: Path) -> None:
    for number, files in enumerate(examples(check.manual, "PASS")):
        assert files
        assert not marked(files)
        write(root := tmp_path / str(number), files)
        assert found(root, check.code) == []


@pytest.mark.parametrize("check", [c for c in CHECKS if not c.firm], ids=[c.code for c in CHECKS if not c.firm])
def test_what_need_not_be_mended_can_be_compiled(check: Check, tmp_path: Path) -> None:
    files, *_ = examples(check.manual, "FAIL")
    write(tmp_path, {**files, "site/site.yaml": f"name: 甲\nchecks: {{levels: {{{check.code}: notice}}}}\n"})
    result = build_check(Options(tmp_path))
    assert {d.level for d in result.diagnostics if d.code == check.code} == {Level.NOTICE}
    assert not result.failed
    assert len(result.documents) == sum(name.startswith("specs/") for name in files)


TOLD = [code for code, text in TEXTS.items() if "FAIL:" in text]


@pytest.mark.parametrize("code", TOLD)
def test_what_fails_and_passes_where_no_check_looks(code: str, tmp_path: Path) -> None:
    text = f"\n{TEXTS[code].strip()}\n"
    assert examples(text, "FAIL")
    for name in ("FAIL", "PASS"):
        for number, files in enumerate(examples(text, name)):
            assert bool(marked(files)) == (name == "FAIL")
            write(root := tmp_path / f"{name}-{number}", files)
            assert found(root) == [(code, place) for place in marked(files)]


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_reference_lists_the_chapters_of_the_manual(readme: str, language: Language) -> None:
    page = (ROOT / "schema" / readme).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|`]+) \|[^|]*\| `([a-z0-9-]+)` \|$", page, re.MULTILINE))
    titles = {chapter.title.zh if language == "zh" else chapter.title.en: chapter for chapter in manual()}
    assert list(rows) == list(titles)
    for title, code in rows.items():
        assert code in {page.rule.code for page in titles[title].pages}, title
