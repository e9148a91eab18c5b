"""Which kind of document a spec is, for the checks that look at budgets and at final accounts (决算) differently."""

from __future__ import annotations

from disc.core.diagnostic import Words
from disc.load.spec_reader import Case

_ACCOUNTS = "accounts"
_BUDGET_WORDS, _ACCOUNTS_WORDS = Words("预算", "budget"), Words("决算", "final accounts")


def is_accounts(case: Case) -> bool:
    """Return whether a spec is final accounts: what was received and spent, published in the year after."""
    return case.spec.kind == _ACCOUNTS


def called(case: Case) -> Words:
    """Return what messages call the document."""
    return _ACCOUNTS_WORDS if is_accounts(case) else _BUDGET_WORDS
