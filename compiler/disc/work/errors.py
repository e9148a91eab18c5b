"""Why work that was given to others does not get done."""

from __future__ import annotations

from disc.core.diagnostic import Words


class WorkerError(Exception):
    """There are no workers, they cannot see what is to be worked on, or one ended in the midst of its work."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words
