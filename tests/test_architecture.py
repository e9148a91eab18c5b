"""The repository tests itself: what imports what, how long things are, what stands where, and what never does."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "compiler" / "disc"

# What each part of the package may import of the others; the table of compiler/README.md, line by line.
ALLOWED = {
    "core": set(),
    "load": {"core"},
    "compile": {"core", "load"},
    "checks": {"core", "load", "compile"},
    "author": {"core", "load"},
    "emit": {"core"},
    "publish": {"core", "load", "emit"},
    "report": {"core", "emit"},
    "manual": {"", "core", "load"},
    "work": {"", "core", "load", "compile", "checks", "publish"},
    "build": {"core", "load", "publish", "work", "manual"},
    "terminal": {"", "core", "load", "work", "build", "report", "manual"},
    "cli": {"", "core", "load", "author", "work", "build", "publish", "report", "manual", "terminal"},
    "": set(),
}

# Who may import what is not ours.
LIBRARIES = {
    "yaml": {"load"},
    "jsonschema": {"load"},
    "jsonschema_rs": {"load"},
    "msgspec": ALLOWED.keys() - {"cli"},
    "referencing": {"load"},
    "jinja2": {"load", "compile", "publish", "work"},
    "markupsafe": {"emit", "publish"},
    "markdown_it": {"compile"},
    "click": {"report", "terminal", "cli"},
    "xlsxwriter": {"emit"},
    "duckdb": {"publish"},
    "playwright": {"publish"},
    "pikepdf": {"publish"},
    "platformdirs": {"terminal"},
    "distributed": {"work"},
}

# Modules of the standard library by which a result could depend on something else than the input.
NEVER = {"random", "time", "socket", "urllib", "http", "asyncio", "pickle", "uuid", "secrets", "platform", "getpass"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp", "st_mtime", "getlogin", "environ", "getenv", "nl_langinfo"}

MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def part(path: Path) -> str:
    """Return the part of the package that a module belongs to; the package's own file belongs to none."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py").replace("__init__", "")


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a module imports, those for the type checker and those in functions included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, path
            module = node.module or ""
            # `from disc import build` imports a module, `from disc import __version__` a name of the package.
            yield from (
                f"{module}.{alias.name}" if (PACKAGE / f"{alias.name}.py").is_file() and module == "disc" else module
                for alias in node.names
            )


def edges() -> set[tuple[str, str]]:
    """Return which part imports which other part."""
    return {
        (part(path), (*name.split("."), "")[1])
        for path in MODULES
        for name in imports(path)
        if name.split(".")[0] == "disc" and (*name.split("."), "")[1] != part(path)
    }


def test_every_part_is_in_the_table() -> None:
    assert {part(path) for path in MODULES} == ALLOWED.keys()


def test_parts_import_only_what_stands_before_them() -> None:
    forbidden = {(importer, imported) for importer, imported in edges() if imported not in ALLOWED[importer]}
    assert forbidden == set()


def test_what_the_table_allows_happens() -> None:
    assert {(importer, imported) for importer in ALLOWED for imported in ALLOWED[importer]} == edges()


def test_the_table_has_no_circles() -> None:
    done: set[str] = set()
    while ready := {name for name, below in ALLOWED.items() if name not in done and below <= done}:
        done |= ready
    assert done == ALLOWED.keys()


def test_libraries_are_used_where_they_belong() -> None:
    used: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imports(path):
            used.setdefault(name.split(".")[0], set()).add(part(path))
    misused = {name: used[name] - parts for name, parts in LIBRARIES.items() if name in used and used[name] - parts}
    assert misused == {}
    assert used.keys() >= LIBRARIES.keys() - {"referencing"}


# Who waits for another build, who says how long the work has taken and will take, and who keeps what is made beside
# what Python makes of modules.
EXCEPT = {("publish/lock.py", "time"), ("core/watch.py", "time"), ("load/kept.py", "pickle")}


def test_nothing_depends_on_the_clock_the_machine_or_chance() -> None:
    never = [(p.relative_to(PACKAGE).as_posix(), n) for p in MODULES for n in imports(p) if n.split(".")[0] in NEVER]
    assert set(never) == EXCEPT
    looked_at = {(p.name, n.attr) for p in MODULES for n in ast.walk(tree(p)) if isinstance(n, ast.Attribute)}
    # The language of messages is what the user's system says.
    assert {(name, attribute) for name, attribute in looked_at if attribute in CLOCK} == {("terminal.py", "environ")}
    assert len(looked_at) > 500


