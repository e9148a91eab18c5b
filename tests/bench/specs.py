"""Many distinct specs made of the two real ones: other offices, other amounts, nothing wrong with any of them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

UNIT = "specs/xinjiang/akqi/government-office/2024-budget.yaml"
DEPARTMENT = "specs/shanghai/putuo/finance-bureau/2025-budget.yaml"

# Where one amount stands in each: by function, by economic item, and in every approved total that holds it.
_RAISED = {
    UNIT: (
        "2010350: 130.33",
        "30102: 237.61",
        "641.43}",
        "854.58}",
        "this_year}, amount: 891.58}",
        "859.16}",
        "{}, amount: 896.16}",
    ),
    DEPARTMENT: ("2010601: 16093326.00", "30102: 13012070.00"),
}
_AMOUNT = re.compile(r"[0-9]+\.[0-9]+")


def write_specs(root: Path, number: int) -> tuple[Path, ...]:
    """Write specs below `root`, by turns a unit's and a department's, and return their paths.

    The n-th is of an office of its own and has n more (万元, 元) to spend; the first two are as they are published.
    """
    return tuple(_write(root, n) for n in range(number))


def _write(root: Path, n: int) -> Path:
    source = (UNIT, DEPARTMENT)[n % 2]
    folder, office, name = source.rsplit("/", 2)
    text = (ROOT / source).read_text(encoding="utf-8")
    for old in _RAISED[source]:
        assert text.count(old) == 1, old
        text = text.replace(old, _AMOUNT.sub(lambda found: str(Decimal(found[0]) + n // 2), old))
    path = root / folder / f"{office}{n // 2 or ''}" / name
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(f"  id: {office}\n", f"  id: {path.parent.name}\n"), encoding="utf-8")
    return path
