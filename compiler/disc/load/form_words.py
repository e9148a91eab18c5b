"""The words that templates of forms can use, by name.

`disc.compile` gives them their meaning; a test compares the two.
"""

from __future__ import annotations

NAMES = frozenset(
    {
        "spec",
        "entity",
        "year",
        "last_year",
        "unit",
        "measures",
        "branches",
        "projects",
        "count",
        "count_of",
        "reason_for",
    }
)
"""What every template sees, besides the form's measures."""

FILTERS = frozenset(
    {"share", "compared", "because", "clause", "names", "present", "absent", "comparable", "date", "as_of"}
)
"""Filters of disc, besides those of Jinja2."""

WITHHELD_FILTERS = frozenset({"float", "round", "filesizeformat", "random"})
"""Filters of Jinja2 that forms do not get: they calculate inexactly, or differently each time."""

WITHHELD_NAMES = frozenset({"lipsum"})
"""Global functions of Jinja2 that forms do not get, for the same reasons."""

PHRASING = ("compared", "because")
"""Filters that speak in a phrase of the form: by default the one of their own name."""

PHRASE_NAMES = frozenset({"amount", "rate", "reason"})
"""What the phrases of these filters see besides."""

REPEATED = frozenset({"index", "first", "last"})
"""What a block that stands once for `each` thing sees, besides the thing itself."""

LABEL_NAMES = frozenset({"code", "name"})
"""What the label of the rows of a tree sees besides."""

LISTS_OF_MEASURES = frozenset({"measures", "branches", "projects"})
"""Functions that return measures."""

CHOOSING = frozenset({"present", "absent", "comparable"})
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
        "of",
        "share",
    }
)
"""What templates can ask of a measure."""

READERS = {"because": "reasons", "reason_for": "reasons", "purpose": "purposes"}
"""Words that read a field of the spec by themselves."""
