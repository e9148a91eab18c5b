"""Schemas that refer to others: what another file says is taken in, so that one schema stands by itself.

JSON Schema calls it bundling. Editors follow references from file to file; disc never fetches anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from disc.core.diagnostic import Words
from disc.load.resources import ResourceError

_Json: TypeAlias = Any

_ELSEWHERE = re.compile(r"([a-z_]+)\.schema\.json#(/.*)")
_SIGN = ".schema.json#"
# What gives a schema an address of its own, from which references within it would count.
_ADDRESS = frozenset({"$id", "$schema"})


def bundled(name: str, text: str, read: Callable[[str], str]) -> str:
    """Return the text of a schema, a JSON object, in which every reference is one within it.

    Args:
        name: of the schema's file, for what is wrong.
        text: the schema.
        read: returns the text of another file, a JSON object too, or raises FileNotFoundError.

    Raises:
        ResourceError: it refers to a schema that is not there, or that refers to others in turn.
    """
    if _SIGN not in text:
        return text
    others: dict[str, _Json] = {}
    root = _with_references(json.loads(text), partial(_moved, others))
    for other in others:
        file = f"schema/{other}.schema.json"
        try:
            taken = read(file)
        except FileNotFoundError as error:
            problem = Words(f"引用了没有的文件 {file}", f"it refers to {file}, which is not there")
            raise ResourceError(name, problem) from error
        if _SIGN in taken:
            raise ResourceError(name, Words(f"引用的 {file} 又引用了别的文件", f"{file} refers to others in turn"))
        fields = {key: value for key, value in json.loads(taken).items() if key not in _ADDRESS}
        others[other] = _with_references(fields, partial(_inside, f"#/$defs/{other}"))
    return json.dumps({**root, "$defs": {**root.get("$defs", {}), **others}}, ensure_ascii=False)


def _moved(others: dict[str, _Json], reference: str) -> str:
    """Return where a reference leads to once the others are taken in, and note which one that is."""
    found = _ELSEWHERE.fullmatch(reference)
    if found is None:
        return reference
    others.setdefault(found[1], None)
    return f"#/$defs/{found[1]}{found[2]}"


def _inside(place: str, reference: str) -> str:
    """Return where a reference of a schema leads to that was taken in at a place."""
    return f"{place}{reference.removeprefix('#')}"


def _with_references(part: _Json, moved: Callable[[str], str]) -> _Json:
    """Return a subschema with its references leading elsewhere."""
    if isinstance(part, list):
        return [_with_references(each, moved) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: moved(value) if key == "$ref" and isinstance(value, str) else _with_references(value, moved)
        for key, value in part.items()
    }
