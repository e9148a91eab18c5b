"""The summary at the head of a page: plain words, numbers that are the document's, links to where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from jsonschema import Draft202012Validator
from msgspec.structs import replace

from disc.core.document import Document
from disc.emit.data import to_json
from disc.emit.summary import FULL, summary_view
from disc.publish.entry import Entry
from disc.publish.pages import render
from disc.publish.theme import Theme
from tests import sample_document as make
from tests import themes
from tests.accounts import BUDGET, SPECS, THIS
from tests.compile.test_summary import CHANGES, MONEY, told
from tests.emit.test_units import SCHEMA
from tests.roots import a_root, checked, document


@cache
def theme() -> Theme:
    return themes.theme()


def page(document: Document) -> str:
    return render([document], (), theme())[f"{document.meta.address}/index.html"].decode()


def summary(document: Document) -> str:
    """Return the markup of the summary."""
    before, _, rest = page(document).partition('<section class="summary"')
    assert '<div class="disclosure">' not in before
    found, _, _ = rest.partition('<div class="disclosure">')
    return f'<section class="summary"{found}'


class Reader(HTMLParser):
    """The words of a markup, without those that stand only in pictures."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.skipping = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.skipping += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag == "svg"
        if tag in ("p", "h2", "h3", "tr", "dt", "dd", "caption", "summary"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.words.append(data.strip() and re.sub(r"\s+", " ", data))


def said(document: Document) -> list[str]:
    """Return what the summary says, line by line."""
    lines = "".join(Reader(summary(document)).words).split("\n")
    return [text for line in lines if (text := re.sub("见正文：.*", "", line).strip())]


WITH_ALL = (
    CHANGES.replace("    sources:", "    of_which: {operating_cost: 15, reception: 12, overseas: 0}\n    sources:")
    + """
of_which: {operating_cost: 12, overseas: 0}
staffing: {authorised: 9, active: 8}
procurement: {goods: 1, works: 0, services: 2}
"""
)


NATURES = "基本支出（保障人员和日常运转）占76.19%，项目支出（用于专门的任务）占23.81%。"


def test_a_summary_with_everything(tmp_path: Path) -> None:
    assert said(told(tmp_path, WITH_ALL)) == [
        "office单位2024年预算概要",
        "全年收入和支出预算各157.50万元，比上年预算增加41.50万元，增长35.78%。",
        "由office单位编制；文件没有写明批复和公开的日期。",
        "钱从哪里来，用到哪里去",
        f"最大的来源是一般公共预算，占95.24%；最大的用途是一般公共服务支出，占82.54%。{NATURES}",
        "用表格看这张图",
        "从哪里来",
        "来源金额占比",
        "一般公共预算150.00万元95.24%",
        "单位资金7.50万元4.76%",
        "用到哪里去",
        "功能金额占比基本支出项目支出",
        "一般公共服务支出130.00万元82.54%100.00万元30.00万元",
        "教育支出7.50万元4.76%7.50万元",
        "社会保障和就业支出20.00万元12.70%20.00万元",
        "主要的增减变化",
        "行政运行增加40.00万元，增长44.44%",
        "因157.50万元。",
        "单位资金增加2.50万元，增长50.00%",
        "机关事业单位基本养老保险缴费支出减少1.00万元，下降4.76%",
        "丙。",
        "“三公”经费",
        "合计10.00万元。",
        "项目本年上年",
        "因公出国（境）费0万元0万元",
        "公务用车购置费没有安排",
        "公务用车运行费没有安排",
        "公务接待费10.00万元12.00万元",
        "人员和运行",
        "编制数",
        "9人",
        "在职人数",
        "8人",
        "机关运行经费",
        "12.00万元",
        "比上年预算减少3.00万元，下降20.00%",
        "人均机关运行经费",
        "1.50万元",
        "政府采购预算",
        "3.00万元",
        "概要由下面的正文得出，以正文为准。打印得到的是正文；要打印概要，先转到概要，再打印。",
    ]


def test_without_last_year_it_says_so_and_compares_nothing(tmp_path: Path) -> None:
    lines = said(told(tmp_path, MONEY))
    assert lines[1] == "全年收入和支出预算各157.50万元。"
    assert lines[lines.index("与上年相比") + 1] == "正文没有上年的预算数，不能比较。"
    assert "项目本年" in lines
    assert not any("比上年预算" in line for line in lines)


def test_money_of_one_kind_is_said_to_be(tmp_path: Path) -> None:
    text = "basic: {}\nprojects: [{name: 培训, function: 2050803, source: other, amount: 7.5}]"
    lines = said(told(tmp_path, text))
    assert "全部来自单位资金；全部用于教育支出。都是项目支出（用于专门的任务）。" in lines
    assert lines[lines.index("“三公”经费") + 1] == "没有安排。"


def test_of_a_total_of_nothing_there_are_no_shares(tmp_path: Path) -> None:
    text = """
basic: {}
projects:
  - {name: 培训, function: 2050803, source: other, amount: 7.5}
  - {name: 冲减, function: 2010301, source: general, amount: -7.5}
"""
    lines = said(told(tmp_path, text))
    assert [lines[1], *lines[3:5]] == [
        "全年收入和支出预算各0万元。",
        "钱从哪里来，用到哪里去",
        "都是项目支出（用于专门的任务）。",
    ]


def test_last_year_without_reasons(tmp_path: Path) -> None:
    text = MONEY + "last_year: {budget: {sources: {general: {total: 150}, other: {total: 7.5}}}}\n"
    lines = said(told(tmp_path, text, '- text: "{{ total }}"'))
    assert lines[1] == "全年收入和支出预算各157.50万元，与上年预算持平。"
    assert lines[lines.index("与上年相比") + 1] == "正文没有说明增减的原因。"


def test_a_reason_is_never_markup(tmp_path: Path) -> None:
    found = summary(told(tmp_path, CHANGES.replace("因{total}", "<b onclick=alert(1)>因&{total}</b>")))
    assert '<p class="reason">&lt;b onclick=alert(1)&gt;因&amp;<a class="figure"' in found
    assert "<b " not in found


def test_its_links_lead_to_the_text(tmp_path: Path) -> None:
    document = told(tmp_path, CHANGES)
    whole = page(document)
    links = re.findall('href="#([^"]+)"', summary(document))
    assert len(links) > 4
    assert {f'id="{link}"' in whole for link in links} == {True}
    names = re.findall(' id="([^"]+)"', whole)
    assert len(names) == len(set(names))


def test_every_number_is_a_figure_of_the_document(tmp_path: Path) -> None:
    document = told(tmp_path, WITH_ALL)
    whole = page(document)
    numbers = re.findall('<a class="figure" href="#(f([0-9]+)_)">(?:<tspan[^>]*>)?([^<]+)<', summary(document))
    assert len(numbers) == 40 + 2 * 7
    for panel, number, text in numbers:
        figure = document.figures[int(number)]
        assert f'id="{panel}"' in whole
        # A fall is said in words.
        assert text in (figure.text().removeprefix("-") + figure.unit.name, "0万元")


def test_the_picture_has_words_in_place_of_it(tmp_path: Path) -> None:
    found = summary(told(tmp_path, MONEY))
    described = re.findall('role="group" aria-labelledby="([a-z_]+) ([a-z_]+)"', found)
    assert described == [(f"flow_{size}_title", f"flow_{size}_text") for size in ("wide", "narrow")]
    (words,) = re.findall('<desc id="flow_wide_text">(.*)</desc>', found)
    assert words.split("。") == [
        "来源：一般公共预算150.00万元，单位资金7.50万元",
        "功能：一般公共服务支出130.00万元，教育支出7.50万元，社会保障和就业支出20.00万元",
        "性质：基本支出120.00万元，项目支出37.50万元",
        "",
    ]


def test_the_bars_have_one_scale(tmp_path: Path) -> None:
    view = summary_view(told(tmp_path, WITH_ALL))
    assert view is not None
    assert view.bars() == ((0, 0), (0, 0), (0, 0), (833, FULL))


def test_a_flow_that_is_not_known_leaves_the_tables(tmp_path: Path) -> None:
    document = told(tmp_path, MONEY.replace("amount: 7.5}", "amount: -2.5}"))
    assert 'class="flow' not in summary(document)
    lines = said(document)
    assert "用表格看这张图" not in lines
    assert "功能金额占比" in lines
    # Below zero there is no share.
    assert "教育支出-2.50万元" in lines


def test_a_page_without_a_summary_has_nothing_of_it() -> None:
    assert "summary" not in re.sub("</?summary>", "", page(make.sample()))


def test_it_says_when_the_budget_was_approved_and_published(tmp_path: Path) -> None:
    made = told(tmp_path, CHANGES)
    dated = replace(made, meta=replace(made.meta, approved="2024-02-05", published="2024-02-21"))
    assert said(dated)[2] == "由office单位编制，财政部门2024年2月5日批复，2024年2月21日公开。"
    approved, published = (replace(dated.meta, published=""), replace(dated.meta, approved=""))
    assert said(replace(made, meta=approved))[2].endswith("批复；文件没有写明公开日期。")
    assert said(replace(made, meta=published))[2].endswith("公开；文件没有写明批复日期。")


def test_of_last_year_it_says_too_that_there_was_nothing(tmp_path: Path) -> None:
    document = told(tmp_path, WITH_ALL)
    assert document.summary
    *others, reception = document.summary.three_public_parts
    started = replace(reception, last=None, situation="new")
    summary = replace(document.summary, three_public_parts=(*others, started))
    assert "公务接待费10.00万元没有安排" in said(replace(document, summary=summary))


def accounts(folder: Path, written: Mapping[str, str] = SPECS) -> Document:
    """The final accounts of an office that has last year's, and this year's budget, beside them."""
    specs = {name: text.replace("test/accounts", "xinjiang/unit-accounts") for name, text in written.items()}
    return document(checked(a_root(folder, specs), THIS), THIS.removesuffix(".yaml"))


def test_final_accounts_speak_of_what_was_spent(tmp_path: Path) -> None:
    lines = said(accounts(tmp_path))
    assert lines[:5] == [
        "office单位2024年决算概要",
        "全年支出79.00万元，比上年增加14.00万元，增长21.54%。",
        "年初预算60.00万元，决算比预算多19.00万元，差异率31.67%。",
        "由office单位编制；文件没有写明批复和公开的日期。",
        "钱从哪里来，用到哪里去",
    ]
    assert lines[5].startswith("最大的来源是一般公共预算，占91.14%；")
    assert not [line for line in lines if "预算概要" in line or "上年预算" in line or "没有安排" in line]


def test_final_accounts_below_the_budget_have_a_rate_below_zero(tmp_path: Path) -> None:
    more = SPECS[BUDGET].replace("{2010301: 50}", "{2010301: 90}").replace("30101: 50", "30101: 90")
    _, _, line, *_ = said(accounts(tmp_path, {**SPECS, BUDGET: more}))
    assert line == "年初预算100.00万元，决算比预算少21.00万元，差异率-21.00%。"


def test_the_way_to_final_accounts_and_their_picture_say_what_they_are(tmp_path: Path) -> None:
    made = accounts(tmp_path)
    assert '<li aria-current="page">2024年决算</li>' in page(made)
    assert "再到基本支出和项目支出</title>" in page(made)
    specs = {THIS: SPECS[THIS].replace("balances:", "other_expenditure: {remitted: {2010350: 1}}\nbalances:")}
    specs = {THIS: specs[THIS].replace("unit_funds: 2}", "unit_funds: 1}").replace("test/", "xinjiang/unit-")}
    more = document(checked(a_root(tmp_path / "more", specs)), THIS.removesuffix(".yaml"))
    assert "再到基本支出、项目支出等</title>" in page(more)
    assert '<li aria-current="page">2024年</li>' in page(told(tmp_path / "budget", MONEY))


def test_the_lists_of_a_site_have_the_budget_beside_the_outturn(tmp_path: Path) -> None:
    made = accounts(tmp_path)
    found = Entry.of(made).figure("budget")
    assert found is not None
    assert (found.title, found.this, found.last) == ("本年支出合计", "79.00", "60.00")
    listed = render((), [Entry.of(made)], theme())["a/office/index.html"].decode()
    head = listed.partition("<thead>")[2].partition("</thead>")[0]
    assert [words for words in re.sub(r"<[^>]*>", "\n", head).split("\n") if "预" in words or "差异" in words] == [
        *("预决算差异", "预决算差异", "年初预算数", "预决算差异", "差异", "预决算差异", "差异率"),
    ]
    assert "预决算差异是本年支出合计的决算数减去年初预算数" in listed
    assert Entry.of(told(tmp_path / "budget", MONEY)).figure("budget") is None


def test_the_data_has_the_budget_beside_the_outturn(tmp_path: Path) -> None:
    data = json.loads(to_json(accounts(tmp_path / "accounts")))
    Draft202012Validator(SCHEMA).validate(data)
    assert {key: data["summary"]["budget"][key] for key in ("name", "title", "situation")} == {
        "name": "budget",
        "title": "本年支出合计",
        "situation": "rise",
    }
    assert "budget" not in json.loads(to_json(told(tmp_path / "budget", MONEY)))["summary"]
