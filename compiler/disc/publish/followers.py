"""Which disclosures take figures from others: the year after, accounts from the budget, a department from its units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from disc.core.diagnostic import Level, Rule, Words
from disc.core.kinds import BUDGET
from disc.load.spec_paths import Identity
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

    A disclosure takes figures from its units, and from those that it is compared with and their units; where one of
    these has a spec and is not in the site, as a draft is not, its units are taken to be those of this one.

    Args:
        entries: the disclosures of a site; those that have no spec any more are not asked for.
        addresses: those of the others, be they in the site or not yet.
        has_spec: whether there is a spec for an address.
    """
    known = {entry.identity: entry for entry in entries}
    found = {}
    for identity, entry in known.items():
        taken = list(entry.units)
        for compared in _compared(identity):
            if (there := known.get(compared)) is not None:
                taken += (there.address, *there.units)
            else:
                taken += _guessed(entry, f"{compared.year}-{compared.kind}", addresses, has_spec)
        other = next((address for address in taken if address in addresses), None)
        if other and entry.address not in addresses and has_spec(entry.address):
            found[entry.address] = other
    return found


def _compared(identity: Identity) -> Iterator[Identity]:
    """Yield what a disclosure is compared with: last year's, and this year's budget where it is none itself."""
    yield replace(identity, year=identity.year - 1)
    if identity.kind != BUDGET:
        yield replace(identity, kind=BUDGET)


def _guessed(entry: Entry, name: str, addresses: Collection[str], has_spec: Callable[[str], bool]) -> Iterator[str]:
    """Yield those of some addresses that another one or a unit of it has, where of that one only the spec is known."""
    folders = (address.rpartition("/")[0] for address in (entry.address, *entry.units))
    there = [address for folder in folders if (address := f"{folder}/{name}") in addresses]
    if there and has_spec(f"{entry.folder}/{name}"):
        yield from there
