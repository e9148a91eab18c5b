"""The national classification tables in `schema/classification/`: their shape, and names that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from disc.load.classification import tables_for

TABLES = Path(__file__).resolve().parent.parent / "schema" / "classification"
YEARS = (2023, 2024, 2025)
KINDS = ("function", "economic")
BOTH = [(year, kind) for year in YEARS for kind in KINDS]
LEVELS = {"function": (3, 5, 7), "economic": (3, 5)}

# What a complete table holds at least, by the number of digits: a truncated file fails.
AT_LEAST = {"function": {3: 25, 5: 150, 7: 900}, "economic": {3: 10, 5: 90}}

# A line of `codes`; a code is a plain integer, so it has no quotes.
CODE_LINE = re.compile(r"^  (\d+): (.*)$")

# Classes of the functional table that have no paragraph (款).
NO_PARAGRAPH = {"227"}

# Paragraphs whose table has no item (项): aid to other regions, and a few of one line.
NO_ITEM = {
    *("21901", "21902", "21903", "21904", "21905", "21906", "21907", "21908", "21999"),
    *("21211", "21472", "23015", "23016"),
}
# Paragraphs that have items by the notice that made them, but whose items were not seen (README, 核对情况).
ITEM_NOT_SEEN = {"22006", "22909", "22910", "22911", "23105", "23106", "23107"}

# The classes as every overall table of the country lists them, in order.
CLASSES = """
    201 一般公共服务支出   202 外交支出               203 国防支出             204 公共安全支出
    205 教育支出           206 科学技术支出           207 文化旅游体育与传媒支出
    208 社会保障和就业支出 209 社会保险基金支出       210 卫生健康支出         211 节能环保支出
    212 城乡社区支出       213 农林水支出             214 交通运输支出         215 资源勘探工业信息等支出
    216 商业服务业等支出   217 金融支出               219 援助其他地区支出     220 自然资源海洋气象等支出
    221 住房保障支出       222 粮油物资储备支出       223 国有资本经营预算支出 224 灾害防治及应急管理支出
    227 预备费             229 其他支出               230 转移性支出           231 债务还本支出
    232 债务付息支出       233 债务发行费用支出       234 抗疫特别国债安排的支出
