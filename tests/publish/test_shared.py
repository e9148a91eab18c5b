"""What a site has besides its disclosures: whatever was taken over is, to the byte, what would be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from disc.core.document import Covered, Status
from disc.core.meta import Correction
from disc.core.span import Span
from disc.load.form_years import Years
from disc.load.publishers import Publisher
from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmounts
from disc.publish.links import Links
from disc.publish.long_table import write_long_tables
from disc.publish.manifest import standing
from disc.publish.piece import Known
from disc.publish.places import Place, Sort
from disc.publish.shared import known_pieces, shared, write_shared
from disc.publish.theme import Theme
from disc.publish.write import site
from tests import many
from tests.publish.sites import tree
from tests.publish.whole_site import a_theme

PUBLISHERS = (Publisher("653021", "office-0", "某局", "budget", Years(2022), Span("specs/publishers.yaml")),)
INCOME, GONE = Covered("income", "收入总体情况", Status.PRESENT, "income"), Covered("fund", "基金", Status.MISSING, "")


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return a_theme(tmp_path_factory.mktemp("root"), "name: 某省\naddress: https://www.example.gov.cn/budget/\n")


def build(out: Path, entries: Sequence[Entry], theme: Theme, *, anew: bool = False) -> None:
    """Publish a site of these disclosures, taking over what stands; of a disclosure there are its rows alone."""
    before = None if anew else standing(out)
    old = {entry.address: entry for entry in before.entries} if before else {}
    with site(out) as new:
        for entry in entries:
            path = f"{entry.address}/facts.csv"
            if old.get(entry.address) != entry or not new.keep(path):
                new.write(path, f"heading\n{entry.title}\n".encode())
        pieces = shared(entries, theme, PUBLISHERS, ())
        known = known_pieces(before if old else None, theme, PUBLISHERS, ())
        write_shared(new, entries, pieces, theme, known)
        write_long_tables(new, entries, theme, before.entries if before else ())


def some() -> list[Entry]:
    return list(many.entries(20, (2022, 2023)))


def steps(random: Random) -> Iterator[Callable[[Entry], Entry]]:
    """Changes to a disclosure that pages show."""
    while True:
        number = random.randrange(100)
        yield random.choice(
            (
                lambda e, n=number: replace(e, title=f"题{n}"),
                lambda e, n=number: replace(e, published=f"2024-03-{n % 28 + 1:02}"),
                lambda e, n=number: replace(e, corrections=(Correction(f"2024-05-{n % 28 + 1:02}", "甲", "乙"),)),
                lambda e: replace(e, draft=not e.draft),
                lambda e, n=number: replace(e, entity=f"某局{n}"),
                lambda e: replace(e, units=e.units[1:]),
                lambda e, n=number: replace(e, figures=KeyAmounts.of(replace(f, this=f"{n}.00") for f in e.figures)),
                lambda e, n=number: replace(e, coverage=(INCOME, GONE)[: n % 3]),
                lambda e, n=number: replace(e, places=(*e.places, Place(Sort.PROJECT, f"修路{n}", "", "table_x"))),
                lambda e, n=number: replace(e, region_path=(*e.region_path[:-1], f"某县{n}")),
                lambda e, n=number: replace(e, region=f"6530{n % 3 + 21}"),
                lambda e, n=number: replace(e, address=f"xinjiang/artux/office-{n}/{e.year}-budget"),
                lambda e, n=number: replace(e, address=f"{e.folder}/{2020 + n % 3}-budget", year=2020 + n % 3),
            )
        )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_over_is_what_would_be_made(tmp_path: Path, theme: Theme, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same changes every time are what is wanted
    entries = some()
    build(tmp_path / "out", entries, theme)
    for number, change in zip(range(20), steps(random), strict=False):
        place = random.randrange(len(entries))
        match random.randrange(6):
            case 0:
                del entries[place]
            case 1:
                other = replace(entries[place], address=f"xinjiang/new-{number}/a/2024-budget")
                entries.insert(place, other)
            case _:
                entries[place] = change(entries[place])
        entries = list({entry.address: entry for entry in entries}.values())
        build(tmp_path / "out", entries, theme)
        build(tmp_path / "clean", entries, theme, anew=True)
        assert tree(tmp_path / "out") == tree(tmp_path / "clean")


ALWAYS = {"404.html", "feed.xml", "index.html", "robots.txt"}
"""What says little of each disclosure, and is made each time."""

ARTUX, OFFICE = "xinjiang/artux", "xinjiang/artux/office-0"
INDEXES = {"search/653021.js", "coverage/653021-2022.html", f"{ARTUX}/index.html", f"{ARTUX}/2022.html"}


def made(old: Sequence[Entry], new: Sequence[Entry], theme: Theme) -> set[str]:
    """The pieces that are made when disclosures change."""
    before = shared(old, theme, PUBLISHERS, ())
    known = Known.of(before.pieces, dict.fromkeys(before.pages, Links()))
    return {piece.path for piece in shared(new, theme, PUBLISHERS, ()).pieces if not known.has(piece)}


def test_nothing_that_names_a_disclosure_is_made_where_none_changes(theme: Theme) -> None:
    assert made(some(), some()[::-1], theme) == ALWAYS


@pytest.mark.parametrize(
    ("change", "besides"),
    [
        (lambda e: replace(e, title="题"), set()),
        (lambda e: replace(e, published="2024-03-01"), {"sitemap.xml"}),
        (lambda e: replace(e, coverage=(GONE,)), {"coverage/index.html"}),
        (lambda e: replace(e, links=Links(("index.html#a",))), set()),
    ],
)
def test_what_follows_from_one_disclosure(theme: Theme, change: Callable[[Entry], Entry], besides: set[str]) -> None:
    one, *others = some()
    assert one.address == f"{OFFICE}/2022-budget"
    expected = ALWAYS | INDEXES | {f"{OFFICE}/index.html"} | besides
    assert made([one, *others], [change(one), *others], theme) == expected


def test_a_unit_is_on_the_page_of_its_department_and_the_way_up_on_all_pages_below(theme: Theme) -> None:
    entries = some()
    number, unit = next((n, e) for n, e in enumerate(entries) if e.address in entries[1].units)
    changed = [*entries[:number], replace(unit, entity="某中心"), *entries[number + 1 :]]
    assert f"{OFFICE}/index.html" in made(entries, changed, theme)
    renamed = [replace(e, region_path=("某省", *e.region_path[1:])) for e in entries]
    there = {f"{e.folder}/index.html" for e in entries}
    assert there <= made(entries, renamed, theme)
