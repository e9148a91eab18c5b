"""The list of a department's units below its text: what every emitter says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disc.core.document import UnitShare
from disc.core.kinds import ACCOUNTS

TITLE = "所属单位"
_PAID = "由本部门其他单位支付，已计入支付的单位，这里不重复计算"
_BETWEEN = "是本部门各单位之间的往来，汇总时没有计入"


def columns(kind: str) -> tuple[str, str, str]:
    """Return the headings of the list in a document of a kind."""
    return "单位", "本年支出" if kind == ACCOUNTS else "预算数", "占部门的比重"


def notes(kind: str, units: Iterable[UnitShare]) -> Iterator[str]:
    """Yield what must be said of the money that units have from each other.

    In a budget it is shown with the unit that pays it; in accounts neither what one pays nor what the other has is.
    """
    why = _BETWEEN if kind == ACCOUNTS else _PAID
    for unit in units:
        if unit.internal:
            yield f"注：{unit.name}的{'、'.join(unit.internal)}{why}。"


def address(of: str, other: str, page: str) -> str:
    """Return the way from the page at one address to a file of the page at another."""
    return f"{'../' * (of.count('/') + 1)}{other}/{page}"
