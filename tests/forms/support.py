"""Forms and specs in YAML in, the text of the document out.

What a test leaves out is filled in: a form extends `base/budget`, a spec belongs to a small office. The form and the
spec lie in a root of their own, as a repository's would.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import assert_never

from disc.compile.filters import make_templates
from disc.core.diagnostic import Diagnostic
from disc.core.document import Block, Cell, Document, Enumeration, Inline, Paragraph, Row, Section, Table
from disc.emit.grid import grid
from disc.load.form import Form
from disc.load.resources import Resources
from disc.load.spec_reader import Library, load_spec
from tests.compiled import compiled as compiled_both_ways

FORM = """
title: 试用表样
kind: budget
extends: base/budget
"""
PARTS = """
parts:
  - {id: all, title: 全文, sections: [all]}
"""
SPEC = """
kind: budget
form: test/form
year: 2024
unit: 万元
entity: {id: office, name: 某办公室, region: 653023, level: unit, type: administrative}
overview: {functions: [办文]}
basic: {}
projects: []
"""


def with_defaults(text: str, defaults: str) -> str:
    """Return YAML with the fields that it does not have itself, after its own, so that its lines keep their numbers."""
    text = dedent(text)
    own = {line.split(":")[0] for line in text.splitlines()}
    return text + "\n".join(line for line in defaults.splitlines() if line.split(":")[0] not in own) + "\n"


def a_form(text: str, **others: str) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Load a form; `others` are forms beside it, by name."""
    with tempfile.TemporaryDirectory() as folder:
        return Library(_root(Path(folder), text, others)).form("test/form")


def found(text: str) -> list[tuple[str, tuple[int, int]]]:
    """What is wrong with a form, by place: code, line and column. Its first line is line 1."""
    wrong = sorted(a_form(text)[1], key=Diagnostic.sort_key)
    return [(d.code, (d.span.line, d.span.column)) for d in wrong]


def said(text: str) -> list[str]:
    """What is wrong with a form, in Chinese with what to do."""
    return [f"{d.message('zh')} / {d.hint('zh')}" for d in a_form(text)[1]]


def compiled(form: str, spec: str, **others: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Compile a spec by a form."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _root(root, form, others)
        file = root / "specs" / "office" / "2024-budget.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(with_defaults(spec, SPEC), encoding="utf-8")
        library = Library(Resources(root))
        # The checks of specs are left out: these specs are for their forms only.
        case, found = load_spec(file, "specs/office/2024-budget.yaml", "office/2024-budget", library)
        if case is None:
            return None, found
        document, more = compiled_both_ways(case, make_templates(case.form), case.spec.past)
        return document, found + more


def compile_text(form: str, spec: str, **others: str) -> list[str]:
    """Return the lines of the document that a form makes of a spec."""
    document, diagnostics = compiled(form, spec, **others)
    assert document is not None, [f"{d.span}: {d.message('en')}" for d in diagnostics]
    return page(document)


def page(document: Document) -> list[str]:
    """Return a document as lines: headings, paragraphs, items, and for each row of a table | its | cells |."""
    return list(_lines(document.sections))


def paragraphs(blocks: str, spec: str, form: str = "") -> list[str]:
    """Return the lines of a section that has these blocks; `form` is what else the form has."""
    section = "\nsections:\n  all:\n    blocks:\n" + indent(dedent(blocks), " " * 6)
    return compile_text(dedent(form) + section + PARTS, spec)[1:]


def table(declared: str, spec: str, form: str = "") -> list[str]:
    """Return the lines of a table: caption, preparer and unit, rows, notes."""
    parts = "\nparts:\n  - {id: all, title: 全文, sections: [{table: sample}]}\n"
    text = dedent(form) + "\ntables:\n  sample:\n    title: 样表\n" + indent(dedent(declared), " " * 4) + parts
    return compile_text(text, spec)[2:]


def rows(declared: str, spec: str, form: str = "") -> list[str]:
    """Return the rows of a table."""
    return [line for line in table(declared, spec, form) if line.startswith("|")]


def _root(root: Path, form: str, others: dict[str, str]) -> Resources:
    folder = root / "schema" / "forms" / "test"
    folder.mkdir(parents=True)
    for name, text in {"form": form, **others}.items():
        (folder / f"{name}.yaml").write_text(with_defaults(text, FORM), encoding="utf-8")
    return Resources(root)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _text(block.content)
            case Enumeration():
                for item in block.items:
                    yield item.label + "".join(_lines(item.blocks))
            case Table():
                yield f"{block.label}{block.title}"
                yield f"{_text(block.preparer)}｜{block.unit}"
                yield from _rows((*block.head, *block.body), block.width)
                yield from _lines(block.notes)
            case Section():
                yield f"{'#' * block.level} {block.label}{block.title}"
                yield from _lines(block.blocks)
            case _:
                assert_never(block)


def _rows(rows: tuple[Row, ...], width: int) -> Iterator[str]:
    for row in grid(rows, width):
        cells = [
            "　" * place.indent + _text(place.content) if isinstance(place, Cell) else
            ("<" if place.column else "^") if place else "?"
            for place in row
        ]  # fmt: skip
        yield f"| {' | '.join(cells)} |"


def _text(content: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in content)
