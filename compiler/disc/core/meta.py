"""What a document is, whose and of when, and what was corrected in it since."""

from __future__ import annotations

from msgspec import Struct


class Correction(Struct, frozen=True):
    """What was changed once the document was published."""

    date: str
    """When the corrected document was published, YYYY-MM-DD."""

    what: str
    """What stood there, and what stands there now."""

    why: str


class Meta(Struct, frozen=True):
    """What the document is about; what lists, addresses and data files need."""

    address: str
    """Path of the page below the site: xinjiang/akqi/government-office/2024-budget."""

    kind: str
    form: str
    year: int
    entity: str
    """Official name of the publishing entity."""

    region: str
    """Administrative division code (GB/T 2260)."""

    region_path: tuple[str, ...]
    """Names of the division and of those it lies in, from the province down."""

    level: str
    """department or unit."""

    title: str
    published: str
    """Date of publication, YYYY-MM-DD; empty when not stated."""

    source: str
    """Address of the published document that the spec transcribes; empty when there is none."""

    approved: str = ""
    """Date on which the finance department approved the budget (批复), YYYY-MM-DD; empty when not stated."""

    draft: bool = False
    """Whether it is not final: no list, feed or search engine may take it for a published document."""

    corrections: tuple[Correction, ...] = ()
    """What was corrected, the newest first."""
