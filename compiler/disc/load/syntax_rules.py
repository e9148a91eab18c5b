"""What can be wrong with the writing of YAML, in the words of people who have never heard of it."""

from __future__ import annotations

from disc.core.diagnostic import Level, Rule, Words

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Level.ERROR,
    Words("不符合 YAML 的写法", "This is not YAML"),
    Words(
        "从这里起看不懂，后面没有再读（{problem}）", "This cannot be understood, and the rest was not read ({problem})"
    ),
    Words(
        "检查这一行和上一行的缩进、冒号、引号和括号",
        "Check indentation, colons, quotes and brackets here and a line above",
    ),
)
TAB_INDENTATION = Rule(
    "tab-indentation",
    Level.ERROR,
    Words("用制表符缩进", "A tab as indentation"),
    Words("行首用了制表符（Tab）", "There is a tab where only spaces may stand"),
    Words("把它换成空格，每级缩进 2 个空格", "Use spaces instead, two for each level"),
)
BAD_INDENTATION = Rule(
    "bad-indentation",
    Level.ERROR,
    Words("缩进没有对齐", "The indentation does not fit"),
    Words("这一行的缩进和上面对不齐", "This line is not aligned with those above"),
    Words(
        "同一组的字段左边对齐，下一级多缩进 2 个空格",
        "Align the fields of a group; indent the next level by two spaces",
    ),
)
SPACE_AFTER_COLON = Rule(
    "space-after-colon",
    Level.ERROR,
    Words("冒号后面缺少空格", "No space after the colon"),
    Words("冒号后面没有空格", "There is no space after the colon"),
    Words(
        "冒号后面空一个半角空格；冒号是文字的一部分时，把整段文字放进引号",
        "Add an ordinary space; if the colon belongs to the text, quote all of it",
    ),
)
FULL_WIDTH_COLON = Rule(
    "full-width-colon",
    Level.ERROR,
    Words("用了全角冒号", "A full-width colon"),
    Words("字段名后面用了全角冒号“：”", "The field is followed by a full-width colon"),
    Words("改成半角冒号，后面空一格", "Use an ordinary colon and a space after it"),
)
FULL_WIDTH_SPACE = Rule(
    "full-width-space",
    Level.ERROR,
    Words("字段名前后有全角空格", "A full-width space beside the name of a field"),
    Words(
        "字段名的前面或后面有全角空格或不间断空格",
        "There is a full-width or non-breaking space before or after the name of the field",
    ),
    Words("删掉它；缩进用半角空格", "Delete it; indent with ordinary spaces"),
)
FULL_WIDTH_COMMA = Rule(
    "full-width-comma",
    Level.ERROR,
    Words("括号里的各项之间不是半角逗号", "No ordinary comma between items in brackets"),
    Words("括号里的各项之间用了“{mark}”", 'The items between brackets are parted by "{mark}"'),
    Words("换成半角逗号和空格", "Use an ordinary comma and a space"),
)
FULL_WIDTH_BRACKET = Rule(
    "full-width-bracket",
    Level.ERROR,
    Words("括号是全角的", "A full-width bracket"),
    Words("这里用了全角括号“{mark}”", 'There is a full-width bracket "{mark}" here'),
    Words(
        "两头都换成半角括号：一组字段用 {{ }}，列表用 [ ]",
        "Use ordinary brackets at both ends: {{ }} for a group, [ ] for a list",
    ),
)
MERGE_CONFLICT = Rule(
    "merge-conflict",
    Level.ERROR,
    Words("文件里留有合并冲突的标记", "Marks of a merge conflict are left in the file"),
    Words(
        "从这里起有两份不同的内容，还没有决定用哪一份", "Two versions begin here, and nobody has chosen between them"
    ),
    Words(
        "留下对的一份，删掉另一份和以 <<<<<<<、=======、>>>>>>> 开头的行",
        "Keep the right one; delete the other and the lines that begin with <<<<<<<, ======= and >>>>>>>",
    ),
)
MISSING_COLON = Rule(
    "missing-colon",
    Level.ERROR,
    Words("缺少冒号", "A colon is missing"),
    Words("这一行没有写成“字段: 值”", "This line is not of the form `field: value`"),
    Words(
        "补上冒号和空格；列表的一项，以“- ”开头；上一行的续行，要比上一行多缩进",
        "Add a colon and a space; begin an item of a list with `- `; indent the line if it continues the one above",
    ),
)
COLON_IN_TEXT = Rule(
    "colon-in-text",
    Level.ERROR,
    Words("文字里有冒号和空格", "A colon and a space inside text"),
    Words("值里又有一个冒号加空格，分不清哪个是字段", "There is another colon with a space inside the value"),
    Words("把整个值放进引号", "Put the whole value in quotes"),
)
UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    Level.ERROR,
    Words("引号没有配对", "A quote is not closed"),
    Words("从这里开始的引号没有结束", "The quote that begins here does not end"),
    Words("补上同样的半角引号", "Add the same quote at the end"),
)
LATE_QUOTE = Rule(
    "late-quote",
    Level.ERROR,
    Words("引号没有在本行结束", "A quote ends lines later than it was meant to"),
    Words(
        "从这里开始的引号，到第 {line} 行的下一个引号才结束，后面还有文字",
        "The quote that begins here ends only at the next one, in line {line}, and more text follows",
    ),
    Words(
        "在这段文字的末尾补上同样的半角引号；末尾是全角引号（”）的，换成半角的",
        "Add the same quote at the end of this text; if it ends with a full-width one (”), replace that",
    ),
)
UNCLOSED_BRACKET = Rule(
    "unclosed-bracket",
    Level.ERROR,
    Words("括号没有配对", "A bracket is not closed"),
    Words(
        "从这里开始的括号，到第 {line} 行还没有正常结束", "The bracket that begins here is still open in line {line}"
    ),
    Words(
        "检查括号是否成对、逗号是否半角；以括号开头的文字，把整段文字放进引号",
        "Check that brackets come in pairs and that commas are ordinary ones; quote all of a text that begins with one",
    ),
)
TEXT_AFTER_VALUE = Rule(
    "text-after-value",
    Level.ERROR,
    Words("引号或括号后面有多余的文字", "Text after a closing quote or bracket"),
    Words("引号或括号结束以后，后面还有文字", "There is more text after the closing quote or bracket"),
    Words("把整段文字放进引号；文字里的英文引号换成“”", "Quote all of the text; use “ ” for quotes inside it"),
)
MISPLACED_CHARACTER = Rule(
    "misplaced-character",
    Level.ERROR,
    Words("符号的位置不对", "A character that cannot stand here"),
    Words("这里不能用“{character}”", '"{character}" cannot stand here'),
    Words(
        "它是文字的一部分时，把整段文字放进引号；列表要另起一行",
        "If it is part of a text, quote all of it; a list begins on a line of its own",
    ),
)
BAD_ESCAPE = Rule(
    "bad-escape",
    Level.ERROR,
    Words("双引号里的反斜杠", "A backslash between double quotes"),
    Words(
        "双引号里的反斜杠“\\”有特殊含义，这里的写法不对",
        "Between double quotes a backslash has a meaning, and not this one",
    ),
    Words("改用单引号", "Use single quotes"),
)
