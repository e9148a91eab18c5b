"""Where a field was probably meant to stand that cannot stand where it does: in a group that has one of its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disc.core.diagnostic import Words
from disc.load.schema_fields import ANY, Field, Place, file_fields, resolved
from disc.load.schema_trail import Part
from disc.load.schema_words import options

_DEEPEST = 3
"""How many groups deep is looked; a schema may have no end."""

_FEW = 3
"""How many groups are named; that more of them have a field says nothing."""


def holders(root: Part, name: str) -> Words:
    """Return a sentence, with what parts it from the next, on the groups that have a field of this name; or nothing.

    Its indentation was lost, or the line of its group is still a comment, as it is in a new spec. Of the groups the
    outermost are named.
    """
    fields = file_fields(root)
    if any(field.name == name for field in fields):
        return Words(f"{name} 应写在最外层：检查缩进。", f"{name} stands at the top: check the indentation. ")
    places = list(_holding(fields, name, _DEEPEST))
    outermost = min(map(len, places), default=0)
    groups = dict.fromkeys(".".join(place) for place in places if len(place) == outermost)
    if not 0 < len(groups) <= _FEW:
        return Words("", "")
    return Words(
        f"{name} 应写在 {'、'.join(groups)} 之内：检查缩进，以及上一级那一行的“# ”是否已去掉。",
        f"{name} stands in {', '.join(groups)}: check the indentation, and that the line above it is no comment. ",
    )


def _holding(fields: Iterable[Field], name: str, deep: int) -> Iterator[Place]:
    """Yield the places, without the entries of lists, of the fields that hold one of the name."""
    for field in fields if deep else ():
        inside = field.fields
        keys = options(resolved(field.part.get("propertyNames", {}), field.root))
        if name in keys or any(each.name == name for each in inside):
            yield tuple(step for step in field.place if step != ANY)
        yield from _holding(inside, name, deep - 1)
