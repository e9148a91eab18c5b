from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import DEPARTMENT, SPECS
from tests.roots import a_root, checked, found


def test_a_second_headquarters(tmp_path: Path) -> None:
    text = SPECS[DEPARTMENT].replace("id: squad", "id: squad, headquarters: true")
    result = checked(a_root(tmp_path, SPECS | {DEPARTMENT: text}), DEPARTMENT)
    assert found(result) == [("several-headquarters", f"{DEPARTMENT}:5:77")]
    assert [str(span) for span in result.diagnostics[0].related] == [f"specs/{DEPARTMENT}:4:79"]
    assert words(list(result.diagnostics)) == [
        "某局本级已经是部门本级，某局监察队不能也是。只给部门本级写 headquarters: true。"
    ]
    assert in_english(list(result.diagnostics)) == [
        (
            "某局本级 is the headquarters already, so 某局监察队 cannot be it too. "
            "Write headquarters: true for the department itself alone."
        )
    ]


def test_none_is_no_mistake(tmp_path: Path) -> None:
    text = SPECS[DEPARTMENT].replace(", headquarters: true", "")
    assert found(checked(a_root(tmp_path, SPECS | {DEPARTMENT: text}), DEPARTMENT)) == []
