"""What readers are told of a figure in words, beside its derivation."""

from __future__ import annotations

from msgspec import Struct


class Part(Struct, frozen=True):
    """What a figure is calculated from, or a part that it has."""

    title: str
    """What it is called here; may be empty."""

    figure: int
    """Its place in `Document.figures`."""


class Explained(Struct, frozen=True):
    """What a figure is called, and what it is made of."""

    title: str = ""
    """What it is called: 项目支出, 项目支出比上年预算数增加; empty where nothing names it."""

    parts: tuple[Part, ...] = ()
    """For a calculation its operands, those of a fall the other way round; for a sum the figures that, as displayed,
    add up to it, or none where it is the sum of its lines only."""
