"""What is kept of cells from one disclosure to the next is of words alone, and never of another cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from disc.core.document import Cell, CellKind, Document, Number, Row, RowKind, Text
from disc.emit.data import to_json
from disc.emit.html import to_html
from disc.emit.markdown import to_markdown
from disc.emit.records import records
from disc.emit.written import Kept, Written
from tests import sample_document as make

WORDS = Cell(CellKind.TEXT, (Text("甲"),))
NUMBER = Cell(CellKind.TEXT, (Text("共"), Number(0, "1.00")))


def test_words_are_kept_for_other_documents_and_numbers_for_their_own() -> None:
    kept = Kept()
    first = Written(kept)
    assert (first.keep(WORDS, "a"), first.keep(NUMBER, "b")) == ("a", "b")
    assert first.texts == {id(WORDS): "a", id(NUMBER): "b"}
    assert Written(kept).texts == {id(WORDS): "a"}


def test_what_is_too_much_is_forgotten_but_not_by_who_writes() -> None:
    kept = Kept(most=2)
    cells = [Cell(CellKind.TEXT, (Text(str(n)),)) for n in range(3)]
    written = Written(kept)
    for cell in cells:
        written.keep(cell, cell.content[0].text)
    assert written.texts == {id(cell): cell.content[0].text for cell in cells}
    assert Written(kept).texts == {id(cells[2]): "2"}


@pytest.mark.parametrize("form", [to_markdown, to_json, lambda document: to_html(document).body])
def test_a_document_after_another_reads_as_it_would_alone(form: Callable[[Document], str]) -> None:
    words, other = make.header("甲"), make.header("乙")

    def document(*cells: Cell) -> Document:
        table = make.two_sided()
        rows = tuple(Row(RowKind.DETAIL, (cell, make.amount(), cell, make.amount())) for cell in cells)
        return make.document(replace(table, body=rows))

    before = form(document(words))
    # Cells that come and go take each other's places in memory.
    for n in range(200):
        assert f"第{n}行" in form(document(make.header(f"第{n}行"), words))
    assert form(document(words)) == before
    assert form(document(other)) == before.replace("甲", "乙")


def test_fields_of_a_table_after_another() -> None:
    table = make.two_sided()
    for n in range(200):
        row = Row(RowKind.DETAIL, (make.header(f"第{n}行"), make.amount(), make.header(""), make.amount()))
        assert records(replace(table, body=(row,))).rows == ([f"第{n}行", "", "", ""],)
