"""Builds that are killed, and what stands afterwards; run as a program, since it forks.

Prints as JSON what it did and what was wrong:

    {"interrupted": 261, "wrong": []}

A build is killed before each thing it asks of the disk, one after the other (Python announces each to its audit hooks),
and a larger one at random moments besides. In place of the kill the disk can refuse. Several can build at once.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from disc.publish import exchange, lock
from disc.publish.lock import room_of
from disc.publish.write import publish
from disc.publish.write import site as next_site
from tests.publish.sites import Files, site, tree

ASKED = ("open", "os.", "shutil.", "ctypes.dlsym")
"""What Python announces before it asks the disk for something."""

OLD = site("a", "b", "e/f", content=b"old") | {"static/x.css": b"x"}
NEW = site("a", "c", content=b"new") | {"static/x.css": b"x", "e": b"a file now"}


@dataclass(frozen=True)
class Scenario:
    """What stands before a build."""

    name: str
    old: Files
    spare: bool = False
    one_step: bool = True
    """Whether the system can exchange two folders in one step."""


SCENARIOS = [
    Scenario("first", {}),
    Scenario("without a spare tree", OLD),
    Scenario("with a spare tree", OLD, spare=True),
    Scenario("in three steps", OLD, spare=True, one_step=False),
    Scenario("in three steps, without a spare tree", OLD, one_step=False),
    Scenario("nothing changed", NEW, spare=True),
]


def build(out: Path, files: Files, spare: bool = False) -> None:
    with next_site(out, spare=spare) as new:
        for path, content in files.items():
            new.write(path, content)


def prepare(folder: Path, scenario: Scenario) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if scenario.old:
        build(folder / "_site", scenario.old, scenario.spare)
    exchange._in_one_step = ORIGINAL if scenario.one_step else lambda *_: False
    return folder / "_site"


ORIGINAL = exchange._in_one_step


def forked(work: Callable[[], None]) -> int:
    """Return the process that does something."""
    process = os.fork()
    if process == 0:
        try:
            work()
        except OSError:
            os._exit(3)
        except ValueError:
            os._exit(4)
        os._exit(0)
    return process


def ended(process: int) -> int:
    """Return the exit code of a process, or the signal that killed it as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def at(
    number: int, act: Callable[[], None], work: Callable[[], None], end: Callable[[int], object] = id
) -> Callable[[], None]:
    """Return the work, with something that happens before the given thing that it asks of the disk."""
    left = number

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event.startswith(ASKED):
            left -= 1
            if left == 0:
                act()

    def watched() -> None:
        sys.addaudithook(hook)
        work()
        end(left)

    return watched


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def wrong(out: Path, scenario: Scenario, *, missing: bool) -> Iterator[str]:
    """Yield what is wrong with what stands: neither the old site nor the new one, or not mended by the next build.

    Args:
        out: the folder.
        scenario: what stood before.
        missing: whether the folder may be missing for a moment.
    """
    stands = tree(out)
    if stands not in (scenario.old, NEW) and not (missing and not out.exists()):
        yield f"stands: {sorted(stands)}"
    # A build of some pages goes on from what stands; here it has nothing new to say.
    published = tree(out) if out.exists() else scenario.old
    try:
        publish(published, out)
        if tree(out) != published:
            yield "a build that changes nothing: lost"
        yield from left_over(out, published)
        publish(NEW, out)
        if tree(out) != NEW:
            yield "the next build: not the new site"
        yield from left_over(out, NEW)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is wrong
        yield f"the next build: {error!r}"


def left_over(out: Path, stands: Files) -> Iterator[str]:
    room = room_of(out)
    names = sorted(path.name for path in room.iterdir()) if room.exists() else []
    if names not in ([], [".gitignore", "spare"]):
        yield f"left over: {names}"
    if (room / "spare").exists() and tree(room / "spare") != stands:
        yield "the spare tree: not that of the site"
    if [path.name for path in out.parent.iterdir() if path not in (out, room)]:
        yield "left over beside the site"


