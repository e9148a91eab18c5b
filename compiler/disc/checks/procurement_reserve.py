"""More procurement is reserved for small enterprises than there is.

Of the year's procurement a part is reserved for small and medium enterprises, and of that a part for small and micro
ones (财库〔2020〕46号). A part cannot exceed its whole by more than rounding explains. What was bought in the end, as
final accounts state it, may come to less than what was reserved.

全年政府采购中有一部分预留给中小企业，其中又有一部分预留给小微企业（财库〔2020〕46号）。部分不能大于整体，舍入的差额
不算。决算写的是实际采购的金额，可以比预留的少。

FAIL:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: ▸5}}

FAIL:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: 1, micro: ▸2}}

PASS:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: 2, micro: 2}}

Mend: correct the reserved amount, or the amounts of goods, works and services.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line, reach
from disc.core.number import add
from disc.load.spec_reader import Case

RULE = Rule(
    "procurement-reserve",
    Level.ERROR,
    Words("预留的采购份额大于总额", "A reserved part of procurement exceeds its whole"),
    Words(
        "预留给{part_zh}的采购预算 {stated}，大于{whole_zh} {sum}",
        "{stated} of procurement are reserved for {part_en}, but {whole_en} come to {sum}",
    ),
    Words("改正预留数，或改正采购预算", "Correct the reserved amount, or the procurement budget"),
)

SMALL = Words("中小企业", "small and medium enterprises")
MICRO = Words("小微企业", "small and micro enterprises")


class Part(Struct, frozen=True):
    """A part of procurement, and the whole that it cannot exceed."""

    place: str
    whose: Words
    whole: str
    """Where the whole is stated; its amounts are added up."""

    called: Words
    """What messages call the whole."""


class Excess(Struct, frozen=True):
    """A part that is more than its whole."""

    part: Part
    stated: Line
    lines: tuple[Line, ...]
    """What the whole is the sum of."""


_PARTS = (
    Part(
        "procurement.reserved.small_and_medium",
        SMALL,
        "procurement.*",
        Words("政府采购预算", "goods, works and services"),
    ),
    Part(
        "procurement.reserved.micro",
        MICRO,
        "procurement.reserved.small_and_medium",
        Words("预留给中小企业的", "those for small and medium enterprises"),
    ),
)


def applies(case: Case) -> bool:
    """Return whether anything is reserved."""
    return bool(case.spec.stated("procurement.reserved.*"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each reserved part with its whole."""
    # What was bought, which accounts state, may come to less than what was reserved for it.
    for excess in above_whole(case, _PARTS[1:] if is_accounts(case) else _PARTS):
        part = excess.part
        yield RULE.at(
            excess.stated.span,
            related=[line.span for line in excess.lines],
            part_zh=part.whose.zh,
            part_en=part.whose.en,
            whole_zh=part.called.zh,
            whole_en=part.called.en,
            stated=case.spec.written(excess.stated.amount),
            sum=case.spec.written(add(*(line.amount for line in excess.lines))),
        )


def above_whole(case: Case, parts: Iterable[Part]) -> Iterator[Excess]:
    """Return the parts that are more than their wholes by more than rounding explains."""
    for part in parts:
        lines = case.spec.stated(part.whole)
        for stated in case.spec.stated(part.place):
            if lines and reach([stated]).low > reach(lines).high:
                yield Excess(part, stated, lines)
