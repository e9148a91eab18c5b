"""What can be wrong with a form whose fields are right: the catalogue."""

from __future__ import annotations

from disc.core.diagnostic import Level, Rule, Words
from disc.load.nearest import HINT

INCOMPLETE_FORM = Rule(
    "incomplete-form",
    Level.ERROR,
    Words("表样不完整", "The form is not complete"),
    Words("表样连同它所继承的，缺少 {name}", "the form lacks {name}, and so does what it extends"),
    Words("加上 {name}，或继承一个有它的表样", "Add {name}, or extend a form that has it"),
)
CONFLICTING_FIELDS = Rule(
    "conflicting-form-fields",
    Level.ERROR,
    Words("表样中不能同时写的字段", "Fields of the form that exclude each other"),
    Words(
        "{name} 连同所继承的，同时有 {fields}，只能有一个",
        "{name} has {fields}, with what it inherits; it can have only one of them",
    ),
    Words("用 without 去掉继承来的那一个", "Take away what is inherited with `without`"),
)
NOTHING_TO_TAKE_AWAY = Rule(
    "nothing-to-take-away",
    Level.ERROR,
    Words("要去掉的内容不存在", "A form takes away what it does not inherit"),
    Words("所继承的表样没有 {name}，不能去掉", "what the form extends has no {name} to take away"),
    HINT,
)
REVERSED_YEARS = Rule(
    "reversed-years",
    Level.ERROR,
    Words("年度的起止颠倒", "The years of the form are reversed"),
    Words("{first} 年起、{last} 年止，没有一个年度", "there is no year from {first} to {last}"),
    Words(
        "改正 years；继承来的一端可以用 without 去掉", "Mend `years`; an inherited end can be taken away with `without`"
    ),
)
UNKNOWN_FORM_NAME = Rule(
    "unknown-form-name",
    Level.ERROR,
    Words("表样引用的名字不存在", "The form refers to something that it does not have"),
    Words("表样没有名为 {name} 的{what_zh}", "the form has no {what_en} called {name}"),
    HINT,
)
UNKNOWN_MEMBER = Rule(
    "unknown-member",
    Level.ERROR,
    Words("维度没有这个成员", "A dimension has no such member"),
    Words("{dimension} 没有成员 {name}", "{dimension} has no member {name}"),
    Words(
        "核对写法：{near_zh}；成员见 schema/classification/dimensions.yaml",
        "Check how it is written: {near_en}; schema/classification/dimensions.yaml has all members",
    ),
)
DUPLICATE_PART = Rule(
    "duplicate-part",
    Level.ERROR,
    Words("两个部分的 id 相同", "Two parts have the same id"),
    Words("前面已有 id 为 {id} 的部分", "a part before it has the id {id} already"),
    Words("给它另一个 id：目录和链接靠它找到各个部分", "Give it another id: contents and links find parts by it"),
)
MIXED_UNITS = Rule(
    "mixed-units",
    Level.ERROR,
    Words("指标把单位不同的数加在一起", "A measure adds numbers of different units"),
    Words("指标 {name} 把单位不同的数加在一起：{units}", "the measure {name} adds numbers of different units: {units}"),
    Words("一个指标只加一种单位的数；分成几个指标", "Add numbers of one unit only; make several measures of it"),
)
CIRCULAR_MEASURE = Rule(
    "circular-measure",
    Level.ERROR,
    Words("指标是它自己的一部分", "A measure is a part of itself"),
    Words("指标 {name} 直接或间接地把自己加了进去", "the measure {name} adds itself, directly or through others"),
    Words("改正 sum", "Mend `sum`"),
)
RESERVED_NAME = Rule(
    "reserved-name",
    Level.ERROR,
    Words("名字已有别的意思", "A name that already means something else"),
    Words(
        "{name} 在句子里另有所指，不能作名字", "{name} means something else in templates and cannot be used as a name"
    ),
    Words("换一个名字", "Choose another name"),
)
MEASURES_CROSSED = Rule(
    "measures-crossed",
    Level.ERROR,
    Words("行和列都是指标", "Both a row and a column are measures"),
    Words(
        "这一行是指标 {name}，而表中有的列也是指标，交叉处没有意义",
        "this row is the measure {name}, but a column of the table is a measure too: nothing stands where they cross",
    ),
    Words("行或列改用 select", "Give the row or the column a `select` instead"),
)
NAMELESS_TOTAL = Rule(
    "total-without-name",
    Level.ERROR,
    Words("合计行的名称没有地方写", "There is no place for the words of a total"),
    Words("没有一列写行名，合计行的名称没有地方写", "no column shows names, so the words of the total have no place"),
    Words("给一列写上 show: label、name 或 project", "Give a column `show: label`, `name` or `project`"),
)
ROW_OF_EVERYTHING = Rule(
    "row-of-everything",
    Level.WARNING,
    Words("一行没有写明是哪些钱", "A row does not say which money it shows"),
    Words(
        "“{label}”这一行没有写明是哪些钱，各格会写出全表的钱",
        "the row “{label}” does not say which money it shows, so it shows all that is in the table",
    ),
    Words(
        "写上 select 或 measure；确实是全部的，写 select: {{}}；没有数的一行，写 blank: true",
        "Give it a `select` or a `measure`; if it is everything, `select: {{}}`; if it has no numbers, `blank: true`",
    ),
)
UNUSED_ENTRY = Rule(
    "unused-form-entry",
    Level.NOTICE,
    Words("表样里有用不到的内容", "The form has something that it does not use"),
    Words("{what_zh} {name} 没有用在任何地方", "the {what_en} {name} is not used anywhere"),
    Words("写进 parts 或 blocks，或者删去", "Put it into `parts` or `blocks`, or remove it"),
)
FORM_LACKS_ITEM = Rule(
    "form-lacks-item",
    Level.NOTICE,
    Words("表样没有应公开的内容", "The form has no place for what must be published"),
    Words("表样没有公开这些内容的地方：{titles}", "the form has no place for what must be published: {titles}"),
    Words(
        "请维护表样的人用 fulfils 指明在哪里；官方表样确实没有的，写进 omits",
        "Have the form's maintainer say where it is with `fulfils`, or with `omits` that the official layout has none",
    ),
)
FLOW_MISSING = Rule(
    "flow-missing",
    Level.ERROR,
    Words("没有写明是收入还是支出", "It is not said which flow is meant"),
    Words(
        "决算的收入、支出、结转结余是不同的钱，“{name}”没有写明是哪一种",
        "income, expenditure and balances of accounts are different money, and “{name}” does not say which it is",
    ),
    Words(
        "在 select 中写明 flow，如 {{flow: expenditure}}",
        "Say which in `select`: `flow`, such as {{flow: expenditure}}",
    ),
)
FLOWS_MIXED = Rule(
    "flows-mixed",
    Level.ERROR,
    Words("收入和支出加在一起", "Income and expenditure are added up"),
    Words("“{name}”把收入和支出的钱加在一起", "“{name}” adds up money that came in and money that went out"),
    Words("分成两个，或只写一方的 flow", "Make two of it, or name the flows of one side only"),
)
TEMPLATE_SYNTAX = Rule(
    "template-syntax",
    Level.ERROR,
    Words("句子模板写法有误", "A template cannot be understood"),
    Words("模板不能理解：{problem_zh}", "the template cannot be understood: {problem_en}"),
    Words("写法见 schema/forms/README.zh-CN.md", "schema/forms/README.md says how templates are written"),
)
SINGLE_BRACES = Rule(
    "single-braces",
    Level.WARNING,
    Words("模板里的花括号只有一层", "Single braces in a template"),
    Words(
        "“{found}”只有一层花括号，会照原样写在页面上", "{found} has single braces and will stand on the page as it is"
    ),
    Words("要写的是它的数或文字时，写两层：{{{{ {name} }}}}", "For its number or words, double them: {{{{ {name} }}}}"),
)
UNKNOWN_WORD = Rule(
    "unknown-template-name",
    Level.ERROR,
    Words("模板用了不存在的名字", "A template uses a name that does not exist"),
    Words("这里没有 {name}", "there is no {name} here"),
    HINT,
)
NESTED_WORD = Rule(
    "nested-word",
    Level.ERROR,
    Words("用语里用了用语", "A word of the form uses another"),
    Words("words 里的用语不能再用 words", "what stands in `words` cannot use `words` itself"),
    Words("把所用的用语直接写出来", "Write out the word that it uses"),
)
UNKNOWN_FILTER = Rule(
    "unknown-filter",
    Level.ERROR,
    Words("模板用了不存在的过滤器", "A template uses a filter that does not exist"),
    Words("没有过滤器或判断 {name}", "there is no filter or test {name}"),
    HINT,
)
UNKNOWN_ATTRIBUTE = Rule(
    "unknown-measure-attribute",
    Level.ERROR,
    Words("指标没有这个属性", "Measures have no such attribute"),
    Words("指标 {measure} 没有属性 {name}", "the measure {measure} has no attribute {name}"),
    HINT,
)
UNKNOWN_PLACE = Rule(
    "unknown-spec-place",
    Level.ERROR,
    Words("表样引用了文件里不可能有的内容", "The form refers to a place that no spec can have"),
    Words("公开文件里不会有 {place}", "no spec has a field {place}"),
    HINT,
)
