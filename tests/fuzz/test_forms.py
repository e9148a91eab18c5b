"""Whatever is done to a form: no exception, only findings; and one without errors makes documents or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disc.load.resources import Resources
from disc.load.spec_reader import Library
from tests.fuzz.mutations import mutants, scribbles, tree, written
from tests.pipeline import run
from tests.seed.spec import ROOT

FORM = "schema/forms/shanghai/common.yaml"
TEXT = (ROOT / FORM).read_text(encoding="utf-8")
TREE = tree(TEXT)
ADDRESS = "shanghai/putuo/finance-bureau/2025-budget"
SPEC = (ROOT / "specs" / f"{ADDRESS}.yaml").read_bytes()

ODD_EXPRESSIONS = (
    "spec.", "total.", "-", "not ", "1 + ", "1 // 0 ~", "[] |", "total | share(", "year.", "'", "none.x.y ~",
    "spec.projects[0] ~", "spec ~", "total ~", "'x' * 99999 ~", "measures('total') ~", "range(9) | list ~",
)  # fmt: skip

FEW = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
"""Every example reads a form of four hundred templates anew."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the form stands that takes the place of ours."""
    folder = tmp_path_factory.mktemp("root")
    (folder / FORM).parent.mkdir(parents=True)
    return folder


@FEW
@given(mutant=mutants(TREE))
def test_a_form_in_which_values_are_others(root: Path, mutant: object) -> None:
    compile_with(root, written(mutant))


@FEW
@given(text=scribbles(TEXT))
def test_a_form_that_was_scribbled_on(root: Path, text: str) -> None:
    compile_with(root, text)


@FEW
@given(data=st.data())
def test_a_form_with_odd_templates(root: Path, data: st.DataObject) -> None:
    """Pieces of templates in place of others: what can be parsed and cannot be run."""
    pieces = [line for line in TEXT.splitlines() if "{{" in line]
    old = data.draw(st.sampled_from(pieces))
    new = old.replace("{{ ", "{{ " + data.draw(st.sampled_from(ODD_EXPRESSIONS)) + " ")
    compile_with(root, TEXT.replace(old, new))


def compile_with(root: Path, form: str) -> None:
    """Compile the real spec with another form in the place of ours."""
    (root / FORM).write_bytes(form.encode("utf-8", "surrogatepass"))
    run(SPEC, ADDRESS, known=Library(Resources(root)))
