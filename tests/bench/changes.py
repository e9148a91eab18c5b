"""A root of many disclosures, and what people change in it between two builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.bench.disk import set_aside
from tests.bench.specs import Spec, first_specs, write, write_root
from tests.bench.tree import ROOT

FORM = "schema/forms/xinjiang/unit-budget.yaml"
TEMPLATE = "site/templates/disclosure.html.j2"
SETTINGS = "site/site.yaml"

# What a build reads; everything else in a root is its work.
SOURCES = frozenset({"specs", "schema", "site"})


@dataclass(frozen=True, slots=True)
class Root:
    """A folder with specs, and with a form, a template and settings of its own."""

    folder: Path
    specs: tuple[Spec, ...]
    _numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.folder / "_site"

    @property
    def cache(self) -> Path:
        """Where disc remembers what it made: not with what whoever measures has built before."""
        return self.folder / ".cache"

    def clear(self) -> None:
        """Take away all that builds have left."""
        for path in tuple(self.folder.iterdir()):
            if path.name not in SOURCES:
                set_aside(path)

    def offer(self, downloads: str) -> None:
        """Say which files are offered that take long to make."""
        write(self.folder / SETTINGS, f"name: 预决算公开\ndownloads: [{downloads}]\n")

    def edit_spec(self) -> None:
        """Give a disclosure other amounts: that of a year before, which next year's is compared with."""
        write(self.folder / self.specs[0].path, self.specs[0].text(next(self._numbers)))

    def edit_form(self) -> None:
        """Give a form another word on its covers; half of the disclosures have this form."""
        self._edit(FORM, "年单位预算公开", "年单位预算公开{}")

    def edit_template(self) -> None:
        """Give the template of disclosures another line."""
        self._edit(TEMPLATE, "{% block footer %}", "{{% block footer %}}<p>第{}版</p>")

    def edit_settings(self) -> None:
        """Give the site another name, which stands on every page."""
        path = self.folder / SETTINGS
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        write(path, f"name: 预决算公开{next(self._numbers)}\n" + "".join(lines[1:]))

    def _edit(self, name: str, old: str, new: str) -> None:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert old in text, f"{name}: {old}"
        write(self.folder / name, text.replace(old, new.format(next(self._numbers)), 1))


def new_root(folder: Path, number: int) -> Root:
    """Write a root of so many disclosures."""
    specs = first_specs(number)
    write_root(folder, specs, (FORM, TEMPLATE))
    root = Root(folder, specs)
    root.offer("")
    return root


def changes(root: Root) -> dict[str, Callable[[], None]]:
    """Return what may have happened since the last build, each with what makes it happen once more."""
    return {
        "a spec changed": root.edit_spec,
        "a form changed": root.edit_form,
        "a template changed": root.edit_template,
        "the settings changed": root.edit_settings,
    }
