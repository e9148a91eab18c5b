"""What the templates of a form are compiled to, from one run to the next.

It is looked up by the text of a template, so one that changed is compiled anew.
"""

from __future__ import annotations

import marshal
from types import CodeType

from disc.load.kept import keep, kept

MOST = 4000
"""How much is kept of a form; with more than that, most is of templates that it no longer has."""


class Codes:
    """The codes of one form's templates."""

    def __init__(self, form: str = "") -> None:
        """Begin with what was kept of a form; without one, nothing is kept."""
        self._name = f"codes {form}" if form else ""
        self._known: dict[tuple[str, ...], bytes] = (kept(self._name) or {}) if form else {}
        self._grown = False

    def get(self, key: tuple[str, ...]) -> CodeType | None:
        """Return the code of a template, if it was compiled before."""
        found = self._known.get(key)
        code: CodeType | None = marshal.loads(found) if found else None  # noqa: S302 - trusted like a module
        return code

    def add(self, key: tuple[str, ...], code: CodeType) -> CodeType:
        """Return the code of a template that was compiled now."""
        self._known[key] = marshal.dumps(code)
        self._grown = True
        return code

    def keep(self) -> None:
        """Keep what is new for the next run."""
        if self._grown and self._name:
            keep(self._name, self._known if len(self._known) <= MOST else {})
            self._grown = False
