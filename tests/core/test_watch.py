"""Where the time goes: each moment counts for one stage."""

from __future__ import annotations

import pytest

from disc.core import watch
from disc.core.watch import Moment, Stage, Watch


class Clock:
    """A clock that goes when it is told to."""

    now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(watch, "monotonic_ns", clock)
    return clock


def spent(of: Watch) -> dict[str, int]:
    return {stage.value: time for stage, time in of.spent.items() if time}


def test_the_inner_stage_counts(clock: Clock) -> None:
    run = Watch()

    def work(time: int) -> str:
        clock.now += time
        return "done"

    work(1)
    with run.stage(Stage.LOAD):
        work(10)
        assert run.timed(Stage.CHECK, work)(time=100) == "done"
        work(1000)
        assert spent(run) == {"load": 1010, "check": 100}
    work(1)
    assert spent(run) == {"load": 1010, "check": 100}
    assert run.total == 1112


def test_a_stage_that_fails_has_taken_its_time(clock: Clock) -> None:
    run = Watch()

    def fail() -> None:
        clock.now += 5
        raise KeyError

    with pytest.raises(KeyError):
        run.timed(Stage.EMIT, fail)()
    clock.now += 5
    assert spent(run) == {"emit": 5}


def test_what_others_measured_is_added() -> None:
    run = Watch()
    run.add({Stage.COMPILE: 3, Stage.EMIT: 4})
    run.add({Stage.COMPILE: 30})
    assert spent(run) == {"compile": 33, "emit": 4}


def test_it_tells_how_far_the_run_is(clock: Clock) -> None:
    told: list[Moment] = []
    run = Watch(told.append)
    run.expect(5)
    clock.now = 7
    run.advance()
    run.advance(4)
    clock.now = 10
    run.advance(0)
    assert told == [Moment(1, 5, 7, (1, 7)), Moment(5, 5, 7, (1, 7)), Moment(5, 5, 10, (1, 7))]
    assert told[-1].pace == (4, 3)
