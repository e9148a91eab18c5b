"""The list of a department's units below its text: what every emitter says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disc.core.document import UnitShare

TITLE = "所属单位"
COLUMNS = ("单位", "预算数", "占部门的比重")


def notes(units: Iterable[UnitShare]) -> Iterator[str]:
    """Yield what must be said of the money that units have from each other."""
    for unit in units:
        if unit.internal:
            sources = "、".join(unit.internal)
            yield f"注：{unit.name}的{sources}由本部门其他单位支付，已计入支付的单位，这里不重复计算。"


def address(of: str, other: str, page: str) -> str:
    """Return the way from the page at one address to a file of the page at another."""
    return f"{'../' * (of.count('/') + 1)}{other}/{page}"
