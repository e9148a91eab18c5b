"""The lines of a document by the branches of each dimension; sets of lines are bit masks, as in the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from disc.compile.line_titles import Names
from disc.core.flows import FLOW
from disc.core.ledger import Line
from disc.core.tree import Tree

DIMENSIONS = (FLOW, "source", "nature", "unit", "function", "economic", "project")
"""In which order branches are looked for; the lines of a budget have no flow."""

_DISPENSABLE = ("source", FLOW, "nature", "economic", "function", "project", "unit")
"""The same, those first that lines are described without if they can be."""

_CODED = frozenset({"function", "economic"})

Branch: TypeAlias = tuple[str, int]
"""A member of a dimension, and the set of all lines that belong to it."""


class Branches:
    """An index of lines of money."""

    def __init__(self, lines: Sequence[Line], trees: Mapping[str, Tree], names: Names) -> None:
        exact: dict[str, dict[str, int]] = {dimension: {} for dimension in DIMENSIONS}
        for number, line in enumerate(lines):
            if "fact" not in line.coordinates:
                for dimension, member in line.coordinates.items():
                    if (masks := exact.get(dimension)) is not None:
                        masks[member] = masks.get(member, 0) | 1 << number
        self._lines: dict[tuple[str, str], int] = {}
        self._below: dict[str, dict[str, list[Branch]]] = {}
        self._holders: dict[tuple[str, int], str] = {}
        """The narrowest branch by dimension and lines; what a sum is called asks for it, and what its parts are."""

        for dimension, masks in exact.items():
            self._below[dimension] = below = _below(masks, trees.get(dimension), names.order(dimension))
            self._lines |= {(dimension, member): held for branch in below.values() for member, held in branch}

    def split(self, dimension: str, mask: int) -> tuple[str, list[Branch]]:
        """Return the narrowest branch that holds a set of lines, and the parts into which the branches below it cut it.

        The branch is empty where no single one holds them; there are no parts where some line lies in none of them.
        """
        holder = self._holder(dimension, mask)
        below = self._below[dimension].get(holder, ())
        parts = [(member, lines & mask) for member, lines in below if lines & mask]
        return holder, parts if sum(lines for _, lines in parts) == mask else []

    def _holder(self, dimension: str, mask: int) -> str:
        """Return the narrowest branch that holds a set of lines; empty where no single one does."""
        found = self._holders.get((dimension, mask))
        if found is None:
            found = self._holders[dimension, mask] = self._narrowest(self._below[dimension], mask)
        return found

    def _narrowest(self, below: Mapping[str, Sequence[Branch]], mask: int) -> str:
        holder, narrower = "", True
        while narrower:
            narrower = False
            for member, lines in below.get(holder, ()):
                if lines & mask == mask:
                    holder, narrower = member, True
                    break
        return holder

    def describe(self, mask: int, whole: int) -> list[tuple[str, str, str]]:
        """Return the branches that have just a set of lines of the whole in common: dimension, widest and narrowest.

        There are as few of them as will do, so that none goes without saying. Where one branch is all there is of the
        one above it, both are the same money, and readers may have met it by either name.
        """
        named = {dimension: holder for dimension in DIMENSIONS if (holder := self._holder(dimension, mask))}
        held = {dimension: self._lines[dimension, holder] for dimension, holder in named.items()}
        for dimension in _DISPENSABLE:
            if dimension in held:
                common = whole
                for other, lines in held.items():
                    common &= lines if other != dimension else -1
                if common == mask:
                    del named[dimension], held[dimension]
        return [(dimension, self._widest(dimension, named, mask, whole), holder) for dimension, holder in named.items()]

    def _widest(self, dimension: str, named: Mapping[str, str], mask: int, whole: int) -> str:
        """Return the widest branch that can stand in the place of the narrowest in a description; only codes have one.

        Tables show a code at each level, whereas nobody asks for the kind of a source.
        """
        if dimension not in _CODED:
            return named[dimension]
        for other, holder in named.items():
            whole &= self._lines[other, holder] if other != dimension else -1
        holder = ""
        while holder != named[dimension]:
            ((holder, lines),) = [branch for branch in self._below[dimension][holder] if branch[1] & mask]
            if lines & whole == mask:
                break
        return holder


def _below(masks: Mapping[str, int], tree: Tree | None, order: Mapping[str, int]) -> dict[str, list[Branch]]:
    """Return the branches below each member, those at the top below the empty one."""
    within: dict[str, int] = {}
    above: dict[str, str] = {}
    for member, mask in masks.items():
        chain = tree.ancestry(member) if tree else (member,)
        for lower, higher in zip(chain, (*chain[1:], ""), strict=True):
            within[lower] = within.get(lower, 0) | mask
            above[lower] = higher
    below: dict[str, list[Branch]] = {}
    # Codes sort by themselves, units and projects stand as they come.
    for member in sorted(within, key=lambda member: (order.get(member, 0), member)) if tree else within:
        below.setdefault(above[member], []).append((member, within[member]))
    return below
