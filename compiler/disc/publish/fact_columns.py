"""The description of the columns of the long table of facts, which descriptors of data files have in them."""

from __future__ import annotations

import json
from typing import Any

from disc.core.diagnostic import Words
from disc.load.resources import ResourceError, Resources

FACT_COLUMNS = "schema/facts.table.json"

_WRONG = Words(
    "列名（name）、类型（type）和次序要与 disc 自带的相同，写进长表的就是这些列；名称和说明可以改",
    "names, types and order of its columns must be those of disc, which are written; the words may differ",
)


def fact_schema(resources: Resources) -> str:
    """Return the Table Schema of the long table as JSON text.

    Raises:
        ResourceError: the root's own does not describe the columns that are written.
    """
    schema = resources.json(FACT_COLUMNS)
    if resources.is_own(FACT_COLUMNS) and _columns(schema) != _columns(json.loads(resources.shipped(FACT_COLUMNS))):
        raise ResourceError(FACT_COLUMNS, _WRONG)
    return json.dumps(schema, ensure_ascii=False, default=float)


def _columns(schema: dict[str, Any]) -> list[tuple[Any, Any]]:
    fields = schema.get("fields")
    of_all = fields if isinstance(fields, list) else []
    return [(field.get("name"), field.get("type")) if isinstance(field, dict) else (None, None) for field in of_all]
