"""Which forms there are."""

from __future__ import annotations

from disc.load.resources import Resources

FOLDER = "schema/forms"


def form_names(resources: Resources) -> tuple[str, ...]:
    """Return the names of all forms, those that only serve as a base included."""
    return tuple(n.removeprefix(f"{FOLDER}/").removesuffix(".yaml") for n in resources.list(FOLDER, ".yaml"))
