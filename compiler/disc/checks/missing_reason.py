"""A change is large, the form says why things changed, and no reason is stated.

财预〔2016〕143号 wants every disclosure to say what changed against last year and why. Where the form asks for a
reason, one is missed if the change comes to at least 10% of last year's figure and to at least 1万元; for what is
new, and for what is no more, the amount alone decides. Of a sum only that part of the change counts that no reason of
its parts accounts for. A `remark` in place of a reason will do.

财预〔2016〕143号要求说明与上年相比的增减变化及原因。表样要写原因的地方，变化达到上年数的 10% 并且达到 1 万元的，应
当写明原因；新增的和不再有的，只看金额。合计的变化中，只计组成部分的原因没有说明的部分。写了代替原因的话（remark）也
可以。

FAIL:

    ▸reasons: {2010301: 人员增加}

PASS:

    reasons: {2010301: 人员增加, project: {remark: 项目由县财政统筹安排}}

Mend: write the reason in `reasons`, under the name or code given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.document import Change
from disc.core.figure import Figure, lines_of
from disc.core.number import HUNDRED, WAN_YUAN, ZERO, multiply, subtract
from disc.load.settings import Settings
from disc.load.spec_reader import Case

RULE = Rule(
    "missing-reason",
    Level.WARNING,
    Words("增减较大而没有写明原因", "A large change without a reason"),
    Words("{title}{change_zh}，没有写明原因", "{title} {change_en}, and no reason is stated"),
    Words("在 reasons 中写明 {key} 的原因", "State the reason in reasons, under {key}"),
)

# An amount in another unit than last year's has no reason.
RESTS_ON = ("out-of-scale",)

_CHANGED = {
    "rise": ("增加", "rises by"),
    "fall": ("减少", "falls by"),
    "new": ("上年没有，增加", "is new, with"),
    "vanished": ("本年没有，减少", "is no more, after"),
}


def applies(case: Case) -> bool:
    """Whether the form says why something changed that is known of both years."""
    return case.document is not None and any(change.amount for change in case.document.changes)


def told(case: Case) -> Iterator[Diagnostic]:
    """Look for a reason of every change of which the form says why; changes of the same money are one."""
    if (document := case.document) is None:
        return
    changes = document.changes
    explained = [change for change in changes if change.reason]
    seen: set[Figure] = set()
    for change in changes:
        nameable = change.measure in case.form.measures or change.measure.isdigit()
        if change.amount is None or change.reason or not nameable or change.amount in seen:
            continue
        seen.add(change.amount)
        if _is_large(_unexplained(change, explained), change, case.settings):
            place = case.spec.place("reasons", change.measure)
            zh, en = _said(change, change.amount)
            related = [document.lines[n].span for n in sorted(_lines(change))]
            yield RULE.at(place, related=related, title=change.title, change_zh=zh, change_en=en, key=change.measure)


def _unexplained(change: Change, explained: Sequence[Change]) -> Decimal:
    """Return what remains of a change without the changes of those of its parts that have a reason, in 元."""
    rest, left = _value(change.amount), _lines(change)
    for part in sorted(explained, key=lambda part: -len(_lines(part))):
        lines = _lines(part)
        if lines <= left:
            rest = subtract(rest, _value(part.amount))
            left -= lines
    return rest


def _is_large(amount: Decimal, change: Change, settings: Settings) -> bool:
    last = ZERO if change.situation in ("new", "vanished") else abs(_value(change.last))
    enough = abs(amount) >= multiply(settings.threshold("reason_amount"), WAN_YUAN.scale)
    return enough and multiply(abs(amount), HUNDRED) >= multiply(last, settings.threshold("reason_rate"))


def _lines(change: Change) -> frozenset[int]:
    return lines_of(change.this) if change.this else frozenset()


def _value(figure: Figure | None) -> Decimal:
    return figure.shown_value if figure else ZERO


def _said(change: Change, by: Figure) -> tuple[str, str]:
    """Return how it changed, in Chinese and in English."""
    zh, en = _CHANGED[change.situation]
    amount = by.text().removeprefix("-") + by.unit.name
    if change.rate is None or change.situation == "vanished":
        return f"{zh}{amount}", f"{en} {amount}"
    rate = change.rate.text().removeprefix("-")
    return f"{zh}{amount}（{rate}%）", f"{en} {amount} ({rate}%)"
