"""The examples in the manual pages of checks, as specs: what a page states is merged over a small good spec."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from disc.load.resources import SHIPPED
from tests.checks.support import HERE

FOLDER = Path(__file__).parent
EXAMPLES = {
    kind: (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    for kind, name in (("budget", "example"), ("accounts", "accounts"))
}
"""A small good spec of each kind."""

MAIN = "specs/example/office/2024-budget.yaml"

_FIELD = re.compile(rf"(?m)^(?={HERE}*[a-z_]+:)")
_OTHER = re.compile(r"(?m)^--- (specs/\S+)\n")
_FORM = re.compile(r"(?m)^form: (\S+)")
_YEAR = re.compile("year: ([0-9]+)\n")
_YEARS = re.compile(r"(?m)^years: .*\n")
_LEVEL = re.compile(r"(?m)^level: .*\n")
_PLAIN = """title: 表样
kind: budget
extends: base/budget
parts: [{id: all, title: 全文, sections: [all]}]
sections: {all: {blocks: [{text: 全文}]}}
"""


def examples(manual: str, name: str) -> list[dict[str, str]]:
    """Return the files of each example FAIL or PASS by path, ▸ included.

    What stands behind a line `--- specs/…/2023-budget.yaml` is another file, over the same good spec of that year;
    behind `--- specs/…/2024-accounts.yaml`, over the good accounts.
    """
    return [_files(dedent(text)) for text in re.findall(rf"\n{name}:\n\n((?:    .*\n|\n)+)", manual)]


def _files(text: str) -> dict[str, str]:
    own, *others = _OTHER.split(text)
    files = {MAIN: merged(own)} if own.strip() else {}
    for path, more in zip(others[::2], others[1::2], strict=True):
        year = f"year: {Path(path).name[:4]}\n"
        kind = Path(path).stem.partition("-")[2]
        files[path.replace("…", "example/office")] = merged(year + more, kind)
    return files


def merged(text: str, kind: str = "budget") -> str:
    """Return the good spec of a kind with the fields of a text in place of its own."""
    good = EXAMPLES[kind]
    if kind == "accounts" and (year := _YEAR.match(text)):
        # They are published in the year after theirs.
        good = good.replace("2024-", f"{year[1]}-").replace("2025-", f"{int(year[1]) + 1}-")
    fields = {_name(field): field for field in _FIELD.split(good) if field}
    fields |= {_name(field): field.rstrip("\n") + "\n" for field in _FIELD.split(text) if field.strip()}
    return "".join(fields.values())


def write(root: Path, files: dict[str, str]) -> None:
    """Write the files of an example, without ▸.

    An example says only what it is about. So beside other specs the form of the good spec is for every year, and any
    other form that is named stands for all of its level: it asks for nothing and says nothing.
    """
    several = sum(name.startswith("specs/") for name in files) > 1
    named = {name for text in files.values() for name in _FORM.findall(text)}
    for name in named:
        form = f"schema/forms/{name}.yaml"
        shipped = SHIPPED / form
        text = shipped.read_text(encoding="utf-8") if shipped.exists() else ""
        if not any(f"form: {name}\n" in good for good in EXAMPLES.values()):
            plain = _PLAIN.replace("budget", name.rpartition("-")[2])
            files = {**files, form: plain + "".join(_LEVEL.findall(text))}
        elif several:
            files = {**files, form: _YEARS.sub("", text)}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(HERE, ""), encoding="utf-8")


def marked(files: dict[str, str]) -> list[str]:
    """Return every place that is marked with ▸: file:line:column."""
    places = []
    for name, text in sorted(files.items()):
        for number, line in enumerate(text.splitlines(), start=1):
            before = line.split(HERE)[:-1]
            places += [f"{name}:{number}:{1 + sum(map(len, before[: n + 1]))}" for n in range(len(before))]
    return places


def _name(field: str) -> str:
    return field.lstrip(HERE).partition(":")[0]
