"""The log for code hosts: valid, with all that they ask for, and the same finding is known again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from disc import __version__
from disc.core.diagnostic import Language, Words
from disc.core.manual import Chapter, ManualPage
from disc.core.span import Span
from disc.report.findings import Findings
from disc.report.sarif import to_sarif
from tests.report.samples import ERROR, EVIL, FILE, NOTICE, SOURCE, WARNING, findings, found

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
PAGE = ManualPage(ERROR, "A name is wrong.\n\nWhy.\n\nMend: correct it.")
MANUAL = (Chapter("one", Words("一", "One"), "", (PAGE,)),)


def run(report: Findings) -> dict[str, Any]:
    """Return the one run of a log, which must be valid."""
    log = json.loads(to_sarif(report, MANUAL, __version__).encode("utf-8"))
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log)
    assert [text for text in texts(log) if not text] == []
    only: dict[str, Any]
    (only,) = log["runs"]
    return only


def texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from texts(each)
    if isinstance(node, str):
        yield node


def region(line: int, column: int, end: int) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": FILE, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": line, "startColumn": column, "endLine": line, "endColumn": end},
    }


def test_a_result() -> None:
    only = run(findings(found(related=[Span(FILE, 4, 1), Span(FILE, 9, 5)])))
    assert only["columnKind"] == "unicodeCodePoints"
    (result,) = only["results"]
    assert len(result.pop("partialFingerprints")["disc/v1"]) == 64
    assert result == {
        "ruleId": "a-error",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "名称不对\n改正名称"},
        "locations": [{"physicalLocation": region(2, 22, len(SOURCE[1]) + 1)}],
        "relatedLocations": [
            {"id": 1, "physicalLocation": region(4, 1, len(SOURCE[3]) + 1), "message": {"text": "另见"}},
            {"id": 2, "physicalLocation": region(9, 5, 6), "message": {"text": "另见"}},
        ],
    }


def test_the_rules_are_those_that_found_something_with_their_pages() -> None:
    only = run(findings(found(WARNING), found(), found(), language="en"))
    assert only["tool"]["driver"] == {
        "name": "disc",
        "version": __version__,
        "rules": [
            {
                "id": "a-error",
                "shortDescription": {"text": "The title of a-error"},
                "fullDescription": {"text": "A name is wrong."},
                "help": {
                    "text": "a-error  error  The title of a-error\n\n{name} is wrong\n→ Correct {name}\n\n"
                    "A name is wrong.\n\nWhy.\n\nMend: correct it."
                },
                "defaultConfiguration": {"level": "error"},
            },
            {
                "id": "a-warning",
                "shortDescription": {"text": "The title of a-warning"},
                "fullDescription": {"text": "The title of a-warning."},
                "help": {"text": "a-warning  warning  The title of a-warning\n\n{name} is wrong\n→ Correct {name}"},
                "defaultConfiguration": {"level": "warning"},
            },
        ],
    }
    assert [(result["ruleIndex"], result["level"]) for result in only["results"]] == [
        (1, "warning"),
        (0, "error"),
        (0, "error"),
    ]
    assert run(findings(found(NOTICE)))["results"][0]["level"] == "note"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_found(language: Language) -> None:
    assert run(findings(language=language))["results"] == []


def test_a_path_is_a_relative_address() -> None:
    only = run(findings(ERROR.at(Span("specs/阿 合:奇#%/\udcff.yaml"), name="甲")))
    location = only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "specs/%E9%98%BF%20%E5%90%88%3A%E5%A5%87%23%25/%FF.yaml"


def test_text_of_strangers_is_no_link_and_no_escape() -> None:
    report = findings(found(name=EVIL))
    assert not set(to_sarif(report, MANUAL, __version__)) & set("\x1b\r\t\u202e\x9b\udcff")
    said = run(report)["results"][0]["message"]["text"]
    assert r"\[here](http://example.org)" in said
    assert said.count("\n") == 1


def fingerprints(report: Findings) -> list[str]:
    return [result["partialFingerprints"]["disc/v1"] for result in run(report)["results"]]


def test_a_finding_is_known_again_when_lines_are_added_above() -> None:
    before = fingerprints(findings(found(), found(line=4, column=13)))
    moved = Findings((found(line=3), found(line=5, column=13)), 1, "en", sources={FILE: ("# new", *SOURCE)})
    assert fingerprints(moved) == before
    assert len(set(before)) == 2


def test_equal_findings_on_equal_lines_are_told_apart() -> None:
    assert len(set(fingerprints(findings(found(), found())))) == 2
