"""The orchestrator: specs in, site out. It reads like the pipeline and holds no rules of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic, has_errors
from disc.core.outcome import Tally
from disc.core.watch import Stage, Watch
from disc.load.neighbours import Known, Neighbours
from disc.load.publishers import Publisher, judged, load_publishers
from disc.load.resources import Resources
from disc.load.spec_files import Options, spec_names
from disc.load.spec_paths import Identity
from disc.publish.lock import OtherKindError
from disc.work.made import Made, Order
from disc.work.means import Means
from disc.work.run import makes

if TYPE_CHECKING:
    from disc.core.document import Document
    from disc.publish.making import Making
    from disc.publish.staging import Published, Site
    from disc.publish.theme import Theme
    from disc.work.past import Past

_Work: TypeAlias = Generator[Made, None, None]
_Each: TypeAlias = Callable[[Made], object]


class Result(Struct, frozen=True):
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
        more = set(diagnostics).difference(self.diagnostics)
        together = sorted((*self.diagnostics, *more), key=Diagnostic.sort_key) if more else self.diagnostics
        return replace(self, diagnostics=tuple(together))


class _Stopped(Exception):  # noqa: N818 - nothing is wrong with the program
    """Nothing is published: what was made of the next site is dropped."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


def check(
    options: Options, watch: Watch | None = None, *, for_readers: bool = True, means: Means | None = None
) -> Result:
    """Load, check and compile specs; write nothing.

    Args:
        options: what to work on.
        watch: is told how far the work is, and measures it.
        for_readers: whether the documents are wanted; otherwise each is compiled, checked and let go.
        means: what may be used; documents that are wanted are made by this process.

    Raises:
        OutsideError, NoSpecsError: a named path is not a spec or folder below `specs/`, or there are no specs.
    """
    documents: list[Document] = []
    each = documents.append if for_readers else None
    watch, files = watch or Watch(), spec_names(options)
    watch.expect(len(files))
    result = _judged(options, makes(Order(options.root), files, means or Means(), each=each), watch)
    return replace(result.also(_wrong_site(options)), documents=tuple(documents))


