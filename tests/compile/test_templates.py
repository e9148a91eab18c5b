"""Sentence templates: on one line, strict about what is not there, and without a way out of the sandbox."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disc.compile.document import compile_document
from disc.compile.joining import join, one_line
from disc.compile.templates import FormError, Templates, apart
from disc.core.span import Span
from disc.load.form import Template
from tests.seed.spec import case, templates

PLACE = Span("schema/forms/test.yaml", 3, 5)


class Thing:
    """Something of ours that templates see."""

    _secret = "hidden"  # noqa: S105 - as nobody must see it
    title = "甲"

    def method(self) -> str:
        return "乙"


CONTEXT = {"name": "办公室", "thing": Thing(), "list": [1, 2], "map": {"a": "b"}, "nothing": "", "unit": "万元"}


def render(source: str) -> str:
    templates = Templates({})
    return templates.render(Template(source, PLACE), templates.names(CONTEXT))


def value(source: str) -> object:
    templates = Templates({})
    return templates.evaluate(Template(source, PLACE), templates.names(CONTEXT))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("甲\n乙", "甲乙"),
        ("  甲  \n\n   乙\n", "甲乙"),
        ("甲\nb", "甲b"),
        ("a\n乙", "a乙"),
        ("a\nb", "a b"),
        ("a\n\nb", "a b"),
        ("甲，\n（乙）", "甲，（乙）"),
        ("a\r\nb", "a b"),
        ("１\n２", "１２"),
        # A figure stands among Chinese words.
        ("共\n\ue0001\ue0015\ue002\n个", "共\ue0001\ue0015\ue002个"),
        ("a\n\ue0001\ue0015\ue002\nb", "a\ue0001\ue0015\ue002b"),
        ("  a b  ", "a b"),
        ("", ""),
        ("\n", ""),
    ],
)
def test_one_line(lines: str, text: str) -> None:
    assert one_line(lines) == text


def test_join() -> None:
    assert join(["", "a", "", "b", "甲", "c"]) == "a b甲c"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("没有模板 { } % # 的话", "没有模板 { } % # 的话"),
        ("{{ name }}", "办公室"),
        ("{% if nothing %}有{% else %}无{% endif %}", "无"),
        ("{{ name }}\n  {% if name %}\n   在\n  {% endif %}。", "办公室在。"),
        ("{% for n in list %}{{ n }}{{ '、' if not loop.last }}{% endfor %}", "1、2"),
        ("{{ thing.title }}{{ thing.method() }}", "甲乙"),
        ("{{ '<b>&' }}", "<b>&"),
        # A field that is not there: false in conditions, at any depth.
        ("{% if lacking %}有{% else %}无{% endif %}", "无"),
        ("{% if lacking.deep.deeper %}有{% else %}无{% endif %}", "无"),
        ("{% if map.lacking.deep %}有{% else %}无{% endif %}", "无"),
        ("{{ lacking or '无' }}", "无"),
        ("{{ map.lacking or '无' }}", "无"),
        ("{% if lacking is defined %}有{% else %}无{% endif %}", "无"),
    ],
)
def test_templates(source: str, text: str) -> None:
    assert render(source) == text


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{ lacking }}", "'lacking' is undefined"),
        ("{{ map.lacking }}", "'dict object' has no attribute 'lacking'"),
        ("{{ lacking.deep }}", "'lacking' is undefined"),
        ("共{{ lacking }}元", "'lacking' is undefined"),
        ("{% for n in lacking %}{% endfor %}", "'lacking' is undefined"),
        ("{{ lacking + 1 }}", "'lacking' is undefined"),
        ("{{ name", "unexpected end of template, expected 'end of print statement'."),
        ("{% if name %}", None),
        ("{% endif %}", None),
        ("{{ name | lacking }}", "No filter named 'lacking'."),
        ("{{ name() }}", None),
        ("{{ 1 // 0 }}", None),
        ("{{ name + 1 }}", None),
        ("{{ name.x.y() }}", None),
        ("{{ cycler().next() }}", "at least one item has to be provided"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", None),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", None),
    ],
)
def test_what_is_wrong_says_where(source: str, problem: str | None) -> None:
    with pytest.raises(FormError) as caught:
        render(source)
    assert caught.value.template == Template(source, PLACE)
    assert problem in (None, caught.value.problem.en)


TOGETHER = [
    "甲{{ name }}",
    "{# } 乙 ",
    "",
    "{% set name = '丙' %}{{ name }}",
    "{{ name }}\n在",
    "{% if nothing %}有{% endif %}",
]


def test_a_name_that_a_template_sets_is_its_own() -> None:
    templates = Templates({})
    names = templates.names(CONTEXT)
    assert templates.render(Template("{% set mine = 1 %}{{ mine }}", PLACE), names) == "1"
    with pytest.raises(FormError):
        templates.render(Template("{{ mine }}", PLACE), names)


@pytest.mark.parametrize(
    ("source", "text"),
    [("{{ code }} {{ name }}", "201 甲"), ("{{ name }}", "甲"), ("甲", "甲"), ("{{ name }}{{ unit }}", None)],
)
def test_a_phrase_asks_for_nothing_but_its_words(source: str, text: str | None) -> None:
    templates = Templates({})
    template = Template(source, PLACE)
    # Other words come first: nothing of them may be left.
    templates.phrase(template, {"code": "301", "name": "乙"})
    assert templates.phrase(template, {"code": "201", "name": "甲"}) == text


def test_templates_that_are_run_together_come_to_the_same() -> None:
    templates = Templates({})
    text = templates.render_all([Template(source, PLACE) for source in TOGETHER], templates.names(CONTEXT))
    assert apart(text) == [render(source) for source in TOGETHER]
    assert apart(text) == ["甲办公室", "{# } 乙", "", "丙", "办公室在", ""]


@pytest.mark.parametrize("source", ["{{ lacking }}", "{{ name", "{% if name %}", "{{ 1 // 0 }}"])
def test_of_several_that_are_run_together_the_one_that_is_wrong_is_named(source: str) -> None:
    templates = Templates({})
    wrong = Template(source, replace(PLACE, line=4))
    with pytest.raises(FormError) as caught:
        templates.render_all([Template("{{ name }}", PLACE), wrong], templates.names(CONTEXT))
    assert caught.value.template == wrong


HOSTILE = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ thing.__init__.__globals__ }}",
    "{{ thing.method.__globals__ }}",
    "{{ thing._secret }}",
    "{{ thing['_secret'] }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ '{0._secret}'.format(thing) }}",
    "{{ '{x.__class__}'.format_map(map) }}",
    "{{ list.append(3) }}",
    "{{ list.clear() }}",
    "{{ map.update({'a': 'c'}) }}",
    "{{ map.__setitem__('a', 'c') }}",
    "{% for n in range(10000000) %}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% extends '/etc/passwd' %}",
    "{{ config }}",
    "{{ open('/etc/passwd') }}",
    "{{ lipsum() }}",
    "{% set all = namespace() %}{{ name }}",
    "{{ 'x' * 999999999 }}",
    "{{ 999999999 * 'x' }}",
    "{{ [1] * 999999999 }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ '%0999999999d' | format(1) }}",
    "{{ name.ljust(999999999) }}",
    "{{ name.zfill(999999999) }}",
    "{{ name | center(999999999) }}",
    "{{ name | indent(999999999) }}",
    "{{ name | random }}",
    "{{ 10 | round }}",
    "{{ 10 | float }}",
    "{{ 10 / 3 }}",
    "{{ list }}",
    "{{ none }}",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_there_is_no_way_out(source: str) -> None:
    with pytest.raises(FormError):
        render(source)
    assert (CONTEXT["list"], CONTEXT["map"]) == ([1, 2], {"a": "b"})


@pytest.mark.parametrize(
    "source",
    [source[3:-3] for source in HOSTILE if (source.startswith("{{") and source[3].isalpha()) or "class" in source],
)
def test_nothing_comes_out_of_expressions_either(source: str) -> None:
    try:
        found = value(source)
    except FormError:
        return
    # What is not there is None, and so is what must not be seen; the list is the one that was given.
    assert found in (None, [1, 2])


@pytest.mark.parametrize("source", ["name | lacking", "1 +", "1 // 0", "name + 1", "thing.method.__globals__.os()"])
def test_a_wrong_expression_says_where(source: str) -> None:
    with pytest.raises(FormError) as caught:
        value(source)
    assert caught.value.template.span == PLACE


def test_an_expression_for_what_is_not_there_is_nothing() -> None:
    assert value("lacking") is None
    assert value("list[0] + list[1]") == 3


def test_what_goes_wrong_while_compiling_becomes_a_diagnostic() -> None:
    seed = case()
    wrong = replace(seed.form, closing=(*seed.form.closing, Template("{{ entity.__class__ }}", PLACE)))
    engine = templates(seed.form.id)
    compiled, (found,) = compile_document(replace(seed, form=wrong), engine, seed.spec.past)
    assert compiled is None
    assert (found.code, found.span) == ("field-absent", PLACE)
    assert seed.spec.file in found.message("zh")


@pytest.mark.parametrize(
    "source",
    [
        "{{ measures }}",
        "{{ total.quantity }}",
        "{{ total.this }}",
        "{{ total.shown.figure }}",
        "{{ total.shown.figure.value / 7 }}",
        "{{ spec.staffing.active.book }}",
        "{{ spec }}",
        "{{ 10 / 3 }}",
        "{{ total | replace('.', ',') }}",
        "{{ total | replace('万元', '元') }}",
        "{{ total | string | first }}",
        "{{ total | string | reverse }}",
    ],
)
def test_a_sentence_shows_words_and_figures_and_nothing_else(source: str) -> None:
    seed = case()
    wrong = replace(seed.form, closing=(Template(source, PLACE),))
    compiled, (found,) = compile_document(replace(seed, form=wrong), templates(seed.form.id), seed.spec.past)
    assert compiled is None
    assert (found.code, found.span) == ("form-template", PLACE)
