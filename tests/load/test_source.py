from __future__ import annotations

import copy
import pathlib
import pickle
from decimal import Decimal

import pytest

from disc.core.span import Span
from disc.load.source import read_file, read_source
from disc.load.tree import Map, Path, Seq, Suspect, key_place, place
from tests.load.cases import NOT_UTF8, READABLE, UNREADABLE, Found


def found_in(content: bytes) -> Found:
    return [(d.code, d.span.line, d.span.column) for d in read_source(content, "file.yaml")[1]]


def read(text: str) -> Map:
    root, found = read_source(text.encode(), "file.yaml")
    assert found == ()
    assert root is not None
    return root


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_wrong_with_an_unreadable_file(text: str) -> None:
    assert found_in(text.encode()) == UNREADABLE[text]
    assert read_source(text.encode(), "file.yaml")[0] is None


@pytest.mark.parametrize("text", READABLE)
def test_all_that_is_wrong_with_a_readable_file(text: str) -> None:
    assert found_in(text.encode()) == READABLE[text]
    assert read_source(text.encode(), "file.yaml")[0] is not None


@pytest.mark.parametrize("content", NOT_UTF8)
def test_where_a_file_is_not_text(content: bytes) -> None:
    assert found_in(content) == NOT_UTF8[content]


def test_values() -> None:
    text = """\
    none: [null, ~, ]
    empty:
    truth: [true, false]
    whole: [0, 7, -12, 2010301]
    exact: [100.10, -0.50, 12345678901234567.89]
    text: [abc, 2024年, 1.2.3, 2024-1-2, v1, -, "", '0201', "yes", 10%, a:b, '1,234', 3-5, 5元]
    """
    assert read(text) == {
        "none": [None, None],
        "empty": None,
        "truth": [True, False],
        "whole": [0, 7, -12, 2010301],
        "exact": [Decimal("100.10"), Decimal("-0.50"), Decimal("12345678901234567.89")],
        "text": [
            "abc",
            "2024年",
            "1.2.3",
            "2024-1-2",
            "v1",
            "-",
            "",
            "0201",
            "yes",
            "10%",
            "a:b",
            "1,234",
            "3-5",
            "5元",
        ],
    }


def test_a_decimal_keeps_the_digits_that_were_written() -> None:
    assert str(read("a: 100.10")["a"]) == "100.10"


def test_keys_are_text_as_written() -> None:
    assert list(read("2010301: 1\n'08': 2\n-5: 3\n0: 4\n中文: 5\n")) == ["2010301", "08", "-5", "0", "中文"]


def test_block_text_keeps_its_lines() -> None:
    assert read("a: |\n  第一行。\n  第二行。\n\nb: >-\n  一\n  二\n") == {"a": "第一行。\n第二行。\n", "b": "一 二"}


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfa: 1\n", b"a: 1\r\n", b"a: 1", b"---\na: 1\n...\n", b"\n# x\na: 1\r"]
)
def test_what_editors_leave_in_a_file_is_read(content: bytes) -> None:
    assert read_source(content, "file.yaml") == ({"a": 1}, ())


