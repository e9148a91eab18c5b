"""What can be wrong with a source file before anybody asks what it means."""

from __future__ import annotations

from disc.core.diagnostic import Level, Rule, Words

# The file as a whole.

NOT_UTF8 = Rule(
    "not-utf8",
    Level.ERROR,
    Words("文件不是 UTF-8 编码", "The file is not UTF-8"),
    Words("从这里起不是 UTF-8 编码，无法读成文字", "From here on the file is not UTF-8 and cannot be read as text"),
    Words("用记事本打开，选“另存为”，编码选 UTF-8", "Open it in an editor and save it again with the encoding UTF-8"),
)
FORBIDDEN_CHARACTER = Rule(
    "forbidden-character",
    Level.ERROR,
    Words("不能使用的字符", "A character that must not be used"),
    Words("这里有{kind_zh}（{character}）", "There is {kind_en} here ({character})"),
    Words("删掉它，或者重新输入这个字", "Delete it, or type the word again"),
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    Level.ERROR,
    Words("文件太大", "The file is too large"),
    Words("文件有 {size} 字节，最多 {limit} 字节", "The file has {size} bytes; {limit} are allowed"),
    Words("检查是否放错了文件", "Check whether this is the right file"),
)
TOO_DEEP = Rule(
    "too-deep",
    Level.ERROR,
    Words("嵌套太深", "Nested too deeply"),
    Words(
        "这里的嵌套超过 {limit} 层，后面没有再读", "This is nested more than {limit} levels deep; the rest was not read"
    ),
    Words("检查缩进和括号", "Check the indentation and the brackets"),
)
TOO_MANY_VALUES = Rule(
    "too-many-values",
    Level.ERROR,
    Words("内容太多", "Too many values"),
    Words(
        "文件里的字段和值超过 {limit} 个，后面没有再读", "The file has more than {limit} values; the rest was not read"
    ),
    Words("检查是否放错了文件", "Check whether this is the right file"),
)
EMPTY_FILE = Rule(
    "empty-file",
    Level.ERROR,
    Words("文件是空的", "The file is empty"),
    Words("文件里没有内容", "There is nothing in the file"),
    Words("每行写一个“字段: 值”", "Write one `field: value` on each line"),
)
NOT_A_MAPPING = Rule(
    "not-a-mapping",
    Level.ERROR,
    Words("最外层不是“字段: 值”", "The file is not made of fields"),
    Words("文件的最外层应为一行行的“字段: 值”", "The outermost level must be lines of `field: value`"),
    Words("每行写一个“字段: 值”", "Write one `field: value` on each line"),
)

# Its keys.

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Level.ERROR,
    Words("字段重复", "The same field twice"),
    Words(
        "“{key}”在同一组里写了两次，第一次在第 {first} 行", '"{key}" stands twice in one group, first in line {first}'
    ),
    Words(
        "只留一个，或者合并；若是列表的下一条，在它的第一行前写“- ”",
        'Keep one of them, or merge them; if it is the next entry of a list, begin its first line with "- "',
    ),
)
KEY_NOT_TEXT = Rule(
    "key-not-text",
    Level.ERROR,
    Words("字段名不是文字", "The name of a field is not text"),
    Words(
        "冒号前面应是字段名，不能是空的、一组内容或列表",
        "Before the colon stands the name of a field, not a list or a group",
    ),
    Words(
        "字段名写成一个词；以 {{ 或 [ 开头的是文字（例如模板）时，把整段文字放进引号",
        "Write the name of the field as one word; if it is a text that begins with a brace or bracket, quote all of it",
    ),
)

# What YAML offers and disc refuses.

