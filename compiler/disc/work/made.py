"""What a run asks for, and what comes of one spec: values that go from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from disc.core.diagnostic import Diagnostic
from disc.core.outcome import Tally
from disc.core.span import Span
from disc.core.watch import Stage
from disc.load.neighbours import Known
from disc.load.notes import Needs

if TYPE_CHECKING:
    from disc.publish.entry import Entry


class Order(Struct, frozen=True):
    """What is wanted of every spec."""

    root: Path
    """Folder with `specs/`."""

    site: bool = False
    """Whether a site is to be made of it, so that drafts are left out, and that is told."""

    drafts: bool = False
    """Whether the pages of drafts are wanted too: the site is a preview."""

    pdf: bool = False
    """Whether a PDF will stand beside each page."""

    program: str = ""
    """Digest of the program that is to do it; empty: it cannot be another one."""

    inputs: str = ""
    """Digest of all that there is to read; who works for one run after the other must not answer from before."""


class Disclosure(Struct, frozen=True):
    """A disclosure ready to be published."""

    entry: Entry
    causes: Mapping[str, Span]
    """The places in the spec that make links, by the address of the target."""

    files: Mapping[str, bytes] | None
    """Its files by their path below the site; None: they stand there as they would be made."""


class Made(Struct, frozen=True):
    """What came of one spec."""

    known: Known
    diagnostics: tuple[Diagnostic, ...]
    checks: Tally
    """What became of the checks."""

    compiled: bool = False
    """Whether it is a disclosure without errors."""

    disclosure: Disclosure | None = None
    """To be published; None where there are errors, it is a draft, or pages are not wanted."""

    needs: Needs = field(default_factory=dict)
    """What all this was made of."""

    spent: Mapping[Stage, int] = field(default_factory=dict)
    """Nanoseconds by stage."""