def test_only_who_shows_it_knows_how_long_it_takes() -> None:
    watching = {part(path) for path in MODULES for name in imports(path) if name == "disc.core.watch"}
    assert watching == {"work", "build", "report", "terminal"}


def test_only_loading_publishing_and_the_orchestrator_touch_the_disk() -> None:
    files = ("pathlib", "os", "shutil", "tempfile", "glob")
    touching = {part(path) for path in MODULES for name in imports(path) if name in files}
    assert touching <= {"load", "publish", "work", "build", "terminal", "cli"}
    assert {"load", "publish"} <= touching


def test_only_the_command_line_prints_and_exits() -> None:
    for path in MODULES:
        names = {n.id for n in ast.walk(tree(path)) if isinstance(n, ast.Name)}
        attributes = {
            f"{n.value.id}.{n.attr}"
            for n in ast.walk(tree(path))
            if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
        }
        if part(path) not in ("terminal", "cli"):
            assert names.isdisjoint({"print", "input", "exit", "breakpoint"}), path
            assert attributes.isdisjoint({"sys.exit", "sys.stdout", "sys.stderr", "click.echo"}), path


def floats(module: ast.Module, *, calculates: bool, formats: bool = False) -> list[str]:
    """Return everything in a module by which a binary floating point number could come about.

    Args:
        module: its code.
        calculates: whether it deals with numbers, so that no / joins paths.
        formats: whether it is the one place where a `Decimal` becomes digits: every digit of it.
    """
    expressions = [node for node in ast.walk(module) if isinstance(node, ast.expr)]
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in expressions
        if makes_a_float(node, calculates=calculates) or loses_digits(node, formats=formats)
    ]


def makes_a_float(node: ast.expr, *, calculates: bool) -> bool:
    match node:
        case ast.Constant(value=float() | complex()):
            return True
        case ast.Call(func=ast.Name(id="float" | "complex" | "round" | "pow")):
            return True
        case ast.Attribute(attr="as_integer_ratio" | "fsum" | "localcontext" | "setcontext" | "getcontext"):
            return True
        case ast.BinOp(op=ast.Div(), left=left, right=right):
            # Paths are joined with the same sign, but not with numbers.
            return calculates or any(isinstance(n, ast.Constant) and isinstance(n.value, int) for n in (left, right))
        case _:
            return False


def loses_digits(node: ast.expr, *, formats: bool) -> bool:
    match node:
        case ast.FormattedValue(format_spec=ast.JoinedStr(values=values)):
            spec = "".join(str(v.value) for v in values if isinstance(v, ast.Constant))
            return "." in spec or spec.endswith(tuple("eEfFgG%n"))
        case ast.Call(func=ast.Name(id="format"), args=[_, given]):
            return not formats or "." in ast.unparse(given)
        case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=left)) if isinstance(left, str):
            return True
        case ast.Constant(value=text) if isinstance(text, str):
            return bool(re.search(r"%\.?[0-9]*[fge]|\{[a-z_]*:[^}]*\.[0-9]+f?\}", text))
        case _:
            return False


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_there_is_no_floating_point(path: Path) -> None:
    calculates = part(path) in ("core", "compile", "checks")
    assert floats(tree(path), calculates=calculates, formats=path.name == "number.py") == []


def test_floating_point_would_be_found() -> None:
    guilty = [
        *("x = 0.5", "x = 1e3", "float(x)", "round(x, 2)", "x = f'{y:.2f}'", "x = f'{y:,.1f}'", "x = f'{y:g}'"),
        *("x = '%.2f' % y", "x = '{:.2f}'.format(y)", "format(x, 'f')", "x = 1 / 3", "x = decimal.getcontext()"),
    ]
    innocent = ["x = 5", "x = a / 'b'", "x = f'{y}'", "x = f'{y:04X}'", "x = f'{y:>8}'", "x = '0.5'"]
    assert [source for source in guilty if not floats(ast.parse(source), calculates=False)] == []
    assert [source for source in innocent if floats(ast.parse(source), calculates=False)] == []
    assert floats(ast.parse("x = a / b"), calculates=True) == ["1: a / b"]


