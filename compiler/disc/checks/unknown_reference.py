"""A reference in the author's text to a measure that does not exist, or that has no figure in this spec.

``{total}`` in an author's text stands for the figure of the measure `total`, so that no derived number is ever typed.
The names are those of the form's measures.

Mend: write the name of a measure that the form declares and that this spec has money for.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec import walk
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-reference",
    Level.ERROR,
    Words("引用的指标不存在", "A reference names no measure"),
    Words("表样没有名为 {name} 的指标", "the form has no measure called {name}"),
    Words("最接近的是 {nearest}", "The nearest is {nearest}"),
)

_REFERENCE = re.compile(r"\{([^{}\n]*)\}")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up every reference in every text of the spec."""
    for path, value in walk(case.spec.data):
        for match in _REFERENCE.finditer(value) if isinstance(value, str) else ():
            if match[1] not in case.form.measures:
                nearest = difflib.get_close_matches(match[1], case.form.measures, 1, 0)
                yield RULE.at(case.spec.place(*path), name=match[0], nearest="".join(f"{{{n}}}" for n in nearest))
