"""Selections over stated money: which lines they take, which they leave, and when nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disc.core.interval import Interval
from disc.core.ledger import Ledger, Line, reach
from disc.core.number import WAN_YUAN, YUAN, add
from disc.core.selection import Constraint, Selection
from disc.core.span import Span
from disc.core.tree import Tree

CODES = ["2010301", "2010350", "2010601", "2080501", "2080505", "2210201", "30101", "30102", "30201", "30217", "30302"]
SOURCES = ["general", "general_transfer", "fund", "other", "general_carryover"]
LEVELS = {code: code[:-2] for leaf in CODES for code in (leaf, leaf[:-2]) if len(code) > 3}
TREES = {
    "function": Tree({code: above for code, above in LEVELS.items() if code[0] == "2"}),
    "economic": Tree({code: above for code, above in LEVELS.items() if code[0] == "3"}),
    "nature": Tree({"personnel": "basic", "operating": "basic"}),
    "source": Tree(
        {"general": "general_budget", "general_transfer": "general_budget", "general_budget": "appropriation",
         "fund": "appropriation", "appropriation": "this_year", "other": "this_year",
         "general_carryover": "carryover"}
    ),
}  # fmt: skip


def line(known: str, pool: str = "", view: str = "", amount: Decimal = Decimal(1)) -> Line:
    """A line; `known` is read like ``source=other function=2010301``."""
    coordinates = dict(word.split("=") for word in known.split())
    return Line(amount, YUAN, 2, "", Span("f"), coordinates, pool, view)


def select(**members: str | Iterable[str]) -> Selection:
    return tuple(
        Constraint(dimension, frozenset([member] if isinstance(member, str) else member))
        for dimension, member in members.items()
    )


THIS_YEAR = Ledger(
    [
        line("source=general nature=basic function=2010301", "g", "function"),
        line("source=general nature=basic function=2080501", "g", "function"),
        line("source=general nature=personnel economic=30101", "g", "economic"),
        line("source=general nature=operating economic=30201", "g", "economic"),
        # 4: the other source has its basic expenditure crossed, in one view.
        line("source=other nature=personnel function=2010301 economic=30101", "o", "function"),
        line("source=other nature=operating function=2010301 economic=30201", "o", "function"),
        # 6: projects, one with its economic items and one without.
        line("source=general nature=project function=2010301 economic=30201 project=0"),
        line("source=general_carryover nature=project function=2010301 project=1"),
        # 8: what is not money of its own.
        line("fact=of_which.overseas source=general"),
        line("fact=staffing.active"),
    ],
    TREES,
)

SELECTED: dict[str, tuple[Selection, list[int]]] = {
    "everything": (select(), [0, 1, 4, 5, 6, 7]),
    "a class": (select(function="201"), [0, 4, 5, 6, 7]),
    "a paragraph": (select(function="20103"), [0, 4, 5, 6, 7]),
    "an item": (select(function="2080501"), [1]),
    "an item without money": (select(function="2210201"), []),
    "two classes": (select(function=["201", "208"]), [0, 1, 4, 5, 6, 7]),
    "a member and what is above it": (select(function=["201", "2010301"]), [0, 4, 5, 6, 7]),
    "an economic class takes the view that knows it": (select(economic="301"), [2, 4]),
    "a project without items is in no economic class": (select(economic="302"), [3, 5, 6]),
    "all items of a pool are the pool": (select(economic=["301", "302"], nature="basic"), [0, 1, 4, 5]),
    "its natures together are the pool": (select(nature=["personnel", "operating"]), [0, 1, 4, 5]),
    "basic expenditure takes the first view": (select(nature="basic"), [0, 1, 4, 5]),
    "personnel takes the view that knows it": (select(nature="personnel"), [2, 4]),
    "what no view crosses is left out": (select(function="201", economic="302"), [5, 6]),
    "what one view crosses is found": (select(function="201", economic="301"), [4]),
    "projects": (select(nature="project"), [6, 7]),
    "one project": (select(project="1"), [7]),
    "all projects": (select(project=["0", "1"]), [6, 7]),
    "a source": (select(source="general"), [0, 1, 6]),
    "a source and its parts": (select(source="this_year"), [0, 1, 4, 5, 6]),
    "a source without money": (select(source="fund"), []),
    "what does not exist": (select(source="lottery"), []),
    "several dimensions": (select(source="general_budget", nature="basic", function="208"), [1]),
    "dimensions that exclude each other": (select(project="0", nature="basic"), []),
    "one dimension twice": (select(source="this_year") + select(source="other"), [4, 5]),
    "a fact": (select(fact="of_which.overseas"), [8]),
    "a fact of a source": (select(fact="of_which.overseas", source="general_budget"), [8]),
    "a fact of another source": (select(fact="of_which.overseas", source="fund"), []),
    "two facts": (select(fact=["of_which.overseas", "staffing.active"]), [8, 9]),
}


@pytest.mark.parametrize("name", SELECTED)
def test_selections(name: str) -> None:
    selection, lines = SELECTED[name]
    assert selected(THIS_YEAR, selection) == lines


# As last year's budget is stated: one source by function and by nature, another by nature alone.
LAST_YEAR = [
    line("source=general function=2010301", "g", "by_function"),
    line("source=general function=2080501", "g", "by_function"),
    line("source=general nature=basic", "g", "by_nature"),
    line("source=general nature=project", "g", "by_nature"),
    line("source=other nature=project", "o", "by_nature"),
    line("fact=of_which.reception"),
]

LAST_SELECTED: dict[str, tuple[Selection, list[int] | None]] = {
    "everything": (select(), [0, 1, 4]),
    "a source": (select(source="general"), [0, 1]),
    "basic expenditure": (select(nature="basic"), [2]),
    "projects": (select(nature="project"), [3, 4]),
    "both natures are everything": (select(nature=["basic", "project"]), [0, 1, 4]),
    "a function of a source": (select(source="general", function="201"), [0]),
    "no such function of that source": (select(source="general", function="221"), []),
    "a function, when a source does not say": (select(function="201"), None),
    "a part of what was stated as a whole": (select(nature="personnel"), None),
    "a part of what was stated as a whole, elsewhere": (select(source="other", nature="personnel"), []),
    "what no view crosses": (select(source="general", nature="basic", function="201"), None),
    "a dimension that nothing knows": (select(economic="30217"), None),
    "a source that had nothing": (select(source="fund", economic="30217"), []),
    "a project, where nothing says of which project money is": (select(project="0"), None),
    "a project of a source that had nothing": (select(source="fund", project="0"), []),
    "a fact": (select(fact="of_which.reception"), [5]),
}


@pytest.mark.parametrize("name", LAST_SELECTED)
def test_what_is_not_known_is_not_nothing(name: str) -> None:
    selection, lines = LAST_SELECTED[name]
    assert selected(Ledger(LAST_YEAR, TREES, strict=True), selection) == lines


def test_money_that_is_not_known_is_left_out_where_that_is_wanted() -> None:
    ledger = Ledger(LAST_YEAR, TREES)
    found = {name: selected(ledger, selection) for name, (selection, _) in LAST_SELECTED.items()}
    known = {name: lines or [] for name, (_, lines) in LAST_SELECTED.items()}
    assert found == known | {"a function, when a source does not say": [0]}


def test_lines_that_may_belong_are_told_from_those_that_do() -> None:
    operating = select(economic="30201")
    assert [THIS_YEAR.lines.index(found) for found in THIS_YEAR.chosen(operating)] == [3, 5, 6]
    assert [THIS_YEAR.lines.index(found) for found in THIS_YEAR.uncertain(operating)] == [7]
    assert THIS_YEAR.uncertain(operating + select(source="general")) == ()


def test_the_sum_of_rounded_lines_reaches_as_far_as_their_rounding() -> None:
    lines = [line("", amount=Decimal(20000)), replace(line("", amount=Decimal(30000)), unit=WAN_YUAN)]
    assert reach(lines) == Interval(Decimal(49950), Decimal(50050))
    assert reach([]) == Interval(Decimal(0), Decimal(0))


def test_members_are_those_that_have_money() -> None:
    assert THIS_YEAR.members("function", ()) == {"201", "20103", "2010301", "208", "20805", "2080501"}
    assert THIS_YEAR.members("function", select(source="other")) == {"201", "20103", "2010301"}
    assert THIS_YEAR.members("economic", select(nature="personnel")) == {"301", "30101"}
    assert THIS_YEAR.members("project", ()) == {"0", "1"}
    assert THIS_YEAR.members("project", select(source="general")) == {"0"}
    assert THIS_YEAR.members("function", select(source="fund")) == frozenset()


def test_ancestry() -> None:
    assert THIS_YEAR.ancestry("function", "2010301") == ("2010301", "20103", "201")
    assert THIS_YEAR.ancestry("project", "0") == ("0",)


def test_an_approved_total_belongs_to_its_lines_however_they_are_selected() -> None:
    ledger = Ledger(THIS_YEAR.lines, TREES)
    ledger.report(select(source="general", nature="basic"), 9)
    ledger.report(select(source="fund"), 8)
    same = [
        select(source="general_budget", nature="basic"),
        select(source="general", nature=["personnel", "operating"]),
        select(source="general", economic=["301", "302"], nature="basic"),
    ]
    assert [ledger.reported(mask_of(ledger, selection)) for selection in same] == [9, 9, 9]
    others = [select(), select(nature="basic"), select(source="general"), select(economic="301"), select(source="fund")]
    assert [ledger.reported(mask_of(ledger, selection)) for selection in others] == [None] * 5


def test_a_set_of_lines_is_a_number() -> None:
    assert THIS_YEAR.numbers(0) == ()
    assert THIS_YEAR.numbers(0b1000000101) == (0, 2, 9)
    assert Ledger([], TREES).select(()) == 0


FUNCTIONS = [code for code in CODES if code[0] == "2"]
ITEMS = [code for code in CODES if code[0] == "3"]
NATURES = {"30101": "personnel", "30102": "personnel", "30302": "personnel"}
AMOUNTS = st.decimals(-1000, 1000, places=2)


@dataclass(frozen=True)
class Stated:
    """What a unit states: for each source both breakdowns of one total, and projects."""

    basic: Mapping[str, tuple[Mapping[str, Decimal], Mapping[str, Decimal]]]
    projects: list[tuple[str, str, str, Decimal]]

    def ledger(self) -> Ledger:
        lines = []
        for source, (functions, items) in self.basic.items():
            for code, amount in functions.items():
                lines.append(line(f"source={source} nature=basic function={code}", source, "function", amount))
            for code, amount in items.items():
                nature = NATURES.get(code, "operating")
                known = f"source={source} nature={nature} economic={code}"
                lines.append(line(known, source, "economic", amount))
        for number, (source, function, item, amount) in enumerate(self.projects):
            known = f"source={source} nature=project function={function} economic={item} project={number}"
            lines.append(line(known, amount=amount))
        return Ledger(lines, TREES)


@st.composite
def statements(draw: st.DrawFn) -> Stated:
    basic = {}
    for source in draw(st.lists(st.sampled_from(SOURCES), unique=True)):
        functions = draw(st.dictionaries(st.sampled_from(FUNCTIONS), AMOUNTS, min_size=1))
        items = draw(st.dictionaries(st.sampled_from(ITEMS), AMOUNTS, min_size=1))
        # The last item makes the two breakdowns agree.
        *_, last = items
        items[last] += sum(functions.values()) - sum(items.values())
        basic[source] = (functions, items)
    project = st.tuples(*(st.sampled_from(values) for values in (SOURCES, FUNCTIONS, ITEMS)), AMOUNTS)
    return Stated(basic, draw(st.lists(project, max_size=5)))


COLUMNS = [
    select(),
    select(nature="basic"),
    select(nature="project"),
    *(select(source=source) for source in ("general_budget", "this_year", "fund", "general_carryover")),
    select(source="appropriation", nature="basic"),
    select(source=["general", "other"], nature="project"),
]
ECONOMIC_COLUMNS = [*COLUMNS, select(nature="personnel"), select(nature="operating", source="this_year")]


@settings(max_examples=50)
@given(statements())
def test_every_level_of_a_tree_comes_to_the_same_in_every_column(stated: Stated) -> None:
    ledger = stated.ledger()
    for dimension, columns, depths in (("function", COLUMNS, (3, 5, 7)), ("economic", ECONOMIC_COLUMNS, (3, 5))):
        for column in columns:
            members = ledger.members(dimension, column)
            levels = [sum_of(ledger, column, dimension, (m for m in members if len(m) == depth)) for depth in depths]
            assert set(levels) == {total(ledger, column)}
            for above in members:
                below = [m for m in members if TREES[dimension].parents.get(m) == above]
                if below:
                    whole = total(ledger, column + select(**{dimension: above}))
                    assert sum_of(ledger, column, dimension, below) == whole


@settings(max_examples=50)
@given(statements())
def test_a_partition_of_a_dimension_comes_to_the_whole(stated: Stated) -> None:
    ledger = stated.ledger()
    partitions = {
        "source": SOURCES,
        "nature": ["personnel", "operating", "project"],
        "function": ["201", "208", "221"],
        "economic": ["301", "302", "303"],
    }
    for column in COLUMNS:
        for dimension, members in partitions.items():
            assert sum_of(ledger, column, dimension, members) == total(ledger, column)


@settings(max_examples=50)
@given(statements(), st.lists(st.sampled_from(ECONOMIC_COLUMNS), min_size=2, max_size=2))
def test_the_same_lines_are_the_same_number(stated: Stated, selections: list[Selection]) -> None:
    ledger = stated.ledger()
    one, other = (mask_of(ledger, selection) for selection in selections)
    if one == other:
        assert total(ledger, selections[0]) == total(ledger, selections[1])
    # However it is put together, the whole of a source's basic expenditure is one set of lines.
    for source in SOURCES:
        whole = ledger.select(select(source=source, nature="basic"))
        assert whole == ledger.select(select(source=source, nature=["personnel", "operating"]))
        assert whole == ledger.select(select(nature="basic", function=["201", "208", "221"], source=source))
        assert whole == ledger.select(select(nature="basic", economic=["301", "302", "303"], source=source))


@settings(max_examples=50)
@given(statements(), st.sampled_from(SOURCES), st.sampled_from(FUNCTIONS))
def test_narrowing_takes_nothing_new(stated: Stated, source: str, function: str) -> None:
    ledger = stated.ledger()
    wide, narrow = select(source=source), select(source=source, function=function)
    assert mask_of(ledger, narrow) & ~mask_of(ledger, wide) == 0
    assert mask_of(ledger, narrow) == mask_of(ledger, narrow[::-1])
    assert mask_of(ledger, narrow) == mask_of(ledger, wide) & mask_of(ledger, select(function=function))


@given(statements(), st.sampled_from([*COLUMNS, *ECONOMIC_COLUMNS]), st.sampled_from([*COLUMNS, *ECONOMIC_COLUMNS]))
def test_where_rows_and_columns_cross(stated: Stated, row: Selection, column: Selection) -> None:
    for strict in (False, True):
        ledger = Ledger(stated.ledger().lines, TREES, strict=strict)
        mask = ledger.select(row + column)
        known = mask or (0 if mask is not None and ledger.excludes(row + column) else None)
        assert ledger.crossed(ledger.reach(row), ledger.reach(column)) == known


def selected(ledger: Ledger, selection: Selection) -> list[int] | None:
    mask = ledger.select(selection)
    return None if mask is None else list(ledger.numbers(mask))


def mask_of(ledger: Ledger, selection: Selection) -> int:
    mask = ledger.select(selection)
    assert mask is not None
    return mask


def total(ledger: Ledger, selection: Selection) -> Decimal:
    return add(*(ledger.lines[n].amount for n in ledger.numbers(mask_of(ledger, selection))))


def sum_of(ledger: Ledger, column: Selection, dimension: str, members: Iterable[str]) -> Decimal:
    return add(*(total(ledger, column + select(**{dimension: member})) for member in members))


def test_parts_of_two_views_of_one_pool_may_be_the_same_money() -> None:
    views = ("function=2010301", "function", "function=2010350", "function", "economic=30101", "economic")
    pairs = zip(views[::2], views[1::2], strict=True)
    ledger = Ledger([*(line(known, "basic", view) for known, view in pairs), line("function=2080501")], TREES)
    assert ledger.mixes(0b0001, 0b0100)
    assert ledger.mixes(0b0100, 0b0011)
    assert not ledger.mixes(0b0001, 0b0010)
    assert not ledger.mixes(0b1000, 0b0100)
