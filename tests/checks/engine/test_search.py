"""Checks that search all texts pass over nearly every place, by its first character, and miss nothing by it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from disc.checks import all_checks

TEXTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("*.*")))
"""All that the tests of checks have them find, among much that they shall not."""

PREFIXED = re.compile(r"\(\?=(\[.*?(?<!\\)\])\)(\(\?:.*\))", re.DOTALL)

PATTERNS = {
    f"{check.find.__module__}.{name}": pattern.pattern
    for check in all_checks()
    for name, pattern in vars(import_module(check.find.__module__)).items()
    if isinstance(pattern, re.Pattern) and PREFIXED.fullmatch(pattern.pattern)
}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_match_starts_otherwise(name: str) -> None:
    split = PREFIXED.fullmatch(PATTERNS[name])
    assert split is not None
    found = {match[0] for match in re.finditer(split[2], TEXTS)}
    assert found
    assert found == {match[0] for match in re.finditer(PATTERNS[name], TEXTS)}
