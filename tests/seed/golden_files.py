"""What the seed's pages must be: the files in `golden/`, and how they come about (`make golden`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath

from tests.seed.one_leaf import EXPERIMENTS, moves
from tests.seed.spec import ADDRESS, Data, pages, seed_data

FOLDER = Path(__file__).resolve().parent / "golden"


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`.

    The pages stand as they are, the start page as `start.html`. Of data.json, which is too long for people to read,
    there is the list of figures with their derivations; the rest of it is on the pages too.
    """
    files = {"start.html": pages()["index.html"], "figures.txt": figures(seed_data())}
    for name, content in pages().items():
        path = PurePosixPath(name)
        if path.is_relative_to(ADDRESS) and path.name != "data.json":
            files[path.relative_to(ADDRESS).as_posix()] = content
    files |= {f"one-leaf/{name}.txt": moves(experiment) for name, experiment in EXPERIMENTS.items()}
    return files


def figures(data: Data) -> str:
    """Return one line for each figure: its number, its characters, and what it comes from."""
    lines = [line["path"] for line in data["lines"]]
    return "".join(
        f"{name:5}{figure['text'] + figure['unit']:>14}  {_derived(figure['derivation'], lines)}\n"
        for name, figure in data["figures"].items()
    )


def _derived(derivation: Data, lines: list[str]) -> str:
    if derivation["operation"] == "sum":
        summed = _grouped(lines[n] for n in derivation["lines"])
        return f"{lines[derivation['reported']]} for {summed}" if "reported" in derivation else summed
    if derivation["operation"] == "count":
        return f"count of {derivation['path']}: {len(derivation['places'])}"
    return f"{derivation['operation']} of {' '.join(derivation['operands'])}"


def _grouped(paths: Iterable[str]) -> str:
    """Return paths joined, neighbours of one parent together: staffing.(active retired)."""
    groups = []
    for parent, children in groupby(paths, key=lambda path: path.rpartition(".")[0]):
        names = [path.rpartition(".")[2] for path in children]
        groups.append(f"{parent}.{names[0]}" if len(names) == 1 else f"{parent}.({' '.join(names)})")
    return " + ".join(groups)


def main() -> None:
    """Write the golden files anew."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, content in golden().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
