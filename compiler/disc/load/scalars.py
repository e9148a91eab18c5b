"""What the words and numbers of a YAML file mean.

The rule of the house: a value without quotes is read only if every YAML reader reads the same. The others are refused,
with the writing that is clear.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from disc.core.diagnostic import Rule
from disc.core.number import to_text
from disc.load.source_rules import (
    AMBIGUOUS_NUMBER,
    AMBIGUOUS_VALUE,
    AMBIGUOUS_WORD,
    FULL_WIDTH_DIGITS,
    KEY_NOT_TEXT,
    LONG_NUMBER,
    MERGE_KEY,
    THOUSANDS_COMMA,
)
from disc.load.syntax_rules import FULL_WIDTH_SPACE, SPACE_AFTER_COLON
from disc.load.text import clip

MAX_DIGITS = 20
"""Digits that a number may have: enough for the country's budget in 元, too few to slow anything down."""

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_KEY_NUMBER = re.compile(r"0|-?[1-9][0-9]*")

# Everything that starts otherwise is text to every reader.
_DOUBTFUL_STARTS = frozenset("+-.0123456789=<yYnNtTfFoO０１２３４５６７８９．－−＋")
_MEANING_STARTS = _DOUBTFUL_STARTS | frozenset("~")
_DOUBTFUL_WORDS = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE"), "true"),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE"), "false"),
    **dict.fromkeys(("Null", "NULL"), "null"),
}
# All that YAML 1.1 or the core schema of YAML 1.2 takes for a number.
_DOUBTFUL_NUMBER = re.compile(
    r"""
    [-+]? (?: [0-9][0-9_]* (?:\.[0-9_]*)? | \.[0-9][0-9_]* ) (?:[eE][-+]?[0-9]+)?
    """,
    re.VERBOSE,
)
# What else they take for something else than text: other bases, clock times, dates, infinity, signs with a meaning.
_DOUBTFUL_VALUE = re.compile(
    r"""
    [-+]? 0 (?: b[01_]+ | o[0-7]+ | x[0-9a-fA-F_]+ )
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?
    | [0-9]{4}-[0-9]{2}-[0-9]{2}
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: [Tt] | [ \t]+ ) [0-9]{1,2}:[0-9]{2}:[0-9]{2} (?: \.[0-9]* )?
      (?: [ \t]* (?: Z | [-+][0-9]{1,2} (?: :[0-9]{2} )? ) )?
    | [-+]? \. (?: inf | Inf | INF | nan | NaN | NAN )
    | = | <<
    """,
    re.VERBOSE,
)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．。，－−＋", "0123456789..,--+")
# Commas part groups of three; 330,30 is no 33030.
_DIGITS = re.compile(r"[-+]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


class Doubt(Struct, frozen=True):
    """Why a value without quotes is refused."""

    rule: Rule
    fields: tuple[tuple[str, str], ...] = ()
    """The named values for the words of the rule, sorted by name."""


def read_value(text: str) -> str | int | Decimal | bool | Doubt | None:
    """Return what a value without quotes means, or why that is in doubt."""
    if text and text[0] not in _MEANING_STARTS:
        return text
    return _read_doubtful(text)


@lru_cache(maxsize=4096)
def _read_doubtful(text: str) -> str | int | Decimal | bool | Doubt | None:
    """Return what may be no text; weights, years and codes recur from file to file."""
    if number := _NUMBER.fullmatch(text):
        if len(text) > MAX_DIGITS and (digits := sum(map(str.isdigit, text))) > MAX_DIGITS:
            return _doubt(LONG_NUMBER, digits=str(digits), limit=str(MAX_DIGITS))
        return Decimal(text) if number[1] else int(text)
    if text in _WORDS:
        return _WORDS[text]
    return _doubt_of_text(text) or text


@lru_cache(maxsize=4096)
def read_key(text: str) -> str | Doubt:
    """Return what a key without quotes means, which is its text, or why that is in doubt."""
    if _KEY_NUMBER.fullmatch(text):
        return text
    if text == "<<":
        return _doubt(MERGE_KEY)
    if not text:
        return _doubt(KEY_NOT_TEXT)
    if text in _WORDS or _NUMBER.fullmatch(text):
        return _doubt(AMBIGUOUS_VALUE, text=text, quoted=f'"{text}"')
    if text != text.strip():
        return _doubt(FULL_WIDTH_SPACE)
    # `{a:1}` is the key "a:1" to us and a pair to others.
    return _doubt(SPACE_AFTER_COLON) if ":" in text else _doubt_of_text(text) or text


def plain_number(text: str) -> str | None:
    """Return a number as it should be written, if that is what the text is meant to be; otherwise None.

    Full-width characters become ordinary ones; thousands commas, spaces, currency signs and units are left out.
    """
    bare = "".join(text.translate(_HALF_WIDTH).split()).lstrip("¥￥+").rstrip("万亿元年人辆个%％")
    bare = bare.replace(",", "") if _GROUPED.fullmatch(bare) else bare
    return bare if _NUMBER.fullmatch(bare) else None


def _doubt(rule: Rule, **fields: str) -> Doubt:
    return Doubt(rule, tuple(sorted((name, clip(text)) for name, text in fields.items())))


def _doubt_of_text(text: str) -> Doubt | None:
    """Return why some reader would not take the text for text, or None."""
    if text[0] not in _DOUBTFUL_STARTS:
        return None
    quoted = f'"{text}"'
    if plain := _DOUBTFUL_WORDS.get(text):
        return _doubt(AMBIGUOUS_WORD, text=text, plain=plain, quoted=quoted)
    if _DOUBTFUL_NUMBER.fullmatch(text):
        if (plain := _as_plain(text)) is not None:
            return _doubt(AMBIGUOUS_NUMBER, text=text, plain=plain, quoted=quoted)
        return _doubt(AMBIGUOUS_VALUE, text=text, quoted=quoted)
    if _DOUBTFUL_VALUE.fullmatch(text):
        return _doubt(AMBIGUOUS_VALUE, text=text, quoted=quoted)
    return _doubt_of_digits(text)


def _doubt_of_digits(text: str) -> Doubt | None:
    """Return that the text is nothing but a number in full-width characters or with thousands commas, or None."""
    half_width = text.translate(_HALF_WIDTH)
    if half_width != text and _DIGITS.fullmatch(half_width):
        return _doubt(FULL_WIDTH_DIGITS, text=text, plain=half_width.replace(",", ""))
    if _GROUPED.fullmatch(text):
        return _doubt(THOUSANDS_COMMA, text=text, plain=text.replace(",", ""))
    return None


def _as_plain(text: str) -> str | None:
    """Return an oddly written number in plain digits; None for an exponent that nobody would write out."""
    mantissa, _, exponent = text.replace("_", "").lower().partition("e")
    if len(exponent.lstrip("+-")) > 2 or len(mantissa) > MAX_DIGITS:
        return None
    return to_text(Decimal(f"{mantissa}e{exponent or 0}"))
