from __future__ import annotations

import re

from disc.load.texts import Texts, quoted, starting

TEXTS = Texts.of(
    [(("a",), "甲乙甲丙"), (("b", 0), 5), (("b", 1), "乙"), (("c",), "甲"), (("d",), "甲乙甲丙"), (("e",), "")]
)


def found(pattern: str) -> list[tuple[tuple[str | int, ...], str, list[str]]]:
    return [(path, text, [match[0] for match in matches]) for path, text, matches in TEXTS.find(re.compile(pattern))]


def test_where_a_pattern_matches_equal_words_once() -> None:
    assert found("甲|丙") == [
        (("a",), "甲乙甲丙", ["甲", "丙"]),
        (("d",), "甲乙甲丙", ["甲", "丙"]),
        (("c",), "甲", ["甲"]),
    ]


def test_texts_do_not_run_into_each_other() -> None:
    assert found("丙乙|乙甲$") == []
    assert found("^甲|甲(?![甲乙丙])") == [
        (("a",), "甲乙甲丙", ["甲"]),
        (("d",), "甲乙甲丙", ["甲"]),
        (("c",), "甲", ["甲"]),
    ]


def test_what_is_no_text_is_not_searched() -> None:
    assert found("5") == []
    assert list(Texts().find(re.compile("甲"))) == []


def test_a_pattern_that_starts_with_one_of_some_characters() -> None:
    pattern = starting("甲a-c", "(?<!乙)甲|b(?P<rest>.)")
    assert [match[0] for match in pattern.finditer("甲乙甲abc")] == ["甲", "bc"]
    assert pattern.groupindex == {"rest": 1}
    # What starts otherwise is passed over, so all characters must be given.
    assert not starting("a", "[ab]").search("b")


def test_quoted_words() -> None:
    assert quoted(re.finditer("甲 |丙", "甲 乙丙")) == "甲”、“丙"
