"""What all commands have in common: the options about what is told, and telling it on the terminal."""

from __future__ import annotations

import errno
import locale
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial, wraps
from itertools import pairwise
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from disc import __version__
from disc.core.diagnostic import Language, Level
from disc.core.refusal import refusal_with_file
from disc.core.watch import Watch
from disc.report import misuse, summary, text
from disc.report.findings import Findings
from disc.report.formats import FORMATS, PEOPLE
from disc.report.progress import Bar, Log
from disc.work.means import WORTH, Means

if TYPE_CHECKING:
    from disc.build import Result

_ROOT = click.Path(path_type=Path, file_okay=False, exists=True)
lang_option = click.option("--lang", type=click.Choice(["zh", "en"]), default=None, show_default="from the locale",
                     help="Language of the messages.")  # fmt: skip

_LANGUAGE = f"{__name__}.language"


class Command(click.Command):
    """A command that speaks of itself, and of how it is misused, in the language of whoever asks."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        # Contexts of a command and of those in it share this; the first has all arguments.
        ctx.meta.setdefault(_LANGUAGE, asked_language(args))
        with _refused(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return its page of help."""
        if ctx.meta.get(_LANGUAGE) != "zh":
            return super().get_help(ctx)
        from disc.report.help import PAGES

        return PAGES[self.name or ""]


class Commands(Command, click.Group):
    """Commands none of which ends in a traceback because the system refuses something."""

    command_class = Command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that is named."""
        with _refused(ctx):
            try:
                return super().invoke(ctx)
            except OSError as error:
                # Who reads what is told may have gone; click knows what to do then.
                if error.errno == errno.EPIPE:
                    raise
                words = refusal_with_file(error)
                raise click.ClickException(words.zh if ctx.meta[_LANGUAGE] == "zh" else words.en) from None


class Refused(click.ClickException):
    """What went wrong, told in Chinese."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it."""
        click.echo(self.message, file=file, err=file is None)


class Misused(Refused):
    """Likewise, of a command that was misused."""

    exit_code = click.UsageError.exit_code


@contextmanager
def _refused(ctx: click.Context) -> Iterator[None]:
    """Say in Chinese what goes wrong, where that is the language."""
    try:
        yield
    except click.ClickException as error:
        # A command without anything shows its help.
        if ctx.meta[_LANGUAGE] == "en" or isinstance(error, (Refused, click.exceptions.NoArgsIsHelpError)):
            raise
        from disc.report.refused import told

        kind = Misused if isinstance(error, click.UsageError) else Refused
        raise kind(told(error, ctx)) from None
    except KeyboardInterrupt:
        if ctx.meta[_LANGUAGE] == "en":
            raise
        # The line begins with the ^C that terminals show.
        raise Refused("\n已中断") from None


def asked_language(arguments: Sequence[str]) -> Language:
    """Return the language that arguments ask for, be they right or wrong; that of the locale if they ask for none."""
    asked: dict[str, Language] = {"zh": "zh", "en": "en"}
    pairs = pairwise((*arguments, ""))
    values = [following if name == "--lang" else name.removeprefix("--lang=") for name, following in pairs
              if name == "--lang" or name.startswith("--lang=")]  # fmt: skip
    return next((asked[value] for value in reversed(values) if value in asked), None) or locale_language()


