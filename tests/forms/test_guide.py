"""The guide in `schema/forms/README.md`, followed to the letter: all is well after each block, and so is the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from disc.build import check
from disc.cli import main
from disc.core.diagnostic import Diagnostic, Level
from disc.load.form_layers import merged
from disc.load.resources import Resources
from disc.load.source import read_source
from disc.load.spec_files import Options
from disc.load.spec_reader import Library
from disc.load.tree import Map
from tests.forms.support import page
from tests.forms.test_readme import README, ROOT

FORM = "schema/forms/example/unit-budget.yaml"
GUIDE = README.split("\n## Add a form for another region\n", 1)[1]


def blocks_of(guide: str) -> list[tuple[str, str]]:
    """Each block, and the file that the paragraph before it names; the form if it names none."""
    return [
        (next(iter(re.findall(r"(?:schema|specs)/[\w/-]+\.yaml", paragraph)), FORM), block)
        for paragraph, block in re.findall(r"((?:.+\n)+)\n```yaml\n((?s:.*?))```", guide)
    ]


BLOCKS = blocks_of(GUIDE)
SENTENCES = next(n for n, (_, block) in enumerate(BLOCKS, 1) if block.startswith("sections:"))


def parsed(content: bytes, name: str) -> Map:
    data, found = read_source(content, name)
    assert data is not None
    assert found == ()
    return data


def follow(root: Path, blocks: list[tuple[str, str]]) -> None:
    """Put blocks into the files of a root: a new file holds the block itself, another one is merged with it."""
    for name, block in blocks:
        file, content = root / name, block.encode()
        if before := Resources(root).find(name):
            layers = [(name, parsed(content, name)), (name, parsed(before.read_bytes(), name))]
            content = json.dumps(merged(layers), ensure_ascii=False, indent=1).encode()  # which is YAML
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def diagnostics(root: Path) -> list[Diagnostic]:
    """What is found in the forms of a root, and in its specs."""
    library = Library(Resources(root))
    forms = [f"example/{path.stem}" for path in (root / "schema/forms/example").iterdir()]
    return [d for name in forms for d in library.form(name)[1]] + list(
        check(Options(root)).diagnostics if (root / "specs").is_dir() else ()
    )


def pages(root: Path, kind: str = "budget") -> dict[str, list[str]]:
    """The lines of every document of a kind, by the address of its office."""
    found = (document for document in check(Options(root)).documents if document.meta.kind == kind)
    return {document.meta.address.split("/")[1]: page(document) for document in found}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root at the end of the guide."""
    root = tmp_path_factory.mktemp("guide")
    follow(root, BLOCKS)
    return root


def test_the_guide_writes_these_files() -> None:
    assert list(dict(BLOCKS)) == [
        FORM,
        "schema/classification/regions.yaml",
        "specs/example/stadium/2025-budget.yaml",
        "specs/example/archive/2025-budget.yaml",
        "schema/forms/example/department-budget.yaml",
        "schema/forms/example/unit-accounts.yaml",
        "specs/example/stadium/2025-accounts.yaml",
    ]


def test_the_guide_in_chinese_writes_the_same() -> None:
    chinese = (ROOT / "schema/forms/README.zh-CN.md").read_text(encoding="utf-8")
    assert blocks_of(chinese.split("\n## 为另一个地区添加表样\n", 1)[1]) == BLOCKS


@pytest.mark.parametrize("count", range(1, len(BLOCKS) + 1))
def test_all_is_well_after_every_block(count: int, tmp_path: Path) -> None:
    follow(tmp_path, BLOCKS[:count])
    found = diagnostics(tmp_path)
    assert [str(d.span) + d.message("en") for d in found if d.level is Level.ERROR] == []
    assert {d.code for d in found} <= ({"unused-reason", "unused-purpose"} if count < SENTENCES else set())


def test_what_is_not_written_yet_stands_on_the_page(tmp_path: Path) -> None:
    follow(tmp_path, BLOCKS[: SENTENCES - 1])
    assert pages(tmp_path)["stadium"].count("待写") == GUIDE.count("blocks: [{text: 待写}]")


def test_the_page_comes_out(finished: Path) -> None:
    assert pages(finished)["stadium"] == PAGE.splitlines()


