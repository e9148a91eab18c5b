"""The national classification tables of a year, and the trees of all dimensions.

Source of the tables: 政府收支分类科目, issued by the Ministry of Finance for each fiscal year; each file in
`schema/classification/` names its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from msgspec import Struct, field
from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.document import PARTS
from disc.core.lazily import lazily
from disc.core.tree import Tree
from disc.load.resources import Resources
from disc.load.table_files import (
    FOLDER,
    gaps,
    members_below,
    names_of,
    read_dimensions,
    read_table,
    wrong_year,
)
from disc.load.tree import Map, Value

# 类, 款 and 项 are 3, 5 and 7 digits: each level adds two (the tables' own rule).
_DIGITS = (3, 5, 7)

TITLES = {"function": "功能分类科目", "economic": "部门预算支出经济分类科目"}
"""What messages call the tables."""

UNKNOWN_YEAR = Rule(
    "unknown-year",
    Level.ERROR,
    Words("没有该年度的科目表，也没有更早的", "There are no classification tables for the year, nor for one before it"),
    Words(
        "没有 {year} 年的政府收支分类科目，也没有更早年度的",
        "there are no classification tables for {year}, nor for a year before it",
    ),
    Words(
        "有科目表的年度：{known}；添加年度的方法见 schema/classification/README.zh-CN.md",
        "Years with tables: {known}; schema/classification/README.md says how to add one",
    ),
)


class CodeTable(Struct, frozen=True, dict=True):
    """One classification of one year."""

    names: Mapping[str, str]
    """Code to official name, in the order of the official table."""

    former: Mapping[str, str] = field(default_factory=dict)
    """Names of codes that only the year before has, for money that has vanished."""

    @lazily
    def _by_lengths(self) -> dict[frozenset[int], tuple[str, ...]]:
        return {}

    def name(self, code: str) -> str:
        """Return the name of a code, this year's before the former one; a code without a name is its own."""
        return self.names.get(code) or self.former.get(code, code)

    @staticmethod
    def level(code: str) -> int:
        """Return 1 for 类, 2 for 款, 3 for 项.

        Raises:
            ValueError: no code has so many digits.
        """
        return _DIGITS.index(len(code)) + 1

    @staticmethod
    def parts(code: str) -> tuple[str, ...]:
        """Return the code cut into what the tables print in their 类, 款 and 项 columns: 201, 03, 01."""
        return (code[:3], *(code[i : i + 2] for i in range(3, len(code), 2)))

    @staticmethod
    def above(code: str) -> tuple[str, ...]:
        """Return the codes above, nearest first."""
        return tuple(code[:n] for n in reversed(_DIGITS) if n < len(code))

    def at_level(self, level: int) -> tuple[str, ...]:
        """Return all codes of a level."""
        return tuple(code for code in self.names if len(code) == _DIGITS[level - 1])

    def at_levels(self, levels: Collection[int]) -> tuple[str, ...]:
        """Return all codes of some levels, in the order of the official table."""
        lengths = frozenset(_DIGITS[level - 1] for level in levels)
        if lengths not in self._by_lengths:
            self._by_lengths[lengths] = tuple(code for code in self.names if len(code) in lengths)
        return self._by_lengths[lengths]

    def is_item(self, code: str) -> bool:
        """Return whether a code is of the lowest level, 项."""
        return self.level(code) == len(_DIGITS)

    def nearest(self, code: str) -> str:
        """Return the code most like one that is not here, with its name; empty if none is like it.

        One of the same 款 or else of the same 类 comes first.
        """
        same_level = [each for each in self.names if len(each) == len(code)]
        for prefix in (code[:-2], code[:3], ""):
            family = (each for each in same_level if each.startswith(prefix))
            if found := get_close_matches(code, family, 1):
                return f"{found[0]}（{self.names[found[0]]}）"
        return ""

    def tree(self) -> Tree:
        """Return the table as a tree."""
        return Tree({code: code[:-2] for code in self.names if len(code) > _DIGITS[0]})


