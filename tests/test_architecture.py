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
    "checks": {"core", "load"},
    "emit": {"core"},
    "publish": {"core", "load", "emit"},
    "report": {"core"},
    "build": {"core", "load", "compile", "checks", "publish"},
    "cli": {"", "core", "build", "publish", "report"},
    "": set(),
}

# Who may import what is not ours.
LIBRARIES = {
    "yaml": {"load"},
    "jsonschema": {"load"},
    "referencing": {"load"},
    "jinja2": {"load", "compile", "publish"},
    "markupsafe": {"emit", "publish"},
    "markdown_it": {"compile"},
    "click": {"report", "cli"},
}

# Modules of the standard library by which a result could depend on something else than the input.
NEVER = {"random", "time", "datetime", "socket", "urllib", "http", "asyncio", "pickle", "uuid", "secrets", "platform"}

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
    assert {name: parts - LIBRARIES[name] for name, parts in used.items() if name in LIBRARIES and parts - LIBRARIES[name]} == {}
    assert NEVER.isdisjoint(used)
    assert {"yaml", "jsonschema", "jinja2", "markdown_it", "click"} <= used.keys()


def test_only_loading_publishing_and_the_orchestrator_touch_the_disk() -> None:
    touching = {part(path) for path in MODULES for name in imports(path) if name in ("pathlib", "os", "shutil", "io.open")}
    assert touching <= {"load", "publish", "build", "cli"}
    assert {"load", "publish"} <= touching


def test_only_the_command_line_prints_and_exits() -> None:
    for path in MODULES:
        names = {n.id for n in ast.walk(tree(path)) if isinstance(n, ast.Name)}
        attributes = {
            f"{n.value.id}.{n.attr}" for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
        }
        if part(path) != "cli":
            assert names.isdisjoint({"print", "input", "exit", "breakpoint"}), path
            assert attributes.isdisjoint({"sys.exit", "sys.stdout", "sys.stderr", "click.echo"}), path


