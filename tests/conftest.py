"""Fixtures for every test, and how hypothesis runs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser import a_browser

# In CI the same examples every time; at home new ones. No deadline: a slow machine is not a bug.
settings.register_profile("home", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; take pages from it with `tests.browser.a_page`. Fails where there is none."""
    with a_browser() as running:
        yield running
