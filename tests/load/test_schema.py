from __future__ import annotations

import json
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from tests.load.schema_cases import CASES, SCHEMA

TEST_SCHEMA = Schema.parse(SCHEMA)


def found_in(text: str) -> tuple[Diagnostic, ...]:
    data, _ = read_source(text.encode(), "file.yaml")
    assert data is not None
    return validate(data, TEST_SCHEMA, "file.yaml")


def test_the_schema_of_these_tests_is_a_schema() -> None:
    Draft202012Validator.check_schema(TEST_SCHEMA.root)


@pytest.mark.parametrize("text", CASES)
def test_all_that_is_wrong(text: str) -> None:
    assert [(d.code, d.span.line, d.span.column) for d in found_in(text)] == CASES[text]
