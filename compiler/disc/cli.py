"""The command line: turns options into values and calls the orchestrator. Only it prints and exits.

A command imports what it needs when it runs, so that none waits for what others need.
"""

from __future__ import annotations

import gc
import locale
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disc import __version__
from disc.core.diagnostic import Diagnostic, Language, Level
from disc.report import misuse, text
from disc.report.findings import Findings
from disc.report.formats import FORMATS, PEOPLE
from disc.report.printable import printable

if TYPE_CHECKING:
    from disc.build import Options, Result

_FOLDER = click.Path(path_type=Path, file_okay=False)
_ROOT = click.Path(path_type=Path, file_okay=False, exists=True)
_lang = click.option("--lang", type=click.Choice(["zh", "en"]), default=None, show_default="from the locale",
                     help="Language of the messages.")  # fmt: skip


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes."""
    options = (
        click.option("--root", type=_ROOT, default=Path(), show_default="this folder",
                     help="Folder that holds specs/; its own schema/ and site/ take precedence over those of disc."),
        _lang,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _reporting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes that reports on specs."""
    options = (
        click.option("--format", "form_of_report", type=click.Choice([PEOPLE, *FORMATS]), default=PEOPLE,
                     show_default=True, help="How findings are shown; what is not text goes to standard output."),
        click.option("--level", type=click.Choice([level.value for level in Level]), default=Level.NOTICE.value,
                     show_default=True, help="The least grave findings that are shown. The exit code counts all."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="disc")
@click.pass_context
def main(context: click.Context) -> None:
    """Compile public budget disclosures: YAML specs in, a static site out.

    Exit codes: 0 all is well, 1 a spec has errors, 2 the command was misused.
    """
    # A run soon ends, and nearly all it makes stays to the end: to look for garbage would take a quarter of its time.
    gc.disable()
    context.call_on_close(gc.enable)
    # The convention of no-color.org: any value but an empty one.
    if click.Option(["--no-color"], envvar="NO_COLOR").resolve_envvar_value(context):
        context.color = False


@main.command("build")
@_paths
@_common
@_reporting
@click.option("--out", type=_FOLDER, default=None, show_default="ROOT/_site",
              help="Folder of the site. It is replaced as a whole, and only if disc made it.")  # fmt: skip
def build_command(
    paths: tuple[Path, ...], root: Path, lang: Language | None, form_of_report: str, level: str, out: Path | None
) -> None:
    """Build the site from the specs below ROOT/specs.

    With PATH (specs or folders of specs) only these are compiled, and pages that stand already stay. If any spec has
    errors nothing is published and the site stays as it was.
    """
    from disc import build
    from disc.publish.lock import BusyError, ForeignFolderError
    from disc.publish.manifest import ManifestError

    language = lang or _language()
    target = out or root / "_site"
    try:
        result = build.build(_options(root, paths, language), target, _progress)
    except ForeignFolderError as error:
        raise click.UsageError(misuse.foreign(error.folder, language)) from None
    except BusyError as error:
        raise click.ClickException(misuse.busy(error.folder, error.process, language)) from None
    except ManifestError as error:
        raise click.UsageError(misuse.unreadable_manifest(error.path, language)) from None
    except OSError as error:
        raise click.ClickException(misuse.refused(target, error, language)) from None
    report = Reporting(root, language, form_of_report, Level(level))
    _report(result, report)
    if not result.failed:
        built = f"{'网站已生成' if language == 'zh' else 'Site built'}: {printable(str(target / 'index.html'))}"
        click.echo(built, err=report.for_programs)


@main.command("check", short_help="Check specs and write nothing.")
@_paths
@_common
@_reporting
def check_command(paths: tuple[Path, ...], root: Path, lang: Language | None, form_of_report: str, level: str) -> None:
    """Check the specs below ROOT/specs, or those at PATH, and write nothing."""
    from disc import build

    language = lang or _language()
    result = build.check(_options(root, paths, language), _progress)
    _report(result, Reporting(root, language, form_of_report, Level(level)))


@main.command("explain", short_help="Explain a code, or list all codes.")
@click.argument("code", required=False, default="", metavar="[CODE]")
@_lang
def explain_command(code: str, lang: Language | None) -> None:
    """List the codes of all findings, or print the page of the manual on CODE."""
    from disc.load.form_checks import nearest
    from disc.manual import manual
    from disc.report import explain

    language = lang or _language()
    pages = {page.rule.code: page for page in manual()}
    if not code:
        click.echo("\n".join(explain.code_list(tuple(pages.values()), language)))
    elif code in pages:
        click.echo(explain.page_text(pages[code], language))
    else:
        raise click.UsageError(misuse.no_code(code, nearest(code, pages), language))


@main.command("forms", short_help="List the forms, or describe one.")
@click.argument("form", required=False, default="", metavar="[FORM]")
@_common
def forms_command(form: str, root: Path, lang: Language | None) -> None:
    """List the forms, or say what FORM is: its contents, and what a spec for it must and may say."""
    from disc.author.describe import form_list, form_page
    from disc.load.resources import Resources
    from disc.load.spec_reader import Library

    language = lang or _language()
    library = Library(Resources(root))
    if form:
        with _misuse_ends(language):
            click.echo("\n".join(form_page(library, form, language)))
    else:
        lines, wrong = form_list(library, language)
        click.echo("\n".join(lines))
        _fail(wrong, language)


@main.command("new", short_help="Write a skeleton of a spec.")
@click.argument("form", metavar="FORM")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@_common
def new_command(form: str, path: Path, root: Path, lang: Language | None) -> None:
    """Write a skeleton of a spec for FORM at PATH, which is ROOT/specs/.../ID/YEAR-KIND.yaml.

    ID is the name of the office, such as finance-bureau. What must be filled in stands in the file without a value, and
    `disc check` lists it; what may be said stands there as comments. `disc forms` lists the forms.
    """
    from disc.author.skeleton import new_spec
    from disc.load.resources import Resources
    from disc.load.spec_reader import Library
    from disc.publish.write import write_new

    language = lang or _language()
    with _misuse_ends(language):
        text_of_spec = new_spec(Library(Resources(root)), form, _below_specs(path, root, language))
    try:
        write_new(path, text_of_spec.encode())
    except FileExistsError:
        raise click.UsageError(misuse.there_already(path, language)) from None
    except OSError as error:
        raise click.ClickException(str(error)) from None
    click.echo(misuse.written(path, root if root != Path() else None, language))


@contextmanager
def _misuse_ends(language: Language) -> Iterator[None]:
    """End where an author asks for what is not there, or for a form that has errors."""
    from disc.author.choice import BrokenFormError, MisuseError

    try:
        yield
    except MisuseError as error:
        raise click.UsageError(error.words.zh if language == "zh" else error.words.en) from None
    except BrokenFormError as error:
        _fail(error.diagnostics, language)


def _fail(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Print what is wrong with forms, and end with the exit code of errors if anything is."""
    for line in (lines := [*text.lines(diagnostics, language)]):
        click.echo(line, err=True)
    if lines:
        sys.exit(1)


def _below_specs(path: Path, root: Path, language: Language) -> tuple[str, ...]:
    from disc import build

    try:
        return build.below_specs(path, root)
    except build.OutsideError as error:
        raise click.UsageError(misuse.outside(error.path, build.Options(root).folder, language)) from None


def _options(root: Path, paths: tuple[Path, ...], language: Language) -> Options:
    from disc import build

    options = build.Options(root, paths)
    try:
        files = list(build.find_specs(options))
    except build.OutsideError as error:
        raise click.UsageError(misuse.outside(error.path, options.folder, language)) from None
    if not files:
        raise click.UsageError(misuse.no_specs(options.folder, language))
    return options


@dataclass(frozen=True, slots=True)
class Reporting:
    """How findings are shown."""

    root: Path
    language: Language
    format: str
    level: Level

    @property
    def for_programs(self) -> bool:
        """Whether the report, on standard output, is for programs; what people are told must not be mixed with it."""
        return self.format != PEOPLE


def _report(result: Result, how: Reporting) -> None:
    """Print the findings and the summary, and end with the exit code of errors if there are any."""
    from disc.load.resources import Resources
    from disc.load.sources import source_lines
    from disc.manual import manual

    places = (span.file for found in result.diagnostics for span in (found.span, *found.related))
    sources = source_lines(Resources(how.root), places)
    findings = Findings(result.diagnostics, result.specs, how.language, result.checks, how.level, sources)
    if how.for_programs:
        click.echo(FORMATS[how.format](findings, manual, __version__), nl=False)
    else:
        for line in text.lines(findings.shown, how.language, findings.sources):
            click.echo(line, err=True)
    click.echo(text.summary(result.diagnostics, result.specs, how.language), err=True)
    click.echo(text.tally(result.checks, how.language), err=True)
    if result.failed:
        sys.exit(1)


def _progress(files: Sequence[Path]) -> Iterable[Path]:
    """Show a bar on a terminal while many files are worked through."""
    return _with_bar(files) if len(files) > 20 and sys.stderr.isatty() else files


def _with_bar(files: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(files, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _language() -> Language:
    """Return Chinese in a Chinese locale, else English."""
    name = locale.setlocale(locale.LC_CTYPE, None) or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


if __name__ == "__main__":
    main()
