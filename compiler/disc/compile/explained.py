"""What readers are told of each figure beside its derivation: what it is called, and which figures are its parts.

A sum of many lines says little as such a sum. Where the document shows the money of its branches too (this year's income
and what was carried over; basic expenditure and projects) and these, as displayed, add up to it, they are its parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from disc.compile.branches import DIMENSIONS, Branches
from disc.compile.line_titles import Names
from disc.core.document import Explained, Part
from disc.core.figure import Calculation, Count, Figure, Operation, Sum
from disc.core.ledger import THIS_YEAR, Ledger, Line
from disc.core.number import ZERO, add
from disc.load.spec_reader import Case

_WAYS = {Operation.CHANGE: ("增加", "减少"), Operation.RATE: ("增长", "下降")}
"""What is said of a change and of a rate, above zero and below."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """This year, or one stage of last year."""

    name: str
    """Its name; empty for this year."""

    end: int
    """Number of the first line that is none of its."""

    holders: tuple[str, ...]
    """For each dimension the narrowest branch that holds all its money: to name it would tell nothing."""


def explained(
    case: Case,
    past: Mapping[str, Ledger],
    figures: Sequence[Figure],
    named: Iterable[tuple[Figure, str]],
    titles: Sequence[str],
) -> tuple[Explained, ...]:
    """Return what is told of each figure of a document.

    Args:
        case: its spec.
        past: what is known of last year, by stage.
        figures: in their order: operands come before what is calculated from them.
        named: figures of measures with the measure's title; the first title of a figure is its own.
        titles: what each line is called.
    """
    return tuple(_Explainer(case, past, figures, named, titles).all())


class _Explainer:
    """Explains the figures of one document."""

    def __init__(
        self,
        case: Case,
        past: Mapping[str, Ledger],
        figures: Sequence[Figure],
        named: Iterable[tuple[Figure, str]],
        titles: Sequence[str],
    ) -> None:
        self._figures = figures
        self._titles = titles
        self._names = Names(case)
        lines = [line for ledger in (case.spec.ledger, *past.values()) for line in ledger.lines]
        self._branches = Branches(lines, case.classification.trees, self._names)
        self._stages = tuple(self._in_stages(lines, {THIS_YEAR: case.spec.ledger, **past}))
        self._ends = [stage.end for stage in self._stages]
        self._masks = tuple(map(_mask, figures))
        self._sums = {(mask, f.unit.name, f.decimals): n for n, (f, mask) in enumerate(zip(figures, self._masks))}
        self._others = {f: n for n, f in enumerate(figures) if not isinstance(f.derivation, Sum)}
        self._called = [("", "")] * len(figures)
        """For each figure what it is called, and the name of its stage, which is empty for this year's."""

        self._measures: dict[Figure | int, str] = {}
        """Titles of measures by the lines that they sum, whatever the unit; by the figure where it is no such sum."""

        for figure, title in named:
            self._measures.setdefault(_mask(figure) or figure, title)

    def _in_stages(self, lines: Sequence[Line], ledgers: Mapping[str, Ledger]) -> Iterator[_Stage]:
        start = 0
        for stage, ledger in ledgers.items():
            end = start + len(ledger.lines)
            money = sum(1 << n for n in range(start, end) if "fact" not in lines[n].coordinates)
            holders = tuple(self._branches.split(dimension, money)[0] for dimension in DIMENSIONS)
            yield _Stage(self._names.stage(stage), end, holders)
            start = end

    def all(self) -> Iterator[Explained]:
        """Yield what is told of each figure."""
        for number, figure in enumerate(self._figures):
            self._called[number] = self._call(number, figure)
            yield Explained(self._title(number), self._parts(number, figure))

    def _title(self, number: int) -> str:
        title, stage = self._called[number]
        return f"{title}（{stage}）" if title and stage else title

    def _number(self, figure: Figure) -> int:
        """Return the place of a figure in the document."""
        if isinstance(figure.derivation, Sum):
            return self._sums[_mask(figure), figure.unit.name, figure.decimals]
        return self._others[figure]

    def _call(self, number: int, figure: Figure) -> tuple[str, str]:
        """Return what a figure is called, and the name of its stage."""
        match figure.derivation:
            case Sum(lines=()):
                return "", ""
            case Sum(lines=lines):
                stage = self._stages[bisect_right(self._ends, lines[0])]
                title = self._measures.get(self._masks[number])
                if title is None:
                    title = self._titles[lines[0]] if len(lines) == 1 else self._branch(self._masks[number], stage)
                return title, stage.name
            case Count(path=path):
                return self._names.field(path), ""
            case Calculation(Operation.TOTAL, operands):
                called = [self._called[self._number(operand)] for operand in operands]
                return self._measures.get(figure) or "、".join(filter(None, (title for title, _ in called))) + "合计", called[0][1]
            case Calculation(operation, (first, second)):
                return self._calculation(figure, operation, first, second), ""
            case _:
                raise AssertionError(figure)

    def _branch(self, mask: int, stage: _Stage) -> str:
        """Return what is common to all lines of a sum and does not go without saying."""
        holders = [self._branches.split(dimension, mask)[0] for dimension in DIMENSIONS]
        return " ".join(
            self._names.member(dimension, holder)
            for dimension, holder, of_all in zip(DIMENSIONS, holders, stage.holders, strict=True)
            if holder != of_all
        )

    def _calculation(self, figure: Figure, operation: Operation, first: Figure, second: Figure) -> str:
        """Return what a calculation is called: what it tells of what."""
        if operation is Operation.RATE and isinstance(first.derivation, Calculation):
            first = first.derivation.operands[0]
        if operation is Operation.SHARE:
            part, whole = (self._called[self._number(operand)][0] for operand in (first, second))
            return f"{part}占{whole}的比重" if part and whole else ""
        title, stage = self._compared(first, second)
        return f"{title}比{stage}{_way(operation, figure)}"

    def _compared(self, this: Figure, last: Figure) -> tuple[str, str]:
        """Return what is compared with last year, and the name of last year's stage.

        One set of lines may be several measures; it is the compared one of which last year's figure is known.
        """
        title, stage = self._called[self._number(last)]
        measure = self._measures.get(_mask(last) or last)
        return measure or self._called[self._number(this)][0] or title, stage

    def _parts(self, number: int, figure: Figure) -> tuple[Part, ...]:
        match figure.derivation:
            case Sum(lines=lines):
                return self._branches_of(number, figure) if len(lines) > 1 else ()
            case Count():
                return ()
            case Calculation(operation, operands):
                numbers = [self._number(operand) for operand in operands]
                titles = self._operand_titles(figure, operation, operands, numbers)
                parts = tuple(map(Part, titles, numbers))
                return parts[::-1] if operation is Operation.CHANGE and figure.value < ZERO else parts
            case _:
                assert_never(figure.derivation)

    def _operand_titles(
        self, figure: Figure, operation: Operation, operands: Sequence[Figure], numbers: Sequence[int]
    ) -> Sequence[str]:
        match operation:
            case Operation.TOTAL:
                return [self._called[n][0] for n in numbers]
            case Operation.CHANGE:
                title, stage = self._compared(*operands)
                return title, f"{title}（{stage}）"
            case Operation.RATE:
                return f"{_way(Operation.CHANGE, figure)}额", self._title(numbers[1])
            case Operation.SHARE:
                return [self._title(n) for n in numbers]
            case _:
                assert_never(operation)

    def _branches_of(self, number: int, figure: Figure) -> tuple[Part, ...]:
        """Return the figures of the branches of a sum, in the first dimension that has them and in which they fit."""
        mask = self._masks[number]
        for dimension in DIMENSIONS:
            _, branches = self._branches.split(dimension, mask)
            found = [self._sums.get((lines, figure.unit.name, figure.decimals)) for _, lines in branches]
            numbers = [number for number in found if number is not None]
            if len(found) > 1 and len(numbers) == len(found):
                if add(*(self._figures[number].shown for number in numbers)) == figure.shown:
                    titles = (self._names.member(dimension, member) for member, _ in branches)
                    return tuple(map(Part, titles, numbers))
        return ()


def _way(operation: Operation, figure: Figure) -> str:
    return _WAYS[operation][figure.value < ZERO]


def _mask(figure: Figure) -> int:
    """Return the set of lines that a figure sums, as a bit mask; 0 if it does not sum lines."""
    return sum(1 << n for n in figure.derivation.lines) if isinstance(figure.derivation, Sum) else 0
