"""What was published stays: builds of a root whose specs move, go, are drafts or lead to what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import Result, build, check
from disc.core.diagnostic import Diagnostic
from disc.load.spec_files import Options
from disc.publish.manifest import MARKER, addresses, is_preview
from disc.work.means import Means
from tests.department import CENTRE, DEPARTMENT, SPECS
from tests.publish.sites import tree
from tests.roots import a_root, a_spec

MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 4, 30201: 1}}}\n"
ONE, TWO = "a/one/2024-budget.yaml", "a/two/2024-budget.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with two disclosures, published."""
    a_root(tmp_path, {ONE: MONEY, TWO: MONEY})
    assert built(tmp_path) == []
    return tmp_path


def built(root: Path, *names: str, drafts: bool = False) -> list[str]:
    """Build what stands below these names, or all; return the findings: level, code, place and message."""
    options = Options(root, tuple(root / "specs" / name for name in names), drafts)
    return [line(found) for found in build_in(root, options).diagnostics]


def build_in(root: Path, options: Options) -> Result:
    return build(options, root / ("_preview" if options.drafts else "_site"))


def line(found: Diagnostic) -> str:
    return f"{found.level.value} {found.code} {found.span}: {found.message('zh')}"


def pages(root: Path, folder: str = "_site") -> list[str]:
    """The disclosures and what stands at old addresses: the pages three folders down."""
    site = root / folder
    return sorted(path.parent.relative_to(site).as_posix() for path in site.glob("*/*/*/index.html"))


def text(root: Path, address: str) -> str:
    return (root / "_site" / address / "index.html").read_text(encoding="utf-8")


def settings(root: Path, more: str) -> None:
    (root / "site").mkdir(exist_ok=True)
    (root / "site/site.yaml").write_text(f"name: 某县\n{more}\n", encoding="utf-8")


VANISHED = "error address-vanished site/site.yaml:1:1: a/two/2024-budget 公开过，这次没有生成"


def test_a_page_that_was_published_does_not_vanish(root: Path) -> None:
    (root / "specs" / TWO).unlink()
    assert built(root) == [VANISHED]
    assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget"]


def test_a_page_that_moved_leaves_the_way_to_the_new_one_for_ever(root: Path) -> None:
    (root / "specs" / TWO).unlink()
    a_spec(root, "b/two/2024-budget.yaml", MONEY)
    assert built(root) == [f"{VANISHED}，大概改到了 b/two/2024-budget"]
    settings(root, "redirects: {a/two/2024-budget: b/two/2024-budget}")
    assert built(root) == []
    assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget", "b/two/2024-budget"]
    assert 'content="0; url=../../../b/two/2024-budget/index.html"' in text(root, "a/two/2024-budget")
    settings(root, "")
    assert built(root)[-1] == VANISHED


def test_a_page_that_is_withdrawn_says_so_for_ever(root: Path) -> None:
    (root / "specs" / TWO).unlink()
    settings(root, 'withdrawn: {a/two/2024-budget: {date: "2024-05-06", reason: 单位撤并}}')
    assert built(root) == []
    assert "原因：单位撤并" in text(root, "a/two/2024-budget")
    assert "a/two/2024-budget" not in text(root, ".")
    settings(root, "")
    assert VANISHED in built(root)


def test_the_only_page_of_its_year_takes_its_lists_along(root: Path) -> None:
    alone = "a/b/two/2023-budget"
    a_spec(root, f"{alone}.yaml", MONEY)
    assert built(root) == []
    site = root / "_site"
    before = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    lists = {"a/b/2023.html", "a/b/index.html", "a/b/two/index.html"}
    assert before >= {*lists, "coverage/653023-2023.html"}
    (root / "specs" / f"{alone}.yaml").unlink()
    settings(root, f'withdrawn: {{{alone}: {{date: "2024-05-06", reason: 单位撤并}}}}')
    assert built(root) == []
    # What the division's disclosures of the year covered is a list of nothing; all others lead to what is above them.
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == before - {
        "coverage/653023-2023.html"
    }
    assert 'content="0; url=../index.html"' in (site / "a/b/2023.html").read_text(encoding="utf-8")
    a_spec(root, f"{alone}.yaml", MONEY)
    settings(root, "")
    assert built(root) == []
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == before


def test_settings_about_old_addresses_that_are_wrong(root: Path) -> None:
    settings(root, "redirects:\n  a/two/2024-budget: a/one/2024-budget\n  a/six/2024-budget: a/none/2024-budget")
    assert built(root) == [
        "error address-in-use site/site.yaml:3:22: a/two/2024-budget 写为已改或已撤下，但站点中还有这个页面",
        (
            "error redirect-target site/site.yaml:4:22: a/six/2024-budget 改到 a/none/2024-budget，"
            "但站点中没有 a/none/2024-budget"
        ),
    ]


def test_what_nobody_can_know_was_published_keeps_nothing_from_being_built(root: Path) -> None:
    (root / "specs" / TWO).unlink()
    (root / "_site" / MARKER).write_text("{}", encoding="utf-8")
    assert built(root) == []
    assert pages(root) == ["a/one/2024-budget"]


