"""More procurement was awarded to small enterprises than there was.

Of the year's procurement a part was awarded to small and medium enterprises, and of that a part to small and micro ones
(财库〔2020〕46号). Of what was reserved for them no more can have been awarded than was reserved. A part cannot exceed
its whole by more than rounding explains. It is a warning, because a contract that runs over several years is awarded in
one and paid in others.

全年政府采购中有一部分授予中小企业，其中又有一部分授予小微企业（财库〔2020〕46号）；预留的项目中授予的，不能大于预留的。
部分不能大于整体，舍入的差额不算。跨年度的合同一次授予、分年支付，所以这只是警告。

FAIL:

    --- specs/…/2024-accounts.yaml
    procurement: {goods: 12, works: 0, services: 8, awarded: {small_and_medium: ▸25, micro: 4}}

FAIL:

    --- specs/…/2024-accounts.yaml
    procurement: {goods: 12, works: 0, services: 8, awarded: {small_and_medium: 10, micro: ▸11}}

FAIL:

    --- specs/…/2024-accounts.yaml
    procurement:
      {goods: 12, works: 0, services: 8, reserved: {small_and_medium: 9}, awarded: {reserved: {small_and_medium: ▸10}}}

PASS:

    --- specs/…/2024-accounts.yaml
    procurement: {goods: 12, works: 0, services: 8, awarded: {small_and_medium: 20, micro: 20}}

Mend: correct the awarded amount, or the amounts of goods, works and services.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.procurement_reserve import MICRO, SMALL, Part, above_whole
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add
from disc.load.spec_reader import Case

RULE = Rule(
    "procurement-awarded",
    Level.WARNING,
    Words("授予的采购合同大于总额", "An awarded part of procurement exceeds its whole"),
    Words(
        "授予{part_zh}的合同金额 {stated}，大于{whole_zh} {sum}",
        "{stated} of procurement were awarded to {part_en}, but {whole_en} come to {sum}",
    ),
    Words(
        "改正合同金额，或改正采购支出；跨年度的合同，在 accepted 中写明",
        "Correct the awarded amount, or what was procured; if a contract runs over several years, "
        "accept this finding with that as the reason",
    ),
)

_PARTS = (
    Part(
        "procurement.awarded.small_and_medium",
        SMALL,
        "procurement.*",
        Words("政府采购支出总额", "goods, works and services"),
    ),
    Part(
        "procurement.awarded.micro",
        MICRO,
        "procurement.awarded.small_and_medium",
        Words("授予中小企业的", "those to small and medium enterprises"),
    ),
    Part(
        "procurement.awarded.unreserved",
        SMALL,
        "procurement.*",
        Words("政府采购支出总额", "goods, works and services"),
    ),
    Part(
        "procurement.awarded.reserved.small_and_medium",
        SMALL,
        "procurement.reserved.small_and_medium",
        Words("面向中小企业预留的", "what was reserved for them"),
    ),
    Part(
        "procurement.awarded.reserved.micro",
        MICRO,
        "procurement.reserved.micro",
        Words("面向小微企业预留的", "what was reserved for them"),
    ),
    Part(
        "procurement.awarded.reserved.small_and_medium",
        SMALL,
        "procurement.*",
        Words("政府采购支出总额", "goods, works and services"),
    ),
    Part(
        "procurement.awarded.reserved.micro",
        MICRO,
        "procurement.awarded.reserved.small_and_medium",
        Words("授予中小企业的", "those to small and medium enterprises"),
    ),
)


def applies(case: Case) -> bool:
    """Return whether anything was awarded."""
    return "awarded" in case.spec.own_fields.get("procurement", {})


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each awarded part with its whole."""
    # A part may have several wholes; the first that it exceeds is told.
    told: set[str] = set()
    for excess in above_whole(case, _PARTS):
        part = excess.part
        if part.place in told:
            continue
        told.add(part.place)
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
