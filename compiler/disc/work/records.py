"""What came of specs as JSON values: lists of texts and numbers, in which whatever is the same stands once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.outcome import Outcome, Tally
from disc.core.span import Span
from disc.load.neighbours import Known
from disc.load.spec_paths import Identity
from disc.work.made import Made

K = TypeVar("K", bound=Hashable)
Plain = list[Any]


class _Numbered(Generic[K]):
    """Values by numbers, each once."""

    def __init__(self) -> None:
        self.numbers: dict[K, int] = {}

    def number(self, value: K) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class Writer:
    """Makes plain values of what came of specs, and tables of what they have in common."""

    def __init__(self) -> None:
        self._texts = _Numbered[str]()
        self._rules = _Numbered[Rule]()
        # Name and digest as one text: there are two of them for each spec, and they stay in memory.
        self._needs = _Numbered[str]()

    def tables(self) -> dict[str, Plain]:
        """Return what stands in the tables so far, by their names."""
        rules = [[rule.code, rule.level.value, *_words(rule)] for rule in self._rules.numbers]
        return {"texts": list(self._texts.numbers), "rules": rules, "needs": list(self._needs.numbers)}

    def made(self, made: Made) -> Plain:
        """Return what came of a spec, but for its disclosure and how long it took."""
        return [
            self._known(made.known),
            [self.diagnostic(found) for found in made.diagnostics],
            {outcome.value: number for outcome, number in made.checks.items()},
            made.compiled,
            [self._needs.number(f"{digest} {name}") for name, digest in made.needs.items()],
        ]

    def diagnostic(self, found: Diagnostic) -> Plain:
        """Return a finding."""
        fields = [[name, value] for name, value in found.fields]
        rule, related = self._rules.number(found.rule), [self.span(span) for span in found.related]
        return [rule, self.span(found.span), fields, related, found.accepted]

    def span(self, span: Span) -> Plain:
        """Return a place."""
        return [self._texts.number(span.file), span.line, span.column]

    def _known(self, known: Known) -> Plain:
        units = [[_identity(identity), self.span(span)] for identity, span in known.units]
        return [known.file, _identity(known.identity), known.name, self.span(known.place), known.draft, units]


class Reader:
    """Makes what came of specs of plain values.

    What is read is not checked value by value: whoever reads knows by a seal that it is what a writer wrote.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._texts: Sequence[str] = tables["texts"]
        self._rules = [_rule(plain) for plain in tables["rules"]]
        needs = (need.partition(" ") for need in tables["needs"])
        self._needs = [(name, digest) for digest, _, name in needs]

    def made(self, plain: Plain) -> Made:
        """Return what came of a spec."""
        known, found, checks, compiled, needs = plain
        tally = Tally({Outcome(outcome): number for outcome, number in checks.items()})
        return Made(self._known(known), _tuple(self.diagnostic, found), tally, compiled, needs=dict(self.needs(needs)))

    def needs(self, numbers: Iterable[int]) -> Iterable[tuple[str, str]]:
        """Return names and digests of what something was made of."""
        return (self._needs[number] for number in numbers)

    def diagnostic(self, plain: Plain) -> Diagnostic:
        """Return a finding."""
        rule, span, fields, related, accepted = plain
        return Diagnostic(
            self._rules[rule], self.span(span), _tuple(tuple, fields), _tuple(self.span, related), accepted
        )

    def span(self, plain: Plain) -> Span:
        """Return a place."""
        file, line, column = plain
        return Span(self._texts[file], line, column)

    def _known(self, plain: Plain) -> Known:
        file, identity, name, place, draft, units = plain
        listed = tuple((Identity(*unit), self.span(span)) for unit, span in units)
        return Known(file, Identity(*identity), name, self.span(place), draft, listed)


def _words(rule: Rule) -> Plain:
    return [[words.zh, words.en] for words in (rule.title, rule.message, rule.hint)]


def _rule(plain: Plain) -> Rule:
    code, level, *words = plain
    title, message, hint = (Words(*pair) for pair in words)
    return Rule(code, Level(level), title, message, hint)


def _identity(identity: Identity) -> Plain:
    return [identity.region, identity.entity, identity.kind, identity.year]


T = TypeVar("T")


def _tuple(make: Callable[[Any], T], plain: Iterable[Any]) -> tuple[T, ...]:
    return tuple(make(value) for value in plain)