"""

SEEN_IN_2024_AND_2025 = {
    "20103": "政府办公厅（室）及相关机构事务",
    "2010301": "行政运行",
    "2010350": "事业运行",
    "20106": "财政事务",
    "2010607": "信息化建设",
    "2010608": "财政委托业务支出",
    "2013899": "其他市场监督管理事务",
    "2049999": "其他公共安全支出",
    "2070114": "文化和旅游管理事务",
    "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出",
    "2080599": "其他行政事业单位养老支出",
    "2080902": "军队移交政府的离退休人员安置",
    "2089999": "其他社会保障和就业支出",
    "2101101": "行政单位医疗",
    "2101102": "事业单位医疗",
    "21017": "中医药事务",
    "2101704": "中医（民族医）药专项",
    "2110105": "环境保护法规、规划及标准",
    "2120803": "城市建设支出",
    "2130306": "水利工程运行与维护",
    "22006": "耕地保护考核奖惩基金支出",
    "2210110": "保障性租赁住房",
    "2210201": "住房公积金",
    "2210203": "购房补贴",
    "2296011": "用于巩固脱贫攻坚成果衔接乡村振兴的彩票公益金支出",
    "2300409": "农林水",
}
SEEN_FUNCTION: Mapping[int, Mapping[str, str]] = {
    2023: {
        "20807": "就业补助",
        "20809": "退役安置",
        "2080901": "退役士兵安置",
        "2080902": "军队移交政府的离退休人员安置",
        "2080903": "军队移交政府离退休干部管理机构",
        "2080904": "退役士兵管理教育",
        "2080905": "军队转业干部安置",
        "2080999": "其他退役安置支出",
        "2100299": "其他公立医院支出",
        "2109999": "其他卫生健康支出",
        "2110602": "退耕现金",
        "2130199": "其他农业农村支出",
        "21302": "林业和草原",
        "215": "资源勘探工业信息等支出",
        "2200106": "自然资源利用与保护",
        "2290401": "其他政府性基金安排的支出",
    },
    2024: SEEN_IN_2024_AND_2025 | {"21305": "巩固脱贫攻坚成果衔接乡村振兴", "2130507": "贷款奖补和贴息"},
    2025: SEEN_IN_2024_AND_2025
    | {
        "2170404": "中央金融机构注资特别国债支出",
        "22198": "超长期特别国债安排的支出",
        "2219899": "其他住房保障支出",
        "22911": "中央金融机构注资特别国债财务基金支出",
        "23107": "中央金融机构注资特别国债还本支出",
    },
}
# What a year's revisions and new bonds brought: it stands in the table of that year, and not in the one before.
BROUGHT = {
    2024: {"22006", "2300412", "22910", "23106"},
    2025: {"2170404", "22911", "23107"},
}
SEEN_ECONOMIC = {
    "301": "工资福利支出",
    "30101": "基本工资",
    "30108": "机关事业单位基本养老保险缴费",
    "30112": "其他社会保障缴费",
    "30199": "其他工资福利支出",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30212": "因公出国（境）费用",
    "30213": "维修（护）费",
    "30217": "公务接待费",
    "30227": "委托业务费",
    "30231": "公务用车运行维护费",
    "30239": "其他交通费用",
    "30240": "税金及附加费用",
    "30299": "其他商品和服务支出",
    "303": "对个人和家庭的补助",
    "30302": "退休费",
    "30303": "退职（役）费",
    "30309": "奖励金",
    "30311": "代缴社会保险费",
    "307": "债务利息及费用支出",
    "309": "资本性支出（基本建设）",
    "30913": "公务用车购置",
    "310": "资本性支出",
    "31001": "房屋建筑物购建",
    "31002": "办公设备购置",
    "31013": "公务用车购置",
    "311": "对企业补助（基本建设）",
    "312": "对企业补助",
    "313": "对社会保障基金补助",
    "399": "其他支出",
}


def lines_of_codes(year: int, kind: str) -> list[tuple[str, str]]:
    """The lines of `codes` as (code, name) in the order of the file, read as text: YAML keeps only the last of two."""
    lines = (TABLES / str(year) / f"{kind}.yaml").read_text(encoding="utf-8").splitlines()
    block = lines[lines.index("codes:") + 1 :]
    if kind == "economic":
        block = block[: block.index(next(line for line in block if line.startswith("nature:")))]
    read = [CODE_LINE.match(line) for line in block]
    wrong = [line for line, match in zip(block, read, strict=True) if match is None]
    assert not wrong, wrong
    return [(match[1], match[2]) for match in read if match is not None]


def codes_of(year: int, kind: str) -> dict[str, str]:
    """The table by code."""
    return dict(lines_of_codes(year, kind))


def loaded(year: int, kind: str) -> dict[str, object]:
    """The file as YAML reads it."""
    with (TABLES / str(year) / f"{kind}.yaml").open(encoding="utf-8") as file:
        read = yaml.load(file, Loader=yaml.CSafeLoader)
    assert isinstance(read, dict)
    return read


def heads_without_parts(codes: Mapping[str, str], digits: int) -> set[str]:
    """The codes of so many digits below which there is none of two digits more."""
    heads = {code for code in codes if len(code) == digits}
    return heads - {code[:digits] for code in codes if len(code) == digits + 2}


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_a_table_says_its_title_its_year_and_its_source(year: int, kind: str) -> None:
    table = loaded(year, kind)
    assert list(table) == ["title", "year", "source", "codes", *(["nature"] if kind == "economic" else [])]
    assert table["year"] == year
    assert str(table["title"]).startswith(f"{year}年")
    assert f"《{year}年政府收支分类科目》" in str(table["source"])


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_yaml_reads_the_lines_as_they_stand(year: int, kind: str) -> None:
    codes = loaded(year, kind)["codes"]
    assert isinstance(codes, dict)
    assert all(type(code) is int and type(name) is str for code, name in codes.items())
    assert [(str(code), name) for code, name in codes.items()] == lines_of_codes(year, kind)


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_no_code_stands_twice(year: int, kind: str) -> None:
    times = Counter(code for code, _ in lines_of_codes(year, kind))
    assert [code for code, count in times.items() if count > 1] == []


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_codes_have_the_lengths_of_their_levels(year: int, kind: str) -> None:
    assert [code for code in codes_of(year, kind) if len(code) not in LEVELS[kind]] == []


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_codes_begin_with_the_digit_of_their_classification(year: int, kind: str) -> None:
    first = {"function": "2", "economic": "3"}[kind]
    assert [code for code in codes_of(year, kind) if code[0] != first] == []


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_every_parent_stands_before_its_child(year: int, kind: str) -> None:
    before: set[str] = set()
    orphans = []
    for code, _ in lines_of_codes(year, kind):
        if len(code) > 3 and code[:-2] not in before:
            orphans.append(code)
        before.add(code)
    assert orphans == []


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_codes_ascend(year: int, kind: str) -> None:
    codes = [code for code, _ in lines_of_codes(year, kind)]
    assert codes == sorted(codes)


@pytest.mark.parametrize("year", YEARS)
def test_every_class_of_the_functional_table_has_paragraphs(year: int) -> None:
    assert heads_without_parts(codes_of(year, "function"), 3) == NO_PARAGRAPH


@pytest.mark.parametrize("year", YEARS)
def test_every_paragraph_of_the_functional_table_has_items(year: int) -> None:
    codes = codes_of(year, "function")
    known = (NO_ITEM | ITEM_NOT_SEEN) & codes.keys()
    assert heads_without_parts(codes, 5) == known
    assert known >= NO_ITEM


@pytest.mark.parametrize("year", YEARS)
def test_every_economic_class_has_paragraphs(year: int) -> None:
    assert heads_without_parts(codes_of(year, "economic"), 3) == set()


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_names_are_written_in_chinese_and_full_width_marks_only(year: int, kind: str) -> None:
    wrong = {
        code: name for code, name in lines_of_codes(year, kind) if not re.fullmatch(r"[\u4e00-\u9fff（）、“”]+", name)
    }
    assert wrong == {}


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_brackets_and_quotation_marks_in_names_are_paired(year: int, kind: str) -> None:
    names = codes_of(year, kind)
    assert [code for code, name in names.items() if name.count("（") != name.count("）")] == []
    assert [code for code, name in names.items() if name.count("“") != name.count("”")] == []


@pytest.mark.parametrize("year", YEARS)
def test_two_items_of_one_paragraph_have_different_names(year: int) -> None:
    times = Counter((code[:5], name) for code, name in lines_of_codes(year, "function") if len(code) == 7)
    assert [item for item, count in times.items() if count > 1] == []


@pytest.mark.parametrize(("year", "kind"), BOTH)
def test_a_table_is_not_truncated(year: int, kind: str) -> None:
    sizes = Counter(len(code) for code in codes_of(year, kind))
    assert {digits: sizes[digits] for digits, least in AT_LEAST[kind].items() if sizes[digits] < least} == {}


@pytest.mark.parametrize("year", YEARS)
def test_every_economic_class_has_a_nature(year: int) -> None:
    classes = [int(code) for code in codes_of(year, "economic") if len(code) == 3]
    personnel = (301, 303)
    assert loaded(year, "economic")["nature"] == {
        code: "personnel" if code in personnel else "operating" for code in classes
    }


@pytest.mark.parametrize("year", YEARS)
def test_the_functional_classes_are_the_thirty_of_the_overall_tables(year: int) -> None:
    words = CLASSES.split()
    listed = list(zip(words[::2], words[1::2], strict=True))
    assert len(listed) == 30
    assert [(code, name) for code, name in lines_of_codes(year, "function") if len(code) == 3] == listed


@pytest.mark.parametrize("year", YEARS)
def test_functional_names_are_those_seen_in_published_documents(year: int) -> None:
    codes = codes_of(year, "function")
    assert {code: codes.get(code) for code in SEEN_FUNCTION[year]} == SEEN_FUNCTION[year]


@pytest.mark.parametrize("year", YEARS)
def test_economic_names_are_those_seen_in_published_documents(year: int) -> None:
    codes = codes_of(year, "economic")
    assert {code: codes.get(code) for code in SEEN_ECONOMIC} == SEEN_ECONOMIC


@pytest.mark.parametrize("year", BROUGHT)
def test_what_a_year_brought_is_not_in_the_table_of_the_year_before(year: int) -> None:
    assert BROUGHT[year] <= codes_of(year, "function").keys()
    assert BROUGHT[year] & codes_of(year - 1, "function").keys() == set()


def test_a_code_keeps_its_name_from_year_to_year_unless_it_was_renamed() -> None:
    """A slip of the hand in one year shows as a new name; a real one is added here, and to the README."""
    renamed = {"2013804", "2100410", "2130135", "2130142", "2130153", "2130335"}
    tables = [codes_of(year, "function") for year in YEARS]
    changed = {code for old, new in pairwise(tables) for code in old.keys() & new.keys() if old[code] != new[code]}
    assert changed == renamed


def test_a_year_goes_by_its_own_tables_or_the_newest_before_it() -> None:
    known = (2023, 2025)
    assert {year: tables_for(known, year) for year in (2022, 2023, 2024, 2025, 2026, 2040)} == {
        2022: None,
        2023: 2023,
        2024: 2023,
        2025: 2025,
        2026: 2025,
        2040: 2025,
    }
    assert tables_for((), 2025) is None
