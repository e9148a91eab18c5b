"""The marker file, and entries in memory: what disclosures have in common is there once."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from msgspec.structs import replace

from disc.core.meta import Correction
from disc.publish.entry import Entry
from disc.publish.links import Links
from disc.publish.manifest import FORMAT, MARKER, Manifest, addresses, manifest, read_manifest
from disc.publish.seal import sealed
from disc.publish.sharing import Sharing
from tests import many
from tests.publish.entries import amount, entry

ONE = replace(
    entry("a/b/2024-budget", "甲\n局", amount("total", "5.00", "4.00"), amount("active", "", nothing=True)),
    units=("a/c/2024-budget",),
    corrections=(Correction("2024-05-06", "一,\n", "二]}\n"),),
    links=Links(("index.html", "index.html#a"), ("static/style.css",), ("#none",)),
)
PAGES = {"index.html": Links(("page_content",), ("static/style.css",)), "a/b/index.html": Links()}


def marker(found: Manifest) -> bytes:
    return b"".join(manifest(found))


@pytest.mark.parametrize("entries", [(), (ONE,), (ONE, replace(ONE, address="a/d/2024-budget", draft=True))])
def test_it_says_what_it_was_told(entries: tuple[Entry, ...]) -> None:
    found = Manifest(entries, PAGES, ("a/old/index.html",), preview=True)
    assert read_manifest(marker(found)) == found


def test_the_order_of_the_entries_does_not_matter() -> None:
    some = many.entries(40)
    assert marker(Manifest(some)) == marker(Manifest(some[::-1]))


def test_it_is_json_with_a_disclosure_on_each_line() -> None:
    content = marker(Manifest(many.entries(40), PAGES))
    parsed = json.loads(content)
    assert parsed["format"] == FORMAT
    assert list(parsed["pages"]) == sorted(PAGES)
    lines = content.decode().splitlines()[1:-1]
    assert [json.loads(line.rstrip(",")) for line in lines] == parsed["disclosures"]


def test_a_thousand_disclosures_take_little_more_than_a_kilobyte_each() -> None:
    assert len(marker(Manifest(many.entries(1000)))) < 1_250_000


def test_what_is_no_manifest_of_this_format() -> None:
    with pytest.raises(ValueError, match="4"):
        read_manifest(b"".join(sealed(b'{"format":4,"disclosures":[\n]}\n')))
    with pytest.raises(ValueError, match="seal"):
        read_manifest(marker(Manifest((ONE,))).replace(b"2024", b"2025"))


def test_of_the_marker_file_of_another_version_what_are_addresses_counts(tmp_path: Path) -> None:
    told = {"disclosures": [{"address": "a/b"}], "pages": [1, "c/index.html"], "old": [None, {"a": 1}]}
    (tmp_path / MARKER).write_text(json.dumps(told), encoding="utf-8")
    assert addresses(tmp_path) == {"a/b/index.html", "c/index.html"}


def test_entries_share_what_is_equal() -> None:
    """As they come from other processes, each has objects of its own."""
    sharing = Sharing()
    first, second = (sharing.shared(pickle.loads(pickle.dumps(each))) for each in many.entries(40)[:2])  # noqa: S301
    assert (first, second) == many.entries(40)[:2]
    assert first.region_path is second.region_path
    assert first.coverage is second.coverage
    assert first.links.offers is second.links.offers
    assert first.figures.heads is second.figures.heads
    common = set(first.places) & set(second.places)
    assert len(common) > 40
    known = {id(place) for place in first.places}
    assert all(id(place) in known for place in second.places if place in common)