def test_modules_and_functions_are_short() -> None:
    long_modules = [path.name for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 300]
    assert long_modules == []
    functions = [
        (f"{path.name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [name for name, lines in functions if lines > 60] == []
    lengths = sorted(lines for _, lines in functions)
    assert lengths[len(lengths) // 2] <= 15


def data(name: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return loaded


EVERYBODYS = {"年度", "概况"}
"""Words of titles that are nobody's names."""


def names_of_the_data() -> set[str]:
    """Return every name that belongs into data: of codes, regions, entities, forms, tables, sections."""
    names: set[str] = set()
    for year in ("2023", "2024", "2025"):
        for table in ("function", "economic"):
            names |= set(texts(data(f"schema/classification/{year}/{table}.yaml")["codes"]))
    names |= set(texts(data("schema/classification/regions.yaml")["codes"]))
    for path in (ROOT / "schema" / "forms").rglob("*.yaml"):
        form = data(path.relative_to(ROOT).as_posix())
        titles = (entry.get("title", "") for kind in ("tables", "sections") for entry in entries(form.get(kind, {})))
        parts = (part["title"] for part in entries(form.get("parts", [])))
        # Of a title with templates in it the words between them, if they are not everybody's.
        words = {words for title in (str(form["title"]), *titles, *parts) for words in re.split("{.*?}}?", title)}
        names |= words - EVERYBODYS
    for path in (ROOT / "specs").rglob("*-*.yaml"):
        names |= set(texts(data(path.relative_to(ROOT).as_posix())["entity"]))
    return {name for name in names if re.search("[\u4e00-\u9fff]{2}", name)}


def entries(value: object) -> list[dict[str, str]]:
    """Return the entries of a group or list, as they stand in a form."""
    return list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    assert isinstance(value, dict)
    return [str(text) for text in value.values()]


def literals(path: Path) -> Iterator[tuple[int, object]]:
    """Yield the texts and numbers of a module that are not descriptions of it, with their lines."""
    described = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree(path)):
        # A text after an attribute describes it.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            described.add(id(node.value))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and id(node) not in described:
            yield node.lineno, node.value


def test_there_is_no_name_of_the_data_in_python() -> None:
    names = names_of_the_data()
    assert len(names) > 1500
    assert {
        "阿合奇县人民政府办公室",
        "阿合奇县",
        "办公费",
        "行政运行",
        "公务接待费",
        "单位收支总体情况表",
        "主要职能",
        "上海市",
        "普陀区",
        "上海市普陀区财政局",
        "财务收支预算总表",
        "“三公”经费和机关运行经费预算表",
    } <= names
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    found = [
        (path.name, line, match[0])
        for path in MODULES
        for line, value in literals(path)
        if isinstance(value, str) and (match := pattern.search(value))
    ]
    assert found == []


def test_there_is_no_classification_code_in_python() -> None:
    codes = set()
    for year in ("2023", "2024", "2025"):
        for table in ("function", "economic"):
            listed = data(f"schema/classification/{year}/{table}.yaml")["codes"]
            assert isinstance(listed, dict)
            codes |= {str(code) for code in listed}
    assert {"201", "20103", "2010301", "302", "30201"} <= codes
    found = [
        (path.name, line, value)
        for path in MODULES
        for line, value in literals(path)
        if codes & set(re.findall("(?<![0-9A-Za-z])[0-9]{3,7}(?![0-9A-Za-z])", str(value)))
    ]
    assert found == []


TOP_LEVEL = {
    *("pyproject.toml", "schema", "compiler", "specs", "site", "tests"),
    *("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CONTRIBUTING.zh-CN.md", "LICENSE", "CHANGELOG.md"),
    *(".ci", ".github", ".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml"),
    *(".editorconfig", ".gitattributes", "Makefile"),
}


def files() -> list[str]:
    """Return the files of the repository: those in the index, and those that are new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return sorted(name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file())


def test_the_top_level_is_fixed() -> None:
    assert {name.split("/")[0] for name in files()} == TOP_LEVEL
    assert [name for name in files() if name.startswith(".ci/")] == [".ci/run"]


@pytest.mark.parametrize("folder", ["schema", "compiler", "specs", "site", "tests"])
def test_every_folder_says_what_it_is_for(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    assert re.search("^##+ (How to add|Adding)", text, re.MULTILINE)
    assert "# What must not go here\n" in text
    # What lives here: every folder in it, by name.
    below = {name.split("/")[1] for name in files() if name.startswith(f"{folder}/") and name.count("/") > 1}
    assert [name for name in sorted(below) if f"{name}/" not in text and f"`{name}" not in text] == []


def test_there_is_only_data_where_there_is_data() -> None:
    python = {name.split("/")[0] for name in files() if name.endswith(".py")}
    assert python == {"compiler", "tests"}


def test_every_module_says_what_it_is() -> None:
    assert [path.name for path in MODULES if not ast.get_docstring(tree(path))] == []
