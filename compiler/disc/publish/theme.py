"""The theme: templates, static files and settings of `site/`, those of the root before those shipped with disc."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

import jinja2
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.span import Span
from disc.emit.titles import whole_names
from disc.load.failures import FAILURES, why
from disc.load.kept import kept_or_made
from disc.load.resources import Resources
from disc.publish.colours import FILE as COLOURS
from disc.publish.colours import TOKENS, grounds, style_sheet
from disc.publish.fact_columns import fact_schema
from disc.publish.looks import STATIC, wrong_looks
from disc.publish.parquet import PARQUET_MISSING, can_write_parquet
from disc.publish.site import Site, load_site

_PYCACHE = Path(__file__).with_name("__pycache__")

TEMPLATES = "site/templates"

THEME_TEMPLATE = Rule(
    "theme-template",
    Level.ERROR,
    Words("站点模板有误", "A template of the theme is wrong"),
    Words("站点模板不能使用：{problem_zh}", "the template cannot be used: {problem_en}"),
    Words("改正 site/templates/ 中的这个文件", "Mend this file of site/templates/"),
)

_EMPTY = Words(
    "用它写出的网页是空的：它或它所继承的模板没有内容",
    "the page that it makes is empty: there is nothing in it, or in the template that it extends",
)


def _wrong(span: Span, problem: Words) -> Diagnostic:
    return THEME_TEMPLATE.at(span, problem_zh=problem.zh, problem_en=problem.en)


class ThemeError(Exception):
    """A template of the theme fails while a page is made."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.span}: {diagnostic.message('en')}")
        self.diagnostic = diagnostic


class Theme(Struct, frozen=True):
    """Everything about the looks of a site."""

    environment: Environment
    site: Site
    static: tuple[tuple[str, bytes], ...]
    """Files that are published as they are, by their path below the site, sorted."""

    fact_schema: str
    """The columns of the long table of facts, as JSON text: the Table Schema that descriptors of data files have in
    them."""

    preview: bool = False
    """Whether the site is a preview: with drafts, and to be found by nobody who was not sent there."""

    pdf: bool = False
    """Whether a PDF will stand beside the page of each disclosure, so that the page has a link to it."""

    @property
    def fact_columns(self) -> Sequence[Mapping[str, Any]]:
        """The columns of the long table of facts."""
        columns: Sequence[Mapping[str, Any]] = json.loads(self.fact_schema)["fields"]
        return columns

    def canonical(self, path: str) -> str:
        """Return a page's own address; empty where the site has none, as a preview never has."""
        return self.site.url(path) if self.site.address and not self.preview else ""

    def page(self, name: str, path: str, **context: object) -> bytes:
        """Return the page at a path below the site: what a template makes of what it sees.

        Besides the context it sees `site`, `preview`, `root` (the way up to the start page: `../../`) and `canonical`
        (the page's own address; empty where the site has none).

        Raises:
            ThemeError: the template fails.
        """
        frame = {
            "site": self.site,
            "preview": self.preview,
            "pdf": self.pdf,
            "root": way_up(path),
            "canonical": self.canonical(path),
        }
        try:
            text = self.environment.get_template(name).render({**frame, **context})
            content = text.encode()
        except FAILURES as error:
            raise ThemeError(_wrong(_place(name, error), why(error))) from error
        if not text or text.isspace():
            raise ThemeError(_wrong(Span(f"{TEMPLATES}/{name}"), _EMPTY))
        return content

    def names(self, name: str) -> dict[str, Any]:
        """Return what a template sets, for those who make markup by other means; it has its words.

        Raises:
            ThemeError: the template fails.
        """
        try:
            module = self.environment.get_template(name).module
        except FAILURES as error:
            raise ThemeError(_wrong(_place(name, error), why(error))) from error
        return {known: value for known, value in vars(module).items() if not known.startswith("_")}


