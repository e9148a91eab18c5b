from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from tests.load.schema_cases import CASES, SCHEMA

TEST_SCHEMA = Schema.parse(SCHEMA)


def found_in(text: str) -> tuple[Diagnostic, ...]:
    data, _ = read_source(text.encode(), "file.yaml")
    assert data is not None
    return validate(data, TEST_SCHEMA, "file.yaml")


def test_the_schema_of_these_tests_is_a_schema() -> None:
    Draft202012Validator.check_schema(TEST_SCHEMA.root)


@pytest.mark.parametrize("text", CASES)
def test_all_that_is_wrong(text: str) -> None:
    assert [(d.code, d.span.line, d.span.column) for d in found_in(text)] == CASES[text]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "amont: 1",
            "没有“amont”这个字段 / 这里可用的字段（最接近的在前）：amount（金额）……",
            'There is no field "amont" / Fields that can stand here, nearest first: amount (金额), …',
        ),
        (
            "entity: {name: 甲乙, level: unit, nmae: x}",
            "没有“entity.nmae”这个字段 / 这里可用的字段（最接近的在前）：code（科目）",
            'There is no field "entity.nmae" / Fields that can stand here, nearest first: code (科目)',
        ),
        (
            "either: -1",
            "either（二选一） 是 -1，应不小于 0 / 应为：正数",
            "either（二选一） is -1; it should be at least 0 / Expected: 正数",
        ),
        (
            "tally: -1",
            "tally（数量） 是 -1，应不小于 0 / 应为：几个",
            "tally（数量） is -1; it should be at least 0 / Expected: 几个",
        ),
        (
            "entity: {name: 甲乙}",
            "缺少 entity.level（层级） / 加上 level：说明里规定的内容",
            "entity.level（层级） is missing / Add level: what the reference asks for",
        ),
        (
            "names: [a, 12]",
            'names[2] 应为文字，12 不加引号就不是文字 / 加上引号："12"',
            'names[2] should be text; 12 without quotes is not / Put it in quotes: "12"',
        ),
        (
            "amount: '1,234.50'",
            "amount（金额） 应为数字，“1,234.50”是文字 / 只写数字：1234.50（不加引号、千分位逗号和单位，不用全角字符）",
            (
                'amount（金额） should be a number; "1,234.50" is text / Write only the number: 1234.50 '
                "(no quotes, thousands commas, units or full-width characters)"
            ),
        ),
        (
            "kind: finl",
            "kind（种类） 不能是文字“finl” / 可选（最接近的在前）：final（决算）、budget（预算）",
            'kind（种类） cannot be the text "finl" / Allowed, nearest first: final (决算), budget (预算)',
        ),
        (
            "kind: 部门决算",
            "kind（种类） 不能是文字“部门决算” / 可选（最接近的在前）：final（决算）、budget（预算）",
            'kind（种类） cannot be the text "部门决算" / Allowed, nearest first: final (决算), budget (预算)',
        ),
        (
            "金额: 1",
            "没有“金额”这个字段 / 这里可用的字段（最接近的在前）：amount（金额）……",
            'There is no field "金额" / Fields that can stand here, nearest first: amount (金额), …',
        ),
        (
            "language: 中文",
            "language（语言） 的写法不对：“中文” / 应为：页面的语言。例：zh",
            'language（语言） is not of the right form: "中文" / Expected: The BCP 47 tag of the pages. Example: zh',
        ),
        (
            "letters: departmnt",
            "letters 不能是文字“departmnt” / 可选（最接近的在前）：department……",
            'letters cannot be the text "departmnt" / Allowed, nearest first: department, …',
        ),
        (
            "basic: {20103: 1}",
            "basic（基本支出） 里不能用“20103” / 应为：7 位编码，如 2010301",
            '"20103" cannot stand in basic（基本支出） / Expected: a code of 7 digits, such as 2010301',
        ),
        (
            "people: -1",
            "people（人数） 是 -1，应不小于 0 / 应为：整数",
            "people（人数） is -1; it should be at least 0 / Expected: a whole number",
        ),
        (
            "amount: 1.234",
            "amount（金额） 是 1.234，最多 2 位小数 / 按规定的位数四舍五入",
            "amount（金额） is 1.234; at most 2 decimals are allowed / Round it half up",
        ),
        (
            "secret: 是",
            "secret（涉密） 应为“true”或“false”，这里是文字“是” / 写 true（是）或 false（否）",
            'secret（涉密） should be true or false, not the text "是" / Write true or false',
        ),
        (
            "region: abc",
            "region 的写法不对：“abc” / 应为：六位代码，如 653023",
            'region is not of the right form: "abc" / Expected: 六位代码, such as 653023',
        ),
    ],
)
def test_words(text: str, zh: str, en: str) -> None:
    (found,) = found_in(text)
    assert f"{found.message('zh')} / {found.hint('zh')}" == zh
    assert f"{found.message('en')} / {found.hint('en')}" == en


