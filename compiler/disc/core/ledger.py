"""The ledger: every number an author stated, as lines with coordinates, and the selections over them.

A line is an amount of money with the coordinates it is known by (source, nature, function, economic, project), or
another stated number (a count, an area, a procurement amount) known by its place in the spec (`fact`). A selection is a
conjunction of constraints on coordinates; every dimension is a tree, so a constraint selects whole branches.

Often the same money is stated twice, by function and by economic item. Such a *pool* has two *views*; a selection takes
the first view that has every dimension it asks for, and a pool that is selected whole is the same money in either view.

Sets of lines are kept as bit masks: bit n is line n. That makes a selection a few integer operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import reduce
from itertools import permutations
from operator import or_
from types import MappingProxyType

from msgspec import Struct

from disc.core.flows import BOTH_SIDES, FLOW
from disc.core.interval import Interval
from disc.core.lazily import lazily
from disc.core.number import ZERO, Unit
from disc.core.paths import Paths
from disc.core.selection import Constraint, Reach, Selection
from disc.core.span import Span
from disc.core.tree import Tree

CLASSIFYING = frozenset({"source", "nature", "entity_type", "function", "economic"})
"""The dimensions that all money has; `project` and `fact` name what only some lines are about."""

_TELLING = CLASSIFYING | {"project", "unit"}
"""Those that money which is stated in part may have without saying so."""


class Line(Struct, frozen=True):
    """One stated number."""

    amount: Decimal
    """Exact amount in base units (元 for money)."""

    unit: Unit
    """The unit it was stated in."""

    decimals: int
    """Digits after the point that it is good for, in that unit."""

    path: str
    """Where it stands in the spec: basic.general.by_function.2010301."""

    span: Span
    coordinates: Mapping[str, str] = MappingProxyType({})
    """Dimension to member; a dimension that is not known is not there."""

    pool: str = ""
    """The money it is part of; lines of one pool may state the same money by different views."""

    view: str = ""

    @property
    def half_width(self) -> Decimal:
        """Half the width of the interval that the stated number stands for, in base units."""
        return Decimal(5).scaleb(-self.decimals - 1) * self.unit.scale if self.unit.rounded else Decimal(0)


def reach(lines: Iterable[Line]) -> Interval:
    """Return every number that the sum of lines may be, given what each stands for."""
    return sum((Interval.of(line.amount, line.half_width) for line in lines), Interval.of(ZERO))


class Ledger:
    """Lines and an index over them."""

    def __init__(
        self, lines: Iterable[Line], trees: Mapping[str, Tree], *, strict: bool = False, silent: bool = False
    ) -> None:
        """Index the lines.

        Args:
            lines: in the order of the source.
            trees: the tree of each dimension that has one; members of other dimensions stand for themselves.
            strict: whether money that is not known by a dimension makes a selection on it unknown (a partly stated
                last year) instead of leaving it out.
            silent: whether it says nothing of money, but for facts: all of it is unknown, and not none.
        """
        self.lines, self.strict, self._silent = tuple(lines), strict, silent
        self._trees = trees
        self._exact: dict[str, dict[str, int]] = {}
        self._pools: dict[str, dict[str, int]] = {}
        self._reported: dict[int, int] = {}
        self._found: dict[Selection, tuple[int, int]] = {}
        self._reaches: dict[Selection, Reach] = {}
        self._constraints: dict[Constraint, Reach] = {}
        self._members: dict[tuple[str, Selection], frozenset[str]] = {}
        self._open: dict[tuple[int, bool], int] = {}
        self._canonicals: dict[int, int] = {}
        self._widened: dict[int, int] = {}
        for number, line in enumerate(self.lines):
            self._enter(line, 1 << number)
        self._within = {dimension: self._branches(dimension, masks) for dimension, masks in self._exact.items()}
        self._stated = {dimension: reduce(or_, masks.values()) for dimension, masks in self._exact.items()}
        self._all = (1 << len(self.lines)) - 1
        self._reaches[()] = Reach(self._all, self._all, 0)
        self._money = self._all & ~self._stated.get("fact", 0)
        views = [tuple(views.values()) for views in self._pools.values() if len(views) > 1]
        self._doubled = [(reduce(or_, of_pool), of_pool) for of_pool in views]

    def _enter(self, line: Line, bit: int) -> None:
        if line.pool:
            views = self._pools.setdefault(line.pool, {})
            views[line.view] = views.get(line.view, 0) | bit
        for dimension, member in line.coordinates.items():
            masks = self._exact.setdefault(dimension, {})
            masks[member] = masks.get(member, 0) | bit

    def _branches(self, dimension: str, masks: dict[str, int]) -> dict[str, int]:
        """Return the lines at or below each member, given those of each."""
        within: dict[str, int] = {}
        for member, mask in masks.items():
            for above in self.ancestry(dimension, member):
                within[above] = within.get(above, 0) | mask
        return within

    @property
    def has_flows(self) -> bool:
        """Whether it tells income from expenditure; in a budget they are the same money."""
        return FLOW in self._exact

    def ancestry(self, dimension: str, member: str) -> tuple[str, ...]:
        """Return a member of a dimension and everything above it, from below."""
        tree = self._trees.get(dimension)
        return tree.ancestry(member) if tree else (member,)

    def members(self, dimension: str, selection: Selection) -> frozenset[str]:
        """Return every member of a dimension, branches included, that a selection has money in.

        Money that is stated by two views is looked up in the one that knows the dimension.
        """
        found = self._members.get((dimension, selection))
        if found is None:
            within = self._within.get(dimension, {})
            mask = self._matched((*selection, Constraint(dimension, frozenset(within))))[0]
            found = frozenset([member for member, lines in within.items() if lines & mask])
            self._members[dimension, selection] = found
        return found

    @lazily
    def paths(self) -> Paths:
        """The lines by their paths in the spec; what units state has the path that it has in theirs."""
        return Paths((n, line.coordinates.get("fact", line.path)) for n, line in enumerate(self.lines))

    def numbers(self, mask: int) -> tuple[int, ...]:
        """Return the numbers of the lines in a set, ascending."""
        found = []
        while mask:
            lowest = mask & -mask
            found.append(lowest.bit_length() - 1)
            mask ^= lowest
        return tuple(found)

    def report(self, selection: Selection, number: int) -> None:
        """Note that line `number` states the approved total of the lines selected."""
        if mask := self.select(selection):
            self._reported[mask] = number

    def reported(self, mask: int) -> int | None:
        """Return the number of the line that states the approved total of exactly these lines."""
        return self._reported.get(mask)

    def widen(self, mask: int) -> int:
        """Return a set of lines with all views of the pools that it holds whole: the same money in every form."""
        widened = self._widened.get(mask)
        if widened is None:
            widened = mask
            for whole, views in self._doubled:
                if any(mask & view == view for view in views):
                    widened |= whole
            self._widened[mask] = widened
        return widened

    def mixes(self, one: int, other: int) -> bool:
        """Return whether two sets take some money by different views of it, so that they may have it in common."""
        return any(
            one & view and other & second for _, views in self._doubled for view, second in permutations(views, 2)
        )

    def select(self, selection: Selection) -> int | None:
        """Return the set of lines that a selection means, facts only if it asks for them; 0 is none, None unknown."""
        mask, possible = self._matched(selection)
        if self._silent and not any(constraint.dimension == "fact" for constraint in selection):
            return None
        return None if self.strict and possible != mask else self._canonical(mask)

    def crossed(self, one: Reach, other: Reach) -> int | None:
        """Return the lines that two selections together mean, which ask for no facts, given their reaches.

        0 is that it is known that no money belongs to both, None that it is not known which.
        """
        possible = one.possible & other.possible & self._money
        if not possible:
            return None if self._silent else 0
        open_to = self._open_to(one.vague | other.vague, facts=False)
        possible &= open_to
        mask = one.matching & other.matching & open_to
        if mask != possible and (self.strict or not mask):
            return None
        return self._canonical(mask)

    def chosen(self, selection: Selection) -> tuple[Line, ...]:
        """Return the lines that a selection means; none where they are not known."""
        return self._taken(self.select(selection) or 0)

    def uncertain(self, selection: Selection) -> tuple[Line, ...]:
        """Return the lines that may belong to a selection: too little is known of them to tell."""
        mask, possible = self._matched(selection)
        return self._taken(possible & ~mask)

    def _taken(self, mask: int) -> tuple[Line, ...]:
        return tuple([self.lines[n] for n in self.numbers(mask)])

    def excludes(self, selection: Selection) -> bool:
        """Return whether it is known that no money belongs to a selection: no line does, and none may."""
        return not any(self._matched(selection))

    def _matched(self, selection: Selection) -> tuple[int, int]:
        """Return the lines that a selection takes, and those that it may take for all that is known."""
        found = self._found.get(selection)
        if found is None:
            found = self._found[selection] = self._match(selection)
        return found

    def _match(self, selection: Selection) -> tuple[int, int]:
        reach = self.reach(selection)
        open_to = self._open_to(reach.vague, facts="fact" in [constraint.dimension for constraint in selection])
        return reach.matching & open_to, reach.possible & open_to

    def reach(self, selection: Selection) -> Reach:
        """Return what a selection says of each line; rows and columns of tables have few, and cross often."""
        reach = self._reaches.get(selection)
        if reach is None:
            # Selections are made by narrowing others, whose reach is known.
            reach = self.reach(selection[:-1]).narrowed(self._constrained(selection[-1]))
            self._reaches[selection] = reach
        return reach

    def _constrained(self, constraint: Constraint) -> Reach:
        reach = self._constraints.get(constraint)
        if reach is None:
            matching, vague = self.matching(constraint), self._vague(constraint)
            reach = self._constraints[constraint] = Reach(matching, matching | vague, vague)
        return reach

    def _open_to(self, vague: int, *, facts: bool) -> int:
        """Return the lines that are open to a selection: of each pool the first view that has what is asked."""
        open_to = self._open.get((vague, facts))
        if open_to is None:
            open_to = self._all if facts else self._money
            for whole, views in self._doubled:
                chosen = next((view for view in views if not view & vague), views[0])
                open_to &= chosen | ~whole
            self._open[vague, facts] = open_to
        return open_to

    def matching(self, constraint: Constraint) -> int:
        """Return every line with one of the members, whatever view of its pool it is."""
        if constraint.dimension == FLOW and not self.has_flows:
            return 0 if constraint.members.isdisjoint(BOTH_SIDES) else self._all
        within = self._within.get(constraint.dimension, {})
        mask = 0
        for member in constraint.members:
            mask |= within.get(member, 0)
        return mask

    def _vague(self, constraint: Constraint) -> int:
        """Return the lines whose coordinate is missing, or only known more coarsely than asked."""
        if constraint.dimension not in (_TELLING if self.strict else CLASSIFYING):
            return 0
        mask = self._all & ~self._stated.get(constraint.dimension, 0)
        exact = self._exact.get(constraint.dimension, {})
        for member in constraint.members:
            for above in self.ancestry(constraint.dimension, member)[1:]:
                mask |= exact.get(above, 0)
        return mask

    def _canonical(self, mask: int) -> int:
        """Return the same money by each pool's first view wherever a pool is selected whole."""
        canonical = self._canonicals.get(mask)
        if canonical is None:
            canonical = mask
            for _, (first, *others) in self._doubled:
                for other in others:
                    if canonical & other == other:
                        canonical = canonical & ~other | first
            self._canonicals[mask] = canonical
        return canonical
