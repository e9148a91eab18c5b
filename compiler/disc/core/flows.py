"""Flows: what tells income from expenditure and balances in final accounts (决算).

In a budget income is expenditure: the same lines read by their sources or by their purposes. In accounts they are lines
of their own, beside balances, so every selection says which it means. A ledger that knows no flows is a budget, and
whatever asks it for income or for expenditure means all of its money.
"""

from __future__ import annotations

from disc.core.selection import Selection, within

FLOW = "flow"
"""The name of the dimension."""

BOTH_SIDES = frozenset({"receipts", "income", "uses", "expenditure"})
"""The flows that all money of a budget belongs to."""

SPENT = "expenditure"
"""The flow of what was spent."""

SPENDING: Selection = (within(FLOW, SPENT),)
"""All money of a budget, and of accounts what was spent: what is meant where nothing is said."""
