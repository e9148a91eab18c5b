"""What the command line library says of a misused command, in Chinese; in English it speaks for itself.

What an error carries as a value is taken from it. The rest it has put into a sentence, which is known by its words; one
that nobody knew of is shown as it is.
"""

from __future__ import annotations

import re

import click

from disc.report.help import PAGES
from disc.report.printable import printable

_QUOTED = r"(?:'(?P<one>.*)'|\"(?P<two>.*)\"|(?P<bare>\S+))"
_PLACES = {"Directory": "文件夹", "File": "文件", "Path": "文件或文件夹"}
_OTHERS = {"Directory": "是文件，不是文件夹", "File": "是文件夹，不是文件"}

ARGUMENTS = {"form": "表样", "path": "路径", "paths": "路径", "code": "编码"}
"""What the pages of help call the arguments, by the names that they have in the program."""

# What is said of a value, and of how a command is written; {value} is what stands in quotes, {more} what follows.
_SENTENCES = tuple(
    (re.compile(pattern.replace("QUOTED", _QUOTED), re.DOTALL), chinese)
    for pattern, chinese in (
        (r"QUOTED is not (?:one of )?(?P<more>'.*')\.", "不能是 {value}，可选 {more}"),
        (r"QUOTED is not in the range x>=(?P<more>[0-9]+)\.", "{value} 太小，至少是 {more}"),
        (r"QUOTED is not a valid integer.*\.", "{value} 不是整数"),
        (r"(?P<kind>\w+) QUOTED does not exist\.", "没有 {value} 这个{kind}"),
        (r"(?P<kind>\w+) QUOTED is a (?:file|directory)\.", "{value} {other}"),
        (r"(?P<kind>\w+) QUOTED is not readable\.", "{kind} {value} 不能读取"),
        (r"Option QUOTED requires an argument\.?", "{value} 后面要写一个值"),
        (r"Option QUOTED does not take a value\.?", "{value} 后面不写值"),
        (r"Got unexpected extra arguments? \((?P<more>.*)\)", "多写了 {more}"),
        (r"No such command QUOTED\.(?P<more>.*)", "没有 {value} 这个命令"),
    )
)


def told(error: click.ClickException, context: click.Context) -> str:
    """Return an error in Chinese; of a misused command, how it is written comes first.

    Args:
        error: what went wrong.
        context: the command, where the error does not say which.
    """
    wrong = f"错误：{in_chinese(error)}"
    if not isinstance(error, click.UsageError):
        return wrong
    command = (error.ctx or context).command.name or ""
    path = "disc" if command == "main" else f"disc {command}"
    return "\n".join((PAGES[command].partition("\n")[0], f"说明见 {path} --help", "", wrong))


def in_chinese(error: click.ClickException) -> str:
    """Return what is wrong, in Chinese."""
    if isinstance(error, click.NoSuchOption):
        return f"没有 {printable(error.option_name)} 这个选项{_meant(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"没有写“{_called(error.param)}”"
    if isinstance(error, click.BadParameter):
        return f"{_called(error.param)}：{_sentence(error.message)}"
    return _sentence(error.message) + _meant(getattr(error, "possibilities", None))


def _sentence(message: str) -> str:
    for pattern, chinese in _SENTENCES:
        if found := pattern.fullmatch(message):
            parts = {name: part or "" for name, part in found.groupdict().items()}
            kind = parts.get("kind", "")
            return chinese.format(
                value=printable(next((parts[name] for name in ("one", "two", "bare") if parts.get(name)), "")),
                more=printable(parts.get("more", "").replace("'", "").replace(", ", "、")),
                kind=_PLACES.get(kind, kind),
                other=_OTHERS.get(kind, ""),
            )
    return message


def _meant(possibilities: list[str] | None) -> str:
    return f"；是不是要写 {'、'.join(sorted(possibilities))}" if possibilities else ""


def _called(parameter: click.Parameter | None) -> str:
    """Return how people write a parameter."""
    if isinstance(parameter, click.Argument):
        return ARGUMENTS[parameter.name or ""]
    return " / ".join(parameter.opts) if parameter else ""