def test_the_nearly_empty_office_says_so(finished: Path) -> None:
    lines = pages(finished)["archive"]
    assert lines[lines.index("# 第三部分　2025年单位预算情况说明") + 1 :] == [
        "## 一、收支预算总体情况",
        "2025年收支总预算5万元，与上年一致。收入包括：",
        "1.其他收入5万元，占100.00%。",
        "## 二、财政拨款支出情况",
        "本单位没有财政拨款支出。",
        "## 三、“三公”经费情况",
        "本单位没有安排“三公”经费。",
        "## 四、会议费和培训费情况",
        "会议费和培训费预算0万元。",
        "## 五、其他重要事项",
        "### （一）政府采购情况",
        "本单位未安排政府采购预算。",
    ]


def test_the_next_form_differs_where_it_says_so(tmp_path: Path) -> None:
    spec = dict(BLOCKS)["specs/example/stadium/2025-budget.yaml"]
    for old, new in (
        ("example/unit-budget", "example/department-budget"),
        ("id: stadium", "id: bureau"),
        ("level: unit", "level: department"),
        ("offices: [办公室, 场馆科]", "offices: [], subordinate_units: [{name: 体校, type: institution}]"),
    ):
        assert old in spec
        spec = spec.replace(old, new)
    follow(tmp_path, [*BLOCKS, ("specs/example/bureau/2025-budget.yaml", spec)])
    assert diagnostics(tmp_path) == []
    unit, department = pages(tmp_path)["stadium"], pages(tmp_path)["bureau"]
    assert [line for line in department if line.replace("部门", "单位") not in unit] == [
        "本部门下属单位1家，包括：",
        "1.体校。",
        "| 项目 | 预算数 |",
        "| 收入总计 | 1,286.80 |",
        "| 支出总计 | 1,286.80 |",
        "| 文化旅游体育与传媒支出 | 1,266.30 |",
        "| 住房保障支出 | 20.50 |",
    ]


def test_the_accounts_stand_beside_the_budget(finished: Path) -> None:
    lines = pages(finished, "accounts")["stadium"]
    start = lines.index("# 第二部分　2025年度单位决算情况说明") + 1
    tables = lines.index("# 第三部分　2025年度单位决算表")
    assert lines[start:tables] == [
        "## 一、收入支出决算总体情况",
        (
            "收入总计1293.50万元，其中本年收入1293.50万元，年初结转和结余0.00万元；"
            "支出总计1293.50万元，其中本年支出1285.50万元，年末结转和结余8.00万元，"
            "收入支出总体与上年相比，增加318.00万元，增长32.60%，主要原因是：场馆维修项目增加。"
        ),
        "## 二、一般公共预算财政拨款支出决算情况",
        "支出1253.50万元，与上年相比，增加303.00万元，增长31.88%，主要原因是：场馆维修项目增加。",
        (
            "年初预算数1256.80万元，决算数1253.50万元，预决算差异率-0.26%，"
            "主要原因是：场馆维修尾款结转下年支付。"
        ),
        "1.体育场馆（项）1233.00万元，与上年相比，增加303.00万元，增长32.58%。",
        "2.住房公积金（项）20.50万元，与上年持平。",
    ]  # fmt: skip
    titles = [line.partition("、")[2] for line in lines[tables:] if line.startswith("## ")]
    numbered = [f"公开0{number}表{title}" for number, title in enumerate(titles, start=1)]
    assert len(numbered) == 9
    assert [line for line in lines[tables:] if line in numbered] == numbered


