"""What there is to say about the head of a file, its fields, their values, and where it lies."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "head",
        "种类、表样和年度",
        "Kind, form and year",
        """
The kind of the document, its form and its year decide which fields a file has, which tables it becomes and which
codes hold. While one of them is wrong, little else can be checked. `disc forms` lists the forms with their regions
and years, `disc forms FORM` says what one asks for.

公开文件的种类、表样和年度决定文件有哪些字段、生成哪些表、使用哪一年的编码。其中一样不对，其他内容大多不能检
查。`disc forms` 列出各种表样和它们适用的地区、年度，`disc forms 表样` 说明一种表样要求填什么。
""",
        "missing-kind-or-form unknown-kind unknown-form base-form form-of-other-kind unknown-year"
        " tables-of-earlier-year form-of-other-region form-of-other-level form-of-other-year form-requires",
    ),
    outline(
        "fields",
        "字段",
        "Fields",
        """
Which fields there are, and which must be there, is said by schema/README.md, by `disc forms FORM` and, while you
type, by an editor that knows the schema. If a field is called unknown at one place and missing at another, it is
usually indented too far or not far enough.

有哪些字段、哪些必须填写，见 schema/README.zh-CN.md 和 `disc forms 表样`，用有提示的编辑器时边写边能看到。一处说“没
有这个字段”，另一处又说“缺少”它，一般是缩进多了或者少了。
""",
        "unknown-field missing-field unwanted-field bad-key duplicate-item too-few-items too-many-items",
    ),
    outline(
        "values",
        "字段的值",
        "Values of fields",
        """
The message ends with what is expected, with an example to copy. The kinds of values and how each is written stand in
schema/README.md, “How values are written”.

提示的最后写明应当填什么，附有可以照抄的例子。各种值怎样写，见 schema/README.zh-CN.md“值的写法”一节。
""",
        "wrong-type missing-value number-as-text amount-with-unit text-needs-quotes value-not-allowed bad-text bad-date"
        " empty-text text-too-short text-too-long below-minimum above-maximum too-many-decimals no-alternative"
        " invalid-value",
    ),
    outline(
        "place",
        "文件的位置",
        "Where the file lies",
        """
The path of a file is the address of its page: specs/REGION/…/OFFICE/YEAR-KIND.yaml. It says the office, the year and
the kind once more, so a file copied for the next year and not corrected is found at once.

文件的路径就是网页的地址：specs/地区/…/单位/年度-种类.yaml。路径又写了一遍单位、年度和种类，所以复制上年的文件而忘了
改的，马上就能发现。
""",
        "address-disagrees folder-name duplicate-spec",
    ),
)

TEXTS = {
    "missing-kind-or-form": """
Without them nobody can tell what else the file should hold. `disc new` writes both.

没有它们，就不知道文件里还应当有什么。`disc new` 写出的文件已经填好。
""",
    "base-form": """
Forms of a region share what is equal in a form of their own, which has no cover or parts. Name one that extends it.

几种表样共用的内容写成一个表样，供其他表样继承，本身没有封面和各部分。应当写继承它的表样。
""",
    "form-of-other-kind": """
A form is for one kind of document, the `kind` in its file. Correct `kind` or `form` in the spec.

一种表样只用于一种公开文件，写在表样的 `kind` 中。改正填报文件的 `kind` 或 `form`。
""",
    "unknown-year": """
Names and levels of items come from the classification of the budget year. A year without one goes by the newest
before it, but none stands before the first: usually the year is mistyped.

科目的名称和级别取自预算年度的科目表。没有当年科目表的，用之前最近一年的；最早一年之前就没有了，多数情况是年度写错了。
""",
    "unknown-field": """
FAIL:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative, ▸phone: "1"}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}
""",
    "unwanted-field": """
The field exists, but what stands elsewhere in the file rules it out: `units` in the file of a unit, for example.

有这个字段，但文件的其他内容决定了这里不能写，例如单位的文件里不写 `units`。

FAIL:

    ▸units: [{name: 某局信息中心, type: institution}]
""",
    "bad-key": """
What stands before the colon is one of a few names here, or a code of the right length: seven digits for the items of
`by_function`, five for those of `by_economic`.

这里冒号前面只能写规定的几个名字，或者位数正确的编码：`by_function` 写七位的项，`by_economic` 写五位的款。

FAIL:

    last_year: {budget: {sources: {▸财政拨款: {total: 130}}}}

PASS:

    last_year: {budget: {sources: {general: {total: 130}}}}
""",
    "wrong-type": """
A list, a group of fields, a number and a text are four different things. One entry is a list, too: `[甲]`.

列表、一组字段、数字、文字是四种不同的内容。列表只有一项也要写成列表：`[甲]`。

FAIL:

    overview: {functions: ▸办文、办会, subordinate_units: []}

PASS:

    overview: {functions: [办文, 办会], subordinate_units: []}
""",
    "missing-value": """
A field without a value says neither that there is nothing nor how much there is. A list or group with nothing in it
is `[]` or `{}`, no money is `0`; what you do not know is left out with the field's name.

有字段名而没有内容，既不是“没有”，也不是任何数。没有内容的列表写 `[]`，没有内容的一组字段写 `{}`，没有钱写 `0`；不知
道的，连字段名一起删去。
""",
    "amount-with-unit": """
The unit of all amounts is said once, at the head of the file. In a file in 万元, 4235元 is 0.4235, rounded to the
decimals of the approved budget.

金额的单位在文件开头写一次。单位是万元的文件，4235元写 0.4235，按批复的位数四舍五入。

FAIL:

    procurement: {goods: ▸45.56万元, works: 0, services: 0}

PASS:

    procurement: {goods: 45.56, works: 0, services: 0}
""",
    "number-as-text": """
FAIL:

    procurement: {goods: ▸"45.56", works: 0, services: 0}

PASS:

    procurement: {goods: 45.56, works: 0, services: 0}
""",
    "value-not-allowed": """
Only a few values are possible here; in the file stands the short English name, its meaning in Chinese is beside it in
the message.

这里只有几个值可以选。文件里写英文的名字，提示中注明了它的中文意思。

FAIL:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: ▸行政单位}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}
""",
    "bad-date": """
The day must exist, and be written with four, two and two digits between quotes.

日期必须存在，按四位年、两位月、两位日书写，放在引号里。

FAIL:

    assets: {as_of: ▸"2023-11-31", vehicles: {general: {count: 0}}}

PASS:

    assets: {as_of: "2023-11-30", vehicles: {general: {count: 0}}}
""",
    "no-alternative": """
There are several ways to write this, and what stands here is none of them: a reason, for example, is a text or a
group with `remark`. The message names all of them.

这个字段有几种写法，这里的哪一种都不是。例如原因可以是一段文字，也可以是写有 `remark` 的一组字段。提示列出了全部写法。
""",
    "folder-name": """
Addresses are typed, read out and put into letters. So folders have lower-case letters, digits and hyphens; the
official name of the place and the office comes from the file. A folder at the top cannot be called like one of the
site's own.

网址要有人念、有人抄、写进文件，所以文件夹名只用小写字母、数字和连字符；网页上显示的地区和单位名称取自文件。最上一级
的文件夹不能与站点自己的文件夹同名。
""",
    "duplicate-spec": """
The office is known by region and id, wherever the file lies. Usually a file was copied to another folder and the old
one was left, or two offices were given one id.

单位按行政区划代码和 id 识别，不论文件放在哪里。一般是文件复制到了别的文件夹而旧的没有删，或者两个单位用了同一个 id。
""",
}
