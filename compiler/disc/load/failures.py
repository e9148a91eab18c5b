"""What comes of templates that cannot be run, be they of forms or of pages."""

from __future__ import annotations

import re

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from disc.core.diagnostic import Words
from disc.load.template_problems import problem

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

_NAMELESS = re.compile(r"(?:.* has no attribute )?'([^']+)'(?: is undefined)?", re.DOTALL)
_KNOWN = (
    (UnicodeDecodeError, Words("文件不是 UTF-8 编码", "the file is not UTF-8")),
    (UnicodeEncodeError, Words("写出了不能写成 UTF-8 的字符", "it writes a character that UTF-8 has not")),
    (
        RecursionError,
        Words("模板引用自己，没有尽头，或嵌套太深", "it calls itself without end, or nests too deeply"),
    ),
    (MemoryError, Words("内存不够", "there is not enough memory")),
)


def why(error: BaseException) -> Words:
    """Return why a template cannot be run; what only the template language can say is said in its words."""
    if isinstance(error, TemplateNotFound):
        return Words(f"没有模板 {error.name}", f"there is no template {error.name}")
    if isinstance(error, TemplateSyntaxError):
        return problem(error.source or "", error.message or "", expression=False)
    said = str(error)
    if isinstance(error, (UndefinedError, KeyError)) and (found := _NAMELESS.fullmatch(said)):
        return Words(f"没有 {found[1]} 这个名字", f"there is nothing called {found[1]}")
    return next((words for kind, words in _KNOWN if isinstance(error, kind)), Words(said, said))
