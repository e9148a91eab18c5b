"""What came of a run, for other programs: it is what its schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from disc.core.watch import Stage
from disc.report.summary import Summary, to_json
from tests.report.samples import findings, found

SCHEMA = json.loads(Path(__file__, "../../../schema/summary.schema.json").resolve().read_text(encoding="utf-8"))
SITE = {"pages": 4, "written": 2, "kept": 9, "removed": 1, "bytes": 1234}
SPENT = {stage: 1_500_999 * (number + 1) for number, stage in enumerate(Stage)}


def test_all_of_it() -> None:
    data = json.loads(to_json(Summary("build", findings(found()), 1, SITE, SPENT, 9_000_000)))
    Draft202012Validator(SCHEMA).validate(data)
    assert data == {
        "format": 1,
        "command": "build",
        "specs": 1,
        "disclosures": 1,
        "counts": {"error": 1, "warning": 0, "notice": 0},
        "microseconds": {
            "load": 1500, "check": 3001, "compile": 4502, "emit": 6003, "publish": 7504, "total": 9000
        },
        "site": SITE,
    }  # fmt: skip


def test_without_a_site() -> None:
    data = json.loads(to_json(Summary("check", findings(), 0, None, SPENT, 0)))
    Draft202012Validator(SCHEMA).validate(data)
    assert "site" not in data


def test_the_schema_knows_every_number_and_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["site"]["required"] == list(SITE)
    assert SCHEMA["properties"]["microseconds"]["required"] == [*Stage, "total"]
    data = json.loads(to_json(Summary("check", findings(), 0, {**SITE, "links": 1}, SPENT, 0)))
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(data)
