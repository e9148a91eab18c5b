"""The sandbox that templates of forms run in: what they see, and what they may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from disc.core.diagnostic import Words

_PADDING = frozenset({"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs"})
"""Methods of texts that make them as long as one likes."""


class UnstatedError(UndefinedError):
    """A sentence asks for a field that is not there."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class MisuseError(TemplateRuntimeError):
    """A template asks for what has no meaning."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


class Missing(StrictUndefined):
    """A field that the spec does not state: false in conditions, and still an error in sentences."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, _: object = None) -> None:  # noqa: ANN401 - whatever lacks it
        super().__init__(hint, obj, name, partial(UnstatedError, name or ""))  # type: ignore[arg-type]

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> Missing:  # type: ignore[override]
        return self


class Fields:
    """A value of disc whose attributes are the fields that it happens to have."""

    __slots__ = ()

    def field(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return a field; `missing` of Jinja2 if there is none of this name."""
        raise NotImplementedError


class Names(Context):
    """What a run of a template sees. Making one costs little: hundreds of sentences see the same two hundred names."""

    more: Callable[[str], object]
    """Gives what other names stand for, or None: measures, of which a document needs some."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return what a name stands for; Jinja2's own names are looked up, not copied for every sentence."""
        found = self.vars.get(key, missing)
        if found is missing:
            found = self.parent.get(key, missing)
        if found is missing and (more := self.more(key)) is not None:
            return more
        return self.environment.globals.get(key, missing) if found is missing else found

    def also(self, names: Mapping[str, Any]) -> Names:
        """Return what another run sees: these names, and all others that this one sees."""
        seen = Names.__new__(Names)
        seen.environment, seen.eval_ctx, seen.name = self.environment, self.eval_ctx, self.name
        seen.parent, seen.vars, seen.more = self.parent, {**self.vars, **names}, self.more
        seen.exported_vars, seen.globals_keys, seen.blocks = self.exported_vars, self.globals_keys, self.blocks
        return seen


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which the values of disc show only the attributes that forms may ask for."""

    context_class = Names
    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - whatever it is
        """Multiply and divide counts; a form neither repeats and pads texts nor fills the memory."""
        if operator == "**":
            raise MisuseError("表样里没有 **", "forms have no **")
        if not (isinstance(left, int) and isinstance(right, int)):
            raise MisuseError(f"{operator} 只能用于个数", f"{operator} is only for counts")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return an attribute; of a value of disc only what is in its vocabulary, without further questions."""
        if isinstance(obj, Fields):
            value = obj.field(attribute)
            return self.undefined(obj=obj, name=attribute) if value is missing else value
        words: Container[str] | None = getattr(type(obj), "VOCABULARY", None)
        if words is None:
            return super().getattr(obj, attribute)
        if attribute in words:
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return self.unsafe_undefined(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Return whether an attribute may be asked for."""
        if isinstance(obj, str) and attr in _PADDING:
            return False
        words: Container[str] | None = getattr(type(obj), "VOCABULARY", None)
        return super().is_safe_attribute(obj, attr, value) if words is None else attr in words
