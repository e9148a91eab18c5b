"""What `site/site.yaml` sets of the pages: name, address, footer, colours, and what became of old addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2.filters import do_urlencode
from msgspec import Struct, field

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.resources import Resources
from disc.load.settings import SITE, read_site
from disc.load.tree import Map, key_place, place
from disc.publish.files import INDEX


class Redirect(Struct, frozen=True):
    """Where what stood at an address now stands."""

    old: str
    new: str
    span: Span
    """Its place in the settings."""


class Withdrawn(Struct, frozen=True):
    """What was published and is no more."""

    address: str
    date: str
    """When it was withdrawn, YYYY-MM-DD."""

    reason: str
    span: Span
    """Its place in the settings."""


class Site(Struct, frozen=True):
    """The settings of a site; what is not set is empty."""

    name: str
    """Name of the site, at the head of every page."""

    description: str = ""
    """What the site is, in a sentence or two, on the start page."""

    footer: str = ""
    """Words at the foot of every page."""

    repository: str = ""
    """Address of the repository that holds the specs."""

    source_link: str = ""
    """Address of a line of a file in the repository, with `{path}` and `{line}` in it."""

    language: str = "zh-CN"
    """BCP 47 tag: zh-CN."""

    address: str = ""
    """Where the site is published, with a slash at the end: https://www.example.gov.cn/budget/."""

    emblem: str = ""
    """A picture before the name: name of a file in `static/`."""

    organisation: str = ""
    """Who answers for the site."""

    phone: str = ""
    icp: str = ""
    """ICP备案号."""

    police: str = ""
    """公安备案号."""

    site_code: str = ""
    """政府网站标识码."""

    downloads: tuple[str, ...] = ("xlsx", "excel-csv")
    """What is offered beside the pages, Markdown, JSON and CSV: xlsx, excel-csv, parquet."""

    licence: Mapping[str, str] = field(default_factory=dict)
    """Under what the data may be used, its `title` and `address`; empty where the site does not say."""

    colours: Mapping[str, str] = field(default_factory=dict)
    """The site's own colours on light ground, #8c2a24, by name: accent, link."""

    redirects: tuple[Redirect, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where settings stand that can be wrong in themselves, by name; those of colours as colours.accent."""

    @property
    def base(self) -> str:
        """The path of the start page on its server: /budget/; / where nothing is known of the address."""
        _, _, path = self.address.partition("://")
        return f"/{path.partition('/')[2]}"

    @property
    def line_link(self) -> str:
        """The address of a line: as set, or as most code hosts have it in the repository; empty where there is none."""
        if self.source_link or not self.repository:
            return self.source_link
        return f"{self.repository.removesuffix('/').removesuffix('.git')}/blob/HEAD/{{path}}#L{{line}}"

    @property
    def police_number(self) -> str:
        """The digits of the registration with the police, by which its register is asked."""
        return "".join(character for character in self.police if "0" <= character <= "9")

    def url(self, path: str) -> str:
        """Return the canonical address of a file of the site: a page of a folder is known by the folder.

        Only a site with an address has any.
        """
        return self.address + do_urlencode(path.removesuffix(INDEX) if f"/{path}".endswith(f"/{INDEX}") else path)


_SETTINGS = frozenset(Site.__struct_fields__) - {"places"}


def load_site(resources: Resources) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Return the settings of a root's site, or what is wrong with them."""
    settings, diagnostics = read_site(resources)
    return (None if settings is None else read(settings)), diagnostics


def read(settings: Map) -> Site:
    """Return what valid settings say."""
    # A root whose own schema knows more settings has them for itself.
    fields: dict[str, Any] = {name: value for name, value in settings.items() if name in _SETTINGS}
    if address := fields.get("address"):
        fields["address"] = address.rstrip("/") + "/"
    fields["redirects"] = tuple(
        Redirect(old, new, place(settings, ("redirects", old), SITE))
        for old, new in fields.get("redirects", {}).items()
    )
    fields["withdrawn"] = tuple(
        Withdrawn(old, said["date"], said["reason"], key_place(settings, ("withdrawn", old), SITE))
        for old, said in fields.get("withdrawn", {}).items()
    )
    if "downloads" in fields:
        fields["downloads"] = tuple(fields["downloads"])
    own = [("emblem",), ("downloads",), *(("colours", name) for name in fields.get("colours", {}))]
    return Site(**fields, places={".".join(path): place(settings, path, SITE) for path in own})
