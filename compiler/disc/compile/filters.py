"""The filters of sentence templates. Direction words come from the sign, never from an author."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_context

from disc.compile.codes import Codes
from disc.compile.comparison import Comparison
from disc.compile.measure import Measure, Past
from disc.compile.numbering import chinese
from disc.compile.sandbox import Names
from disc.compile.shown import Shown
from disc.compile.templates import Templates
from disc.load.form import Form, Situations, Template


def make_templates(form: Form) -> Templates:
    """Return the template engine of a form, with all filters."""
    filters: dict[str, Callable[..., Any]] = {
        "share": share,
        "clause": clause,
        "names": names,
        "present": present,
        "absent": absent,
        "comparable": comparable,
        "with_targets": with_targets,
        "total": total,
        "date": date,
        "as_of": as_of,
        "chinese": chinese,
    }
    codes = Codes(form.id)
    return Templates(filters | _phrase_filters(form, codes), codes)


def _phrase_filters(form: Form, codes: Codes) -> dict[str, Callable[..., Any]]:
    """Return the filters that speak in the form's phrases."""
    # The phrases use no filters themselves.
    phrasing = Templates({}, codes)

    @pass_context
    def compared(context: Names, measure: Measure | Past, kind: str = "compared") -> str:
        """Return how a measure changed, in the form's words; nothing where last year is not known.

        The phrase says what this year is compared with.
        """
        comparison, phrase = _chosen(form.phrases[kind], measure)
        figures = {"amount": comparison.amount, "rate": comparison.rate}
        # What does not exist is not there to be asked for, so that no sentence can say it.
        said = {name: figure for name, figure in figures.items() if figure is not None}
        return phrasing.render(phrase, context.also(said)) if phrase else ""

    @pass_context
    def because(context: Names, measure: Measure | Past, kind: str = "because") -> str:
        """Return why it changed, in the author's words; nothing where no reason is stated or no change is known.

        A remark that the author puts in place of a reason stands as it is.
        """
        measure.ask_why()
        if remark := str(context["remark_for"](measure)):
            return remark
        reason = str(context["reason_for"](measure)) if measure.is_compared else ""
        phrase = form.phrases[kind]
        if not reason or not isinstance(phrase, Template):
            return ""
        return phrasing.render(phrase, context.also({"reason": reason}))

    return {"compared": compared, "because": because}


def _chosen(phrase: Template | Situations, measure: Measure | Past) -> tuple[Comparison, Template | None]:
    """Return how a measure compares with the stage that a phrase is about, and the words that fit."""
    match phrase:
        case Template():
            return measure.comparison, phrase
        case Situations(stage, templates):
            comparison = measure.past(stage).comparison
            return comparison, templates.get(comparison.situation)


def share(measure: Measure, whole: Measure | Past) -> Shown | str:
    """Return what percentage a measure is of a whole; nothing where no such number exists."""
    found = measure.share(whole)
    return "" if found is None else found


def clause(text: object, lead: str = "") -> str:
    """Return a text as a further clause: with a comma and the first words of the clause before it, or nothing."""
    words = str(text)
    return f"，{lead}{words}" if words else ""


def names(measures: Iterable[Measure]) -> str:
    """Return the titles of measures as an enumeration."""
    return "、".join(measure.title for measure in measures)


def present(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures of which something was stated."""
    return [m for m in measures if m.present]


def absent(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures of which nothing was stated."""
    return [m for m in measures if m.absent]


def comparable(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures that had a figure in one of the years and are known in both."""
    return [m for m in measures if m.comparable]


def with_targets(measures: Iterable[Measure]) -> list[Measure]:
    """Return the projects that have performance targets, here or in a table of their own."""
    return [m for m in measures if any(getattr(m.spec, field, False) for field in ("targets", "has_targets"))]


def total(measures: Iterable[Measure]) -> Shown | str:
    """Return the sum of measures; nothing where none of them has a figure."""
    found = list(measures)
    return found[0].total(found[1:]) if found else ""


def date(text: object) -> str:
    """Return 2024-02-21 as 2024年2月21日, and 2024-02 as 2024年2月."""
    numbers = str(text).split("-") if text else []
    return "".join(f"{int(number)}{unit}" for number, unit in zip(numbers, "年月日", strict=False))


def as_of(text: object) -> str:
    """Return a closing date as it is spoken of: 2023年底 for the last day of a year."""
    return f"{int(str(text)[:4])}年底" if str(text).endswith("-12-31") else date(text)
