"""What became of the checks of a spec: four different results, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TypeAlias


class Outcome(Enum):
    """What became of one check of one spec."""

    PASSED = "passed"
    """It looked and found nothing."""

    FAILED = "failed"
    """It found something, be it accepted or not."""

    NOT_APPLICABLE = "not applicable"
    """There is nothing to look at in this spec, or the check is switched off."""

    COULD_NOT_LOOK = "could not look"
    """What it rests on is broken: it neither passed nor failed."""


Tally: TypeAlias = Counter[Outcome]
"""How many checks had each outcome."""