def steps(folder: Path, scenario: Scenario) -> int:
    """Return how often a build asks the disk for something."""
    out = prepare(folder, scenario)
    reading, writing = os.pipe()
    ended(forked(at(-1, lambda: None, partial(build, out, NEW), lambda left: os.write(writing, b"%d" % left))))
    return -1 - int(os.read(reading, 20))


def at_every_step(folder: Path, act: Callable[[], None], codes: Collection[int]) -> Iterator[tuple[int, list[str]]]:
    """Build with an interruption before each thing that is asked of the disk; yield how often, and what was wrong."""
    for scenario in SCENARIOS:
        for number in range(1, steps(folder, scenario) + 1):
            out = prepare(folder, scenario)
            ends = ended(forked(at(number, act, partial(build, out, NEW))))
            found = [*wrong(out, scenario, missing=not scenario.one_step)]
            if ends not in codes:
                found.append(f"ended with {ends}")
            yield 1, [f"{scenario.name}, {number}: {what}" for what in found]


def at_random(folder: Path, times: int) -> Iterator[tuple[int, list[str]]]:
    """Build a larger site with an interruption at a random moment."""
    chance = random.Random(1)  # noqa: S311 - the same moments every time, as far as a machine allows
    large = {f"{n}/{name}": content * 400 for n in range(30) for name, content in NEW.items()} | NEW
    begun = time.monotonic()
    build(prepare(folder, SCENARIOS[0]), large)
    usual = time.monotonic() - begun
    for number in range(times):
        scenario = SCENARIOS[number % 3]
        out = prepare(folder, scenario)
        process = forked(partial(build, out, large))
        time.sleep(chance.random() * usual)
        os.kill(process, signal.SIGKILL)
        ends = ended(process)
        stands = tree(out)
        found = [] if stands in (scenario.old, large) else [f"random, {number}: stands {len(stands)}"]
        publish(NEW, out)
        found += [f"random, {number}: {what}" for what in left_over(out, NEW)]
        yield int(ends == -signal.SIGKILL), found + ([] if tree(out) == NEW else [f"random, {number}: not mended"])


def at_once(folder: Path, sites: int, processes: int, times: int) -> Iterator[tuple[int, list[str]]]:
    """Build a site in several processes at once, again and again; yield how often, and what was wrong."""
    # Wait less than a second for each other.
    lock.time = SimpleNamespace(sleep=lambda _: time.sleep(0.002))  # type: ignore[attr-defined, assignment]
    # Most of what can go wrong does when the first site appears, so many begin with nothing.
    for _ in range(sites):
        out = prepare(folder, SCENARIOS[0])

        def work(own: int, out: Path = out) -> None:
            for number in range(times):
                with next_site(out, patience=100_000) as new:
                    for path, content in site("a", str(own), content=b"%d" % number).items():
                        new.write(path, content)

        codes = [ended(process) for process in [forked(partial(work, own)) for own in range(processes)]]
        last = [site("a", str(own), content=b"%d" % (times - 1)) for own in range(processes)]
        found = [f"ended with {code}" for code in codes if code != 0]
        found += [] if tree(out) in last else [f"stands: {sorted(tree(out))}"]
        yield processes * times, [*found, *left_over(out, tree(out))]


def main() -> None:
    """Do it, in the folder that is named."""
    how, folder = sys.argv[1], Path(sys.argv[2])
    rounds = {
        "kill": lambda: at_every_step(folder, kill, [-signal.SIGKILL]),
        # Some things need not succeed.
        "refuse": lambda: at_every_step(folder, refuse, [0, 3]),
        "random": lambda: at_random(folder, 40),
        "race": lambda: at_once(folder, 40, 4, 5),
    }[how]()
    counted = [*rounds]
    result = {"interrupted": sum(n for n, _ in counted), "wrong": [what for _, all_ in counted for what in all_]}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
