"""The words that templates of forms can use, by name.

`disc.compile` gives them their meaning; a test compares the two.
"""

from __future__ import annotations

ROUNDING, PREPARER, UNIT = "rounding", "preparer", "unit"
"""Names of the phrases that the compiler itself asks for."""

WORDS = "words"
"""What the form's own words are called by: {{ words.body }}."""

NAMES = frozenset(
    {
        "spec",
        "entity",
        "region",
        WORDS,
        "year",
        "last_year",
        "unit",
        "measures",
        "branches",
        "projects",
        "count",
        "count_of",
        "reason_for",
        "remark_for",
    }
)
"""What every template sees, besides the form's measures."""

FILTERS = frozenset(
    {
        "share",
        "compared",
        "because",
        "clause",
        "names",
        "present",
        "absent",
        "comparable",
        "with_targets",
        "total",
        "date",
        "as_of",
        "chinese",
    }
)
"""Filters of disc, besides those of Jinja2."""

WITHHELD_FILTERS = frozenset({"float", "round", "filesizeformat", "random", "center", "indent", "format"})
"""Filters of Jinja2 that forms do not get: they calculate inexactly, differently each time, or pad without limit."""

WITHHELD_NAMES = frozenset({"lipsum", "range", "namespace"})
"""Global functions of Jinja2 that forms do not get, for the same reasons, or because they could run without end."""

PHRASING = ("compared", "because")
"""Filters that speak in a phrase of the form: by default the one of their own name."""

PHRASE_NAMES = frozenset({"amount", "rate", "reason"})
"""What the phrases of these filters see besides."""

REPEATED = frozenset({"index", "first", "last"})
"""What a block that stands once for `each` thing sees, besides the thing itself."""

LABEL_NAMES = frozenset({"code", "name", "index"})
"""What the label of the rows of a tree sees besides."""

LISTS_OF_MEASURES = frozenset({"measures", "branches", "projects"})
"""Functions that return measures."""

CHOOSING = frozenset({"present", "absent", "comparable", "with_targets"})
"""Filters from measures to some of them."""

ATTRIBUTES = frozenset(
    {
        "id",
        "title",
        "code",
        "parents",
        "purpose",
        "spec",
        "present",
        "absent",
        "comparable",
        "number",
        "shown",
        "comparison",
        "last_budget",
        "last_outturn",
        "budget",
        "adjusted_budget",
        "of",
        "share",
    }
)
"""What templates can ask of a measure."""

PAST_ATTRIBUTES = frozenset({"present", "absent", "comparable", "number", "shown", "comparison"})
"""What templates can ask of a measure's figure of another stage."""

READERS = {
    "because": "reasons",
    "reason_for": "reasons",
    "remark_for": "reasons",
    "purpose": "purposes",
    "with_targets": "projects.*.has_targets",
}
"""Words that read a place of the spec by themselves."""
