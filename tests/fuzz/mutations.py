"""Good files with something done to them that nobody would think of."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from disc.author.yaml_text import below
from disc.load.source import read_source

Tree = Any
"""What a YAML file holds, as plain values."""

Path = tuple[str | int, ...]

ODD_NUMBERS = (
    0, 1, -1, 9, 10**18, -(10**18), 10**60, 2024, 2010301, 301,
    Decimal("0.00"), Decimal("-0.00"), Decimal("0.005"), Decimal("0.0000000001"), Decimal("99999999999999.99"),
)  # fmt: skip
ODD_WORDS = (
    "", " ", "　", "0", "-", "无", "true", "null", "1,000.00", "１２３", "2024-02-30", "653023", "万元", "元",
    "{total}", "{total@x}", "{}", "{{ total }}", "{% for x in y %}", "%s %(a)s {0}", "../../etc/passwd", "a/b",
    "*", "**", "_", "1. 甲\n2. 乙", "- " * 40, "<script>alert(1)</script>", "甲" * 3000, "😀", "\u200b", "a\tb",
    "general", "basic", "unit",
)  # fmt: skip
ODD_KEYS = ("x", "", "0", "2010301", "30101", "total", "general", "by_function", "unit", "*", "a.b", "remark")
ODD_VALUES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from(ODD_NUMBERS),
    st.sampled_from(ODD_WORDS),
    st.sampled_from(({}, [], [[]], [{}], {"x": 1}, {"total": 0}, [None], None, True, False, {"a": {"b": {"c": {}}}})),
    st.decimals(-(10**9), 10**9, places=2),
    st.text(max_size=12),
)


def tree(text: str) -> Tree:
    """Return what a good file holds."""
    data, found = read_source(text.encode(), "good.yaml")
    assert data is not None, found
    return _plain(data)


def _plain(value: Tree) -> Tree:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def written(tree: Tree) -> str:
    """Return values as a file."""
    return "\n".join(below(tree)) + "\n" if isinstance(tree, dict) and tree else str(tree)


def paths(value: Tree, path: Path = ()) -> list[Path]:
    """Return the way to every value in a tree."""
    here = [path] if path else []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return here + [found for step, inner in inside for found in paths(inner, (*path, step))]


@st.composite
def mutants(draw: st.DrawFn, good: Tree, most: int = 3) -> Tree:
    """Draw a tree with up to so many things deleted, repeated, replaced, added, or taken from elsewhere in it."""
    mutant = copy.deepcopy(good)
    for _ in range(draw(st.integers(1, most))):
        if not (ways := paths(mutant)):
            break
        # Each top-level field is as likely as any other, however much is in it.
        top = draw(st.sampled_from(sorted({str(way[0]) for way in ways})))
        way = draw(st.sampled_from([way for way in ways if str(way[0]) == top]))
        holder = value_at(mutant, way[:-1])
        match draw(st.sampled_from(("alter", "alter", "alter", "delete", "replace", "move", "repeat", "add"))):
            case "alter":
                holder[way[-1]] = draw(_like(holder[way[-1]]))
            case "delete":
                del holder[way[-1]]
            case "replace":
                holder[way[-1]] = copy.deepcopy(draw(ODD_VALUES))
            case "move":
                holder[way[-1]] = copy.deepcopy(value_at(good, draw(st.sampled_from(paths(good)))))
            case "repeat" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[int(way[-1])]))
            case _ if isinstance(holder, dict):
                holder[draw(st.sampled_from(ODD_KEYS))] = copy.deepcopy(draw(ODD_VALUES))
            case _:
                holder.append(copy.deepcopy(draw(ODD_VALUES)))
    return mutant


def _like(value: Tree) -> st.SearchStrategy[Tree]:
    """Return values of the same kind: what a schema may let through."""
    if isinstance(value, bool):
        return st.booleans()
    if isinstance(value, int | Decimal):
        return st.one_of(st.sampled_from(ODD_NUMBERS), st.decimals(0, 10**9, places=2))
    return st.sampled_from(ODD_WORDS) if isinstance(value, str) else st.just(value)


def value_at(tree: Tree, path: Path) -> Tree:
    """Return the value at the end of a way."""
    for step in path:
        tree = tree[step]
    return tree


@st.composite
def scribbles(draw: st.DrawFn, good: str) -> str:
    """Draw a text in which some lines are lost, repeated, indented otherwise or scribbled on."""
    lines = good.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        match draw(st.sampled_from(("lose", "repeat", "indent", "scribble", "cut"))):
            case "lose":
                lines[number] = ""
            case "repeat":
                lines.insert(draw(st.integers(0, len(lines))), line)
            case "indent":
                lines[number] = " " * draw(st.integers(0, 9)) + line.lstrip()
            case "cut":
                lines[number] = line[: draw(st.integers(0, len(line)))]
            case _:
                at = draw(st.integers(0, len(line)))
                mark = draw(st.sampled_from((*"：:-?{}[],'\"#&*!|>%@`\\~\t", ": ", "- ", "<<: ", "---", "　", "０")))
                lines[number] = line[:at] + mark + line[at:]
    return "\n".join(lines)
