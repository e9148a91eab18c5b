"""What a format writes for cells, kept for the next time: of words from one disclosure to the next.

The names of codes and columns come again in every disclosure, and the compiler has equal cells in memory once, so a
cell is known by its identity, which takes a third of the time of asking for its contents. What is written depends on
nothing but the cell; a cell with a number in it, which is another one in every disclosure, is not kept.
"""

from __future__ import annotations

from disc.core.document import Cell, Number

MOST = 2048
"""Cells of which something is kept at a time. A disclosure has some dozens of its own, and each takes a copy of all."""


class Kept:
    """What one format writes for cells of words; forgets all once there are too many."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        # As long as a cell is in the list, no other thing has its identity. The two go together, whatever threads do.
        self._now: tuple[dict[int, str], list[Cell]] = {}, []

    def keep(self, cell: Cell, text: str) -> None:
        """Keep what is written for a cell."""
        texts, cells = self._now
        if len(cells) >= self._most:
            self._now = texts, cells = {}, []
        cells.append(cell)
        texts[id(cell)] = text

    def texts(self) -> dict[int, str]:
        """Return what is kept, by the identities of the cells."""
        texts, _ = self._now
        return texts.copy()


class Written:
    """What one format writes for the cells of one document, which is there before this and lives as long."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.texts = kept.texts()
        """What is written, by the identities of the cells."""

    def keep(self, cell: Cell, text: str) -> str:
        """Return a text, and keep it for the next time: for other documents too if there are only words in the cell."""
        self.texts[id(cell)] = text
        for inline in cell.content:
            if isinstance(inline, Number):
                return text
        self._kept.keep(cell, text)
        return text
