"""A placeholder was left in a text: XX, ××, ____, 某某, 待填写, （单位名称）, an amount without a number.

Files begin as copies of a pattern, and what is to be filled in stays. Masked names and numbers (张××, 1880908****)
are not placeholders, nor are letters within a word or an address of the web. What stands in braces, {单位}, is a
reference to a measure; `unknown-reference` looks after these.

文件从样本开始填写，要填的地方没有填就留了下来。打了星号的人名和号码（张××、1880908****）不算，单词里的字母和网址
也不算。花括号里的 {单位} 是对指标的引用，由 unknown-reference 检查。

FAIL:

    overview: {functions: [▸负责XX工作。, ▸待补充, 办文], subordinate_units: []}
    other_matters: ▸安排购置车辆经费　万元

PASS:

    overview: {functions: [负责A级景区工作。, 补充装备，详见http://www.xxgk.gov.cn, 办文], subordinate_units: []}
    other_matters: 安排购置车辆经费20万元

Mend: write what belongs there, or take the sentence out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted, starting

RULE = Rule(
    "placeholder",
    Level.ERROR,
    Words("占位符没有填写", "A placeholder was not filled in"),
    Words("“{words}”是没有填写的占位符", "“{words}” is a placeholder that was not filled in"),
    Words("填上实际内容，没有则删去这句话", "Write what belongs there, or take the sentence out"),
)

_PLACEHOLDER = starting(
    "XxＸｘ×2_＿*某….。 \u3000待此在请（(【\\[tT",
    "|".join(
        (
            "(?<![A-Za-z0-9_./:@Ｘｘ×-])[XxＸｘ×]{2,}(?![A-Za-z0-9_./@-])",
            "(?<![0-9])20[XxＸｘ×]{2}(?=年)",
            "_{3,}|＿{2,}|(?<=[是为、，：])\\*{2,}(?=[、，。；])",
            "某某+",
            "(?:…+|\\.{3,}|。{3,})[ 　]*(?:万元|亿元|元)",
            "(?<=[\u4e00-\u9fff])(?<![位以按])[ 　]+(?:万元|亿元)",
            "(?<![亟急有])待(?:填写|填报|填列|补充)",
            "(?:此处|在此|请)(?:填写|填入|输入|补充)",
            "[（(【\\[](?:部门|单位|项目|部门（单位）|单位（部门）)名称[）)】\\]]",
            "\\b(?i:todo|tbd)\\b",
        )
    ),
)
# A person whose given name is masked: 张××. Nobody is called 某.
_MASKED = re.compile("(?!某)[\u4e00-\u9fff]{1,2}[XxＸｘ×]{1,3}")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for placeholders in every text."""
    for path, text, matches in case.spec.texts.find(_PLACEHOLDER):
        if not (path[-1] in ("contact", "leader") and _MASKED.fullmatch(text)):
            yield RULE.at(case.spec.place(*path), words=quoted(matches))
