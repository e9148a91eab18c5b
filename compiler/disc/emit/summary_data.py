"""The summary as plain data: what the page begins with, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disc.core.document import Inline, Number
from disc.core.summary import KeyFigure, MainChange, Part, Stream, Summary
from disc.emit.json_text import Json


def summary_data(summary: Summary) -> dict[str, Json]:
    """Return a summary as lists, dictionaries and strings; what is not known is not there."""
    data: dict[str, Json] = {
        "key_figures": [_key_figure(figure) for figure in summary.key_figures],
        "sources": [_part(part) for part in summary.sources],
        "functions": [_part(part) for part in summary.functions],
        "natures": [_part(part) for part in summary.natures],
        "flow": [
            *_streams(summary.inflow, summary.sources, summary.functions),
            *_streams(summary.outflow, summary.functions, summary.natures),
        ],
        "changes": [_change(change) for change in summary.changes],
    }
    if summary.budget:
        data["budget"] = _key_figure(summary.budget)
    return data


def _key_figure(figure: KeyFigure) -> dict[str, Json]:
    return (
        {"name": figure.name, "title": figure.title, "situation": figure.situation}
        | _numbers(this=figure.this, last=figure.last, amount=figure.amount, rate=figure.rate)
        | ({"nothing": True} if figure.nothing else {})
    )


def _part(part: Part) -> dict[str, Json]:
    return {"name": part.name, "title": part.title} | _numbers(amount=part.amount, share=part.share)


def _streams(streams: Iterable[Stream], starts: Sequence[Part], ends: Sequence[Part]) -> Iterable[Json]:
    for stream in streams:
        names: dict[str, Json] = {"from": starts[stream.start].name, "to": ends[stream.end].name}
        yield names | _numbers(amount=stream.amount)


def _change(change: MainChange) -> dict[str, Json]:
    return (
        {"title": change.title, "situation": change.situation}
        | _numbers(this=change.this, last=change.last, amount=change.amount, rate=change.rate)
        | {"reason": [_inline(inline) for inline in change.reason]}
    )


def _numbers(**numbers: Number | None) -> dict[str, Json]:
    return {name: _inline(number) for name, number in numbers.items() if number is not None}


def _inline(inline: Inline) -> dict[str, Json]:
    figure: dict[str, Json] = {"figure": f"f{inline.figure}"} if isinstance(inline, Number) else {}
    return {"text": inline.text} | figure
