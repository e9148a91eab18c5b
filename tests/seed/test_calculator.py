"""A reader with a calculator gets the same numbers, from what data.json says and with arithmetic of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction

from msgspec import Struct

from tests.golden_files import Data
from tests.seed.one_leaf import places
from tests.seed.spec import document, seed_data

SCALES = {"元": 1, "万元": 10000}


def test_every_figure_follows_from_what_it_says_it_is_derived_from() -> None:
    data = seed_data()
    wrong = {
        name: (figure["text"], text)
        for name, figure in data["figures"].items()
        if figure["text"] != (text := by_calculator(figure, data))
    }
    assert wrong == {}
    assert {figure["derivation"]["operation"] for figure in data["figures"].values()} == {
        *("sum", "total", "change", "rate", "share", "count", "average"),
    }


def test_an_approved_total_stands_wherever_its_lines_are_summed() -> None:
    derivations = [figure["derivation"] for figure in seed_data()["figures"].values()]
    approved = {tuple(d["lines"]): d["reported"] for d in derivations if "reported" in d}
    assert len(approved) == 6
    assert all(d.get("reported") == approved.get(tuple(d["lines"])) for d in derivations if "lines" in d)


def test_the_same_lines_show_the_same_number_everywhere() -> None:
    figures = [figure for figure in seed_data()["figures"].values() if "lines" in figure["derivation"]]
    shown: dict[tuple[int, ...], set[str]] = {}
    for figure in figures:
        shown.setdefault(tuple(figure["derivation"]["lines"]), set()).add(figure["text"])
    assert {lines: texts for lines, texts in shown.items() if len(texts) > 1} == {}


def test_every_number_on_the_page_is_its_figure_without_the_sign() -> None:
    data = seed_data()
    written = [number for place in places(data) for number in place.figures]
    assert len(written) > 400
    wrong = [(name, text) for name, text in written if text not in (writings := allowed(data["figures"][name]))]
    assert wrong == []
    assert writings


def test_no_amount_on_the_page_is_typed() -> None:
    # It would not move with the facts. What stays are the names of two classes of equipment.
    words = [inline["text"] for place in places(seed_data()) for inline in place.inlines if "figure" not in inline]
    assert re.findall("[0-9.]+ *万?元", "\n".join(words)) == ["50万元", "100万元"] * 2


def test_there_is_no_float_in_the_document() -> None:
    kinds = {type(value) for value in inside(document())}
    assert kinds.isdisjoint({float, complex})
    assert {str, int} <= kinds


def test_there_is_no_float_in_the_data() -> None:
    assert {type(value) for value in inside(seed_data())} == {str, int, bool}


def by_calculator(figure: Data, data: Data) -> str:
    """Return the digits that a figure must show."""
    derivation = figure["derivation"]
    operands = [data["figures"][name] for name in derivation.get("operands", ())]
    exact = [Fraction(operand["value"]) for operand in operands]
    shown = [Fraction(operand["text"]) for operand in operands]
    match derivation["operation"]:
        case "sum":
            numbers = [derivation["reported"]] if "reported" in derivation else derivation["lines"]
            lines = [data["lines"][n] for n in numbers]
            scale = SCALES.get(figure["unit"], 1)
            value = sum(Fraction(line["amount"]) * SCALES.get(line["unit"], 1) / scale for line in lines)
        case "total":
            value = sum(exact)
        case "count":
            value = Fraction(len(derivation["places"]))
        case "change":
            value = shown[0] - shown[1]
        case "rate" | "share":
            value = shown[0] * 100 / shown[1]
        case "average":
            value = shown[0] / shown[1]
        case other:
            raise AssertionError(other)
    return half_up(Fraction(value), figure["decimals"])


def half_up(value: Fraction, decimals: int) -> str:
    """Return a number with so many decimals, half away from zero, with integers only."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 and whole else text


def allowed(figure: Data) -> set[str]:
    """Return how a figure may be written: with its unit in sentences, without in cells, nothing as 0."""
    digits = figure["text"].removeprefix("-")
    written = {digits} if digits.strip("0.") else {digits, "0"}
    return written | {text + figure["unit"] for text in written}


def inside(value: object) -> Iterator[object]:
    """Return every value that something is made of, whatever holds it."""
    if isinstance(value, Enum):
        return
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from inside(getattr(value, name))
    elif isinstance(value, dict):
        yield from inside(list(value))
        yield from inside(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for entry in value:
            yield from inside(entry)
    else:
        yield value
