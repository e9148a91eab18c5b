"""The settings of a site: what they set, and what is wrong with them, in words."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from disc.core.diagnostic import Diagnostic
from disc.core.number import round_half_up
from disc.load.resources import SHIPPED, Resources
from disc.publish.colours import contrast, for_dark, grounds
from disc.publish.site import Site
from disc.publish.theme import load_theme
from tests.publish import whole_site


def wrong(folder: Path, settings: str) -> list[Diagnostic]:
    (folder / "site/static").mkdir(parents=True)
    (folder / "site/site.yaml").write_text(settings, encoding="utf-8")
    theme, diagnostics = load_theme(Resources(folder))
    assert theme is None
    return list(diagnostics)


def test_every_field_of_the_schema_is_a_field_of_the_settings_and_has_its_default() -> None:
    schema = json.loads((SHIPPED / "schema/site.schema.json").read_text(encoding="utf-8"))["properties"]
    site, made_here = Site("甲"), {"places"}
    names = {*Site.__struct_fields__} - made_here
    assert names == schema.keys() - {"checks"}
    for name in names - {"name", "redirects", "withdrawn"}:
        default = schema[name]["default"]
        assert getattr(site, name) == (tuple(default) if isinstance(default, list) else default), name


def test_an_address_ends_with_a_slash_and_has_a_path(tmp_path: Path) -> None:
    site = whole_site.a_theme(tmp_path).site
    assert (site.address, site.base) == ("https://www.example.gov.cn/budget/", "/budget/")
    assert Site("甲", address="https://a.cn/").base == Site("甲").base == "/"
    assert site.url("index.html") == site.address
    assert site.url("a/index.html") == f"{site.address}a/"
    assert site.url("a/my-index.html") == f"{site.address}a/my-index.html"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("address: www.example.gov.cn", "bad-text"),
        ("address: https://example.gov.cn/?a=1", "bad-text"),
        ("emblem: ../../etc/passwd", "bad-text"),
        ("emblem: emblem.exe", "bad-text"),
        ("emblem: none.png", "emblem-missing"),
        ("colours: {accent: red}", "bad-text"),
        ('colours: {accent: "#f0a0a0"}', "colour-contrast"),
        ('colours: {ground: "#ffffff"}', "unknown-field"),
        ("icp: 备案12345678", "bad-text"),
        ("site_code: 6530230001", "text-needs-quotes"),
        ("licence: {title: 甲, address: http://a.cn}", "bad-text"),
        ("redirects: {../a: b}", "bad-key"),
        ("redirects: {a: /b}", "bad-text"),
        ("withdrawn: {a: {reason: 撤并}}", "missing-field"),
        ('withdrawn: {a: {date: "2024-13-01", reason: 撤并}}', "bad-date"),
    ],
)
def test_a_setting_that_is_wrong(tmp_path: Path, line: str, code: str) -> None:
    diagnostics = wrong(tmp_path, f"name: 甲\n{line}\n")
    assert [(found.code, found.span.line) for found in diagnostics] == [(code, 2)]


def test_a_colour_that_cannot_be_read_says_how_much_is_lacking(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, 'name: 甲\ncolours: {accent: "#005a3c", link: "#c08040"}\n')
    assert str(found.span) == "site/site.yaml:2:36"
    assert found.message("zh") == "#c08040 在背景 #f3efe6 上的反差是 2.86:1，看不清"
    assert found.hint("zh") == "换一个更深的颜色：正文大小的文字至少要 4.5:1（WCAG 2 AA）"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    # By the formula of WCAG 2.2; the middle ones are the examples that its techniques give.
    [
        ("#000000", "#ffffff", "21"),
        ("#777777", "#ffffff", "4.48"),
        ("#767676", "#FFFFFF", "4.54"),
        ("#abcdef", "#abcdef", "1"),
    ],
)
def test_contrast(one: str, other: str, expected: str) -> None:
    assert round_half_up(contrast(one, other), 2) == round_half_up(contrast(other, one), 2) == Decimal(expected)


def test_a_colour_for_dark_ground_is_no_lighter_than_it_must_be() -> None:
    assert for_dark("#ffcc00", ("#101010",)) == "#ffcc00"
    assert for_dark("#8c2a24", ("#14161a", "#252930")) == "#be8783"
    assert round_half_up(contrast("#be8783", "#252930"), 2) == Decimal("4.85")
    assert for_dark("#000000", ("#ffffff", "#000000")) == "#ffffff"


def test_the_grounds_of_the_shipped_theme() -> None:
    light, dark = grounds((SHIPPED / "site/static/tokens.css").read_text(encoding="utf-8"))
    assert (len(light), len(dark)) == (3, 4)
