"""A reason that would fit any change: 按实际需要安排, 正常增减变动.

The rules want to know why a figure changed. A phrase like these, as the whole of a reason, says no more than that it
did. So does one that only repeats the change: 支出增加. In final accounts 年中追加预算 and 据实列支 are such phrases,
too.

按规定要说明增减变化的原因。整条原因只是“按实际需要安排”“正常增减变动”，等于没有说；只重复增减本身（“支出增
加”）也是一样。决算中的“年中追加预算”“据实列支”也是空话：要写明为什么追加、用在哪里。

FAIL:

    reasons: {2010301: ▸根据实际工作需要, project: ▸正常增减变动}

FAIL:

    --- specs/…/2024-accounts.yaml
    reasons: {general.budget: ▸年中追加预算}

PASS:

    reasons: {2010301: 根据工作需要新招录3名公务员, project: 新增修路项目}

Mend: say what changed: people, prices, tasks, rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "empty-reason",
    Level.NOTICE,
    Words("原因是空话", "A reason says nothing"),
    Words("“{reason}”没有说明为什么增减", "“{reason}” does not say why it changed"),
    Words("写明具体的人员、项目、标准或政策变化", "Name what changed: people, projects, standards, policies"),
)

_WHY = "(?:主要)?(?:按照?|根据|依据|因|由于|结合)?"
_NEEDS = (
    "(?:单位|部门|年度|当年|本年)?(?:实际)?(?:工作|业务|履职|情况)?(?:开展|发展)?(?:的)?(?:实际)?(?:需要|需求|情况)"
)
_ARRANGED = "(?:进行|予以)?(?:据实|按需|统筹|合理|安排|调整|编制|增减|增加|减少){0,2}(?:预算|支出|经费|资金)?"
_CHANGE = "(?:预算|支出|经费|资金|金额)?(?:正常|合理|有所|相应)?(?:增减|增加|减少|上升|下降|增长|调整|变动|变化){1,2}"
_EMPTY = re.compile(
    f"{_WHY}(?:{_NEEDS}{_ARRANGED}|(?:据实|按需){_ARRANGED}|{_CHANGE}|其他|其它|同上|略|无)(?:所致|导致)?"
)
_EMPTY_IN_ACCOUNTS = re.compile(
    f"{_WHY}(?:(?:年度?中|执行中)?(?:追加|调整|调增|调减)了?(?:年初)?(?:预算|指标|支出|经费|资金)?|(?:据实|按实际(?:情况)?)(?:列支|支出|执行|结算)"
    "|(?:存在)?预决算(?:存在)?差异|决算数?(?:大于|小于|高于|低于)(?:年初|全年)?预算数?)(?:所致|导致)?"
)
_MARKS = " 　，。；、：,.;:"


def applies(case: Case) -> bool:
    """Whether there are reasons."""
    return "reasons" in case.spec.fields


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at the whole of each reason."""
    phrases = (_EMPTY, _EMPTY_IN_ACCOUNTS) if is_accounts(case) else (_EMPTY,)
    for key, reason in case.spec.fields.get("reasons", {}).items():
        if isinstance(reason, str) and any(phrase.fullmatch(reason.strip(_MARKS)) for phrase in phrases):
            yield RULE.at(case.spec.place("reasons", key), reason=reason.strip(_MARKS))
