"""A half-width mark of punctuation stands between Chinese characters.

GB/T 15834 has the full-width marks ，；：？！（） for Chinese text. Marks beside letters, digits and signs are not
looked at: 3,000, A:B.

按 GB/T 15834，汉字之间用全角标点 ，；：？！（）。字母、数字和符号旁边的标点不查：3,000、A:B。

FAIL:

    other_matters: ▸我单位,无其他事项(说明)如下。

PASS:

    other_matters: 我单位，无其他事项（说明）如下；1,000元，A:B(C)。

Mend: write the full-width mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted

RULE = Rule(
    "half-width-punctuation",
    Level.NOTICE,
    Words("汉字之间用了半角标点", "A half-width mark between Chinese characters"),
    Words("“{words}”中的标点是半角", "the mark in “{words}” is half-width"),
    Words("改为全角：{mend}", "Write the full-width mark: {mend}"),
)

_HAN = "[\u4e00-\u9fff”》）]"
_HALF = re.compile(f"{_HAN}[,;:?!()] ?(?=[\u4e00-\u9fff“《（])")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for half-width marks in every text."""
    for path, _, matches in case.spec.texts.find(_HALF):
        words = quoted(matches)
        yield RULE.at(case.spec.place(*path), words=words, mend=words.translate(_FULL).replace("”、“", " "))
