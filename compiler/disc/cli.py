"""The command line: turns options into values and calls the orchestrator. Only it exits.

A command imports what it needs when it runs, so that none waits for what others need.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disc import __version__
from disc.core.diagnostic import Diagnostic, Language
from disc.core.refusal import refusal_with_file
from disc.report import misuse, text
from disc.report.printable import printable
from disc.terminal import (
    Commands,
    Reporting,
    cached,
    common,
    jobs,
    lang_option,
    locale_language,
    reporting,
    tell,
    watched,
)

if TYPE_CHECKING:
    from disc.build import Result
    from disc.load.spec_files import Options
    from disc.work.means import Means

_FOLDER = click.Path(path_type=Path, file_okay=False)

_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="disc")
@click.pass_context
def main(context: click.Context) -> None:
    """Compile public budgets and final accounts: YAML specs in, a static site out.

    Exit codes: 0 all is well, 1 a spec has errors, 2 the command was misused.
    """
    # A run soon ends, and nearly all it makes stays to the end: to look for garbage would take a quarter of its time.
    gc.disable()
    context.call_on_close(_let_go)
    # The convention of no-color.org: any value but an empty one.
    if click.Option(["--no-color"], envvar="NO_COLOR").resolve_envvar_value(context):
        context.color = False


def _let_go() -> None:
    """Look for garbage again, but not in what the run has left: Python would, at the end of the process."""
    gc.freeze()
    gc.enable()


@main.command("build")
@_paths
@common
@reporting
@jobs
@cached
@click.option(
    "--out",
    type=_FOLDER,
    default=None,
    show_default="ROOT/_site, ROOT/_preview",
    help="Folder of the site. It is replaced as a whole, and only if disc made it.",
)
@click.option(
    "--drafts", is_flag=True, help="Build a preview, with drafts: marked as such, no feed, hidden from search engines."
)
@click.option("--pdf", is_flag=True, help="Make a PDF of each disclosure too; pip install 'disc[pdf]' for that.")
@click.option("--chromium", envvar="CHROME", default="", show_default="$CHROME, or the first that is found",
              help="The Chromium, Chrome or Edge that prints the PDFs.")  # fmt: skip
def build_command(
    paths: tuple[Path, ...],
    how: Reporting,
    means: Means,
    out: Path | None,
    *,
    drafts: bool,
    pdf: bool,
    chromium: str,
) -> None:
    """Build the site from the specs below ROOT/specs.

    With PATH (specs or folders of specs) only these are compiled, and what takes figures from them: the year after, the
    department. Other pages that stand already stay. If any spec has errors, a link leads nowhere, or a page that was
    published would vanish, nothing is published and the site stays as it was.
    """
    from disc import build
    from disc.load.spec_files import Options
    from disc.publish.chromium import PdfError, printer
    from disc.publish.lock import BusyError, ForeignFolderError, OtherKindError
    from disc.publish.manifest import ManifestError
    from disc.work.errors import WorkerError
    from disc.work.garbage import only_new_garbage

    language = how.language
    target = out or how.root / ("_preview" if drafts else "_site")
    try:
        browser = printer(chromium) if pdf else None
        options = Options(how.root, paths, drafts)
        with _specs_are_there(options, language), only_new_garbage(), watched(how) as watch:
            result = build.build(options, target, watch, browser, means)
    except ForeignFolderError as error:
        raise click.UsageError(misuse.foreign(error.folder, language)) from None
    except OtherKindError as error:
        raise click.UsageError(misuse.other_kind(error.folder, preview=drafts, language=language)) from None
    except BusyError as error:
        raise click.ClickException(misuse.busy(error.folder, error.process, language)) from None
    except ManifestError as error:
        raise click.UsageError(misuse.unreadable_manifest(error.path, language)) from None
    except PdfError as error:
        raise click.UsageError(error.words.zh if language == "zh" else error.words.en) from None
    except WorkerError as error:
        raise click.ClickException(error.words.zh if language == "zh" else error.words.en) from None
    except OSError as error:
        raise click.ClickException(misuse.refused(target, error, language)) from None
    tell("build", result, how, watch)
    if not (result.failed or how.quiet):
        built = f"{'网站已生成' if language == 'zh' else 'Site built'}: {printable(str(target / 'index.html'))}"
        click.echo(built, err=how.for_programs)
    if result.failed and not how.quiet:
        click.echo(misuse.not_published(language), err=True)
    _end(result)


@main.command("check", short_help="Check specs and write nothing.")
@_paths
@common
@reporting
@jobs
def check_command(paths: tuple[Path, ...], how: Reporting, means: Means) -> None:
    """Check the specs below ROOT/specs, or those at PATH, and write nothing."""
    from disc import build
    from disc.load.spec_files import Options
    from disc.work.errors import WorkerError

    try:
        options = Options(how.root, paths)
        with _specs_are_there(options, how.language), watched(how) as watch:
            result = build.check(options, watch, for_readers=False, means=means)
    except WorkerError as error:
        raise click.ClickException(error.words.zh if how.language == "zh" else error.words.en) from None
    tell("check", result, how, watch)
    _end(result)


@main.command("explain", short_help="Explain a code, or list all codes.")
@click.argument("code", required=False, default="", metavar="[CODE]")
@lang_option
def explain_command(code: str, lang: Language | None) -> None:
    """List the codes of all findings, or print the page of the manual on CODE."""
    from disc.load.nearest import alike
    from disc.manual import manual
    from disc.report import explain

    language = lang or locale_language()
    chapters = manual()
    pages = {page.rule.code: (page, chapter) for chapter in chapters for page in chapter.pages}
    if not code:
        click.echo("\n".join(explain.code_list(chapters, language)))
    elif code in pages:
        page, chapter = pages[code]
        click.echo(f"{explain.page_text(page, language)}\n\n{explain.chapter_text(chapter, language)}")
    else:
        raise click.UsageError(misuse.no_code(code, alike(code, pages), language))


@main.command("forms", short_help="List the forms, or describe one.")
@click.argument("form", required=False, default="", metavar="[FORM]")
@common
def forms_command(form: str, root: Path, lang: Language | None) -> None:
    """List the forms, or say what FORM is: its contents, and what a spec for it must and may say."""
    from disc.author.describe import form_list, form_page
    from disc.load.resources import Resources
    from disc.load.spec_reader import Library

    language = lang or locale_language()
    library = Library(Resources(root))
    with _misuse_ends(language):
        lines, wrong = (form_page(library, form, language), ()) if form else form_list(library, language)
        click.echo("\n".join(lines))
        _fail(wrong, language)


@main.command("new", short_help="Write a skeleton of a spec.")
@click.argument("form", metavar="FORM")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@common
def new_command(form: str, path: Path, root: Path, lang: Language | None) -> None:
    """Write a skeleton of a spec for FORM at PATH, which is ROOT/specs/.../ID/YEAR-KIND.yaml.

    ID is the name of the office, such as finance-bureau. What must be filled in stands in the file without a value, and
    `disc check` lists it; what may be said stands there as comments. `disc forms` lists the forms.
    """
    from disc.author.skeleton import new_spec
    from disc.load.resources import Resources
    from disc.load.spec_reader import Library
    from disc.publish.write import write_new

    language = lang or locale_language()
    with _misuse_ends(language):
        text_of_spec = new_spec(Library(Resources(root)), form, _below_specs(path, root, language))
    try:
        write_new(path, text_of_spec.encode())
    except FileExistsError:
        raise click.UsageError(misuse.there_already(path, language)) from None
    except OSError as error:
        words = refusal_with_file(error)
        raise click.ClickException(words.zh if language == "zh" else words.en) from None
    click.echo(misuse.written(path, root if root != Path() else None, language))


@contextmanager
def _misuse_ends(language: Language) -> Iterator[None]:
    """End where an author asks for what is not there, or for a form that has errors or rests on what cannot be used."""
    from disc.author.choice import BrokenFormError, MisuseError
    from disc.load.resources import ResourceError

    try:
        yield
    except MisuseError as error:
        raise click.UsageError(error.words.zh if language == "zh" else error.words.en) from None
    except BrokenFormError as error:
        _fail(error.diagnostics, language)
    except ResourceError as error:
        raise click.UsageError(misuse.unusable(error.name, error.problem, language)) from None


def _fail(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Print what is wrong with forms, and end with the exit code of errors if anything is."""
    for line in (lines := [*text.lines(diagnostics, language)]):
        click.echo(line, err=True)
    if lines:
        sys.exit(1)


def _below_specs(path: Path, root: Path, language: Language) -> tuple[str, ...]:
    from disc.load.spec_files import Options, OutsideError, below_specs

    try:
        return below_specs(path, root)
    except OutsideError as error:
        raise click.UsageError(misuse.outside(error.path, Options(root).folder, language)) from None


@contextmanager
def _specs_are_there(options: Options, language: Language) -> Iterator[None]:
    """End where there are no specs, or not where they are said to be, or what they are held against cannot be used."""
    from disc.load.resources import ResourceError
    from disc.load.spec_files import NoSpecsError, OutsideError

    try:
        yield
    except OutsideError as error:
        words = misuse.outside(error.path, options.folder, language, absent=error.absent)
        raise click.UsageError(words) from None
    except NoSpecsError:
        raise click.UsageError(misuse.no_specs(options.folder, language)) from None
    except ResourceError as error:
        raise click.UsageError(misuse.unusable(error.name, error.problem, language)) from None


def _end(result: Result) -> None:
    """End with the exit code of errors if there are any."""
    if result.failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
