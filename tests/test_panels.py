"""Every number of the documents here explains itself: what its panel says is right, by calculator and in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest

from disc.emit.html import to_html
from tests.golden_files import Data, data, site
from tests.panels import UNITS, Formula, Panel, read_panels
from tests.seed.spec import ADDRESS, ROOT, document
from tests.shanghai.golden_files import ADDRESS as SHANGHAI

ADDRESSES = (ADDRESS, SHANGHAI)


@cache
def page(address: str) -> str:
    return site(address)[f"{address}/index.html"]


@cache
def panels(address: str) -> dict[str, Panel]:
    return read_panels(page(address))


EVERY = [(address, name) for address in ADDRESSES for name in panels(address)]
"""Every figure of both documents."""


def rounded(number: Decimal, like: Decimal) -> Decimal:
    return number.quantize(like, ROUND_HALF_UP)


def result(formula: Formula, like: Decimal) -> Decimal:
    """What a calculator shows, with as many decimals as the published number."""
    numbers = [number for _, number in formula.operands]
    match formula.signs[:1]:
        case "－":
            return numbers[0] - numbers[1]
        case "÷":
            exact = numbers[0] / numbers[1] * (100 if formula.after.startswith(" × 100%") else 1)
            assert formula.after.endswith("四舍五入") == (exact != rounded(exact, like))
            return rounded(exact, like)
        case _:
            assert set(formula.signs) <= {"＋"}
            return sum(numbers, Decimal(0))


def test_every_figure_has_a_panel() -> None:
    assert len(EVERY) == sum(len(data(address)["figures"]) for address in ADDRESSES)
    for address in ADDRESSES:
        known = {f"{name}_": (figure["text"], figure["unit"]) for name, figure in data(address)["figures"].items()}
        assert {name: (str(panel.value), panel.unit) for name, panel in panels(address).items()} == known


@pytest.mark.parametrize(("address", "name"), EVERY)
def test_its_formulas_give_it(address: str, name: str) -> None:
    panel = panels(address)[name]
    assert panel.shown == (abs(panel.value) if panel.title.endswith(("减少", "下降")) else panel.value)
    for formula in panel.formulas:
        wanted = panel.shown
        if formula.of:
            wanted = Decimal(formula.of.split()[-1].replace(",", ""))
            assert wanted in {number for other in panel.formulas for _, number in other.operands}
        assert result(formula, wanted) == wanted
        assert all(panels(address)[operand].shown == number for operand, number in formula.operands)


@pytest.mark.parametrize(("address", "name"), EVERY)
def test_its_lines_give_it(address: str, name: str) -> None:
    panel = panels(address)[name]
    if not panel.lines:
        assert panel.formulas or panel.number("第N行") or "没有" in panel.text
        return
    scale = UNITS.get(panel.unit, Decimal(1))
    units = {line.unit for line in panel.lines}
    total = sum((line.amount * UNITS.get(line.unit, Decimal(1)) for line in panel.lines), Decimal(0))
    stated = panel.number("相差N")
    if "批复的合计数" in panel.text:
        missed = abs(panel.shown * scale - total)
        assert missed == (stated or Decimal(0)) * scale
        assert panel.number("之和为N") == (total / scale if missed else None)
        return
    assert rounded(total / scale, panel.shown) == panel.shown
    differs = units != {panel.unit} or total != panel.shown * scale
    assert ("四舍五入为" in panel.text) == (total != panel.shown * scale)
    assert bool(re.search("四舍五入为|，即", panel.text)) == differs
    if len(panel.lines) > 1:
        assert panel.number("由以下N行相加") == len(panel.lines)
        assert panel.number("，共N") == (total / UNITS.get(min(units), Decimal(1)) if differs else None)


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_line_holds_its_amount(address: str) -> None:
    seen = 0
    for panel in panels(address).values():
        for line in panel.lines:
            text = (ROOT / line.file).read_text(encoding="utf-8").splitlines()[line.line - 1]
            numbers = {Decimal(number) for number in re.findall(r"(?<![\w.])-?[0-9]+(?:\.[0-9]+)?", text)}
            assert line.amount in numbers, (line, text)
            seen += 1
    assert seen > 100


def lines_of(figure: Data, whole: Data) -> set[int]:
    """The lines that a figure comes from in the end, by what data.json says."""
    derivation = figure["derivation"]
    if derivation["operation"] == "sum":
        return {whole["lines"][n]["line"] for n in derivation["lines"]}
    operands = derivation.get("operands", ())
    return set().union(*(lines_of(whole["figures"][name], whole) for name in operands))


@pytest.mark.parametrize(("address", "name"), EVERY)
def test_its_lines_are_shown_at_once_or_one_step_away(address: str, name: str) -> None:
    panel = panels(address)[name]
    near = {operand for formula in panel.formulas for operand, _ in formula.operands}
    shown = {line.line for each in (panel, *map(panels(address).__getitem__, near)) for line in each.lines}
    assert lines_of(data(address)["figures"][name.removesuffix("_")], data(address)) <= shown


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_leads_somewhere(address: str) -> None:
    names = re.findall(r'\sid="([^"]+)"', page(address))
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page(address))) <= set(names)


def test_a_repository_has_a_link_for_each_line() -> None:
    markup = to_html(document(), source_link="https://example.org/blob/HEAD/{path}#L{line}").panels
    links = [(line.link, line.file, line.line) for panel in read_panels(markup).values() for line in panel.lines]
    assert len(links) > 400
    assert all(link == f"https://example.org/blob/HEAD/{file}#L{line}" for link, file, line in links)
    assert "第" in markup
    assert not re.search("(?<!>)第[0-9]+行", markup)


def by_title(address: str) -> Iterator[tuple[str, str]]:
    for panel in panels(address).values():
        yield f"{panel.shown}{panel.unit} {panel.title}", panel.formulas[0].signs if panel.formulas else ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (ADDRESS, [
            "896.16万元 收支总预算 ＋",
            "641.43万元 基本支出 ＋＋＋",
            "330.30万元 基本支出 2010301 行政运行 ",
            "585.03万元 2010301 行政运行 ＋",
            "4.13% 单位资金占收支总预算的比重 ÷",
            "1.69万元 财政拨款结转比上年预算数减少 －",
            "26.95% 财政拨款结转比上年预算数下降 ÷",
            "93.40万元 “三公”经费 ＋＋",
            "27.00万元 公务用车购置费、公务用车运行费合计 ＋",
            "75.68万元 “三公”经费（上年预算数） ＋＋",
            "7个 概况·内设机构 ",
            "5分 绩效指标·保障车辆数（辆）·分值权重 ",
        ]),
        (SHANGHAI, [
            "3121.42万元 收支总预算 ＋",
            "31214205.80元 收支总预算 ＋",
            "107.62万元 收支总预算比上年预算数增加 －",
            "0.00元  ",
            "22109516.00元 301 工资福利支出 ＋＋＋＋＋＋＋",
        ]),
    ],
)  # fmt: skip
def test_figures_are_called_by_their_names(address: str, expected: list[str]) -> None:
    assert set(expected) <= {f"{title} {signs}" for title, signs in by_title(address)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_key_figures_have_anchors_of_the_same_name_on_every_page(address: str) -> None:
    names = re.findall(r'<data id="key_([^"]+)"', page(address))
    assert {"total", "three_public", "operating_cost", "procurement"} <= set(names)
