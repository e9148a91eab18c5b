"""The pages that lead to the disclosures."""

from __future__ import annotations

import posixpath
import re

import pytest

from disc.manual import manual
from disc.publish.entry import Entry
from disc.publish.long_table import long_tables
from disc.publish.old_addresses import MISSING
from disc.publish.pages import render
from tests import many, themes
from tests.publish.entries import amount, entry

DEPARTMENT = entry("p/c/a/2024-budget", "甲局", amount("total", "9.00", "8.00"), units=("p/c/u/2024-budget",))
UNIT = entry("p/c/u/2024-budget", "丙中心", amount("total", "4.00"))
EARLIER = entry("p/c/a/2023-budget", "甲局", amount("total", "8.00", "7.00"))
OTHER = entry("p/c/b/2024-budget", "乙局", amount("total", "5.00"))
ALL = (OTHER, DEPARTMENT, UNIT, EARLIER)


def pages(*entries: Entry) -> dict[str, str]:
    files = render((), entries, themes.theme())
    # The page for what is not there begins its links at the root of the server.
    own = (name for name in files if name.endswith(".html") and name != MISSING)
    return {name: files[name].decode() for name in own}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return pages(*ALL)


def main(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def text(markup: str) -> list[str]:
    return [words.strip() for words in re.sub(r"<[^>]*>", "\n", markup).split("\n") if words.strip()]


def trail(page: str) -> list[tuple[str, str]]:
    found = re.search(r'<nav class="breadcrumb".*?</nav>', page, re.DOTALL)
    assert found
    return re.findall(r'href="([^"]*)">([^<]*)', found[0])


def rows(page: str) -> list[list[str]]:
    return [text(row) for row in re.findall(r"<tr.*?</tr>", page.split("<tbody>", 1)[1], re.DOTALL)]


def test_every_folder_and_every_year_of_a_place_has_a_page(site: dict[str, str]) -> None:
    lists = {"p/index.html", "p/c/index.html", "p/c/2024.html", "p/c/2023.html"}
    entities = {f"p/c/{name}/index.html" for name in "abu"}
    assert (
        site.keys()
        == {"index.html", "data/index.html", "search/index.html"}
        | {"coverage/index.html", "coverage/100001-2023.html", "coverage/100001-2024.html"}
        | lists
        | entities
    )


def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    there = {f"{one.address}/index.html" for one in ALL} | site.keys() | set(long_tables(ALL, themes.theme()))
    followed = 0
    for name, page in site.items():
        for link in re.findall(r'<a [^>]*href="([^"#]+)"', page):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) in there, (name, link)
            followed += 1
    assert followed > 50


def test_the_way_up(site: dict[str, str]) -> None:
    assert trail(site["p/c/a/index.html"]) == [
        *(("../../../index.html", "首页"), ("../../../p/index.html", "某省"), ("../../../p/c/index.html", "某县"))
    ]
    assert trail(site["p/c/2024.html"])[-1] == ("../../p/c/index.html", "某县")


def test_the_start_page_counts_by_place_and_year(site: dict[str, str]) -> None:
    table = site["index.html"].split("<table", 1)[1].split("</table>", 1)[0]
    assert text(table)[1:] == ["地区", "2024年", "2023年", "某县", "某省 ›", "某市", "3份", "1份"]
    assert re.findall(r'href="([^"]*)"', table) == ["p/c/index.html", "p/c/2024.html", "p/c/2023.html"]


@pytest.mark.parametrize(("name", "entries"), [("index.html", ALL), ("index.html", ()), ("p/index.html", ALL)])
def test_every_page_leads_to_coverage_data_and_rules_once(name: str, entries: tuple[Entry, ...]) -> None:
    page = render((), entries, themes.theme(), manual=manual())[name].decode()
    assert [page.count(f'{folder}/index.html"') for folder in ("coverage", "data", "manual")] == [1, 1, 1]


def test_a_place_lists_units_under_their_department(site: dict[str, str]) -> None:
    members = site["p/c/index.html"].split('<ul class="entities"', 1)[1].split("</section>", 1)[0]
    assert text(members)[1:] == ["甲局", "2024年预算", "2023年预算", "丙中心", "2024年预算", "乙局", "2024年预算"]


