"""The form is for other years.

A layout changes from one year to the next; the form of one year would publish another year's document with tables or
sentences that are no longer, or not yet, asked for.

表样逐年会变。用别的年度的表样，公开的表和句子就会是已经不要求的，或还没有要求的。

FAIL:

    --- specs/…/2023-budget.yaml
    year: ▸2023

PASS:

    year: 2024

Mend: name the form for this year, or correct `year`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.form_years import Years
from disc.load.spec_reader import Case

RULE = Rule(
    "form-of-other-year",
    Level.ERROR,
    Words("表样不适用于这一年度", "The form is for other years"),
    Words("表样 {form} 用于 {years_zh}，这里是 {year} 年", "the form {form} is for {years_en}, this is {year}"),
    Words("改用这一年度的表样，或改正 year", "Name the form for this year, or correct year"),
)


def applies(case: Case) -> bool:
    """Return whether the form is for some years alone."""
    return case.form.years != Years()


def check(case: Case) -> Iterator[Diagnostic]:
    """Look whether the year is one of the form's."""
    spec, form = case.spec, case.form
    if spec.year not in form.years:
        words = form.years.words
        yield RULE.at(spec.place("year"), form=form.id, years_zh=words.zh, years_en=words.en, year=spec.year)
