from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import in_accounts
from tests.checks.support import in_english, said
from tests.roots import a_root, checked, found

CODE = "last-year-draft"
MONEY = "projects: [{function: 2010301, source: general, economic: {30213: 40}}]\n"
THIS, LAST = "a/office/2024-budget.yaml", "a/office/2023-budget.yaml"


def test_last_year_is_a_draft(tmp_path: Path) -> None:
    specs = {THIS: f"year: 2024\n{MONEY}", LAST: f"{MONEY}draft: true\n"}
    (finding,) = checked(a_root(tmp_path, specs), THIS).diagnostics
    assert (finding.code, str(finding.span)) == (CODE, f"specs/{THIS}:1:1")
    assert [str(span) for span in finding.related] == [f"specs/{LAST}:2:1"]
    assert said([finding]) == [
        f"上年的数取自 specs/{LAST}，它还是草稿，没有公开。先公开那份文件（删去 draft），或在 accepted 中写明原因。"
    ]
    assert in_english([finding]) == [
        (
            f"last year's amounts are those of specs/{LAST}, an unpublished draft. "
            "Publish that spec first (take out `draft`), or accept this finding with the reason."
        )
    ]


@pytest.mark.parametrize("drafts", [(THIS,), (THIS, LAST), ()])
def test_both_are_drafts_or_only_this_is(tmp_path: Path, drafts: tuple[str, ...]) -> None:
    specs = {name: MONEY + "draft: true\n" * (name in drafts) for name in (THIS, LAST)}
    assert found(checked(a_root(tmp_path, specs), THIS)) == []


def test_accounts_rest_on_the_budget_too(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, "", budget_2024="", accounts_2023="") == []
    (finding,) = in_accounts(tmp_path, "", budget_2024="draft: true\n", accounts_2023="")
    file = "specs/example/office/2024-budget.yaml"
    assert said([finding]) == [
        f"年初预算数取自 {file}，它还是草稿，没有公开。先公开那份文件（删去 draft），或在 accepted 中写明原因。"
    ]
    assert in_english([finding])[0].startswith(f"this year's budget amounts are those of {file}, an unpublished draft.")
