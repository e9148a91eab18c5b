"""What there is to say about the YAML that disc reads, and the YAML that it refuses."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "refused",
        "不使用的 YAML 写法",
        "What is refused of YAML",
        """
YAML has means by which one place of a file changes what another one says: anchors `&`, aliases `*`, merge keys `<<`,
tags `!`. A reviewer who looks at a line could not tell what it says, so specs do without them: to repeat something,
write it twice. A text that begins with one of these marks, such as a footnote with `*`, needs quotes.

YAML 有些写法能让文件的一处改变另一处的意思：锚点 `&`、引用 `*`、合并 `<<`、标签 `!`。审核的人只看一行就看不出它说什
么，所以填报文件不用这些写法，内容要重复的就写两遍。以这些符号开头的文字（例如以 `*` 开头的注）要加引号。
""",
        "duplicate-key key-not-text several-documents anchor alias merge-key tag directive",
    ),
    outline(
        "plain",
        "不加引号的值",
        "Values without quotes",
        """
A value without quotes is read only if all programs read it alike. Of many they do not: to some `no` is a text and to
others false, `12:30` is 750, `0201` is 129, and `2024-02-21` is no text. So these are refused, with the writing that
is clear: quotes for text, codes and dates, plain digits for numbers.

不加引号的值，只有各种程序读出来都一样的才接受。很多值不是这样：`no` 有的程序读成文字，有的读成“否”；`12:30` 读
成 750，`0201` 读成 129，`2024-02-21` 读成日期而不是文字。所以不接受这样的值，并给出清楚的写法：文字和日期加引号，数
字只写数字。
""",
        "ambiguous-value ambiguous-word ambiguous-number full-width-digits thousands-comma long-number",
    ),
)

TEXTS = {
    "duplicate-key": """
Most programs would silently take the last one, and the first amount would be lost. In a list, the `- ` before the
next entry is missing.

多数程序会不声不响地用最后一个，前面的金额就丢了。写在列表里的，一般是下一条前面漏了“- ”。

FAIL:

    overview:
      functions: [办文]
      subordinate_units:
        - name: 甲中心
          type: institution
          ▸name: 乙中心
          ▸type: institution

PASS:

    overview:
      functions: [办文]
      subordinate_units:
        - name: 甲中心
          type: institution
        - name: 乙中心
          type: institution
""",
    "several-documents": """
A line `---` or `...` begins another document, as where two files were put together. A file is one disclosure.

“---”或“...”之后是另一份内容，一般是把两个文件接在了一起。一个文件只写一份公开文件。
""",
    "ambiguous-value": """
FAIL:

    publication: {date: ▸2024-02-21}

PASS:

    publication: {date: "2024-02-21"}
""",
    "ambiguous-number": """
FAIL:

    staffing: {authorised: ▸05, active: 5}

PASS:

    staffing: {authorised: 5, active: 5}
""",
    "long-number": """
No amount has so many digits. The numbers of accounts, licences and phones are text: they are not added up, and a zero
at their beginning counts.

没有这么长的金额。账号、证照号、电话号码是文字：不会拿来相加，开头的零也不能丢。
""",
}
