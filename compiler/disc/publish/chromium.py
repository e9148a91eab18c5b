"""The Chromium that prints: one that is on the machine already, never one that is downloaded."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from disc.core.diagnostic import Words

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
"""The names Chromium and its kin go by on PATH, tried in this order."""

USUAL = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where their installers put them on systems that have no such PATH."""

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What it is started with: it shall not talk with its makers' servers."""


LIBRARIES = ("playwright", "pikepdf")
"""What `disc[pdf]` brings."""


class PdfError(Exception):
    """PDFs cannot be made on this machine, or not by this browser."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def find_chromium(named: str = "") -> Path:
    """Return the Chromium to drive: the one that is named, else the first that is found.

    Raises:
        PdfError: no program has the name, or nothing was found.
    """
    for program in (named,) if named else (*PROGRAMS, *USUAL):
        if found := shutil.which(program):
            return Path(found)
    raise PdfError(
        Words(
            f"{named} 不是程序"
            if named
            else "没有找到 Chromium、Chrome 或 Edge；安装一个，或用 --chromium 指明它在哪里",
            f"{named} is not a program"
            if named
            else "found no Chromium, Chrome or Edge; install one, or say with --chromium where it is",
        )
    )


def printer(named: str = "") -> Path:
    """Return the Chromium that prints PDFs, with all that drives it at hand.

    Raises:
        PdfError: there is none, or a library is missing.
    """
    for library in LIBRARIES:
        if find_spec(library) is None:
            raise PdfError(
                Words(
                    f"生成 PDF 还需要 {library}；用 pip install 'disc[pdf]' 安装",
                    f"to make PDFs, {library} is needed too; install it with pip install 'disc[pdf]'",
                )
            )
    return find_chromium(named)
