"""Entries for tests of the pages that are made of them."""

from __future__ import annotations

from collections.abc import Iterable

from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmount, KeyAmounts
from disc.publish.places import Place

COUNTY = ("某省", "某市", "某县")


def entry(
    address: str,
    name: str = "甲局",
    *figures: KeyAmount,
    region: tuple[str, ...] = COUNTY,
    units: tuple[str, ...] = (),
    places: Iterable[Place] = (),
) -> Entry:
    """Return an entry whose year and kind are those of its address."""
    year, _, kind = address.rpartition("/")[2].partition("-")
    return Entry(
        address=address,
        title=f"{name}{year}年预算公开",
        entity=name,
        region="100001",
        region_path=region,
        year=int(year),
        kind=kind,
        published="",
        units=units,
        figures=KeyAmounts.of(figures),
        places=tuple(places),
    )


def amount(
    name: str, this: str, last: str = "", unit: str = "万元", *, nothing: bool = False, nothing_before: bool = False
) -> KeyAmount:
    """Return a key figure with its name as its title."""
    return KeyAmount(name, name, this, last, unit, nothing, nothing_before)
