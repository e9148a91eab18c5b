"""What holds on every page: nothing inline, nothing from elsewhere, a strict policy, and what others are told of it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import pairwise

import pytest

from disc.publish.colours import contrast
from tests.publish import whole_site
from tests.publish.pages_of import elements, found, html, scripts
from tests.publish.whole_site import ADDRESS, DRAFT, GONE, OLD, SAMPLE

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
FETCHING = {"link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src", "object": "data"}
TOLD = {"canonical", "license", "alternate"}  # Links that are told and not followed.
PAGES = sorted(name for name, _ in html(whole_site.files()))


def page(path: str) -> bytes:
    return whole_site.files()[path]


def test_the_site_has_every_kind_of_page() -> None:
    assert {"404.html", "index.html", "coverage/index.html", "manual/index.html"} <= set(PAGES)
    assert {f"{address}/index.html" for address in (SAMPLE, OLD, GONE, DRAFT)} <= set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(path: str) -> None:
    seen = elements(page(path))
    assert len(seen) > 20
    for tag, attributes in seen:
        assert tag not in ("style", "base", "iframe", "object", "embed")
        assert "style" not in attributes
        assert [name for name in attributes if name.startswith("on")] == []
        if tag == "script":
            # A data block is no script; anything else comes from a file of the site.
            assert attributes.get("type") == "application/ld+json" or "src" in attributes
        if tag in FETCHING and attributes.get("rel") not in TOLD:
            assert not re.match("[a-z]+:|//", attributes.get(FETCHING[tag]) or ""), attributes
        if tag == "a":
            assert not (attributes["href"] or "").startswith(("javascript:", "data:"))


@pytest.mark.parametrize("path", PAGES)
def test_a_strict_policy_stands_before_all_that_it_is_about(path: str) -> None:
    (policy,) = found(page(path), "meta", http_equiv="Content-Security-Policy")
    assert policy["content"] == POLICY
    tags = [(tag, attributes) for tag, attributes in elements(page(path)) if tag in ("meta", "link", "script")]
    assert tags[1] == ("meta", policy)


def test_style_sheets_ask_for_nothing_from_elsewhere() -> None:
    sheets = [content.decode() for name, content in whole_site.files().items() if name.endswith(".css")]
    assert len(sheets) > 4
    assert [sheet for sheet in sheets if re.search(r"url\((?!['\"]?data:)|@import|https?:", sheet)] == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_no_page_of_its_own_is_hidden_from_search_engines(path: str) -> None:
    hidden = path == "404.html" or any(address in path for address in (OLD, GONE, DRAFT)) or path in FOLDERS
    assert [own["content"] for own in found(page(path), "meta", name="robots")] == (["noindex"] if hidden else [])


FOLDERS = {"2024.html", "sample/old/index.html", "sample/gone/index.html"}


def test_a_page_says_where_it_is_and_what_it_is() -> None:
    start = page("index.html")
    assert [own["href"] for own in found(start, "link", rel="canonical")] == [ADDRESS]
    disclosure = page(f"{SAMPLE}/index.html")
    told = {
        str(own.get("property")): own["content"] for own in found(disclosure, "meta") if own.get("property") is not None
    }
    assert told == {
        "og:title": "示例县人民政府办公室2024年单位预算公开",
        "og:description": "示例县人民政府办公室2024年单位预算公开，由示例县人民政府办公室（新疆维吾尔自治区阿合奇县）"
        "公开，2024年度。各项合计、增减和比重都由填报的数据计算得出，并可以追溯到来源。",
        "og:type": "article",
        "og:site_name": "示例县预决算公开",
        "og:locale": "zh_CN",
        "og:url": f"{ADDRESS}{SAMPLE}/",
        "og:image": f"{ADDRESS}static/emblem.svg",
    }
    assert [own["href"] for own in found(disclosure, "link", rel="canonical")] == [f"{ADDRESS}{SAMPLE}/"]
    assert [own["href"] for own in found(disclosure, "link", type="application/atom+xml")] == ["../../../feed.xml"]


def test_a_disclosure_is_a_dataset_and_a_draft_is_none() -> None:
    (text,) = scripts(page(f"{SAMPLE}/index.html"))
    assert json.loads(text)["url"] == f"{ADDRESS}{SAMPLE}/"
    assert json.loads(text)["correction"][0]["text"] == "表3由52</script>万元更正为53万元（漏填。）"
    assert scripts(page(f"{DRAFT}/index.html")) == []


def test_the_foot_names_who_answers_for_the_site_and_its_registrations() -> None:
    foot = page("index.html").decode().split('<footer class="site-footer">')[1]
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", foot))
    for said in (
        *("主办单位：示例县财政局", "联系电话：0997-0000000转8", "政府网站标识码：6530230001", "数据由各单位填报。"),
        *("新ICP备00000000号-1", "新公网安备 65302302000000号", "数据使用许可：署名许可", "填报文件库"),
    ):
        assert said in words
    assert {str(own["href"]) for own in found(foot.encode(), "a")} >= {
        "https://beian.miit.gov.cn/",
        "https://beian.mps.gov.cn/#/query/webSearch?code=65302302000000",
        "tel:0997-0000000,8",
    }


def test_without_settings_the_foot_says_nothing_of_them() -> None:
    plain = whole_site.plain()["index.html"]
    assert found(plain, "link", rel="canonical") == found(plain, "link", type="application/atom+xml") == []
    for word in ("备案", "标识码", "主办", "电话", "许可", "订阅", "emblem", "colours.css"):
        assert word not in plain.decode()


def test_a_draft_says_so_and_lists_mark_it() -> None:
    draft = page(f"{DRAFT}/index.html").decode()
    assert "<strong>草稿</strong>：尚未批复或定稿" in draft
    assert "<title>草稿：" in draft
    for name in ("index.html", "coverage/653023-2024.html", "sample/2024.html", "sample/draft/index.html"):
        assert ">草稿</span>" in page(name).decode(), name
    assert ">草稿</span>" not in page("sample/office/index.html").decode()
    assert '"草稿：' in page("search/653023.js").decode()


def test_a_preview_says_so_on_every_page_and_hides_all() -> None:
    preview = whole_site.files(preview=True)
    for name, content in html(preview):
        assert "<strong>预览</strong>" in content.decode(), name
        assert [own["content"] for own in found(content, "meta", name="robots")] == ["noindex"], name
        assert found(content, "meta", property="og:url") == [], name
    assert preview["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert {"feed.xml", "sitemap.xml"}.isdisjoint(preview)


def test_corrections_stand_above_the_disclosure_the_newest_first() -> None:
    disclosure = page(f"{SAMPLE}/index.html").decode()
    above, _ = disclosure.split('<div class="disclosure">')
    assert re.findall(r'<time datetime="([0-9-]+)">', above) == ["2024-05-06", "2024-03-01"]
    assert "表3由52&lt;/script&gt;万元更正为53万元" in above
    assert "corrections_" not in page(f"{DRAFT}/index.html").decode()


def test_the_site_s_colours_take_the_place_of_the_theme_s_in_both_modes() -> None:
    sheet = whole_site.files()["static/colours.css"].decode()
    assert re.findall("--([a-z]+): (#[0-9a-f]{6});", sheet)[:3] == [
        ("accent", "#005a3c"), ("link", "#1a4a8a"), ("focus", "#1a4a8a")
    ]  # fmt: skip
    dark = re.findall("--[a-z]+: (#[0-9a-f]{6});", sheet)[3:]
    assert len(dark) == 3
    assert all(
        contrast(colour, ground) >= Decimal("4.5") for colour in dark for ground in ("#14161a", "#1b1e23", "#252930")
    )
    links = [str(own["href"]) for own in found(page("index.html"), "link", rel="stylesheet")]
    assert ("static/tokens.css", "static/colours.css") in pairwise(links)
