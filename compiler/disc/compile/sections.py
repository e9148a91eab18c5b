"""Parts, sections and blocks: puts what the form declares in order and numbers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from disc.compile.book import inlines, unmarked
from disc.compile.coverage import Sightings
from disc.compile.layouts import layout
from disc.compile.numbering import label
from disc.compile.prose import prose
from disc.compile.tables import Tables
from disc.compile.writer import Writer, Writers
from disc.core import document
from disc.core.document import Enumeration, Item, Paragraph, Status
from disc.core.span import Span
from disc.load.form import Block, Display, Form, Mark, Part, Section, Template

Local = Mapping[str, Any]
"""Names that only the templates of one repetition see."""


class Composer:
    """Composes the sections of one document; it counts what has been numbered so far."""

    def __init__(self, form: Form, writers: Writers, tables: Tables, *, for_readers: bool) -> None:
        """Begin.

        Args:
            form: what it is to say.
            writers: write it.
            tables: makes the tables of numbers.
            for_readers: whether there are any; otherwise templates are run, and nothing is kept of what they say.
        """
        self._for_readers = for_readers
        self._form = form
        self._writers = writers
        self._of_numbers = tables
        self._numbering: tuple[str, ...] = ()
        self._tables = 0
        self._used: dict[str, int] = {}
        self._here = ""
        self.sightings: Sightings = {}
        """What of the requirements has been met with so far, and where."""

        self.empty: dict[Span, str] = {}
        """The headings so far below which nothing stands: where the form has them, and what they say."""

    def parts(self) -> tuple[document.Section, ...]:
        """Return the parts of the document.

        Raises:
            FormError: a template of the form cannot be run.
        """
        return tuple(self._part(number, part) for number, part in enumerate(self._form.parts, start=1))

    def _part(self, number: int, part: Part) -> document.Section:
        self._numbering = part.numbering
        title = self._writers[self._form.text].text(part.title)
        return self._noticed(self._headed(1, number, part.id, title, lambda: self._sections(part)), part.title, ())

    def _sections(self, part: Part) -> Iterator[document.Block]:
        numbered = 0
        for section in part.sections:
            if not self._writers[section.display].holds(section.when, {}):
                continue
            if section.title is None:
                # Without a heading of its own, what stands in it is headed as a section is.
                yield from self._content(section, 2)
            else:
                numbered += 1
                yield self._section(numbered, section, section.title)

    def _section(self, number: int, section: Section, heading: Template) -> document.Section:
        name = f"table-{section.id}" if section.blocks[0].table == section.id else section.id
        title = self._writers[section.display].text(heading)
        made = self._headed(2, number, name, title, lambda: self._content(section, 3))
        return made if section.fulfils else self._noticed(made, heading, section.blocks)

    def _content(self, section: Section, level: int) -> tuple[document.Block, ...]:
        blocks = tuple(self._blocks(section.blocks, {}, level))
        if blocks:
            self._meet(section.fulfils, Status.PRESENT, section.display, {})
        return blocks

    def _headed(
        self, level: int, number: int, name: str, title: str, blocks: Callable[[], Iterable[document.Block]]
    ) -> document.Section:
        pattern = self._numbering[level - 1] if level <= len(self._numbering) else ""
        above, self._here = self._here, self._unique(name.replace("_", "-"))
        section = document.Section(self._here, level, label(pattern, number), unmarked(title), tuple(blocks()))
        self._here = above
        return section

    def _noticed(self, section: document.Section, heading: Template, blocks: Sequence[Block]) -> document.Section:
        """Return a section, and note it if nothing stands below its heading.

        Where something is to be published there, that is told of as missing.
        """
        if not section.blocks and not any(map(_fulfils, blocks)):
            self.empty.setdefault(heading.span, section.title)
        return section

    def _meet(self, marks: Iterable[Mark], status: Status, display: Display, local: Local, here: str = "") -> None:
        """Note that what stands in a section, the present one if none is given, meets requirements."""
        for mark in marks:
            if self._writers[display].holds(mark.when, local):
                self.sightings.setdefault((mark.item, status), here or self._here)

    def _unique(self, name: str) -> str:
        """Return a name that nothing else in the document has: the second `targets` is targets-2."""
        self._used[name] = self._used.get(name, 0) + 1
        return name if self._used[name] == 1 else f"{name}-{self._used[name]}"

    def _blocks(self, blocks: Sequence[Block], local: Local, level: int) -> Iterator[document.Block]:
        numbered = 0
        for block in blocks:
            writer = self._writers[block.display]
            for names in self._repetitions(block, writer, local):
                numbered += block.title is not None
                made = tuple(self._block(block, writer, names, level, numbered))
                section = made[0] if made and isinstance(made[0], document.Section) else None
                if made and (section is None or section.blocks):
                    # A subsection is itself the place of what it fulfils.
                    here = section.id if section else ""
                    self._meet(block.fulfils, Status.PRESENT, block.display, names, here)
                    self._meet(block.states_none, Status.NOT_APPLICABLE, block.display, names, here)
                yield from made

    def _repetitions(self, block: Block, writer: Writer, local: Local) -> Iterator[Local]:
        """Return the names for each time that a block stands in the document."""
        if block.each is None:
            if writer.holds(block.when, local):
                yield local
            return
        all_names = [{**local, block.name: it} for it in writer.each(block.each, local)]
        chosen = [names for names in all_names if writer.holds(block.when, names)]
        for place, names in enumerate(chosen, start=1):
            yield {**names, "index": place, "first": place == 1, "last": place == len(chosen)}

    def _block(self, block: Block, writer: Writer, local: Local, level: int, number: int) -> Iterator[document.Block]:
        if block.title is not None:
            title = writer.text(block.title, local)
            inner = partial(self._blocks, block.blocks, local, level + 1)
            yield self._noticed(self._headed(level, number, f"section-{level}", title, inner), block.title, (block,))
        elif block.text is not None:
            if text := writer.text(block.text, local):
                yield self._paragraph(text)
        elif block.prose is not None:
            yield from prose(writer.say(block.prose, local), self._item_label)
        elif block.table:
            yield self._table(block.table, local)
        elif block.source is not None or block.items:
            if items := self._items(block, writer, local):
                yield Enumeration(items)
        else:
            yield from self._blocks(block.blocks, local, level)

    def _paragraph(self, text: str) -> Paragraph:
        return Paragraph(inlines(text) if self._for_readers else ())

    def _item_label(self, number: int) -> str:
        return label(self._form.item_label, number)

    def _items(self, block: Block, writer: Writer, local: Local) -> tuple[Item, ...]:
        if block.source is not None:
            texts = writer.say_each(block.source, local)
            found = [prose(text, self._item_label) for text in texts]
        else:
            own = [(item, self._writers[item.display]) for item in block.items]
            filled = [(it, its, names) for it, its in own for names in self._repetitions(it, its, local)]
            texts = [its.text(it.text, names) for it, its, names in filled]
            found = [(self._paragraph(text),) for text in texts if text]
        pattern = block.item_label or self._form.item_label
        return tuple(Item(label(pattern, number), blocks) for number, blocks in enumerate(found, start=1))

    def _table(self, name: str, local: Local) -> document.Table:
        declared = self._form.tables[name]
        writer = self._writers[declared.display]
        number = ""
        if declared.numbered:
            self._tables += 1
            number = label(self._form.table_label, self._tables)
        anchor = self._unique(name.replace("_", "-"))
        if declared.layout:
            made = layout(declared, anchor, number, writer, local, for_readers=self._for_readers)
        else:
            made = self._of_numbers.table(declared, anchor, number, writer)
        self._meet(declared.fulfils, Status.NOT_APPLICABLE if made.empty else Status.PRESENT, declared.display, local)
        return made


def _fulfils(block: Block) -> bool:
    """Return whether something that must be published stands in a block."""
    return bool(block.fulfils or block.states_none) or any(map(_fulfils, block.blocks))
