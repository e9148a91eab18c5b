"""A reason speaks of a fall where the figure rises, or of a rise where it falls.

The direction of a change follows from the numbers, the reason comes from an author, often out of last year's file: it
says 人员减少，经费相应减少 beside a rise. Only a reason all of whose words of direction contradict the figure is
found; one that speaks of both is not, nor one with a turn in it (但, 虽) or of a move (调整至). What falls when
something leaves (退休人员增加) or is paid by others (转移支付减少) says nothing of the direction, and neither does a
word that is denied (未增加). A `remark` is not looked at, nor is a figure that did not change, or that rose against
last year's budget and fell against its outturn. Reasons of final accounts why a measure or an item differs from the
budget are held against that.

增还是减由数字决定，原因由人来写，常常是从上年的文件抄来的：数字增加了，旁边写着“人员减少，经费相应减少”。只有原因
里所有表示方向的词都与数字相反，才会被查出；两个方向都提到的、有转折的（但、虽）、说到移列的（调整至）不算。有人离开（退休人员增加）、由别
人支付（转移支付减少）说明不了方向，否定的词（未增加）也不算。remark 不查；没有变化的数，以及比上年预算增、比上年执
行数减的数，也不查。决算中与预算比的原因，与预算比较。

FAIL:

    reasons: {2010301: ▸人员减少，公用经费相应压减, project: 新增修路项目}

FAIL:

    --- specs/…/2024-accounts.yaml
    reasons: {general.budget: ▸年中追加修路资金}

PASS:

    reasons: {2010301: 在职人员增加，同时压减公用经费, project: 上级补助减少，改由本级安排}

Mend: write why the figure changed in this year's direction; or correct the amount, of this year or of last year, if
it is that one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from disc.compile.book import Account, Missing
from disc.compile.history import past_of
from disc.compile.quantity import Quantity, Selected, quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, lines_of
from disc.core.flows import SPENDING
from disc.core.ledger import Ledger
from disc.core.number import ZERO, subtract
from disc.core.selection import Selection, within
from disc.core.span import Span
from disc.core.stages import ADJUSTED_BUDGET, THIS_BUDGET
from disc.load.spec_reader import Case

RULE = Rule(
    "reason-contradicts",
    Level.WARNING,
    Words("原因与增减方向相反", "A reason contradicts the direction of the change"),
    Words(
        "{title}比{than_zh}{direction_zh} {amount}，原因却只说“{words}”",
        "{title} {direction_en} by {amount} against {than_en}, but its reason speaks of {words} only",
    ),
    Words("核对是否沿用了上年的原因，或者有一个数有误", "See whether the reason is last year's, or an amount is wrong"),
)

# An amount in another unit than last year's seems to change by almost all of it.
RESTS_ON = ("out-of-scale",)

_UP = re.compile(
    "增加|增长|上升|上涨|上调|调高|调增|新增|增多|增编|增支|扩大|追加|提高(?=.{0,6}(?:标准|工资|待遇|基数|比例|定额))"
    "|(?<=标准|工资|待遇|基数|比例|定额)提高"
)
_DOWN = re.compile("减少|下降|下调|降低|调低|调减|压减|压缩|缩减|削减|核减|减员|精简|取消|厉行节约")
# A turn, or what was moved from one place to another.
_TURN = re.compile("但|虽|尽管|然而|调整[至到]|转列")
_DENIED = re.compile("(?:[不未无]|不能|不再|没有|停止|避免|控制)$")
# What moves money the other way: people who leave, means of others, what remains.
_ELSEWHERE = re.compile(
    "(?:退休(?!费|金|支出|经费)|调出|调离|离职|辞职|划转|转出|死亡|结转|结余|收入|补助|转移支付|上级资金|单位资金)[^，。；、]{0,6}$"
    # What happened last year, but not what happened against it: 比上年减少3人.
    "|(?<![比较与同对于])(?:上年|去年)[^，。；、]{0,6}$"
)


_LAST_YEAR = Words("上年", "last year")
_BUDGETS = {
    THIS_BUDGET: Words("年初预算", "the budget"),
    ADJUSTED_BUDGET: Words("全年预算", "the adjusted budget"),
}


def applies(case: Case) -> bool:
    """Whether there are reasons."""
    return "reasons" in case.spec.fields


def told(case: Case) -> Iterator[Diagnostic]:
    """Compare the words of each reason with the sign of each change it belongs to; a reason is found once."""
    seen: set[str] = set()
    for change in (*_changes(case), *_variances(case)):
        text = case.spec.fields.get("reasons", {}).get(change.reason)
        if not isinstance(text, str) or change.reason in seen:
            continue
        contrary, fitting = (_directions(text, words) for words in ((_DOWN, _UP) if change.rises else (_UP, _DOWN)))
        if contrary and not fitting and not _TURN.search(text):
            seen.add(change.reason)
            direction_zh, direction_en = ("增加", "rises") if change.rises else ("减少", "falls")
            yield RULE.at(
                case.spec.place("reasons", change.reason),
                related=change.related,
                title=change.title,
                than_zh=change.than.zh,
                than_en=change.than.en,
                direction_zh=direction_zh,
                direction_en=direction_en,
                amount=change.amount,
                words="、".join(dict.fromkeys(contrary)),
            )


class _Change(Struct, frozen=True):
    """A change of a figure, and the reason that belongs to it."""

    reason: str
    title: str
    than: Words
    rises: bool
    amount: str
    """By how much, without a sign."""

    related: list[Span]


def _changes(case: Case) -> Iterator[_Change]:
    """Return the changes against last year of which the document says why."""
    if (document := case.document) is None:
        return
    for change in document.changes:
        if change.amount is not None:
            amount = change.amount.text().removeprefix("-") + change.amount.unit.name
            related = [document.lines[n].span for n in sorted(lines_of(change.this) if change.this else ())]
            rises = change.situation in ("rise", "new")
            yield _Change(change.reason, change.title, _LAST_YEAR, rises, amount, related)


def _variances(case: Case) -> Iterator[_Change]:
    """Return how measures of final accounts differ from the budget, as far as there are reasons for it."""
    reasons = [(key, *key.split(".")) for key in case.spec.fields.get("reasons", {}) if "." in key]
    past = past_of(case) if reasons else {}
    for key, name, stage in reasons:
        declared = _declared(case, name)
        if declared is None or stage not in past:
            continue
        accounts = Account(case.spec.ledger, 0), Account(past[stage], 0, is_past=True)
        this, other = (declared.figure(account, case.form.text) for account in accounts)
        if Missing.UNKNOWN in (this, other) or Missing.UNSTATED in (this, other):
            continue
        apart = subtract(*(figure.value if isinstance(figure, Figure) else ZERO for figure in (this, other)))
        if apart:
            amount = case.spec.written(abs(apart))
            yield _Change(key, _title(case, name), _BUDGETS[stage], apart > 0, amount, [])


def _declared(case: Case, name: str) -> Quantity | None:
    """Return what a reason is about: a measure, or what was spent of appropriations on an item."""
    if name in case.form.measures:
        return quantity(name, case.form.measures)
    if not case.classification.tables["function"].is_item(name):
        return None
    item = (*SPENDING, within("function", name))
    general = (*item, within("source", "general_budget"))
    # Of an item with money from several budgets the general one is told first.
    ledgers = (case.spec.ledger, *past_of(case).values())
    return Selected(
        general if any(map(partial(_has, general), ledgers)) else (*item, within("source", "appropriation"))
    )


def _has(selection: Selection, ledger: Ledger) -> bool:
    return bool(ledger.select(selection))


def _title(case: Case, name: str) -> str:
    measure = case.form.measures.get(name)
    return measure.title if measure else case.classification.tables["function"].name(name)


def _directions(text: str, words: re.Pattern[str]) -> list[str]:
    """Return the words of one direction that are neither denied nor said of what moves the other way."""
    found = ((match[0], text[: match.start()]) for match in words.finditer(text))
    return [word for word, before in found if not (_DENIED.search(before) or _ELSEWHERE.search(before))]
