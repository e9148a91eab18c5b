"""The theme: templates, static files and settings of `site/`, those of the root before those shipped with disc."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import yaml
from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jsonschema import Draft202012Validator

from disc.core.span import Span
from disc.load.resources import Resources

SETTINGS = "site/site.yaml"
SCHEMA = "schema/site.schema.json"
TEMPLATES = "site/templates"
STATIC = "site/static"


class ThemeError(Exception):
    """A file of the theme cannot be used."""

    def __init__(self, span: Span, reason: str) -> None:
        super().__init__(f"{span}: {reason}")
        self.span = span
        self.reason = reason


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


def load_theme(resources: Resources) -> Theme:
    """Return the theme of a root.

    Raises:
        ThemeError: the settings or a template cannot be used.
    """
    prefix = len("site/")
    static = tuple((name[prefix:], resources.read(name)) for name in resources.list(STATIC))
    return Theme(_environment(resources), _site(resources), static)


def _site(resources: Resources) -> Site:
    try:
        settings = yaml.safe_load(resources.read(SETTINGS))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        span = Span(SETTINGS, mark.line + 1, mark.column + 1) if mark else Span(SETTINGS)
        raise ThemeError(span, str(error.problem)) from error
    schema = json.loads(resources.read(SCHEMA))
    if wrong := next(Draft202012Validator(schema).iter_errors(settings), None):
        raise ThemeError(Span(SETTINGS), f"{wrong.json_path}: {wrong.message}")
    defaults = {name: field.get("default", "") for name, field in schema["properties"].items()}
    return Site(**(defaults | settings))


def _environment(resources: Resources) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_loader(resources)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in resources.list(TEMPLATES, ".j2"):
        try:
            environment.get_template(name.removeprefix(f"{TEMPLATES}/"))
        except TemplateSyntaxError as error:
            raise ThemeError(Span(name, error.lineno), error.message or "") from error
    return environment


def _loader(resources: Resources) -> Callable[[str], tuple[str, str, None] | None]:
    def load(name: str) -> tuple[str, str, None] | None:
        path = resources.find(f"{TEMPLATES}/{name}")
        return (path.read_text(encoding="utf-8"), f"{TEMPLATES}/{name}", None) if path else None

    return load
