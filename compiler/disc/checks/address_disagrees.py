"""The file does not lie where its contents say.

A spec lies at ``specs/…/<entity id>/<year>-<kind>.yaml``; that path is the address of its page, which must never change
and must never promise another year or office than the page shows.

填报文件放在 specs/…/<单位 id>/<年度>-<种类>.yaml。这个路径就是网页的地址：地址不能变，也不能写着一个年度、一个单
位，打开却是另一个。

FAIL:

    entity: {id: ▸bureau, name: 某县某办公室, region: 653023, level: unit, type: administrative}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}

Mend: rename the file or its folder, or correct `entity.id` or `year`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "address-disagrees",
    Level.ERROR,
    Words("文件路径与内容不符", "The file's path and its contents disagree"),
    Words("文件是 {found}，按内容应为 {wanted}", "the file is {found}, but its contents say {wanted}"),
    Words("改文件名或文件夹名，或改正 entity.id、year", "Rename the file or folder, or correct entity.id or year"),
)
FIRM = True


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the last two steps of the address with the entity, the year and the kind."""
    spec = case.spec
    found = spec.address.split("/")[-2:]
    folder, name = spec.entity["id"], f"{spec.year}-{spec.kind}"
    if found != [folder, name]:
        path = ("entity", "id") if found[-1] == name else ("year",)
        yield RULE.at(spec.place(*path), found="/".join(found), wanted=f"{folder}/{name}")
