"""Which disclosures take figures from others: that of the year after, and that of a department, from its units."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from disc.core.diagnostic import Level, Rule, Words
from disc.publish.entry import Entry

BUILT_TOO = Rule(
    "built-too",
    Level.NOTICE,
    Words("取用所指定文件数字的页面一并生成", "A page that takes figures from the file named is built too"),
    Words("它取用 {other} 的数字，一并生成", "it takes figures from {other}, so it is built too"),
    Words("不用改；次年、部门的页面由此与之一致", "Nothing to do: so the year after and the department agree with it"),
)


def followers(entries: Iterable[Entry], addresses: Collection[str]) -> dict[str, str]:
    """Return the disclosures that take figures from some others, each with one of these, by their addresses.

    A disclosure takes figures from its units, and from last year's and the units of that.

    Args:
        entries: the disclosures of a site.
        addresses: those of the others, be they in the site or not yet.
    """
    known = {entry.identity: entry for entry in entries}
    found = {}
    for identity, entry in known.items():
        before = f"{entry.folder}/{entry.year - 1}-{entry.kind}"
        last = known.get(replace(identity, year=entry.year - 1))
        taken = (*entry.units, *((last.address, *last.units) if last else (before,)))
        other = next((address for address in taken if address in addresses), None)
        if other and entry.address not in addresses:
            found[entry.address] = other
    return found
