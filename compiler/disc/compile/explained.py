"""What readers are told of each figure beside its derivation: what it is called, and which figures are its parts.

A sum of many lines says little as such a sum. Where the document shows the money of its branches too (this year's
income and what was carried over; basic expenditure and projects) and these, as displayed, add up to it, they are its
parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from disc.compile.branches import DIMENSIONS, Branches
from disc.compile.line_titles import Names, line_titles
from disc.core.document import Document
from disc.core.explained import Explained, Part
from disc.core.figure import Calculation, Count, Figure, Operation, Sum
from disc.core.ledger import Ledger
from disc.core.number import ZERO, add
from disc.core.stages import THIS_YEAR
from disc.load.spec_reader import Case

_RISES = {Operation.CHANGE: "增加", Operation.RATE: "增长"}
_FALLS = {Operation.CHANGE: "减少", Operation.RATE: "下降"}


_FEWEST = 2
"""Parts that a sum has, if it has any."""


class _Stage(Struct, frozen=True):
    """This year, or one stage of last year."""

    name: str
    """Its name; empty for this year."""

    end: int
    """Number of the first line that is none of its."""

    money: int
    """The lines of all its money, each amount by one view only."""


def explained(
    document: Document, case: Case, past: Mapping[str, Ledger], named: Iterable[tuple[Figure, str]]
) -> Document:
    """Return a document with what is told of its figures and its lines.

    Args:
        document: its figures are in an order in which operands come before what is calculated from them.
        case: its spec.
        past: what is known of last year, by stage.
        named: figures of measures with the measure's title; the first title of a figure is its own.
    """
    explainer = _Explainer(document, case, past, (*named, *_of_summary(document)))
    return replace(document, explained=tuple(explainer.all()), line_titles=explainer.line_titles)


def _of_summary(document: Document) -> Iterator[tuple[Figure, str]]:
    """Yield the figures that the summary alone has a name for, with that name: what is spent for each person."""
    if document.summary and (per_head := document.summary.per_head):
        for number in filter(None, (per_head.this, per_head.last)):
            yield document.figures[number.figure], per_head.title


class _Explainer:
    """Explains the figures of one document."""

    def __init__(
        self, document: Document, case: Case, past: Mapping[str, Ledger], named: Iterable[tuple[Figure, str]]
    ) -> None:
        ledgers = {THIS_YEAR: case.spec.ledger, **past}
        self._figures = figures = document.figures
        self._names = Names(case)
        self.line_titles = line_titles(ledgers.values(), self._names)
        """What each line is called."""

        self._branches = Branches(document.lines, case.classification.trees, self._names)
        self._stages = tuple(self._in_stages(ledgers))
        self._ends = [stage.end for stage in self._stages]
        self._numbers = {figure: number for number, figure in enumerate(figures)}
        self._sums = {(f.lines, f.unit.name, f.decimals): number for number, f in enumerate(figures) if f.lines}
        self._measures: dict[int | Figure, list[str]] = {}
        """Titles of measures by the lines that they sum, whatever the unit; by the figure where it sums none."""

        for figure, title in named:
            self._measures.setdefault(figure.lines or figure, []).append(title)
        self._called: list[tuple[str, str]] = []
        """What each figure so far is called, and the name of its stage, which is empty for this year's."""

    def _in_stages(self, ledgers: Mapping[str, Ledger]) -> Iterator[_Stage]:
        start = 0
        for stage, ledger in ledgers.items():
            yield _Stage(self._names.stage(stage), start + len(ledger.lines), (ledger.select(()) or 0) << start)
            start += len(ledger.lines)

    def all(self) -> Iterator[Explained]:
        """Yield what is told of each figure."""
        for number, figure in enumerate(self._figures):
            self._called.append(self._call(figure))
            yield Explained(self._title(number), self._parts(figure))

    def _title(self, number: int) -> str:
        title, stage = self._called[number]
        return f"{title}（{stage}）" if title and stage else title

    def _call(self, figure: Figure) -> tuple[str, str]:
        """Return what a figure is called, and the name of its stage."""
        match figure.derivation:
            case Sum(lines):
                if not lines:
                    return "", ""
                stage = self._stages[bisect_right(self._ends, lines[0])]
                return self._call_sum(figure.lines, lines, stage), stage.name
            case Count(path):
                return self._names.field(path), ""
            case Calculation(Operation.TOTAL, operands):
                called = [self._called[self._numbers[operand]] for operand in operands]
                parts = "、".join(title for title, _ in called if title)
                return next(iter(self._titles(figure)), f"{parts}合计"), called[0][1]
            case Calculation(Operation.AVERAGE, (cost, _)):
                title, whose = self._called[self._numbers[cost]]
                return next(iter(self._titles(figure)), f"人均{title}" if title else ""), whose
            case Calculation(operation, (first, second)):
                return self._call_relation(figure, operation, first, second), ""
            case _:
                raise AssertionError(figure)

    def _call_sum(self, mask: int, lines: Sequence[int], stage: _Stage) -> str:
        """Return the measure's title, the line's, or the branches that all lines of a sum lie in."""
        if titles := self._measures.get(mask):
            return titles[0]
        if len(lines) == 1:
            return self.line_titles[lines[0]]
        # What is asked for by an economic item, say, may be lines of a view that all money together is not taken by.
        whole = stage.money if mask | stage.money == stage.money else -1
        return " ".join(self._name(*branch) for branch in self._branches.describe(mask, whole))

    def _name(self, dimension: str, widest: str, narrowest: str) -> str:
        """Return what a branch is called, with the name of the only one in it where that is another."""
        name = self._names.member(dimension, widest)
        return name if widest == narrowest else f"{name}（{self._names.member(dimension, narrowest)}）"

    def _call_relation(self, figure: Figure, operation: Operation, first: Figure, second: Figure) -> str:
        """Return what a share, a change or a rate is called."""
        if operation is Operation.SHARE:
            part, whole = (self._called[self._numbers[operand]][0] for operand in (first, second))
            return f"{part}占{whole}的比重" if part and whole else ""
        if operation is Operation.RATE and isinstance(first.derivation, Calculation):
            first = first.derivation.operands[0]
        title, stage = self._compared(first, second)
        return f"{title}比{stage}{_way(operation, figure)}"

    def _compared(self, this: Figure, last: Figure) -> tuple[str, str]:
        """Return what is compared with last year, and the name of last year's stage.

        One set of lines may be several measures: what is compared is one that both figures are, if there is any. Else
        it is what is no measure: all money of a year may lie in one branch, but the branch is not all money.
        """
        before = self._titles(last)
        shared = (title for title in self._titles(this) if title in before)
        title, stage = self._called[self._numbers[last]]
        if not (self._titles(this) and title and not before):
            title = self._called[self._numbers[this]][0] or title
        return next(shared, title), stage

    def _titles(self, figure: Figure) -> list[str]:
        """Return the titles of the measures that a figure is."""
        return self._measures.get(figure.lines or figure, [])

    def _parts(self, figure: Figure) -> tuple[Part, ...]:
        match figure.derivation:
            case Sum(lines):
                return self._branches_of(figure) if len(lines) > 1 else ()
            case Count():
                return ()
            case Calculation(operation, operands):
                numbers = [self._numbers[operand] for operand in operands]
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
                return [self._called[number][0] for number in numbers]
            case Operation.CHANGE:
                title, stage = self._compared(*operands)
                return title, f"{title}（{stage}）"
            case Operation.RATE:
                return f"{_way(Operation.CHANGE, figure)}额", self._title(numbers[1])
            case Operation.SHARE | Operation.AVERAGE:
                return [self._title(number) for number in numbers]
            case _:
                assert_never(operation)

    def _branches_of(self, figure: Figure) -> tuple[Part, ...]:
        """Return the figures of the branches of a sum, in the first dimension that has them and in which they fit."""
        for dimension in DIMENSIONS:
            _, branches = self._branches.split(dimension, figure.lines)
            if len(branches) < _FEWEST:
                continue
            found = [self._sums.get((lines, figure.unit.name, figure.decimals)) for _, lines in branches]
            numbers = [number for number in found if number is not None]
            complete = len(numbers) == len(found)
            if complete and add(*(self._figures[number].shown for number in numbers)) == figure.shown:
                return tuple(map(Part, (self._names.member(dimension, member) for member, _ in branches), numbers))
        return ()


def _way(operation: Operation, figure: Figure) -> str:
    """Return the word for the direction of a change or a rate."""
    return (_FALLS if figure.value < ZERO else _RISES)[operation]
