"""The pages of a disclosure go when nobody holds them any more, and the document with them."""

from __future__ import annotations

import gc

from msgspec.structs import replace

from disc.load.resources import Resources
from disc.publish.pages import disclosure
from disc.publish.theme import load_theme
from tests.seed.spec import ROOT, document


def test_nothing_of_a_page_waits_for_the_collector() -> None:
    theme, _ = load_theme(Resources(ROOT))
    assert theme is not None
    # Workbooks hold themselves, as the library makes them.
    theme = replace(theme, site=replace(theme.site, downloads=()))
    shown = document()
    disclosure(shown, theme, manual=True)
    gc.collect()
    gc.disable()
    try:
        disclosure(shown, theme, manual=True)
        assert gc.collect() == 0
    finally:
        gc.enable()
