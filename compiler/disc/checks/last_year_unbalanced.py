"""What is stated of last year's accounts does not balance.

Accounts that are compared with last year's, which have no file here, state them: income, expenditure and balances. What
came in and what there was is what was spent and what is left, for each of the three budgets and for all other money, as
in this year's accounts. Where it is not, the changes that the page tells are wrong. Mostly a balance was left out.

上年的决算没有文件的，本年的决算写明上年的收入、支出和结转结余。各类资金的收入、年初结转和结余等，等于支出、年末结转和
结余等，与本年的决算一样；不相等的，页面上写的增减就不对。多半是漏写了一个结转结余。

FAIL:

    --- specs/…/2024-accounts.yaml
    last_year:
      ▸outturn:
        income: {general: 130}
        expenditure: {general: {total: 120}}
        balances: {opening: {}, closing: {general: 1}}

PASS:

    --- specs/…/2024-accounts.yaml
    last_year:
      outturn:
        income: {general: 121}
        expenditure: {general: {total: 120}}
        balances: {opening: {}, closing: {general: 1}}

Mend: look for the amount that is mistyped or missing. What the accounts opened with this year is what closed last year.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.accounts_unbalanced import unbalanced
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, subtract
from disc.core.stages import LAST_OUTTURN
from disc.load.spec_reader import Case

RULE = Rule(
    "last-year-unbalanced",
    Level.ERROR,
    Words("上年的决算收支不平衡", "Last year's accounts do not balance"),
    Words(
        "{source}：上年收入、年初结转和结余等共 {receipts}，支出、年末结转和结余等共 {uses}，相差 {difference}，"
        "四舍五入解释不了",
        "{source}: last year {receipts} came in or were there, {uses} were spent or were left: {difference} apart, "
        "more than rounding explains",
    ),
    Words(
        "检查 last_year.outturn 中的收入、支出和结转结余，找出写错或漏写的金额",
        "Look for an amount that is mistyped or missing in last_year.outturn",
    ),
)
RESTS_ON = ("unknown-code",)


def applies(case: Case) -> bool:
    """Return whether last year's accounts are stated here and nowhere else."""
    return case.spec.ledger.has_flows and LAST_OUTTURN in case.spec.past and case.last is None


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the two sides of each group of sources, as far as rounding goes."""
    names = case.classification.names("source")
    for source, receipts, uses in unbalanced(case.spec.past[LAST_OUTTURN]):
        came, went = (add(*(line.amount for line in lines)) for lines in (receipts, uses))
        yield RULE.at(
            case.spec.key_place("last_year", "outturn"),
            related=[line.span for line in (*receipts, *uses)][:8],
            source=names[source],
            receipts=case.spec.written(came),
            uses=case.spec.written(went),
            difference=case.spec.written(abs(subtract(came, went))),
        )
