"""The list of those who must publish, and who of it has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import build, check
from disc.load.publishers import LIST
from disc.load.spec_files import Options, find_specs
from tests.roots import a_root, checked, found

MONEY = "basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}\nprojects: []\n"
SPECS = {"a/one/2023-budget.yaml": MONEY, "a/one/2024-budget.yaml": MONEY, "a/two/2024-budget.yaml": MONEY}
PUBLISHERS = """\
publishers:
  - {region: 653023, id: one, name: one单位, kind: budget, from: 2023}
  - {region: 653023, id: two, name: two单位, kind: budget, from: 2024}
"""


def root(folder: Path, text: str = PUBLISHERS) -> Path:
    a_root(folder, SPECS)
    (folder / LIST).write_text(text, encoding="utf-8")
    return folder


def test_everybody_has_published(tmp_path: Path) -> None:
    result = checked(root(tmp_path))
    assert found(result) == []
    assert (result.specs, len(result.publishers)) == (3, 2)


def test_who_has_not_is_told_at_the_entry(tmp_path: Path) -> None:
    three = "  - {region: 653023, id: three, name: 某三, kind: budget, from: 2024}\n"
    result = checked(
        root(
            tmp_path, PUBLISHERS.replace("two单位, kind: budget, from: 2024", "某二, kind: budget, from: 2023") + three
        )
    )
    assert found(result) == [("not-published", "publishers.yaml:3:5"), ("not-published", "publishers.yaml:4:5")]
    assert not result.failed
    assert [d.message("zh") for d in result.diagnostics] == [
        "某二没有 2023 年的预算公开，本地区已有单位公开这一年的",
        "某三没有 2024 年的预算公开，本地区已有单位公开这一年的",
    ]
    first = result.diagnostics[0]
    assert first.message("en") == "某二 has no budget for 2023, and others of its region have"
    assert (
        first.hint("zh") == "加上 …/two/2023-budget.yaml；已经撤并的，在 specs/publishers.yaml 的这一条写 to: 最后一年"
    )
    assert (
        first.hint("en")
        == "Add …/two/2023-budget.yaml; if the office is no more, write `to: its last year` in this entry"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "{region: 653023, id: three, name: 某三, kind: budget, from: 2025}",
        "{region: 653023, id: three, name: 某三, kind: budget, from: 2020, to: 2022}",
        "{region: 310107, id: three, name: 某三, kind: budget, from: 2020}",
    ],
)
def test_who_need_not_publish_or_cannot_be_expected_to(tmp_path: Path, entry: str) -> None:
    assert found(checked(root(tmp_path, f"{PUBLISHERS}  - {entry}\n"))) == []


def test_one_of_the_same_id_elsewhere_is_another(tmp_path: Path) -> None:
    elsewhere = "entity: {id: two, name: 乙单位, region: 650000, level: unit, type: administrative}\n" + MONEY
    specs = {"a/one/2024-budget.yaml": MONEY, "b/two/2024-budget.yaml": elsewhere}
    a_root(tmp_path, specs)
    (tmp_path / LIST).write_text(PUBLISHERS, encoding="utf-8")
    assert found(checked(tmp_path)) == [("not-published", "publishers.yaml:3:5")]


def test_a_file_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    root(tmp_path)
    (tmp_path / "specs/a/two/2024-budget.yaml").write_text("kind: [", encoding="utf-8")
    assert {code for code, _ in found(checked(tmp_path))} == {"yaml-syntax"}


def test_a_region_that_the_table_has_not(tmp_path: Path) -> None:
    entry = "  - {region: 653029, id: three, name: 某三, kind: budget, from: 2024}\n"
    (wrong,) = checked(root(tmp_path, PUBLISHERS + entry)).diagnostics
    assert (wrong.code, str(wrong.span)) == ("publisher-region", "specs/publishers.yaml:4:5")
    assert wrong.message("zh") == "某三：行政区划代码表中没有 653029"


def test_a_kind_that_there_is_not(tmp_path: Path) -> None:
    entry = "  - {region: 653023, id: three, name: 某三, kind: budgets, from: 2024}\n"
    (wrong,) = checked(root(tmp_path, PUBLISHERS + entry)).diagnostics
    assert (wrong.code, str(wrong.span)) == ("publisher-kind", "specs/publishers.yaml:4:5")
    assert (wrong.message("zh"), wrong.hint("zh")) == (
        "某三：没有“budgets”这种公开文件",
        "可选（最接近的在前）：budget（预算公开）、accounts（决算公开）",
    )
    assert (wrong.message("en"), wrong.hint("en")) == (
        '某三: there is no kind of document "budgets"',
        "Kinds there are, nearest first: budget (预算公开), accounts (决算公开)",
    )


def test_the_same_office_twice_and_no_year_at_all(tmp_path: Path) -> None:
    twice = "  - {region: 653023, id: two, name: 某二, kind: budget, from: 2024}\n"
    never = "  - {region: 653023, id: four, name: 某四, kind: budget, from: 2024, to: 2023}\n"
    first, second = checked(root(tmp_path, PUBLISHERS + twice + never)).diagnostics
    assert (first.code, str(first.span), list(map(str, first.related))) == (
        "publisher-twice",
        "specs/publishers.yaml:4:5",
        ["specs/publishers.yaml:3:5"],
    )
    assert first.message("zh") == "某二：653023 的 two 在第 3 行已有一条"
    assert (second.code, str(second.span)) == ("publisher-years", "specs/publishers.yaml:5:5")
    assert second.message("zh") == "某四：从 2024 年起、到 2023 年止，没有一个年度"


def test_a_draft_is_not_published(tmp_path: Path) -> None:
    a_root(tmp_path, SPECS | {"a/two/2024-budget.yaml": f"{MONEY}draft: true\n"})
    (tmp_path / LIST).write_text(PUBLISHERS, encoding="utf-8")
    assert found(checked(tmp_path)) == [("not-published", "publishers.yaml:3:5")]


def test_nothing_is_said_of_it_where_single_specs_are_checked(tmp_path: Path) -> None:
    folder = root(tmp_path, PUBLISHERS.replace("id: two", "id: three"))
    assert found(checked(folder, "a/one/2024-budget.yaml")) == []
    assert [code for code, _ in found(checked(folder))] == ["not-published"]


def test_naming_the_list_is_naming_everything(tmp_path: Path) -> None:
    options = Options(root(tmp_path), (tmp_path / LIST,))
    assert list(find_specs(options)) == list(find_specs(Options(tmp_path)))
    assert check(options).specs == 3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("publishers: [", ["yaml-syntax"]),
        ("publishers: []", []),
        ("publishers: [{region: 653023}]", ["missing-field"] * 4),
        (PUBLISHERS.replace("region: 653023, id: one", "region: 65, id: One"), ["below-minimum", "bad-text"]),
    ],
)
def test_what_is_wrong_with_the_list(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert [code for code, _ in found(checked(root(tmp_path, text)))] == codes


def test_a_partial_build_knows_the_others_from_what_stands(tmp_path: Path) -> None:
    folder = root(tmp_path, PUBLISHERS + "  - {region: 653023, id: three, name: 某三, kind: budget, from: 2024}\n")
    out = tmp_path / "_site"
    build(Options(folder), out)
    pages = [(out / f"coverage/{name}.html").read_text(encoding="utf-8") for name in ("index", "653023-2024")]
    assert "还有1份没有公开" in pages[0]
    assert pages[1].count('<li><span class="kind">') == 1
    assert "某三" in pages[1]
    build(Options(folder, (folder / "specs/a/one/2024-budget.yaml",)), out)
    after = [(out / f"coverage/{name}.html").read_text(encoding="utf-8") for name in ("index", "653023-2024")]
    assert after == pages
