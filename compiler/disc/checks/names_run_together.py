"""Several names stand in one entry of a list.

Between square brackets only the half-width comma `, ` parts entries. `[办公室，财务科]` is a list of one office with a
long name: the page shows one, and counts one. Looked at are offices and units; what stands in brackets or quotation
marks is part of a name, and so is 、 between words that do not each end as a name does (规划、建设管理科).

方括号里只有半角逗号能把各项隔开。[办公室，财务科] 是一个名称很长的科室：页面上是一个，个数也算一个。
只查科室和单位的名称；括号、引号里的不查；顿号两边不都像名称结尾的也不查，如：规划、建设管理科。

FAIL:

    overview: {functions: [办文], offices: [▸办公室，财务科], subordinate_units: []}

    overview: {functions: [办文], offices: [综合科（办公室、财务科）, ▸人事科、信访室], subordinate_units: []}

PASS:

    overview: {functions: [办文，办会], offices: [规划、建设管理科, 综合科（办公室、财务科）], subordinate_units: []}

Mend: write each name as an entry of its own, parted by `, `. If it is one name, accept the finding with that as the
reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.tree import Path

RULE = Rule(
    "names-run-together",
    Level.WARNING,
    Words("几个名称写成了一项", "Several names stand in one entry"),
    Words("“{name}”像是 {count} 个名称写成了一项", "“{name}” looks like {count} names in one entry"),
    Words(
        "每个名称各写一项，用半角逗号和空格隔开：{mend}；确是一个名称的，在 accepted 中写明",
        "Write an entry for each, parted by a comma and a space: {mend}; if it is one name, say so under `accepted`",
    ),
)

_WITHIN = re.compile(r"[（(〔\[【][^（(〔\[【）)〕\]】]*[）)〕\]】]|“[^“”]*”|「[^「」]*」|《[^《》]*》")
_MARKS = re.compile("[，；]")
_ANY_MARK = re.compile("[，；、]")
_BLANK = "\0"
"""In place of a character in brackets; no text has it."""

# What follows a mark and says more of the name before it: 办公室，加挂信访局牌子.
_SAYS_MORE = re.compile("挂|牌子|合署")
# How names of offices end, of two characters at least: with a mark between words alone 顿号 tells nothing.
_ENDS = re.compile(r".+(?:[科室股处队站所局组部馆]|中心)\Z")


def applies(case: Case) -> bool:
    """Return whether there is a list of names."""
    return any(True for _ in _names(case))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at every name of a list."""
    for path, name in _names(case):
        if parts := _parts(name):
            yield RULE.at(case.spec.place(*path), name=name, count=len(parts), mend=", ".join(parts))


def _names(case: Case) -> Iterator[tuple[Path, str]]:
    fields = case.spec.own_fields
    overview = fields.get("overview", {})
    for number, name in enumerate(overview.get("offices", ())):
        yield ("overview", "offices", number), name
    for number, unit in enumerate(overview.get("subordinate_units", ())):
        yield ("overview", "subordinate_units", number, "name"), unit["name"]
    for number, unit in enumerate(fields.get("units", ())):
        yield ("units", number, "name"), unit["name"]


def _parts(name: str) -> list[str]:
    """Return the names that an entry is probably made of; none if it is one."""
    bare = _without_brackets(name)
    cuts = [found.start() for found in _ANY_MARK.finditer(bare)]
    parts = [name[start + 1 : end].strip() for start, end in zip([-1, *cuts], [*cuts, len(name)], strict=True)]
    if len(parts) < 2 or not all(parts) or _SAYS_MORE.search(bare):
        return []
    return parts if _MARKS.search(bare) or all(map(_ENDS.match, bare.replace(_BLANK, "").split("、"))) else []


def _without_brackets(name: str) -> str:
    """Return a name in which what stands in brackets is blank, also where brackets stand in brackets.

    It keeps its length, so that the marks are found in the name as written.
    """
    while (bare := _WITHIN.sub(lambda found: _BLANK * len(found[0]), name)) != name:
        name = bare
    return bare
