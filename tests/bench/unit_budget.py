"""Budgets of units, with named projects and their targets, after that of 阿合奇县人民政府办公室."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.bench import prose
from tests.bench.money import CENT, of_next_year, some_of, summing_to, times, total, varied
from tests.bench.offices import YEARS, Office
from tests.bench.tree import Fields, read, words

SEED = "specs/xinjiang/akqi/government-office/2024-budget.yaml"

_OWN, _OTHER, _CARRIED = "general", "other", "general_carryover"
# What pays for one project after the other.
_SOURCES = (_OWN, _OTHER, _OWN, _CARRIED, _OWN, _OWN, _OTHER, _CARRIED, _OWN, _OWN)
_RECEPTION, _VEHICLES = 30217, 30231


def unit_budget(office: Office, year: int, random: Random, *, followed: bool) -> Fields:
    """Return a spec.

    Args:
        office: whose it is.
        year: of the budget.
        random: what varies from year to year.
        followed: whether last year's spec is there, so that this one does not state its amounts.
    """
    spec: Fields = read(SEED)
    vehicles, people = random.randint(1, 9), _people(office, year)
    spec["year"] = year
    spec["entity"] = {"id": office.id, "name": office.name, "region": office.region, "level": "unit",
                      "type": office.type}  # fmt: skip
    spec["publication"] = {
        "date": f"{year}-02-{random.randint(10, 28)}",
        "source": f"《{office.name}{year}年单位预算公开》",
    }
    spec["overview"] |= {"functions": prose.functions(office, 4, 18), "offices": prose.rooms(office)}
    spec["staffing"] |= people
    spec["basic"] = {_OWN: _basic(office, spec["basic"][_OWN], random)}
    spec["projects"] = _projects(office, spec["projects"][0], year, random)
    spec["reported"] = _reported(spec)
    if followed:
        del spec["last_year"]
    else:
        spec["last_year"] = {"budget": _last_year(spec, random)}
    spec["purposes"] = {int(str(code)[:3]): random.choice(words("purposes")) for code in _by_function(spec)}
    spec["reasons"] = _reasons(office, spec)
    spec["procurement"] = _procurement(spec["procurement"], random)
    spec["assets"] = _assets(spec["assets"], year, vehicles, random)
    spec["performance"] |= _performance(office, spec["performance"], people["active"], vehicles)
    return spec


def _size(office: Office) -> float:
    """Return how large an office is, beside the one in the repository."""
    return office.random("size").lognormvariate(0, 0.7)


def _people(office: Office, year: int) -> dict[str, int]:
    moves = {y: (office.random("joined", y).randint(0, 3), office.random("left", y).randint(0, 3)) for y in YEARS}
    active = max(9, round(23 * _size(office))) + sum(joined - left for y, (joined, left) in moves.items() if y <= year)
    joined, left = moves[year]
    return {"authorised": active + 2, "active": active, "joined": joined, "left": left, "retired": active // 2}


def _basic(office: Office, seed: Fields, random: Random) -> Fields:
    always, (administration, business, *_) = office.random("basic"), office.field["items"]
    own = {2010301: administration, 2010350: business}
    items = {own.get(code, code): amount for code, amount in seed["by_function"].items()}
    items = varied(some_of(items, always, 0.8, (administration,)), always, _size(office))
    spent = varied(some_of(seed["by_economic"], always, 0.85, (30102, _RECEPTION, _VEHICLES)), always, _size(office))
    items = of_next_year(items, random)
    return {"by_function": items, "by_economic": summing_to(total(items), of_next_year(spent, random))}


def _projects(office: Office, seed: Fields, year: int, random: Random) -> list[Fields]:
    most = min(len(_SOURCES), 1 + int(office.random("projects").expovariate(0.25)))
    there = [n for n in range(most) if not n or random.random() < 0.9]
    return [_project(office, seed, year, n, random) for n in there]


def _project(office: Office, seed: Fields, year: int, number: int, random: Random) -> Fields:
    always, source = office.random("project", number), _SOURCES[number]
    project = {"name": prose.project_name(office, number), "function": always.choice(office.field["items"]),
               "source": source}  # fmt: skip
    if source == _OWN:
        bought = some_of(seed["economic"], always, 0.2 + 0.6 * (not number), (30201,))
        project["economic"] = of_next_year(varied(bought, always, _size(office)), random)
    else:
        project["amount"] = times(Decimal(20), _size(office) * random.uniform(0.1, 1.5))
    targets = seed["targets"]
    goal = "".join(prose.duty(office, matter, always) for matter in always.sample(words("matters"), 3))
    return project | {
        "basis": seed["basis"],
        "period": {"from": f"{year}-01", "to": f"{year}-12"},
        "targets": {
            "leader": always.choice(words("people")),
            "goal": goal + targets["goal"],
            "indicators": prose.indicators(targets["indicators"], always, always.randint(4, 7)),
        },
    }


def _amount(project: Fields) -> Decimal:
    return total(project["economic"]) if "economic" in project else project["amount"]


def _paid_by(spec: Fields, source: str) -> Decimal:
    """Return what the projects of a source cost together."""
    return sum((_amount(project) for project in spec["projects"] if project["source"] == source), Decimal(0))


def _by_function(spec: Fields) -> dict[int, Decimal]:
    """Return what is paid of the budget of this year, by function item."""
    items = dict(spec["basic"][_OWN]["by_function"])
    for project in spec["projects"]:
        if project["source"] == _OWN:
            items[project["function"]] = items.get(project["function"], Decimal(0)) + _amount(project)
    return items


def _reported(spec: Fields) -> list[Fields]:
    """Return approved totals that miss the sum of their lines by a cent, as rounding does."""
    basic = total(spec["basic"][_OWN]["by_function"])
    whole = basic + sum(map(_amount, spec["projects"]), Decimal(0))
    return [
        {"select": {"nature": "basic"}, "amount": basic - CENT},
        {"select": {}, "amount": whole - CENT},
    ]


def _last_year(spec: Fields, random: Random) -> Fields:
    items = of_next_year(_by_function(spec), random)
    projects = min(times(_paid_by(spec, _OWN), random.uniform(0.5, 1.5)), times(total(items), 0.9))
    sources: Fields = {
        _OWN: {"by_function": items, "by_nature": {"basic": total(items) - projects, "project": projects}}
    }
    for source in (_OTHER, _CARRIED):
        if spent := _paid_by(spec, source):
            sources[source] = {"by_nature": {"project": times(spent, random.uniform(0.5, 1.5))}}
    parts = of_next_year(_parts(spec), random)
    of_which = {"overseas": 0, "reception": parts[_RECEPTION], "vehicle_purchase": 0,
                "vehicle_operation": parts[_VEHICLES], "operating_cost": parts[0]}  # fmt: skip
    return {"sources": sources, "of_which": of_which}


def _parts(spec: Fields) -> dict[int, Decimal]:
    """Return what is spent on guests and vehicles, and, as 0, on running the office."""
    basic = spec["basic"][_OWN]["by_economic"]
    bought = [basic, *(project["economic"] for project in spec["projects"] if "economic" in project)]
    parts = {
        code: sum((items.get(code, Decimal(0)) for items in bought), Decimal(0)) for code in (_RECEPTION, _VEHICLES)
    }
    return {**parts, 0: total({code: amount for code, amount in basic.items() if code // 100 == 302})}


def _reasons(office: Office, spec: Fields) -> dict[int | str, str]:
    named: list[int | str] = ["general_budget", "basic", "project", "general_project", "vehicle_operation", "reception"]
    named += ["unit_funds"] * bool(_paid_by(spec, _OTHER)) + ["fiscal_carryover"] * bool(_paid_by(spec, _CARRIED))
    named += ["operating_cost"] * (office.type == "administrative")
    figures = (*named, *_by_function(spec))
    told = {figure: prose.reason(office, spec["year"], figure) for figure in figures}
    return told | {"vehicle_purchase": f"{spec['year']}年未安排公务用车购置费预算"}


def _procurement(seed: Fields, random: Random) -> Fields:
    goods, services = (times(seed[kind], random.uniform(0.1, 2)) for kind in ("goods", "services"))
    reserved = times(goods + services, 0.8)
    return {"goods": goods, "works": 0, "services": services,
            "reserved": {"small_and_medium": reserved, "micro": times(reserved, 0.9)}}  # fmt: skip


def _assets(seed: Fields, year: int, vehicles: int, random: Random) -> Fields:
    seed["buildings"] = {
        "area": random.randint(300, 20_000),
        "value": times(seed["buildings"]["value"], random.uniform(0.1, 2)),
    }
    seed["vehicles"]["general"] = {"count": vehicles, "value": times(Decimal(25 * vehicles), random.uniform(0.5, 1.5))}
    seed["furniture"] = times(seed["furniture"], random.uniform(0.1, 2))
    return {**seed, "as_of": f"{year - 1}-12-31"}


def _performance(office: Office, seed: Fields, people: int, vehicles: int) -> Fields:
    random = office.random("performance")
    duties = "".join(prose.duty(office, matter, random) for matter in random.sample(words("matters"), 2))
    paid, driven, *others = seed["indicators"]
    counted = [{**paid, "value": f"≥{people}人"}, {**driven, "value": f"＝{vehicles}辆"}]
    return {
        "contact": random.choice(words("people")),
        "goal": duties + seed["goal"],
        "indicators": prose.indicators([*counted, *others], random, random.randint(9, 13)),
    }
