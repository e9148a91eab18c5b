"""What comes of templates that cannot be run, be they of forms or of pages."""

from __future__ import annotations

from jinja2 import TemplateError

FAILURES = (
    TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
)
"""All that running a template can raise, whatever stands in it."""
