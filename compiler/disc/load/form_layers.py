"""A form and those it extends, as one: what is taken away, what is merged, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from disc.core.diagnostic import Diagnostic
from disc.load.form_rules import NOTHING_TO_TAKE_AWAY
from disc.load.nearest import near
from disc.load.tree import Map, has, place

WITHOUT = "without"

Layers: TypeAlias = Sequence[tuple[str, Map]]
"""File and contents of a form and of those it extends, nearest first."""


def taken_away(data: Map) -> list[str]:
    """Return the places that a form does without."""
    places = data.get(WITHOUT, ())
    return [str(name) for name in places] if isinstance(places, list) else []


def pruned(layers: Layers) -> tuple[list[tuple[str, Map]], tuple[Diagnostic, ...]]:
    """Return layers from which those above have taken away what they do without."""
    done: list[tuple[str, Map]] = []
    diagnostics: list[Diagnostic] = []
    for file, data in reversed(layers):
        for n, name in enumerate(taken_away(data)):
            path = tuple(name.split("."))
            if not any(has(below, path) for _, below in done):
                known = {known for _, below in done for known in _paths(below)}
                span = place(data, (WITHOUT, n), file)
                diagnostics.append(NOTHING_TO_TAKE_AWAY.at(span, name=name, **near(name, known)))
            done = [(below_file, _without(below, path)) for below_file, below in done]
        done.insert(0, (file, data))
    return done, tuple(diagnostics)


def merged(layers: Layers) -> Map:
    """Return the contents of all layers: mappings merge, of everything else the nearest counts."""
    together = Map()
    for _, data in reversed(layers):
        together = _merge(together, data)
    return together


def _without(data: Map, path: tuple[str, ...]) -> Map:
    """Return a mapping without what stands at a path, if anything does."""
    step, *below = path
    value = data.get(step)
    if not below:
        marks = {key: mark for key, mark in data.marks.items() if key != step}
        return Map({key: value for key, value in data.items() if key != step}, marks, data.start)
    return (
        Map({**data, step: _without(value, tuple(below))}, data.marks, data.start) if isinstance(value, Map) else data
    )


def _paths(data: Map, above: str = "") -> Iterator[str]:
    """Yield the place of everything in a mapping that can be taken away."""
    for key, value in data.items():
        yield above + key
        if isinstance(value, Map):
            yield from _paths(value, f"{above}{key}.")


def _merge(base: Map, over: Map) -> Map:
    together = Map(base)
    for key, value in over.items():
        below = together.get(key)
        together[key] = _merge(below, value) if isinstance(below, Map) and isinstance(value, Map) else value
    return together
