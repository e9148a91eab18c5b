"""The orchestrator: specs in, site out. It reads like the pipeline and holds no rules of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from disc.publish.lock import ForeignFolderError, OtherKindError

if TYPE_CHECKING:
    from disc.publish.staging import Published, Site
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


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    documents: tuple[Document, ...]
    """The disclosures that compile, in the order of their files, if they were wanted."""

    diagnostics: tuple[Diagnostic, ...]
    specs: int
    """How many specs were looked at."""

    compiled: int = 0
    """How many of them are disclosures without errors."""

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


class _Stopped(Exception):  # noqa: N818 - nothing is wrong with the program
    """Nothing is published: what was made of the next site is dropped."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


def check(options: Options, watch: Watch | None = None, *, for_readers: bool = True) -> Result:
    """Load, check and compile specs; write nothing.

    Args:
        options: what to work on.
        watch: is told how far the work is, and measures it.
        for_readers: whether the documents are wanted; otherwise each is compiled, checked and let go.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    documents: list[Document] = []
    result = _checked(options, watch or Watch(), documents.append if for_readers else None)
    return replace(result, documents=tuple(documents))


def _checked(options: Options, watch: Watch, each: Callable[[Document], object] | None) -> Result:
    """Load, check and compile specs, and hand over each document as long as there are no errors."""
    alone, comparing, reading = all_checks(), all_comparisons(), all_readings()
    run = watch.timed(Stage.CHECK, run_checks)
    library = Library(Resources(options.root))
    repository = Repository(options.root, library, partial(run, checks=alone))
    templates: dict[str, Templates] = {}
    neighbours = Neighbours()
    diagnostics: list[Diagnostic] = []
    tally, compiled = Tally(), 0
    load, join = (watch.timed(Stage.LOAD, repository.load), watch.timed(Stage.LOAD, repository.with_last_year))
    compiling = watch.timed(Stage.COMPILE, compile_document)
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
            past = past_of(case)
            document, more = compiling(case, templates[case.form.id], past, for_readers=each is not None)
            case, found = replace(case, document=document), (*found, *more)
            if document is not None:
                found = (*found, *run(case, reading, found))
                compiled += 1
                if each and not has_errors(diagnostics):
                    each(document)
        found, became = review(case, (*alone, *comparing, *reading), found)
        diagnostics += found
        tally += became
        watch.advance()
    publishers, found = load_publishers(options.root) if options.whole else ((), ())
    final = (path for path in files if not repository.is_draft(path))
    due = not_published(unpublished(publishers, map(repository.identity, final)))
    diagnostics += (*library.site_settings()[1], *found, *due)
    return Result((), (), len(files), compiled, tally, publishers).also(diagnostics)


def build(options: Options, out: Path, watch: Watch | None = None, chromium: Path | None = None) -> Result:
    """Do what `check` does, and publish the pages in `out` if there are no errors.

    When paths are named, the pages of the other disclosures that stand in `out` stay. With a Chromium named, it prints
    each disclosure to a PDF beside its page.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
        ForeignFolderError: `out` holds something that disc did not write, or the root or its specs.
        ManifestError: `out` was written by another version, or its list of disclosures is damaged.
        OtherKindError: `out` holds a preview, and this is to be published; or the other way round.
        BusyError: another build writes to `out`.
        OSError: the disk refuses; `out` is as it was.
        PdfError: the PDFs cannot be made; `out` is as it was.
    """
    # What publishes is imported by who publishes; to check a spec should take no longer for it.
    from disc.publish.manifest import is_preview  # noqa: PLC0415
    from disc.publish.theme import load_theme  # noqa: PLC0415
    from disc.publish.write import site  # noqa: PLC0415

    _check_apart(out, options.root)
    watch = watch or Watch()
    theme, found = load_theme(Resources(options.root), preview=options.drafts)
    if theme is None:
        return _checked(options, watch, None).also(found)
    try:
        with site(out) as new:
            if is_preview(out) is not options.drafts and is_preview(out) is not None:
                raise OtherKindError(out)
            made = _made(options, out, new, replace(theme, pdf=chromium is not None), chromium, watch)
    except _Stopped as stopped:
        return stopped.result.also(found)
    return replace(made, published=new.outcome).also(found)


def _made(options: Options, out: Path, new: Site, theme: Theme, chromium: Path | None, watch: Watch) -> Result:
    """Make the next site.

    Raises:
        _Stopped: it cannot be published.
    """
    from disc.manual import manual  # noqa: PLC0415
    from disc.publish.addresses import wrong_site  # noqa: PLC0415
    from disc.publish.long_table import long_tables, write_long_tables  # noqa: PLC0415
    from disc.publish.making import Making  # noqa: PLC0415
    from disc.publish.manifest import addresses, published  # noqa: PLC0415
    from disc.publish.pages import shared_files  # noqa: PLC0415
    from disc.publish.theme import ThemeError  # noqa: PLC0415

    pages = manual()
    making, drafts = Making(new, theme, pages), _Drafts(options)
    try:
        result = _checked(options, watch, drafts.unless_held_back(watch.timed(Stage.EMIT, making.add)))
        result = result.also(drafts.left_out)
        if result.failed:
            raise _Stopped(result)
        made = tuple(making.entries)
        if not options.whole:
            making.keep(published(out))
        entries = making.entries.values()
        publishers = result.publishers if options.whole else load_publishers(options.root)[0]
        with watch.stage(Stage.EMIT):
            files, manifest = shared_files(entries, theme, publishers, pages)
    except ThemeError as error:
        raise _Stopped(Result((), (error.diagnostic,), len(tuple(find_specs(options))))) from error
    promised = dict.fromkeys(long_tables(entries, theme), b"")
    before, waiting = addresses(out), _waiting(options)
    result = result.also(wrong_site({**files, **promised}, manifest, before, theme.site, waiting, making.causes))
    if result.failed:
        raise _Stopped(result)
    with watch.stage(Stage.PUBLISH):
        for path, content in files.items():
            new.write(path, content)
        write_long_tables(new, entries, theme)
    if chromium is not None:
        from disc.publish.pdf import print_pages  # noqa: PLC0415 - an extra

        with watch.stage(Stage.EMIT):
            for path, content in print_pages(new.read, made, chromium):
                new.write(path, content)
    return result


class _Drafts:
    """The drafts that are not published."""

    def __init__(self, options: Options) -> None:
        self._shown = options.drafts
        self.left_out: list[Diagnostic] = []

    def unless_held_back(self, add: Callable[[Document], None]) -> Callable[[Document], None]:
        """Return what does something with each document but drafts, which it notes."""

        def chosen(document: Document) -> None:
            if self._shown or not document.meta.draft:
                add(document)
            else:
                self.left_out.append(DRAFT_LEFT_OUT.at(Span(f"{SPECS}/{document.meta.address}.yaml")))

        return chosen


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