def test_a_long_text_is_shortened_and_kept_on_one_line() -> None:
    (found,) = found_in("date: |\n" + "  很长的一行\n" * 30)
    assert found.message("en") == f"date（日期） is not a date: {('很长的一行 ' * 7)[:40]}…"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "name: 甲单位",
            "name 应写在 entity 之内：检查缩进，以及上一级那一行的“# ”是否已去掉。",
            "name stands in entity: check the indentation, and that the line above it is no comment. Fields that can",
        ),
        ("general: 1", "general 应写在 sources 之内：", "general stands in sources: "),
        (
            "entity: {name: 甲乙, level: unit, kind: budget}",
            "kind 应写在最外层：检查缩进。这里可用的字段（最接近的在前）：code（科目）",
            "kind stands at the top: check the indentation. Fields that can stand here, nearest first: code (科目)",
        ),
    ],
)
def test_where_a_field_should_stand_is_said(text: str, zh: str, en: str) -> None:
    (found,) = found_in(text)
    assert found.hint("zh").startswith(zh)
    assert found.hint("en").startswith(en)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2025年2月21日", "2025-02-21"), ("2025.2.3", "2025-02-03"), ("2024-02-30", "2024-02-05"), ("二月", "2024-02-05")],
)
def test_a_date_in_another_writing_is_understood(written: str, meant: str) -> None:
    (found,) = found_in(f"date: '{written}'")
    assert f'"{meant}"' in found.hint("zh")


def test_the_first_of_two_equal_items_is_named() -> None:
    (found,) = found_in("names:\n  - a\n  - b\n  - a\n")
    assert found.span == Span("file.yaml", 4, 5)
    assert found.related == (Span("file.yaml", 2, 5),)


def test_decimals_are_exact_whatever_the_size() -> None:
    assert found_in("amount: 123456789012345678.01\n") == ()
    assert [d.code for d in found_in("amount: 12345678901234567.015\n")] == ["too-many-decimals"]


def test_the_schema_has_no_float() -> None:
    assert Schema.parse('{"multipleOf": 0.1}').root == {"multipleOf": Decimal("0.1")}


def test_a_schema_reaches_only_into_itself() -> None:
    schema = Schema.parse('{"$ref": "https://example.org/schema.json"}')
    data, _ = read_source(b"a: 1", "file.yaml")
    assert data is not None
    with pytest.raises(jsonschema_rs.ValidationError, match="Retrieval is disabled"):
        validate(data, schema, "file.yaml")


def test_nothing_is_changed_in_the_package_that_validates() -> None:
    before = (dict(FormatChecker.checkers), dict(Draft202012Validator.VALIDATORS))
    found_in("date: '2024-02-30'")
    assert before == (FormatChecker.checkers, dict(Draft202012Validator.VALIDATORS))
    strict = Draft202012Validator(json.loads('{"multipleOf": 1}'))
    assert not strict.is_valid(1.5)


INTERRUPTED = """
import os, subprocess, sys, time
from decimal import Decimal
from disc.load.schema import Schema

schema, value = Schema.parse('{"items": {"type": "number"}}'), [Decimal(number) for number in range(2000)]
assert schema.holds(value)
for _ in range(20):
    try:
        # A thread could interrupt only while the validator does not hold the interpreter.
        with subprocess.Popen(["sh", "-c", f"sleep 0.01; kill -INT {os.getpid()}"]) as other:
            while other.poll() is None:
                schema.holds(value)
            time.sleep(0.1)
    except KeyboardInterrupt:
        continue
    sys.exit("an interrupt was lost")
"""
"""In a process of its own: a thread that other tests leave would take the interrupt, and hand it on at any time."""


@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot hold an interrupt back")
def test_no_interrupt_is_lost_within_the_compiled_validator() -> None:
    command = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
