"""Those who must publish: a list beside the specs, and who of it has not published for a year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.form_years import Years
from disc.load.resources import Resources, lies_within
from disc.load.spec_paths import SPECS, Identity
from disc.load.tree import Map, place

LIST = f"{SPECS}/publishers.yaml"
"""Where a root has its list, if it has one."""

SCHEMA = "schema/publishers.schema.json"

NOT_PUBLISHED = Rule(
    "not-published",
    Level.NOTICE,
    Words("应当公开的单位没有公开", "One who must publish has not"),
    Words(
        "{name}没有 {year} 年的{what_zh}，本地区已有单位公开这一年的",
        "{name} has no {what_en} for {year}, and others of its region have",
    ),
    Words(
        "加上 …/{id}/{year}-{kind}.yaml；已经撤并的，在 specs/publishers.yaml 的这一条写 to: 最后一年",
        "Add …/{id}/{year}-{kind}.yaml; if the office is no more, write `to: its last year` in this entry",
    ),
)

PUBLISHER_REGION = Rule(
    "publisher-region",
    Level.ERROR,
    Words("名单上的行政区划代码不在表中", "The list has a division code that the table has not"),
    Words("{name}：行政区划代码表中没有 {code}", "{name}: the table of divisions has no {code}"),
    Words(
        "核对代码；新的地区请加入本库的 schema/classification/regions.yaml",
        "Check the code; add new regions to schema/classification/regions.yaml of this root",
    ),
)

PUBLISHER_KIND = Rule(
    "publisher-kind",
    Level.ERROR,
    Words("名单上的公开文件种类不存在", "The list has a kind of document that there is not"),
    Words("{name}：没有“{kind}”这种公开文件", '{name}: there is no kind of document "{kind}"'),
    Words("可选（最接近的在前）：{known_zh}", "Kinds there are, nearest first: {known_en}"),
)

PUBLISHER_TWICE = Rule(
    "publisher-twice",
    Level.ERROR,
    Words("名单上同一单位有两条", "The list has an office twice"),
    Words(
        "{name}：{region} 的 {id} 在第 {line} 行已有一条",
        "{name}: {id} of {region} has an entry in line {line} already",
    ),
    Words(
        "删去一条；部门和部门本级是两个单位，各有自己的 id",
        "Delete one; a department and its own headquarters are two, each with an id of its own",
    ),
)

PUBLISHER_YEARS = Rule(
    "publisher-years",
    Level.ERROR,
    Words("名单上的起止年度颠倒", "The years of an entry of the list are reversed"),
    Words("{name}：从 {first} 年起、到 {last} 年止，没有一个年度", "{name}: there is no year from {first} to {last}"),
    Words("改正 from 或 to", "Correct `from` or `to`"),
)


class Publisher(Struct, frozen=True):
    """One who must publish."""

    region: str
    id: str
    name: str
    kind: str
    years: Years
    """Of which years."""

    span: Span
    """Its entry in the list."""


class Due(Struct, frozen=True):
    """What somebody has not published."""

    publisher: Publisher
    year: int


def load_publishers(root: Path) -> tuple[tuple[Publisher, ...], tuple[Diagnostic, ...]]:
    """Return those who must publish, nobody where a root has no list, and what is wrong with the list."""
    path = root / LIST
    if not (path.is_file() and lies_within(root, LIST)):
        return (), ()
    # What reads the list is imported by who reads it; where nothing has changed, nobody does.
    from disc.load.schema import Schema, validate  # noqa: PLC0415
    from disc.load.source import read_file  # noqa: PLC0415

    data, diagnostics = read_file(path, LIST)
    if data is None:
        return (), diagnostics
    diagnostics += validate(data, Schema.read(Resources(root), SCHEMA), LIST)
    return (() if diagnostics else tuple(_publishers(data))), diagnostics


def _publishers(data: Map) -> Iterator[Publisher]:
    entries: Any = data["publishers"]
    for number, entry in enumerate(entries):
        years = Years(entry["from"], entry.get("to"))
        span = place(data, ("publishers", number), LIST)
        yield Publisher(str(entry["region"]), entry["id"], entry["name"], entry["kind"], years, span)


def unpublished(publishers: Iterable[Publisher], known: Iterable[Identity]) -> tuple[Due, ...]:
    """Return what those who must publish have not, of the years of which others of their region have a spec.

    Args:
        publishers: the list.
        known: the specs there are; one without a region counts for every region, since it cannot be read.
    """
    there = set(known)
    years: dict[tuple[str, str], list[int]] = {}
    for year, region, kind in sorted({(spec.year, spec.region, spec.kind) for spec in there if spec.region}):
        years.setdefault((region, kind), []).append(year)
    return tuple(
        Due(one, year)
        for one in publishers
        for year in years.get((one.region, one.kind), ())
        if year in one.years
        if there.isdisjoint(Identity(of, one.id, one.kind, year) for of in (one.region, ""))
    )


def judged(publishers: Sequence[Publisher], known: Collection[Identity], resources: Resources) -> Iterator[Diagnostic]:
    """Yield a finding for each year that is missing, and for each entry that nobody could be missed by.

    Args:
        publishers: the list.
        known: the specs there are, as `unpublished` takes them.
        resources: has the table of regions and the schemas of the kinds.
    """
    yield from _contradictions(publishers)
    missing = unpublished(publishers, known)
    # A year is missed where others of the region have it: of what there is not, nothing ever would be.
    regions, kinds = {spec.region for spec in known}, {spec.kind for spec in known}
    elsewhere = [one for one in publishers if one.region not in regions]
    other = [one for one in publishers if one.kind not in kinds]
    if not (missing or elsewhere or other):
        return
    from disc.load.schema_words import suggest  # noqa: PLC0415 - as in `load_publishers`
    from disc.load.spec_reader import Library  # noqa: PLC0415 - likewise

    library = Library(resources)
    titles = {kind: library.kind_title(kind) for kind in library.kinds()} if missing or other else {}
    for due in missing:
        one = due.publisher
        title = titles.get(one.kind, one.kind)
        yield NOT_PUBLISHED.at(
            one.span, name=one.name, kind=one.kind, what_zh=title, what_en=one.kind, id=one.id, year=due.year
        )
    names = library.regions()[0].names if elsewhere else {}
    for one in elsewhere:
        if one.region not in names:
            yield PUBLISHER_REGION.at(one.span, name=one.name, code=one.region)
    for one in other:
        if one.kind not in titles:
            shown = suggest(one.kind, titles)
            yield PUBLISHER_KIND.at(one.span, name=one.name, kind=one.kind, known_zh=shown.zh, known_en=shown.en)


def _contradictions(publishers: Iterable[Publisher]) -> Iterator[Diagnostic]:
    """Yield the entries that contradict themselves or an earlier one."""
    first: dict[tuple[str, str, str], Span] = {}
    for one in publishers:
        before = first.setdefault((one.region, one.id, one.kind), one.span)
        if before is not one.span:
            yield PUBLISHER_TWICE.at(
                one.span, related=(before,), name=one.name, id=one.id, region=one.region, line=before.line
            )
        if one.years.first is not None and one.years.last is not None and one.years.last < one.years.first:
            yield PUBLISHER_YEARS.at(one.span, name=one.name, first=one.years.first, last=one.years.last)
