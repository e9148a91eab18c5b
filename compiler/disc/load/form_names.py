"""Which forms there are."""

from __future__ import annotations

from disc.load.resources import Resources

FOLDER = "schema/forms"


def form_names(resources: Resources) -> tuple[str, ...]:
    """Return the names of all forms, those that only serve as a base included.

    A file whose name is not UTF-8 is none: no spec and no other form could name it.
    """
    files = (n for n in resources.list(FOLDER, ".yaml") if n.encode(errors="ignore").decode() == n)
    return tuple(n.removeprefix(f"{FOLDER}/").removesuffix(".yaml") for n in files)
