"""From a YAML parser's events to a tree with places.

Without recursion, so that a hostile file costs no more than a long one. What may stand in a file is less than YAML
allows: only what every reader of YAML, old or new, reads in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import yaml

from disc.core.diagnostic import Diagnostic, Rule
from disc.core.span import Span
from disc.load.limits import Limits
from disc.load.scalars import Doubt, read_key, read_value
from disc.load.source_rules import (
    ALIAS,
    ANCHOR,
    DIRECTIVE,
    DUPLICATE_KEY,
    EMPTY_FILE,
    KEY_NOT_TEXT,
    NOT_A_MAPPING,
    SEVERAL_DOCUMENTS,
    TAG,
    THOUSANDS_COMMA,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from disc.load.syntax import explain_colon, explain_error
from disc.load.syntax_rules import FULL_WIDTH_COLON, MERGE_CONFLICT
from disc.load.text import LINE_BREAK, REPLACEMENT, clip, forbid, forbidden_escapes
from disc.load.tree import Map, Mark, Seq, Suspect, Value

# libyaml where PyYAML was built with it, else PyYAML's own parser: the same events, much slower.
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)

# An amount with a thousands comma, up to its last three digits; and these, with what is behind the point.
_CUT = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})*,$")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")

_T = TypeVar("_T")


def compose(text: str, file: str, limits: Limits) -> tuple[Map | None, list[Diagnostic]]:
    """Return the tree of the only document in a text, and what is wrong with it.

    There is no tree where the text could not be read to its end, or is not made of fields.
    """
    if conflict := _conflict(text, file):
        return None, [conflict]
    composer = _Composer(text, file, limits)
    take = composer.take
    try:
        with _events(text) as events:
            for event in events:
                take(event)
    except yaml.YAMLError as error:
        return None, [*composer.found, explain_error(error, text, file, limits.depth, _last_value(text))]
    except _LimitReached:
        return None, composer.found
    root = composer.documents[0] if composer.documents else None
    if isinstance(root, Map):
        return root, composer.found
    if root is None:
        return None, [*composer.found, EMPTY_FILE.at(Span(file))]
    line, column = composer.documents.marks[0]
    false_colon = explain_colon(LINE_BREAK.split(text)[line - 1], line, file)
    return None, [*composer.found, false_colon or NOT_A_MAPPING.at(Span(file, line, column))]


@contextmanager
def _events(text: str) -> Iterator[Iterator[yaml.Event]]:
    loader = _LOADER(text)
    try:
        yield iter(loader.get_event, None)
    finally:
        loader.dispose()


def _conflict(text: str, file: str) -> Diagnostic | None:
    """Return that a merge left its marks, which may be text to YAML."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    lines = enumerate(LINE_BREAK.split(text), start=1)
    marked = (number for number, line in lines if line[:7] in ("<" * 7, ">" * 7) and line[7:8] in ("", " "))
    return next((MERGE_CONFLICT.at(Span(file, number)) for number in marked), None)


def _last_value(text: str) -> yaml.ScalarEvent | None:
    """Return the last value before the text can be read no further."""
    last = None
    with suppress(yaml.YAMLError), _events(text) as events:
        for event in events:
            last = event if isinstance(event, yaml.ScalarEvent) else last
    return last


def _mark(event: yaml.Event) -> Mark:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


class _LimitReached(Exception):  # noqa: N818 - not an error of the program
    """A limit was reached, and noted; nothing more is read."""


class _Open:
    """A group or list whose end has not come yet, with the key that waits for its value."""

    __slots__ = ("key", "key_mark", "node")

    def __init__(self, node: Map | Seq) -> None:
        self.node = node
        self.key: str | None = None
        self.key_mark = node.start


