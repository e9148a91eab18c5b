"""What there is to say about forms."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "forms",
        "表样（维护表样的人看）",
        "Forms, for those who maintain them",
        """
These are about a file below schema/forms/ and not about a spec: an author who meets one has done nothing wrong and
tells whoever maintains the form. The language of forms is described in schema/forms/README.md. A form is judged with
all that it extends; the place shown is where the wrong thing stands, which may be in the form that is extended.

这些问题出在 schema/forms/ 下的文件，不在填报文件：填报的人看到它，告诉维护表样的人就行。表样的语言
见 schema/forms/README.zh-CN.md。表样连同它所继承的一起检查，所指的位置是写错的地方，可能在被继承的表样里。
""",
        "unknown-base-form circular-form incomplete-form conflicting-form-fields nothing-to-take-away"
        " reversed-years duplicate-part unknown-form-name unknown-member unknown-form-code unknown-spec-place"
        " reserved-name circular-measure mixed-units measures-crossed total-without-name row-of-everything"
        " unused-form-entry form-lacks-item flow-missing flows-mixed template-syntax single-braces"
        " unknown-template-name nested-word"
        " unknown-filter unknown-measure-attribute figure-absent field-absent form-template"
        " empty-section total-above-rows",
    ),
)

TEXTS = {
    "incomplete-form": """
Fields may come from any form that is extended, so it is looked for in all of them together. A form without `parts` is
only for others to extend, and needs less.

缺的内容可以写在任何一级所继承的表样里，所以合在一起检查。没有 `parts` 的表样只供继承，要求较少。
""",
    "conflicting-form-fields": """
A table has `columns`, `sides` or a `layout`; a measure has `select`, `facts` or `sum`. A form that changes what it
inherits from one to the other takes the old one away: `without: [select]`.

一张表写 `columns`、`sides`、`layout` 之一，一个指标写 `select`、`facts`、`sum` 之一。继承来的是一种、自己要用另一种
的，先去掉继承来的：`without: [select]`。
""",
    "unknown-spec-place": """
The form asks for a field of specs, in `requires`, `facts` or a template, that no spec can have. The fields are those
of the schema of its kind, steps joined by dots.

表样的 `requires`、`facts` 或句子里写了填报文件不可能有的字段。字段见这种公开文件的格式，各级用点连接。
""",
    "mixed-units": """
People cannot be added to money. What is counted in each field is said by the schema (`x-unit`).

人数不能和金额相加。各字段是什么单位，由格式文件的 `x-unit` 规定。
""",
    "measures-crossed": """
A row or column with a measure has its numbers already; the other direction must choose from lines of money
(`select`).

行或列写了指标，就已经有了自己的数；另一方向只能用 `select` 从金额中选取。
""",
    "flow-missing": """
In a budget income is expenditure. In final accounts it is not, and there are balances, so each number must say which it
means: in the `select` of its measure, its table, its row or its column. `flow` has these members: receipts (income,
surplus_used, opening) and uses (expenditure, distribution, closing).

预算中收入就是支出；决算中不是，另外还有结转结余，所以每个数都要说明是哪一种：写在指标、全表、行或列的 `select` 中。
`flow` 的成员：receipts（income、surplus_used、opening）和 uses（expenditure、distribution、closing）。
""",
    "flows-mixed": """
Receipts and uses are two sides of the same money: added up they count it twice.

收入方和支出方是同一笔钱的两面，加在一起就重复计算了。
""",
    "form-lacks-item": """
What the national rules require must be traceable in every form: `fulfils` at the section or table that has it, or
`omits` with the reason why the official layout has no place for it.

国家要求公开的每项内容，在表样里都要有着落：在有它的节或表写 `fulfils`，官方格式确实没有的，在 `omits` 中写明原因。
""",
    "unknown-template-name": """
A template sees the measures of the form, its words, and a few names such as `year` and `entity`; which ones stands in
schema/forms/README.md, “Names”. Within a repeated sentence there is `it`, too.

句子里可以用表样的指标、用语，以及 `year`、`entity` 等几个名字，见 schema/forms/README.zh-CN.md 的“名字”一节；逐项重复的
句子里还有 `it`。
""",
    "figure-absent": """
A sentence says a number that this entity does not have: it has no government fund, say. Official texts have another
sentence for that case, or none; the form says which, with `when`. A form that writes 0万元 there has `absent: "0"` in
its `display`.

句子要写一个数，而这个单位没有：例如没有政府性基金。官方文字这时另有一句话，或者不提；表样用 `when` 写明是哪一种。
官方格式写“0万元”的，在 `display` 中写 `absent: "0"`。
""",
    "field-absent": """
A sentence uses a field that this spec does not state. What not all specs have is asked for first; what all must have
is listed in `requires`, and then the spec that lacks it is told. The same goes for `rate` in phrases about changes,
which not all of them have.

句子用了一个字段，这份文件没有写。不是每份都有的，先判断有没有；每份都必须有的，列入 `requires`，没有写的文件
就会有提示。增减的说法里用了 `rate` 的，也是这样：没有增减率的时候，先判断。
""",
    "empty-section": """
A heading stands on the page and nothing below it, since all that could stand there has a condition that does not hold.
Either the spec lacks something, or the form does not say what is written where there is nothing. Where what the
national rules ask for should stand, that is told of instead.

页面上有标题而下面没有内容，因为能写在那里的各段都有条件，而条件不成立：或者填报文件漏写了，或者表样没有写明没有的时候
说什么。应当写国家要求公开的内容的，由那一条提示说明。
""",
    "total-above-rows": """
The closing row of a table is all the money of the table. Where the form names every row, and forgets one (a source
that few offices have), the rows add up to less for those who have it. Rows of a tree leave nothing out, and are not
looked at.

表的合计行是全表的钱。各行都由表样写明、而漏了一行的（例如少数单位才有的一种收入），有这笔钱的单位，各行相加就少于合计。
按科目、项目逐个列出的各行不会遗漏，不检查。
""",
    "form-template": """
The template is well formed, but it failed with the facts of the spec that is named: a list stands where words should,
for example.

模板的写法没有错，但用在所说的文件上不能执行：例如在该写文字的地方写了列表。
""",
}
