"""A site with every kind of page and every setting, for tests of what holds on all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from disc.core.document import Document
from disc.core.meta import Correction
from disc.load.resources import Resources
from disc.manual import manual
from disc.publish.entry import Entry
from disc.publish.long_table import long_tables as paths_of_long_tables
from disc.publish.pages import render
from disc.publish.theme import Theme, load_theme
from tests import sample_document as make

ADDRESS = "https://www.example.gov.cn/budget/"
SAMPLE, OLD, GONE, DRAFT = (f"sample/{name}/2024-budget" for name in ("office", "old", "gone", "draft"))
SETTINGS = f"""
name: 示例县预决算公开
description: 各部门、各单位依法公开的预算。
address: {ADDRESS.rstrip("/")}
emblem: emblem.svg
colours: {{accent: "#005a3c", link: "#1a4a8a"}}
organisation: 示例县财政局
phone: 0997-0000000转8
icp: 新ICP备00000000号-1
police: 新公网安备 65302302000000号
site_code: "6530230001"
licence: {{title: 署名许可, address: "https://creativecommons.org/licenses/by/4.0/"}}
repository: https://git.example.cn/budget
footer: 数据由各单位填报。
redirects: {{{OLD}: {SAMPLE}}}
withdrawn: {{{GONE}: {{date: "2024-05-06", reason: 单位撤并，由<教育局>公开}}}}
"""
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>\n'


def a_theme(folder: Path, settings: str = SETTINGS, *, preview: bool = False) -> Theme:
    """Return the theme of a root with these settings, and with an emblem."""
    (folder / "site/static").mkdir(parents=True, exist_ok=True)
    (folder / "site/static/emblem.svg").write_text(EMBLEM, encoding="utf-8")
    (folder / "site/site.yaml").write_text(settings, encoding="utf-8")
    loaded, diagnostics = load_theme(Resources(folder), preview=preview)
    assert loaded is not None, diagnostics
    return loaded


def documents() -> list[Document]:
    """Return a disclosure with corrections, and a draft."""
    corrections = (
        Correction("2024-05-06", "表3由52</script>万元更正为53万元", "漏填。"),
        Correction("2024-03-01", "甲", "乙"),
    )
    office, draft = make.sample(), make.document(make.paragraph("草稿"), address=DRAFT)
    return [
        replace(office, meta=replace(office.meta, corrections=corrections)),
        replace(draft, meta=replace(draft.meta, draft=True, published="")),
    ]


@cache
def files(*, preview: bool = False) -> dict[str, bytes]:
    """Return the files of the site; nobody may change them."""
    with TemporaryDirectory() as folder:
        return render(documents(), (), a_theme(Path(folder), preview=preview), (), manual())


def long_tables() -> list[str]:
    """Return the paths of the long tables of facts, which are written once all pages stand."""
    with TemporaryDirectory() as folder:
        return paths_of_long_tables(map(Entry.of, documents()), a_theme(Path(folder)))


@cache
def plain() -> dict[str, bytes]:
    """Return the files of a site with no setting but its name."""
    with TemporaryDirectory() as folder:
        return render(documents(), (), a_theme(Path(folder), "name: 示例县预决算公开\n"), (), manual())
