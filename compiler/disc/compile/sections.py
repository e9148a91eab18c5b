"""Parts, sections and blocks: puts what the form declares in order and numbers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from disc.compile.book import Book, unmarked
from disc.compile.layouts import layout
from disc.compile.numbering import label
from disc.compile.prose import prose
from disc.compile.tables import table
from disc.compile.writer import Writers
from disc.core import document
from disc.core.document import Enumeration, Item, Paragraph
from disc.load.classification import Classification
from disc.load.form import Block, Form, Part, Section

Local = Mapping[str, Any]
"""Names that only the templates of one repetition see."""


class Composer:
    """Composes the sections of one document; it counts what has been numbered so far."""

    def __init__(self, form: Form, classification: Classification, book: Book, writers: Writers) -> None:
        self._form = form
        self._classification = classification
        self._book = book
        self._writers = writers
        self._numbering: tuple[str, ...] = ()
        self._tables = 0
        self._used: dict[str, int] = {}

    def parts(self) -> tuple[document.Section, ...]:
        """Return the parts of the document.

        Raises:
            FormError: a template of the form cannot be run.
        """
        return tuple(self._part(number, part) for number, part in enumerate(self._form.parts, start=1))

    def _part(self, number: int, part: Part) -> document.Section:
        blocks: list[document.Block] = []
        numbered = 0
        self._numbering = part.numbering
        for section in part.sections:
            if not self._writers[section.display].holds(section.when, {}):
                continue
            if section.title is None:
                # Without a heading of its own, what stands in it is headed as a section is.
                blocks += self._blocks(section.blocks, {}, 2)
            else:
                numbered += 1
                blocks.append(self._section(numbered, section))
        return self._headed(1, number, part.id, self._writers[self._form.text].text(part.title), blocks)

    def _section(self, number: int, section: Section) -> document.Section:
        name = f"table-{section.id}" if section.blocks[0].table == section.id else section.id
        title = self._writers[section.display].text(section.title)
        return self._headed(2, number, name, title, list(self._blocks(section.blocks, {}, 3)))

    def _headed(
        self, level: int, number: int, name: str, title: str, blocks: Sequence[document.Block]
    ) -> document.Section:
        pattern = self._numbering[level - 1] if level <= len(self._numbering) else ""
        return document.Section(
            id=self._unique(name.replace("_", "-")),
            level=level,
            label=label(pattern, number),
            title=unmarked(title),
            blocks=tuple(blocks),
        )

    def _unique(self, name: str) -> str:
        """Return a name that nothing else in the document has: the second `targets` is targets-2."""
        self._used[name] = self._used.get(name, 0) + 1
        return name if self._used[name] == 1 else f"{name}-{self._used[name]}"

    def _blocks(self, blocks: Sequence[Block], local: Local, level: int) -> Iterator[document.Block]:
        numbered = 0
        for block in blocks:
            for names in self._repetitions(block, local):
                if block.title is not None:
                    numbered += 1
                    title = self._writers[block.display].text(block.title, names)
                    inner = list(self._blocks(block.blocks, names, level + 1))
                    yield self._headed(level, numbered, f"section-{level}", title, inner)
                else:
                    yield from self._block(block, names, level)

    def _repetitions(self, block: Block, local: Local) -> Iterator[Local]:
        """Return the names for each time that a block stands in the document."""
        writer = self._writers[block.display]
        if block.each is None:
            if writer.holds(block.when, local):
                yield local
            return
        things = list(writer.value(block.each, local) or ())
        all_names = [{**local, block.name: it} for it in things]
        chosen = [names for names in all_names if writer.holds(block.when, names)]
        for place, names in enumerate(chosen, start=1):
            yield {**names, "index": place, "first": place == 1, "last": place == len(chosen)}

    def _block(self, block: Block, local: Local, level: int) -> Iterator[document.Block]:
        writer = self._writers[block.display]
        if block.text is not None:
            if content := writer.inlines(block.text, local):
                yield Paragraph(content)
        elif block.prose is not None:
            yield from prose(writer.say(block.prose, local), self._item_label)
        elif block.table:
            yield self._table(block.table, local)
        elif block.source is not None or block.items:
            if items := self._items(block, local):
                yield Enumeration(items)
        else:
            yield from self._blocks(block.blocks, local, level)

    def _item_label(self, number: int) -> str:
        return label(self._form.item_label, number)

    def _items(self, block: Block, local: Local) -> tuple[Item, ...]:
        if block.source is not None:
            texts = self._writers[block.display].say_each(block.source, local)
            found = [prose(text, self._item_label) for text in texts]
        else:
            filled = [(item, names) for item in block.items for names in self._repetitions(item, local)]
            contents = [self._writers[item.display].inlines(item.text, names) for item, names in filled]
            found = [(Paragraph(content),) for content in contents if content]
        return tuple(Item(self._item_label(number), blocks) for number, blocks in enumerate(found, start=1))

    def _table(self, name: str, local: Local) -> document.Table:
        declared = self._form.tables[name]
        writer = self._writers[declared.display]
        number = ""
        if declared.numbered:
            self._tables += 1
            number = label(self._form.table_label, self._tables)
        anchor = self._unique(name.replace("_", "-"))
        if declared.layout:
            return layout(declared, anchor, number, writer, local)
        return table(declared, anchor, number, self._form, self._classification, self._book, writer)
