"""Where the official text states a figure: the section whose sentences have it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disc.core.document import Block, Enumeration, Number, Paragraph, Section, Table


def places(sections: Iterable[Section]) -> Mapping[int, str]:
    """Return for each figure that sentences state, by its number, the id of the section whose sentence is the first."""
    found: dict[int, str] = {}
    for figure, section in _stated(sections, ""):
        found.setdefault(figure, section)
    return found


def _stated(blocks: Iterable[Block], here: str) -> Iterator[tuple[int, str]]:
    for block in blocks:
        match block:
            case Section():
                yield from _stated(block.blocks, block.id)
            case Paragraph():
                yield from ((inline.figure, here) for inline in block.content if isinstance(inline, Number))
            case Enumeration():
                for item in block.items:
                    yield from _stated(item.blocks, here)
            case Table():
                pass