def _place(name: str, error: BaseException) -> Span:
    """Return where a page failed: the line of a template that it came to last."""
    lines = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(f"{TEMPLATES}/")]
    return Span(lines[-1].filename, lines[-1].lineno or 1) if lines else Span(f"{TEMPLATES}/{name}")


def way_up(path: str) -> str:
    """Return the way from a page at a path below the site up to the start page: `../../`."""
    return "../" * path.count("/")


def load_theme(
    resources: Resources, *, preview: bool = False, sound: bool = False
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a root, or what is wrong with its settings, pictures and templates.

    Args:
        resources: the files of the root.
        preview: whether it is for a preview.
        sound: whether the templates are known to be right; then each is read when it is used.

    Raises:
        ResourceError: the columns of the long table are described wrongly.
    """
    environment = _environment(resources)
    site, diagnostics = load_site(resources)
    if not sound:
        diagnostics += kept_or_made(resources, TEMPLATES, lambda: tuple(_wrong_templates(environment, resources)))
    prefix = len("site/")
    static = {name[prefix:]: resources.read(name) for name in resources.list(STATIC)}
    _, dark = grounds(static[TOKENS].decode(errors="replace"))
    if site is not None:
        diagnostics += (*wrong_looks(site, resources), *_unwritable(site))
    if site is None or has_errors(diagnostics):
        return None, diagnostics
    if site.colours:
        static[COLOURS] = style_sheet(site.colours, dark).encode()
    return Theme(environment, site, tuple(sorted(static.items())), fact_schema(resources), preview), diagnostics


def _unwritable(site: Site) -> Iterator[Diagnostic]:
    if "parquet" in site.downloads and not can_write_parquet():
        yield PARQUET_MISSING.at(site.places["downloads"])


_FORMATTING = ("format", "format_map")


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that asks once for each kind of value and name whether a template may see it: nothing else counts."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - whatever Jinja2 takes
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever a template sees
        # What is known to be safe is taken as it is, but for what formats texts: the sandbox has its own way of that.
        if attribute not in _FORMATTING and self._safe.get((type(obj), attribute)):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        key = type(obj), attr
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return self._safe[key]


class _Compiled(FileSystemBytecodeCache):
    """What templates become stands beside what Python makes of modules, and is trusted as much as that and no more.

    It is looked up by the text of the template and by who compiles it, so one that changed is compiled anew.
    """

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{_compiler()}\n{source}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        # Where nobody may write, each run compiles for itself, as it does with modules.
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def _compiler() -> str:
    """Return what tells who compiles templates from any other: the libraries, and this module by time and size."""
    own = Path(__file__).stat()
    return f"{sys.implementation.cache_tag} {jinja2.__version__} {own.st_mtime_ns} {own.st_size}"


def _environment(resources: Resources) -> Environment:
    compiled = None if sys.dont_write_bytecode else _Compiled(str(_PYCACHE), "%s.template")
    environment = _Sandbox(
        bytecode_cache=compiled,
        loader=FunctionLoader(_loader(resources)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["whole_names"] = whole_names
    return environment


def _wrong_templates(environment: Environment, resources: Resources) -> Iterator[Diagnostic]:
    for name in resources.list(TEMPLATES, ".j2"):
        try:
            environment.get_template(name.removeprefix(f"{TEMPLATES}/"))
        except TemplateSyntaxError as error:
            yield _wrong(Span(name, error.lineno), why(error))
        except FAILURES as error:
            # It is no text, or deeper than anybody can read.
            yield _wrong(Span(name), why(error))


def _loader(resources: Resources) -> Callable[[str], tuple[str, str, None] | None]:
    def load(name: str) -> tuple[str, str, None] | None:
        file = f"{TEMPLATES}/{name}"
        # Some editors put a mark before the text, which would get into the midst of a page.
        return (resources.read(file).decode("utf-8-sig"), file, None) if resources.find(file) else None

    return load