ANCHOR = Rule(
    "anchor",
    Level.ERROR,
    Words("不使用锚点（&）", "Anchors (&) are not used"),
    Words("值的前面不能写“&{name}”", 'A value must not begin with "&{name}"'),
    Words(
        "如果它是文字，把整段文字放进引号；如果要重复内容，直接写两遍",
        "If it is text, quote all of it; to repeat, write it twice",
    ),
)
ALIAS = Rule(
    "alias",
    Level.ERROR,
    Words("不使用引用（*）", "Aliases (*) are not used"),
    Words("值的前面不能写“*”", 'A value must not begin with "*"'),
    Words(
        "如果它是文字，把整段文字放进引号；如果要重复内容，直接写两遍",
        "If it is text, quote all of it; to repeat, write it twice",
    ),
)
MERGE_KEY = Rule(
    "merge-key",
    Level.ERROR,
    Words("不使用合并（<<）", "Merge keys (<<) are not used"),
    Words("“<<”不能作字段名", '"<<" cannot be a field'),
    Words("把要合并的字段直接写出来", "Write out the fields that were to be merged"),
)
TAG = Rule(
    "tag",
    Level.ERROR,
    Words("不使用标签（!）", "Tags (!) are not used"),
    Words("值的前面不能写“!”", 'A value must not begin with "!"'),
    Words("删掉它；如果它是文字，把整段文字放进引号", "Delete it; if it is text, quote all of it"),
)
SEVERAL_DOCUMENTS = Rule(
    "several-documents",
    Level.ERROR,
    Words("一个文件里有几份内容", "Several documents in one file"),
    Words("从这里起是第二份内容", "A second document begins here"),
    Words("删掉“---”或“...”，或者分成两个文件", "Delete the `---` or `...`, or make two files of it"),
)
DIRECTIVE = Rule(
    "directive",
    Level.ERROR,
    Words("不使用以 % 开头的指令", "Directives (%) are not used"),
    Words("文件开头有以“%”开头的指令", 'The file begins with a directive ("%")'),
    Words("删掉这一行", "Delete that line"),
)

# Values that are not what they seem.

AMBIGUOUS_VALUE = Rule(
    "ambiguous-value",
    Level.ERROR,
    Words("没加引号，含义不定", "It needs quotes to be unambiguous"),
    Words("{text} 没有加引号，不同的程序会读成不同的内容", "{text} has no quotes; programs differ in how they read it"),
    Words("加上引号：{quoted}", "Put it in quotes: {quoted}"),
)
AMBIGUOUS_WORD = Rule(
    "ambiguous-word",
    Level.ERROR,
    Words("没加引号的是、否、空", "A word that some programs read as yes, no or nothing"),
    Words(
        "{text} 没有加引号，有的程序读成文字，有的读成 {plain}",
        "{text} has no quotes; some programs read text, some {plain}",
    ),
    Words(
        "要的是 {plain} 就写 {plain}；要的是文字就加引号：{quoted}",
        "Write {plain} if you mean it; if you mean text: {quoted}",
    ),
)
AMBIGUOUS_NUMBER = Rule(
    "ambiguous-number",
    Level.ERROR,
    Words("写法特殊的数字", "A number written in an unusual way"),
    Words("{text} 没有加引号，不同的程序会读成不同的内容", "{text} has no quotes; programs differ in how they read it"),
    Words("编码等文字加引号：{quoted}；数字写成 {plain}", "A code or other text: {quoted}; a number: {plain}"),
)
FULL_WIDTH_DIGITS = Rule(
    "full-width-digits",
    Level.ERROR,
    Words("全角数字", "Full-width digits"),
    Words("{text} 是用全角字符写的数字", "{text} is a number in full-width characters"),
    Words("改成半角：{plain}", "Write it as {plain}"),
)
THOUSANDS_COMMA = Rule(
    "thousands-comma",
    Level.ERROR,
    Words("数字里有千分位逗号", "A thousands comma"),
    Words("{text} 里有千分位逗号", "{text} has thousands commas"),
    Words("去掉逗号：{plain}", "Write it without: {plain}"),
)
LONG_NUMBER = Rule(
    "long-number",
    Level.ERROR,
    Words("数字太长", "The number is too long"),
    Words("这个数字有 {digits} 位，最多 {limit} 位", "The number has {digits} digits; {limit} are allowed"),
    Words(
        "金额检查是否多打了数字；账号、证照号码等是文字，加上引号",
        "Look for extra digits in an amount; account and licence numbers are text: put them in quotes",
    ),
)
