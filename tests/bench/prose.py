"""Texts put together from `words.yaml`, of which no two offices have the same."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.bench.offices import Office
from tests.bench.tree import Fields, words


def functions(office: Office, fewest: int, most: int) -> list[str]:
    """Return what an office is there for, a sentence each."""
    random = office.random("functions")
    matters = random.sample(words("matters"), random.randint(fewest, most))
    return [duty(office, matter, random) for matter in matters]


def duty(office: Office, matter: str, random: Random) -> str:
    """Return a sentence that says what is done."""
    return f"{random.choice(words('verbs'))}{office.field['name']}领域{matter}{random.choice(words('manners'))}。"


def rooms(office: Office) -> list[str]:
    """Return the offices within the office."""
    random = office.random("rooms")
    return random.sample(words("rooms"), random.randint(3, len(words("rooms"))))


def project_name(office: Office, number: int) -> str:
    """Return the name of a project, the same every year; the office has no other of this number."""
    random = office.random("names")
    work = random.sample(words("works"), len(words("works")))[number]
    return f"{office.random('lead', number).choice(words('leads'))}{office.field['name']}{work}"


def reason(office: Office, year: int, figure: int | str) -> str:
    """Return why a figure changed: not for the reason of the year before."""
    texts: Sequence[str] = words("reasons")
    first = office.random("reason", figure).randrange(len(texts))
    return f"{office.field['name']}{texts[(first + year) % len(texts)]}"


def indicators(listed: Sequence[Fields], random: Random, keep: int) -> list[Fields]:
    """Return some of the indicators, in their order, with weights that come to 100."""
    chosen = sorted(random.sample(range(len(listed)), min(keep, len(listed))))
    share = 100 // len(chosen)
    weights = [share] * (len(chosen) - 1) + [100 - share * (len(chosen) - 1)]
    return [{**listed[n], "weight": weight} for n, weight in zip(chosen, weights, strict=True)]
