"""The command line: turns options into values and calls the orchestrator. Only it prints and exits.

A command imports what it needs when it runs, so that none waits for what others need.
"""

from __future__ import annotations

import gc
import locale
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disc import __version__
from disc.core.diagnostic import Diagnostic, Language
from disc.report import text

if TYPE_CHECKING:
    from disc.build import Options, OutsideError, Result
    from disc.publish.manifest import ManifestError
    from disc.publish.write import ForeignFolderError

_FOLDER = click.Path(path_type=Path, file_okay=False)
_ROOT = click.Path(path_type=Path, file_okay=False, exists=True)


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes."""
    options = (
        click.option("--root", type=_ROOT, default=Path(), show_default="this folder",
                     help="Folder that holds specs/; its own schema/ and site/ take precedence over those of disc."),
        click.option("--lang", type=click.Choice(["zh", "en"]), default=None, show_default="from the locale",
                     help="Language of the messages."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="disc")
def main() -> None:
    """Compile public budget disclosures: YAML specs in, a static site out.

    Exit codes: 0 all is well, 1 a spec has errors, 2 the command was misused.
    """
    # A run soon ends, and nearly all it makes stays to the end: to look for garbage would take a quarter of its time.
    gc.disable()
    click.get_current_context().call_on_close(gc.enable)


@main.command("build")
@_paths
@_common
@click.option("--out", type=_FOLDER, default=None, show_default="ROOT/_site",
              help="Folder of the site. It is replaced as a whole, and only if disc made it.")  # fmt: skip
def build_command(paths: tuple[Path, ...], root: Path, lang: Language | None, out: Path | None) -> None:
    """Build the site from the specs below ROOT/specs.

    With PATH (specs or folders of specs) only these are compiled, and pages that stand already stay. If any spec has
    errors nothing is published and the site stays as it was.
    """
    from disc import build
    from disc.publish.manifest import ManifestError
    from disc.publish.write import ForeignFolderError

    language = lang or _language()
    target = out or root / "_site"
    try:
        result = build.build(_options(root, paths, language), target, _progress)
    except ForeignFolderError as error:
        raise click.UsageError(_foreign(error, language)) from None
    except ManifestError as error:
        raise click.UsageError(_unreadable_manifest(error, language)) from None
    except OSError as error:
        raise click.ClickException(str(error)) from None
    _report(result, language)
    if not result.failed:
        click.echo(f"{'网站已生成' if language == 'zh' else 'Site built'}: {target / 'index.html'}")


@main.command("check")
@_paths
@_common
def check_command(paths: tuple[Path, ...], root: Path, lang: Language | None) -> None:
    """Check the specs below ROOT/specs, or those at PATH, and write nothing."""
    from disc import build

    language = lang or _language()
    _report(build.check(_options(root, paths, language), _progress), language)


@main.command("forms")
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


@main.command("new")
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
        zh, en = f"{path} 已经存在，没有改动", f"{path} is there already and was left as it is"
        raise click.UsageError(zh if language == "zh" else en) from None
    except OSError as error:
        raise click.ClickException(str(error)) from None
    click.echo(_next(path, root, language))


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
        raise click.UsageError(_outside(error, root, language)) from None


def _options(root: Path, paths: tuple[Path, ...], language: Language) -> Options:
    from disc import build

    options = build.Options(root, paths)
    try:
        files = list(build.find_specs(options))
    except build.OutsideError as error:
        raise click.UsageError(_outside(error, root, language)) from None
    if not files:
        raise click.UsageError(
            f"{options.folder} 下没有 .yaml 文件"
            if language == "zh"
            else f"there are no .yaml files below {options.folder}"
        )
    return options


def _report(result: Result, language: Language) -> None:
    """Print all findings and the summary, and end with the exit code of errors if there are any."""
    for line in text.lines(result.diagnostics, language):
        click.echo(line, err=True)
    click.echo(text.summary(result.diagnostics, result.specs, language), err=True)
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


def _outside(error: OutsideError, root: Path, language: Language) -> str:
    from disc.build import Options

    folder = Options(root).folder
    if language == "zh":
        return f"{error.path} 不是 {folder} 下的文件或文件夹"
    return f"{error.path} is not a spec or a folder below {folder}"


def _next(path: Path, root: Path, language: Language) -> str:
    """Return what to do with a new spec."""
    check = shlex.join(["disc", "check", *(("--root", str(root)) if root != Path() else ()), str(path)])
    if language == "zh":
        return f"已写入 {path}\n接下来填写没有值的字段，直到 {check} 没有错误；然后 disc build"
    return f"Written: {path}\nNext: fill in the fields without a value until `{check}` finds nothing; then disc build"


def _foreign(error: ForeignFolderError, language: Language) -> str:
    if language == "zh":
        return f"{error.folder} 不是 disc 生成的文件夹，里面的东西会丢失；换一个 --out，或先清空它"
    return f"{error.folder} was not made by disc and what is in it would be lost; choose another --out, or empty it"


def _unreadable_manifest(error: ManifestError, language: Language) -> str:
    if language == "zh":
        return f"{error.path} 不能读取；不带 PATH 重新生成整个网站"
    return f"{error.path} cannot be read; build the whole site again, without PATH"


if __name__ == "__main__":
    main()
