"""Where the official text states a figure: the section whose sentences have it first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disc.core.document import Block, Enumeration, Number, Paragraph, Section


def places(sections: Iterable[Section]) -> Mapping[int, str]:
    """Return for each figure that sentences state, by its number, the id of the section whose sentence is the first."""
    found: dict[int, str] = {}
    _note(found, sections, "")
    return found


def _note(found: dict[int, str], blocks: Iterable[Block], here: str) -> None:
    """Add the figures that stand in blocks of a section, and are not found yet."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for inline in block.content:
                if isinstance(inline, Number):
                    found.setdefault(inline.figure, here)
        elif isinstance(block, Enumeration):
            for item in block.items:
                _note(found, item.blocks, here)
        elif isinstance(block, Section):
            _note(found, block.blocks, block.id)
