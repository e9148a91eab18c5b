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

import difflib
import re
from collections.abc import Iterator

from disc.compile.book import Account
from disc.compile.quantity import quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure
from disc.core.selection import Constraint
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-reference",
    Level.ERROR,
    Words("引用的指标不存在或没有数", "A reference names no measure, or one without a figure"),
    Words(
        "表样没有名为 {name} 的指标，或者本文件没有它的数",
        "the form has no measure {name}, or this spec has no figure for it",
    ),
    Words("{advice_zh}", "{advice_en}"),
)
FIRM = True
RESTS_ON = ("unknown-code", "no-money")

_REFERENCE = re.compile(r"\{([^{}\n\0]*)\}")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up every reference in every text of the spec."""
    for path, _, matches in case.spec.texts.find(_REFERENCE):
        for match in matches:
            if not _has_figure(case, match[1]):
                zh, en = _advice(case, match[1])
                yield RULE.at(case.spec.place(*path), name=match[0], advice_zh=zh, advice_en=en)


def _advice(case: Case, name: str) -> tuple[str, str]:
    """Return what to do about a reference, in Chinese and in English."""
    if name.partition("@")[0] in case.form.measures:
        return (
            "有这个指标，本文件没有它的数：补上金额，或删去引用",
            "The measure has no figure here: state it, or take it out",
        )
    nearest = _nearest(case, name)
    return f"最接近的是 {nearest}", f"The nearest is {nearest}"


def _nearest(case: Case, name: str) -> str:
    """Return the reference that was probably meant: by name, or by the measure's title."""
    names = {measure.title: measure.id for measure in case.form.measures.values()} | {m: m for m in case.form.measures}
    found = difflib.get_close_matches(name, names, 1, 0)
    return f"{{{names[found[0]]}}}" if found else ""


def _has_figure(case: Case, reference: str) -> bool:
    name, _, unit = reference.partition("@")
    if name not in case.form.measures:
        return False
    declared = quantity(name, case.form.measures)
    part = declared.narrowed((Constraint("unit", frozenset({unit})),)) if unit else declared
    return isinstance(part.figure(Account(case.spec.ledger, 0), case.form.text), Figure)
