"""What is wrong with a form is said by code and place; no form makes a traceback."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from disc.compile.filters import make_templates
from disc.core.diagnostic import Diagnostic, Rule
from disc.load import form_reader, form_rules
from disc.load.form_names import form_names
from disc.load.resources import Resources
from disc.load.spec_reader import Library
from tests.forms.support import a_form, found, said

SHIPPED = Resources(Path(__file__).parents[2])
USED = "parts: [{id: all, title: 全文, sections: [all]}]\n"


def block(text: str) -> str:
    """A form with one block."""
    return f"sections: {{all: {{blocks: [{text}]}}}}\n{USED}"


def table(text: str) -> str:
    """A form with one table."""
    return f"tables: {{t: {{title: 表, {text}}}}}\nparts: [{{id: all, title: 全文, sections: [{{table: t}}]}}]\n"


REQUIREMENTS = yaml.safe_load(SHIPPED.read("schema/requirements/budget.yaml"))["requirements"]
OMITTING = f"omits: {{{', '.join(f'{name}: 无' for name in REQUIREMENTS if name != 'functions')}}}\n"

ACCOUNTS = "kind: accounts\nextends: base/accounts\n"

# ¶ stands before each place that is wrong; the codes follow in the order of the places.
CASES: dict[str, list[str]] = {
    # Fields.
    "summary: {¶totals: total}": ["unknown-field"],
    "summary: {staff: [active, ¶Staff]}": ["bad-text"],
    "¶titel: 表样": ["unknown-field"],
    "abstract: ¶是": ["wrong-type"],
    "numbering: [¶'{number}']": ["bad-text"],
    "words: {body: ¶''}": ["empty-text"],
    "parts: [{id: all, title: ¶'', sections: [all]}]": ["empty-text"],
    "sections: {all: {title: ¶'', blocks: [{text: 甲}]}}": ["empty-text"],
    "tables: {t: {title: ¶''}}": ["empty-text"],
    "display: {text: {unit: ¶亿元}}": ["value-not-allowed"],
    "display: {table: {zero: ¶0}}": ["text-needs-quotes"],
    "measures: {¶Total: {title: 数, select: {}}}": ["bad-key"],
    "measures: {a: {title: 数, ¶select: {}, sum: [b]}}": ["unwanted-field"],
    "measures: {a: {title: 数, select: {¶fund: x}}}": ["unknown-field"],
    "phrases: {compared: {¶raise: 多}}": ["unknown-field"],
    "phrases: {compared: ¶[多]}": ["wrong-type"],
    block("¶{¶txt: 甲}"): ["no-alternative", "unknown-field"],
    block("{text: 甲, ¶table: t}"): ["unwanted-field"],
    block("¶{section: 甲}"): ["missing-field"],
    block("¶{text: 甲, as: b}"): ["missing-field"],
    block("{list: [¶{¶texts: 甲}]}"): ["missing-field", "unknown-field"],
    block("{list: ¶3}"): ["text-needs-quotes"],
    block("¶{text: 甲, item_label: '{arabic}'}"): ["missing-field"],
    block("{list: [{text: 甲}], item_label: ¶'{roman}'}"): ["bad-text"],
    "parts: [{id: a, title: 甲, sections: [¶{¶tabel: t}]}]": ["missing-field", "unknown-field"],
    table("columns: [¶{head: 甲, ¶shows: label}], rows: [{label: 甲}]"): ["no-alternative", "unknown-field"],
    table("columns: [{head: 甲, show: ¶lable}], rows: [{label: 甲}]"): ["value-not-allowed"],
    table("columns: [{head: 甲, show: label}], rows: [{¶lable: 甲}]"): ["unknown-field"],
    table("columns: [{head: 甲, show: label}], rows: [¶{tree: function}]"): ["missing-field"],
    table("columns: [{head: 甲, show: label}], rows: [{tree: function, levels: ¶[projects]}]"): ["invalid-value"],
    table("columns: [{head: 甲, show: label}], rows: [{tree: projects, ¶levels: [1]}]"): ["unwanted-field"],
    table("columns: [{head: 甲, show: label}], rows: [{label: 甲, ¶levels: [1]}]"): ["unwanted-field"],
    table("columns: [{head: 甲, show: label}], rows: [{tree: projects, ¶when: total}]"): ["unwanted-field"],
    table("columns: [{head: 甲, show: label, ¶stage: last_budget}], rows: [{}]"): ["unwanted-field"],
    table("columns: [{head: 甲, measure: total, ¶select: {}}], rows: [{}]"): ["unwanted-field"],
    table("columns: [{head: 甲, select: {}, stage: ¶last_year}], rows: [{}]"): ["value-not-allowed"],
    table("columns: [¶{head: 甲, stage: last_budget}], rows: [{}]"): ["no-alternative"],
    table("columns: [{head: 甲, text: '{{ it.spec.basis }}'}], rows: [{tree: projects}]"): [],
    table("columns: [{head: 甲, text: ¶'{{ it.spec.baisis }}'}], rows: [{tree: projects}]"): ["unknown-spec-place"],
    table("columns: [{head: 甲, text: ¶'{{ it.spec.names }}'}], rows: [{tree: units}]"): ["unknown-spec-place"],
    table("columns: [{head: 甲, text: ¶'{{ it.titel }}'}], rows: [{tree: projects}]"): ["unknown-measure-attribute"],
    table("columns: [{head: 甲, text: ¶'{{ it.title }}'}], rows: [{tree: function, levels: [1]}]"): [
        "unknown-template-name"
    ],
    table("columns: [{head: 甲, ¶text: 乙, show: name}], rows: [{tree: projects}]"): ["unwanted-field"],
    table("columns: [{head: 甲, show: label}], rows: [{tree: units, ¶levels: [1]}]"): ["unwanted-field"],
    table("columns: [{head: 甲, show: name, ¶change: rate}], rows: [{}]"): ["unwanted-field"],
    table("columns: [¶{head: 甲, change: rate}], rows: [{}]"): ["no-alternative"],
    table("columns: [{head: 甲, select: {}, change: ¶ratio}], rows: [{}]"): ["value-not-allowed"],
    table("columns: [{head: 甲, blank: true, ¶select: {}}], rows: [{}]"): ["unwanted-field"],
    table("columns: [{head: 甲, blank: ¶false}], rows: [{}]"): ["value-not-allowed"],
    table("columns: [{head: 甲, select: {}}], rows: [{label: 甲, blank: true, ¶measure: total}]"): ["unwanted-field"],
    table("columns: [{head: 甲, select: {}}], rows: [{tree: projects, ¶blank: true}]"): ["unwanted-field"],
    block("{text: 甲, display: {unit: ¶亿元}}"): ["value-not-allowed"],
    block("{list: [{text: 甲, display: ¶{}}]}"): ["too-few-items"],
    "parts: [{id: a, title: 甲, numbering: [¶'{number}'], sections: [b]}]": ["bad-text"],
    "words: {body: ¶3}": ["text-needs-quotes"],
    "words: {¶Body: 部门}": ["bad-key"],
    "without: [¶Tables.a]": ["bad-text"],
    "region: ¶上海": ["bad-text"],
    "years: {from: ¶'2023'}": ["number-as-text"],
    "level: ¶units": ["value-not-allowed"],
    "requires: [¶projects.0.]": ["bad-text"],
    table("layout: [[{text: 甲, ¶merge: true}]]"): ["unwanted-field"],
    table("layout: [¶{cells: [{text: 甲}]}]"): ["missing-field"],
    table("layout: [[{text: 甲}]], ¶columns: ¶[]"): ["unwanted-field", "too-few-items"],
    # What is complete and agrees, with what is inherited.
    "measures: {a: ¶{select: {}}}": ["incomplete-form"],
    "measures: {a: ¶{title: 甲}}": ["incomplete-form"],
    "measures: {vehicles: ¶{select: {economic: 30231}}}": ["conflicting-form-fields"],
    "without: [measures.vehicles.sum]\nmeasures: {vehicles: {select: {economic: 30231}}}": [],
    "without: [¶measures.vehicls]": ["nothing-to-take-away"],
    "without: [¶measures.vehicles.sum.overseas, ¶title.zh]": ["nothing-to-take-away", "nothing-to-take-away"],
    "without: [measures.vehicles, ¶¶measures.vehicles.title]\nmeasures: {vehicles: {select: {}}}": [
        "incomplete-form", "nothing-to-take-away"
    ],
    "kind: ¶midyear": ["unknown-kind"],
    "kind: ¶../form": ["bad-text"],
    "numbering: ['第{chinese}部分', ¶一、, ¶'1.']": ["bad-text", "bad-text"],
    "phrases: {compared: ¶比上年增加, other: 甲}": ["wrong-type"],
    "without: [¶phrases.unit]": ["incomplete-form"],
    "years: ¶{from: 2025, to: 2023}": ["reversed-years"],
    "years: {from: 2025, to: 2025}": [],
    "sections: {a: ¶{title: 甲}}": ["incomplete-form"],
    "tables: {t: ¶{title: 甲}}": ["incomplete-form"],
    "tables: {t: ¶{title: 甲, columns: [{head: 甲, show: label}]}}": ["incomplete-form"],
    "extends: ¶base/budgt": ["unknown-base-form"],
    "extends: ¶test/form": ["circular-form"],
    "summary: {natures: [basic, ¶projects]}": ["unknown-form-name"],
    "summary: {three_public: ¶threepublic}": ["unknown-form-name"],
    "summary: {per_head: {heads: ¶people}}": ["unknown-form-name"],
    "without: [¶summary.total]": ["incomplete-form"],
    "without: [¶summary.per_head.title]": ["incomplete-form"],
    "parts: [{id: a, title: 甲, sections: [¶b]}]": ["unknown-form-name"],
    "parts: [{id: a, title: 甲, sections: [{table: ¶b}]}]": ["unknown-form-name"],
    block("{blocks: [{table: ¶t}]}"): ["unknown-form-name"],
    "measures: {a: {title: 甲, sum: [total, ¶b]}}": ["unknown-form-name"],
    "measures: {a: {title: 甲, sum: ¶[b]}, b: {title: 甲, sum: ¶[a]}}": ["circular-measure", "circular-measure"],
    "measures: {projects: ¶{title: 甲, select: {}}}": ["reserved-name"],
    "measures: {words: ¶{title: 甲, select: {}}}": ["reserved-name"],
    table("columns: [{head: 甲, columns: [{head: 乙, measure: ¶totals}]}], rows: [{}]"): ["unknown-form-name"],
    table("columns: [{head: 甲, measure: total}], rows: [{}, {measure: ¶basic}]"): ["measures-crossed"],
    table("columns: [{head: 甲, measure: basic}], rows: [{}], total: ¶合计"): ["total-without-name"],
    table("columns: [{head: 甲, select: {}}], rows: [{when: ¶basc.present}]"): ["unknown-template-name"],
    table("columns: [{head: 甲, show: label}], rows: [{label: ¶'{{ index }}'}]"): ["unknown-template-name"],
    table("columns: [{head: 甲, show: label}], rows: [{label: 甲, measure: ¶totals}]"): ["unknown-form-name"],
    "measures: {a: {title: 甲, select: {source: [fund, ¶funds]}}}": ["unknown-member"],
    table("select: {nature: ¶personal}, columns: [{head: 甲, show: label}], rows: [{label: 甲}]"): ["unknown-member"],
    table("sides: [{select: {nature: ¶personal}, columns: [{head: 甲, show: label}], rows: [{label: 甲}]}]"): [
        "unknown-member"
    ],
    table("columns: [{head: 甲, select: {}}], rows: [{label: 甲}], total: ¶合计"): ["total-without-name"],
    OMITTING + block("{text: 甲, fulfils: functions}"): [],
    OMITTING.replace("staffing: 无, ", "") + block("{text: 甲, fulfils: [functions]}").replace("[{id", "¶[{id"): [
        "form-lacks-item"
    ],
    OMITTING + block("{text: 甲, fulfils: ¶function, states_none: [functions, ¶stuff]}"): ["unknown-form-name"] * 2,
    OMITTING + block("{text: 甲, fulfils: {function: ¶total.present}}"): ["unknown-form-name"],
    "omits: {function: ¶无}": ["unknown-form-name"],
    OMITTING + block("{text: 甲, fulfils: {functions: ¶totl.present}}"): ["unknown-template-name"],
    table("columns: [{head: 甲, select: {}}], rows: [¶{label: 结转下年}, {label: 甲, select: {}}, {}]"): [
        "row-of-everything"
    ],
    "sections: {a: ¶{blocks: [{text: 甲}]}, all: {blocks: [{text: 甲}]}}\n" + USED: ["unused-form-entry"],
    ACCOUNTS + "measures: {a: {title: 甲, select: ¶{source: fund}}}": ["flow-missing"],
    ACCOUNTS + "measures: {a: {title: 甲, select: ¶{flow: [opening, closing]}}}": ["flows-mixed"],
    block("{text: 甲}").replace("]}]", "]}, {id: ¶all, title: 乙, sections: [all]}]"): ["duplicate-part"],
    "measures: {a: {title: 甲, facts: ¶[staffing.active, procurement.goods]}}": ["mixed-units"],
    "measures: {a: {title: 甲, sum: ¶[total, active]}}": ["mixed-units"],
    "measures: {a: {title: 甲, facts: ¶[assets.vehicles.*.*]}}": ["mixed-units"],
    # Templates.
    block("{text: ¶'{{ total'}"): ["template-syntax"],
    block("{text: ¶'{% if total %}'}"): ["template-syntax"],
    block("{text: ¶\"{% include 'a' %}\"}"): ["template-syntax"],
    block("{text: ¶'{{ " + "(" * 5000 + " }}'}"): ["template-syntax"],
    block("{text: 甲, when: ¶total and}"): ["template-syntax"],
    block("{text: 甲, when: ¶total total}"): ["template-syntax"],
    block("{text: ¶'共{ total }元，{total}，{{ total }}，{ 某 }，{it.title}'}"): ["single-braces"],
    block("{text: ¶'{it.title}{{ it }}', each: projects()}"): ["single-braces"],
    block("{text: ¶'{{ totl }}'}"): ["unknown-template-name"],
    block("{text: ¶'{{ words.body }}'}"): ["unknown-form-name"],
    block("{text: ¶\"{{ words['body'] }}\"}"): ["unknown-form-name"],
    block("{text: '{{ words.body }}', as: words, each: spec.overview.offices}"): [],
    "words: {body: ¶'{{ bdy }}', other: ¶'{{ total | clause }}', third: ¶'{{ words.body }}', last: '{{ total }}'}": [
        "unknown-template-name", "unknown-filter", "nested-word"
    ],
    block("{text: ¶'{{ it.title }}'}"): ["unknown-template-name"],
    block("{text: '{{ index }}', each: projects()}"): [],
    block("{text: 甲, when: ¶index == 1, each: projects()}"): ["unknown-template-name"],
    block("{text: ¶'{{ it }}', as: p, each: projects()}"): ["unknown-template-name"],
    block("{text: ¶'{% for p in projects() %}{{ loop.index }}{{ p }}{% endfor %}{{ p }}'}"): [
        "unknown-template-name"
    ],
    block("{text: ¶'{{ total | shares }}'}"): ["unknown-filter"],
    block("{text: ¶'{{ total | random }}'}"): ["unknown-filter"],
    block("{text: ¶'{{ 1 if total is funny else 2 }}'}"): ["unknown-filter"],
    block("{text: ¶'{{ lipsum() }}'}"): ["unknown-template-name"],
    block("{text: ¶'{{ total.presnt }}'}"): ["unknown-measure-attribute"],
    block("{text: 甲, when: ¶it.presnt, each: measures('total') | present}"): ["unknown-measure-attribute"],
    # Fields.
    block("{text: ¶'{% for m in projects() %}{{ m.titel }}{% endfor %}'}"): ["unknown-measure-attribute"],
    block("{text: ¶\"{{ measures('total', 'totl') }}\"}"): ["unknown-form-name"],
    block("{text: ¶\"{{ total | compared('outturn') }}\"}"): ["unknown-form-name"],
    "phrases: {because: ¶'由于{{ reasn }}'}\n" + block("{text: 甲}"): ["unknown-template-name"],
    "phrases: {because: ¶'{{ reason | clause }}'}\n" + block("{text: 甲}"): ["unknown-filter"],
    table("columns: [{head: ¶'{{ it }}', show: label}], rows: [{label: ¶'{{ code }}'}], total: ¶'{{ name }}'"): [
        "unknown-template-name", "unknown-template-name", "unknown-template-name"
    ],
    table("layout: [{each: projects(), cells: [{text: ¶'{{ it.title }}{{ that }}'}]}]"): ["unknown-template-name"],
    # Places of the spec.
    "measures: {staff: {facts: [staffing.active, ¶staffing.retird]}}": ["unknown-spec-place"],
    "measures: {overseas: {stated: ¶of_which.oversea}}": ["unknown-spec-place"],
    block("{text: ¶'{{ spec.assets.furnitur }}', when: ¶spec.assets.furnitur is defined}"): [
        "unknown-spec-place", "unknown-spec-place"
    ],
    block("{text: ¶'{{ it.spec.targets.goals }}', each: projects(carryover) | present}"): ["unknown-spec-place"],
    block("{prose: ¶spec.others_matters}"): ["unknown-spec-place"],
    table("layout: [{each: ¶spec.performance.indicator, cells: [{text: 甲}]}]"): ["unknown-spec-place"],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_all_that_is_wrong(text: str) -> None:
    assert found(text.replace("¶", "")) == list(zip(CASES[text], places(text), strict=True))


def places(text: str) -> list[tuple[int, int]]:
    """Line and column of each mark, without the marks."""
    return [
        (n, match.start() + 1 - before)
        for n, line in enumerate(text.splitlines(), start=1)
        for before, match in enumerate(re.finditer("¶", line))
    ]


SYNTAX = "模板不能理解：%s / 写法见 schema/forms/README.zh-CN.md"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "parts: [{id: a, title: 甲, sections: [al]}]\nsections: {all: {blocks: [{text: 甲}]}}",
            "表样没有名为 al 的节 / 核对写法：最接近的是 all",
        ),
        (block("{text: '{{ totl }}'}"), "这里没有 totl / 核对写法：最接近的是 total"),
        (
            block("{text: '{{ 收支总预算 }}'}"),
            "这里没有 收支总预算 / 核对写法：这是指标 total 的名称，写 total",
        ),
        (block("{text: 甲, when: '{{ total.present }}'}"), SYNTAX % "这里直接写表达式，不写花括号"),
        (block("{text: '{{ total ｜ compared }}'}"), SYNTAX % "花括号里不能有全角的“｜”，换成半角的"),
        (block("{text: '{% if total %}甲'}"), SYNTAX % "{% if … %} 没有结束，缺少 {% endif %}"),
        (
            block("{text: '{% if total %}甲{% else if basic %}乙{% endif %}'}"),
            SYNTAX % "{% else if … %} 应写成 {% elif … %}",
        ),
        (
            block("{text: '共{ total }'}"),
            "“{ total }”只有一层花括号，会照原样写在页面上 / 要写的是它的数或文字时，写两层：{{ total }}",
        ),
        (
            "words: {body: 单位}\n" + block("{text: '{{ words.bdy }}'}"),
            "表样没有名为 bdy 的用语 / 核对写法：最接近的是 body",
        ),
        (
            "without: [measures.vehicle.sum]",
            "所继承的表样没有 measures.vehicle.sum，不能去掉 / 核对写法：最接近的是 measures.vehicles.sum",
        ),
        (block("{text: '{{ total | shar }}'}"), "没有过滤器或判断 shar / 核对写法：最接近的是 share"),
        (block("{text: '{{ total.presnt }}'}"), "指标 total 没有属性 presnt / 核对写法：最接近的是 present"),
        (
            "measures: {a: {title: 甲, select: {source: funds}}}",
            "source 没有成员 funds / 核对写法：最接近的是 fund；成员见 schema/classification/dimensions.yaml",
        ),
        (
            block("{text: \"{{ count('overview.offics', '个') }}\"}"),
            "公开文件里不会有 overview.offics / 核对写法：最接近的是 overview.offices",
        ),
        (
            "measures: {vehicles: {select: {}}}",
            "vehicles 连同所继承的，同时有 select、sum，只能有一个 / 用 without 去掉继承来的那一个",
        ),
    ],
)
def test_words(text: str, words: str) -> None:
    assert said(text) == [words]


RULES = {
    rule.code: rule for module in (form_rules, form_reader) for rule in vars(module).values() if isinstance(rule, Rule)
}


def test_every_rule_is_raised_and_can_be_said() -> None:
    raised: list[Diagnostic] = [d for text in CASES for d in a_form(text.replace("¶", ""))[1]]
    assert set(RULES) <= {d.code for d in raised}
    for diagnostic in raised:
        assert diagnostic.message("zh")
        assert diagnostic.message("en")
        assert (diagnostic.hint("zh") == "") == (diagnostic.hint("en") == "")


@pytest.mark.parametrize("code", RULES)
def test_both_languages_say_the_same(code: str) -> None:
    for words in (RULES[code].title, RULES[code].message, RULES[code].hint):
        assert fields(words.zh) == fields(words.en)
        assert (words.zh == "") == (words.en == "")


def fields(words: str) -> set[str]:
    return {re.sub("_(zh|en)$", "", name) for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("name", form_names(SHIPPED))
def test_the_shipped_forms_are_right(name: str) -> None:
    form, diagnostics = Library(SHIPPED).form(name)
    assert diagnostics == ()
    assert form is not None


REAL = "\n".join(
    line
    for line in SHIPPED.read(f"schema/forms/{form_names(SHIPPED)[-1]}.yaml").decode().splitlines()
    if not line.lstrip().startswith("#")
).splitlines()
NONSENSE = st.sampled_from(
    ["", "~", "0", "[]", "{}", "true", "x", "''", "'{{'", "'{{ it }}'", "- 1", "[{}]", "{a: 1}", "{table: a}", "a: 1"]
)


@settings(max_examples=60)
@given(st.data())
def test_no_form_makes_a_traceback(data: st.DataObject) -> None:
    lines = list(REAL)
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.integers(0, 3)):
            case 0:
                del lines[number]
            case 1:
                lines[number] = re.sub(r"(: |- ).*", lambda m: m[1] + data.draw(NONSENSE), lines[number])
            case 2:
                start = data.draw(st.integers(0, len(lines[number])))
                lines[number] = lines[number][:start] + lines[number][start + data.draw(st.integers(1, 8)) :]
            case _:
                lines[number] = re.sub(r"[a-z_]+", lambda m: m[0][:-1] or "q", lines[number], count=1)
    form, diagnostics = a_form("\n".join(lines))
    assert form is not None or diagnostics
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.hint("zh") is not None
    if form is not None:
        make_templates(form)
