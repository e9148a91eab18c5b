"""Change one stated number: what depends on it moves, nothing else does. `golden/one-leaf/` holds what moves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.support import found
from tests.golden_files import Data
from tests.seed.one_leaf import EXPERIMENTS, Experiment, depends, places
from tests.seed.spec import TEXT, data, mutated, seed_data


@pytest.mark.parametrize("name", sorted(EXPERIMENTS))
def test_no_check_objects_to_the_change(name: str) -> None:
    for text in (EXPERIMENTS[name].before, EXPERIMENTS[name].after):
        assert found(text=text) == []


@pytest.mark.parametrize("name", sorted(EXPERIMENTS))
def test_every_sum_that_depends_on_it_moves_by_as_much_and_nothing_else_does(name: str) -> None:
    experiment = EXPERIMENTS[name]
    before, after = data(experiment.before), data(experiment.after)
    dependent = depends(before, experiment.paths)
    assert depends(after, experiment.paths) == dependent
    assert list(after["figures"]) == list(before["figures"])
    moved = {figure for figure in before["figures"] if text_of(before, figure) != text_of(after, figure)}
    assert moved <= dependent
    sums = {f for f in dependent if before["figures"][f]["derivation"]["operation"] in ("sum", "total")}
    assert len(sums) >= 10
    assert {f: Decimal(text_of(after, f)) - Decimal(text_of(before, f)) for f in sums} == dict.fromkeys(sums, 1)
    # A share or rate may be too coarse to show it.
    assert {before["figures"][f]["derivation"]["operation"] for f in dependent - moved} <= {"share", "rate"}


@pytest.mark.parametrize("name", sorted(EXPERIMENTS))
def test_no_other_word_of_the_page_changes(name: str) -> None:
    experiment = EXPERIMENTS[name]
    before, after = (places(data(text)) for text in (experiment.before, experiment.after))
    assert [place.words for place in before] == [place.words for place in after]


# For each kind of stated number, a change so large that it shows in every share and rate.
LARGE = {
    "a line of a project": ("30202: 7  ", "30202: 90007  ", "projects.0.economic.30202"),
    "a project without lines": ("    amount: 35\n", "    amount: 90035\n", "projects.2.amount"),
    "a project from carry-over": ("    amount: 3.03\n", "    amount: 90003.03\n", "projects.4.amount"),
    "an item by function": ("2080505: 59.23  ", "2080505: 90059.23  ", "basic.general.by_function.2080505"),
    "an item by function that is all of its class": (
        "2210201: 46.39  ",
        "2210201: 90046.39  ",
        "basic.general.by_function.2210201",
    ),
    "an item by economic classification": (
        "30205: 0.43  ",
        "30205: 90000.43  ",
        "basic.general.by_economic.30205",
    ),
    "an approved total": ("select: {}, amount: 896.16}", "select: {}, amount: 90896.16}", "reported.5.amount"),
    "last year by function": (
        "2010350: 91.06   ",
        "2010350: 90091.06   ",
        "last_year.budget.sources.general.by_function.2010350",
    ),
    "last year by nature": (
        "          project: 16.19  ",
        "          project: 90016.19  ",
        "last_year.budget.sources.other.by_nature.project",
    ),
    "last year's reception": (
        "      reception: 66.68 ",
        "      reception: 90066.68 ",
        "last_year.budget.of_which.reception",
    ),
    "people": ("  active: 23\n", "  active: 24\n", "staffing.active"),
    "procurement": ("  goods: 45.56\n", "  goods: 90045.56\n", "procurement.goods"),
    "vehicles": ("general: {count: 5,", "general: {count: 6,", "assets.vehicles.general.count"),
}


@pytest.mark.parametrize("name", sorted(LARGE))
def test_dependence_as_recorded_is_dependence_as_observed(name: str) -> None:
    old, new, path = LARGE[name]
    experiment = Experiment(TEXT, ((old, new),), frozenset({path}))
    before, after = seed_data(), data(experiment.after)
    dependent = depends(before, experiment.paths)
    assert dependent
    assert {f for f in before["figures"] if text_of(before, f) != text_of(after, f)} == dependent
    # On the page too: the same figures stand in the same order, and no place shows an old number.
    shown = list(zip(numbers(before), numbers(after), strict=True))
    assert [new_figure for _, (new_figure, _) in shown] == [figure for (figure, _), _ in shown]
    assert [text != new_text for (_, text), (_, new_text) in shown] == [f in dependent for (f, _), _ in shown]


def test_a_text_that_is_not_there_or_there_twice_is_not_replaced() -> None:
    for old in ("no such text", "weight: 10"):
        with pytest.raises(AssertionError, match="times"):
            mutated((old, ""))


def text_of(document: Data, figure: str) -> str:
    text: str = document["figures"][figure]["text"]
    return text


def numbers(document: Data) -> list[tuple[str, str]]:
    """Return every figure that stands on the page, in order, with its characters there."""
    return [figure for place in places(document) for figure in place.figures]
