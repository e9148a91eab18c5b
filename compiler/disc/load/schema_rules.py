"""What can be wrong with the fields and values of a file, measured by its schema."""

from __future__ import annotations

from disc.core.diagnostic import Level, Rule, Words

# Fields.

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Level.ERROR,
    Words("没有这个字段", "Unknown field"),
    Words("没有“{field}”这个字段", 'There is no field "{field}"'),
    Words(
        "{there_zh}这里可用的字段（最接近的在前）：{known_zh}",
        "{there_en}Fields that can stand here, nearest first: {known_en}",
    ),
)
MISSING_FIELD = Rule(
    "missing-field",
    Level.ERROR,
    Words("缺少必填的字段", "Missing field"),
    Words("缺少 {field}", "{field} is missing"),
    Words("加上 {name}：{expect_zh}", "Add {name}: {expect_en}"),
)
UNWANTED_FIELD = Rule(
    "unwanted-field",
    Level.ERROR,
    Words("这里不能写的字段", "A field that must not stand here"),
    Words("这里不能写 {field}", "{field} must not stand here"),
    Words("删掉它，或者检查与它有关的字段", "Delete it, or look at the fields that it goes with"),
)
BAD_KEY = Rule(
    "bad-key",
    Level.ERROR,
    Words("名称或编码不对", "A name or code that cannot stand here"),
    Words("{field} 里不能用“{key}”", '"{key}" cannot stand in {field}'),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)

# Kinds of values.

WRONG_TYPE = Rule(
    "wrong-type",
    Level.ERROR,
    Words("内容的种类不对", "The wrong kind of value"),
    Words("{field} 应为{wanted_zh}，这里是{found_zh}", "{field} should be {wanted_en}, not {found_en}"),
    Words("{shape_zh}", "{shape_en}"),
)
MISSING_VALUE = Rule(
    "missing-value",
    Level.ERROR,
    Words("字段没有填", "A field without a value"),
    Words("{field} 没有填", "{field} has no value"),
    Words(
        "填上内容（# 后面是注释，要写在文字里就加引号）；可以不写的字段，删掉整行。应为：{expect_zh}",
        "Fill it in (what follows # is a comment: put text that has it in quotes); "
        "where the field may be left out, delete the line. Expected: {expect_en}",
    ),
)
TEXT_NEEDS_QUOTES = Rule(
    "text-needs-quotes",
    Level.ERROR,
    Words("文字要加引号", "Text that needs quotes"),
    Words("{field} 应为文字，{found} 不加引号就不是文字", "{field} should be text; {found} without quotes is not"),
    Words("加上引号：{quoted}", "Put it in quotes: {quoted}"),
)
NUMBER_AS_TEXT = Rule(
    "number-as-text",
    Level.ERROR,
    Words("数字写成了文字", "A number written as text"),
    Words("{field} 应为数字，“{found}”是文字", '{field} should be a number; "{found}" is text'),
    Words(
        "只写数字：{number}（不加引号、千分位逗号和单位，不用全角字符）",
        "Write only the number: {number} (no quotes, thousands commas, units or full-width characters)",
    ),
)

AMOUNT_WITH_UNIT = Rule(
    "amount-with-unit",
    Level.ERROR,
    Words("金额带着单位", "An amount with its unit"),
    Words("{field} 应为数字，“{found}”带着单位", '{field} should be a number; "{found}" has a unit'),
    Words(
        "换算成文件里 unit 所写的单位，只写数字，如 12.50",
        "Convert it to the unit that the file names (`unit`) and write only the number: 12.50",
    ),
)

# Values.

VALUE_NOT_ALLOWED = Rule(
    "value-not-allowed",
    Level.ERROR,
    Words("不在可选的范围内", "Not one of the allowed values"),
    Words("{field} 不能是{found_zh}", "{field} cannot be {found_en}"),
    Words("可选（最接近的在前）：{options_zh}", "Allowed, nearest first: {options_en}"),
)
BAD_TEXT = Rule(
    "bad-text",
    Level.ERROR,
    Words("文字的写法不对", "Text that is not of the right form"),
    Words("{field} 的写法不对：“{found}”", '{field} is not of the right form: "{found}"'),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)
