"""What a site sets of its looks, and whether it can be seen: its emblem and its colours."""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.resources import Resources
from disc.publish.colours import TOKENS, grounds, wrong_colours
from disc.publish.site import Site, load_site

STATIC = "site/static"

EMBLEM_MISSING = Rule(
    "emblem-missing",
    Level.ERROR,
    Words("没有徽标的图片", "The emblem is not there"),
    Words("site/static/ 中没有 {emblem}", "there is no {emblem} in site/static/"),
    Words("把图片放进去，或改正文件名", "Put the picture there, or correct the name"),
)


def wrong_looks(site: Site, resources: Resources) -> Iterator[Diagnostic]:
    """Yield what is wrong with the emblem and the colours of a site.

    Args:
        site: its settings.
        resources: the files of its root.
    """
    light, _ = grounds(resources.read(f"site/{TOKENS}").decode(errors="replace"))
    yield from wrong_colours(site, light)
    if site.emblem and f"{STATIC}/{site.emblem}" not in resources.list(STATIC):
        yield EMBLEM_MISSING.at(site.places["emblem"], emblem=site.emblem)


def wrong_settings(resources: Resources) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the settings of a root's site, the looks among them."""
    site, found = load_site(resources)
    return found if site is None else (*found, *wrong_looks(site, resources))
