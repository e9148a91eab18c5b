"""The report for other programs: it is what its schema says, and says everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from disc.core.diagnostic import Level
from disc.core.span import Span
from disc.report.data import to_json
from disc.report.findings import Findings
from disc.report.printable import printable_json
from tests.report.samples import EVIL, FILE, NOTICE, WARNING, findings, found

SCHEMA = json.loads(Path(__file__, "../../../schema/report.schema.json").resolve().read_text(encoding="utf-8"))


def parsed(report: Findings) -> Any:  # noqa: ANN401
    """Return the report as a reader gets it."""
    text = to_json(report)
    data = json.loads(text.encode("utf-8"))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def test_all_of_it() -> None:
    assert parsed(findings(found(related=[Span(FILE, 4, 1)]))) == {
        "format": 1,
        "language": "zh",
        "specs": 1,
        "counts": {"error": 1, "warning": 0, "notice": 0},
        "checks": {"passed": 3, "failed": 1, "not applicable": 0, "could not look": 0},
        "findings": [
            {
                "code": "a-error",
                "level": "error",
                "place": {"file": FILE, "line": 2, "column": 22},
                "message": "名称不对",
                "hint": "改正名称",
                "related": [{"file": FILE, "line": 4, "column": 1}],
                "fields": {"name": "名称"},
            }
        ],
    }


def test_what_was_accepted_is_told_and_not_counted() -> None:
    report = parsed(findings(replace(found(WARNING), accepted="历史原因")))
    assert report["findings"][0]["accepted"] == "历史原因"
    assert report["counts"]["warning"] == 0


def test_nothing_found() -> None:
    assert parsed(findings(language="en"))["findings"] == []


def test_what_is_left_out_is_counted() -> None:
    report = findings(found(), found(WARNING), found(NOTICE), level=Level.WARNING)
    assert [each["code"] for each in parsed(report)["findings"]] == ["a-error", "a-warning"]
    assert parsed(report)["counts"] == {"error": 1, "warning": 1, "notice": 1}


def test_text_of_strangers_arrives_and_does_nothing_on_the_way() -> None:
    text = to_json(findings(found(name=EVIL)))
    assert not set(text) & set("\x1b\r\t\u202e\x9b\udcff")
    assert parsed(findings(found(name=EVIL)))["findings"][0]["fields"]["name"] == EVIL


@given(st.text(), st.text())
def test_any_text_is_read_back(key: str, value: str) -> None:
    assert json.loads(printable_json({key: [value]}).encode("utf-8")) == {key: [value]}
