"""Makes of one spec what a run wants; what is the same for all specs of a root is read once.

What comes of a spec depends on nothing but the files that it notes, so it may be made anywhere and in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from disc.checks import all_checks, all_comparisons, all_readings, review, run_checks
from disc.compile.document import compile_document
from disc.compile.filters import make_templates
from disc.compile.history import past_of
from disc.compile.templates import Templates
from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.document import Document
from disc.core.span import Span
from disc.core.watch import Stage, Watch
from disc.load.neighbours import Known
from disc.load.repository import Repository
from disc.load.resources import Resources
from disc.load.spec_reader import Case, Library
from disc.work.garbage import sweep
from disc.work.made import Disclosure, Made, Order

if TYPE_CHECKING:
    from disc.publish.theme import Theme

DRAFT_LEFT_OUT = Rule(
    "draft-left-out",
    Level.NOTICE,
    Words("草稿没有发布", "A draft is not published"),
    Words("这份文件是草稿，没有发布", "this is a draft and was not published"),
    Words(
        "用 disc build --drafts 预览；定稿后删去 draft: true",
        "disc build --drafts shows it; take out draft: true once it is final",
    ),
)


class Workshop:
    """Works on the specs of one root."""

    def __init__(self, order: Order, theme: Theme | None = None) -> None:
        """Begin.

        Args:
            order: what is wanted.
            theme: the looks, if they are at hand; they have no errors.
        """
        self._order = order
        self._theme = theme
        self._watch = Watch()
        self._alone, self._comparing, self._reading = all_checks(), all_comparisons(), all_readings()
        self._run = self._watch.timed(Stage.CHECK, run_checks)
        self._library = Library(Resources(order.root))
        self._repository = Repository(order.root, self._library, partial(self._run, checks=self._alone))
        self._templates: dict[str, Templates] = {}
        self._pages = 0

    def make(self, path: Path, *, pages: bool, each: Callable[[Document], object] | None = None) -> Made:
        """Return what comes of a spec.

        Args:
            path: its file, below the folder of specs.
            pages: whether the files of its disclosure are wanted, and not only what is wrong with it.
            each: is given the document as readers see it, if it compiles.
        """
        before, for_readers = self._watch.spent, pages or each is not None
        (made, document), needs = self._library.notes.taken(lambda: self._look(path, for_readers=for_readers))
        if each and document is not None:
            each(document)
        if pages and document is not None:
            made = self._with_pages(made, document)
            self._pages += 1
            sweep(self._pages)
        spent = {stage: time - before[stage] for stage, time in self._watch.spent.items()}
        return replace(made, needs=needs, spent=spent)

    def _look(self, path: Path, *, for_readers: bool) -> tuple[Made, Document | None]:
        """Load, check and compile."""
        with self._watch.stage(Stage.LOAD):
            case, found = self._repository.load(path)
            if case is not None:
                case, missing = self._repository.with_others(case)
                case, found = replace(case, past=past_of(case)), (*found, *missing)
        if case is not None:
            found = (*found, *self._run(case, self._comparing, found))
            if not has_errors(found):
                case, more = self._compiled(case, for_readers=for_readers)
                found = (*found, *more)
                found = (*found, *(self._run(case, self._reading, found) if case.document is not None else ()))
        found, became = review(case, (*self._alone, *self._comparing, *self._reading), found)
        known = Known.unreadable(self._repository.file(path)) if case is None else Known.of(case.spec)
        document = None if case is None else case.document
        if document is not None and self._leaves_out(document):
            found = (*found, DRAFT_LEFT_OUT.at(Span(known.file)))
        return Made(known, tuple(found), became, compiled=document is not None), document

    def _leaves_out(self, document: Document) -> bool:
        return self._order.site and document.meta.draft and not self._order.drafts

    def _compiled(self, case: Case, *, for_readers: bool) -> tuple[Case, tuple[Diagnostic, ...]]:
        with self._watch.stage(Stage.COMPILE):
            if case.form.id not in self._templates:
                self._templates[case.form.id] = make_templates(case.form)
            templates = self._templates[case.form.id]
            document, found = compile_document(case, templates, past_of(case), for_readers=for_readers)
            templates.codes.keep()
            return replace(case, document=document), tuple(found)

    def _with_pages(self, made: Made, document: Document) -> Made:
        """Return what came of a spec with the files of its disclosure, if it is to be published."""
        if self._leaves_out(document) or has_errors(made.diagnostics):
            return made
        # What publishes is imported by who publishes; to check a spec should take no longer for it.
        from disc.publish.pages import disclosure  # noqa: PLC0415
        from disc.publish.theme import ThemeError, load_theme  # noqa: PLC0415

        with self._watch.stage(Stage.EMIT):
            if self._theme is None:
                # Whoever gives work to others has looked at the templates.
                theme, wrong = load_theme(Resources(self._order.root), preview=self._order.drafts, sound=True)
                if theme is None:
                    return replace(made, diagnostics=(*made.diagnostics, *wrong))
                self._theme = replace(theme, pdf=self._order.pdf)
            try:
                entry, files = disclosure(document, self._theme, manual=True)
            except ThemeError as error:
                return replace(made, diagnostics=(*made.diagnostics, error.diagnostic))
        causes = {unit.address: unit.span for unit in document.units if unit.span}
        return replace(made, disclosure=Disclosure(entry, causes, files))
