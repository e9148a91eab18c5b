"""Disclosures as PDF: their own pages, printed. What a reader prints and what he downloads is one document.

A Chromium that is on the machine does it (`disc[pdf]` brings what drives it). It gets the pages out of memory and
nothing else, and runs no scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Route, sync_playwright

from disc.core.diagnostic import Words
from disc.publish.chromium import ARGUMENTS, PdfError
from disc.publish.files import PDF
from disc.publish.pdf_file import finished, page_numbers

_NO_FONT = Words(
    "本机没有中文字体，PDF 中的汉字会显示为方框；安装一种，例如 Debian 的 fonts-noto-cjk",
    "no Chinese font is installed, the PDFs would show boxes; install one, such as Debian's fonts-noto-cjk",
)
Read = Callable[[str], bytes | None]
"""Returns the contents of a file of the site, or None where there is none."""

_SITE = "http://disc.invalid/"
_STEP = "page/"
_TYPES = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml"}

# Where nothing can draw Chinese, any two characters are the same box.
_HAS_CHINESE = """() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const drawn = text => {
        canvas.font = '32px serif';
        canvas.clearRect(0, 0, 64, 64);
        canvas.fillText(text, 8, 40);
        return canvas.getImageData(0, 0, 64, 64).data.join();
    };
    return drawn('预') !== drawn('算');
}"""

_NUMBER_CONTENTS = """numbers => {
    for (const link of document.querySelectorAll('.contents-open .contents a[href^="#"]')) {
        const title = document.createElement('span');
        title.append(...link.childNodes);
        link.append(title);
        link.dataset.page = numbers[decodeURIComponent(link.hash.slice(1))];
    }
    // Links to other pages lead nowhere from here.
    document.querySelectorAll('a[href]:not([href^="#"], [href*="://"])').forEach(link => link.removeAttribute('href'));
}"""


def print_pages(read: Read, addresses: Iterable[str], chromium: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and contents of the PDF of each disclosure.

    Args:
        read: gives a file of the site by its path.
        addresses: the disclosures to print, by their path below the site.
        chromium: the program.

    Raises:
        PdfError: there is no font for Chinese, or Chromium fails.
    """
    try:
        with _context(chromium) as context:
            for address in addresses:
                yield f"{address}/{PDF}", finished(_printed(context, read, address))
    except Error as error:
        raise PdfError(
            Words(f"浏览器不能生成 PDF：{error.message}", f"the browser cannot make the PDF: {error.message}")
        ) from error


@contextmanager
def _context(chromium: Path) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        try:
            context = browser.new_context(java_script_enabled=False)
            if not context.new_page().evaluate(_HAS_CHINESE):
                raise PdfError(_NO_FONT)
            yield context
        finally:
            browser.close()


def _printed(context: BrowserContext, read: Read, address: str) -> bytes:
    """Print twice: only when it is printed is it known on which page each section begins."""
    steps = _STEP * (address.count("/") + 1)
    page = context.new_page()
    try:
        page.route("**/*", partial(_answer, read, {steps: f"{address}/"}))
        page.goto(f"{_SITE}{steps}index.html")
        page.evaluate(_NUMBER_CONTENTS, dict(page_numbers(page.pdf(prefer_css_page_size=True))))
        return page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    finally:
        page.close()


def _answer(read: Read, folders: Mapping[str, str], route: Route) -> None:
    """Give Chromium a file of the site; its page stands in a folder with a name that needs no escaping."""
    name = route.request.url.removeprefix(_SITE)
    for folder, real in folders.items():
        name = f"{real}{name.removeprefix(folder)}" if name.startswith(folder) else name
    content = read(name)
    if content is not None:
        route.fulfill(body=content, content_type=_TYPES.get(Path(name).suffix, "application/octet-stream"))
    else:
        route.abort()
