"""What is wrong with the addresses of a site before it is published: dead links, pages that would vanish."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.settings import SITE
from disc.load.spec_paths import SPECS
from disc.publish.coverage_page import COVERAGE
from disc.publish.dead_links import Offers, dead_links
from disc.publish.entry import Entry
from disc.publish.files import INDEX
from disc.publish.links import Links
from disc.publish.manifest import Manifest
from disc.publish.old_addresses import clashing, entities_of, lists_of, wrong_addresses
from disc.publish.site import Site

_COVERAGE = posixpath.dirname(COVERAGE)

DEAD_LINK = Rule(
    "dead-link",
    Level.ERROR,
    Words("链接没有目标", "A link leads nowhere"),
    Words("{page} 中的链接指向 {target}，站点中没有", "a link of {page} leads to {target}, which is not there"),
    Words(
        "改正引起它的地方：没有生成或还是草稿的文件、写错的 id、site/ 中的模板",
        "Mend what it comes from: a spec that is not built or a draft, a wrong id, a template of site/",
    ),
)

ADDRESS_VANISHED = Rule(
    "address-vanished",
    Level.ERROR,
    Words("公开过的地址没有了", "A published address would vanish"),
    Words(
        "{address} 公开过，这次没有生成{moved_zh}",
        "{address} was published and is no longer made{moved_en}",
    ),
    Words(
        "放回它的文件，成了草稿的删去 draft: true；改了地址的写在 site/site.yaml 的 redirects 中，"
        "撤下的写在 withdrawn 中；从未公开过的，删去输出文件夹",
        "Put its spec back, or take draft: true out of it; if it moved, say so in redirects of site/site.yaml, if it "
        "is withdrawn, in withdrawn; if it was never public, delete the output folder",
    ),
)


def no_room(entries: Iterable[Entry], paths: Iterable[str], old: Iterable[str], site: Site) -> Iterator[Diagnostic]:
    """Yield the old addresses at which nothing can be written, since a file of the site has the place.

    Args:
        entries: all disclosures.
        paths: all files that are no disclosure's own.
        old: those of them that stand at old addresses.
        site: the settings.
    """
    offered, others = Offers({entry.address: entry.links for entry in entries}), set(paths) - set(old)
    return clashing(site, lambda path: path in others or path in offered)


def wrong_site(
    manifest: Manifest,
    others: Mapping[str, Links],
    before: Collection[str],
    site: Site,
    waiting: Collection[str] = (),
    causes: Mapping[tuple[str, str], Span] | None = None,
) -> Iterator[Diagnostic]:
    """Yield what keeps a site from being published.

    Args:
        manifest: what stands in the site once it is.
        others: the links of every file that is no disclosure's own, by path.
        before: paths of the pages that are published.
        site: its settings.
        waiting: addresses of disclosures that are not built this time; links to them are not judged.
        causes: the places in specs that make links, by the address of the disclosure and that of its target.
    """
    disclosures = {entry.address: entry.links for entry in manifest.entries}
    for page, target in dead_links(others, disclosures):
        folder = target.partition("#")[0].rpartition("/")[0]
        # Of a redirect that leads nowhere is said below what to do.
        if folder not in waiting and page not in manifest.old:
            place = (causes or {}).get((page.rpartition("/")[0], folder), _place(page, disclosures))
            yield DEAD_LINK.at(place, page=page, target=target)
    yield from _vanished(manifest, before)
    pages = {*manifest.pages, *(f"{address}/{INDEX}" for address in disclosures)}
    yield from wrong_addresses(site, pages, [f"{address}/{INDEX}" for address in waiting])


def _vanished(manifest: Manifest, before: Collection[str]) -> Iterator[Diagnostic]:
    """Look for pages that would vanish; a list goes with the last page on it, of which there is enough to say."""
    there = {*manifest.pages, *manifest.old, *(f"{entry.address}/{INDEX}" for entry in manifest.entries)}
    gone = {page: page.removesuffix(f"/{INDEX}") for page in sorted(set(before) - there)}
    entities = entities_of((*before, *there))
    with_others = {found for address in gone.values() for found in lists_of(address, entities)}
    for page, address in gone.items():
        # What a division's disclosures of a year cover is a list, too, whose address does not tell of which.
        if page not in with_others and posixpath.dirname(page) != _COVERAGE:
            new = _moved(address, manifest, before)
            moved = (f"，大概改到了 {new}", f"; it has probably moved to {new}") if new else ("", "")
            yield ADDRESS_VANISHED.at(Span(SITE), address=address, moved_zh=moved[0], moved_en=moved[1])


def _moved(address: str, manifest: Manifest, before: Collection[str]) -> str:
    """Return where a disclosure probably stands now: the one new address with the same year and kind; or nothing."""
    last = f"/{address.rpartition('/')[2]}"
    new = [e.address for e in manifest.entries if e.address.endswith(last) and f"{e.address}/{INDEX}" not in before]
    return new[0] if len(new) == 1 else ""


def _place(page: str, disclosures: Collection[str]) -> Span:
    """Return where to look for the cause of a dead link: the spec of a disclosure, or the page itself."""
    address = str(PurePosixPath(page).parent)
    return Span(f"{SPECS}/{address}.yaml") if address in disclosures else Span(page)
