"""What came of a run in numbers, as JSON for other programs; `schema/summary.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disc.core.diagnostic import Level
from disc.core.watch import Stage
from disc.emit.json_text import Json, json_text
from disc.report.findings import Findings

FORMAT = 1
"""Version of the format."""


class Summary(Struct, frozen=True):
    """A run, and what is told of it."""

    command: str
    """build or check."""

    findings: Findings
    disclosures: int
    """How many of the specs compile."""

    site: Mapping[str, int] | None
    """Numbers about the site, by their names in the schema; None where none was published."""

    spent: Mapping[Stage, int]
    """Nanoseconds by stage."""

    total: int
    """Nanoseconds from the beginning to the end."""


def to_json(summary: Summary) -> str:
    """Return a summary as JSON text with a line feed at the end."""
    findings = summary.findings
    times = {stage.value: time for stage, time in summary.spent.items()} | {"total": summary.total}
    content: dict[str, Json] = {
        "format": FORMAT,
        "command": summary.command,
        "specs": findings.specs,
        "disclosures": summary.disclosures,
        "counts": {level.value: findings.count(level) for level in Level},
        "microseconds": {name: time // 1000 for name, time in times.items()},
    }
    return json_text(content if summary.site is None else {**content, "site": dict(summary.site)})
