"""``{total}`` in an author's text is the figure of the measure `total`: no derived number is ever typed."""

from __future__ import annotations

import pytest

from tests.checks.support import found
from tests.seed.one_leaf import places
from tests.seed.spec import data, mutated

MATTERS = "other_matters: 我单位无其他需说明事项。"

# What an author writes, and what the page says: «characters of the figure».
CASES = {
    "收支总预算{total}。": "收支总预算«896.16万元»。",
    "{basic}和{project}": "«641.43万元»和«254.73万元»",
    "**{total}**": "«896.16万元»",
    "没有{fund}的": "没有{fund}的",
    "{ total }、{Total}、{}、{1}": "{ total }、{Total}、{}、{1}",
    "{{ total }}": "{{ total }}",
    "{% if total %}": "{% if total %}",
    "{{total}}": "{«896.16万元»}",
    "{total.title}": "{total.title}",
}


def test_references() -> None:
    paragraphs = "\n\n  ".join(CASES)
    page = data(mutated((MATTERS, f"other_matters: |\n  {paragraphs}")))
    said = [place for place in places(page) if place.name == "（五）其他需说明的事项"]
    assert ["".join(f"«{i['text']}»" if "figure" in i else i["text"] for i in place.inlines) for place in said] == list(
        CASES.values()
    )


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("    - 负责县政府信访工作。", "    - 负责{total}的信访工作。", "一、主要职能 18."),
        ("    basis: 县财经领导小组会议通过", "    basis: 会议通过{general_project}", "七、关于"),
        (
            "  2080501: 行政单位离退休费减少",
            "  2080501: 离退休费{general_basic}减少",
            "（三）一般公共预算当年拨款",
        ),
        ("  221: 机关事业单位在职", "  221: '{general_personnel}在职'  #", "四、关于"),
    ],
)
def test_everything_that_an_author_writes_can_refer(old: str, new: str, name: str) -> None:
    before, after = (places(data(text)) for text in (mutated(), mutated((old, new))))
    (changed,) = [(a, b) for a, b in zip(before, after, strict=True) if a.words != b.words]
    assert changed[0].name.startswith(name)
    assert len(changed[1].figures) == len(changed[0].figures) + 1


def test_a_reference_to_what_the_spec_has_no_money_for_is_an_error() -> None:
    diagnostics = found((MATTERS, "other_matters: '没有{fund}的'"))
    assert [diagnostic.code for diagnostic in diagnostics] == ["unknown-reference"]
