"""Whatever a file holds: never an exception, never a float, never more than the limits allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from disc.core.diagnostic import Diagnostic
from disc.load import compose
from disc.load.limits import Limits
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.tree import Map, Seq, Value
from tests.load.schema_cases import SCHEMA

SMALL = Limits(size=500, depth=4, values=30)
TEST_SCHEMA = Schema.parse(SCHEMA)
PIECES = [
    "a",
    "甲",
    "０",
    *"：:-?{}[],'\"#&*!|>%@`\\=~\n \t",
    ": ",
    "- ",
    "\n  ",
    "1.5",
    "yes",
    "<<: ",
    "---\n",
    "amount: ",
]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def check(content: bytes) -> None:
    root, found = read_source(content, "file.yaml", SMALL)
    assert root is not None or found
    assert list(found) == sorted(found, key=Diagnostic.sort_key)
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = found
    if root is not None:
        assert count(root, SMALL.depth) <= SMALL.values
        said += validate(root, TEST_SCHEMA, "file.yaml")
    for diagnostic in said:
        for span in (diagnostic.span, *diagnostic.related):
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert diagnostic.message("zh")
        assert diagnostic.hint("en")


def count(value: Value, depth: int) -> int:
    """Return how many keys and values there are."""
    assert type(value) is not float
    if isinstance(value, (Map, Seq)):
        assert depth > 0
        inside = value.values() if isinstance(value, Map) else value
        assert len(value.marks) == len(value)
        return 1 + len(value) * isinstance(value, Map) + sum(count(inner, depth - 1) for inner in inside)
    assert value is None or isinstance(value, (str, int, Decimal))
    return 1


@given(st.binary(max_size=600))
def test_any_bytes(content: bytes) -> None:
    check(content)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text.encode())


@given(YAML_LIKE)
def test_anything_like_yaml(text: str) -> None:
    check(text.encode())


@given(YAML_LIKE)
def test_anything_like_yaml_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "_LOADER", yaml.Loader)
        check(text.encode())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: " + b"[" * 100_000, "too-deep"),
        (b"a: " + b"{x: " * 100_000, "too-deep"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(1_000)), "too-deep"),
        (b"- " * 100_000, "too-deep"),
        (b"a: [" + b"1," * 200_000 + b"1]", "too-many-values"),
        (b"a: 1\n" * 1_000_000, "file-too-large"),
        (b"# " + b"x" * 5_000_000, "file-too-large"),
        (b"\0" * 999_999, "forbidden-character"),
        (b"a: '" + b"x\n" * 400_000, "unclosed-quote"),
        (b"a: " + b"9" * 900_000, "long-number"),
        (b"? " * 400_000, "too-deep"),
        (b"&a " * 300_000, "anchor"),
    ],
)
def test_hostile_files_cost_no_more_than_long_ones(content: bytes, code: str) -> None:
    _, found = read_source(content, "file.yaml")
    assert code in {diagnostic.code for diagnostic in found}


def test_a_message_repeats_little_of_a_long_text() -> None:
    long = "1" + "_" * 400_000
    text = f'amount: {long}\nshare: "{" " * 400_000}x"\n? {"y" * 2_000}\n: 1\n? {"y" * 2_000}\n: 1\n'
    root, found = read_source(text.encode(), "file.yaml")
    assert root is not None
    said = found + validate(root, TEST_SCHEMA, "file.yaml")
    assert [d.code for d in said] == ["ambiguous-number", "duplicate-key", "wrong-type", "unknown-field"]
    assert all(len(d.message("zh") + d.hint("zh")) < 500 for d in said)


def test_a_billion_laughs_are_not_laughed() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}*a{n - 1}]" for n in range(1, 10))]
    root, found = read_source("\n".join(lines).encode(), "file.yaml")
    assert root is not None
    assert count(root, 32) < 200
    assert {diagnostic.code for diagnostic in found} == {"anchor", "alias"}


def test_limits_hold_exactly() -> None:
    content = b"a: {b: [1]}\n"
    assert read_source(content, "file.yaml", Limits(size=12, depth=3, values=6))[1] == ()
    for limits in (Limits(size=11), Limits(depth=2), Limits(values=5)):
        root, found = read_source(content, "file.yaml", limits)
        assert root is None
        assert len(found) == 1


def test_a_large_bad_file_is_explained_to_its_end() -> None:
    text = "things: [" + "{a: 1}, " * 2_000 + "]\n" + "".join(f"field{n}: {n}\n" for n in range(2_000))
    root, _ = read_source(text.encode(), "file.yaml")
    assert root is not None
    assert len(validate(root, TEST_SCHEMA, "file.yaml")) == 1_999 + 2_000
