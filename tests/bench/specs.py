"""Many distinct specs made of the two real ones: other offices, other amounts, other lengths, no errors in any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shutil import copyfile

from tests.bench.district_budget import district_budget
from tests.bench.offices import REGIONS, Office, Sort, publications
from tests.bench.tree import ROOT, Fields, text_of
from tests.bench.unit_budget import unit_budget

_MAKERS = {Sort.UNIT: unit_budget, Sort.DISTRICT: district_budget}


@dataclass(frozen=True, slots=True)
class Spec:
    """A spec that can be written."""

    office: Office
    year: int
    followed: bool
    """Whether the spec of the year before is there."""

    @property
    def path(self) -> str:
        """Where it lies below the root."""
        return f"specs/{self.office.folder}/{self.year}-budget.yaml"

    def text(self, edition: int = 0) -> str:
        """Return the file; another edition has other amounts in the same places."""
        random = self.office.random(self.year, edition)
        return text_of(_MAKERS[self.office.sort](self.office, self.year, random, followed=self.followed))


def first_specs(number: int) -> tuple[Spec, ...]:
    """Return so many specs, always the same; they need none beyond them."""
    return tuple(Spec(*publication) for publication in islice(publications(), number))


def write_root(root: Path, specs: Iterable[Spec], own: Iterable[str] = ()) -> None:
    """Write a root: specs, the list of who must publish, regions, and copies of files of this repository.

    Args:
        root: a folder that is there.
        specs: what is published.
        own: files below the repository that the root shall have of its own.
    """
    publishers: dict[str, Fields] = {}
    for spec in specs:
        write(root / spec.path, spec.text())
        office = spec.office
        publishers.setdefault(
            office.id,
            {"region": office.region, "id": office.id, "name": office.name, "kind": "budget", "from": spec.year},
        )
    write(root / "specs/publishers.yaml", text_of({"publishers": [*publishers.values()]}))
    for name, source in {"schema/classification/regions.yaml": REGIONS, **dict(zip(own, own, strict=True))}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        copyfile(ROOT / source, root / name)


def write(path: Path, text: str) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
