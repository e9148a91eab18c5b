"""What the pages of the specs here must be, in files that people can read (`make golden` writes them anew).

Each set of golden files is a folder and a function that returns what it must hold, by path.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from disc.build import check
from disc.load.spec_files import Options
from disc.manual import manual
from disc.publish.pages import render
from tests.themes import theme

ROOT = Path(__file__).resolve().parents[1]

OTHER_FORMATS = {"data.json", "datapackage.json", "tables.excel.csv"}
"""What golden files leave out of a disclosure."""

WORKBOOK = re.compile(r'(<a href="tables\.xlsx".*?<span class="size">)[^<]*')
"""What the page says of the workbook, as far as its size."""

Data = dict[str, Any]
"""What data.json holds, as parsed."""


@cache
def site(address: str) -> dict[str, str]:
    """Return the files of the site that holds one disclosure alone, by path; without what is no text, and `static/`."""
    result = check(Options(ROOT, (ROOT / "specs" / f"{address}.yaml",)))
    assert not result.failed, [f"{d.span}: {d.message('en')}" for d in result.diagnostics]
    files = render(result.documents, (), theme(ROOT), result.publishers, manual())
    return {
        name: content.decode("utf-8")
        for name, content in files.items()
        if not name.startswith("static/") and not name.endswith(".xlsx")
    }


@cache
def data(address: str) -> Data:
    """Return what data.json says of a disclosure; nobody may change it."""
    parsed: Data = json.loads(site(address)[f"{address}/data.json"])
    return parsed


def disclosure(address: str) -> dict[str, str]:
    """Return the files of a disclosure as they must be.

    Of data.json, which is too long for people to read, there is the list of figures with their derivations; the rest
    of it is on the pages too. What is made of the same tables in other formats has tests of its own.
    """
    files = {"figures.txt": figures(data(address))}
    for name, content in site(address).items():
        path = PurePosixPath(name)
        if path.is_relative_to(address) and path.name not in OTHER_FORMATS:
            # How large the workbook is depends on who compresses it.
            files[path.relative_to(address).as_posix()] = WORKBOOK.sub(r"\1…", content)
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
        summed = _grouped(lines[n] for n in derivation["lines"]) or "nothing"
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


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write golden files anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def stored(folder: Path) -> dict[str, str]:
    """Return the golden files of a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in paths}


def main() -> None:
    """Write all golden files anew."""
    from tests.district_accounts import golden_files as district_accounts  # noqa: PLC0415 - they import this module
    from tests.seed import golden_files as seed  # noqa: PLC0415
    from tests.shanghai import golden_files as shanghai  # noqa: PLC0415

    for golden in (seed, shanghai, district_accounts):
        write(golden.FOLDER, golden.golden())


if __name__ == "__main__":
    main()
