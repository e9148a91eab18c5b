from __future__ import annotations

from pathlib import Path

import pytest

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
        f"上年的数取自 specs/{LAST}，它还是草稿，没有公开。先公开上年的文件（删去 draft），或在 accepted 中写明原因。"
    ]
    assert in_english([finding]) == [
        (
            f"last year's amounts are those of specs/{LAST}, an unpublished draft. "
            "Publish last year's spec first (take out `draft`), or accept this finding with the reason."
        )
    ]


@pytest.mark.parametrize("drafts", [(THIS,), (THIS, LAST), ()])
def test_both_are_drafts_or_only_this_is(tmp_path: Path, drafts: tuple[str, ...]) -> None:
    specs = {name: MONEY + "draft: true\n" * (name in drafts) for name in (THIS, LAST)}
    assert found(checked(a_root(tmp_path, specs), THIS)) == []
