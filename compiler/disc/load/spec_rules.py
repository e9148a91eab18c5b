"""What can be wrong with the head of a spec: what kind of document it is, and by which form."""

from __future__ import annotations

from disc.core.diagnostic import Level, Rule, Words

MISSING_HEAD = Rule(
    "missing-kind-or-form",
    Level.ERROR,
    Words("缺少 kind 或 form", "`kind` or `form` is missing"),
    Words(
        "缺少 {field}：不知道这是哪种文件、用哪个表样", "{field} is missing: neither kind of document nor form is known"
    ),
    Words("文件开头写上 {field}，例如 {example}", "Begin the file with {field}, for example {example}"),
)
UNKNOWN_KIND = Rule(
    "unknown-kind",
    Level.ERROR,
    Words("没有这种公开文件", "There is no such kind of document"),
    Words("没有名为 {kind} 的公开文件种类", "there is no kind of document called {kind}"),
    Words("可用的种类：{known}", "Known kinds: {known}"),
)
UNKNOWN_FORM = Rule(
    "unknown-form",
    Level.ERROR,
    Words("没有这个表样", "There is no such form"),
    Words("没有名为 {form} 的表样", "there is no form called {form}"),
    Words("可用的表样（最接近的在前）：{known_zh}", "Forms that can be named, nearest first: {known_en}"),
)
FORM_KIND = Rule(
    "form-of-other-kind",
    Level.ERROR,
    Words("表样不适用于这种文件", "The form is for another kind of document"),
    Words("表样 {form} 不能用于 {kind} 文件", "the form {form} cannot be used for a {kind} document"),
)
BASE_FORM = Rule(
    "base-form",
    Level.ERROR,
    Words("这个表样只供其他表样继承", "The form only serves others as a base"),
    Words("表样 {form} 只供其他表样继承", "the form {form} is only there for others to extend"),
    Words(
        "用一个地区的表样，disc forms 列出全部；这个表样正在编写的，给它加上 parts",
        "Name the form of a region, `disc forms` lists them; if this one is being written, give it `parts`",
    ),
)
