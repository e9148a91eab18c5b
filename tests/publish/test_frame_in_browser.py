"""The frame of pages in a real browser: the policy holds and blocks, old addresses lead on, nothing goes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from disc.publish.write import publish
from tests.browser import DESK, PHONE, a_page, cut_off, shown, visible, width
from tests.publish import whole_site
from tests.publish.whole_site import ADDRESS, DRAFT, GONE, OLD, SAMPLE

pytestmark = pytest.mark.browser

TYPES = {"html": "text/html", "css": "text/css", "svg": "image/svg+xml"}
KINDS = ["index.html", "coverage/index.html", "manual/index.html", *(f"{a}/index.html" for a in (SAMPLE, DRAFT, GONE))]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with every kind of page, in a folder."""
    out = tmp_path_factory.mktemp("frame") / "网站 #2"
    publish(whole_site.files(), out)
    return out


@contextmanager
def published(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page to which the site stands at its address, as a server would show it; and what the browser complains of."""
    files, complaints = whole_site.files(), list[str]()

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/budget/")
        name = f"{path}index.html" if not path or path.endswith("/") else path
        known = name in files
        body = files[name if known else "404.html"]
        kind = TYPES.get(name.rpartition(".")[2] if known else "html", "text/plain")
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8", status=200 if known else 404)

    with a_page(browser) as page:
        page.context.route(f"{ADDRESS}**", serve)
        page.on("console", lambda message: complaints.append(message.text))
        yield page, complaints


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_page_keeps_to_the_policy(
    browser: Browser, built: Path, name: str, size: tuple[int, int]
) -> None:
    # Whatever the policy blocks is a complaint, and whatever goes out a failure, of `shown`.
    with shown(browser, built / name, size) as page:
        assert width(page) == size[0]
        assert page.evaluate("document.styleSheets.length") >= 4
        assert page.locator("img.emblem").evaluate("image => image.naturalWidth") > 0
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent')") == "#005a3c"


@pytest.mark.parametrize(
    "inline",
    ['<p style="color: red">', "<style>p { color: red }</style>", '<img src="https://elsewhere.example.cn/a.png">'],
)
def test_the_policy_blocks_what_it_should(browser: Browser, built: Path, inline: str) -> None:
    with a_page(browser) as page:
        page.goto((built / "index.html").as_uri())
        page.evaluate(
            "addEventListener('securitypolicyviolation', event => { window.blocked = event.effectiveDirective })"
        )
        page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", inline)
        page.wait_for_function("window.blocked")


def test_an_old_address_leads_to_the_new_one_without_a_server(browser: Browser, built: Path) -> None:
    with shown(browser, built / OLD / "index.html", PHONE) as page:
        page.wait_for_url((built / SAMPLE / "index.html").as_uri())
        page.locator("h1").wait_for()


def test_an_address_at_any_depth_at_which_nothing_stands(browser: Browser) -> None:
    with published(browser) as (page, complaints):
        page.goto(f"{ADDRESS}a/b/c/nothing")
        assert page.locator("h1").inner_text() == "没有这个页面"
        assert page.evaluate("document.styleSheets.length") >= 4
        # That there is nothing is what the browser complains of, and all.
        assert [text for text in complaints if "404" not in text] == []
        page.locator("main a").click()
        page.wait_for_url(f"{ADDRESS}index.html")
        assert page.locator("h1").inner_text() == "示例县预决算公开"


def test_a_server_changes_nothing_of_the_policy(browser: Browser) -> None:
    with published(browser) as (page, complaints):
        page.goto(f"{ADDRESS}{SAMPLE}/")
        assert page.evaluate("document.styleSheets.length") >= 4
        assert page.locator("img.emblem").evaluate("image => image.naturalWidth") > 0
        assert complaints == []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_corrections_are_what_a_reader_sees_first(browser: Browser, built: Path, size: tuple[int, int]) -> None:
    with shown(browser, built / SAMPLE / "index.html", size) as page:
        assert cut_off(page) == []
        assert visible(page.locator(".corrections :is(h2, dt, dd)")) == 5
        heading, title = page.locator(".corrections h2").bounding_box(), page.locator("h1").bounding_box()
        assert heading
        assert title
        assert heading["y"] < title["y"]
        page.emulate_media(media="print")
        assert visible(page.locator(".corrections dd")) == 2