BAD_DATE = Rule(
    "bad-date",
    Level.ERROR,
    Words("日期不对", "Not a date"),
    Words("{field} 不是有效的日期：{found}", "{field} is not a date: {found}"),
    Words(
        '写成四位年、两位月、两位日，并加半角引号，如 "{date}"',
        'Write year, month and day in ordinary quotes: "{date}"',
    ),
)
EMPTY_TEXT = Rule(
    "empty-text",
    Level.ERROR,
    Words("文字是空的", "Empty text"),
    Words("{field} 是空的", "{field} is empty"),
    Words(
        "填上内容；可以不写的字段，删掉整行。应为：{expect_zh}",
        "Fill it in; where the field may be left out, delete the line. Expected: {expect_en}",
    ),
)
TEXT_TOO_SHORT = Rule(
    "text-too-short",
    Level.ERROR,
    Words("文字太短", "The text is too short"),
    Words("{field} 有 {count} 个字，至少要 {limit} 个", "{field} has {count} characters; at least {limit} are wanted"),
    Words("写完整。应为：{expect_zh}", "Write it in full. Expected: {expect_en}"),
)
TEXT_TOO_LONG = Rule(
    "text-too-long",
    Level.ERROR,
    Words("文字太长", "The text is too long"),
    Words("{field} 有 {count} 个字，最多 {limit} 个", "{field} has {count} characters; at most {limit} are allowed"),
    Words("写短一些", "Make it shorter"),
)
TOO_FEW_ITEMS = Rule(
    "too-few-items",
    Level.ERROR,
    Words("项数太少", "Too few items"),
    Words("{field} 有 {count} 项，至少要 {limit} 项", "{field} has {count} items; at least {limit} are wanted"),
    Words("补上缺的项", "Add what is missing"),
)
TOO_MANY_ITEMS = Rule(
    "too-many-items",
    Level.ERROR,
    Words("项数太多", "Too many items"),
    Words("{field} 有 {count} 项，最多 {limit} 项", "{field} has {count} items; at most {limit} are allowed"),
    Words("删掉多余的项", "Delete what is too much"),
)
DUPLICATE_ITEM = Rule(
    "duplicate-item",
    Level.ERROR,
    Words("列表里有相同的项", "The same item twice"),
    Words("{field} 与第 {first} 行的一项相同", "{field} is the same as the item in line {first}"),
    Words("只留一个", "Keep one of them"),
)
BELOW_MINIMUM = Rule(
    "below-minimum",
    Level.ERROR,
    Words("数字太小", "The number is too small"),
    Words("{field} 是 {found}，应{bound_zh}", "{field} is {found}; it should be {bound_en}"),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)
ABOVE_MAXIMUM = Rule(
    "above-maximum",
    Level.ERROR,
    Words("数字太大", "The number is too large"),
    Words("{field} 是 {found}，应{bound_zh}", "{field} is {found}; it should be {bound_en}"),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)
TOO_MANY_DECIMALS = Rule(
    "too-many-decimals",
    Level.ERROR,
    Words("小数位数太多", "Too many decimals"),
    Words("{field} 是 {found}，最多 {decimals} 位小数", "{field} is {found}; at most {decimals} decimals are allowed"),
    Words("按规定的位数四舍五入", "Round it half up"),
)
NO_ALTERNATIVE = Rule(
    "no-alternative",
    Level.ERROR,
    Words("不是允许的写法之一", "None of the allowed ways of writing it"),
    Words("{field} 不是允许的任何一种写法", "{field} is written in none of the allowed ways"),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)
INVALID_VALUE = Rule(
    "invalid-value",
    Level.ERROR,
    Words("内容不符合要求", "The value is not what is asked for"),
    Words("{field} 不符合要求", "{field} is not what is asked for"),
    Words("应为：{expect_zh}", "Expected: {expect_en}"),
)
