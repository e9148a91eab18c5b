"""A purpose or a reason begins with words that the form writes before it.

The form writes 主要用于 before a purpose and 主要原因是 before a reason. With them in the text too, the page reads
主要原因是：主要原因是人员增加.

表样在用途前写“主要用于”，在原因前写“主要原因是”。文字里再写一遍，网页上就成了“主要原因是：主要原因是人员增
加”。

FAIL:

    reasons: {2010301: ▸主要原因是人员增加, project: 新增修路项目}

PASS:

    reasons: {2010301: 人员增加, project: 新增修路项目}

Mend: take these words out of the spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "repeated-lead-in",
    Level.WARNING,
    Words("引导语会重复", "The words before a text would stand twice"),
    Words("“{words}”由表样写出，页面上会重复", "“{words}” is written by the form, and would stand there twice"),
    Words("删去“{words}”", "Take “{words}” out"),
)

_LEADS = (
    ("purposes", re.compile("(?:主要)?(?:用于|用来)")),
    ("reasons", re.compile("(?:增减|变动|增加|减少|差异)?(?:主要)?原因(?:是|为|：|:)|主要(?:是|因)(?:因为|因|由于)?")),
)


def applies(case: Case) -> bool:
    """Whether there are purposes or reasons."""
    return bool({"purposes", "reasons"} & case.spec.fields.keys())


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at how each purpose and each reason begins."""
    for field, lead in _LEADS:
        for key, text in case.spec.fields.get(field, {}).items():
            if isinstance(text, str) and (match := lead.match(text)):
                yield RULE.at(case.spec.place(field, key), words=match[0])
