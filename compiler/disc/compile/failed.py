"""What is told of a template that could not be run: the spec lacks a figure, or the form is wrong."""

from __future__ import annotations

from disc.compile.book import Missing
from disc.compile.sandbox import UnstatedError
from disc.compile.shown import NoFigureError
from disc.compile.templates import FormError
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

FORM_TEMPLATE = Rule(
    "form-template",
    Level.ERROR,
    Words("表样的句子模板有误", "A sentence template of the form is wrong"),
    Words(
        "编译 {spec} 时，表样的模板不能执行：{problem_zh}",
        "while compiling {spec}, a template cannot be run: {problem_en}",
    ),
    Words(
        "请维护表样的人改正这一处；模板能用什么，见 schema/forms/README.zh-CN.md 的“模板”",
        "Have the form's maintainer mend this place; schema/forms/README.md says what templates can use",
    ),
)
FIGURE_NOT_KNOWN = Rule(
    "figure-not-known",
    Level.ERROR,
    Words("表样要写的数，文件里得不出", "The form writes a number that does not follow from the spec"),
    Words(
        "表样要写{title}（{measure}），但这份文件里得不出这个数",
        "the form writes {measure} ({title}), which does not follow from this spec",
    ),
    Words(
        "在 {place} 写明，没有则写 0{also_zh}",
        "State it at {place}, 0 if there is none{also_en}",
    ),
)
FIGURE_ABSENT = Rule(
    "figure-absent",
    Level.ERROR,
    Words("表样没有判断就写一个数，而这里没有这个数", "The form writes a number without asking whether there is one"),
    Words(
        "编译 {spec} 时，这里要写 {measure} 的数，而它没有数",
        "while compiling {spec}, the number of {measure} was to be written here, and there is none",
    ),
    Words(
        "请维护表样的人先判断：when: {asked}.present，或 {{% if {asked}.present %}}，没有的另写一句；逐个列出的，"
        "在列表后写 | present",
        "Have the form's maintainer ask first: `when: {asked}.present` or {{% if {asked}.present %}}, with another "
        "sentence where there is none; after a list of measures, `| present`",
    ),
)
FIELD_ABSENT = Rule(
    "field-absent",
    Level.ERROR,
    Words("表样没有判断就用一个字段，而这里没有写", "The form uses a field without asking whether it is stated"),
    Words(
        "编译 {spec} 时，要用 {name}，而这里没有它",
        "while compiling {spec}, {name} was to be used, and it is not there",
    ),
    Words(
        "请维护表样的人先判断：when，{{% if … %}}，或 {{{{ … or '' }}}}；填报文件必须写的，列入 requires",
        "Have the form's maintainer ask first: `when`, {{% if … %}} or {{{{ … or '' }}}}; what every spec must state "
        "goes into `requires`",
    ),
)


def failed(case: Case, error: FormError) -> Diagnostic:
    """Return what keeps a template from being run: the spec lacks a figure, or the form is wrong."""
    cause = error.__cause__
    here, spec = error.template.span, case.spec.file
    if isinstance(cause, UnstatedError):
        return FIELD_ABSENT.at(here, spec=spec, name=cause.name)
    if not isinstance(cause, NoFigureError):
        return FORM_TEMPLATE.at(here, spec=spec, problem_zh=error.problem.zh, problem_en=error.problem.en)
    measure = case.form.measures.get(cause.id)
    if measure is None or cause.why is Missing.ABSENT:
        # What has no name of its own is the thing at hand, as a rule.
        asked = cause.id if cause.id.split(".")[0] in case.form.measures else "it"
        return FIGURE_ABSENT.at(here, spec=spec, measure=cause.id, asked=asked)
    place = measure.stated or next(iter(measure.facts), "")
    also = (
        ("；项目写明经济分类的，也能得出", "; economic items of the projects would tell it too")
        if measure.stated
        else ("", "")
    )
    return FIGURE_NOT_KNOWN.at(
        case.spec.key_place(*place.split(".")),
        related=(error.template.span,),
        title=measure.title,
        measure=measure.id,
        place=place or "projects",
        also_zh=also[0],
        also_en=also[1],
    )
