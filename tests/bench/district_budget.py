"""Budgets of departments and their units, with projects of a line each, after that of 上海市普陀区财政局."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.bench import prose
from tests.bench.money import WHOLE, of_next_year, some_of, summing_to, times, total, varied
from tests.bench.offices import Office
from tests.bench.tree import Fields, read, words

SEED = "specs/shanghai/putuo/finance-bureau/2025-budget.yaml"

_WAN = 10_000
_RECEPTION = 30217


def district_budget(office: Office, year: int, random: Random, *, followed: bool) -> Fields:
    """Return a spec, of a department or of a unit.

    Args:
        office: whose it is; a department with units states no money, since it is their sum.
        year: of the budget.
        random: what varies from year to year.
        followed: whether last year's spec is there, so that this one does not state its amounts.
    """
    spec: Fields = read(SEED)
    spec["form"] = f"shanghai/district-{office.level}-budget"
    spec["year"] = year
    spec["entity"] = {"id": office.id, "name": office.name, "region": office.region, "level": office.level,
                      "type": office.type}  # fmt: skip
    spec["publication"] = {"source": f"《{year}年区级预算》，{office.name}"}
    introduction, functions = f"{office.name}依法公开本年度预算。", prose.functions(office, 5, 14)
    spec["overview"] = {"introduction": introduction, "functions": functions, "offices": prose.rooms(office)}
    spec["assets"]["as_of"] = f"{year - 1}-12-31"
    spec["procurement"] = {"goods": times(Decimal(20), random.uniform(0.1, 3)), "works": 0,
                           "services": times(Decimal(90), random.uniform(0.1, 3))}  # fmt: skip
    spec["basic"]["general"] = _basic(office, spec["basic"]["general"], random)
    spec["projects"] = _projects(office, random)
    reception = times(spec["basic"]["general"]["by_economic"][_RECEPTION], 1 / _WAN)
    spec["of_which"]["reception"] = reception
    spec["last_year"] = {"budget": _last_year(spec, random, max(1, len(office.units)))}
    spec["purposes"] = {code: random.choice(words("purposes")) for code in spec["basic"]["general"]["by_function"]}
    if office.level == "unit":
        spec["basic"]["general"]["by_function"] = _by_nature(spec["basic"]["general"])
    spec["reasons"] = _reasons(office, spec["reasons"], year, followed=followed)
    spec["project_explanations"] = [_explained(office, spec)]
    return {field: value for field, value in spec.items() if field not in _left_out(office, followed=followed)} | (
        {"units": _units(office)} if office.level == "department" else {}
    )


def _left_out(office: Office, *, followed: bool) -> set[str]:
    """Return the fields that are not stated."""
    fields = {"units"} | ({"last_year"} if followed else set())
    if office.units:
        fields |= {"basic", "projects", "of_which", "procurement", "assets"}
    return fields


def _units(office: Office) -> list[Fields]:
    if not office.units:
        return [{"name": f"{office.name}本部", "type": "administrative", "headquarters": True}]
    return [
        {"name": unit.name, "type": unit.type, "id": unit.id} | ({"headquarters": True} if not n else {})
        for n, unit in enumerate(office.units)
    ]


def _basic(office: Office, seed: Fields, random: Random) -> Fields:
    always = office.random("basic")
    size = always.lognormvariate(0, 0.7)
    items = {
        office.field["items"][0] if code == 2010601 else code: amount for code, amount in seed["by_function"].items()
    }
    spent = some_of(seed["by_economic"], always, 0.85, (30102, _RECEPTION))
    items = of_next_year(varied(items, always, size, step=WHOLE), random, WHOLE)
    spent = summing_to(total(items), of_next_year(spent, random, WHOLE), WHOLE)
    return {"by_function": items, "by_economic": spent}


def _by_nature(basic: Fields) -> dict[int, Decimal | dict[str, Decimal]]:
    """Return what each item costs in people and in running the office, which is all in the first of them."""
    (first, amount), *others = basic["by_function"].items()
    operating = total({code: spent for code, spent in basic["by_economic"].items() if code // 100 not in (301, 303)})
    people = {code: {"personnel": amount} for code, amount in others}
    return {first: {"personnel": amount - operating, "operating": operating}, **people}


def _projects(office: Office, random: Random) -> list[Fields]:
    """Return projects: the first stays year after year, others come and go; what remains of the money has no name."""
    always = office.random("projects")
    administration, *business = office.field["items"]
    there = [n for n in range(1 + int(always.expovariate(0.25))) if not n or random.random() < 0.9]
    named = [
        {"name": prose.project_name(office, n), "function": business[n % len(business)], "source": "general",
         "amount": times(Decimal(900_000), random.lognormvariate(0, 1), WHOLE), "has_targets": True}
        for n in there[:12]
    ]  # fmt: skip
    rest = times(Decimal(100_000), random.uniform(0.2, 3), WHOLE)
    return [*named, {"function": administration, "source": "general", "amount": rest}]


def _last_year(spec: Fields, random: Random, units: int) -> Fields:
    """Return last year's budget, of so many units of this size."""
    basic = spec["basic"]["general"]
    whole = total(basic["by_function"]) + sum((project["amount"] for project in spec["projects"]), Decimal(0))
    reception = times(basic["by_economic"][_RECEPTION], random.uniform(0.7, 1.3) * units / _WAN)
    return {
        "sources": {"general": {"total": times(whole, random.uniform(0.8, 1.2) * units / _WAN)}},
        "of_which": {"overseas": 0, "reception": reception, "vehicle_purchase": 0, "vehicle_operation": 0},
    }


def _reasons(office: Office, seed: Fields, year: int, *, followed: bool) -> Fields:
    none = f"{'本部门' if office.level == 'department' else '本单位'}无公务用车"
    told = ["appropriation", "reception"] + ["operating_cost"] * (followed and office.type == "administrative")
    return {**{figure: prose.reason(office, year, figure) for figure in told}, "overseas": seed["overseas"],
            "vehicle_purchase": {"remark": none}, "vehicle_operation": {"remark": none}}  # fmt: skip


def _explained(office: Office, spec: Fields) -> Fields:
    seed, random = spec["project_explanations"][0], office.random("explained")
    matters = random.sample(words("matters"), random.randint(2, 6))
    named = [project["name"] for project in spec["projects"] if "name" in project][:3]
    return {
        "summary": "\n\n".join(f"{matter}：{prose.duty(office, matter, random)}" for matter in matters) + "\n",
        "basis": seed["basis"],
        "undertaker": "、".join(prose.rooms(office)) + "。",
        "plan": seed["plan"],
        "duration": f"{spec['year']}年1月1日至{spec['year']}年12月31日",
        "goal": prose.duty(office, matters[0], random) + seed["goal"],
    } | ({} if office.units else {"projects": named})
