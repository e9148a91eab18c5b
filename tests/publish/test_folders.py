"""The folders of a site: every one has a page, and says what it is."""

from __future__ import annotations

from collections.abc import Mapping

from disc.publish.entry import Entry
from disc.publish.folders import Folder, departments, members, tree
from tests.publish.entries import COUNTY, entry

OTHER = ("某省", "某市", "又县")


def titles(*entries: Entry) -> dict[str, str]:
    return {folder.address: folder.title for folder, _ in tree(entries).walk()}


def test_places_and_entities() -> None:
    site = tree([entry("p/c/a/2023-budget", "旧名"), entry("p/c/a/2024-budget"), entry("p/c/b/2024-budget", "乙局")])
    assert {folder.address: (folder.title, len(folder.entries)) for folder, _ in site.walk()} == {
        "": ("", 0),
        "p": ("某省", 0),
        "p/c": ("某县", 0),
        "p/c/a": ("甲局", 2),
        "p/c/b": ("乙局", 1),
    }
    assert [[above.address for above in trail] for _, trail in site.walk()][-1] == ["", "p", "p/c"]
    assert [folder.page for folder, _ in site.walk()][:2] == ["index.html", "p/index.html"]


def test_the_name_of_a_place_is_what_all_in_it_have_in_common() -> None:
    far = entry("p/z/a/2024-budget", region=("某省", "另市", "远县"))
    near = [entry("p/m/c/a/2024-budget"), entry("p/m/d/a/2024-budget", region=OTHER)]
    assert titles(*near, far) == {
        "": "",
        "p": "某省",
        "p/m": "某市",
        "p/m/c": "某县",
        "p/m/d": "又县",
        "p/z": "远县",
        **dict.fromkeys(("p/m/c/a", "p/m/d/a", "p/z/a"), "甲局"),
    }


def test_a_place_within_a_region_has_its_folder_s_name() -> None:
    assert titles(entry("c/a/2024-budget"), entry("c/schools/b/2024-budget", "乙校")) == {
        "": "",
        "c": "某县",
        "c/a": "甲局",
        "c/schools": "某县（schools）",
        "c/schools/b": "乙校",
    }


def test_a_region_that_nobody_knows() -> None:
    assert titles(entry("c/a/2024-budget", region=()))["c"] == "c"


def test_an_entity_without_a_place_stands_on_the_start_page() -> None:
    site = tree([entry("a/2024-budget")])
    assert [folder.address for folder in site.entities] == ["a"]
    assert site.places == ()


def test_a_folder_that_is_an_entity_and_holds_others() -> None:
    site = tree([entry("c/a/2024-budget"), entry("c/a/b/2024-budget", "乙站"), entry("c/a/x/d/2024-budget", "丁站")])
    (county,) = site.folders
    (bureau,) = county.folders
    assert (bureau.title, [folder.title for folder in bureau.folders]) == ("甲局", ["乙站", "某县（x）"])
    assert [folder.address for folder in county.entities] == ["c/a", "c/a/b"]
    assert [folder.address for folder in bureau.places] == ["c/a/x"]
    assert len(county.all_entries) == 3


def test_the_newest_year_comes_first_and_its_kinds_in_order() -> None:
    found = tree([entry(f"a/{name}") for name in ("2023-budget", "2024-final", "2024-budget")]).entities[0]
    assert [one.address for one in found.entries] == ["a/2024-budget", "a/2024-final", "a/2023-budget"]


def test_units_stand_under_their_department() -> None:
    entries = [
        entry("c/a/2023-budget", units=("c/old/2023-budget",)),
        entry("c/a/2024-budget", units=("c/u/2024-budget", "elsewhere/v/2024-budget")),
        *(entry(f"{address}/2024-budget", address) for address in ("c/old", "c/u", "elsewhere/v")),
    ]
    department = departments(entries)
    assert department == {"c/u": "c/a", "elsewhere/v": "c/a"}
    here, elsewhere = tree(entries).folders
    assert listed(here, department) == [("c/a", ["c/u"]), ("c/old", [])]
    assert listed(elsewhere, department) == [("elsewhere/v", [])]


def test_units_stand_in_the_order_of_their_department() -> None:
    names = ("c/headquarters", "c/b", "c/a")
    units = tuple(f"{name}/2024-budget" for name in names)
    entries = [entry("c/office/2024-budget", units=units), *(entry(unit) for unit in units)]
    (place,) = tree(entries).folders
    assert listed(place, departments(entries)) == [("c/office", list(names))]


def test_a_department_that_has_become_a_unit() -> None:
    entries = [
        entry("c/a/2024-budget", units=("c/b/2024-budget",)),
        entry("c/b/2023-budget", "乙局", units=("c/u/2023-budget",)),
        entry("c/u/2023-budget", "丙站"),
    ]
    (place,) = tree(entries).folders
    assert listed(place, departments(entries)) == [("c/a", ["c/b"]), ("c/u", [])]


def test_departments_that_name_each_other() -> None:
    entries = [
        entry("c/a/2024-budget", units=("c/b/2024-budget",)),
        entry("c/b/2024-budget", units=("c/a/2024-budget",)),
    ]
    (place,) = tree(entries).folders
    assert listed(place, departments(entries)) == [("c/a", []), ("c/b", [])]


def listed(folder: Folder, department: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    found = members(folder, department)
    return [(member.folder.address, [unit.address for unit in member.units]) for member in found]


def test_a_site_of_one_county_is_called_so() -> None:
    site = tree([entry("c/a/2024-budget")])
    assert (site.region, site.folders[0].region) == ((), COUNTY)
