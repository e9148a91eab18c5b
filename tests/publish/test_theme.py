"""The theme: the root's own files first, and clear words about what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.load.resources import Resources
from disc.publish.theme import ThemeError, load_theme


def write(root: Path, name: str, text: str) -> Resources:
    """A root with one file of its own."""
    path = root / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Resources(root)


def failure(resources: Resources) -> tuple[str, str]:
    with pytest.raises(ThemeError) as caught:
        load_theme(resources)
    return str(caught.value.span), caught.value.reason


def test_the_shipped_theme_is_complete(tmp_path: Path) -> None:
    theme = load_theme(Resources(tmp_path))
    assert theme.site.name
    assert theme.site.language == "zh-CN"
    assert [name for name, _ in theme.static] == [
        "static/icon.svg", "static/print.css", "static/style.css", "static/tokens.css"
    ]  # fmt: skip


def test_the_root_s_settings_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    site = load_theme(write(tmp_path, "site.yaml", "name: 示例县预决算公开\n")).site
    assert (site.name, site.description, site.language) == ("示例县预决算公开", "", "zh-CN")


def test_the_root_s_static_file_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    static = dict(load_theme(write(tmp_path, "static/style.css", "/* own */")).static)
    assert static["static/style.css"] == b"/* own */"
    assert b"--accent" in static["static/tokens.css"]


def test_the_root_s_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    theme = load_theme(write(tmp_path, "templates/index.html.j2", "<p>{{ name }}</p>"))
    assert theme.environment.get_template("index.html.j2").render(name="<甲>") == "<p>&lt;甲&gt;</p>"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("name: [\n", "site/site.yaml:2:1", "expected the node content"),
        ("", "site/site.yaml:1:1", "$: None is not of type 'object'"),
        ("name: 甲\ncolour: red\n", "site/site.yaml:1:1", "'colour' was unexpected"),
        ("name: 甲\nrepository: javascript:alert(1)\n", "site/site.yaml:1:1", "$.repository"),
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, text: str, place: str, reason: str) -> None:
    found, words = failure(write(tmp_path, "site.yaml", text))
    assert found == place
    assert reason in words


def test_a_template_that_is_no_template(tmp_path: Path) -> None:
    place, reason = failure(write(tmp_path, "templates/index.html.j2", "<p>\n{% if %}"))
    assert place == "site/templates/index.html.j2:2:1"
    assert "Expected an expression" in reason
