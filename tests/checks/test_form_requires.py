from __future__ import annotations

import pytest

from tests.checks.support import HERE, assert_found, found, in_english, said

CODE = "form-requires"
FIRST = "  - name: 2024年补充公用经费项目\n    function"


def test_each_entry_without_what_the_form_needs() -> None:
    diagnostics = assert_found(CODE, (FIRST, f"  - {HERE}function"))
    assert said(diagnostics) == ["表样 xinjiang/unit-budget 需要 projects.*.name，这里没有写。在这里写明。"]
    assert in_english(diagnostics) == [
        ("the form xinjiang/unit-budget needs projects.*.name, which is not stated here. State it here.")
    ]


def test_it_is_missing_where_it_should_stand() -> None:
    assert_found(CODE, ("\noverview:\n", f"\n{HERE}overview:\n"), requires=(("overview.leaders.*.name",),))
    assert_found(CODE, ("  offices: [", f"  {HERE}offices: ["), requires=(("overview.offices.first",),))


def test_a_group_is_missing_at_the_beginning_of_the_file() -> None:
    diagnostics = found(requires=(("attachments",), ("attachments.*.title",)))
    assert [(d.code, d.span.line, d.span.column) for d in diagnostics] == [(CODE, 1, 1)] * 2


@pytest.mark.parametrize("place", ["overview.offices", "projects.*.function", "assets.vehicles.*.count", "staffing"])
def test_what_is_there(place: str) -> None:
    assert found(requires=((place,),)) == []


def test_a_list_without_entries_lacks_nothing() -> None:
    assert found(requires=(("overview.subordinate_units.*.type",),)) == []


def test_one_of_several_places_is_enough() -> None:
    assert found(requires=(("attachments", "projects.*.period.to"),)) == []
    (finding,) = found(requires=(("attachments", "projects.*.annexes"),))
    assert dict(finding.fields)["place"] == "attachments / projects.*.annexes"


def test_what_to_write_where_there_is_none() -> None:
    (finding,) = found(requires=(("overview.leaders", "attachments"),))
    assert finding.hint("zh") == "在这里写明，写其中一处即可"
    assert finding.hint("en") == "State it here; one of these places is enough"
