"""The theme: the root's own files first, and clear words about what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from disc.load.resources import SHIPPED, ResourceError, Resources
from disc.publish.fact_columns import FACT_COLUMNS
from disc.publish.theme import ThemeError, load_theme
from tests.themes import STATIC, theme


def write(root: Path, name: str, text: str) -> Resources:
    """A root with one file of its own."""
    path = root / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Resources(root)


def findings(resources: Resources) -> list[tuple[str, str]]:
    """What is wrong with a theme that cannot be used: (code, place)."""
    loaded, diagnostics = load_theme(resources)
    assert loaded is None
    return [(found.code, str(found.span)) for found in diagnostics]


def test_the_shipped_theme_is_complete(tmp_path: Path) -> None:
    loaded = theme(tmp_path)
    assert loaded.site.name
    assert loaded.site.language == "zh-CN"
    assert [name for name, _ in loaded.static] == [f"static/{name}" for name in STATIC]


def test_the_root_s_settings_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    site = theme(write(tmp_path, "site.yaml", "name: 示例县预决算公开\n").root).site
    assert (site.name, site.description, site.language) == ("示例县预决算公开", "", "zh-CN")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ""),
        ("repository: https://github.com/a/b\n", "https://github.com/a/b/blob/HEAD/{path}#L{line}"),
        ("repository: https://gitee.com/a/b.git\n", "https://gitee.com/a/b/blob/HEAD/{path}#L{line}"),
        ("repository: https://a.cn/\nsource_link: 'https://b.cn/{path}?l={line}'\n", "https://b.cn/{path}?l={line}"),
    ],
)
def test_the_address_of_a_line(tmp_path: Path, settings: str, expected: str) -> None:
    assert theme(write(tmp_path, "site.yaml", f"name: 甲\n{settings}").root).site.line_link == expected


def test_the_root_s_static_file_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    static = dict(theme(write(tmp_path, "static/style.css", "/* own */").root).static)
    assert static["static/style.css"] == b"/* own */"
    assert b"--accent" in static["static/tokens.css"]


def test_the_root_s_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    own = theme(write(tmp_path, "templates/index.html.j2", "<p>{{ name }}</p>").root)
    assert own.environment.get_template("index.html.j2").render(name="<甲>") == "<p>&lt;甲&gt;</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: [\n", [("yaml-syntax", "site/site.yaml:2:1")]),
        ("", [("empty-file", "site/site.yaml:1:1")]),
        ("name: 甲\ncolour: red\n", [("unknown-field", "site/site.yaml:2:1")]),
        ("name: 甲\nrepository: javascript:alert(1)\n", [("bad-text", "site/site.yaml:2:13")]),
        ("name: 甲\ndownloads: [pdf]\n", [("value-not-allowed", "site/site.yaml:2:13")]),
        ("name: 甲\nlicence: {title: 甲, address: //a}\n", [("bad-text", "site/site.yaml:2:30")]),
        ("name: 甲\nsource_link: https://a.cn/{path}\n", [("bad-text", "site/site.yaml:2:14")]),
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert findings(write(tmp_path, "site.yaml", text)) == expected


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"<p>\n{% if %}", 2),
        (b"<p>\n\xff", 1),
        (b"{{ " + 9999 * b"(" + b"1" + 9999 * b")" + b" }}", 1),
        (9999 * b"{% if a %}" + 9999 * b"{% endif %}", 1),
    ],
    ids=["syntax", "no text", "deep expression", "deep blocks"],
)
def test_a_template_that_is_no_template(tmp_path: Path, content: bytes, line: int) -> None:
    broken = write(tmp_path, "templates/index.html.j2", "")
    (tmp_path / "site/templates/index.html.j2").write_bytes(content)
    assert findings(broken) == [("theme-template", f"site/templates/index.html.j2:{line}:1")]


def test_templates_are_compiled_once_and_anew_when_they_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = tmp_path / "compiled"
    monkeypatch.setattr("disc.publish.theme._PYCACHE", compiled)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    template = tmp_path / "root/site/templates/missing.html.j2"
    template.parent.mkdir(parents=True)

    def page(text: str) -> bytes:
        template.write_text(text, encoding="utf-8")
        theme, diagnostics = load_theme(Resources(tmp_path / "root"))
        assert diagnostics == ()
        assert theme is not None
        return theme.page("missing.html.j2", "404.html")

    # Where nothing can be written, as in a folder that is not there, each run compiles for itself.
    assert page("甲") == "甲".encode()
    compiled.mkdir()
    assert [page(text) for text in ("甲", "甲", "乙")] == ["甲".encode(), "甲".encode(), "乙".encode()]
    assert len(list(compiled.iterdir())) == len(Resources(tmp_path / "root").list("site/templates", ".j2"))
    templates = {path: path.stat().st_ino for path in compiled.iterdir()}
    for program, kept in (("another", False), ("another", True)):
        monkeypatch.setattr("disc.publish.theme._compiler", lambda program=program: program)
        assert page("乙") == "乙".encode()
        now = {path: path.stat().st_ino for path in compiled.iterdir()}
        assert (now == templates) is kept
        templates = now


def own(root: Path, name: str, text: str) -> Resources:
    """A root with one more file of its own, anywhere."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
    return Resources(root)


