"""The formats of reports, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from disc.core.manual import Chapter
from disc.report import github
from disc.report.data import to_json
from disc.report.findings import Findings
from disc.report.sarif import to_sarif

PEOPLE = "text"
"""The format for people, which is made line by line."""

Manual = Callable[[], Sequence[Chapter]]
"""Collects the manual, for the one format that has room for it."""

FORMATS: Mapping[str, Callable[[Findings, Manual, str], str]] = {
    "json": lambda findings, _, __: to_json(findings),
    "github": lambda findings, _, __: "".join(f"{line}\n" for line in github.lines(findings)),
    "sarif": lambda findings, manual, version: to_sarif(findings, manual(), version),
}
"""The formats for programs: from the findings, the manual and the version of disc to text."""
