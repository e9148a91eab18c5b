"""More procurement is reserved for small enterprises than there is.

Of the year's procurement a part is reserved for small and medium enterprises, and of that a part for small and micro
ones (财库〔2020〕46号). A part cannot exceed its whole by more than rounding explains.

全年政府采购中有一部分预留给中小企业，其中又有一部分预留给小微企业（财库〔2020〕46号）。部分不能大于整体，舍入的差额
不算。

FAIL:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: ▸5}}

FAIL:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: 1, micro: ▸2}}

PASS:

    procurement: {goods: 1, works: 0, services: 1, reserved: {small_and_medium: 2, micro: 2}}

Mend: correct the reserved amount, or the amounts of goods, works and services.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import reach
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

_PARTS = (
    ("procurement.reserved.small_and_medium", "procurement.*", "中小企业", "small and medium enterprises"),
    ("procurement.reserved.micro", "procurement.reserved.small_and_medium", "小微企业", "small and micro enterprises"),
)
_WHOLES = (
    ("政府采购预算", "goods, works and services"),
    ("预留给中小企业的", "those for small and medium enterprises"),
)


def applies(case: Case) -> bool:
    """Return whether anything is reserved."""
    return bool(case.spec.stated("procurement.reserved.*"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each reserved part with its whole."""
    for (part, whole, part_zh, part_en), (whole_zh, whole_en) in zip(_PARTS, _WHOLES, strict=True):
        lines = case.spec.stated(whole)
        for stated in case.spec.stated(part):
            if reach([stated]).low > reach(lines).high:
                yield RULE.at(
                    stated.span,
                    related=[line.span for line in lines],
                    part_zh=part_zh,
                    part_en=part_en,
                    whole_zh=whole_zh,
                    whole_en=whole_en,
                    stated=case.spec.written(stated.amount),
                    sum=case.spec.written(add(*(line.amount for line in lines))),
                )
