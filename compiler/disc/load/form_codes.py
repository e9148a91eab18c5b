"""The codes of the classification that a form selects: which there are depends on the year of the spec."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.classification import TITLES, Classification
from disc.load.table_files import FOLDER
from disc.load.tree import Map, Path, Seq, words

UNKNOWN_FORM_CODE = Rule(
    "unknown-form-code",
    Level.ERROR,
    Words("表样选取的科目编码不存在", "A form selects a code that does not exist"),
    Words("{table}没有 {code}，哪一年的都没有", "the table of {table} has no {code} in any year"),
    Words("核对编码：{near_zh}", "Check the code: {near_en}"),
)


class Code(Struct, frozen=True):
    """A code of the classification that a form selects."""

    dimension: str
    """function or economic."""

    member: str
    span: Span


def selections(here: object, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield every selection of a form's contents; `select` means nothing else, wherever it stands."""
    if isinstance(here, Map):
        for key, value in here.items():
            if key == "select" and isinstance(value, Map) and path not in (("measures",), ("tables",), ("sections",)):
                yield (*path, key), value
            else:
                yield from selections(value, (*path, key))
    elif isinstance(here, Seq):
        for n, value in enumerate(here):
            yield from selections(value, (*path, n))


def chosen(selection: Mapping[str, Any], path: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield what a selection names: dimension, member, and the path where it stands."""
    for dimension, value in selection.items():
        for n, member in enumerate(words(value)):
            yield dimension, member, (*path, dimension, n) if isinstance(value, Seq) else (*path, dimension)


def codes_of(contents: Mapping[str, Any], place: Callable[[Path], Span]) -> tuple[Code, ...]:
    """Return the codes that a form selects, by its contents and where these stand."""
    found = (each for path, selection in selections(contents) for each in chosen(selection, path))
    return tuple(Code(dimension, member, place(path)) for dimension, member, path in found if dimension in TITLES)


def unknown_codes(
    codes: Iterable[Code], tables: Classification, others: Iterable[Classification]
) -> tuple[Diagnostic, ...]:
    """Return the codes that a form selects and no table has.

    Args:
        codes: those that the form selects.
        tables: those of the year at hand.
        others: those of all years, read one by one and only where the first do not do, since every disclosure depends
            on what was read for it.
    """
    lacking = [code for code in codes if not tables.knows(code.dimension, code.member)]
    known = tuple(others) if lacking else ()
    return tuple(
        UNKNOWN_FORM_CODE.at(code.span, table=TITLES[code.dimension], code=code.member, near_zh=zh, near_en=en)
        for code in lacking
        if not any(year.knows(code.dimension, code.member) for year in known)
        for zh, en in [_near(code, tables)]
    )


def _near(code: Code, tables: Classification) -> tuple[str, str]:
    found = tables.tables[code.dimension].nearest(code.member)
    table = f"{FOLDER}/{tables.year}/{code.dimension}.yaml"
    return (f"最接近的是 {found}", f"the nearest is {found}") if found else (f"见 {table}", f"{table} has them all")
