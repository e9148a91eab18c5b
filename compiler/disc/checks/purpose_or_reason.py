"""A purpose stands where a reason belongs, or a reason where a purpose belongs.

A purpose says what money is for (主要用于…), a reason says why it changed (主要原因是…). Told in the other's place,
each makes a sentence that answers the wrong question: 主要原因是用于购置设备.

用途说钱主要用于什么，原因说为什么增减。写反了，句子就答非所问：“主要原因是用于购置设备”。

FAIL:

    purposes: {201: ▸因人员增加而增加的工资}
    reasons: {2010301: ▸主要用于人员工资, project: 新增修路项目}

PASS:

    purposes: {201: 因公出国（境）和人员工资}
    reasons: {2010301: 人员增加，用于保障工资, project: 新增修路项目}

Mend: move the text to `purposes` or to `reasons`, without 主要用于 or 主要原因是, or write it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "purpose-or-reason",
    Level.WARNING,
    Words("用途与原因写反", "A purpose and a reason are mixed up"),
    Words(
        "这里应当写{wanted_zh}，“{words}”是{found_zh}的写法",
        "this is the place of a {wanted_en}, but “{words}” begins a {found_en}",
    ),
    Words(
        "purposes 写钱用来做什么，reasons 写为什么增减",
        "purposes say what money is for, reasons say why it changed",
    ),
)

_PURPOSE, _REASON = ("用途", "purpose"), ("原因", "reason")
# The name of a field, what belongs there, and how the other of the two begins.
_FIELDS = (
    (
        "purposes",
        _PURPOSE,
        _REASON,
        re.compile("主要原因|原因是|主要是因|由于|因为|因(?![公战病灾伤残地素特]|工[伤负亡致])"),
    ),
    ("reasons", _REASON, _PURPOSE, re.compile("主要用于|(?:主要)?用来|用于|用途")),
)


def applies(case: Case) -> bool:
    """Whether there are purposes or reasons."""
    return bool({"purposes", "reasons"} & case.spec.fields.keys())


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at how each purpose and each reason begins."""
    for field, wanted, found, beginning in _FIELDS:
        for key, text in case.spec.fields.get(field, {}).items():
            if isinstance(text, str) and (match := beginning.match(text)):
                yield RULE.at(
                    case.spec.place(field, key),
                    wanted_zh=wanted[0],
                    wanted_en=wanted[1],
                    found_zh=found[0],
                    found_en=found[1],
                    words=match[0],
                )
