"""What is wrong with the tables and forms that a root brings itself and of which no spec makes use yet.

Whoever adds a year or a form wants to know before the first spec of it is written. Until then nothing is published with
it, so nothing of it is more than a warning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from disc.core.diagnostic import Diagnostic, Level
from disc.load.form_names import FOLDER as FORMS
from disc.load.form_names import form_names
from disc.load.resources import Resources
from disc.load.table_files import DIMENSIONS, REGIONS
from disc.load.table_files import FOLDER as TABLES


def wrong_unused(resources: Resources, found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a root's own tables and forms, but not what has been found where they are used.

    Args:
        resources: the files of the root.
        found: what has been found.
    """
    files = (*resources.list(TABLES, ".yaml"), *(f"{FORMS}/{name}.yaml" for name in form_names(resources)))
    own = {name for name in files if resources.is_of_root(name)}
    if own:
        there = set(found)
        for diagnostic in dict.fromkeys(_wrong(resources, own)):
            if diagnostic not in there:
                yield diagnostic.at_level(Level.WARNING) if diagnostic.level is Level.ERROR else diagnostic


def _wrong(resources: Resources, own: Collection[str]) -> Iterator[Diagnostic]:
    # What reads tables and forms is imported by who reads them; most roots have none.
    from disc.load.classification import TITLES, years  # noqa: PLC0415
    from disc.load.spec_reader import Library  # noqa: PLC0415

    library = Library(resources)
    if REGIONS in own:
        yield from library.regions()[1]
    known = years(resources)
    for year in known:
        files = {f"{TABLES}/{year}/{table}.yaml" for table in TITLES}
        if not files.isdisjoint(own) or (DIMENSIONS in own and year == known[-1]):
            yield from library.classification(year)[1]
    for name in sorted(own):
        if name.startswith(f"{FORMS}/"):
            yield from library.form(name.removeprefix(f"{FORMS}/").removesuffix(".yaml"))[1]