@pytest.mark.parametrize(
    "marker", ["", "[]", pytest.param(10**5 * "[", id="deep"), "{}", '{"format": 9, "disclosures": [{}]}', "\\"]
)
def test_what_cannot_be_read_is_not_known(root: Path, marker: str) -> None:
    (root / "_site" / MARKER).write_text(marker, encoding="utf-8")
    assert (addresses(root / "_site"), is_preview(root / "_site")) == (frozenset(), None)


def test_of_another_version_as_much_is_known_as_can_be_read(root: Path) -> None:
    (root / "_site" / MARKER).write_text('{"format": 1, "disclosures": [{"address": "a/old"}]}', encoding="utf-8")
    assert addresses(root / "_site") == {"a/old/index.html"}


def test_building_one_keeps_the_others_and_their_old_addresses(root: Path) -> None:
    settings(root, "redirects: {a/old/2024-budget: a/two/2024-budget}")
    assert built(root, ONE) == []
    assert pages(root) == ["a/old/2024-budget", "a/one/2024-budget", "a/two/2024-budget"]
    one_by_one = (root / "_site" / MARKER).read_bytes()
    assert built(root) == []
    assert (root / "_site" / MARKER).read_bytes() == one_by_one


def test_a_draft_is_built_where_drafts_are_asked_for_and_nowhere_else(root: Path) -> None:
    a_spec(root, "a/six/2024-budget.yaml", f"draft: true\n{MONEY}")
    assert built(root) == ["notice draft-left-out specs/a/six/2024-budget.yaml:1:1: 这份文件是草稿，没有发布"]
    assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget"]
    assert built(root, drafts=True) == []
    assert pages(root, "_preview") == ["a/one/2024-budget", "a/six/2024-budget", "a/two/2024-budget"]
    # A draft may come and go: nobody was to keep its address.
    (root / "specs/a/six/2024-budget.yaml").unlink()
    assert built(root, drafts=True) == []


def test_what_is_published_does_not_become_a_draft(root: Path) -> None:
    a_spec(root, TWO, f"draft: true\n{MONEY}")
    for names in ((), (TWO,)):
        assert built(root, *names) == [
            VANISHED,
            "notice draft-left-out specs/a/two/2024-budget.yaml:1:1: 这份文件是草稿，没有发布",
        ]
        assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget"]


def test_what_to_do_about_a_draft_that_was_published_is_said(root: Path) -> None:
    a_spec(root, TWO, f"draft: true\n{MONEY}")
    (vanished, _) = build_in(root, Options(root)).diagnostics
    assert "删去 draft: true" in vanished.hint("zh")
    assert "take draft: true out of it" in vanished.hint("en")


def test_what_is_a_draft_again_goes_where_the_settings_say_so(root: Path) -> None:
    a_spec(root, TWO, f"draft: true\n{MONEY}")
    settings(root, 'withdrawn: {a/two/2024-budget: {date: "2024-05-06", reason: 重新审议}}')
    assert built(root, TWO) == ["notice draft-left-out specs/a/two/2024-budget.yaml:1:1: 这份文件是草稿，没有发布"]
    assert "原因：重新审议" in text(root, "a/two/2024-budget")
    assert not (root / "_site/a/two/2024-budget/data.json").exists()


def test_a_page_that_moved_does_not_stand_twice_whichever_is_built(root: Path) -> None:
    """Its numbers would count twice in lists and long tables."""
    a_spec(root, "b/two/2024-budget.yaml", MONEY)
    (said,) = built(root, "b/two/2024-budget.yaml")
    assert said.startswith("error duplicate-spec specs/b/two/2024-budget.yaml:")
    assert "已在 specs/a/two/2024-budget.yaml 中" in said
    (root / "specs" / TWO).unlink()
    assert built(root, "b/two/2024-budget.yaml") == [f"{VANISHED}，大概改到了 b/two/2024-budget"]
    assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget"]


def test_a_spec_that_is_a_link_goes_by_its_own_name_whichever_is_built(root: Path) -> None:
    path = root / "specs" / TWO
    path.rename(path.with_name("shared.txt"))
    path.symlink_to(path.with_name("shared.txt"))
    assert built(root) == []
    before = tree(root / "_site")
    assert built(root, TWO) == []
    assert tree(root / "_site") == before


def test_an_office_of_another_region_may_have_the_same_name(root: Path) -> None:
    elsewhere = "entity: {id: two, name: 乙单位, region: 310107, level: unit, type: administrative}\n"
    a_spec(root, "b/two/2024-budget.yaml", elsewhere + MONEY)
    assert built(root, "b/two/2024-budget.yaml") == []
    (root / "specs" / TWO).unlink()
    assert built(root, "b/two/2024-budget.yaml") == []
    assert pages(root) == ["a/one/2024-budget", "a/two/2024-budget", "b/two/2024-budget"]