def test_the_site_is_built(finished: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--root", str(finished), "--lang", "en"])
    assert result.exit_code == 0, result.output
    site = finished / "_site"
    assert (site / "index.html").is_file()
    assert "“三公”经费预算表" in (site / "example/stadium/2025-budget/index.html").read_text(encoding="utf-8")


PAGE = """\
# 第一部分　单位概况
## 一、主要职责
1.管理体育场馆。
2.组织体育活动。
## 二、机构设置
体育中心设2个内设机构：办公室、场馆科。
# 第二部分　2025年单位预算表
## 一、收支预算总表
附表1　收支预算总表
编制单位：体育中心｜金额单位：万元
| 收入 | < | 支出 | < |
| 项目 | 预算数 | 科目 | 预算数 |
| 一、财政拨款 | 1,256.80 | 一、文化旅游体育与传媒支出 | 1,266.30 |
| 二、事业收入 | 30.00 | 二、住房保障支出 | 20.50 |
| 三、其他收入 |  |  |  |
| 收入总计 | 1,286.80 | 支出总计 | 1,286.80 |
## 二、支出预算表
附表2　支出预算表
编制单位：体育中心｜金额单位：万元
| 科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 类 | 款 | 项 | ^ | ^ | ^ | ^ |
| 207 |  |  | 文化旅游体育与传媒支出 | 1,266.30 | 182.30 | 1,084.00 |
| 207 | 03 |  | 　体育 | 1,266.30 | 182.30 | 1,084.00 |
| 207 | 03 | 07 | 　　体育场馆 | 1,236.30 | 182.30 | 1,054.00 |
| 207 | 03 | 08 | 　　群众体育 | 30.00 |  | 30.00 |
| 221 |  |  | 住房保障支出 | 20.50 | 20.50 |  |
| 221 | 02 |  | 　住房改革支出 | 20.50 | 20.50 |  |
| 221 | 02 | 01 | 　　住房公积金 | 20.50 | 20.50 |  |
|  |  |  | 合计 | 1,286.80 | 202.80 | 1,084.00 |
## 三、财政拨款基本支出表
附表3　财政拨款基本支出表
编制单位：体育中心｜金额单位：万元
| 科目编码 | < | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 类 | 款 | ^ | ^ | ^ | ^ |
| 301 |  | 工资福利支出 | 141.10 | 141.10 |  |
| 301 | 01 | 　基本工资 | 120.60 | 120.60 |  |
| 301 | 13 | 　住房公积金 | 20.50 | 20.50 |  |
| 302 |  | 商品和服务支出 | 61.70 |  | 61.70 |
| 302 | 01 | 　办公费 | 54.40 |  | 54.40 |
| 302 | 16 | 　培训费 | 2.10 |  | 2.10 |
| 302 | 17 | 　公务接待费 | 0.80 |  | 0.80 |
| 302 | 31 | 　公务用车运行维护费 | 4.40 |  | 4.40 |
|  |  | 合计 | 202.80 | 141.10 | 61.70 |
## 四、“三公”经费预算表
附表4　“三公”经费预算表
编制单位：体育中心｜金额单位：万元
| 项目 | 2024年预算数 | 2025年预算数 |
| 合计 | 5.60 | 23.20 |
| 一、因公出国（境）费 | 0.00 | 0.00 |
| 二、公务接待费 | 1.20 | 0.80 |
| 三、公务用车购置及运行费 | 4.40 | 22.40 |
| 　其中：购置费 | 0.00 | 18.00 |
| 　　运行费 | 4.40 | 4.40 |
## 五、政府性基金预算支出表
附表5　政府性基金预算支出表
编制单位：体育中心｜金额单位：万元
| 科目名称 | 合计 |
| 合计 |  |
注：本单位2025年没有政府性基金预算安排的支出，本表为空表。
# 第三部分　2025年单位预算情况说明
## 一、收支预算总体情况
2025年收支总预算1,286.8万元，较上年增加309.4万元（31.66%），原因是场馆维修项目增加。收入包括：
1.财政拨款1,256.8万元，占97.67%；
2.事业收入30万元，占2.33%。
## 二、财政拨款支出情况
1.“文化旅游体育与传媒支出”科目1,236.3万元，主要用于场馆维修和运行，较上年增加304.4万元（32.66%），原因是场馆维修项目增加。
2.“住房保障支出”科目20.5万元，主要用于职工住房公积金缴费，与上年一致。
## 三、“三公”经费情况
“三公”经费预算23.2万元，较上年增加17.6万元（314.29%），其中：
1.因公出国（境）费0万元，与上年一致，此项经费由区统筹安排。
2.公务接待费0.8万元，较上年减少0.4万元（33.33%），原因是接待批次减少。
3.公务用车购置费18万元，上年未安排，原因是更新车辆1辆。
4.公务用车运行费4.4万元，与上年一致。
## 四、会议费和培训费情况
会议费和培训费预算2.1万元，其中培训费2.1万元。
## 五、其他重要事项
### （一）政府采购情况
本单位未安排政府采购预算。
"""
