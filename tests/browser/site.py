"""A whole site with every kind of page, and the fewest of its pages that show everything there is to see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from disc.build import build
from disc.load.spec_files import Options
from tests.department import SPECS
from tests.roots import a_root

REPOSITORY = Path(__file__).resolve().parents[2]

YEARS = {"a/squad/2023-budget.yaml": SPECS["a/squad/2024-budget.yaml"]}
"""A year before, so that there is an office with several."""


COVER = "cover: ['{{ entity.name }}', '{{ year }}年预算公开']\n"
FORM = "- text: '共{{ total }}，其中一般公共预算{{ general }}，项目支出{{ project }}。'"


def build_site(folder: Path) -> Path:
    """Build the specs of this repository, a department with its units and an office with two years; return the site."""
    root = a_root(folder / "root", SPECS | YEARS, FORM)
    form = root / "schema/forms/test/form.yaml"
    form.write_text(f"{COVER}{form.read_text(encoding='utf-8')}", encoding="utf-8")
    shutil.copytree(REPOSITORY / "specs", root / "specs", dirs_exist_ok=True)
    # The name that a careless program would not quote.
    out = folder / "网站 #1"
    result = build(Options(root), out)
    assert not result.failed, [f"{found.span}: {found.message('en')}" for found in result.diagnostics]
    return out


def pages(site: Path) -> list[str]:
    """Return the pages of a site by their paths below it, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def kinds(site: Path) -> list[str]:
    """Return the fewest pages on which every kind of element of the site stands.

    What a page is made of says what kind it is: tags with their classes and roles. A new template brings new ones, so
    one of its pages is among these without being named anywhere.
    """
    shown = {name: set(_elements((site / name).read_text(encoding="utf-8"))) for name in pages(site)}
    wanted = set().union(*shown.values())
    chosen: list[str] = []
    while wanted:
        # The shortest page of those that show most: `max` takes the first of equals.
        best = max(
            sorted(shown, key=lambda name: (site / name).stat().st_size), key=lambda name: len(shown[name] & wanted)
        )
        chosen.append(best)
        wanted -= shown[best]
    return sorted(chosen)


def _elements(text: str) -> Iterator[str]:
    reader = _Reader()
    reader.feed(text)
    return iter(reader.found)


class _Reader(HTMLParser):
    """Notes the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found.add(" ".join(f"{tag} {given.get('class') or ''} {given.get('role') or ''}".split()))
