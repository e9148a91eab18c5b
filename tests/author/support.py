"""Skeletons of specs, filled in from the examples of the schema."""

from __future__ import annotations

import re
from pathlib import Path

from disc.author.skeleton import new_spec
from disc.author.yaml_text import flow
from disc.build import Result, check
from disc.core.diagnostic import Diagnostic
from disc.load.form_names import form_names
from disc.load.resources import Resources
from disc.load.schema_fields import Field, file_fields
from disc.load.spec_files import Options
from disc.load.spec_reader import Library

LIBRARY = Library(Resources(Path(__file__).parents[2]))
FORMS = [
    name for name in form_names(LIBRARY.resources) if (form := LIBRARY.form(name)[0]) is not None and not form.abstract
]
FOLDERS = ("a", "office")


def skeleton(form: str, *above: str) -> str:
    """What `disc new` writes for a form, of a year that it is for."""
    chosen, _ = LIBRARY.form(form)
    assert chosen is not None
    year = next(year for year in (2024, chosen.years.first, chosen.years.last) if year and year in chosen.years)
    return new_spec(LIBRARY, form, (*above, *FOLDERS, f"{year}-{chosen.kind}.yaml"))


def checked(text: str, root: Path) -> Result:
    """What `disc check` finds in a spec."""
    (year,) = re.findall(r"(?m)^year: ([0-9]{4})$", text)
    (kind,) = re.findall(r"(?m)^kind: ([a-z]+)$", text)
    file = root.joinpath("specs", *FOLDERS, f"{year}-{kind}.yaml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return check(Options(root))


def filled(text: str, missing: tuple[Diagnostic, ...], form: str) -> str:
    """A spec with the examples of the schema where values are missing, in a region that its form is for."""
    chosen, _ = LIBRARY.form(form)
    assert chosen is not None
    lines = text.splitlines()
    (year,) = re.findall(r"(?m)^year: ([0-9]{4})$", text)
    for found in missing:
        assert found.code == "missing-value", found
        number = found.span.line - 1
        field = field_at(lines, number, chosen.kind)
        example = flow(field.example)
        if chosen.kind == "accounts":
            # The examples of accounts are of 2023, and say how things stood at its end.
            example = example.replace("2023", year)
        lines[number] += f" {(field.name == 'region' and chosen.region) or example}"
    return "\n".join(lines) + "\n"


def field_at(lines: list[str], number: int, kind: str) -> Field:
    """The field of the schema of a kind that a line is about, found by the indentation of the lines above it."""
    names: list[str] = []
    depth = len(lines[number]) + 1
    for line in reversed(lines[: number + 1]):
        if (key := re.match(r"( *)([a-z_]+):", line)) and len(key[1]) < depth:
            depth = len(key[1])
            names.insert(0, key[2])
    fields = file_fields(LIBRARY.schema(kind).root)
    for name in names[:-1]:
        fields = next(field for field in fields if field.name == name).fields
    return next(field for field in fields if field.name == names[-1])


def uncommented(text: str) -> str:
    """A skeleton in which every field that stands as a comment is one."""
    return re.sub(r"(?m)^( *)# ( *(?:[a-z_]+:|[0-9]+:|- |# ))", r"\1\2", text)
