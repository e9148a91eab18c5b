"""Something is missing that the form needs.

What every disclosure must state, its schema says. A layout can need more: the names of all projects, the number of
people. A form lists these places, and each that a spec does not have is a finding where it should stand. Of places that
serve each other's turn one is enough, in one entry if the place is in several.

所有公开文件都必须写的内容由 schema 规定；表样可以要求更多，如全部项目的名称、人员数。表样列出这些内容，文件里没有
的，在应当写的地方报告。几处可以互相代替的，写一处即可；一项内容在多条里都要写的，要写在同一条里。

FAIL:

    projects: [▸{function: 2010301, source: general, economic: {30213: 30}}]

PASS:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]

Mend: state it; of several places, one is enough. Where there is none, the hint says how that is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.tree import Map, Path, Seq, Value

RULE = Rule(
    "form-requires",
    Level.ERROR,
    Words("缺少表样需要的内容", "Something is missing that the form needs"),
    Words("表样 {form} 需要 {place}，这里没有写", "the form {form} needs {place}, which is not stated here"),
    Words("在这里写明{also_zh}", "State it here{also_en}"),
)
RESTS_ON = ("form-of-other-region", "form-of-other-level", "form-of-other-year")


def applies(case: Case) -> bool:
    """Return whether the form needs anything."""
    return bool(case.form.requires)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up every place that the form needs."""
    data = case.spec.data
    for wanted, *others in case.form.requires:
        if any(_is_somewhere(data, place.split(".")) for place in others):
            continue
        for path in _missing(data, wanted.split(".")):
            place, (zh, en) = " / ".join((wanted, *others)), _also(case, wanted, others)
            yield RULE.at(case.spec.place(*path), form=case.form.id, place=place, also_zh=zh, also_en=en)


def _also(case: Case, wanted: str, others: Sequence[str]) -> tuple[str, str]:
    """Return what else helps to state it, in Chinese and in English: that one place is enough, how none is written."""
    zh, en = ("，写其中一处即可", "; one of these places is enough") if others else ("", "")
    known = (item.none_in(case.spec.year) for item in case.form.requirements if item.stated == wanted)
    none = next(filter(None, known), "")
    return (f"{zh}；确实没有的，写 {none}", f"{en}; where there is none, write {none}") if none else (zh, en)


def _is_somewhere(here: Value, steps: Sequence[str]) -> bool:
    """Return whether there is a value at a place; * stands for any entry."""
    if not steps:
        return True
    step, *below = steps
    if step == "*":
        return any(_is_somewhere(value, below) for _, value in _entries(here))
    return isinstance(here, Map) and step in here and _is_somewhere(here[step], below)


def _missing(here: Value, steps: Sequence[str], path: Path = ()) -> Iterator[Path]:
    """Yield the paths below a value that should be there; * stands for each entry that is."""
    if not steps:
        return
    step, *below = steps
    if step == "*":
        for key, value in _entries(here):
            yield from _missing(value, below, (*path, key))
    elif isinstance(here, Map) and step in here:
        yield from _missing(here[step], below, (*path, step))
    else:
        yield (*path, step)


def _entries(here: Value) -> Sequence[tuple[str | int, Value]]:
    return list(here.items()) if isinstance(here, Map) else list(enumerate(here)) if isinstance(here, Seq) else []
