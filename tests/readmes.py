"""What the pages for those who work here hold that is the same in every language: headings, commands, names, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

_NAMES = ("README", "CONTRIBUTING")
_CHINESE = ".zh-CN.md"

_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^ *```\n", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"(^|\s)\s*#.*$", re.MULTILINE)
_ROW = re.compile(r"^ *\|", re.MULTILINE)
_ENTRY = re.compile(r"^ *(?:-|\d+\.) ", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ELSEWHERE = re.compile("[a-z]+:")
# What stands for something that the reader puts in: FORM, ADDRESS OF THIS, 表样.
_PLACEHOLDER = re.compile(r"(?:\b[A-Z]{2,}\b|[\u4e00-\u9fff]+)(?: (?:[A-Z]{2,}\b|[\u4e00-\u9fff]+))*")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading, up to the next one."""

    level: int
    title: str
    text: str
    """Without its blocks of code."""

    blocks: tuple[tuple[str, str], ...]
    """Blocks of code: language and text."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """Level, rows of tables, entries of lists."""
        return self.level, len(_ROW.findall(self.text)), len(_ENTRY.findall(self.text))

    @property
    def names(self) -> set[str]:
        """What is said in code: fields, files, commands; what readers put in for themselves is …."""
        names = (" ".join(name.split()) for name in re.findall(r"`([^`]+)`", self.text))
        return {_PLACEHOLDER.sub("…", name) for name in names}

    @property
    def links(self) -> list[str]:
        """Where its links lead, as they are written."""
        return _LINK.findall(self.text)

    @property
    def code(self) -> list[str]:
        """Its YAML and its commands without comments and without what readers put in for themselves."""
        return [_PLACEHOLDER.sub("…", bare(text)) for language, text in self.blocks if language or not _shown(text)]


def _shown(text: str) -> bool:
    """Return whether a block shows what disc says in a language, or a drawing."""
    return bool(re.search(r"\[[a-z-]+\] |──|\d 项|checks: ", text))


def bare(text: str) -> str:
    """Return code without its comments."""
    return "\n".join(line.rstrip() for line in _COMMENT.sub("", text).splitlines() if line.strip())


def pages() -> list[Path]:
    """Return the pages for those who work on the repository."""
    folders = (ROOT, *(ROOT / name for name in ("compiler", "schema", "site", "specs", "tests")))
    found = (page for folder in folders for page in (folder.glob if folder == ROOT else folder.rglob)("*.md"))
    return sorted(page for page in found if page.name.split(".")[0] in _NAMES)


def in_chinese(page: Path) -> Path:
    """Return where a page stands in Chinese: beside it."""
    return page.with_name(page.stem + _CHINESE)


def in_english(page: Path) -> Path:
    """Return where a page stands in English, be it this one."""
    return page.with_name(page.name.replace(_CHINESE, ".md"))


def sections(page: Path) -> Iterator[Section]:
    """Yield the sections of a page; the first is what stands above all headings."""
    text = page.read_text(encoding="utf-8")
    hidden: list[tuple[str, str]] = []

    def hide(match: re.Match[str]) -> str:
        hidden.append((match[2], match[3]))
        return f"\0{len(hidden) - 1}\0\n"

    parts = re.split(r"^(#+) (.+)\n", _FENCED.sub(hide, text), flags=re.MULTILINE)
    for marks, title, body in zip(["", *parts[1::3]], ["", *parts[2::3]], parts[0::3], strict=True):
        blocks = tuple(hidden[int(number)] for number in re.findall(r"\0(\d+)\0", body))
        yield Section(len(marks), title, re.sub(r"\0\d+\0", "", body), blocks)


def anchors(page: Path) -> list[str]:
    """Return the anchors of a page's headings, in order, as code hosts make them."""
    return [re.sub(r"[^\w\- ]", "", each.title.lower()).replace(" ", "-") for each in sections(page) if each.level]


def links(page: Path) -> list[str]:
    """Return where the links of a page lead that leave no room for doubt: those to files and headings."""
    return [link for each in sections(page) for link in each.links if not _ELSEWHERE.match(link)]


def targets(page: Path, section: Section) -> list[tuple[str, int]]:
    """Return where the links of a section lead, in whatever language: pages, and the number of the heading there."""
    return sorted(_target(page, link) for link in section.links)


def _target(page: Path, link: str) -> tuple[str, int]:
    if _ELSEWHERE.match(link):
        return link, -1
    path, _, anchor = link.partition("#")
    file = (page.parent / path).resolve() if path else page
    return str(in_english(file)), anchors(file).index(anchor) if anchor else -1
