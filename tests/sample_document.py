"""A small document that has everything a document can have; for the tests of emitters and pages."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from disc.core.document import (
    Block,
    Cell,
    CellKind,
    Document,
    Enumeration,
    Inline,
    Item,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
    Text,
)
from disc.core.explained import Explained, Part
from disc.core.figure import Calculation, Count, Figure, Operation, Sum, change, rate, share
from disc.core.ledger import Line
from disc.core.meta import Meta
from disc.core.number import WAN_YUAN, Unit
from disc.core.span import Span

ENTITY = "示例县人民政府办公室"
PEOPLE = Unit("人")


def line(number: int, amount: str, path: str, unit: Unit = WAN_YUAN, **coordinates: str) -> Line:
    span = Span("specs/sample/office/2024-budget.yaml", 10 + number, 5)
    return Line(Decimal(amount) * unit.scale, unit, unit.decimals, path, span, coordinates)


LINES = (
    line(0, "330.30", "basic.general.by_function.2010301", function="2010301", source="general"),
    line(1, "130.33", "basic.general.by_function.2010350", function="2010350", source="general"),
    line(2, "50.76", "basic.general.by_function.2080501", function="2080501", source="general"),
    line(3, "59.23", "basic.general.by_function.2080505", function="2080505", source="general"),
    line(4, "37", "projects[0]", function="2010301", source="unit"),
    line(5, "109.98", "reported[0]"),
    line(6, "80", "last_year.2080501", function="2080501"),
    line(7, "25", "staff.posts", PEOPLE),
)


def money(*lines: int, reported: int | None = None) -> Figure:
    stated = (reported,) if reported is not None else lines
    return Figure(sum((LINES[n].amount for n in stated), Decimal(0)), WAN_YUAN, 2, Sum(lines, reported))


ADMINISTRATION, SERVICES, RETIRED, PENSIONS, OTHER = (money(n) for n in range(5))
SOCIAL = money(2, 3, reported=5)
GENERAL_SERVICES = money(0, 1, 4)
TOTAL = Figure(
    GENERAL_SERVICES.value + SOCIAL.value, WAN_YUAN, 2, Calculation(Operation.TOTAL, (GENERAL_SERVICES, SOCIAL))
)
LAST = money(6)
CHANGE = change(RETIRED, LAST)
RATE = rate(CHANGE, LAST)
SHARE = share(SOCIAL, TOTAL)
POSTS = Figure(Decimal(25), PEOPLE, 0, Count("overview.posts", (LINES[7].span,)))
FIGURES = (
    ADMINISTRATION,
    SERVICES,
    RETIRED,
    PENSIONS,
    OTHER,
    SOCIAL,
    GENERAL_SERVICES,
    TOTAL,
    LAST,
    CHANGE,
    RATE,
    SHARE,
    POSTS,
)

LINE_TITLES = ("行政运行", "事业运行", "离退休", "养老保险", "<其他>资金", "合计", "离退休", "编制数")


def explained(title: str, *parts: tuple[str, Figure]) -> Explained:
    return Explained(title, tuple(Part(name, FIGURES.index(figure)) for name, figure in parts))


EXPLAINED = (
    *(explained(title) for title in LINE_TITLES[:5]),
    explained("社会保障"),
    explained("一般公共服务", ("行政运行", ADMINISTRATION), ("事业运行", SERVICES), ("<其他>资金", OTHER)),
    explained("支出总计", ("一般公共服务", GENERAL_SERVICES), ("社会保障", SOCIAL)),
    explained("离退休（上年预算数）"),
    explained("离退休比上年预算数减少", ("离退休（上年预算数）", LAST), ("离退休", RETIRED)),
    explained("离退休比上年预算数下降", ("减少额", CHANGE), ("离退休（上年预算数）", LAST)),
    explained("社会保障占支出总计的比重", ("社会保障", SOCIAL), ("支出总计", TOTAL)),
    explained("内设机构"),
)


def number(figure: Figure, suffix: str = "") -> Number:
    return Number(FIGURES.index(figure), figure.text() + suffix)


def paragraph(*parts: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def column(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(CellKind.COLUMN_HEADER, (Text(text),), colspan, rowspan)


def header(text: str, indent: int = 0, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(CellKind.ROW_HEADER, (Text(text),) if text else (), colspan, rowspan, indent)


def text(words: str, colspan: int = 1) -> Cell:
    return Cell(CellKind.TEXT, (Text(words),) if words else (), colspan)


def code(digits: str = "") -> Cell:
    return Cell(CellKind.CODE, (Text(digits),) if digits else ())


def amount(figure: Figure | None = None) -> Cell:
    return Cell(CellKind.NUMBER, (number(figure),) if figure else ())


def head(*cells: Cell) -> Row:
    return Row(RowKind.HEADER, cells)


def two_sided() -> Table:
    """Income beside expenditure, one side longer than the other."""
    right = [("201 一般公共服务支出", GENERAL_SERVICES), ("202 外交支出", None), ("208 社会保障和就业支出", SOCIAL)]
    left = [("一、本年收入", 0, TOTAL), ("1. 一般公共预算拨款", 1, None), ("其中：一般财力", 2, SOCIAL)]
    rows = [
        Row(RowKind.DETAIL, (header(name, indent), amount(income), header(function), amount(expense)))
        for (name, indent, income), (function, expense) in zip(left, right, strict=True)
    ]
    rows.append(
        Row(RowKind.DETAIL, (header(""), amount(), header("234 抗疫特别国债安排的支出"), amount())),
    )
    rows.append(Row(RowKind.TOTAL, (header("收入总计"), amount(TOTAL), header("支出总计"), amount(TOTAL))))
    return Table(
        id="overall",
        label="表1",
        title="单位收支总体情况表",
        preparer=(Text("编制部门（单位）："), Text(ENTITY)),
        unit="单位：万元",
        width=4,
        head=(
            head(column("收入", 2), column("支出", 2)),
            head(column("项目"), column("预算数"), column("功能分类"), column("预算数")),
        ),
        body=tuple(rows),
        notes=(),
        columns=("收入 项目", "收入 预算数", "支出 功能分类", "支出 预算数"),
    )


def wide() -> Table:
    """Fourteen columns below three rows of headings."""
    sources = (
        "财政拨款（补助）小计",
        "一般公共预算",
        "上级一般公共预算安排的转移支付",
        "政府性基金预算",
        "上级政府性基金安排的转移支付",
        "国有资本经营预算",
        "上级国有资本经营预算安排的转移支付",
    )
    others = ("财政专户（教育收费）", "单位资金", "财政拨款结转", "非财政拨款结转结余")
    three = (
        head(column("功能分类科目编码", 3), column("功能分类科目名称", 1, 3), column("总计", 1, 3),
             column("财政拨款（补助）", 7), *(column(name, 1, 3) for name in others)),
        head(*(column(name, 1, 2) for name in "类款项"), *(column(name, 1, 2) for name in sources[:1]),
             column("其中", 6)),
        head(*(column(name) for name in sources[1:])),
    )  # fmt: skip

    def row(kind: RowKind, codes: str, name: str, total: Figure, general: Figure, unit: Figure | None = None) -> Row:
        values = [total, general, general, *([None] * 6), unit, None, None]
        return Row(kind, (*map(code, codes.split("-")), header(name), *(amount(value) for value in values)))

    body = (
        row(RowKind.SUBTOTAL, "201--", "一般公共服务支出", GENERAL_SERVICES, GENERAL_SERVICES, OTHER),
        row(RowKind.SUBTOTAL, "201-03-", "政府办公厅（室）及相关机构事务", GENERAL_SERVICES, GENERAL_SERVICES, OTHER),
        row(RowKind.DETAIL, "201-03-01", "行政运行", ADMINISTRATION, ADMINISTRATION, OTHER),
        row(RowKind.DETAIL, "201-03-50", "事业运行", SERVICES, SERVICES),
        row(RowKind.SUBTOTAL, "208--", "社会保障和就业支出", SOCIAL, SOCIAL),
        row(RowKind.SUBTOTAL, "208-05-", "行政事业单位养老支出", SOCIAL, SOCIAL),
        row(RowKind.DETAIL, "208-05-01", "行政单位离退休", RETIRED, RETIRED),
        row(RowKind.DETAIL, "208-05-05", "机关事业单位基本养老保险缴费支出", PENSIONS, PENSIONS),
        row(RowKind.TOTAL, "--", "合计", TOTAL, TOTAL, OTHER),
    )
    groups = ("功能分类科目编码 类", "功能分类科目编码 款", "功能分类科目编码 项", "功能分类科目名称", "总计")
    fiscal = ("财政拨款（补助） 财政拨款（补助）小计", *(f"财政拨款（补助） 其中 {name}" for name in sources[1:]))
    return Table(
        id="income",
        label="表2",
        title="部门（单位）收入总体情况表",
        preparer=(Text(f"编制部门（单位）：{ENTITY}"),),
        unit="单位：万元",
        width=16,
        head=three,
        body=body,
        notes=(paragraph("备注：无内容应公开空表并说明情况。"), paragraph("（表2中包含上年结转结余资金）")),
        columns=(*groups, *fiscal, *others),
    )


def empty() -> Table:
    """A table that is published without contents."""
    return Table(
        id="fund",
        label="表3",
        title="政府性基金预算支出情况表",
        preparer=(Text(f"编制部门（单位）：{ENTITY}"),),
        unit="单位：万元",
        width=3,
        head=(head(column("功能分类科目编码"), column("功能分类科目名称"), column("合计")),),
        body=(Row(RowKind.TOTAL, (code(), header("合计"), amount())),),
        notes=(paragraph("本单位没有政府性基金预算支出，本表为空。"),),
        columns=("功能分类科目编码", "功能分类科目名称", "合计"),
    )


def layout() -> Table:
    """A form sheet: labels and values in a grid, with a table of indicators at its foot."""
    goal = "保障机关正常运转，确保在职人员的工资、津贴补贴、社会保险和住房公积金依规、按时、足额发放或缴纳。" * 3
    indicators = (
        ("数量指标", "完成项目个数（个）", ">=1个", "计划标准", "10"),
        ("质量指标", "设施设备验收合格率（%）", ">=98%", "计划标准", "10"),
        ("时效指标", "资金拨付及时率（%）", "=100%", "计划标准", "20"),
    )
    rows = [
        Row(RowKind.DETAIL, (header("预算单位", colspan=2), text(ENTITY, 4))),
        Row(RowKind.DETAIL, (header("项目名称", colspan=2), text("“五好党支部”工作经费（实有资金）", 2),
                             header("项目负责人"), text("张三"))),
        Row(RowKind.DETAIL, (header("年度资金总额", colspan=2), Cell(CellKind.NUMBER, (number(OTHER),)),
                             header("其中：财政拨款"), Cell(CellKind.NUMBER), text(""))),
        Row(RowKind.DETAIL, (header("项目总体目标", colspan=2), text(goal, 4))),
        Row(RowKind.HEADER, (column("一级指标"), column("二级指标"), column("三级指标"), column("指标值"),
                             column("指标值设置依据"), column("分值权重"))),
        *(
            Row(RowKind.DETAIL, (*((header("产出指标", rowspan=3),) if n == 0 else ()), header(second), text(third),
                                 text(value), text(basis), Cell(CellKind.NUMBER, (Text(weight),))))
            for n, (second, third, value, basis, weight) in enumerate(indicators)
        ),
    ]  # fmt: skip
    return Table(
        id="targets-1",
        label="",
        title="项目支出绩效目标表",
        preparer=(),
        unit="",
        width=6,
        head=(),
        body=tuple(rows),
        notes=(),
        columns=(),
    )


def section(identifier: str, level: int, label: str, title: str, *blocks: Block) -> Section:
    return Section(identifier, level, label, title, blocks)


def document(*blocks: Block, address: str = "sample/office/2024-budget", year: int = 2024) -> Document:
    """A document with one section that holds these blocks."""
    whole = sample()
    meta = replace(whole.meta, address=address, year=year, title=f"{ENTITY}{year}年单位预算公开")
    parts = (section("only", 1, "", "正文", *blocks),)
    return replace(whole, meta=meta, sections=parts, closing=())


def sample() -> Document:
    """The document with everything."""
    functions = Enumeration(
        (
            Item("1.", (paragraph("承办上级部门转交办理的事项及反馈工作。"),)),
            Item("2.", (paragraph("负责以下工作："), Enumeration((
                Item("（1）", (paragraph("公文处理；"),)),
                Item("（2）", (paragraph("会议组织。"),)),
            )))),
            Item("3.", (paragraph("承办县政府领导交办的其他事项。"),)),
        )
    )  # fmt: skip
    assets = Enumeration(
        (
            Item("", (paragraph("房屋 <11090> 平方米；"),)),
            Item("", (paragraph("车辆5辆："), Enumeration((Item("", (paragraph("一般公务用车"),)),)))),
        )
    )
    parts = (
        section("overview", 1, "第一部分", f"{ENTITY}概况",
                section("functions", 2, "一、", "主要职能", functions),
                section("organisation", 2, "二、", "机构设置及人员情况",
                        paragraph(f"{ENTITY}编制数", number(POSTS, "人"), "。"), assets)),
        section("tables", 1, "第二部分", "2024年单位预算公开表",
                section("overall", 2, "一、", "单位收支总体情况表", two_sided()),
                section("table-income", 2, "二、", "单位收入总体情况表", wide()),
                section("fund", 2, "三、", "政府性基金预算支出情况表", empty())),
        section("explanation", 1, "第三部分", f"2024年{ENTITY}预算情况说明",
                section("change", 2, "一、", f"关于{ENTITY}2024年一般公共预算当年拨款情况说明",
                        section("scale", 3, "（一）", "一般公共预算当年拨款规模变化情况",
                                paragraph("社会保障和就业支出", number(SOCIAL, "万元"), "，占", number(SHARE, "%"),
                                          "。行政单位离退休", number(RETIRED, "万元"), "，比上年预算减少",
                                          number(CHANGE, "万元"), "，下降", number(RATE, "%"), "，主要原因是：",
                                          Text("退休人员减少（含调出），", strong=True), "按",
                                          Text("实有人数", emphasis=True), "核定，*不含* <b>结转</b>。"))),
                section("performance", 2, "二、", "预算绩效情况", paragraph("1. 具体情况见下表："), layout())),
        section("glossary", 1, "第四部分", "名词解释",
                Enumeration((Item("一、", (paragraph(Text("财政拨款：", strong=True), "指由预算安排的款项。"),)),))),
    )  # fmt: skip
    return Document(
        meta=Meta(
            address="sample/office/2024-budget",
            kind="budget",
            form="sample/unit-budget",
            year=2024,
            entity=ENTITY,
            region="653023",
            region_path=("新疆维吾尔自治区", "阿合奇县"),
            level="unit",
            title=f"{ENTITY}2024年单位预算公开",
            published="2024-02-21",
            source="https://www.example.gov.cn/2024/02/21.html",
        ),
        cover=(ENTITY, "2024年单位预算公开"),
        sections=parts,
        closing=(paragraph(ENTITY), paragraph("2024年2月21日")),
        figures=FIGURES,
        lines=LINES,
        explained=EXPLAINED,
        line_titles=LINE_TITLES,
    )