def shipped(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHIPPED / name).read_text(encoding="utf-8"))
    return found


def test_a_root_may_bound_the_numbers_of_its_long_table(tmp_path: Path) -> None:
    columns = shipped(FACT_COLUMNS)
    bound = {"constraints": {"minimum": 0.5}}
    columns["fields"] = [field | bound if field["name"] == "amount" else field for field in columns["fields"]]
    loaded, diagnostics = load_theme(own(tmp_path, FACT_COLUMNS, json.dumps(columns)))
    assert diagnostics == ()
    assert loaded
    assert loaded.fact_columns == columns["fields"]


@pytest.mark.parametrize("text", ["{}", '{"fields": 5}', '{"fields": [5, {"name": "region"}]}', "[]"])
def test_columns_that_are_not_those_that_are_written(tmp_path: Path, text: str) -> None:
    with pytest.raises(ResourceError) as error:
        load_theme(own(tmp_path, FACT_COLUMNS, text))
    assert error.value.name == FACT_COLUMNS


def test_settings_that_only_a_root_s_own_schema_knows(tmp_path: Path) -> None:
    schema = shipped("schema/site.schema.json")
    schema["properties"] |= {name: {"title": "口号", "type": "string"} for name in ("motto", "places")}
    own(tmp_path, "schema/site.schema.json", json.dumps(schema))
    loaded, found = load_theme(own(tmp_path, "site/site.yaml", "name: 站\nmotto: 公开\nplaces: 公开\n"))
    assert (found, loaded and loaded.site.name) == ((), "站")


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("", "用它写出的网页是空的：它或它所继承的模板没有内容"),
        ("{# 以后再写 #}\n", "用它写出的网页是空的：它或它所继承的模板没有内容"),
        ("{{ nothing }}", "没有 nothing 这个名字"),
        ("{{ site.nothing }}", "没有 nothing 这个名字"),
        ("{{ {}['nothing'] }}", "没有 nothing 这个名字"),
        ("{% include 'nothing.html.j2' %}", "没有模板 nothing.html.j2"),
        ("{% include 'missing.html.j2' %}", "模板引用自己，没有尽头，或嵌套太深"),
        ("{{ '\\ud800' }}", "写出了不能写成 UTF-8 的字符"),
    ],
)
def test_what_is_said_of_a_template_that_cannot_be_used(tmp_path: Path, text: str, zh: str) -> None:
    own = theme(write(tmp_path, "templates/missing.html.j2", text).root)
    with pytest.raises(ThemeError) as error:
        own.page("missing.html.j2", "404.html")
    said = error.value.diagnostic
    assert (said.message("zh"), said.span.file) == (f"站点模板不能使用：{zh}", "site/templates/missing.html.j2")


def test_the_mark_of_an_editor_gets_into_no_page(tmp_path: Path) -> None:
    own = theme(write(tmp_path, "templates/missing.html.j2", "\ufeff<p>甲</p>").root)
    assert own.page("missing.html.j2", "404.html") == "<p>甲</p>".encode()


def test_what_is_said_of_a_template_that_cannot_be_understood(tmp_path: Path) -> None:
    _, (wrong,) = load_theme(write(tmp_path, "templates/missing.html.j2", "<p>\n{% for a in b %}\n{{ “a” }}\n"))
    assert (wrong.message("zh"), wrong.span.line) == ("站点模板不能使用：花括号里不能有全角的““”，换成半角的", 3)
