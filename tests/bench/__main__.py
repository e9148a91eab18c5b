"""How long `disc` takes and how much memory, each time in processes of its own: `make bench`.

Tables go to the standard output, as Markdown; how far it is goes to the error output.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench import results
from tests.bench.changes import SOURCES, Root, changes, new_root
from tests.bench.disk import disk_used, set_aside, shared_files
from tests.bench.machine import machine
from tests.bench.measure import Command, Spent, one_core, spent_on
from tests.bench.peers import PEERS, named, rendered
from tests.bench.projection import Needed
from tests.bench.tables import count

DISC = Path(sys.executable).with_name("disc")

# Of the site of this size, or the largest below it, every change is measured, and others render its Markdown.
USUAL = 1000
SIZES = (100, USUAL, 10_000)

_BEGIN = perf_counter()


def progress(what: str) -> None:
    """Say what is measured now."""
    sys.stderr.write(f"{perf_counter() - _BEGIN:5.0f} s  {what}\n")
    sys.stderr.flush()


def show(*texts: str) -> None:
    """Print parts of the results."""
    sys.stdout.write("".join(f"{text.rstrip()}\n\n" for text in texts))
    sys.stdout.flush()


def check(root: Root, *more: Path) -> Command:
    """Return what checks the specs of a root, or only some."""
    return [DISC, "check", "--root", root.folder, *more]


def build(root: Root, *more: str | Path) -> Command:
    """Return what builds the site of a root."""
    return [DISC, "build", "--root", root.folder, "--cache-dir", root.cache, *more]


def built(root: Root, what: str, before: Callable[[], None] | None = None) -> Spent:
    """Return what a build of the site takes, each time after something has happened."""
    progress(f"{count(len(root.specs))} disclosures: {what}")
    return spent_on(build(root, "--json"), before)


def one_spec(root: Root) -> dict[str, Spent]:
    """Return what is spent on a single spec of a site that is built."""
    unit = root.folder / root.specs[0].path
    department = root.folder / next(spec.path for spec in root.specs if spec.office.units)
    new = root.folder / "new"
    commands: dict[str, Command] = {
        "`disc --help`": [DISC, "--help"],
        "`disc check FILE`": check(root, unit),
        "`disc check FILE`, a department's, with its units": check(root, department),
        "`disc build FILE`, to a new folder": build(root, unit, "--out", new),
        f"`disc build FILE`, after an edit, to a site of {count(len(root.specs))}": build(root, unit),
    }

    def begin_again() -> None:
        set_aside(new)
        root.edit_spec()

    spent = {}
    for what, command in commands.items():
        progress(what)
        spent[what] = spent_on(command, begin_again)
    return spent


def many_checked(folder: Path) -> Spent:
    """Return what it takes to check many specs on one core."""
    progress(f"{results.CHECKED} specs: check")
    root = new_root(folder, results.CHECKED)
    with one_core():
        return spent_on(check(root))


def others(root: Root, folder: Path) -> tuple[dict[str, Spent], tuple[str, ...]]:
    """Return what other generators take for the Markdown of a site, and how to get those that are missing."""
    spent, missing = {}, {}
    for n, peer in enumerate(PEERS):
        progress(peer.name)
        if (found := rendered(peer, root.site, folder / str(n))) is None:
            missing[peer.program] = f"`{peer.program}` is not installed, so it was not measured: `{peer.install}`."
        else:
            spent[named(peer)] = found
    return spent, tuple(missing.values())


@dataclass(frozen=True, slots=True)
class Site:
    """A site that was built twice: from nothing, and when nothing had changed."""

    root: Root
    cold: Spent
    unchanged: Spent
    needed: Needed
    shared: dict[str, int]
    """Sizes of the files that hold something of many disclosures."""


def site(folder: Path, number: int) -> Site:
    """Return what a site of so many disclosures takes."""
    progress(f"{count(number)} disclosures: writing the specs")
    root = new_root(folder, number)
    cold, unchanged = built(root, "cold", root.clear), built(root, "nothing changed")
    disk, files = disk_used(root.folder, SOURCES)
    memory = max(cold.memory, unchanged.memory)
    all_of_it = Needed(number, cold.wall, cold.processor, unchanged.wall, memory, disk, files)
    return Site(root, cold, unchanged, all_of_it, shared_files(root.site))


def every_change(site: Site) -> dict[str, Spent]:
    """Return what builds of a site take, from nothing and after each kind of change."""
    root = site.root
    changed = {what: built(root, what, change) for what, change in changes(root).items()}
    root.offer("xlsx")
    workbooks = {"cold, with workbooks": built(root, "cold, with workbooks", root.clear)}
    return {"cold": site.cold, "nothing changed": site.unchanged, **changed, **workbooks}


def closely(usual: Site, folder: Path) -> None:
    """Measure all there is to measure of a site, and print it."""
    show(results.one_spec(one_spec(usual.root)))
    peers, missing = others(usual.root, folder)
    number = len(usual.root.specs)
    show(results.builds(every_change(usual), number))
    show(results.others({"disc, all it makes": usual.cold, **peers}, number), *missing)


def main(number: int) -> None:
    """Measure sites of growing size, the largest of this many disclosures, and print the tables."""
    show(machine())
    sizes = (*(size for size in SIZES if size < number), number)
    usual = USUAL if USUAL in sizes else number
    sites = []
    with TemporaryDirectory(prefix="disc-bench-") as top:
        show(results.many_checked(many_checked(Path(top, "checked"))))
        for size in sizes:
            sites.append(site(Path(top, str(size)), size))
            if size == usual:
                closely(sites[-1], Path(top, "others"))
    measured, (small, large) = [site.needed for site in sites], sites[-2:]
    files = results.largest(small.shared, large.shared, (sizes[-2], number))
    show(results.growth(measured), results.places(small.needed, large.needed), files)
    progress("done")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--number", type=int, default=USUAL, help="size of the largest site (%(default)s)")
    arguments = parser.parse_args()
    if arguments.number <= SIZES[0]:
        parser.error(f"more than {SIZES[0]}, since two sizes are compared")
    main(arguments.number)
