"""What forms of real regions say, each shown by a form, a spec and the page that comes of them (`layouts.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.forms.support import compile_text

CASES = yaml.safe_load(Path(__file__).with_name("layouts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_layout(case: dict[str, str]) -> None:
    assert compile_text(case["form"], case["spec"]) == case["page"].splitlines()
