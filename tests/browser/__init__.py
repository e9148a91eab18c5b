"""The browser the tests drive: a Chromium that is already on the machine, never one that is downloaded.

Tests take the fixture `browser` (in conftest.py) and mark themselves with `@pytest.mark.browser`:

    @pytest.mark.browser
    def test_the_title_is_the_entity(browser: Browser) -> None:
        with a_page(browser, html="<title>阿合奇县</title>") as page:
            assert page.title() == "阿合奇县"
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, Request, Route, sync_playwright

from disc.publish.chromium import ARGUMENTS, find_chromium

CALLED_OFF = "net::ERR_ABORTED"
"""Why a request ends that is still on its way when a test follows a link or leaves; nothing is wrong with it."""

MISSING = "404.html"
"""The page that a server shows for those that are not there."""

PATIENCE = 10_000
"""Milliseconds after which something that does not come is missing."""

PHONE, DESK = (360, 740), (1280, 900)
"""Sizes of windows that readers have."""

Scheme = Literal["light", "dark"]
"""The colours that a reader's system is set to."""

NARROW, WIDE = (390, 844), (1280, 800)
"""A phone and a desk of today."""


@contextmanager
def a_browser() -> Iterator[Browser]:
    """A running Chromium with an empty profile, closed at the end."""
    chromium = find_chromium(os.environ.get("CHROME", ""))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS), headless=True)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def a_page(browser: Browser, *, html: str | None = None, javascript: bool = True) -> Iterator[Page]:
    """A page of its own (no cookies, no cache, Chinese locale), showing `html` if given, closed at the end.

    Args:
        browser: the fixture `browser`.
        html: the text of the page; without it the page is blank, ready for `page.goto(path.as_uri())`.
        javascript: False for a reader who has switched JavaScript off.
    """
    context = browser.new_context(locale="zh-CN", java_script_enabled=javascript)
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        if html is not None:
            page.set_content(html)
        yield page
    finally:
        context.close()


@contextmanager
def shown(
    browser: Browser, path: Path, size: tuple[int, int], *, scheme: Scheme = "light", javascript: bool = True
) -> Iterator[Page]:
    """A page of the site in a window of this size; afterwards, nothing may have gone wrong or gone out."""
    asked: list[str] = []
    complaints: list[str] = []
    failed: list[Request] = []
    with a_page(browser, javascript=javascript) as page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(request))  # noqa: PLW0108 - Playwright refuses the method itself
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if path.name == MISSING:
            page.route("file:///static/**", partial(_from_root, path.parent))
        page.goto(path.as_uri())
        yield page
    assert complaints == []
    assert [request.url for request in failed if request.failure != CALLED_OFF] == []
    assert asked
    assert [url for url in asked if not url.startswith("file:")] == []


def _from_root(site: Path, route: Route) -> None:
    """A server shows the page for missing ones at any address, so it names what it needs from the root."""
    route.fulfill(path=site / route.request.url.removeprefix("file:///"))


def width(page: Page) -> int:
    """How wide the page is when it is scrolled to the side as far as it goes."""
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


def visible(found: Locator) -> int:
    """How many elements there are; each of them can be seen."""
    count = found.count()
    assert [n for n in range(count) if not found.nth(n).is_visible()] == []
    return count


def cut_off(page: Page) -> list[str]:
    """What hides a part of its contents and does not scroll: the beginning of each such element."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.disclosure *')].filter(e => {
            const style = getComputedStyle(e);
            return e.scrollWidth > e.clientWidth + 1 && style.display !== 'inline' && style.overflowX !== 'visible'
                && style.overflowX !== 'auto';
        }).map(e => e.outerHTML.slice(0, 80))"""
    )
    return found
