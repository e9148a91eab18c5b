"""The browser the tests drive: a Chromium that is already on the machine, never one that is downloaded.

Tests take the fixture `browser` (in conftest.py) and mark themselves with `@pytest.mark.browser`:

    @pytest.mark.browser
    def test_the_title_is_the_entity(browser: Browser) -> None:
        with a_page(browser, html="<title>阿合奇县</title>") as page:
            assert page.title() == "阿合奇县"
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
"""The names Chromium goes by, tried in this order when $CHROME names none. The Makefile knows the same three."""

ARGUMENTS = (
    "--headless",
    "--no-sandbox",  # the tests also run as root, where Chromium's sandbox does not start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What Chromium is started with: no window, and no talk with its makers' servers."""


class NoBrowserError(Exception):
    """There is no Chromium on this machine. An error, not a skip: a test that did not run has not passed."""


def find_chromium() -> Path:
    """The Chromium to drive: $CHROME if it is set, else the first of `PROGRAMS` on PATH.

    Raises:
        NoBrowserError: $CHROME names no program, or nothing was found.
    """
    named = os.environ.get("CHROME")
    for program in (named,) if named else PROGRAMS:
        if found := shutil.which(program):
            return Path(found)
    if named:
        raise NoBrowserError(f"CHROME={named} is not a program.")
    raise NoBrowserError(f"No {', '.join(PROGRAMS)} on PATH. `make browser` installs one; or set CHROME to yours.")


@contextmanager
def a_browser() -> Iterator[Browser]:
    """A running Chromium with an empty profile, closed at the end."""
    chromium = find_chromium()
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
        if html is not None:
            page.set_content(html)
        yield page
    finally:
        context.close()
