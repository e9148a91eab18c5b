from __future__ import annotations

import re
import string

import pytest

from disc.core.diagnostic import Diagnostic, Language, Rule
from disc.load import schema_rules, source_rules, syntax_rules
from disc.load.limits import Limits
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from tests.load.cases import NOT_UTF8, READABLE, UNREADABLE
from tests.load.schema_cases import CASES, SCHEMA

RULES = {
    rule.code: rule
    for module in (source_rules, syntax_rules, schema_rules)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def everything() -> list[Diagnostic]:
    schema = Schema.parse(SCHEMA)
    files = [text.encode() for text in (*UNREADABLE, *READABLE, *CASES)] + list(NOT_UTF8)
    found: list[Diagnostic] = []
    for content in files:
        data, errors = read_source(content, "file.yaml")
        found += errors + (validate(data, schema, "file.yaml") if data is not None else ())
    for limits in (Limits(size=1), Limits(depth=1), Limits(values=1)):
        found += read_source(b"a: {b: 1}", "file.yaml", limits)[1]
    return found


def test_every_rule_is_raised() -> None:
    assert {diagnostic.code for diagnostic in everything()} == set(RULES)


def test_codes_are_kebab_case_and_unique() -> None:
    rules = [rule for module in (source_rules, syntax_rules, schema_rules) for rule in vars(module).values()]
    codes = [rule.code for rule in rules if isinstance(rule, Rule)]
    assert len(codes) == len(set(codes)) == len(RULES)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_has_a_title_a_message_and_a_hint_in_both_languages(code: str) -> None:
    rule = RULES[code]
    for words in (rule.title, rule.message, rule.hint):
        assert words.zh
        assert words.en
    assert not fields(rule.title.zh) | fields(rule.title.en)
    assert generic(fields(rule.message.zh)) == generic(fields(rule.message.en))
    assert generic(fields(rule.hint.zh)) == generic(fields(rule.hint.en))


def test_every_finding_can_be_said_in_both_languages() -> None:
    for diagnostic in everything():
        for language in LANGUAGES:
            said = diagnostic.message(language) + diagnostic.hint(language)
            assert said.isprintable(), said
            assert not re.search(r"\{\w+\}|\(\?|\[\^|\[0-9\]|\\", said.replace("“\\”", "")), said


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def generic(names: set[str]) -> set[str]:
    return {name.removesuffix("_zh").removesuffix("_en") for name in names}
