"""More vehicles are kept with the appropriation than there are.

公务用车保有量 counts the vehicles at the end of the year whose running is paid with the appropriation, `assets` all
that there are at the same time. A part cannot exceed its whole; hired vehicles are in neither.

公务用车保有量是年末由财政拨款开支运行维护费的车辆，国有资产中的车辆是年末的全部车辆。部分不能多于整体；租用的车辆两处
都不算。

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {vehicles_kept: ▸3}

PASS:

    --- specs/…/2024-accounts.yaml
    three_public_details: {vehicles_kept: 1}
    assets: {as_of: "2024-12-31", vehicles: {general: {count: 1}, special: {count: 2}}}

Mend: correct the number that is wrong. Where vehicles of others are kept, accept the finding with that as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "kept-above-vehicles",
    Level.NOTICE,
    Words("公务用车保有量多于全部车辆", "More vehicles are kept than there are"),
    Words(
        "公务用车保有量 {kept} 辆，国有资产中的车辆只有 {count} 辆",
        "{kept} vehicles are kept, but the assets have only {count}",
    ),
    Words(
        "改正写错的辆数；使用其他单位车辆的，在 accepted 中写明原因",
        "Correct the number that is wrong; if vehicles of others are kept, accept this finding with the reason",
    ),
)


def applies(case: Case) -> bool:
    """Return whether both numbers are stated."""
    kept = "vehicles_kept" in case.spec.own_fields.get("three_public_details", {})
    return kept and bool(case.spec.stated("assets.vehicles.*.count"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the vehicles kept with all of them."""
    vehicles = case.spec.stated("assets.vehicles.*.count")
    count = add(*(line.amount for line in vehicles))
    for kept in case.spec.stated("three_public_details.vehicles_kept"):
        if vehicles and kept.amount > count:
            related = [line.span for line in vehicles]
            yield RULE.at(kept.span, related=related, kept=to_text(kept.amount), count=to_text(count))
