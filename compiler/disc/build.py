"""The orchestrator: specs in, site out. It reads like the pipeline and holds no rules of its own."""

from __future__ import annotations

import os
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
from disc.load.publishers import LIST, Publisher, load_publishers, not_published, unpublished
from disc.load.repository import SPECS, Repository
from disc.load.resources import Resources
from disc.load.spec_reader import Case, Library
from disc.publish.lock import ForeignFolderError

if TYPE_CHECKING:
    from disc.publish.staging import Published

DUPLICATE_SPEC = Rule(
    "duplicate-spec",
    Level.ERROR,
    Words("同一单位同一年度有两份文件", "Two specs are for the same entity, kind and year"),
    Words("{entity} {year} 年的 {kind} 已在 {other} 中", "{entity} already has a {kind} for {year}, in {other}"),
    Words("删去其中一份，或改正 region、id、year", "Remove one of them, or correct region, id or year"),
)

UNIT_OF_TWO = Rule(
    "unit-of-two-departments",
    Level.ERROR,
    Words("一个单位列在两个部门中", "A unit is named by two departments"),
    Words(
        "{id} 已列在 {other} 中，它的金额会在两个部门中计入",
        "{id} is a unit in {other} too, and its money would count in both",
    ),
    Words("在其中一个部门的文件中删去，或改正 id、region", "Take it out of one of the two, or correct id or region"),
)


class OutsideError(ValueError):
    """A path that was named does not lie below `specs/`, or is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Options:
    """What to work on."""

    root: Path
    """Folder with `specs/` and, if it likes, its own `schema/` and `site/`."""

    paths: tuple[Path, ...] = ()
    """Specs or folders of specs; all specs of the root if none is named, or the list of those who must publish."""

    @property
    def folder(self) -> Path:
        """Where the root has its specs."""
        return self.root / SPECS

    @property
    def whole(self) -> bool:
        """Whether all specs are worked on."""
        return not self.paths or self.list in map(_resolved, self.paths)

    @property
    def list(self) -> Path:
        """Where the list of those who must publish stands, be there one or not."""
        return (self.root / LIST).resolve()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    documents: tuple[Document, ...]
    """The disclosures that compile, in the order of their files."""

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


def check(options: Options, watch: Watch | None = None) -> Result:
    """Load, check and compile specs; write nothing.

    Args:
        options: which ones.
        watch: is told how far the work is, and measures it.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    watch = watch or Watch()
    alone, comparing, reading = all_checks(), all_comparisons(), all_readings()
    run = watch.timed(Stage.CHECK, run_checks)
    library = Library(Resources(options.root))
    repository = Repository(options.root, library, partial(run, checks=alone))
    templates: dict[str, Templates] = {}
    seen: dict[tuple[tuple[str, str], str, int], str] = {}
    owners: dict[tuple[str, str, str, int], tuple[tuple[str, str], Span]] = {}
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
            found = (*found, *missing, *_duplicates(case, seen), *_shared_units(case, owners))
            found = (*found, *run(case, comparing, found))
        if case is not None and not has_errors(found):
            if case.form.id not in templates:
                templates[case.form.id] = make_templates(case.form)
            document, more = compiled(case, templates[case.form.id], past_of(case))
            case, found = replace(case, document=document), (*found, *more)
            if document is not None:
                found = (*found, *run(case, reading, found))
                documents.append(document)
        found, became = review(case, (*alone, *comparing, *reading), found)
        diagnostics += found
        tally += became
        watch.advance()
    publishers, found = load_publishers(options.root) if options.whole else ((), ())
    due = not_published(unpublished(publishers, map(repository.identity, files)))
    diagnostics += (*library.site_settings()[1], *found, *due)
    return Result(tuple(documents), (), len(files), tally, publishers).also(diagnostics)


