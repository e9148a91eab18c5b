"""The units of a department in every output: their figures, their shares, links to their pages."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from jsonschema import Draft202012Validator
from msgspec.structs import replace

from disc.core.document import Document, UnitShare
from disc.emit.data import to_json
from disc.emit.html import to_html
from disc.emit.markdown import to_markdown
from tests import sample_document as make

SCHEMA = json.loads(Path(__file__, "../../../schema/data.schema.json").resolve().read_text(encoding="utf-8"))
UNITS = (
    UnitShare("示例县<政府>办公室", "sample/office-itself/2024-budget", make.number(make.SOCIAL, "万元"),
              make.number(make.SHARE, "%"), ()),
    UnitShare("示例*中心", "elsewhere/centre/2024-budget", None, None, ("上级补助收入", "其他收入")),
)  # fmt: skip
NOTE = "注：示例*中心的上级补助收入、其他收入由本部门其他单位支付，已计入支付的单位，这里不重复计算。"


def department() -> Document:
    return replace(make.sample(), units=UNITS)


def test_html() -> None:
    below = to_html(department()).body.partition("</footer>\n")[2]
    figures = [f'class="figure" href="#f{make.FIGURES.index(figure)}_"' for figure in (make.SOCIAL, make.SHARE)]
    assert below == (
        '<section class="units" id="units_">\n<h2 id="units_title">所属单位</h2>\n'
        '<figure class="table">\n<div class="scroll" role="region" tabindex="0" aria-labelledby="units_title">\n'
        '<table aria-labelledby="units_title">\n<thead>\n<tr class="header"><th scope="col">单位</th>'
        '<th scope="col">预算数</th><th scope="col">占部门的比重</th></tr>\n</thead>\n<tbody>\n'
        '<tr class="detail"><th scope="row"><a href="../../../sample/office-itself/2024-budget/index.html">'
        "示例县&lt;政府&gt;办公室</a></th>"
        f'<td class="number"><a {figures[0]}>{make.SOCIAL.text()}万元</a></td>'
        f'<td class="number"><a {figures[1]}>{make.SHARE.text()}%</a></td></tr>\n'
        '<tr class="detail"><th scope="row">'
        '<a href="../../../elsewhere/centre/2024-budget/index.html">示例*中心</a></th>'
        '<td class="number"></td><td class="number"></td></tr>\n</tbody>\n</table>\n</div>\n'
        f'<div class="notes">\n<p>{NOTE}</p>\n</div>\n</figure>\n</section>\n'
    )


def test_the_links_lead_from_page_to_page() -> None:
    pages = re.findall('href="([^#"]+)"', to_html(department()).body)
    folder = department().meta.address
    assert [posixpath.normpath(posixpath.join(folder, page)) for page in pages] == [
        f"{unit.address}/index.html" for unit in UNITS
    ]


def test_markdown() -> None:
    below = to_markdown(department()).partition("## 所属单位\n\n")[2]
    assert below == (
        "| 单位 | 预算数 | 占部门的比重 |\n| --- | --: | --: |\n"
        "| [示例县\\<政府>办公室](../../../sample/office-itself/2024-budget/index.md) | "
        f"{make.SOCIAL.text()}万元 | {make.SHARE.text()}% |\n"
        "| [示例\\*中心](../../../elsewhere/centre/2024-budget/index.md) |  |  |\n\n" + NOTE.replace("*", "\\*") + "\n"
    )


def test_data() -> None:
    data = json.loads(to_json(department()))
    Draft202012Validator(SCHEMA).validate(data)
    numbers = {
        name: {"text": figure.text() + sign, "figure": f"f{make.FIGURES.index(figure)}"}
        for name, figure, sign in (("amount", make.SOCIAL, "万元"), ("share", make.SHARE, "%"))
    }
    assert data["units"] == [
        {"name": "示例县<政府>办公室", "address": "sample/office-itself/2024-budget", **numbers, "internal": []},
        {
            "name": "示例*中心",
            "address": "elsewhere/centre/2024-budget",
            "internal": ["上级补助收入", "其他收入"],
        },
    ]


def test_without_units_nothing_is_said_of_them() -> None:
    assert "所属单位" not in to_html(make.sample()).body + to_markdown(make.sample())
    assert json.loads(to_json(make.sample()))["units"] == []


def test_what_units_of_final_accounts_pay_each_other_is_nowhere() -> None:
    accounts = replace(department(), meta=replace(department().meta, kind="accounts"))
    said = NOTE.replace(
        "由本部门其他单位支付，已计入支付的单位，这里不重复计算", "是本部门各单位之间的往来，汇总时没有计入"
    )
    assert f"<p>{said}</p>" in to_html(accounts).body
    below = to_markdown(accounts).partition("## 所属单位\n\n")[2]
    assert below.startswith("| 单位 | 本年支出 | 占部门的比重 |")
    assert below.endswith(said.replace("*", "\\*") + "\n")
