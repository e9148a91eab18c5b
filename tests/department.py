"""A made-up department of three units: its headquarters in 元, a squad and a centre in 万元; one pays for another."""

from __future__ import annotations

DEPARTMENT = "a/bureau/2024-budget.yaml"
HEADQUARTERS = "a/bureau-headquarters/2024-budget.yaml"
SQUAD = "a/squad/2024-budget.yaml"
CENTRE = "a/centre/2024-budget.yaml"

ENTITY = "entity: {{id: {id}, name: {name}, region: 653023, level: {level}, type: {type}}}\n"
UNITS = """
units:
  - {name: 某局本级, type: administrative, id: bureau-headquarters, headquarters: true}
  - {name: 某局监察队, type: managed_as_administrative, id: squad}
  - {name: 某局信息中心, type: institution, id: centre, internal: [superior_subsidy]}
"""

SPECS = {
    DEPARTMENT: ENTITY.format(id="bureau", name="某局", level="department", type="administrative") + UNITS,
    HEADQUARTERS: ENTITY.format(id="bureau-headquarters", name="某局本级", level="unit", type="administrative")
    + """
unit: 元
basic:
  general: {by_function: {2010301: 1000000}, by_economic: {30101: 800000, 30201: 120000, 30217: 50000, 30231: 30000}}
projects:
  - {name: 补助信息中心, function: 2010301, source: general, economic: {30299: 200000}}
staffing: {authorised: 10, active: 9, retired: 2}
procurement: {goods: 30000, works: 0, services: 20000}
assets: {as_of: "2023-12-31", vehicles: {general: {count: 2, value: 300000}}}
""",
    SQUAD: ENTITY.format(id="squad", name="某局监察队", level="unit", type="managed_as_administrative")
    + """
basic:
  general: {by_function: {2010301: 40, 2080505: 10}, by_economic: {30101: 45, 30201: 5}}
projects:
  - {name: 执法, function: 2010302, source: general, amount: 4}
  - {name: 执法, function: 2010302, source: fund, amount: 2}
of_which: {reception: 1, operating_cost: 5}
staffing: {authorised: 5, active: 5}
assets: {as_of: "2023-12-31", vehicles: {law_enforcement: {count: 3, value: 45.5}}}
reported:
  - {select: {}, amount: 56.01}
procurement: {goods: 0, works: 0, services: 0}
""",
    CENTRE: ENTITY.format(id="centre", name="某局信息中心", level="unit", type="institution")
    + """
basic:
  general: {by_function: {2010350: 30}, by_economic: {30101: 25, 30201: 5}}
projects:
  - {name: 系统维护, function: 2010350, source: superior_subsidy, economic: {30213: 20}}
  - name: 执法
    function: 2010350
    source: business
    economic: {30213: 3}
    targets:
      unit: 某局信息中心运维科
      goal: 用好{total}，{staff}
      indicators: [{group: 产出, kind: 数量, name: 平台, value: 1个, weight: 100}]
staffing: {authorised: 8, active: 7, retired: 1, veterans: 1}
procurement: {goods: 1, works: 2.5, services: 3}
assets: {as_of: "2023-12-31", vehicles: {general: {count: 0, value: 0}}}
""",
}