def build(options: Options, out: Path, watch: Watch | None = None) -> Result:
    """Do what `check` does, and publish the pages in `out` if there are no errors.

    When paths are named, the pages of the other disclosures that stand in `out` stay.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
        ForeignFolderError: `out` holds something that disc did not write, or the root or its specs.
        ManifestError: `out` was written by another version, or its list of disclosures is damaged.
        BusyError: another build writes to `out`.
        OSError: the disk refuses; `out` is as it was.
    """
    # What publishes is imported by who publishes; to check a spec should take no longer for it.
    from disc.manual import manual  # noqa: PLC0415
    from disc.publish.manifest import published  # noqa: PLC0415
    from disc.publish.pages import render  # noqa: PLC0415
    from disc.publish.theme import ThemeError, load_theme  # noqa: PLC0415
    from disc.publish.write import mend, publish  # noqa: PLC0415

    _check_apart(out, options.root)
    mend(out)
    watch = watch or Watch()
    theme, found = load_theme(Resources(options.root))
    result = check(options, watch).also(found)
    if theme is None or result.failed:
        return result
    try:
        with watch.stage(Stage.EMIT):
            if options.whole:
                files = render(result.documents, (), theme, result.publishers, manual())
            else:
                files = render(result.documents, published(out), theme, load_publishers(options.root)[0], manual())
    except ThemeError as error:
        return result.also((error.diagnostic,))
    with watch.stage(Stage.PUBLISH):
        return replace(result, published=publish(files, out, partial=not options.whole))


def _check_apart(out: Path, root: Path) -> None:
    """Make sure that replacing the output touches neither the root itself nor its specs, wherever links lead."""
    target, home = _resolved(out), root.resolve()
    specs = (home / SPECS).resolve()
    if home.is_relative_to(target) or specs.is_relative_to(target) or target.is_relative_to(specs):
        raise ForeignFolderError(out)


def find_specs(options: Options) -> Iterator[Path]:
    """Return the spec files to work on, sorted by path, each once.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    folder = options.folder.resolve()
    found: set[Path] = set()
    for path in (*options.paths, *((folder,) if options.whole else ())):
        resolved = _resolved(path)
        if options.paths and not (resolved.exists() and resolved.is_relative_to(folder)):
            raise OutsideError(path)
        files = resolved.rglob("*.yaml") if resolved.is_dir() else (resolved,)
        found.update(file for file in files if file.is_file() and _resolved(file).is_relative_to(folder))
    yield from sorted(found - {options.list}, key=lambda file: file.relative_to(folder).parts)


def below_specs(path: Path, root: Path) -> tuple[str, ...]:
    """Return the steps from `specs/` to a path, be there something or not.

    Raises:
        OutsideError: the path does not lie below `specs/`.
    """
    folder, resolved = Options(root).folder.resolve(), _resolved(path)
    if resolved == folder or not resolved.is_relative_to(folder):
        raise OutsideError(path)
    return resolved.relative_to(folder).parts


def _resolved(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself leads nowhere."""
    try:
        return path.resolve()
    except RuntimeError:
        return Path(os.devnull)


def _duplicates(case: Case, seen: dict[tuple[tuple[str, str], str, int], str]) -> Iterator[Diagnostic]:
    spec = case.spec
    other = seen.setdefault((spec.identity, spec.kind, spec.year), spec.file)
    if other != spec.file:
        place = spec.place("entity", "id")
        yield DUPLICATE_SPEC.at(place, entity=spec.entity["name"], year=spec.year, kind=spec.kind, other=other)


def _shared_units(
    case: Case, owners: dict[tuple[str, str, str, int], tuple[tuple[str, str], Span]]
) -> Iterator[Diagnostic]:
    """Look for units that another department names too; in one list they are looked for by a check."""
    spec = case.spec
    for number, entry in enumerate(spec.fields.get("units", ())):
        if "id" in entry:
            identity = (str(entry.get("region", spec.entity["region"])), str(entry["id"]), spec.kind, spec.year)
            place = spec.place("units", number, "id")
            owner, other = owners.setdefault(identity, (spec.identity, place))
            if owner != spec.identity:
                yield UNIT_OF_TWO.at(place, related=(other,), id=entry["id"], other=other.file)