def floats(path: Path) -> Iterator[str]:
    """Yield everything in a module by which a binary floating point number could come about."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Constant(value=float() | complex()):
                yield f"{node.lineno}: {node.value}"
            case ast.Call(func=ast.Name(id="float" | "complex" | "round" | "divmod" | "pow" as name)):
                if name != "divmod":
                    yield f"{node.lineno}: {name}()"
            case ast.BinOp(op=ast.Div(), left=left, right=right):
                # Paths are joined with the same sign.
                if not any(isinstance(n, ast.Constant | ast.JoinedStr | ast.Name | ast.Attribute) for n in (left, right)):
                    yield f"{node.lineno}: /"
                if any(isinstance(n, ast.Constant) and isinstance(n.value, int) for n in (left, right)):
                    yield f"{node.lineno}: / with a number"
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=values)):
                spec = "".join(str(v.value) for v in values if isinstance(v, ast.Constant))
                if re.search(r"[eEfFgG%n]\Z", spec) or "." in spec:
                    yield f"{node.lineno}: :{spec}"
            case ast.Call(func=ast.Name(id="format"), args=[_, given]):
                # The one place where a `Decimal` becomes digits; every digit of it.
                if path != PACKAGE / "core" / "number.py" or "." in ast.unparse(given):
                    yield f"{node.lineno}: format()"
            case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
                yield f"{node.lineno}: %"
            case ast.Attribute(attr="as_integer_ratio" | "fsum" | "localcontext" | "setcontext" | "getcontext"):
                yield f"{node.lineno}: {node.attr}"
            case ast.Constant(value=str(text)) if re.search(r"%\.?[0-9]*[fge]|\{[a-z_]*:[^}]*\.[0-9]+f?\}", text):
                yield f"{node.lineno}: {text}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_there_is_no_floating_point(path: Path) -> None:
    assert list(floats(path)) == []


def test_floating_point_would_be_found(tmp_path: Path) -> None:
    guilty = [
        *("x = 0.5", "x = 1e3", "float(x)", "round(x, 2)", "x = f'{y:.2f}'", "x = f'{y:,.1f}'", "x = f'{y:g}'"),
        *("x = '%.2f' % y", "x = '{:.2f}'.format(y)", "format(x, 'f')", "x = 1 / 3", "x = f(y) / g(y)", "getcontext.x.getcontext"),
    ]
    innocent = ["x = 5", "x = a / b", "x = f'{y}'", "x = f'{y:04X}'", "x = f'{y:>8}'", "x = '0.5'"]
    for number, source in enumerate((*guilty, *innocent)):
        path = tmp_path / f"{number}.py"
        path.write_text(source, encoding="utf-8")
        assert bool(list(floats(path))) == (source in guilty), source


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


def names_of_the_data() -> set[str]:
    """Return every name that belongs into data: of regions, entities, tables, sections, measures and codes."""
    names: set[str] = set()
    for year in ("2024", "2025"):
        for table in ("function", "economic"):
            codes = data(f"schema/classification/{year}/{table}.yaml")["codes"]
            assert isinstance(codes, dict)
            names |= {str(name) for name in codes.values()}
    regions = data("schema/classification/regions.yaml")["codes"]
    assert isinstance(regions, dict)
    names |= set(regions.values())
    for path in (ROOT / "schema" / "forms").rglob("*.yaml"):
        form = data(path.relative_to(ROOT).as_posix())
        names |= set(titles(form)) | set(headings(form))
    for path in (ROOT / "specs").rglob("*.yaml"):
        entity = data(path.relative_to(ROOT).as_posix())["entity"]
        assert isinstance(entity, dict)
        names.add(entity["name"])
    return {name for name in names if len(name) >= 2 and "{" not in name}


def titles(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "title" and isinstance(below, str):
                yield below
            yield from titles(below)
    elif isinstance(value, list):
        for below in value:
            yield from titles(below)


def headings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key in ("head", "label", "total") and isinstance(below, str):
                yield below
            yield from headings(below)
    elif isinstance(value, list):
        for below in value:
            yield from headings(below)


# Words that messages and unit lines need and that happen to be names too.
WORDS = {"合计", "项目", "单位", "其他", "名称", "资金来源"}


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
    assert {"阿合奇县人民政府办公室", "阿合奇县", "办公费", "行政运行", "公务接待费", "单位收支总体情况表"} <= names
    pattern = re.compile("|".join(map(re.escape, sorted(names - WORDS, key=len, reverse=True))))
    found = [
        (path.name, line, match[0])
        for path in MODULES
        for line, value in literals(path)
        if isinstance(value, str) and (match := pattern.search(value))
    ]
    assert found == ALLOWED_NAMES


# What messages must be able to say.
ALLOWED_NAMES: list[tuple[str, int, str]] = []


def test_there_is_no_classification_code_in_python() -> None:
    codes = set()
    for year in ("2024", "2025"):
        for table in ("function", "economic"):
            codes |= {str(code) for code in data(f"schema/classification/{year}/{table}.yaml")["codes"]}  # type: ignore[attr-defined]
    assert {"201", "20103", "2010301", "302", "30201"} <= codes
    found = [
        (path.name, line, value)
        for path in MODULES
        for line, value in literals(path)
        if codes & set(re.findall("(?<![0-9])[0-9]{3,7}(?![0-9])", str(value)))
    ]
    assert found == []


TOP_LEVEL = {
    *("pyproject.toml", "schema", "compiler", "specs", "site", "tests"),
    *("README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile"),
    *(".ci", ".github", ".gitignore", ".pre-commit-config.yaml", ".editorconfig", ".gitattributes"),
}


def files() -> list[str]:
    """Return the files of the repository: those in the index, and those that are new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    return sorted(name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file())


def test_the_top_level_is_fixed() -> None:
    assert {name.split("/")[0] for name in files()} == TOP_LEVEL
    assert [name for name in files() if name.startswith(".ci/")] == [".ci/run"]


@pytest.mark.parametrize("folder", ["schema", "compiler", "specs", "site", "tests"])
def test_every_folder_says_what_it_is_for(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    for heading in ("What lives here", "How to add", "What must not go here"):
        assert f"## {heading}" in text


def test_there_is_only_data_where_there_is_data() -> None:
    python = {name.split("/")[0] for name in files() if name.endswith(".py")}
    assert python == {"compiler", "tests"}


def test_every_module_says_what_it_is() -> None:
    assert [path.name for path in MODULES if not ast.get_docstring(tree(path))] == []
