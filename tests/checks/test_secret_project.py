from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "secret-project"
NAME = "  - name: 华能工作经费"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (NAME, "  - name: ▸华能工作经费（机密★，涉密）"))
    assert said(diagnostics) == [
        "项目的文字中有“机密”、“涉密”，涉密项目不得公开。请保密部门审定：涉密的删去，不涉密的改名。"
    ]
    assert in_english(diagnostics) == [
        (
            "a project says “机密”、“涉密”; secret ones must not be published. "
            "Have it decided: take out what is secret, rename what is not."
        )
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NAME, "  - name: ▸涉密系统运维"),
        (NAME, "  - name: ▸工作经费（秘密★1年）"),
        ("    basis: 县财经领导小组会议通过", "    basis: ▸绝密文件"),
    ],
)
def test_marks(old: str, new: str) -> None:
    assert_found(CODE, (old, new))


@pytest.mark.parametrize(
    "name", ["非涉密系统运维", "不涉密的项目", "保密经费", "涉密人员管理", "秘书工作经费", "商业秘密保护宣传"]
)
def test_other_names(name: str) -> None:
    assert found((NAME, f"  - name: {name}")) == []


def test_the_work_of_an_office_may_be_secret() -> None:
    assert found(("    - 负责县政府信访工作。", "    - 负责涉密文件、机密文件的管理。")) == []