def usable_processors() -> int:
    """Return how many processors there are for this process."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _checked_address(context: click.Context, _parameter: click.Parameter, address: str) -> str:
    if address and not re.fullmatch(r"[a-z]+://\S+:[0-9]{1,5}", address):
        raise click.BadParameter(misuse.no_address(address, context.meta[_LANGUAGE]))
    return address


def jobs(command: Callable[..., None]) -> Callable[..., None]:
    """Add who does the work; the command gets it as one value, `means`."""
    options = (
        click.option("--jobs", "-j", type=click.IntRange(1), default=usable_processors, metavar="N",
                     show_default="one for each processor",
                     help="How many processes of this machine work at a time; "
                     f"fewer than {WORTH} specs are done by one."),
        click.option("--cluster", default="", metavar="ADDRESS", callback=_checked_address,
                     help="Let the workers of a Dask scheduler at ADDRESS (tcp://HOST:8786) do the work in place of "
                     "processes of this machine; they must see ROOT under the same path. "
                     "pip install 'disc[cluster]' for that."),
    )  # fmt: skip

    @wraps(command)
    def made(jobs: int, cluster: str, **other: Any) -> None:  # noqa: ANN401
        command(means=Means(jobs, cluster), **other)

    for option in reversed(options):
        made = option(made)
    return made


def cached(command: Callable[..., None]) -> Callable[..., None]:
    """Add where is remembered what was made, to the `means` of a command."""
    options = (
        click.option("--cache-dir", type=click.Path(path_type=Path, file_okay=False), envvar="DISC_CACHE_DIR",
                     default=None, show_default="$DISC_CACHE_DIR, or the user's",
                     help="Folder in which builds remember what they made of what, so that the next one "
                     "makes only what changed; it may be deleted at any time."),
        click.option("--no-cache", is_flag=True, help="Make everything anew, and remember nothing."),
    )  # fmt: skip

    @wraps(command)
    def made(means: Means, cache_dir: Path | None, *, no_cache: bool, **other: Any) -> None:  # noqa: ANN401
        cache = None if no_cache else cache_dir or _user_cache()
        command(means=replace(means, cache=cache), **other)

    for option in reversed(options):
        made = option(made)
    return made


def _user_cache() -> Path | None:
    """Return the folder in which the user's programs remember things; None for a user without a home."""
    from platformdirs import user_cache_path

    # Of such a user some versions of the library raise an error, and some return a folder named "~" in this one.
    with suppress(RuntimeError):
        if (folder := user_cache_path("disc", appauthor=False)).is_absolute():
            return folder
    return None


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes."""
    options = (
        click.option("--root", type=_ROOT, default=Path(), show_default="this folder",
                     help="Folder that holds specs/; its own schema/ and site/ take precedence over those of disc."),
        lang_option,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def reporting(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command takes that reports on specs; the command gets it as one value, `how`."""
    options = (
        click.option("--format", type=click.Choice([PEOPLE, *FORMATS]), default=PEOPLE,
                     show_default=True, help="How findings are shown; what is not text goes to standard output."),
        click.option("--level", type=click.Choice([level.value for level in Level]), default=Level.NOTICE.value,
                     show_default=True, help="The least grave findings that are shown. The exit code counts all."),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but what was found."),
        click.option("--json", "summary", is_flag=True,
                     help="Print what came of it as JSON: numbers, and the time that each stage took."),
    )  # fmt: skip

    @wraps(command)
    def told(root: Path, lang: Language | None, level: str, *, summary: bool, **other: Any) -> None:  # noqa: ANN401
        language = lang or locale_language()
        given = {name: other.pop(name) for name in ("format", "quiet")}
        if summary and given["format"] != PEOPLE:
            raise click.UsageError(misuse.two_outputs(language))
        command(how=Reporting(root, language, level=Level(level), summary=summary, **given), **other)

    for option in reversed(options):
        told = option(told)
    return told


class Reporting(Struct, frozen=True):
    """What is told of a run, and how."""

    root: Path
    language: Language
    format: str
    level: Level
    quiet: bool
    """Whether nothing is told but what was found."""

    summary: bool
    """Whether what came of it goes to standard output in numbers."""

    @property
    def for_programs(self) -> bool:
        """Whether standard output is for programs; what people are told must not be mixed with it."""
        return self.summary or self.format != PEOPLE


def _is_terminal() -> bool:
    # Who starts a program may have closed it.
    return sys.stderr is not None and sys.stderr.isatty()


@contextmanager
def watched(how: Reporting) -> Iterator[Watch]:
    """Show how far the run is, on a terminal or in a log, while it lasts."""
    if how.quiet:
        yield Watch()
    elif _is_terminal():
        columns = shutil.get_terminal_size().columns
        bar = Bar(partial(click.echo, nl=False, err=True), columns, how.language)
        try:
            yield Watch(bar.tell)
        finally:
            bar.clear()
    else:
        yield Watch(Log(partial(click.echo, err=True), how.language).tell)


def tell(command: str, result: Result, how: Reporting, watch: Watch) -> None:
    """Print the findings and what came of the run."""
    from disc.load.resources import Resources
    from disc.load.sources import source_lines

    findings = Findings(result.diagnostics, result.specs, how.language, result.checks, how.level)
    places = (span.file for found in findings.shown for span in (found.span, *found.related))
    findings = replace(findings, sources=source_lines(Resources(how.root), places))
    if how.format != PEOPLE:
        from disc.manual import manual

        click.echo(FORMATS[how.format](findings, manual, __version__), nl=False)
    else:
        for line in text.lines(findings.shown, how.language, findings.sources):
            click.echo(line, err=True)
    if not how.quiet:
        click.echo(text.summary(result.diagnostics, result.specs, how.language), err=True)
        click.echo(text.tally(result.checks, how.language), err=True)
    if how.summary:
        site = result.published.numbers if result.published else None
        told = summary.Summary(command, findings, result.compiled, site, watch.spent, watch.total)
        click.echo(summary.to_json(told), nl=False)


def locale_language() -> Language:
    """Return Chinese where the user asks for it, or in a Chinese locale, else English.

    What the variables ask for counts even where no such locale is installed, as in a container.
    """
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, asked), "") or locale.setlocale(locale.LC_CTYPE, None) or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
