"""YAML as the makers of specs handle it: amounts stay exact, and what is written reads like a file by an author."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]

# What stands in a spec, or in a part of it.
Fields = dict[str, Any]


class _Loader(yaml.CSafeLoader):
    """Reads amounts as they are written."""


class _Dumper(yaml.CSafeDumper):
    """Writes what the loader read."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as it is called
        """Write out what stands in several places: specs have no aliases."""
        return True


def _amount(_: _Loader, node: yaml.Node) -> Decimal:
    return Decimal(node.value)


def _digits(dumper: _Dumper, amount: Decimal) -> yaml.Node:
    digits = f"{amount:f}"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in digits else 'int'}", digits)


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Loader.add_constructor("tag:yaml.org,2002:float", _amount)
_Dumper.add_representer(Decimal, _digits)
_Dumper.add_representer(str, _text)


@cache
def _read(name: str) -> Any:  # noqa: ANN401 - as free as YAML
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader


def read(name: str) -> Any:  # noqa: ANN401
    """Return what stands in a file of the repository, to be changed at will."""
    return deepcopy(_read(name))


@cache
def words(kind: str) -> tuple[Any, ...]:
    """Return a list of `words.yaml`."""
    return tuple(_read("tests/bench/words.yaml")[kind])


def text_of(data: object) -> str:
    """Return data as YAML, in the order of its fields."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
