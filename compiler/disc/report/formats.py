"""The formats of reports, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from disc.report import github
from disc.report.data import to_json
from disc.report.findings import Findings

if TYPE_CHECKING:
    from disc.core.manual import Chapter

PEOPLE = "text"
"""The format for people, which is made line by line."""

Manual: TypeAlias = "Callable[[], Sequence[Chapter]]"
"""Collects the manual, for the one format that has room for it."""


def _sarif(findings: Findings, manual: Manual, version: str) -> str:
    from disc.report.sarif import to_sarif  # noqa: PLC0415 - takes long to load, and few ask for it

    return to_sarif(findings, manual(), version)


FORMATS: Mapping[str, Callable[[Findings, Manual, str], str]] = {
    "json": lambda findings, _, __: to_json(findings),
    "github": lambda findings, _, __: "".join(f"{line}\n" for line in github.lines(findings)),
    "sarif": _sarif,
}
"""The formats for programs: from the findings, the manual and the version of disc to text."""