def test_a_unit_is_of_one_department_whichever_is_built(tmp_path: Path) -> None:
    root = a_root(tmp_path, SPECS, FORM)
    assert built(root) == []
    other = SPECS[DEPARTMENT].replace("id: bureau,", "id: other,").replace("某局,", "他局,")
    a_spec(root, "a/other/2024-budget.yaml", other)
    said = built(root, "a/other/2024-budget.yaml")
    assert [line.split(":")[0] for line in said] == ["error unit-of-two-departments specs/a/other/2024-budget.yaml"] * 3


@pytest.mark.parametrize(
    "told", ["redirects: {OLD: b/two/2024-budget}", 'withdrawn: {OLD: {date: "2024-05-06", reason: 撤}}']
)
def test_what_is_said_to_have_gone_goes_whichever_is_built(root: Path, told: str) -> None:
    settings(root, "")
    assert built(root) == []
    settings(root, told.replace("OLD", "a/two/2024-budget"))
    assert {said.split()[1] for said in built(root, ONE)} >= {"address-in-use"}, "its spec is still there"
    (root / "specs" / TWO).unlink()
    a_spec(root, "b/two/2024-budget.yaml", MONEY)
    assert built(root, "b/two/2024-budget.yaml") == []
    one_by_one = tree(root / "_site")
    assert built(root) == []
    assert tree(root / "_site") == one_by_one


FORM = "- text: '合计{{ total }}。'"


def test_a_department_does_not_lead_to_a_draft(tmp_path: Path) -> None:
    specs = {**SPECS, CENTRE: "draft: true\n" + SPECS[CENTRE]}
    root = a_root(tmp_path, specs, FORM)
    (row,) = (n for n, words in enumerate(SPECS[DEPARTMENT].split("\n"), start=1) if "id: centre" in words)
    assert [found for found in built(root) if found.startswith("error")] == [
        f"error dead-link specs/a/bureau/2024-budget.yaml:{row}:5: "
        f"a/bureau/2024-budget/index.html 中的链接指向 a/centre/2024-budget/index.{kind}，站点中没有"
        for kind in ("html", "md")
    ]
    assert built(root, drafts=True) == []


def test_a_department_alone_does_not_lead_to_what_is_a_draft(tmp_path: Path) -> None:
    """Not if it is looked at."""
    root = a_root(tmp_path, {**SPECS, CENTRE: "draft: true\n" + SPECS[CENTRE]}, FORM)
    assert {found.split()[1] for found in built(root, DEPARTMENT, CENTRE)} == {"dead-link", "draft-left-out"}


def test_a_department_alone_leads_to_what_is_not_built_yet(tmp_path: Path) -> None:
    root = a_root(tmp_path, SPECS, FORM)
    assert built(root, DEPARTMENT) == []
    assert built(root) == []


@pytest.mark.parametrize("old", ["robots.txt", "static/style.css", "a/one/2024-budget/data.json", "data/facts.csv"])
def test_a_file_of_the_site_is_no_old_address(root: Path, old: str) -> None:
    (root / "site").mkdir()
    (root / "site/site.yaml").write_text(f"name: 甲\nredirects: {{{old}: a/one/2024-budget}}\n", encoding="utf-8")
    assert [found.split()[1] for found in built(root)] == ["address-in-use"]


def test_a_check_of_everything_looks_at_the_settings_of_the_site(root: Path) -> None:
    settings(root, "emblem: none.png\ncolours: {accent: '#ffff00'}")
    found = check(Options(root)).diagnostics
    assert [f.code for f in found if str(f.span).startswith("site/")] == ["emblem-missing", "colour-contrast"]
    (root / "site/static").mkdir()
    (root / "site/static/none.png").write_bytes(b"")
    settings(root, "emblem: none.png\ncolours: {accent: '#8c2a24'}")
    assert not check(Options(root)).failed


def test_an_amount_that_was_published_changes_with_a_correction(root: Path) -> None:
    more = MONEY.replace("2010301: 5", "2010301: 6").replace("30201: 1", "30201: 2")
    a_spec(root, ONE, more)
    (warning,) = built(root)
    assert warning.startswith("warning changed-without-correction specs/a/one/2024-budget.yaml:1:1: ")
    assert "由 5.00万元 改为 6.00万元" in warning
    # It stands so now.
    assert built(root) == []
    a_spec(root, ONE, f'{MONEY}corrections: [{{date: "2024-03-15", what: 由6万元更正为5万元, why: 填报有误}}]\n')
    assert built(root) == []


def test_amounts_of_a_preview_may_change(root: Path) -> None:
    assert built(root, drafts=True) == []
    a_spec(root, ONE, MONEY.replace("2010301: 5", "2010301: 6").replace("30201: 1", "30201: 2"))
    assert built(root, drafts=True) == []


def test_what_is_remembered_of_a_build_is_not_that_it_changed_something(root: Path, tmp_path: Path) -> None:
    means = Means(cache=tmp_path / "cache")
    options = Options(root)
    a_spec(root, ONE, MONEY.replace("2010301: 5", "2010301: 6").replace("30201: 1", "30201: 2"))
    assert [found.code for found in build(options, root / "_site", means=means).diagnostics] == [
        "changed-without-correction"
    ]
    assert build(options, root / "_site", means=means).diagnostics == ()
