"""What is told of a template that cannot be understood: the commonest mistakes in words, others as Jinja2 says them."""

from __future__ import annotations

import re

from disc.core.diagnostic import Words

_STRANGE = re.compile(r"unexpected char '([^\x00-\x7f])'")
_OPEN = re.compile(r"needs to be closed is '(\w+)'")
_ELSE_IF = re.compile(r"{%-?\s*else\s+if\b")


def problem(source: str, said: str, *, expression: bool) -> Words:
    """Return what is wrong with a template, given what the parser says.

    Args:
        source: the template.
        said: by Jinja2, in English.
        expression: whether it is an expression, which has no braces.
    """
    if expression and ("{{" in source or "{%" in source):
        return Words("这里直接写表达式，不写花括号", "an expression stands here, without braces")
    if strange := _STRANGE.search(said):
        char = strange[1]
        return Words(
            f"花括号里不能有全角的“{char}”，换成半角的", f"{char} cannot stand within braces: write its half-width form"
        )
    if left := _OPEN.search(said):
        opened, closing = f"{{% {left[1]} … %}}", f"{{% end{left[1]} %}}"
        return Words(f"{opened} 没有结束，缺少 {closing}", f"{opened} does not end: {closing} is missing")
    if _ELSE_IF.search(source):
        return Words("{% else if … %} 应写成 {% elif … %}", "{% else if … %} is written {% elif … %}")
    return Words(said, said)
