"""What of a disclosure can be searched for, and where it stands."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from disc.core.document import Covered, Document, Enumeration, Item, Row, RowKind, Status
from disc.core.number import PERCENT, WAN_YUAN, YUAN
from disc.publish.entry import Entry
from disc.publish.manifest import Manifest, manifest, published
from disc.publish.places import Place, Sort, searchable
from disc.publish.write import publish
from tests import sample_document as make
from tests.roots import a_root, checked, document
from tests.seed.spec import document as seed

GLOSSARY = Covered("glossary", "名词解释", Status.PRESENT, "glossary")


def found(document: Document, sort: Sort) -> list[tuple[str, str, str]]:
    return [(place.name, place.code, place.anchor) for place in searchable(document).places if place.sort is sort]


def test_items_stand_in_the_first_table_that_has_them() -> None:
    items = found(make.sample(), Sort.ITEM)
    assert ("行政单位离退休", "2080501", "table_income") in items
    assert len({code for _, code, _ in items}) == len(items)


def test_functional_items_have_the_amount_that_stands_beside_them() -> None:
    searched = searchable(seed())
    codes = [place.code for place in searched.places if place.sort is Sort.ITEM]
    told = dict(zip(codes, searched.amounts.split(" "), strict=False))
    assert (told["201"], told["2010301"], told["2080501"]) == ("715.36", "585.03", "50.76")
    assert [code for code in told if code.startswith("3")] == []


def test_whatever_the_unit_of_a_table_amounts_are_in_ten_thousands() -> None:
    document = seed()
    for unit in (YUAN, replace(WAN_YUAN, decimals=4)):
        figures = tuple(replace(figure, unit=unit, decimals=unit.decimals) for figure in document.figures)
        assert searchable(replace(document, figures=figures)).amounts == searchable(document).amounts
    counted = tuple(replace(figure, unit=PERCENT) for figure in document.figures)
    assert searchable(replace(document, figures=counted)).amounts == ""


def test_items_of_accounts_are_about_what_was_spent(tmp_path: Path) -> None:
    name = "a/office/2024-accounts.yaml"
    spec = """
    kind: accounts
    form: xinjiang/unit-accounts
    income: {general: {2010301: 80}, other: {2010399: 4}}
    basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
    balances: {opening: {}, closing: {general: 20, unit_funds: 4}}
    """
    searched = searchable(document(checked(a_root(tmp_path, {name: spec})), name.removesuffix(".yaml")))
    items = [place for place in searched.places if place.sort is Sort.ITEM]
    told = dict(zip((place.code for place in items), searched.amounts.split(" "), strict=False))
    # The table of income, 84.00 of which is 201, stands before that of expenditure.
    assert told == {"201": "60.00", "20103": "60.00", "2010301": "60.00"}
    assert {place.code: place.anchor for place in items if place.code in ("201", "2010399")} == {
        "201": "table_expenditure", "2010399": "table_income"
    }  # fmt: skip


def test_headings_and_tables_without_the_names_in_them() -> None:
    assert found(make.sample(), Sort.SECTION)[:6] == [
        ("{entity}概况", "", "overview"),
        ("主要职能", "", "functions"),
        ("机构设置及人员情况", "", "organisation"),
        ("{year}年单位预算公开表", "", "tables"),
        ("单位收支总体情况表", "", "overall"),
        ("单位收入总体情况表", "", "table-income"),
    ]


def test_projects_have_the_place_that_is_most_about_them() -> None:
    rows = (
        Row(RowKind.DETAIL, (make.code("201"), make.header("行政运行"), make.header("修路"), make.amount())),
        Row(RowKind.DETAIL, (make.header("架桥"), make.amount())),
    )
    document = replace(
        make.document(
            make.paragraph("安排修路、架桥、植树。"),
            Enumeration((Item("", (make.paragraph("治沙一项。"),)),)),
            replace(make.empty(), id="projects", body=rows),
        ),
        projects=("治沙", "修路", "架桥", "植树", "从未提到"),
    )
    section = document.sections[0].id
    assert found(document, Sort.PROJECT) == [
        ("治沙", "", section),
        ("修路", "", "table_projects"),
        ("架桥", "", "table_projects"),
        ("植树", "", section),
    ]
    assert found(document, Sort.ITEM) == [("行政运行", "201", "table_projects")]


def test_explained_terms() -> None:
    document = replace(make.sample(), coverage=(GLOSSARY,))
    assert found(document, Sort.TERM) == [("财政拨款", "", "term_1")]
    assert found(make.sample(), Sort.TERM) == []


def test_the_manifest_gives_them_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    entries = tuple(Entry.of(make.document(address=f"sample/{name}/2024-budget")) for name in "ba")
    assert entries[0].places
    publish({".disc.json": b"".join(manifest(Manifest(entries)))}, out)
    assert published(out) == entries[::-1]
    assert b"".join(manifest(Manifest(entries))).decode().count(entries[0].places[0].name) == 1
    assert isinstance(published(out)[0].places[0], Place)


def test_an_item_that_no_table_shows_is_where_a_sentence_names_it() -> None:
    found = {place.code: place for place in searchable(seed()).places if place.sort is Sort.ITEM}
    assert found["30213"] == Place(Sort.ITEM, "维修（护）费", "30213", "explain-projects")
    # Its table shows it.
    assert found["30201"].anchor.startswith("table_")
