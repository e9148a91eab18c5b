"""Change one stated number and see what moves: where figures stand in data.json, and what they depend on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.golden_files import Data
from tests.seed.spec import TEXT, WITHOUT_REPORTED, data, mutated


@dataclass(frozen=True, slots=True)
class Experiment:
    """A change of the spec."""

    before: str
    """Text of the spec."""

    changes: tuple[tuple[str, str], ...]
    """What is replaced by what."""

    paths: frozenset[str]
    """The stated numbers that change."""

    @property
    def after(self) -> str:
        """The changed text of the spec."""
        return mutated(*self.changes, text=self.before)


# Both leave a spec that no check objects to.
EXPERIMENTS = {
    # One line of one project; approved totals, which would have to follow, are left out.
    "project-line": Experiment(
        WITHOUT_REPORTED,
        (("30202: 7  ", "30202: 8  "),),
        frozenset({"projects.0.economic.30202"}),
    ),
    # The office expense is stated by economic item, and by function within a greater amount; approved totals follow.
    "office-expense": Experiment(
        TEXT,
        (
            ("30201: 4.35  ", "30201: 5.35  "),
            ("2010301: 330.30  ", "2010301: 331.30  "),
            ("nature: basic}, amount: 641.43}", "nature: basic}, amount: 642.43}"),
            ("source: general_budget}, amount: 854.58}", "source: general_budget}, amount: 855.58}"),
            ("source: this_year}, amount: 891.58}", "source: this_year}, amount: 892.58}"),
            ("fiscal_carryover]}, amount: 859.16}", "fiscal_carryover]}, amount: 860.16}"),
            ("select: {}, amount: 896.16}", "select: {}, amount: 897.16}"),
        ),
        frozenset(
            {
                "basic.general.by_economic.30201",
                "basic.general.by_function.2010301",
                *(f"reported.{n}.amount" for n in (1, 2, 3, 4, 5)),
            }
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a document says: a cell, or a paragraph."""

    name: str
    """Where it stands, in words: the table's title, its row and column; or the titles of the sections."""

    inlines: tuple[Data, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Its text without the figures."""
        return tuple("#" if "figure" in inline else inline["text"] for inline in self.inlines)

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The figures that stand here: name in data.json, and characters."""
        return tuple((inline["figure"], inline["text"]) for inline in self.inlines if "figure" in inline)


def places(document: Data) -> list[Place]:
    """Return everything that a document says, in order."""
    return [*_in_blocks(document["sections"], ""), *_in_blocks(document["closing"], "")]


def _in_blocks(blocks: list[Data], within: str) -> Iterator[Place]:
    for block in blocks:
        match block["type"]:
            case "section":
                yield from _in_blocks(block["blocks"], f"{block['label']}{block['title']}")
            case "paragraph":
                yield Place(within, tuple(block["content"]))
            case "enumeration":
                for item in block["items"]:
                    yield from _in_blocks(item["blocks"], f"{within} {item['label']}")
            case "table":
                yield from _in_table(block)
            case other:
                raise AssertionError(other)


def _in_table(table: Data) -> Iterator[Place]:
    title = f"{table['label']} {table['title']}".strip()
    columns = table["columns"] or [str(n) for n in range(1, table["width"] + 1)]
    for number, row in enumerate((*table["head"], *table["body"]), start=1):
        column, label = 0, str(number)
        for cell in row["cells"]:
            text = "".join(inline["text"] for inline in cell["content"])
            if text and cell["kind"] != "number":
                label = text
            yield Place(f"{title} · {label} · {columns[min(column, len(columns) - 1)]}", tuple(cell["content"]))
            column += cell.get("colspan", 1)
    yield from _in_blocks(table["notes"], title)


def depends(document: Data, paths: frozenset[str]) -> frozenset[str]:
    """Return the figures whose value follows, as their derivations say, from one of some stated numbers.

    A sum for which there is an approved total follows from that total.
    """
    lines = [line["path"] for line in document["lines"]]
    dependent: set[str] = set()
    # Operands stand before what is calculated from them.
    for name, figure in document["figures"].items():
        derivation = figure["derivation"]
        stated = [derivation["reported"]] if "reported" in derivation else derivation.get("lines", ())
        if paths & {lines[n] for n in stated} or dependent & set(derivation.get("operands", ())):
            dependent.add(name)
    return frozenset(dependent)


def moves(experiment: Experiment) -> str:
    """Return every place of the document that an experiment changes, with what it says before and after."""
    before, after = (places(data(text)) for text in (experiment.before, experiment.after))
    lines = []
    for old, new in zip(before, after, strict=True):
        if old != new:
            said = [
                i["text"] if i == j else f"[{i['text']} → {j['text']}]"
                for i, j in zip(old.inlines, new.inlines, strict=True)
            ]
            lines.append(f"{old.name}: {''.join(said)}\n")
    return "".join(lines)
