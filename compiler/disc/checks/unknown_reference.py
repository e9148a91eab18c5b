"""A reference in the author's text to a measure that does not exist, or that has no figure in this spec.

``{total}`` in an author's text stands for the figure of the measure `total`, so that no derived number is ever typed.
The names are those of the form's measures. In a department that is the sum of its units, ``{total@office}`` is the part
of the unit with the id `office`.

作者的文字中，{total} 代表指标 total 的数，所以算得出的数都不用手写。名字是表样中指标的名字。由所属单位汇总的部
门，{total@office} 是 id 为 office 的单位的那一部分。

FAIL:

    other_matters: ▸本年预算{totals}。

PASS:

    other_matters: 本年预算{total}。

Mend: write the name of a measure that the form declares and that this spec has money for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.compile.book import Account
from disc.compile.quantity import quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure
from disc.core.selection import Constraint
from disc.load.nearest import alike
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-reference",
    Level.ERROR,
    Words("引用的指标不存在或没有数", "A reference names no measure, or one without a figure"),
    Words("引用 {name}：{why_zh}", "the reference {name}: {why_en}"),
    Words("删去这处引用，或{mend_zh}", "Take the reference out, or {mend_en}"),
)
FIRM = True
RESTS_ON = ("unknown-code", "no-money")

_REFERENCE = re.compile(r"\{([^{}\n\0]*)\}")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up every reference in every text of the spec."""
    for path, _, matches in case.spec.texts.find(_REFERENCE):
        for match in matches:
            if not _has_figure(case, match[1]):
                (why_zh, mend_zh), (why_en, mend_en) = _words(case, match[1])
                yield RULE.at(
                    case.spec.place(*path),
                    name=match[0],
                    why_zh=why_zh,
                    why_en=why_en,
                    mend_zh=mend_zh,
                    mend_en=mend_en,
                )


def _words(case: Case, reference: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return what is wrong with a reference and what to do, in Chinese and in English."""
    if reference.partition("@")[0] in case.form.measures:
        return ("本文件没有它的数", "补上它的数"), ("this spec has no figure for it", "state the figure")
    meant = _meant(case, reference)
    return (
        ("表样没有这个指标", f"改用最接近的 {meant}" if meant else "改用表样的指标"),
        ("the form has no such measure", f"write the nearest, {meant}" if meant else "write a measure of the form"),
    )


def _meant(case: Case, name: str) -> str:
    """Return the reference that was probably meant, by name or by the measure's title; empty if none is like it."""
    names = {measure.title: measure.id for measure in case.form.measures.values()} | {m: m for m in case.form.measures}
    found = alike(name, names)
    return f"{{{names[found]}}}" if found else ""


def _has_figure(case: Case, reference: str) -> bool:
    name, _, unit = reference.partition("@")
    if name not in case.form.measures:
        return False
    declared = quantity(name, case.form.measures)
    part = declared.narrowed((Constraint("unit", frozenset({unit})),)) if unit else declared
    return isinstance(part.figure(Account(case.spec.ledger, 0), case.form.text), Figure)