TREE = """\
entity:
  name: 甲
  offices: [一, {二: 三}]
projects:
  - name: p
    economic: {30201: 1.5, 30202: 2}
empty:
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("entity",), (2, 3), (1, 1)),
        (("entity", "name"), (2, 9), (2, 3)),
        (("entity", "offices", 0), (3, 13), (3, 13)),
        (("entity", "offices", 1, "二"), (3, 20), (3, 17)),
        (("projects", 0), (5, 5), (5, 5)),
        (("projects", 0, "economic", "30202"), (6, 35), (6, 28)),
        (("empty",), (7, 7), (7, 1)),
        (("entity", "level"), (1, 1), (1, 1)),
        (("projects", 0, "source"), (5, 5), (5, 5)),
        (("projects", 3, "source"), (4, 1), (4, 1)),
        (("projects", -1), (4, 1), (4, 1)),
        (("projects", 0, "economic", "30203"), (6, 5), (6, 5)),
        (("entity", "name", "x"), (2, 3), (2, 3)),
        (("nowhere", "at", "all"), (1, 1), (1, 1)),
    ],
)
def test_places(path: Path, value: tuple[int, int], key: tuple[int, int]) -> None:
    root = read(TREE)
    assert place(root, path, "file.yaml") == Span("file.yaml", *value)
    assert key_place(root, path, "file.yaml") == Span("file.yaml", *key)


def test_a_tree_made_by_hand_has_no_places() -> None:
    assert place(Map({"a": Seq([1])}), ("a", 0), "file.yaml") == Span("file.yaml", 1, 1)


@pytest.mark.parametrize("same", [copy.deepcopy, lambda root: pickle.loads(pickle.dumps(root))])  # noqa: S301
def test_a_copy_keeps_the_places(same: type) -> None:
    root = read(TREE)
    twin = same(root)
    assert twin == root
    assert place(twin, ("projects", 0, "name"), "file.yaml") == place(root, ("projects", 0, "name"), "file.yaml")


def test_where_an_error_is_known_the_tree_has_suspect_text() -> None:
    root, found = read_source(b'a: yes\nb: !x 1\nc: [*d]\ne: 0x1\nf: "\x07"\ng: \x07\n', "file.yaml")
    assert len(found) == 5
    assert root is not None
    assert all(isinstance(root[key], Suspect) for key in "abefg")


def test_the_first_of_two_equal_keys_stays_and_is_named() -> None:
    root, (found,) = read_source(b"x:\n  a: 1\n  b: 2\n  a: 3\n", "file.yaml")
    assert root == {"x": {"a": 1, "b": 2}}
    assert found.related == (Span("file.yaml", 2, 3),)
    assert found.message("zh") == "“a”在同一组里写了两次，第一次在第 2 行"
    assert found.message("en") == '"a" stands twice in one group, first in line 2'


def test_all_places_of_a_forbidden_character_are_named_once() -> None:
    _, (found,) = read_source("a: \ue000\nb: c\ue000\n".encode(), "file.yaml")
    assert found.span == Span("file.yaml", 1, 4)
    assert found.related == (Span("file.yaml", 2, 5),)
    assert found.message("zh") == "这里有私人使用区的字符（U+E000）"
    assert found.message("en") == "There is a private-use character here (U+E000)"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "a: yes",
            '要的是 true 就写 true；要的是文字就加引号："yes"',
            'Write true if you mean it; if you mean text: "yes"',
        ),
        ("a: 0201", '编码等文字加引号："0201"；数字写成 201', 'A code or other text: "0201"; a number: 201'),
        ("a: 1e3", '编码等文字加引号："1e3"；数字写成 1000', 'A code or other text: "1e3"; a number: 1000'),
        ("a: .5", '编码等文字加引号：".5"；数字写成 0.5', 'A code or other text: ".5"; a number: 0.5'),
        ("a: 2024-01-02", '加上引号："2024-01-02"', 'Put it in quotes: "2024-01-02"'),
        ("a: １２。５", "改成半角：12.5", "Write it as 12.5"),
        ("a: 1,234.50", "去掉逗号：1234.50", "Write it without: 1234.50"),
        ("name：x", "改成半角冒号，后面空一格", "Use an ordinary colon and a space after it"),
    ],
)
def test_the_hint_says_what_to_write(text: str, zh: str, en: str) -> None:
    _, (found,) = read_source(text.encode(), "file.yaml")
    assert found.hint("zh") == zh
    assert found.hint("en") == en


def test_a_file_that_the_system_does_not_give(tmp_path: pathlib.Path) -> None:
    for path, zh in ((tmp_path, "它是文件夹，不是文件"), (tmp_path / "x", "没有这个文件或文件夹")):
        root, (found,) = read_file(path, "file.yaml")
        assert (root, found.code, found.message("zh")) == (None, "unreadable-file", f"文件不能读取：{zh}")
