"""What there is to say about how lines are written."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "writing",
        "各行的写法",
        "How lines are written",
        """
A file is made of lines `field: value`. What belongs to a field stands below it, indented by two more spaces. Colons,
commas, quotes, brackets and spaces count only if they are ordinary (half-width) ones; typed with a Chinese keyboard
they are part of the text. A mistake is often seen only later than it was made: look at the line above, too. What
follows it was not read, so check again.

文件由一行行的“字段: 值”组成。属于一个字段的内容写在它下面，多缩进两个空格。冒号、逗号、引号、括号和空格只有半角的才
起作用，用中文输入法打出来的全角符号只是文字的一部分。错误往往过后才看得出来，所以上一行也要看。出错之后的内容没有再
读，改正以后要再检查一次。
""",
        "yaml-syntax tab-indentation bad-indentation missing-colon space-after-colon full-width-colon full-width-space"
        " colon-in-text unclosed-quote late-quote text-after-value bad-escape full-width-comma full-width-bracket"
        " unclosed-bracket misplaced-character",
    ),
)

TEXTS = {
    "yaml-syntax": """
This is said where no more particular code fits; what stands in brackets are the words of the YAML reader. Mostly a
sign that means something to YAML stands in a text without quotes.

没有更具体的代码时才这样提示，括号里是 YAML 程序的原话。多数情况是文字没有加引号，里面的符号在 YAML 中有特殊含义。
""",
    "bad-indentation": """
Fields of one group begin in the same column. One space too many makes a field belong to the one above it.

同一组的字段从同一列开始。多一个空格，这个字段就成了上一个字段的下级。

FAIL:

    staffing:
      authorised: 5
       ▸active: 5

PASS:

    staffing:
      authorised: 5
      active: 5
""",
    "missing-colon": """
Either the colon after the name of a field is missing, or a text goes on in a line that is not indented enough.

或者是字段名后面漏了冒号，或者是一段文字换行以后没有缩进。

FAIL:

    staffing:
      authorised: 5
      ▸active 5

PASS:

    staffing:
      authorised: 5
      active: 5
""",
    "space-after-colon": """
Without the space `active:5` is one word and no field.

没有空格，`active:5` 就是一个词，不是字段。

FAIL:

    staffing:
      authorised: 5
      active▸:5

PASS:

    staffing:
      authorised: 5
      active: 5
""",
    "colon-in-text": """
An ordinary colon with a space after it ends the name of a field, also within a text. A full-width one (：) does not.

半角冒号后面有空格，就表示前面是字段名，写在文字中间也一样。全角冒号（：）没有这个作用。

FAIL:

    other_matters: 说明▸: 无其他事项。

PASS:

    other_matters: 说明：无其他事项。
""",
    "late-quote": """
A text that begins with an ordinary quote ends with the next ordinary one, wherever that stands. Typed with a Chinese
keyboard the quote at the end is a full-width one and ends nothing.

以半角引号开头的文字，到下一个半角引号才结束，不论隔了几行。用中文输入法打的后引号是全角的，不能结束它。

FAIL:

    other_matters: ▸"无其他事项。”
    publication: {source: "预算公开"}

PASS:

    other_matters: "无其他事项。"
    publication: {source: "预算公开"}
""",
    "text-after-value": """
A text that begins with a quote or a bracket is over where that is closed. If the mark belongs to the text, quote all
of it, or use full-width marks.

以引号或括号开头的值，到引号或括号配对的地方就结束了。引号本来就是文字一部分的，用“”，或者把整段文字放进另一种引号。

FAIL:

    other_matters: "五好党支部"▸工作无其他事项。

PASS:

    other_matters: “五好党支部”工作无其他事项。
""",
    "bad-escape": r"""
Between double quotes a backslash begins a sign of its own, as in `\n`. Between single quotes it is a backslash.

双引号里的反斜杠用来表示特殊的字，例如 `\n` 是换行。单引号里的反斜杠就是反斜杠。

FAIL:

    other_matters: "见 D:▸\预算\说明"

PASS:

    other_matters: '见 D:\预算\说明'
""",
    "full-width-comma": """
FAIL:

    procurement: {goods: 0▸，works: 0, services: 0}

PASS:

    procurement: {goods: 0, works: 0, services: 0}
""",
    "unclosed-bracket": """
A bracket was not closed, a comma between two entries is missing or full-width, or a text between the brackets holds
one of `, { } [ ]` and no quotes.

括号没有写完，两项之间漏了逗号，或者用了全角逗号；也可能是括号里的文字含有 `, { } [ ]` 而没有加引号。

FAIL:

    procurement: ▸{goods: 0, works: 0, services: 0
    staffing: {authorised: 5, active: 5}

PASS:

    procurement: {goods: 0, works: 0, services: 0}
    staffing: {authorised: 5, active: 5}
""",
    "misplaced-character": """
A text without quotes cannot begin with a sign that means something to YAML, and a list does not begin behind the name
of a field.

不加引号的文字不能以 YAML 中有特殊含义的符号开头；列表不能跟在字段名后面，要另起一行。

FAIL:

    other_matters: ▸*见附件。

PASS:

    other_matters: "*见附件。"
""",
}
