"""The tables of `schema/classification/`: read, and held against what all others take for granted of them.

A root may bring tables of its own, written by hand, so they are judged like specs: shape first, by their schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.tree import Map, Path, key_place, place

FOLDER = "schema/classification"
DIMENSIONS = f"{FOLDER}/dimensions.yaml"
REGIONS = f"{FOLDER}/regions.yaml"

TABLE_GAP = Rule(
    "table-gap",
    Level.ERROR,
    Words("表中缺少上级", "A table lacks what a code lies in"),
    Words("表中有 {code}（{name}），没有它的上级 {above}", "the table has {code} ({name}) and not {above}, above it"),
    Words("加上 {above}，或改正编码", "Add {above}, or correct the code"),
)
TABLE_YEAR = Rule(
    "table-year",
    Level.ERROR,
    Words("科目表的年度与文件夹不同", "A table is of another year than its folder"),
    Words("写的是 {year} 年，所在的文件夹是 {folder} 年", "it says {year}, and its folder {folder}"),
    Words("改正 year；照上年复制的，还要改标题和出处", "Correct `year`; if it was copied, title and source, too"),
)
MEMBER_TWICE = Rule(
    "member-twice",
    Level.ERROR,
    Words("同一维度里有两个同名的成员", "A dimension has a member twice"),
    Words("{dimension} 里前面已有 {name}", "{dimension} has {name} already"),
    Words("给它另一个名字：选取成员时靠名字找到它", "Give it another name: members are chosen by name"),
)
MEMBER_GONE = Rule(
    "member-gone",
    Level.ERROR,
    Words("维度里缺少成员", "A dimension lacks a member"),
    Words("{dimension} 里没有 {names}", "{dimension} lacks {names}"),
    Words(
        "填报文件和表样要用，照 disc 自带的 dimensions.yaml 加上；名称可以改",
        "Specs and forms use them: add them as in the dimensions.yaml of disc; what they are called may differ",
    ),
)


def read_table(resources: Resources, file: str, schema: str) -> tuple[Map, tuple[Diagnostic, ...]]:
    """Return the contents of a table, and what is wrong with them; nothing of one whose shape is not the schema's.

    Args:
        resources: where it comes from.
        file: `schema/classification/…`.
        schema: the name of its schema.

    Raises:
        FileNotFoundError: there is no such file.
    """
    data, found = read_source(resources.read(file), file)
    if data is not None:
        found += validate(data, Schema.read(resources, f"schema/{schema}.schema.json"), file)
    return (data if data is not None and not has_errors(found) else Map()), found


def gaps(data: Map, file: str, above: Callable[[str], str]) -> Iterator[Diagnostic]:
    """Yield the codes of a table whose parent is not there.

    Args:
        data: the table.
        file: how messages call it.
        above: returns the code that must be there for one; empty if none must.
    """
    codes = names_of(data)
    for code, name in codes.items():
        wanted = above(code)
        if wanted and wanted not in codes:
            yield TABLE_GAP.at(key_place(data, ("codes", code), file), code=code, name=name, above=wanted)


def names_of(data: Map) -> dict[str, str]:
    """Return the codes of a table with their names."""
    codes = data.get("codes")
    return {code: str(name) for code, name in codes.items()} if isinstance(codes, Map) else {}


def wrong_year(data: Map, file: str, year: int) -> Iterator[Diagnostic]:
    """Yield that a table says that it is of another year than the one given."""
    if data.get("year", year) != year:
        yield TABLE_YEAR.at(place(data, ("year",), file), year=data["year"], folder=year)


def read_dimensions(resources: Resources) -> tuple[Map, tuple[Diagnostic, ...]]:
    """Return the trees of the dimensions that are the same in every year, and what is wrong with them.

    Raises:
        FileNotFoundError: there are none.
    """
    data, found = read_table(resources, DIMENSIONS, "dimensions")
    if data and resources.is_own(DIMENSIONS):
        known, _ = read_source(resources.shipped(DIMENSIONS), DIMENSIONS)
        found += (*_twice(data), *_gone(data, known or Map()))
    return data, found


def members_below(branch: object, path: Path = ()) -> Iterator[tuple[str, Mapping[str, object], Path]]:
    """Yield each member below a branch of a dimension, with its fields and its path, those above first."""
    for member, entry in branch.items() if isinstance(branch, Map) else ():
        here = (*path, member)
        fields = entry if isinstance(entry, Map) else Map()
        yield member, fields, here
        yield from members_below(fields.get("members"), (*here, "members"))


def _twice(data: Map) -> Iterator[Diagnostic]:
    for dimension, branch in data.items():
        first: dict[str, Path] = {}
        for member, _, path in members_below(branch, (dimension,)):
            before = first.setdefault(member, path)
            if before != path:
                spans = (key_place(data, each, DIMENSIONS) for each in (path, before))
                yield MEMBER_TWICE.at(next(spans), related=spans, dimension=dimension, name=member)


def _gone(data: Map, known: Map) -> Iterator[Diagnostic]:
    for dimension, branch in known.items():
        there = {member for member, _, _ in members_below(data.get(dimension))}
        gone = [member for member, _, _ in members_below(branch) if member not in there]
        if gone:
            span = key_place(data, (dimension,), DIMENSIONS)
            yield MEMBER_GONE.at(span, dimension=dimension, names="、".join(gone))
