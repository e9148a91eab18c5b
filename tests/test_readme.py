"""The READMEs are true: their specs build, and the sentences they quote come out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disc.build import build
from disc.load.spec_files import Options

ROOT = Path(__file__).parents[1]
ADDRESS = "demo/library/2024-budget"


def specs_in(readme: str) -> list[str]:
    """The complete specs that a page shows: YAML that begins with its kind, maybe after comments."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [block for block in blocks if re.match(r"(#.*\n)*kind:", block)]


def built(text: str, folder: Path) -> str:
    """The Markdown page of a spec, of which nothing may be said but what it had better say as well."""
    entity = re.search(r"\bid: ([a-z-]+)", text)
    assert entity
    file = folder / "specs/demo" / entity[1] / "2024-budget.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    found = {diagnostic.code for diagnostic in build(Options(folder), folder / "out").diagnostics}
    assert found == {"missing-item", "missing-advised-item"}
    (page,) = (folder / "out").rglob("index.md")
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_first_spec_becomes_the_sentence_under_it(readme: str, tmp_path: Path) -> None:
    (spec,) = specs_in(readme)
    (quoted,) = re.findall(r"^> (.+)$", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)
    assert quoted in built(spec, tmp_path)
    assert len(spec.splitlines()) == 10


def test_both_readmes_show_the_same() -> None:
    pages = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]
    english, chinese = ([line.split(" ")[0] for line in page.splitlines() if line.startswith("#")] for page in pages)
    assert english == chinese
    assert specs_in("README.md") == specs_in("README.zh-CN.md")


def test_the_complete_spec_of_the_reference_builds(tmp_path: Path) -> None:
    (spec, *_) = specs_in("schema/README.md")
    assert "合计" in built(spec, tmp_path)
