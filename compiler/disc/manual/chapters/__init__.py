"""The chapters of the manual, in the order in which authors meet them, and the texts of codes that no check has.

They are written as the docstrings of checks are: paragraphs that end with 。 are Chinese, the others English; the tests
execute the examples. A code has a text where its own words do not say all; what is true of all codes of a chapter
stands there, once.
"""

from __future__ import annotations

from disc.manual.chapters import fields, files, forms, lines, sites, specs, subset, tables

_ORDER = (files, lines, subset, fields, specs, forms, tables, sites)

OUTLINES = tuple(chapter for module in _ORDER for chapter in module.CHAPTERS)
"""All chapters; every code stands in one of them."""

TEXTS = {code: text for module in _ORDER for code, text in module.TEXTS.items()}
"""By code."""
