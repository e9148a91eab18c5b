"""A project has no economic items although others have them, so a part of the money may seem to be less than it is.

“三公” follows from economic items, of basic expenditure and of projects. Where some projects are broken down and one
that is paid from the same money is not, what it spends on reception or vehicles is missing from the sum, and nothing on
the page tells so. Not looked at: specs that break no project down, and parts that are stated in `of_which`.

“三公”经费由基本支出和项目的经济分类得出。有的项目列了经济分类，而用同样的钱的另一个项目没有列，它的接待费、用车费
就没有算进合计，网页上却看不出来。所有项目都不列的文件不查，在 of_which 中写明了的也不查。

FAIL:

    projects:
      - {name: 修路, function: 2010301, source: general, economic: {30213: 20}}
      - {name: 会务, function: 2010301, source: general, amount: ▸10}

PASS:

    projects:
      - {name: 修路, function: 2010301, source: general, economic: {30213: 20}}
      - {name: 会务, function: 2010301, source: general, amount: 10}
    of_which: {overseas: 0, reception: 4, vehicle_purchase: 0, vehicle_operation: 0}

Mend: state the economic items of the project, or state the parts in `of_which`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.spec_reader import Case

RULE = Rule(
    "project-items-missing",
    Level.NOTICE,
    Words("有的项目没有经济分类", "Some projects have no economic items"),
    Words(
        "其他项目有经济分类，这个项目没有，{titles}可能少算",
        "this project has no economic items although others have, so {titles} may be too small",
    ),
    Words("补上 economic，或在 of_which 中写明这些数", "State `economic`, or these numbers in `of_which`"),
)


def applies(case: Case) -> bool:
    """Return whether any project is broken down by economic item."""
    return any("economic" in entry for entry in case.spec.own_fields.get("projects", ()))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for projects whose money may belong to parts that nobody stated."""
    if not applies(case):
        return
    titles: dict[Span, list[str]] = {}
    for measure, declared in stated_parts(case.form.measures):
        if not case.spec.stated(measure.stated):
            for line in case.spec.ledger.uncertain(declared.otherwise.selection):
                if "project" in line.coordinates and "unit" not in line.coordinates:
                    titles.setdefault(line.span, []).append(measure.title)
    for place, missing in titles.items():
        yield RULE.at(place, titles="、".join(missing))
