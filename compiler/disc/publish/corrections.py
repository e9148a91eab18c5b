"""Whether what was published is changed without telling its readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import MONEY_UNITS, divide, round_half_up
from disc.core.span import Span
from disc.load.spec_paths import SPECS
from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmount

CHANGED_WITHOUT_CORRECTION = Rule(
    "changed-without-correction",
    Level.WARNING,
    Words("公开过的数改了，没有更正说明", "A published figure was changed without a correction"),
    Words(
        "网站上原来的数改了，没有新的更正说明：{changes_zh}",
        "figures that stood in the site were changed, and no correction was added: {changes_en}",
    ),
    Words(
        "在 corrections 中写明何时、由什么改为什么、为什么；从未对外公开的，不用改",
        "Say in corrections when, what and why; if it was never public, nothing need be done",
    ),
)


def changed_without_correction(before: Iterable[Entry], now: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield the disclosures whose key figures differ from those that stand in the site, and that do not say why.

    Args:
        before: the disclosures that stand in the site.
        now: those that take their place.
    """
    stood = {entry.address: entry for entry in before}
    for entry in now:
        old = stood.get(entry.address)
        if old is None or old.figures == entry.figures or set(entry.corrections) - set(old.corrections):
            continue
        # A figure may have two names, as the total of what was spent.
        if changes := dict.fromkeys(_changes(old, entry)):
            zh, en = "、".join(change.zh for change in changes), ", ".join(change.en for change in changes)
            yield CHANGED_WITHOUT_CORRECTION.at(Span(f"{SPECS}/{entry.address}.yaml"), changes_zh=zh, changes_en=en)


def _changes(old: Entry, new: Entry) -> Iterator[Words]:
    """Yield this year's figures that are known in both and differ in value."""
    for figure in new.figures:
        stood = old.figure(figure.name)
        if stood and stood.value is not None and figure.value is not None and not _same(stood, figure):
            was, is_now = _shown(stood), _shown(figure)
            yield Words(f"{figure.title}由 {was} 改为 {is_now}", f"{figure.title} was {was} and is {is_now}")


def _same(one: KeyAmount, other: KeyAmount) -> bool:
    """Return whether two figures are the same number; of one that is now written in 元, 万元 told less."""
    if one.unit == other.unit or not all(each.this and each.unit in MONEY_UNITS for each in (one, other)):
        return one.value == other.value
    fine, coarse = sorted((one, other), key=lambda each: MONEY_UNITS[each.unit].scale)
    scale = divide(MONEY_UNITS[coarse.unit].scale, MONEY_UNITS[fine.unit].scale)
    decimals = len(coarse.this.partition(".")[2])
    return round_half_up(divide(Decimal(fine.this), scale), decimals) == Decimal(coarse.this)


def _shown(figure: KeyAmount) -> str:
    return f"{'0' if figure.nothing else figure.this}{figure.unit}"