def test_the_entities_of_a_year_side_by_side(site: dict[str, str]) -> None:
    page = main(site["p/c/2024.html"])
    assert rows(page) == [["甲局", "9.00", "8.00", "+1.00", "+12.50%"], ["丙中心", "4.00"], ["乙局", "5.00"]]
    assert page.count('<tr class="unit">') == 1
    assert "缩进的是上面部门的所属单位" in page
    assert "缩进" not in site["p/c/2023.html"]


def test_a_unit_is_not_under_a_department_that_has_nothing_that_year() -> None:
    page = main(pages(*ALL, entry("p/c/u/2022-budget", "丙中心", amount("total", "3.00")))["p/c/2022.html"])
    assert rows(page) == [["丙中心", "3.00"]]
    assert 'class="unit"' not in page


def test_an_entity_has_its_years_and_their_course(site: dict[str, str]) -> None:
    page = main(site["p/c/a/index.html"])
    assert rows(page)[:2] == [
        ["2024年", "9.00", "8.00", "+1.00", "+12.50%"],
        ["2023年", "8.00", "7.00", "+1.00", "+14.29%"],
    ]
    assert '<title id="trend-budget-1_text">2022年7.00万元，2023年8.00万元，2024年9.00万元</title>' in page
    assert "<svg" not in site["p/c/b/index.html"]


def test_a_department_and_its_units_lead_to_each_other(site: dict[str, str]) -> None:
    units = site["p/c/a/index.html"].split('id="units"', 1)[1]
    assert re.findall(r'<th scope="row"><a href="([^"]*)">([^<]*)', units) == [
        ("../../../p/c/u/2024-budget/index.html", "丙中心")
    ]
    assert '所属部门：<a href="../../../p/c/a/index.html">甲局</a>' in site["p/c/u/index.html"]
    assert "所属部门" not in site["p/c/b/index.html"]


def test_units_are_said_to_be_those_of_final_accounts() -> None:
    department = entry("p/c/a/2024-accounts", "甲局", units=("p/c/u/2024-accounts",))
    there = pages(department, entry("p/c/u/2024-accounts", "丙中心"))["p/c/a/index.html"]
    assert "所属单位（2024年决算）" in text(main(there))
    assert "所属单位（2024年）" in text(main(pages(DEPARTMENT, UNIT)["p/c/a/index.html"]))


def test_places_and_entities_below_an_entity_are_on_its_page() -> None:
    page = main(pages(entry("c/a/2024-budget"), entry("c/a/b/2024-budget", "乙站"))["c/a/index.html"])
    assert text(page.split('<h2 id="below">', 1)[1]) == ["下级", "乙站", "2024年预算"]


def test_a_site_without_places_compares_its_entities_too() -> None:
    found = pages(entry("a/2024-budget", "甲局", amount("total", "1.00")))
    assert rows(main(found["2024.html"])) == [["甲局", "1.00"]]
    assert 'href="2024.html"' in found["index.html"]


def test_the_start_page_of_a_large_site_lists_places_only() -> None:
    some = many.entries(400)
    found = pages(*some)
    assert len(found["index.html"]) < 6_000
    assert len(found["coverage/index.html"]) < 6_000
    assert len(rows(found["coverage/653023-2024.html"])) == 50
    assert found["xinjiang/akqi/index.html"].count('<ul class="entities"') == 1
    assert len(rows(main(found["xinjiang/akqi/2024.html"]))) == 50


def test_the_start_page_of_a_very_large_site_counts_by_the_largest_places() -> None:
    regions = [(f"p{n % 2}", f"c{n}", (f"省{n % 2}", f"县{n}")) for n in range(102)]
    page = pages(*(entry(f"{p}/{c}/a/2024-budget", region=names) for p, c, names in regions))["index.html"]
    assert rows(main(page)) == [["省0", "51份"], ["省1", "51份"]]
    assert "2024.html" not in page


def test_the_search_page_says_what_to_do_without_a_script(site: dict[str, str]) -> None:
    page = site["search/index.html"]
    assert 'data-indexes="100001"' in page
    assert re.search("搜索要在浏览器中运行脚本.*<a href=.../index.html.>首页</a>", page)
    assert page.count("<form") == 1


def test_every_page_has_a_way_to_search(site: dict[str, str]) -> None:
    assert [name for name, page in site.items() if page.count('role="search"') != 1] == []
