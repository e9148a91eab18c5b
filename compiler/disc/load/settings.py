"""How the checks are set: levels and thresholds, by default, by the form, and by the site, which has the last word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from disc.core.diagnostic import Diagnostic, Level, has_errors
from disc.core.span import Span
from disc.load.kept import kept_or_made
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.tree import Map, Path

FIELD = "checks"
"""The field of forms and of the site that holds settings."""

SITE = "site/site.yaml"
"""The settings of the site."""

_SITE_SCHEMA = "schema/site.schema.json"
_NONE = "none"


class Setting(Struct, frozen=True):
    """A level that was set for a code."""

    level: Level | None
    """None: it is not looked for."""

    span: Span


class Settings(Struct, frozen=True):
    """Levels and thresholds of the checks."""

    levels: Mapping[str, Setting] = field(default_factory=dict)
    """By code; what is not here has the level of its rule."""

    thresholds: Mapping[str, Decimal] = field(default_factory=dict)
    """By name; the schema of forms says what each is and in which unit."""

    def threshold(self, name: str) -> Decimal:
        """Return a threshold.

        Raises:
            KeyError: the schema of forms has none of this name (a mistake in disc).
        """
        return self.thresholds[name]

    def asks(self, code: str) -> bool:
        """Return whether a code is looked for."""
        setting = self.levels.get(code)
        return setting is None or setting.level is not None

    def over(self, other: Settings) -> Settings:
        """Return the other settings with these in their place where both say something."""
        return Settings({**other.levels, **self.levels}, {**other.thresholds, **self.thresholds})


def read_settings(data: Mapping[str, Any], location: Callable[[Path], Span]) -> Settings:
    """Return what the field `checks` sets.

    Args:
        data: its contents, valid by the schema.
        location: from a path below the field to its place.
    """
    levels = {
        code: Setting(None if level == _NONE else Level(level), location(("levels", code)))
        for code, level in data.get("levels", {}).items()
    }
    return Settings(levels, {name: Decimal(number) for name, number in data.get("thresholds", {}).items()})


def default_settings(form_schema: Schema) -> Settings:
    """Return the settings that hold where nobody says otherwise: the thresholds that the schema of forms declares."""
    thresholds = form_schema.root["properties"][FIELD]["properties"]["thresholds"]["properties"]
    return Settings({}, {name: Decimal(threshold["default"]) for name, threshold in thresholds.items()})


def read_site(resources: Resources) -> tuple[Map | None, tuple[Diagnostic, ...]]:
    """Return the contents of `site/site.yaml`, or what is wrong with them."""
    return kept_or_made(resources, SITE, lambda: _read_site(resources))


def _read_site(resources: Resources) -> tuple[Map | None, tuple[Diagnostic, ...]]:
    data, diagnostics = read_source(resources.read(SITE), SITE)
    if data is not None:
        diagnostics += validate(data, Schema.read(resources, _SITE_SCHEMA), SITE)
    return None if has_errors(diagnostics) else data, diagnostics
