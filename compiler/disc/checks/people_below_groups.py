"""There are fewer people than groups or receptions.

A group that travelled, and a reception, is of one person at least. Mostly the two numbers were exchanged, or people
were counted where groups were asked for.

一个团组、一批接待至少有一个人。人次少于团组数、批次数的，多半是两个数写反了。

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {receptions: 20, guests: ▸3}

PASS:

    --- specs/…/2024-accounts.yaml
    three_public_details: {overseas_groups: 0, overseas_people: 0, receptions: 3, guests: 3}

Mend: correct the number that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "people-below-groups",
    Level.WARNING,
    Words("人次少于团组数或批次数", "Fewer people than groups or receptions"),
    Words("{people_zh} {people}，少于{groups_zh} {groups}", "{people} {people_en} are fewer than {groups} {groups_en}"),
    Words("改正写错的数，或两个数写反了", "Correct the number that is wrong; perhaps they were exchanged"),
)

_PAIRS = (
    ("overseas_people", Words("因公出国（境）人次", "people"), "overseas_groups", Words("团组数", "groups")),
    ("guests", Words("国内公务接待人次", "guests"), "receptions", Words("批次数", "receptions")),
    ("foreign_guests", Words("外宾接待人次", "foreign guests"), "foreign_receptions", Words("批次数", "receptions")),
)


def applies(case: Case) -> bool:
    """Return whether people are stated."""
    details = case.spec.own_fields.get("three_public_details", {})
    return any(people in details for people, *_ in _PAIRS)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the people with the groups, where both are stated."""
    for people_name, people, groups_name, groups in _PAIRS:
        for one in case.spec.stated(f"three_public_details.{people_name}"):
            for other in case.spec.stated(f"three_public_details.{groups_name}"):
                if one.amount < other.amount:
                    yield RULE.at(
                        one.span,
                        related=(other.span,),
                        people_zh=people.zh,
                        people_en=people.en,
                        people=to_text(one.amount),
                        groups_zh=groups.zh,
                        groups_en=groups.en,
                        groups=to_text(other.amount),
                    )
