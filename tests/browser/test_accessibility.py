"""Everyone can read the pages: what axe finds on each kind of page, in every colour and size of letters."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import NARROW, WIDE, shown
from tests.browser.site import kinds

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What WCAG 2.2 asks for at level AA, and what axe knows to be good besides."""

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: all that can differ where the same page is shown in others."""

FINDINGS = """async rules => {
    // What stands below in long tables and lists is made as what stands above. And it must fetch nothing: the page has
    // its style sheets already.
    const exclude = ['tbody tr:nth-child(n+15)', '.rule:nth-of-type(n+8)', '.codes li:nth-child(n+8)'];
    const found = await axe.run({include: [['html']], exclude: exclude.map(it => [it])}, {
        runOnly: rules, resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}},
    });
    return found.violations.flatMap(rule => rule.nodes.map(node => {
        const reasons = node.any.concat(node.all, node.none).map(check => check.message);
        return `${rule.id} at ${node.target}: ${reasons.join(' ')}`;
    }));
}"""


def violations(page: Page, rules: list[str]) -> list[str]:
    """Return what axe finds: rule, element, and why."""
    found: list[str] = page.evaluate(FINDINGS, rules)
    return found


def everything_found(page: Page) -> list[str]:
    """Return what axe finds on a page in light and dark, with more contrast and in large print."""
    page.evaluate(AXE)
    found = violations(page, RULES)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {finding}" for finding in violations(page, COLOURS)]
    page.get_by_label("高对比度").check()
    found += [f"contrast: {finding}" for finding in violations(page, COLOURS)]
    page.get_by_label("大字版").check()
    return found + [f"large: {finding}" for finding in violations(page, ["target-size"])]


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_axe_finds_nothing(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    found = []
    for name in kinds(site):
        with shown(browser, site / name, size) as page:
            found += [f"{name}: {finding}" for finding in everything_found(page)]
    assert found == []


def test_axe_would_find_something(browser: Browser, site: Path) -> None:
    with shown(browser, site / "index.html", NARROW) as page:
        page.evaluate("document.querySelector('h1').style.color = '#ddd'")
        page.evaluate(AXE)
        assert [finding.partition(":")[0] for finding in violations(page, RULES)] == ["color-contrast at h1"]


HEADINGS = """table => {
    // Rows and columns as Chromium counts them: a heading is announced with every cell of the columns it covers.
    const taken = [], headings = [];
    [...table.tHead.rows].forEach((row, y) => {
        let x = 0;
        for (const cell of row.cells) {
            while (taken[y]?.[x]) x++;
            for (let dy = 0; dy < cell.rowSpan; dy++)
                for (let dx = 0; dx < cell.colSpan; dx++)
                    (taken[y + dy] ??= [])[x + dx] = true;
            if (cell.tagName === 'TH')
                for (let dx = 0; dx < cell.colSpan; dx++) (headings[x + dx] ??= []).push(cell.textContent);
            x += cell.colSpan;
        }
    });
    return headings.map(parts => parts.join('／'));
}"""
"""The headings above each column, from the top."""


@pytest.mark.parametrize("name", ["income", "expenditure", "overall", "projects", "carryover"])
def test_the_headings_of_a_table_are_announced(browser: Browser, site: Path, name: str) -> None:
    """Those above them included: a screen reader says of a cell what its column is called in the CSV."""
    folder = site / "xinjiang/akqi/government-office/2024-budget"
    with (folder / f"tables/{name}.csv").open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with shown(browser, folder / "index.html", WIDE) as page:
        table = page.locator(f"#table_{name}").get_by_role("table")
        assert table.locator("thead").count() == 1
        assert table.evaluate(HEADINGS) == columns
        assert table.get_by_role("columnheader").count() == table.locator("thead th").count()
        assert table.get_by_role("rowheader").count() == table.locator("tbody th").count()
        number = page.locator(f"#table_{name}_title").inner_text()
        heading = page.locator(f"h3:has(+ #table_{name})").inner_text()
        assert page.get_by_role("region", name=f"{number} {heading}", exact=True).count() == 1
        rows = table.get_by_role("row").filter(has=page.get_by_role("cell"))
        bare = "rows => rows.filter(row => !row.querySelector('th, td:not(:empty)')).length"
        assert rows.evaluate_all(bare) == 0
