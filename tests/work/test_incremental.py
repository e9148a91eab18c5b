"""A build that goes on from the last one gives the same as one that makes everything, to the byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disc.build import Result, build
from disc.load.spec_files import Options
from disc.work.means import Means
from tests.publish.sites import tree
from tests.work.changing import Changing

STEPS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans()), min_size=6, max_size=9)
"""What is changed, how, and whether all specs are built then, or one."""

NOTHING = -1
"""The last of all that can be done."""


def told(result: Result) -> tuple[object, ...]:
    return result.diagnostics, result.specs, result.compiled, result.checks, result.published is not None


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_going_on_gives_the_same_as_making_everything(steps: list[tuple[int, int, bool]]) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        changing = Changing(home / "root")
        means = Means(cache=home / "cache")
        for step, number, one in [(NOTHING, 0, False), *steps]:
            changing.steps[step % len(changing.steps)](number)
            specs = changing.specs
            options = Options(changing.root, (specs[number % len(specs)],) if one else ())
            going_on = build(options, home / "going-on", means=means)
            anew = build(options, home / "anew")
            assert told(going_on) == told(anew)
            assert tree(home / "going-on") == tree(home / "anew")
