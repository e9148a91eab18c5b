"""How the checks are set: defaults of the schema, over them the form's, over these the site's."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from disc.core.diagnostic import Level
from disc.load.form_reader import load_form
from disc.load.resources import Resources
from disc.load.schema import Schema
from disc.load.settings import default_settings
from disc.load.spec_reader import Library
from tests.roots import a_root
from tests.seed.spec import ROOT

CHECKS = """checks:
  levels: {units-differ: error, unused-reason: none}
  thresholds: {reason_rate: 5, reason_amount: 0.5}
"""


def library(root: Path, form: str = "", site: str = "") -> Library:
    """Return the library of a root whose form, and whose site, say this of the checks."""
    a_root(root, {})
    path = root / "schema/forms/test/form.yaml"
    path.write_text(path.read_text(encoding="utf-8") + form, encoding="utf-8")
    (root / "site").mkdir()
    (root / "site/site.yaml").write_text(f"name: 甲\n{site}", encoding="utf-8")
    return Library(Resources(root))


def test_without_settings_thresholds_are_those_of_the_schema(tmp_path: Path) -> None:
    loaded = library(tmp_path)
    form, wrong = loaded.form("test/form")
    assert form is not None, wrong
    settings = loaded.settings(form)
    assert settings.levels == {}
    assert settings.threshold("reason_rate") == Decimal(10)
    assert settings.threshold("reason_amount") == Decimal(1)
    assert settings.threshold("out_of_scale") == Decimal(1000)


def test_the_site_has_the_last_word_before_the_form(tmp_path: Path) -> None:
    loaded = library(tmp_path, CHECKS, "checks: {levels: {units-differ: none}, thresholds: {reason_rate: 7.5}}\n")
    form, wrong = loaded.form("test/form")
    assert form is not None, wrong
    settings = loaded.settings(form)
    assert {code: (s.level, str(s.span)) for code, s in settings.levels.items()} == {
        "units-differ": (None, "site/site.yaml:2:33"),
        "unused-reason": (None, "schema/forms/test/form.yaml:12:48"),
    }
    assert form.settings.levels["units-differ"].level is Level.ERROR
    assert (settings.threshold("reason_rate"), settings.threshold("reason_amount")) == (Decimal("7.5"), Decimal("0.5"))
    assert not settings.asks("units-differ")
    assert settings.asks("no-money")


@pytest.mark.parametrize(
    ("checks", "code"),
    [
        ("{levels: {units-differ: grave}}", "value-not-allowed"),
        ("{levels: {Units: error}}", "bad-key"),
        ("{thresholds: {reason: 5}}", "unknown-field"),
        ("{thresholds: {reason_rate: -1}}", "below-minimum"),
        ("{}", "too-few-items"),
    ],
)
def test_settings_that_mean_nothing(tmp_path: Path, checks: str, code: str) -> None:
    loaded = library(tmp_path, f"checks: {checks}\n", f"checks: {checks}\n")
    form, wrong = load_form(loaded.resources, "test/form", loaded.schema, loaded.kinds())
    assert form is None
    assert [found.code for found in (*wrong, *loaded.site_settings()[1])] == [code] * 2


def test_forms_and_the_site_set_the_same() -> None:
    form, site = (
        json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))["properties"]["checks"]
        for name in ("form", "site")
    )
    assert {**form, "description": ""} == {**site, "description": ""}
    assert default_settings(Schema.parse((ROOT / "schema/form.schema.json").read_bytes())).thresholds.keys() == (
        form["properties"]["thresholds"]["properties"].keys()
    )
