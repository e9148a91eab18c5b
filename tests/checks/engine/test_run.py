"""In which order checks run, what keeps them from looking, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError
from pathlib import Path

import pytest
from msgspec.structs import replace

from disc.checks import Check, all_checks, all_comparisons, all_readings, outcomes, run_checks
from disc.checks.engine.check import in_order
from disc.checks.engine.others import OTHERS
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.outcome import Outcome
from disc.load.settings import Setting, Settings
from disc.load.spec_reader import Case
from tests.checks.test_checks import RULES
from tests.roots import a_root, checked
from tests.seed.spec import case


def check(code: str, *rests_on: str, finds: bool = False, applies: bool = True, firm: bool = False) -> Check:
    """Return a check that always finds something, or never."""
    rule = Rule(code, Level.ERROR, Words("题", "title"), Words("话", "words"), Words("做", "do"))

    def find(case: Case) -> Iterator[Diagnostic]:
        if finds:
            yield rule.at(case.spec.place("year"))

    return Check(rule, find, "", lambda _: applies, frozenset(rests_on), reads_document=False, firm=firm)


def run(*checks: Check, settings: Settings | None = None) -> tuple[list[str], dict[str, Outcome]]:
    """Return the codes that are found, and what became of each check."""
    loaded = replace(case(), settings=settings or Settings())
    found = run_checks(loaded, in_order(checks))
    return [d.code for d in found], dict(outcomes(loaded, in_order(checks), found))


def test_passed_failed_and_not_applicable_are_different_results() -> None:
    assert run(check("a"), check("b", finds=True), check("c", finds=True, applies=False)) == (
        ["b"],
        {"a": Outcome.PASSED, "b": Outcome.FAILED, "c": Outcome.NOT_APPLICABLE},
    )


def test_what_rests_on_a_finding_could_not_look() -> None:
    assert run(check("a", "z", finds=True), check("b", "a"), check("c", "y"), check("y"), check("z", finds=True)) == (
        ["z"],
        {
            "z": Outcome.FAILED,
            "a": Outcome.COULD_NOT_LOOK,
            "b": Outcome.COULD_NOT_LOOK,
            "y": Outcome.PASSED,
            "c": Outcome.PASSED,
        },
    )


def test_what_was_found_before_counts_too() -> None:
    loaded, comparing = case(), (check("b", "a", finds=True),)
    before = run_checks(loaded, (check("a", finds=True),))
    assert run_checks(loaded, comparing, before) == ()
    assert outcomes(loaded, comparing, before) == {"b": Outcome.COULD_NOT_LOOK}


def test_a_spec_that_was_not_loaded_passes_nothing() -> None:
    assert set(outcomes(None, all_checks(), ()).values()) == {Outcome.COULD_NOT_LOOK}


def test_a_check_that_is_switched_off_does_not_apply_but_a_firm_one_cannot_be() -> None:
    here = case().spec.place("year")
    settings = Settings({"a": Setting(None, here), "b": Setting(None, here)})
    assert run(check("a", finds=True), check("b", finds=True, firm=True), settings=settings) == (
        ["b"],
        {"a": Outcome.NOT_APPLICABLE, "b": Outcome.FAILED},
    )


def test_checks_that_rest_on_each_other_are_a_mistake() -> None:
    with pytest.raises(CycleError):
        in_order((check("a", "b"), check("b", "a")))


def test_every_check_rests_on_codes_that_are_found_before_it() -> None:
    alone, comparing = all_checks(), all_comparisons()
    codes, later = {rule.code for rule in RULES.values()}, {check.code for check in comparing}
    for check in (*alone, *comparing):
        assert check.rests_on <= codes, check.code
        assert check.code not in check.rests_on
    for check in alone:
        assert not check.rests_on & later, check.code


def test_the_results_of_all_specs_are_counted_together(tmp_path: Path) -> None:
    specs = {
        "a/good/2024-budget.yaml": "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n",
        "a/none/2024-budget.yaml": "",
        "a/wrong/2024-budget.yaml": "basic: 5\n",
    }
    tally = checked(a_root(tmp_path, specs)).checks
    readings = len(all_readings())
    number = len(all_checks()) + len(all_comparisons()) + readings + len(OTHERS)
    assert tally.total() == 3 * number
    assert tally[Outcome.FAILED] == 1
    # All of what could not be loaded; of what has no money the references, and what reads the document.
    assert tally[Outcome.COULD_NOT_LOOK] == number + 1 + readings + sum(other.reads_document for other in OTHERS)
