"""Entries of a large site, made up: a thousand disclosures with names like real ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import yaml

from disc.core.document import Covered, Status
from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmount, KeyAmounts
from disc.publish.places import Place, Sort

ROOT = Path(__file__).resolve().parents[1]

REGIONS = {
    "653021": ("新疆维吾尔自治区", "克孜勒苏柯尔克孜自治州", "阿图什市"),
    "653022": ("新疆维吾尔自治区", "克孜勒苏柯尔克孜自治州", "阿克陶县"),
    "653023": ("新疆维吾尔自治区", "克孜勒苏柯尔克孜自治州", "阿合奇县"),
    "653024": ("新疆维吾尔自治区", "克孜勒苏柯尔克孜自治州", "乌恰县"),
}
_FOLDERS = {"653021": "artux", "653022": "akto", "653023": "akqi", "653024": "wuqia"}


def _words(text: str, mark: str = " ") -> tuple[str, ...]:
    return tuple(text.split(mark))


_FIELDS = _words(
    "教育 卫生健康 农业农村 水利 民政 财政 文化体育广播电视和旅游 自然资源 交通运输 "
    "林业和草原 应急管理 市场监督管理 审计 统计 司法 公安 住房和城乡建设 商务和工业信息化"
)
_OFFICES = _words("局 局信息中心 服务中心 综合执法大队 第一中学 监测站 局机关后勤服务站")
_WHAT = _words(
    "业务经费,信息化系统运行维护,驻村工作队为民办实事经费,设备购置,“访惠聚”工作经费（县级配套）,能力提升,"
    "专项资金〔2023〕7号,人员培训费,宣传经费,办公用房维修（护）,Wi-Fi 网络租赁,数据上报平台二期",
    ",",
)
_LEAD = _words("上级下达 县级配套 中央财政 自治区 援疆 乡镇 社区 基层 重点 年度")
_ACROSS = _words(
    "主要职能 机构设置及人员情况 单位收支总体情况表 关于{entity}{year}年收支预算情况的总体说明 "
    "关于{entity}{year}年收入预算情况说明 关于{entity}{year}年财政拨款“三公”经费预算情况说明 名词解释"
)


@cache
def codes(table: str) -> tuple[tuple[str, str], ...]:
    """Return codes and names of a classification table."""
    text = (ROOT / f"schema/classification/2024/{table}.yaml").read_text(encoding="utf-8")
    listed = yaml.safe_load(text)["codes"]
    return tuple((str(code), str(name)) for code, name in listed.items())


@cache
def entries(number: int = 1000, years: Sequence[int] = (2023, 2024)) -> tuple[Entry, ...]:
    """Return so many disclosures, of entities that have one of each year; every eighth entity is a department."""
    random = Random(number)  # noqa: S311 - the same names every time are what is wanted
    return tuple(entry for n in range(number // len(years)) for entry in _entity(n, years, random))


def _entity(n: int, years: Sequence[int], random: Random) -> Iterator[Entry]:
    region = sorted(REGIONS)[n % len(REGIONS)]
    group, within = n // len(REGIONS) // 8, n // len(REGIONS) % 8
    field, office = _FIELDS[group % len(_FIELDS)], _OFFICES[(within - 1) % len(_OFFICES)]
    count = "" if group < len(_FIELDS) else f"第{group // len(_FIELDS)}"
    name = f"{REGIONS[region][-1]}{count}{field}{office if within else '局'}"
    folder = f"xinjiang/{_FOLDERS[region]}/office-{n}"
    fellows = [f"xinjiang/{_FOLDERS[region]}/office-{n + k * len(REGIONS)}" for k in range(1, 8)]
    items = sorted({*random.sample(codes("function"), 15), *random.sample(codes("economic"), 28)})
    total, cost = random.randrange(80_00, 4_000_00), random.randrange(5_00, 90_00)
    for year in years:
        last, total = total, max(0, total + random.randrange(-60_00, 90_00))
        yield Entry(
            address=f"{folder}/{year}-budget",
            title=f"{name}{year}年单位预算公开",
            entity=name,
            region=region,
            region_path=REGIONS[region],
            year=year,
            kind="budget",
            published=f"{year}-02-20",
            level="unit" if within else "department",
            units=() if within else tuple(f"{fellow}/{year}-budget" for fellow in fellows),
            coverage=(Covered("income", "收入总体情况", Status.PRESENT, "income"),),
            figures=_figures(total, last, cost, random.randrange(4, 90)),
            places=(*_projects(year, random), *(Place(Sort.ITEM, name, code, "table_general") for code, name in items),
                    *(Place(Sort.SECTION, title, "", f"section-{k}") for k, title in enumerate(_ACROSS))),
            amounts=_amounts(random),
        )  # fmt: skip


def _amounts(random: Random) -> str:
    """Return amounts of the functional items, which come first: of a class, its group and its item mostly one."""
    return " ".join(amount for _ in range(5) for amount in [_money(random.randrange(50, 900_00))] * 3)


def _projects(year: int, random: Random) -> Iterator[Place]:
    names = {f"{year}年{random.choice(_LEAD)}{random.choice(_FIELDS)}{random.choice(_WHAT)}" for _ in range(6)}
    return (Place(Sort.PROJECT, name, "", "table_projects") for name in sorted(names))


def _figures(total: int, last: int, cost: int, people: int) -> KeyAmounts:
    figures = (
        KeyAmount("total", "收支总预算", _money(total), _money(last), "万元"),
        KeyAmount("three_public", "“三公”经费", _money(cost // 3), _money(cost // 2), "万元"),
        KeyAmount("operating_cost", "机关运行经费", _money(cost), _money(cost + 77), "万元"),
        KeyAmount("per_head", "人均机关运行经费", _money(cost // people), "", "万元"),
        KeyAmount("procurement", "政府采购预算", "", "", "万元", nothing=True),
        KeyAmount("active", "在职人数", str(people), "", "人"),
    )
    return KeyAmounts.of(figures)


def _money(cents: int) -> str:
    """Return hundredths of a unit as digits."""
    whole, part = divmod(cents, 100)
    return f"{whole}.{part:02}"
