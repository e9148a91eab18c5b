"""What authors write: paragraphs, lists and emphasis of Markdown, and nothing else of it.

HTML, links and images stay the characters they are. Emphasis works beside Chinese punctuation. Line breaks between
Chinese characters vanish, as in Chinese typesetting (CommonMark would leave a space).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from disc.compile.book import inlines
from disc.compile.joining import join
from disc.core.document import Enumeration, Inline, Item, Paragraph

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.tree import SyntaxTreeNode

_MARKED_UP = re.compile(r"[\n*_\\]|^\s*([-+]|[0-9]+[.)])\s")

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
_BESIDE = f"[{_WIDE}]"
_GAP = re.compile(f"(?<=[{_WIDE}]) +(?=[{_WIDE}])")

# Beyond what anybody writes, marks stay the characters they are: the parser would drop or choke on such depth.
_MOST_MARKS = 400
_DEEP = re.compile(r"^[ \t]*(?:(?:[-+*]|[0-9]+[.)])[ \t]+){8}", re.MULTILINE)

Label = Callable[[int], str]
"""From the number of an item to how it is displayed."""


def prose(text: str, label: Label) -> tuple[Paragraph | Enumeration, ...]:
    """Return an author's text, in which references are already replaced, as blocks."""
    if not _MARKED_UP.search(text) or _too_deep(text):
        plain = join(line.strip() for line in text.splitlines())
        return (Paragraph(inlines(plain)),) if plain else ()
    return tuple(_blocks(_parsed(text), label))


def _too_deep(text: str) -> bool:
    return text.count("*") + text.count("_") > _MOST_MARKS or bool(_DEEP.search(text))


def close_up(text: str) -> str:
    """Return text without the spaces that YAML leaves between Chinese characters where a line was wrapped."""
    return _GAP.sub("", text) if " " in text else text


@cache
def _parser() -> MarkdownIt:
    # Imported where it is needed: most specs have no marks in their prose, and the parser takes its time to load.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("zero").enable(["list", "emphasis", "escape", "newline"])
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Read asterisks beside a Chinese character as the author means them.

    By CommonMark's rule those between a character and a mark (`真**，**她`) neither open nor close, since other scripts
    have a space there.
    """
    from markdown_it.rules_inline.emphasis import tokenize  # noqa: PLC0415 - comes with the parser

    start, known = state.pos, len(state.delimiters)
    found = tokenize(state, silent)
    before, after = state.src[:start][-1:], state.src[state.pos : state.pos + 1]
    if found and state.src[start] == "*" and re.search(_BESIDE, before + after):
        for delimiter in state.delimiters[known:]:
            delimiter.open, delimiter.close = bool(after.strip()), bool(before.strip())
    return found


def _parsed(text: str) -> Sequence[SyntaxTreeNode]:
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - comes with the parser

    return SyntaxTreeNode(_parser().parse(text)).children


def _blocks(nodes: Sequence[SyntaxTreeNode], label: Label) -> Iterator[Paragraph | Enumeration]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield Paragraph(tuple(_inlines(node.children[0].children)))
            case "ordered_list" | "bullet_list":
                ordered = node.type == "ordered_list"
                # The author's own first number stays: “2024. 年初…” is a sentence that looks like a list.
                items = enumerate(node.children, start=int(node.attrs.get("start", 1)))
                yield Enumeration(
                    tuple(Item(label(n) if ordered else "", tuple(_blocks(item.children, label))) for n, item in items)
                )
            case other:  # the parser above knows no other block
                raise AssertionError(other)


def _inlines(nodes: Sequence[SyntaxTreeNode], *, strong: bool = False, emphasis: bool = False) -> Iterator[Inline]:
    run = ""
    lines: list[str] = []

    def finished() -> tuple[Inline, ...]:
        text = join([*lines, run])
        lines.clear()
        return inlines(text, strong=strong, emphasis=emphasis)

    for node in nodes:
        match node.type:
            case "text" | "text_special":
                run += node.content
            case "softbreak" | "hardbreak":
                lines.append(run)
                run = ""
            case "strong" | "em":
                yield from finished()
                run = ""
                yield from _inlines(
                    node.children, strong=strong or node.type == "strong", emphasis=emphasis or node.type == "em"
                )
            case other:
                raise AssertionError(other)
    yield from finished()
