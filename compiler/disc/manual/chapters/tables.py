"""What there is to say about the tables of `schema/classification/`."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "tables",
        "科目表和代码表（维护表的人看）",
        "Tables of codes, for those who maintain them",
        """
These are about a file below schema/classification/ and not about a spec. A root may have tables of its own: a year
that disc has not yet, regions. Each takes the place of the whole file shipped with disc.

这些问题出在 schema/classification/ 下的文件，不在填报文件。本库可以有自己的表：disc 还没有的年度，自己的地区。每个文件
代替 disc 自带的整个文件。
""",
        "table-gap table-year member-twice member-gone",
    ),
)

TEXTS = {
    "table-gap": """
Pages name a code with all it lies in: a class, its paragraph, the item. Of a paragraph that the table lacks they would
print the bare number. For a division only its province must be there.

网页写一个科目，连同它的类、款一起写；表中没有的款，就只能印出编码。行政区划只要有所属的省、自治区、直辖市。
""",
    "member-gone": """
Whoever copied the file from an older disc may lack what came later. What a member is called and what stands below it is
free.

从旧版本的 disc 复制的，可能缺少后来增加的。成员的名称、下面有什么，可以自己定。

    nature:
      basic: {name: 基本支出, members: {personnel: {name: 人员经费}, operating: {name: 公用经费}}}
      project: {name: 项目支出}
""",
}
