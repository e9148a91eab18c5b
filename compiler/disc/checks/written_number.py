"""An entry of a list begins with its number.

The page numbers functions by itself, as the layout of the region wants it, and counts offices. One that was copied
with its number has two on the page: 1. 1.负责档案接收. Years, amounts and numbers within the text are not looked at.

主要职能的序号由页面按本地区的格式编，内设机构的个数由编译器统计。从 Word 文件中连同序号一起抄来的，页面上就有两个序号，
如“1. 1.负责档案接收”。年份、数量和文字中间的序号不查。

FAIL:

    overview: {functions: [▸1.承办公文。, ▸（二）负责档案工作。, ▸三、完成交办事项。], subordinate_units: []}

PASS:

    overview: {functions: [承办公文。, 一二三产业融合发展。, 12.5万亩林地管护。], subordinate_units: []}

Mend: take the number away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.text import clip

RULE = Rule(
    "written-number",
    Level.WARNING,
    Words("列表各项写了序号", "An entry of a list has its number written"),
    Words("“{words}”前面写了序号“{number}”", "“{number}” is written before “{words}”"),
    Words("删去序号，页面会自己编", "Take the number away; the page numbers entries by itself"),
)

_DIGITS = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
# Behind a mark a number goes on: 1、2号泵站, 12．5万亩.
_NUMBER = re.compile(
    rf"(?P<number>[（(]{_DIGITS}[）)]|{_DIGITS}(?:[）)]|[、．](?![0-9]{{1,2}}(?![0-9]))|[.](?![0-9]))|[①-⑳])"
    "(?![一二三四五六七八九十])"
)


def applies(case: Case) -> bool:
    """Return whether there is such a list."""
    overview = case.spec.own_fields.get("overview", {})
    return bool(overview.get("functions") or overview.get("offices"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at the beginning of every entry; several numbered lines in one are a list within it."""
    overview = case.spec.own_fields.get("overview", {})
    for name in ("functions", "offices"):
        for index, text in enumerate(overview.get(name, ())):
            found = _NUMBER.match(text)
            if found and not any(map(_NUMBER.match, text.splitlines()[1:])):
                span = case.spec.place("overview", name, index)
                yield RULE.at(span, words=clip(text[found.end() :].strip()), number=found["number"])
