"""Files that are malformed, or that mean to do harm: each is small and named by what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.core.diagnostic import Diagnostic, has_errors
from tests.pipeline import run

CORPUS = {path.stem: path for path in (Path(__file__).parent / "corpus").glob("*.yaml")}

# Every finding by code and place; what has none is legal, however odd it looks.
FOUND: dict[str, tuple[str, ...]] = {
    "alias-bomb": (
        "missing-kind-or-form 1:1",
        "anchor 1:4",
        "anchor 2:4",
        "alias 2:8",
        "alias 2:12",
        "alias 2:16",
        "anchor 3:4",
        "alias 3:8",
        "alias 3:12",
        "alias 3:16",
        "alias 4:7",
    ),
    "byte-order-mark": (),
    "carriage-returns": (),
    "control-characters": ("forbidden-character 5:29",),
    "csv": ("not-a-mapping 1:1",),
    "cut-in-a-character": ("not-utf8 5:28",),
    "cut-in-the-middle": ("yaml-syntax 7:47",),
    "deep-lists": ("too-deep 1:1006",),
    "deep-maps": ("too-deep 33:65",),
    "directive": ("directive 1:1",),
    "duplicate-amount": ("duplicate-key 7:46",),
    "empty": ("empty-file 1:1",),
    "every-field-a-list": (
        "wrong-type 1:7",
        "value-not-allowed 2:7",
        "wrong-type 3:9",
        "wrong-type 4:11",
        "wrong-type 5:8",
    ),
    "every-field-null": ("missing-kind-or-form 1:6",),
    "every-field-text": (
        "wrong-type 1:7",
        "value-not-allowed 2:7",
        "wrong-type 3:9",
        "wrong-type 4:11",
        "wrong-type 5:8",
        "wrong-type 6:11",
    ),
    "exponent": ("ambiguous-value 7:42",),
    "form-is-a-path": ("unknown-form 2:7",),
    "full-width-digits": ("full-width-digits 3:7",),
    "full-width-punctuation": ("full-width-colon 3:5",),
    "gbk": ("not-utf8 4:7",),
    "html-in-prose": (),
    "html-page": ("not-a-mapping 1:1",),
    "id-is-a-path": ("bad-text 5:14",),
    "infinity": ("ambiguous-value 7:42",),
    "invisible-characters": ("forbidden-character 5:29", "forbidden-character 5:31"),
    "json": ("missing-field 1:1", "missing-field 1:1", "missing-field 1:1", "missing-field 1:1", "missing-field 1:1"),
    "json-with-comments": ("unclosed-bracket 1:1",),
    "key-is-a-list": ("missing-field 1:1", "key-not-text 8:3"),
    "key-of-many-lines": ("missing-field 1:1", "unknown-field 8:3"),
    "kind-is-a-path": ("unknown-kind 1:7",),
    "kind-of-a-form": ("unknown-kind 1:7",),
    "list-at-the-top": ("not-a-mapping 1:1",),
    "lone-surrogate": ("bad-escape 5:32",),
    "merge-conflict": ("merge-conflict 3:1",),
    "merge-key": ("merge-key 7:9", "missing-field 7:9", "unknown-field 7:14"),
    "negative-year": ("below-minimum 3:7",),
    "not-a-number": ("ambiguous-value 7:42",),
    "null-bytes": ("unknown-kind 1:7", "forbidden-character 1:13"),
    "number-of-a-thousand-digits": ("long-number 7:42",),
    "octal": ("ambiguous-value 7:42",),
    "only-comments": ("empty-file 1:1",),
    "private-use-characters": ("forbidden-character 5:28", "forbidden-character 5:28", "forbidden-character 5:28"),
    "projects-without-anything": (
        "missing-field 8:12",
        "missing-field 8:12",
        "missing-field 8:16",
        "missing-field 8:16",
        "missing-field 8:20",
        "missing-field 8:20",
    ),
    "python-tag": ("tag 5:28", "wrong-type 5:28"),
    "quote-that-never-ends": ("unclosed-quote 5:28",),
    "reason-of-itself": ("unknown-reference 9:18",),
    "reported-selects-everything-twice": ("reported-twice 11:14",),
    "sexagesimal": ("ambiguous-value 7:42",),
    "spreadsheet-formula": (),
    "stars-without-end": (),
    "tabs-for-spaces": ("tab-indentation 7:1",),
    "template-in-prose": ("unknown-reference 6:24", "unknown-reference 6:24"),
    "two-documents": ("several-documents 9:1",),
    "underscores": ("ambiguous-number 7:42",),
    "utf-16": ("not-utf8 1:1",),
    "year-zero": ("below-minimum 3:7",),
}


def test_every_file_is_in_the_list() -> None:
    assert CORPUS.keys() == FOUND.keys()
    assert list(FOUND) == sorted(FOUND)


@pytest.mark.parametrize("name", FOUND)
def test_what_is_found(name: str) -> None:
    found = sorted(run(CORPUS[name].read_bytes()), key=Diagnostic.sort_key)
    if FOUND[name]:
        assert tuple(f"{d.code} {d.span.line}:{d.span.column}" for d in found) == FOUND[name]
    else:
        assert not has_errors(found)
