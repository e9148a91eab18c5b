"""JSON text that people can read: what fits stands on one line, Chinese stands as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]
"""What data files are made of; no floating point."""

_LINE_LENGTH = 120


def json_text(value: Json) -> str:
    """Return a value as JSON text, in the order of its dictionaries, with a line feed at the end."""
    return _lay_out(value, 0) + "\n"


def _lay_out(value: Json, indent: int) -> str:
    """Return JSON in which whatever fits stands on one line."""
    if not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        opening, closing = "{", "}"
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {_lay_out(v, indent + 1)}" for key, v in value.items()]
    else:
        opening, closing = "[", "]"
        parts = [_lay_out(v, indent + 1) for v in value]
    if sum(map(len, parts)) + 2 * len(parts) + indent <= _LINE_LENGTH and not any("\n" in part for part in parts):
        return opening + ", ".join(parts) + closing
    inner = "\n" + " " * (indent + 1)
    return opening + inner + f",{inner}".join(parts) + "\n" + " " * indent + closing
