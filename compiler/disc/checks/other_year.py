"""The text names another year than that of the document and the year before.

Texts are copied from last year's document, and its years come with them: 2022 in a budget of 2024. Every author's text
is read, except names, bases and summaries of projects (they tell history), and what is about carry-over. A year passes
where it is right to name another one: in the title of a document or between other marks of quotation, in the date of a
day, after 截至, 自, 从, 到, 至, 于, before 起, 以来, 成立, 印发 and the like, in a range of years that holds this year
or the last, such as 2021—2025年, and where something is to be completed in a year to come. Final accounts are written
in the year after theirs, and may say what is planned for it: 2025年将…, 下一步，2025年….

文字常从上年的文件抄来，年份也跟着来了：2024 年的预算里写着 2022 年。作者写的文字都查，但项目的名称、依据和概况（讲
的是历史）以及有关结转的除外。该写别的年份的地方不算：书名号和引号里、具体某一天的日期、“截至、自、从、到、至、于”
之后、“起、以来、成立、印发”等之前、包含本年或上年的年份区间（2021—2025年），以及写明在今后某年完成的。决算写于下
一年，写下一年打算的（“2025年将……”“下一步，2025年……”）也不算。

FAIL:

    other_matters: ▸2022年预算已经批复。

FAIL:

    --- specs/…/2024-accounts.yaml
    evaluation: ▸2025年自评得分95分。

PASS:

    other_matters: 截至2022年底，按照《2021年工作要点》，自2019年起实行；2023年完成，2021—2025年继续。

    --- specs/…/2024-accounts.yaml
    evaluation: 2024年自评得分95分，高于2023年。2025年将细化绩效目标。

Mend: correct the year; if it is right, accept the finding with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.checks.engine.kind import called, is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.tree import Path

RULE = Rule(
    "other-year",
    Level.WARNING,
    Words("文字里写着别的年份", "The text names another year"),
    Words(
        "文字里写着 {found} 年，这是 {year} 年的{kind_zh}，上年是 {last} 年",
        "the text says {found}, but this is the {kind_en} of {year}, and last year was {last}",
    ),
    Words(
        "改正沿用下来的年份；确实是 {found} 年的，在 accepted 中写明原因",
        "Correct the year that was copied; if {found} is right, accept this finding with the reason",
    ),
)

RESTS_ON = ("address-disagrees",)

# Fields that hold no prose, or prose that rightly tells of other years.
_LEFT_OUT = frozenset(
    {"kind", "form", "unit", "entity", "publication", "units", "reported", "last_year", "period", "assets", "accepted"}
    | {"source", "basis", "summary", "offices", "subordinate_units", "corrections"}
)
_QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|【[^】]*】|〈[^〉]*〉|“[^”]*”|［[^］]*］|\[[^\]]*\]")
_RANGE = re.compile(r"([0-9]{4})[ 年度0-9月日底末初]*(?:至|到|[—－–～~-]+) ?([0-9]{4}) ?年")
_DAY = re.compile(r"[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日")
_NAMED = re.compile("[0-9]{4} ?年")
_FOUR = re.compile("(?=([0-9]{4}))")
_YEAR = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2}) ?年")
# 关于2022年 is no date, 于2022年 is one.
_BEFORE = re.compile(r"(?:截至|截止|自|从|到|至|(?<![关由对用])于) ?\Z")
_AFTER = re.compile(
    r"[ 度0-9月底末初以之]*(?:起|来|前|后|开始|结转|远景|立项|开工|签订|成立|设立|组建|建成|机构改革"
    "|印发|发布|颁布|出台|修订|修正|施行)"
)
# What is to be done in a year to come.
_COMING = re.compile("[ 度0-9月底末日]*(?:完成|竣工|完工|验收|交付)")
# What is planned, in final accounts that were written in the year after.
_NEXT = re.compile(r"(?:下一步|下步|今后|打算|计划|拟|将|争取|力争)[^。；\n]{0,10}\Z")
_PLANNED = re.compile("[ 度0-9月底末日]*[^。；\n0-9]{0,12}?(?:将|拟|计划|打算|继续|进一步|力争|争取|预计)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Read every text for years, each year of a text once."""
    this, kind = case.spec.year, called(case)
    following = this + is_accounts(case)
    for path, text, _ in case.spec.texts.find(_NAMED):
        if _names_other(text, this) and path[0] in case.spec.own_fields and _is_read(case, path):
            for year in dict.fromkeys(_years(text, this, following)):
                if year not in (this, this - 1):
                    place = case.spec.place(*path)
                    yield RULE.at(place, found=year, year=this, last=this - 1, kind_zh=kind.zh, kind_en=kind.en)


def _names_other(text: str, this: int) -> bool:
    """Return whether a text has digits at all that may be those of another year."""
    return not {str(this), str(this - 1)}.issuperset(_FOUR.findall(text))


def _is_read(case: Case, path: Path) -> bool:
    """Return whether a text is prose about this year: no name, nothing about money that was carried over."""
    if not _LEFT_OUT.isdisjoint(path) or (path[-1] == "name" and "indicators" not in path):
        return False
    if path[0] == "projects":
        source = case.spec.fields["projects"][path[1]]["source"]
        return "carryover" not in case.spec.ledger.ancestry("source", source)
    return path[0] != "project_explanations" or path[2] != "projects"


def _years(text: str, this: int, following: int) -> Iterator[int]:
    """Return the years that a text names as its own, in order.

    Args:
        text: what an author wrote.
        this: the year of the document.
        following: the year in which it was written, where that is the year after; plans are made for it.
    """

    def ends(match: re.Match[str]) -> str:
        holds = int(match[1]) <= this and this - 1 <= int(match[2])
        return "，" if holds else f"，{match[1]}年，{match[2]}年"

    text = _DAY.sub("，", _RANGE.sub(ends, _QUOTED.sub("，", text)))
    for match in _YEAR.finditer(text):
        year, end = int(match[1]), match.end()
        told = _BEFORE.search(text, 0, match.start()) or _AFTER.match(text, end)
        planned = this < year <= following and (_PLANNED.match(text, end) or _NEXT.search(text, 0, match.start()))
        if not told and not planned and not (year > this and _COMING.match(text, end)):
            yield year
