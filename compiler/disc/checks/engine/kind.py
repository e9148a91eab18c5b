"""Which kind of document a spec is, for the checks that look at budgets and at final accounts (决算) differently."""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Words
from disc.core.flows import FLOW
from disc.core.kinds import ACCOUNTS
from disc.core.selection import Selection, within
from disc.load.spec_reader import Case

APART = (("general_budget",), ("fund_budget",), ("state_capital_budget",), ("special_account", "unit_funds"))
"""The sources whose balances accounts keep apart; those of one group are kept together and called like its last."""

_BUDGET_WORDS, _ACCOUNTS_WORDS = Words("预算", "budget"), Words("决算", "final accounts")


def is_accounts(case: Case) -> bool:
    """Return whether a spec is final accounts: what was received and spent, published in the year after."""
    return case.spec.kind == ACCOUNTS


def called(case: Case) -> Words:
    """Return what messages call the document."""
    return _ACCOUNTS_WORDS if is_accounts(case) else _BUDGET_WORDS


def sides(case: Case, flows: tuple[str, ...]) -> Iterator[tuple[str, Selection]]:
    """Return what is to be looked at apart, each with what goes before its name: a budget as a whole, accounts by flow.

    Args:
        case: the spec.
        flows: the flows that are of interest in final accounts.
    """
    if not is_accounts(case):
        yield "", ()
        return
    names = case.classification.names(FLOW)
    for flow in flows:
        yield f"{names[flow]}·", (within(FLOW, flow),)


def is_whole(chosen: Selection) -> bool:
    """Return whether a selection is a side as a whole."""
    return all(constraint.dimension == FLOW for constraint in chosen)
