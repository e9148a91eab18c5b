"""The PDF of a disclosure: the official document, complete, found and read by anyone, the same whenever it is made."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from disc.cli import main
from disc.publish.chromium import find_chromium
from disc.publish.pdf import print_pages
from tests.department import SPECS
from tests.roots import a_root

pytestmark = pytest.mark.browser

SEED = "xinjiang/akqi/government-office/2024-budget"
SHANGHAI = "shanghai/putuo/finance-bureau/2025-budget"
SMALL = "a/centre/2024-budget"
Result = TypeVar("Result")
UPRIGHT, TURNED = (595, 842), (842, 595)


def apart(call: Callable[[], Result]) -> Result:
    """Return what a call returns that drives a browser of its own: in each thread there can be but one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call).result()


def print_all(site: Path, *addresses: str) -> dict[str, bytes]:
    """Return the PDFs of a built site, by path."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    chromium = find_chromium(os.environ.get("CHROME", ""))
    return apart(lambda: dict(print_pages(files.get, addresses, chromium)))


@pytest.fixture(scope="module")
def printed(site: Path) -> dict[str, bytes]:
    return print_all(site, SEED, SHANGHAI, SMALL)


def text(sheet: PageObject) -> str:
    """The characters of a sheet without its number."""
    return re.sub("^—[0-9]+—", "", "".join(sheet.extract_text().split()))


def bookmarks(outline: list[Any], pdf: PdfReader) -> Iterator[tuple[str, int]]:
    """Yield title and page of each bookmark, in order."""
    for entry in outline:
        if isinstance(entry, Destination):
            yield "".join(str(entry.title).split()), (pdf.get_destination_page_number(entry) or 0) + 1
        else:
            yield from bookmarks(entry, pdf)


def tokens(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield each text of a Markdown file without its white space, and what it is in: h2, p, td …"""
    tag = ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.nesting == 1:
            tag = token.tag
        for child in token.children or ():
            if child.type == "text":
                yield tag, "".join(child.content.split())


@pytest.mark.parametrize("address", [SEED, SHANGHAI])
def test_the_sheets_are_a4_and_turned_for_wide_tables(printed: dict[str, bytes], site: Path, address: str) -> None:
    sheets = PdfReader(BytesIO(printed[f"{address}/index.pdf"])).pages
    turned = [sheet for sheet in sheets if round(sheet.mediabox.width) > 600]
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} <= {UPRIGHT, TURNED}
    assert len(turned) == (site / address / "index.html").read_text(encoding="utf-8").count(' wide" id="table_')


@pytest.mark.parametrize("address", [SEED, SHANGHAI])
def test_nothing_is_lost(printed: dict[str, bytes], site: Path, address: str) -> None:
    pages = PdfReader(BytesIO(printed[f"{address}/index.pdf"])).pages
    sheets = "".join(map(text, pages))
    whole = Counter("".join(page.extract_text() for page in pages))
    said = list(tokens((site / address / "index.md").read_text(encoding="utf-8")))
    assert len(said) > 300
    # Lines of cells side by side are read in turns, so of cells the characters are counted. Markdown, which knows no
    # merged headings, says the upper ones in each column. Its own title need not be that of the cover.
    assert Counter("".join(words for tag, words in said if tag not in {"th", "h1"})) - whole == Counter()
    headings = {part for tag, words in said if tag == "th" for part in words.split("／")}
    assert Counter("".join(headings)) - whole == Counter()
    # A dash, which is of another font, is read out of its place.
    assert [words for tag, words in said if tag == "p" and "—" not in words and words not in sheets] == []


def test_every_font_is_embedded(printed: dict[str, bytes]) -> None:
    fonts: list[Any] = []
    for sheet in PdfReader(BytesIO(printed[f"{SEED}/index.pdf"])).pages:
        resources: Any = sheet["/Resources"]
        fonts += [font.get_object() for font in resources["/Font"].values()]
    assert fonts
    assert [font for font in fonts if not is_embedded(font)] == []


def is_embedded(font: dict[str, Any]) -> bool:
    """Whether a font brings the shapes of its characters."""
    if font["/Subtype"] == "/Type3":
        return bool(font["/CharProcs"])
    (inner,) = font["/DescendantFonts"]
    return any(name.startswith("/FontFile") for name in inner.get_object()["/FontDescriptor"])


