"""Annotations of a pull request: the worst first, none lost without a word, none that a spec could forge."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from disc.core.diagnostic import Level
from disc.core.span import Span
from disc.report.github import lines
from tests.report.samples import ERROR, EVIL, FILE, NOTICE, WARNING, findings, found


def test_a_finding_is_a_command() -> None:
    assert list(lines(findings(found()))) == [
        f"::error file={FILE},line=2,col=22,title=a-error 的标题 [a-error]::名称不对%0A→ 改正名称"
    ]
    assert list(lines(findings(found(NOTICE), language="en"))) == [
        f"::notice file={FILE},line=2,col=22,title=The title of a-notice [a-notice]::名称 is wrong%0A→ Correct 名称"
    ]


def levels(*found: str) -> list[str]:
    return [re.match("::([a-z]+) ", line)[1] for line in found]  # type: ignore[index]


def test_the_worst_come_first() -> None:
    said = list(lines(findings(found(NOTICE), found(WARNING), found(ERROR), found(WARNING))))
    assert levels(*said) == ["error", "warning", "warning", "notice"]


def test_ten_of_each_level_are_said_and_the_rest_counted() -> None:
    many = [found(rule, line) for rule in (NOTICE, WARNING, ERROR) for line in range(1, 13)]
    said = list(lines(findings(*many)))
    assert levels(*said) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert said[-1] == "::notice title=disc::另有 7 处没有列出"
    assert list(lines(findings(*many, language="en")))[-1] == "::notice title=disc::and 7 more"
    ten = [found(rule, line) for rule in (NOTICE, WARNING, ERROR) for line in range(1, 11)]
    assert len(list(lines(findings(*ten)))) == 30
    assert "disc::" not in "".join(lines(findings(*ten)))


def test_what_the_level_leaves_out_is_not_counted() -> None:
    assert levels(*lines(findings(found(), *[found(NOTICE)] * 20, level=Level.ERROR))) == ["error"]


def test_what_commands_are_made_of_is_encoded() -> None:
    (said,) = lines(findings(ERROR.at(Span("specs/a:b,c%\n/2024-budget.yaml"), name="100%，a:b,c")))
    assert said == (
        "::error file=specs/a%3Ab%2Cc%25\\n/2024-budget.yaml,line=1,col=1,title=a-error 的标题 [a-error]"
        "::100%25，a:b,c不对%0A→ 改正100%25，a:b,c"
    )


def decoded(text: str) -> str:
    """Return the text of a command as GitHub reads it."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


@given(st.one_of(st.text(), st.sampled_from(["::error::x", "\n::error::x", "%0A::error::x", "\r\n##[error]x", EVIL])))
def test_a_spec_cannot_forge_a_command(text: str) -> None:
    (said,) = lines(findings(ERROR.at(Span(f"specs/{text}"), name=text)))
    assert said.splitlines() == [said]
    command = re.fullmatch(r"::error (file=[^,:]*,line=1,col=1,title=[^,:]*)::(.*)", said)
    assert command
    assert decoded(command[2]).count("\n") == 1
    said.encode("utf-8")