class Classification(Struct, frozen=True, dict=True):
    """All dimensions of money as one year names them."""

    year: int
    """The year that the tables were issued for."""

    tables: Mapping[str, CodeTable]
    """`function` and `economic`."""

    trees: Mapping[str, Tree]
    """Every dimension that is a tree: source, nature, entity_type, function, economic."""

    members: Mapping[str, Mapping[str, str]]
    """For `source`, `nature` and `entity_type`: member to Chinese name."""

    natures: Mapping[str, str]
    """Economic class to the part of basic expenditure it belongs to as a rule."""

    in_accounts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The members that final accounts call otherwise, by dimension."""

    @lazily
    def _full_names(self) -> dict[tuple[str, str], str]:
        return {}

    @lazily
    def _after(self) -> dict[int, Classification]:
        return {}

    @lazily
    def of_accounts(self) -> Classification:
        """These tables as final accounts name the members."""
        members = {name: {**known, **self.in_accounts.get(name, {})} for name, known in self.members.items()}
        return replace(self, members=members)

    def nature_of(self, economic: str) -> str:
        """Return personnel or operating for an economic code, as the table's rule has it; basic if it has none."""
        return self.natures.get(self.tables["economic"].parts(economic)[0], "basic")

    def names(self, dimension: str) -> Mapping[str, str]:
        """Return every member of a dimension with its name."""
        return self.tables[dimension].names if dimension in self.tables else self.members[dimension]

    def full_name(self, dimension: str, member: str) -> str:
        """Return the name of a member, a code's with those above it; empty where there is none."""
        table = self.tables.get(dimension)
        if table is None:
            return self.members.get(dimension, {}).get(member, "")
        known = self._full_names.get((dimension, member))
        if known is None:
            known = PARTS.join([table.name(code) for code in (*reversed(table.above(member)), member)])
            self._full_names[dimension, member] = known
        return known

    def after(self, last: Classification) -> Classification:
        """Return these tables with the names of what only last year's have; they are of the same root."""
        if last.year not in self._after:
            tables = {name: replace(table, former=last.tables[name].names) for name, table in self.tables.items()}
            self._after[last.year] = replace(self, tables=tables)
        return self._after[last.year]

    def knows(self, dimension: str, member: str) -> bool:
        """Return whether a dimension has a member."""
        return member in self.names(dimension)


def years(resources: Resources) -> tuple[int, ...]:
    """Return the years that have both tables; one that stands alone is one that somebody is about to add."""
    names = frozenset(resources.list(FOLDER, ".yaml"))
    folders = {name.split("/")[2] for name in names if name.count("/") == 3}
    whole = (year for year in folders if all(f"{FOLDER}/{year}/{table}.yaml" in names for table in TITLES))
    return tuple(sorted(int(year) for year in whole if re.fullmatch("[0-9]{4}", year)))


def tables_for(known: Iterable[int], year: int) -> int | None:
    """Return the year whose tables a fiscal year goes by: its own or the newest before it; None before the first.

    Few codes change from one year to the next, and the tables of a year come into a repository after its first budgets.
    """
    return max((each for each in known if each <= year), default=None)


def load_classification(resources: Resources, year: int) -> tuple[Classification, tuple[Diagnostic, ...]]:
    """Return the tables of a year, and what is wrong with them; of a table that is wrong as much as can be read.

    Raises:
        FileNotFoundError: the year has no tables (ask `years` first).
    """
    diagnostics: list[Diagnostic] = []

    def read(table: str) -> Map:
        file = f"{FOLDER}/{year}/{table}.yaml"
        data, found = read_table(resources, file, "classification")
        diagnostics.extend((*found, *gaps(data, file, _next_above), *wrong_year(data, file, year)))
        return data

    files = {table: read(table) for table in TITLES}
    dimensions, found = read_dimensions(resources)
    diagnostics += found
    # Who adds a code writes it at the end; the official order is that of the codes as text.
    tables = {name: CodeTable(dict(sorted(names_of(data).items()))) for name, data in files.items()}
    members = {
        name: {member: str(fields["name"]) for member, fields, _ in members_below(branch)}
        for name, branch in dimensions.items()
    }
    in_accounts = {
        name: {member: str(fields["accounts"]) for member, fields, _ in members_below(branch) if "accounts" in fields}
        for name, branch in dimensions.items()
    }
    trees = {name: table.tree() for name, table in tables.items()}
    trees |= {name: Tree(dict(_edges(branch))) for name, branch in dimensions.items()}
    nature = files["economic"].get("nature")
    natures = {code: str(member) for code, member in nature.items()} if isinstance(nature, Map) else {}
    return Classification(year, tables, trees, members, natures, in_accounts), tuple(diagnostics)


def _next_above(code: str) -> str:
    return next(iter(CodeTable.above(code)), "")


def _edges(branch: Value) -> Iterator[tuple[str, str]]:
    for member, _, path in members_below(branch):
        if len(path) > 1:
            yield member, str(path[-3])
