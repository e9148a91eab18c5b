"""What there is to say about the site."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "site",
        "站点（维护站点的人看）",
        "The site, for those who keep it",
        """
These are found by `disc build` when the pages are put together, most of them in site/site.yaml. Nothing is published
until they are mended: what was published must stay where people have its address, and no link may lead nowhere.

这些问题在 `disc build` 汇集网页时发现，多数与 site/site.yaml 有关。改正以前不发布：公开过的内容要留在别人记下的地址
上，任何链接都要有目标。
""",
        "address-vanished redirect-target address-in-use address-twice dead-link emblem-missing colour-contrast"
        " theme-template parquet-missing changed-without-correction built-too",
    ),
)

TEXTS = {
    "address-vanished": """
A page that stands in the output folder would not be there any more: its spec was moved, renamed, made a draft or
deleted. People have its address.

输出文件夹里已有的页面这次没有了：它的填报文件移动、改名、改成草稿或删去了。别人还记着它的地址。

    redirects:
      xinjiang/akqi/office/2024-budget: xinjiang/akqi/government-office/2024-budget
    withdrawn:
      xinjiang/akqi/school/2023-budget: {date: "2024-05-06", reason: 单位撤并，由主管部门公开}
""",
    "changed-without-correction": """
The figures of the summary are compared with those of the page that stands. Readers who have the old one must learn
what was changed and why. Acceptable without a word only while nobody has seen the page.

概要中的数与网站上现有的页面比较。看过原来页面的读者，有权知道改了什么、为什么改。从未对外公开过的，才可以不写更正说
明。

    corrections:
      - {date: "2024-03-15", what: 公用经费由52.30万元更正为53.20万元, why: 填报时数字写颠倒}
""",
    "redirect-target": """
Where a page has moved twice, both old addresses lead to the newest one.

页面移动过两次的，两个旧地址都写最新的地址。
""",
    "dead-link": """
disc follows every link of every page before it publishes. What templates and texts of the site link to must be there;
links to what is left out (a draft, a spec with errors) vanish with it.

发布之前检查每个页面的每个链接。站点模板和文字里的链接都要有目标；没有发布的（草稿、有错误的文件），指向它的链接也要
去掉。
""",
    "colour-contrast": """
Readers with weak eyes, and all others in sunlight, need contrast. `disc` derives the colours for dark ground from
those that you give, so only these need be changed.

视力不好的人看得清，阳光下人人都看得清。深色背景的颜色由所写的颜色得出，只要改这里。
""",
    "theme-template": """
A template in site/templates/ takes the place of the one shipped with disc. After an update compare it with the new
one: names that templates see may have changed (site/README.md).

site/templates/ 中的模板代替 disc 自带的。更新 disc 以后要与新的模板对照，能用的名字可能变了
（见 site/README.zh-CN.md）。
""",
}
