"""Fixtures for every test, and how hypothesis runs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

# What these assert is shown as what tests assert is.
pytest.register_assert_rewrite("tests.browser")

from tests.browser import a_browser  # noqa: E402
from tests.browser.site import build_site  # noqa: E402

# In CI the same examples every time; at home new ones. No deadline: a slow machine is not a bug.
settings.register_profile("home", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


# A shell that begins tests in the background lets them ignore interrupts, and what they begin would, too.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands remember what they made in a folder of the tests, and not in that of whoever runs them."""
    os.environ["DISC_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; take pages from it with `tests.browser.a_page`. Fails where there is none."""
    with a_browser() as running:
        yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every kind of page, built once for all who only look at it."""
    return build_site(tmp_path_factory.mktemp("site"))