class _Composer:
    """Puts events together."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.found: list[Diagnostic] = []
        self.documents = Seq()
        self._text = text
        self._file = file
        self._limits = limits
        self._values = 0
        self._stack = [_Open(self.documents)]

    def take(self, event: yaml.Event) -> None:
        """Take in the next event.

        Raises:
            _LimitReached: it is one too many, or too deep.
        """
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(event, Map(start=_mark(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(event, Seq(start=_mark(event)))
        elif isinstance(event, yaml.AliasEvent):
            self._alias(_mark(event))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if event.version or event.tags:
            self._report(DIRECTIVE, _mark(event))
        if self.documents:
            self._report(SEVERAL_DOCUMENTS, _mark(event))

    def _alias(self, mark: Mark) -> None:
        self._count(mark)
        self._report(ALIAS, mark)
        top = self._stack[-1]
        if isinstance(top.node, Map) and top.key is None:
            top.key, top.key_mark = Suspect(), mark
        else:
            self._add(Suspect(), mark)

    def _open(self, event: yaml.CollectionStartEvent, node: Map | Seq) -> None:
        self._count(node.start)
        self._refuse_extras(event, node.start)
        self._add(node, node.start)
        if len(self._stack) > self._limits.depth:
            self._report(TOO_DEEP, node.start, limit=self._limits.depth)
            raise _LimitReached
        self._stack.append(_Open(node))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = _mark(event)
        self._count(mark)
        top = self._stack[-1]
        node = top.node
        if top.key is not None or not isinstance(node, Map):
            if event.value or event.style or not self._no_pair(top):
                self._add(self._meaning(event, mark, read_value), mark)
            return
        top.key, top.key_mark = self._meaning(event, mark, read_key), mark
        if top.key in node and not isinstance(top.key, Suspect):
            line, column = node.marks[top.key][:2]
            first = Span(self._file, line, column)
            self._report(DUPLICATE_KEY, mark, related=(first,), key=clip(top.key), first=line)

    def _no_pair(self, top: _Open) -> bool:
        """Return whether a key without a value is none, and whatever it is has been said.

        Between brackets the amount 1,234 is read as 1 and a field 234, and a full-width colon as part of a name.
        """
        key, node = top.key, top.node
        if key is None or not isinstance(node, Map):
            return False
        line, column = top.key_mark
        if 0 < key.find("：") < len(key) - 1:
            # A name may go on in the next line.
            colon = LINE_BREAK.split(self._text)[line - 1].find("：", column)
            self._report(FULL_WIDTH_COLON, (line, colon + 1 if colon >= 0 else column))
        elif not self._thousands(key, node, line, column) and not isinstance(key, Suspect):
            return False
        top.key = None
        return True

    def _thousands(self, key: str, node: Map, line: int, column: int) -> bool:
        """Report an amount of which a key is the end, if it is that; the amount stands in doubt."""
        if not node or not _GROUP.fullmatch(key):
            return False
        cut = _CUT.search(LINE_BREAK.split(self._text)[line - 1][: column - 1])
        if cut is None:
            return False
        here, behind = (Span(self._file, line, place) for place in (cut.start() + 1, column))
        self.found = [found for found in self.found if found.span not in (here, behind)]
        amount = f"{cut[0]}{key}"
        self.found.append(THOUSANDS_COMMA.at(here, text=amount, plain=amount.replace(",", "")))
        node[next(reversed(node))] = Suspect()
        return True

    def _meaning(self, event: yaml.ScalarEvent, mark: Mark, read: Callable[[str], _T | Doubt]) -> _T | str:
        """Return what a key or value means; its text, as a `Suspect`, where that is in doubt."""
        text, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event, mark)
            return Suspect(text)
        if style == '"':
            escapes = forbidden_escapes(text)
            self.found += (forbid(character, Span(self._file, *mark)) for character in escapes)
            return Suspect(text) if escapes or REPLACEMENT in text else text
        if REPLACEMENT in text:
            return Suspect(text)
        meaning = text if style else read(text)
        if isinstance(meaning, Doubt):
            self.found.append(Diagnostic(meaning.rule, Span(self._file, *mark), meaning.fields))
            return Suspect(text)
        return meaning

    def _add(self, value: Value, mark: Mark) -> None:
        """Put a value into the group or list that is open."""
        top = self._stack[-1]
        node, key = top.node, top.key
        if isinstance(node, Seq):
            node.append(value)
            node.marks.append(mark)
        elif key is None:  # a group or list in the place of a key
            self._report(KEY_NOT_TEXT, mark)
            top.key, top.key_mark = Suspect(), mark
        else:
            # The first of two equal keys stays.
            if key not in node:
                node[key] = value
                node.marks[key] = top.key_mark + mark
            top.key = None

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark) -> None:
        """Report what is written besides the value itself."""
        if event.anchor is not None:
            self._report(ANCHOR, mark, name=clip(event.anchor))
        if event.tag is not None:
            self._report(TAG, mark)

    def _count(self, mark: Mark) -> None:
        self._values += 1
        if self._values > self._limits.values:
            self._report(TOO_MANY_VALUES, mark, limit=self._limits.values)
            raise _LimitReached

    def _report(self, rule: Rule, mark: Mark, *, related: tuple[Span, ...] = (), **fields: object) -> None:
        self.found.append(rule.at(Span(self._file, *mark), related=related, **fields))
