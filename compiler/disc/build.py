"""The orchestrator: specs in, site out. It reads like the pipeline and holds no rules of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from disc.checks import all_checks, all_comparisons, all_readings, review, run_checks
from disc.compile.document import compile_document
from disc.compile.filters import make_templates
from disc.compile.history import past_of
from disc.compile.templates import Templates
from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.document import Document
from disc.core.outcome import Tally
from disc.core.span import Span
from disc.core.watch import Stage, Watch
from disc.load.neighbours import Neighbours
from disc.load.publishers import Publisher, load_publishers, not_published, unpublished
from disc.load.repository import SPECS, Repository
from disc.load.resources import Resources
from disc.load.spec_files import Options, find_specs, resolved
from disc.load.spec_reader import Library
from disc.publish.lock import ForeignFolderError

if TYPE_CHECKING:
    from disc.publish.staging import Published

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


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    documents: tuple[Document, ...]
    """The disclosures that compile, in the order of their files, if they were wanted."""

    diagnostics: tuple[Diagnostic, ...]
    specs: int
    """How many specs were looked at."""

    checks: Tally = field(default_factory=Tally)
    """What became of the checks, over all specs."""
    publishers: tuple[Publisher, ...] = ()
    """Those who must publish; nobody if only some specs were looked at."""

    published: Published | None = None
    """What the site became; None where none was published."""

    @property
    def failed(self) -> bool:
        """Whether nothing may be published."""
        return has_errors(self.diagnostics)

    def also(self, diagnostics: Iterable[Diagnostic]) -> Result:
        """Return this result with more diagnostics, in the reporting order."""
        together = sorted({*self.diagnostics, *diagnostics}, key=Diagnostic.sort_key)
        return replace(self, diagnostics=tuple(together))


def check(options: Options, watch: Watch | None = None, *, for_readers: bool = True) -> Result:
    """Load, check and compile specs; write nothing.

    Args:
        options: what to work on.
        watch: is told how far the work is, and measures it.
        for_readers: whether the documents are wanted; otherwise each is compiled, checked and let go.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    watch = watch or Watch()
    alone, comparing, reading = all_checks(), all_comparisons(), all_readings()
    run = watch.timed(Stage.CHECK, run_checks)
    library = Library(Resources(options.root))
    repository = Repository(options.root, library, partial(run, checks=alone))
    templates: dict[str, Templates] = {}
    neighbours = Neighbours()
    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    tally = Tally()
    load, join = (watch.timed(Stage.LOAD, repository.load), watch.timed(Stage.LOAD, repository.with_last_year))
    compiled = watch.timed(Stage.COMPILE, compile_document)
    files = tuple(find_specs(options))
    watch.expect(len(files))
    for path in files:
        case, found = load(path)
        if case is not None:
            case, missing = join(case)
            found = (*found, *missing, *neighbours.found(case.spec))
            found = (*found, *run(case, comparing, found))
        if case is not None and not has_errors(found):
            if case.form.id not in templates:
                templates[case.form.id] = make_templates(case.form)
            document, more = compiled(case, templates[case.form.id], past_of(case), for_readers=for_readers)
            case, found = replace(case, document=document), (*found, *more)
            if document is not None:
                found = (*found, *run(case, reading, found))
                documents += (document,) if for_readers else ()
        found, became = review(case, (*alone, *comparing, *reading), found)
        diagnostics += found
        tally += became
        watch.advance()
    publishers, found = load_publishers(options.root) if options.whole else ((), ())
    final = (path for path in files if not repository.is_draft(path))
    due = not_published(unpublished(publishers, map(repository.identity, final)))
    diagnostics += (*library.site_settings()[1], *found, *due)
    return Result(tuple(documents), (), len(files), tally, publishers).also(diagnostics)


def build(options: Options, out: Path, watch: Watch | None = None, chromium: Path | None = None) -> Result:
    """Do what `check` does, and publish the pages in `out` if there are no errors.

    When paths are named, the pages of the other disclosures that stand in `out` stay. With a Chromium named, it prints
    each disclosure to a PDF beside its page.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
        ForeignFolderError: `out` holds something that disc did not write, or the root or its specs.
        ManifestError: `out` was written by another version, or its list of disclosures is damaged.
        BusyError: another build writes to `out`.
        OSError: the disk refuses; `out` is as it was.
        PdfError: the PDFs cannot be made; `out` is as it was.
    """
    # What publishes is imported by who publishes; to check a spec should take no longer for it.
    from disc.manual import manual  # noqa: PLC0415
    from disc.publish.addresses import wrong_site  # noqa: PLC0415
    from disc.publish.long_table import long_tables, write_long_tables  # noqa: PLC0415
    from disc.publish.manifest import addresses, published  # noqa: PLC0415
    from disc.publish.pages import render_site  # noqa: PLC0415
    from disc.publish.theme import ThemeError, load_theme  # noqa: PLC0415
    from disc.publish.write import mend, publish  # noqa: PLC0415

    _check_apart(out, options.root)
    mend(out)
    watch = watch or Watch()
    theme, found = load_theme(Resources(options.root), preview=options.drafts)
    result = check(options, watch).also(found)
    if theme is None or result.failed:
        return result
    theme = replace(theme, pdf=chromium is not None)
    documents = [document for document in result.documents if options.drafts or not document.meta.draft]
    result = result.also(_left_out(options, result.documents))
    try:
        with watch.stage(Stage.EMIT):
            if options.whole:
                files, made = render_site(documents, (), theme, result.publishers, manual())
            else:
                publishers, _ = load_publishers(options.root)
                files, made = render_site(documents, published(out), theme, publishers, manual())
    except ThemeError as error:
        return result.also((error.diagnostic,))
    causes = {(d.meta.address, unit.address): unit.span for d in documents for unit in d.units if unit.span}
    promised = dict.fromkeys(long_tables(made.entries, theme), b"")
    result = result.also(wrong_site({**files, **promised}, made, addresses(out), theme.site, _waiting(options), causes))
    if result.failed:
        return result
    if chromium is not None:
        from disc.publish.pdf import print_pages  # noqa: PLC0415 - an extra

        with watch.stage(Stage.EMIT):
            files |= print_pages(files, [document.meta.address for document in documents], chromium)
    finish = partial(write_long_tables, entries=made.entries, theme=theme)
    with watch.stage(Stage.PUBLISH):
        return replace(result, published=publish(files, out, partial=not options.whole, finish=finish))


def _left_out(options: Options, documents: Iterable[Document]) -> Iterator[Diagnostic]:
    for document in documents:
        if document.meta.draft and not options.drafts:
            yield DRAFT_LEFT_OUT.at(Span(f"{SPECS}/{document.meta.address}.yaml"))


def _waiting(options: Options) -> frozenset[str]:
    """Return the addresses of all specs, if only some are built: what is not built yet is no dead link."""
    if options.whole:
        return frozenset()
    specs = find_specs(Options(options.root))
    return frozenset(path.relative_to(options.folder.resolve()).with_suffix("").as_posix() for path in specs)


def _check_apart(out: Path, root: Path) -> None:
    """Make sure that replacing the output touches neither the root itself nor its specs, wherever links lead."""
    target, home = resolved(out), root.resolve()
    specs = (home / SPECS).resolve()
    if home.is_relative_to(target) or specs.is_relative_to(target) or target.is_relative_to(specs):
        raise ForeignFolderError(out)
