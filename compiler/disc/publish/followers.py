"""Which disclosures take figures from others: that of the year after, and that of a department, from its units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from msgspec.structs import replace

from disc.core.diagnostic import Level, Rule, Words
from disc.publish.entry import Entry

BUILT_TOO = Rule(
    "built-too",
    Level.NOTICE,
    Words("取用所指定文件数字的页面一并生成", "A page that takes figures from the file named is built too"),
    Words("它取用 {other} 的数字，一并生成", "it takes figures from {other}, so it is built too"),
    Words("不用改；次年、部门的页面由此与之一致", "Nothing to do: so the year after and the department agree with it"),
)


def followers(entries: Iterable[Entry], addresses: Collection[str], has_spec: Callable[[str], bool]) -> dict[str, str]:
    """Return the disclosures that take figures from some others, each with one of these, by their addresses.

    A disclosure takes figures from its units, and from last year's and the units of that; where last year's has a spec
    and is not in the site, as a draft is not, its units are taken to be those of this year.

    Args:
        entries: the disclosures of a site; those that have no spec any more are not asked for.
        addresses: those of the others, be they in the site or not yet.
        has_spec: whether there is a spec for an address.
    """
    known = {entry.identity: entry for entry in entries}
    found = {}
    for identity, entry in known.items():
        last = known.get(replace(identity, year=entry.year - 1))
        taken = (*entry.units, *((last.address, *last.units) if last else ()))
        other = next((address for address in taken if address in addresses), None)
        if other is None and last is None:
            other = _guessed(entry, addresses, has_spec)
        if other and entry.address not in addresses and has_spec(entry.address):
            found[entry.address] = other
    return found


def _guessed(entry: Entry, addresses: Collection[str], has_spec: Callable[[str], bool]) -> str | None:
    """Return an address that last year's or a unit of it has, where of last year's only the spec is known."""
    before = f"{entry.year - 1}-{entry.kind}"
    folders = (address.rpartition("/")[0] for address in (entry.address, *entry.units))
    other = next((f"{folder}/{before}" for folder in folders if f"{folder}/{before}" in addresses), None)
    return other if other and has_spec(f"{entry.folder}/{before}") else None