def _wrong_site(options: Options) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the settings of the site, if everything is looked at."""
    if not options.whole:
        return ()
    from disc.publish.looks import wrong_settings  # noqa: PLC0415 - to check one spec should take no longer for it

    return wrong_settings(Resources(options.root))


def _judged(
    options: Options, work: _Work, watch: Watch, each: _Each = lambda _: None, beside: Collection[Known] = ()
) -> Result:
    """Gather what came of specs, and say what is wrong with the root."""
    from disc.load.settings import read_site  # noqa: PLC0415 - where nothing has changed, nobody reads
    from disc.load.unused import wrong_unused  # noqa: PLC0415 - likewise

    result, final = _gathered(work, watch, each, beside)
    publishers, wrong = load_publishers(options.root) if options.whole else ((), ())
    resources = Resources(options.root)
    unused = wrong_unused(resources, result.diagnostics) if options.whole else ()
    found = (*read_site(resources)[1], *wrong, *judged(publishers, final, resources), *unused)
    return replace(result, publishers=publishers).also(found)


def _gathered(
    work: _Work, watch: Watch, each: _Each = lambda _: None, beside: Collection[Known] = ()
) -> tuple[Result, list[Identity]]:
    """Gather what came of specs, and which are no drafts, and hand over each as long as there are no errors."""
    neighbours, final = Neighbours(beside), list[Identity]()
    diagnostics: list[Diagnostic] = []
    tally, specs, compiled, failed = Tally(), 0, 0, False
    with closing(work):
        for made in work:
            found = (*made.diagnostics, *neighbours.found(made.known))
            diagnostics += found
            failed = failed or has_errors(found)
            tally += made.checks
            compiled += made.compiled
            specs += 1
            if not made.known.draft:
                final.append(made.known.identity)
            if not failed:
                each(made)
            watch.add(made.spent)
            watch.advance()
    return Result((), (), specs, compiled, tally).also(diagnostics), final


def build(
    options: Options,
    out: Path,
    watch: Watch | None = None,
    chromium: Path | None = None,
    means: Means | None = None,
) -> Result:
    """Do what `check` does, and publish the pages in `out` if there are no errors.

    When paths are named, these are made, and the disclosures of `out` that take figures from them; the others stay.
    With a Chromium named, it prints each disclosure to a PDF beside its page. With a cache, only what would come out
    otherwise than it stands is made.

    Raises:
        OutsideError, NoSpecsError: a named path is not a spec or folder below `specs/`, or there are no specs.
        ForeignFolderError: `out` holds something that disc did not write, or the root or its specs.
        ManifestError: of what `out` is to keep, nobody can tell what it is, or files are lost.
        OtherKindError: `out` holds a preview, and this is to be published; or the other way round.
        BusyError: another build writes to `out`.
        OSError: the disk refuses; `out` is as it was.
        PdfError: the PDFs cannot be made; `out` is as it was.
        WorkerError: a worker ended in the midst of its work; `out` is as it was.
    """
    # What publishes is imported by who publishes; to check a spec should take no longer for it.
    from disc.publish.manifest import is_preview  # noqa: PLC0415
    from disc.publish.room import check_apart  # noqa: PLC0415
    from disc.publish.write import site  # noqa: PLC0415

    check_apart(out, options.root)
    run = _Build(options, watch or Watch(), chromium, means or Means())
    try:
        with site(out, after=run.remember) as new:
            if is_preview(out) not in (options.drafts, None):
                raise OtherKindError(out)
            run.result = run.make(new)
    except _Stopped as stopped:
        return stopped.result
    return replace(run.result.also(run.changed), published=new.outcome)


class _Build:
    """One build."""

    def __init__(self, options: Options, watch: Watch, chromium: Path | None, means: Means) -> None:
        self._options, self._watch, self._chromium, self._means = options, watch, chromium, means
        self._named = spec_names(options)
        self._order = Order(options.root, site=True, drafts=options.drafts, pdf=chromium is not None)
        self._past: Past
        self.result: Result
        self.changed: tuple[Diagnostic, ...] = ()
        """What this build changes of what was published, which the next one does not find again."""

    def make(self, new: Site) -> Result:
        """Make the next site, or find that it stands already.

        Raises:
            _Stopped: it cannot be published.
        """
        from disc.work.past import Past  # noqa: PLC0415

        options, printer = self._options, str(self._chromium or "")
        self._past = Past(self._means.cache, new, self._order, self._named, printer, whole=options.whole)
        self._watch.expect(len(self._past.files))
        if self._past.holds:
            new.keep_all()
            return _gathered(self._makes(), self._watch)[0].also(self._past.others)
        from disc.publish.making import Making  # noqa: PLC0415
        from disc.publish.theme import ThemeError, load_theme  # noqa: PLC0415

        theme, found = load_theme(Resources(options.root), preview=options.drafts, sound=self._past.same_looks)
        if theme is None:
            raise _Stopped(_judged(options, self._makes(), self._watch).also(found))
        making = Making(new)
        theme = replace(theme, pdf=self._order.pdf)
        result = self._disclosures(making, theme).also(found)
        try:
            result = self._site(new, making, theme, result)
        except ThemeError as error:
            raise _Stopped(result.also([error.diagnostic])) from error
        if self._chromium is not None:
            from disc.publish.pdf import print_pages  # noqa: PLC0415 - an extra

            with self._watch.stage(Stage.EMIT):
                for path, content in print_pages(new.read, making.made, self._chromium):
                    new.write(path, content)
        return result

    def _makes(self, theme: Theme | None = None) -> _Work:
        """Return what comes of each spec; with a theme, that with the pages of its disclosure."""
        kept = self._past.with_disclosures() if theme else self._past.kept
        return makes(self._order, self._past.files, self._means, pages=theme is not None, kept=kept, theme=theme)

    def _disclosures(self, making: Making, theme: Theme) -> Result:
        """Write the files of the disclosures, each as soon as it is made.

        Raises:
            _Stopped: there are errors.
            ManifestError: a disclosure that is to stay has lost files.
        """
        from disc.publish.old_addresses import old_paths  # noqa: PLC0415

        def add(made: Made) -> None:
            self._past.note(made)
            if made.disclosure:
                with self._watch.stage(Stage.PUBLISH):
                    making.add(made.disclosure.entry, made.disclosure.causes, made.disclosure.files)

        staying = self._past.staying(old_paths(theme.site))
        result = _judged(self._options, self._makes(theme), self._watch, add, self._past.beside(staying))
        result = result.also(self._past.built_too)
        if result.failed:
            raise _Stopped(result)
        making.keep(staying)
        return result

    def _site(self, new: Site, making: Making, theme: Theme, result: Result) -> Result:
        """Write what the site has beside the disclosures.

        Raises:
            ThemeError: a template fails.
            _Stopped: a link leads nowhere, or a page that was published would vanish.
        """
        from disc.manual import manual  # noqa: PLC0415
        from disc.publish.addresses import no_room, wrong_site  # noqa: PLC0415
        from disc.publish.long_table import write_long_tables  # noqa: PLC0415
        from disc.publish.shared import known_pieces, shared, write_shared  # noqa: PLC0415

        entries = making.entries.values()
        publishers = result.publishers if self._options.whole else load_publishers(self._options.root)[0]
        with self._watch.stage(Stage.EMIT):
            before, pages = self._past.before, manual()
            pieces = shared(entries, theme, publishers, pages)
            result = result.also(no_room(entries, pieces.paths, pieces.old, theme.site))
            if result.failed:
                raise _Stopped(result)
            known = known_pieces(before, theme, publishers, pages)
            manifest, links = write_shared(new, entries, pieces, theme, known)
        there, waiting = self._past.addresses, self._past.waiting
        result = result.also(wrong_site(manifest, links, there, theme.site, waiting, making.causes))
        if result.failed:
            raise _Stopped(result)
        self.changed = self._past.changed(entries)
        with self._watch.stage(Stage.PUBLISH):
            write_long_tables(new, entries, theme, before.entries if before else ())
        return result

    def remember(self) -> None:
        """Remember what was made, once it is published and before others may publish."""
        self._past.remember(self.result.diagnostics)
