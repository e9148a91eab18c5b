"""Small roots with several specs: for what one spec has to do with another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from disc.build import Result, check
from disc.core.document import Block, Document, Paragraph, Section
from disc.emit.words import plain
from disc.load.spec_files import Options

FORM = """
title: 试用表样
kind: budget
extends: base/budget
parts:
  - {id: all, title: 全文, sections: [all]}
"""
SPEC = """
kind: budget
form: test/form
unit: 万元
overview: {functions: [办文]}
"""


def a_root(folder: Path, specs: Mapping[str, str], form: str = "") -> Path:
    """Write a root with a form that says the blocks given, and specs by their paths below `specs/`.

    What a spec does not say itself is added behind it; year and id follow from its path.
    """
    blocks = "\n".join(f"      {line}" for line in (dedent(form).strip() or "- text: 空").splitlines())
    _write(folder / "schema/forms/test/form.yaml", f"{FORM}sections:\n  all:\n    blocks:\n{blocks}\n")
    for name, text in specs.items():
        a_spec(folder, name, text)
    return folder


def a_spec(root: Path, name: str, text: str) -> None:
    """Write a spec, or write it anew."""
    own = {line.split(":")[0] for line in dedent(text).splitlines()}
    _, office, file = ("", *name.split("/"))[-3:]
    known = {
        "year": file[:4],
        "entity": f"{{id: {office}, name: {office}单位, region: 653023, level: unit, type: administrative}}",
    }
    more = [line for line in SPEC.splitlines() if line.split(":")[0] not in own]
    more += [f"{field}: {value}" for field, value in known.items() if field not in own]
    if not own & {"units", "units_"}:
        more += [line for line in ("basic: {}", "projects: []") if line.split(":")[0] not in own]
    _write(root / "specs" / name, dedent(text).lstrip("\n") + "\n".join(more) + "\n")


def checked(root: Path, *names: str) -> Result:
    """Check the specs of these names, or all."""
    return check(Options(root, tuple(root / "specs" / name for name in names)))


def found(result: Result) -> list[tuple[str, str]]:
    """Return the findings: code and place, without the `specs/` that all of them begin with."""
    return [(d.code, str(d.span).removeprefix("specs/")) for d in result.diagnostics]


def document(result: Result, address: str) -> Document:
    """Return the document of an address; it must be there."""
    (wanted,) = (document for document in result.documents if document.meta.address == address)
    return wanted


def said(result: Result, address: str) -> list[str]:
    """Return the paragraphs of a document; nothing may be wrong anywhere."""
    assert result.diagnostics == (), [f"{d.span}: {d.message('en')}" for d in result.diagnostics]
    return list(_paragraphs(document(result, address).sections))


def _paragraphs(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(plain(block.content))
        elif isinstance(block, Section):
            lines += _paragraphs(block.blocks)
    return lines


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
