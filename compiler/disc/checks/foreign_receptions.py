"""More foreign guests were received than guests at all.

Receptions of foreign guests are among all receptions, and so are the people and the money (财预〔2016〕143号 asks for
both). A part cannot exceed its whole. Mostly the part was left out of the whole.

外宾接待的批次、人次和支出包含在公务接待的批次、人次和支出之中（财预〔2016〕143号要求都公开），部分不能多于整体。
多半是全部的数里漏了外宾。

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {receptions: 3, guests: 20, foreign_receptions: ▸4, foreign_guests: 9, vehicles_kept: 1}

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {receptions: 3, guests: 20, foreign_spending: ▸2, vehicles_kept: 1}
    of_which: {reception: 1}

PASS:

    --- specs/…/2024-accounts.yaml
    three_public_details: {receptions: 3, guests: 20, foreign_receptions: 3, foreign_guests: 20, vehicles_kept: 1}

Mend: correct the number that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line, reach
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "foreign-receptions",
    Level.WARNING,
    Words("外宾接待多于全部公务接待", "More foreign guests than guests at all"),
    Words("{title}是 {part}，多于全部的 {whole}", "{title} is {part}, but there are {whole} in all"),
    Words("改正写错的数；全部的数包含外宾", "Correct the number that is wrong; foreign guests are among all guests"),
)

RESTS_ON = ("unknown-code", "stated-below-lines")

_DETAILS = "three_public_details"
_COUNTED = {"foreign_receptions": "receptions", "foreign_guests": "guests"}
_MONEY = "foreign_spending"


def applies(case: Case) -> bool:
    """Return whether anything is said of foreign guests."""
    details = case.spec.own_fields.get(_DETAILS, {})
    return any(name in details for name in (*_COUNTED, _MONEY))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each part with its whole, where both are stated."""
    for part, name in _COUNTED.items():
        yield from _above(case, part, case.spec.stated(f"{_DETAILS}.{name}"))
    yield from _above(case, _MONEY, _reception(case))


def _above(case: Case, name: str, whole: tuple[Line, ...]) -> Iterator[Diagnostic]:
    written = case.spec.written if name == _MONEY else to_text
    for part in case.spec.stated(f"{_DETAILS}.{name}"):
        if whole and reach([part]).low > reach(whole).high:
            yield RULE.at(
                part.span,
                related=[line.span for line in whole],
                title=case.titles.of((_DETAILS, name))[-1],
                part=written(part.amount),
                whole=written(add(*(line.amount for line in whole))),
            )


def _reception(case: Case) -> tuple[Line, ...]:
    """Return what is known of the money for receptions: nothing, unless it is all of it."""
    for measure, declared in stated_parts(case.form.measures):
        if measure.stated == "of_which.reception":
            selection = declared.otherwise.selection
            stated = case.spec.stated(measure.stated)
            known = stated or not case.spec.ledger.uncertain(selection)
            return tuple(stated or case.spec.ledger.chosen(selection)) if known else ()
    return ()
