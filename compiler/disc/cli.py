"""The command line: turns options into values and calls the orchestrator. Only it prints and exits."""

from __future__ import annotations

import locale
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from disc import __version__, build
from disc.build import Options, OutsideError, Result
from disc.core.diagnostic import Language
from disc.publish.manifest import ManifestError
from disc.publish.write import ForeignFolderError
from disc.report import text

_FOLDER = click.Path(path_type=Path, file_okay=False)
_ROOT = click.Path(path_type=Path, file_okay=False, exists=True)


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes."""
    options = (
        click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]..."),
        click.option("--root", type=_ROOT, default=Path(), show_default="this folder",
                     help="Folder that holds specs/; its own schema/ and site/ take precedence over those of disc."),
        click.option("--lang", type=click.Choice(["zh", "en"]), default=None, show_default="from the locale",
                     help="Language of the messages."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="disc")
def main() -> None:
    """Compile public budget disclosures: YAML specs in, a static site out.

    Exit codes: 0 all is well, 1 a spec has errors, 2 the command was misused.
    """


@main.command("build")
@_common
@click.option("--out", type=_FOLDER, default=None, show_default="ROOT/_site",
              help="Folder of the site. It is replaced as a whole, and only if disc made it.")  # fmt: skip
def build_command(paths: tuple[Path, ...], root: Path, lang: Language | None, out: Path | None) -> None:
    """Build the site from the specs below ROOT/specs.

    With PATH (specs or folders of specs) only these are compiled, and pages that stand already stay. If any spec has
    errors nothing is published and the site stays as it was.
    """
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
@_common
def check_command(paths: tuple[Path, ...], root: Path, lang: Language | None) -> None:
    """Check the specs below ROOT/specs, or those at PATH, and write nothing."""
    language = lang or _language()
    _report(build.check(_options(root, paths, language), _progress), language)


def _options(root: Path, paths: tuple[Path, ...], language: Language) -> Options:
    options = Options(root, paths)
    try:
        files = list(build.find_specs(options))
    except OutsideError as error:
        zh, en = (
            f"{error.path} 不是 {options.folder} 下的文件或文件夹",
            f"{error.path} is not a spec or a folder below {options.folder}",
        )
        raise click.UsageError(zh if language == "zh" else en) from None
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
