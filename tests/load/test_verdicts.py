"""The compiled validator says yes exactly where the one that explains finds nothing wrong."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disc.load.resources import Resources
from disc.load.schema import Schema
from disc.load.source import read_source
from disc.load.tree import Map, Suspect
from tests.fuzz.mutations import mutants, tree, written
from tests.load.schema_cases import CASES, SCHEMA
from tests.seed.spec import ROOT

GOOD = {
    "specs/xinjiang/akqi/government-office/2024-budget.yaml": "budget",
    "specs/shanghai/putuo/finance-bureau/2025-budget.yaml": "budget",
    "specs/shanghai/putuo/ecology-and-environment-bureau/2025-accounts.yaml": "accounts",
    "schema/forms/shanghai/common.yaml": "form",
    "schema/forms/xinjiang/unit-budget.yaml": "form",
    "specs/publishers.yaml": "publishers",
}
SCHEMAS = {kind: Schema.read(Resources(ROOT), f"schema/{kind}.schema.json") for kind in GOOD.values()}
TREES = {file: tree((ROOT / file).read_text(encoding="utf-8")) for file in GOOD}


def agree(data: Map | None, schema: Schema) -> None:
    if data is not None:
        right = next(schema.validator.iter_errors(data), None) is None
        # What the loader could not make sense of is for the one that explains.
        assert schema.holds(data) == (right and not is_suspect(data))


def is_suspect(value: object) -> bool:
    """Return whether there is anything in a tree that the loader found an error in."""
    if isinstance(value, dict):
        return any(is_suspect(key) or is_suspect(inner) for key, inner in value.items())
    return any(map(is_suspect, value)) if isinstance(value, list) else isinstance(value, Suspect)


@pytest.mark.parametrize("text", CASES)
def test_cases(text: str) -> None:
    agree(read_source(text.encode(), "file.yaml")[0], Schema.parse(SCHEMA))


@pytest.mark.parametrize("file", GOOD)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_altered_files(file: str, data: st.DataObject) -> None:
    mutant = written(data.draw(mutants(TREES[file])))
    agree(read_source(mutant.encode("utf-8", "replace"), "file.yaml")[0], SCHEMAS[GOOD[file]])