@pytest.mark.parametrize("address", [SEED, SHANGHAI])
def test_bookmarks_and_contents_lead_to_the_sections(printed: dict[str, bytes], site: Path, address: str) -> None:
    pdf = PdfReader(BytesIO(printed[f"{address}/index.pdf"]))
    found = list(bookmarks(pdf.outline, pdf))
    page = (site / address / "index.html").read_text(encoding="utf-8")
    page = page.partition('id="official_text"')[2].partition('<section class="panels"')[0]
    headings = [re.sub(r"<[^>]*>|\s", "", it) for it in re.findall(r"<h[2-4] id=[^>]*>(.*?)</h[2-4]>", page)]
    assert [title for title, _ in found[1:] if title != "所属单位"] == [
        title for title in headings if title != "所属单位"
    ]
    contents = text(pdf.pages[1])
    assert len(found) > 20
    for title, number in found[1:]:
        assert title in "".join(text(sheet) for sheet in pdf.pages[number - 1 : number])
        assert title not in contents or f"{title}{number}" in contents


def test_words_are_found_as_they_are_typed(printed: dict[str, bytes]) -> None:
    """In the characters that people type, not in radicals that look like them."""
    for pdf in printed.values():
        sheets = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)
        assert re.findall("[⺀-⿕]", sheets) == []


def test_it_says_what_it_is_and_nothing_of_when_and_where(printed: dict[str, bytes]) -> None:
    pdf = PdfReader(BytesIO(printed[f"{SEED}/index.pdf"]))
    assert pdf.metadata
    assert pdf.metadata.keys() == {"/Title", "/Creator", "/Producer"}
    assert pdf.metadata.title == "阿合奇县人民政府办公室2024年单位预算公开 - 预决算公开"
    assert pdf.metadata.creator == "disc"
    assert pdf.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert not re.search(rb"disc\.invalid|node0|/CreationDate", printed[f"{SEED}/index.pdf"])


def test_the_same_page_gives_the_same_bytes(printed: dict[str, bytes], site: Path) -> None:
    assert print_all(site, SMALL) == {f"{SMALL}/index.pdf": printed[f"{SMALL}/index.pdf"]}


def build(root: Path, *options: str) -> tuple[int, str]:
    """Return exit code and messages of `disc build --pdf`."""
    arguments = ["build", "--root", str(root), "--lang", "zh", "--pdf", *options]
    result = apart(lambda: CliRunner().invoke(main, arguments))
    return result.exit_code, result.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_root(tmp_path, {"a/squad/2024-budget.yaml": SPECS["a/squad/2024-budget.yaml"]})


def test_it_stands_beside_its_page_and_goes_with_it(root: Path) -> None:
    folder = root / "_site/a/squad/2024-budget"
    assert build(root)[0] == 0
    assert (folder / "index.pdf").read_bytes().startswith(b"%PDF-")
    assert '<a href="index.pdf" type="application/pdf"' in (folder / "index.html").read_text(encoding="utf-8")
    CliRunner().invoke(main, ["build", "--root", str(root)])
    assert not (folder / "index.pdf").exists()
    assert "index.pdf" not in (folder / "index.html").read_text(encoding="utf-8")


def test_without_a_browser_it_says_so(root: Path) -> None:
    code, said = build(root, "--chromium", "no-such-program")
    assert code == 2
    assert "no-such-program 不是程序" in said
    assert not (root / "_site").exists()


def test_a_program_that_is_no_browser(root: Path) -> None:
    code, said = build(root, "--chromium", "true")
    assert code == 2
    assert "浏览器不能生成 PDF：" in said
    assert not (root / "_site").exists()


def test_without_a_chinese_font_it_says_so(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>{tmp_path}/none</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    code, said = build(root)
    assert code == 2
    assert "本机没有中文字体" in said
    assert not (root / "_site").exists()


def test_without_what_drives_the_browser_it_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disc.publish.chromium.find_spec", {"playwright": True}.get)
    code, said = build(root)
    assert code == 2
    assert "生成 PDF 还需要 pikepdf；用 pip install 'disc[pdf]' 安装" in said
