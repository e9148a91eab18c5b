"""Whatever is done to a good spec: no exception, no hang, only findings that can be said, at places that are there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disc.checks.engine.run import MOST
from tests.fuzz.mutations import mutants, scribbles, tree, written
from tests.fuzz.test_corpus import CORPUS
from tests.pipeline import run
from tests.seed.spec import ROOT

SPECS = {
    address: (ROOT / "specs" / f"{address}.yaml").read_text(encoding="utf-8")
    for address in (
        "xinjiang/akqi/government-office/2024-budget",
        "shanghai/putuo/finance-bureau/2025-budget",
        "shanghai/putuo/ecology-and-environment-bureau/2025-accounts",
    )
}
TREES = {address: tree(text) for address, text in SPECS.items()}

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""An example takes some hundredths of a second; all tests here take some ten seconds."""


@pytest.mark.parametrize("address", SPECS)
def test_what_is_not_changed_is_written_as_it_was_read(address: str) -> None:
    assert tree(written(TREES[address])) == TREES[address]


@FEW
@given(st.data(), st.sampled_from(sorted(SPECS)))
def test_a_spec_in_which_values_are_others(data: st.DataObject, address: str) -> None:
    run(encoded(written(data.draw(mutants(TREES[address])))), address)


@FEW
@given(st.data(), st.sampled_from(sorted(SPECS)))
def test_a_spec_that_was_scribbled_on(data: st.DataObject, address: str) -> None:
    run(encoded(data.draw(scribbles(SPECS[address]))), address)


@FEW
@given(st.data(), st.sampled_from(sorted(SPECS)))
def test_a_spec_after_one_of_last_year(data: st.DataObject, address: str) -> None:
    last = data.draw(mutants(TREES[address]))
    last = last | {"year": TREES[address]["year"] - 1} if isinstance(last, dict) else last
    run(encoded(written(data.draw(mutants(TREES[address], most=1)))), address, last=encoded(written(last)))


@given(st.binary(max_size=300))
def test_bytes(content: bytes) -> None:
    run(content)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("unknown-code", f"purposes: {{{', '.join(f'{2000000 + n}: 无' for n in range(15000))}}}\n"),
        ("unknown-reference", f"other_matters: 见{''.join(f'{{nothing_{n}}}' for n in range(40000))}\n"),
    ],
)
def test_a_file_full_of_one_mistake_is_not_read_to_its_end(code: str, text: str) -> None:
    small = CORPUS["html-in-prose"].read_bytes()
    assert [d.code for d in run(small + encoded(text))].count(code) == MOST


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
