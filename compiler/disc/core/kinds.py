"""The kinds of documents that the program itself tells apart; all others are like budgets."""

from __future__ import annotations

BUDGET = "budget"
"""Budgets (预算公开); in a spec of another kind, also the field that states what the budget of the same year is."""

ACCOUNTS = "accounts"
"""Final accounts (决算公开)."""
