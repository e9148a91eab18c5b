"""What a YAML parser's complaint means to somebody who typed the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.source_rules import DIRECTIVE, SEVERAL_DOCUMENTS, TAG, TOO_DEEP
from disc.load.syntax_rules import (
    BAD_ESCAPE,
    BAD_INDENTATION,
    COLON_IN_TEXT,
    FULL_WIDTH_BRACKET,
    FULL_WIDTH_COLON,
    FULL_WIDTH_COMMA,
    LATE_QUOTE,
    MISPLACED_CHARACTER,
    MISSING_COLON,
    SPACE_AFTER_COLON,
    TAB_INDENTATION,
    TEXT_AFTER_VALUE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
    YAML_SYNTAX,
)
from disc.load.text import LINE_BREAK

# libyaml looks ahead, and newer ones stop at a depth of their own before the first level that is too deep is reported.
_PARSER_LIMIT = "maximum nesting depth"

# The beginning of a line that was meant as `field: value`, up to a colon that is not one.
_FALSE_COLON = re.compile(r"\s*(?:- +)*[^\s:：\"'#\[{]+(?P<colon>：|:(?! |$))")

# What stands in the place of a comma after a number, a quoted text or a group, and so is not part of a text.
_FALSE_COMMA = re.compile(r"[0-9}\]\"'] *([，、；;])")
# Brackets that are none to YAML, at the beginning of a value.
_FALSE_BRACKET = re.compile(r": *([｛［【])")


class _Complaint(Struct, frozen=True):
    """A parser's error and the text around it; lines and columns from 0, as parsers count."""

    file: str
    lines: list[str]
    problem: str
    line: int
    column: int
    start_line: int
    """Where the construct began that could not be finished; the place of the error where that is not known."""
    start_column: int

    @property
    def here(self) -> Span:
        """The place where the parser gave up."""
        return Span(self.file, self.line + 1, self.column + 1)

    @property
    def start(self) -> Span:
        """The place where it began what it could not finish."""
        return Span(self.file, self.start_line + 1, self.start_column + 1)

    def text(self, line: int) -> str:
        """Return a line, or nothing where there is none."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def character(self, line: int, column: int) -> str:
        """Return a character, or nothing at the end of a line."""
        return self.text(line)[column : column + 1]


def explain_error(
    error: yaml.YAMLError, text: str, file: str, depth: int, last: yaml.ScalarEvent | None = None
) -> Diagnostic:
    """Return a parser's error in words, at the place to mend.

    Args:
        error: what the parser said.
        text: the file's contents.
        file: its name.
        depth: how many levels a file may have.
        last: the value before the error, if there is one.
    """
    lines = LINE_BREAK.split(text)
    problem = getattr(error, "problem", None) or "not YAML"
    here = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or here
    complaint = _Complaint(file, lines, problem, *_position(here, lines), *_position(start, lines))
    said = f"{getattr(error, 'context', '')}: {problem}"
    if _PARSER_LIMIT in said:
        return TOO_DEEP.at(complaint.here, limit=depth)
    for words, explain in _EXPLANATIONS:
        if any(word in said for word in words):
            return _late_quote(complaint, last) or explain(complaint)
    return _general(complaint)


def _late_quote(complaint: _Complaint, last: yaml.ScalarEvent | None) -> Diagnostic | None:
    """Return that the quote before the error was closed by one that was meant to open, lines below."""
    if last is None or last.style not in ('"', "'"):
        return None
    start: Any = last.start_mark
    end: Any = last.end_mark
    if not start.line < end.line == complaint.line:
        return None
    span = Span(complaint.file, start.line + 1, start.column + 1)
    return LATE_QUOTE.at(span, related=(complaint.here,), line=end.line + 1)


def _position(mark: Any, lines: list[str]) -> tuple[int, int]:  # noqa: ANN401 - libyaml's marks and PyYAML's
    """Return line and column of a mark from 0; parsers place the end of a file on a line that is not there."""
    if mark is None:
        return 0, 0
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def explain_colon(line: str, number: int, file: str) -> Diagnostic | None:
    """Return what is wrong with the first colon of a line (number from 1), or None."""
    if not (match := _FALSE_COLON.match(line)):
        return None
    rule = FULL_WIDTH_COLON if match["colon"] == "：" else SPACE_AFTER_COLON
    return rule.at(Span(file, number, match.start("colon") + 1))


def _general(complaint: _Complaint) -> Diagnostic:
    return YAML_SYNTAX.at(complaint.here, problem=complaint.problem)


def _explain_start(complaint: _Complaint) -> Diagnostic:
    """A character that cannot begin a value, or a tab in the place of one."""
    character = complaint.character(complaint.line, complaint.column)
    if character == "\t":
        return TAB_INDENTATION.at(complaint.here)
    return MISPLACED_CHARACTER.at(complaint.here, character=character) if character else _general(complaint)


def _explain_sign(complaint: _Complaint) -> Diagnostic:
    """A sign with a meaning of its own (`*`, `&`, `|`, `>`), probably meant as text."""
    character = complaint.character(complaint.start_line, complaint.start_column)
    return MISPLACED_CHARACTER.at(complaint.start, character=character)


def _explain_line_without_colon(complaint: _Complaint) -> Diagnostic:
    """A line that has no colon of the kind that YAML wants."""
    number = complaint.start_line + 1
    found = explain_colon(complaint.text(complaint.start_line), number, complaint.file)
    return found or MISSING_COLON.at(complaint.start)


def _explain_extra_colon(complaint: _Complaint) -> Diagnostic:
    """A colon where no field can stand: in a text, or because this line or the one before is malformed."""
    before = complaint.text(complaint.line)[: complaint.column]
    if bracket := _FALSE_BRACKET.search(before):
        place = Span(complaint.file, complaint.line + 1, bracket.end())
        return FULL_WIDTH_BRACKET.at(place, mark=bracket[1])
    if ": " in before:
        return COLON_IN_TEXT.at(complaint.here)
    previous = complaint.line - 1
    while previous > 0 and not complaint.text(previous).strip():
        previous -= 1
    found = explain_colon(complaint.text(previous), previous + 1, complaint.file)
    return found or BAD_INDENTATION.at(_first_character(complaint))


def _explain_missing_key(complaint: _Complaint) -> Diagnostic:
    """Something that is not a field of the group: a line out of line, or text after the end of a value."""
    if complaint.text(complaint.line)[: complaint.column].strip():
        return TEXT_AFTER_VALUE.at(complaint.here)
    if complaint.character(complaint.line, complaint.column) == ":":
        return MISPLACED_CHARACTER.at(complaint.here, character=":")
    return BAD_INDENTATION.at(complaint.here)


def _explain_bracket(complaint: _Complaint) -> Diagnostic:
    """Something between brackets that ends nowhere, often because a comma is none to YAML."""
    if comma := _FALSE_COMMA.search(complaint.text(complaint.start_line), complaint.start_column):
        return FULL_WIDTH_COMMA.at(Span(complaint.file, complaint.start_line + 1, comma.end()), mark=comma[1])
    return UNCLOSED_BRACKET.at(complaint.start, line=complaint.line + 1)


def _first_character(complaint: _Complaint) -> Span:
    line = complaint.text(complaint.line)
    return Span(complaint.file, complaint.line + 1, len(line) - len(line.lstrip()) + 1)


# Words of libyaml and of PyYAML's own parser, each after the `context` it is said in.
_EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[_Complaint], Diagnostic]], ...] = (
    (("found a tab character",), lambda complaint: TAB_INDENTATION.at(complaint.here)),
    (("cannot start any token", "entries are not allowed", "keys are not allowed"), _explain_start),
    (("did not find expected node content", "expected the node content"), _explain_start),
    (("while scanning an alias", "while scanning an anchor"), _explain_sign),
    (("while scanning a block scalar",), _explain_sign),
    (("could not find expected ':'",), _explain_line_without_colon),
    (("mapping values are not allowed",), _explain_extra_colon),
    (("while scanning a quoted scalar",), lambda complaint: UNCLOSED_QUOTE.at(complaint.start)),
    (("parsing a quoted scalar", "double-quoted scalar"), lambda complaint: BAD_ESCAPE.at(complaint.here)),
    (("while parsing a flow", "expected ',' or"), _explain_bracket),
    (("did not find expected key", "expected '-' indicator", "expected <block end>"), _explain_missing_key),
    (("a tag:", "tag handle"), lambda complaint: TAG.at(complaint.start)),
    (("directive", "incompatible YAML document"), lambda complaint: DIRECTIVE.at(complaint.here)),
    (("<document start>",), lambda complaint: SEVERAL_DOCUMENTS.at(complaint.here)),
)
