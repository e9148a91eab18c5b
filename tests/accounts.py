"""Made-up final accounts of an office, with its budget and last year's accounts beside them."""

from __future__ import annotations

LAST, BUDGET, THIS = "a/office/2023-accounts.yaml", "a/office/2024-budget.yaml", "a/office/2024-accounts.yaml"

FORM = """
title: 决算试用表样
kind: accounts
extends: base/accounts
parts:
  - {id: all, title: 全文, sections: [all]}
sections:
  all:
    blocks:
      - text: "{{ receipts }}，{{ uses }}{{ receipts | compared | clause }}{{ receipts | because | clause }}"
      - text: |
          {{ general }}{{ general | compared | clause }}{{ general | because | clause }}
          {% if general.budget.comparable %}，预算{{ general.budget }}{{ general | compared('variance') | clause }}
          {{ general.budget | because | clause }}{% endif %}
      - each: branches('function', 3, vanished=true)
        text: "{{ it.title }}{{ it }}{{ it | compared | clause }}"
      - each: projects()
        text: "{{ it.title }}{{ it }}{% if it.budget.comparable %}，预算{{ it.budget }}{% endif %}"
"""
"""A form of which every sentence compares with something else."""

SPECS = {
    LAST: """
kind: accounts
form: test/accounts
income: {general: {2010301: 50, 2080505: 20}}
basic: {general: {by_function: {2010301: 45, 2080505: 20}, by_economic: {30101: 65}}}
balances: {opening: {}, closing: {general: 5}}
""",
    BUDGET: """
basic: {general: {by_function: {2010301: 50}, by_economic: {30101: 50}}}
projects: [{name: 修路, function: 2010302, source: general, amount: 10}]
""",
    THIS: """
kind: accounts
form: test/accounts
entity: {id: office, name: office单位, region: 653023, level: unit, type: institution}
income: {general: {2010301: 80}, other: {2010350: 10}}
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
projects:
  - {name: 绿化, function: 2010350, source: unit_funds, amount: 7}
  - {name: 修路, function: 2010302, source: general, amount: 12}
balances: {opening: {general: 5}, distribution: 1, closing: {general: 13, unit_funds: 2}}
reasons: {receipts: 项目增加, general: 人员增加, general.budget: 新增道路建设任务}
""",
}

SAID = [
    "95.00万元，95.00万元，与上年相比，增加25.00万元，增长35.71%，主要原因是：项目增加",
    (
        "72.00万元，与上年相比，增加7.00万元，增长10.77%，主要原因是：人员增加，预算60.00万元，预决算差异率20.00%，"
        "主要原因是：新增道路建设任务"
    ),
    "行政运行60.00万元，与上年相比，增加15.00万元，增长33.33%",
    "一般行政管理事务12.00万元，与上年相比，增加12.00万元（上年没有）",
    "事业运行7.00万元，与上年相比，增加7.00万元（上年没有）",
    "机关事业单位基本养老保险缴费支出0.00万元，与上年相比，减少20.00万元，下降100.00%",
    "绿化7.00万元，预算0.00万元",
    "修路12.00万元，预算10.00万元",
]
"""What the form says of this year's."""
