"""The theme: templates, static files and settings of `site/`, those of the root before those shipped with disc."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.span import Span
from disc.load.resources import Resources
from disc.load.schema import Schema
from disc.load.settings import FIELD, read_site

SCHEMA = "schema/site.schema.json"
TEMPLATES = "site/templates"
STATIC = "site/static"


THEME_TEMPLATE = Rule(
    "theme-template",
    Level.ERROR,
    Words("站点模板有误", "A template of the theme is wrong"),
    Words("站点模板不能使用：{problem}", "the template cannot be used: {problem}"),
    Words("改正 site/templates/ 中的这个文件", "Mend this file of site/templates/"),
)


class ThemeError(Exception):
    """A template of the theme fails while a page is made."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.span}: {diagnostic.message('en')}")
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Site:
    """What `site/site.yaml` sets."""

    name: str
    """Name of the site, at the head of every page."""

    description: str
    """What the site is, in a sentence or two, on the start page."""

    footer: str
    """Who answers for the site, at the foot of every page; may be empty."""

    repository: str
    """Address of the repository that holds the specs; may be empty."""

    language: str
    """BCP 47 tag: zh-CN."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about the looks of a site."""

    environment: Environment
    site: Site
    static: tuple[tuple[str, bytes], ...]
    """Files that are published as they are, by their path below the site, sorted."""

    pdf: bool = False
    """Whether a PDF will stand beside the page of each disclosure, so that the page has a link to it."""


def load_theme(resources: Resources) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a root, or what is wrong with its settings and templates."""
    environment = _environment(resources)
    site, diagnostics = _site(resources)
    diagnostics += tuple(_wrong_templates(environment, resources))
    if site is None or has_errors(diagnostics):
        return None, diagnostics
    prefix = len("site/")
    static = tuple((name[prefix:], resources.read(name)) for name in resources.list(STATIC))
    return Theme(environment, site, static), diagnostics


def _site(resources: Resources) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    schema = Schema.parse(resources.read(SCHEMA))
    settings, diagnostics = read_site(resources, schema)
    if settings is None:
        return None, diagnostics
    fields: Mapping[str, Mapping[str, Any]] = schema.root["properties"]
    values: dict[str, Any] = {name: field.get("default", "") for name, field in fields.items()} | settings
    return Site(**{name: value for name, value in values.items() if name != FIELD}), diagnostics


def _environment(resources: Resources) -> Environment:
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_loader(resources)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _wrong_templates(environment: Environment, resources: Resources) -> Iterator[Diagnostic]:
    for name in resources.list(TEMPLATES, ".j2"):
        try:
            environment.get_template(name.removeprefix(f"{TEMPLATES}/"))
        except TemplateSyntaxError as error:
            yield THEME_TEMPLATE.at(Span(name, error.lineno), problem=error.message or "")


def _loader(resources: Resources) -> Callable[[str], tuple[str, str, None] | None]:
    def load(name: str) -> tuple[str, str, None] | None:
        path = resources.find(f"{TEMPLATES}/{name}")
        return (path.read_text(encoding="utf-8"), f"{TEMPLATES}/{name}", None) if path else None

    return load
