"""What disc accepts, every other reader of YAML reads in the same way."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from disc.load.source import read_source


class NewReader(yaml.BaseLoader):
    """A reader of YAML 1.2: PyYAML's parser with the rules of the core schema."""


CORE = (
    ("null", r"null|Null|NULL|~|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+."),
)
for name, pattern, first in CORE:
    NewReader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z"), [*first, ""])


def in_new_yaml(text: str) -> Any:  # noqa: ANN401
    """Read as the core schema of YAML 1.2 does."""
    return value_of(yaml.compose(text, Loader=NewReader))


def value_of(node: Any) -> Any:  # noqa: ANN401
    if isinstance(node, yaml.MappingNode):
        return {value_of(key): value_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() == "true"
    if kind == "int":
        return int(node.value, 0 if node.value[:2] in {"0o", "0x"} else 10)
    return float(node.value.replace(".inf", "inf").replace(".nan", "nan")) if kind == "float" else node.value


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return a tree as both readers have it: keys as text, decimals as floats, types told apart."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return ("float", float(value))
    return (type(value).__name__, value)


WORDS = """
    y Y n N yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE null Null NULL ~
    = << . .. ... - -- -.inf .Inf .NaN 0o17 0x1F 0b11 12:30 1:2:3.4 1__0
"""
SCALARS = st.one_of(
    st.from_regex(r"[-+.0-9_eExob:,=~ ]{1,12}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ tT][0-9]{1,2}:[0-9]{2}:[0-9]{2})?", fullmatch=True),
    st.sampled_from(WORDS.split()),
    st.text(alphabet="甲乙０１９．，。abn 0123.:,-+'\"", max_size=12),
)


def agree(text: str) -> None:
    data, found = read_source(text.encode(), "file.yaml")
    if found:
        return
    assert plain(data) == plain(yaml.load(text, Loader=yaml.SafeLoader)) == plain(in_new_yaml(text))


@pytest.mark.parametrize("word", WORDS.split())
def test_words(word: str) -> None:
    agree(f"a: {word}\n")
    agree(f"{word}: x\n")


@given(SCALARS, SCALARS)
@example("08", "1e3")
@example("2024-01-02", "12:30")
@example("2010301", "100.10")
def test_single_values(key: str, value: str) -> None:
    agree(f"a: {value}\n")
    agree(f"{key}: x\n")
    agree(f"b: {{{key}: {value}}}\nc: [{value}, {key}]\n")


@given(st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3)))
def test_whole_files(tree: object) -> None:
    agree(yaml.safe_dump({"root": tree}, allow_unicode=True))
    agree(written({"root": tree}))


def written(tree: object) -> str:
    """Return a tree as flow YAML without any quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(written(item) for item in tree) + "]"
    return str(tree)
