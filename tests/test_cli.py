"""The command line: exit codes, messages, and what happens to the site that stands already."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click import Argument
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from disc import __version__
from disc.cli import main
from disc.core import watch
from disc.load.spec_files import Options, find_specs
from disc.report.refused import ARGUMENTS
from tests.seed.spec import ROOT

SPEC = """\
kind: budget
form: xinjiang/unit-budget
year: 2024
unit: 万元
entity: {{id: {id}, name: {id}单位, region: 653023, level: unit, type: administrative}}
overview: {{functions: [承办文件。]}}
basic:
  general:
    by_function: {{2010301: 5}}
    by_economic: {{30101: 4, 30201: 1}}
projects: []
last_year: {{budget: {{sources: {{general: {{by_nature: {{basic: 5}}}}}}}}}}
staffing: {{authorised: 2, active: 2}}
procurement: {{goods: 0, works: 0, services: 0}}
assets: {{as_of: "2023-12-31", vehicles: {{general: {{count: 0}}}}}}
performance: {{goal: 办好文, indicators: [{{group: 产出, kind: 数量, name: 文件, value: 5份, weight: 100}}]}}
"""


def spec(name: str = "office", *changes: tuple[str, str]) -> str:
    text = SPEC.format(id=name)
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def findings(result: Result) -> list[str]:
    """Return the lines about findings and specs, without the last one, which counts the checks."""
    *lines, tally = result.stderr.splitlines()
    assert re.fullmatch(r"[0-9]+ (checks:|项检查：).+", tally)
    return lines


class Root:
    """A folder with specs, and the command run on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "_site"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / "specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def disc(self, command: str, *arguments: str | Path, lang: str = "en") -> Result:
        result = CliRunner().invoke(main, [command, "--root", str(self.folder), "--lang", lang, *map(str, arguments)])
        # Anything but an exit is a traceback.
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    def pages(self) -> dict[str, bytes]:
        """Every file of the site with its contents."""
        files = sorted(path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in files}

    def disclosures(self) -> list[str]:
        """The addresses of all pages of the site."""
        return [name.removesuffix("/data.json") for name in self.pages() if name.endswith("/data.json")]


@pytest.fixture
def root(tmp_path: Path) -> Root:
    (tmp_path / "specs").mkdir()
    return Root(tmp_path)


def test_a_good_root(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    checked = root.disc("check")
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert findings(checked) == ["1 spec checked: 0 errors, 0 warnings, 0 notices"]
    assert not root.site.exists()
    built = root.disc("build")
    assert (built.exit_code, built.stdout) == (0, f"Site built: {root.site / 'index.html'}\n")
    assert root.disclosures() == ["a/office/2024-budget"]


def test_a_finding_is_said_at_its_place(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec("office", ("30201: 1", "30201: 2")))
    root.write("a/office/2025-budget.yaml", spec())
    for command in ("check", "build"):
        result = root.disc(command)
        assert (result.exit_code, result.stdout) == (1, "")
        lines = result.stderr.splitlines()
        assert lines[0].startswith("specs/a/office/2024-budget.yaml:10:5: error[breakdowns-disagree] ")
        assert lines[1:3] == ["    10 |     by_economic: {30101: 4, 30201: 2}", "       |     ^"]
        assert lines[3] == "    see also specs/a/office/2024-budget.yaml:9:5"
        assert lines[4].startswith("    → ")
        assert [line for line in lines if line.startswith("specs/a/office/2025-budget.yaml:3:7: error[")] != []
        assert [line for line in lines[-3:] if line.startswith("2 specs checked: ")] != []
        assert (lines[-1] == "Not published; the site was left as it was") is (command == "build")


def test_a_preview_and_a_published_site_do_not_take_each_other_s_place(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    assert root.disc("build").exit_code == 0
    before = root.pages()
    result = root.disc("build", "--drafts", "--out", root.site)
    assert result.exit_code == 2
    assert "holds a published site and no preview" in result.stderr
    assert root.pages() == before
    assert root.disc("build", "--drafts").exit_code == 0
    result = root.disc("build", "--out", root.folder / "_preview", lang="zh")
    assert (result.exit_code, "中是预览，不能用来放正式公开的网站" in result.stderr) == (2, True)


def test_the_languages(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec("office", ("year: 2024", "year: 2025")))
    english, chinese = root.disc("check", lang="en"), root.disc("check", lang="zh")
    assert findings(english) == [
        (
            "specs/a/office/2024-budget.yaml:3:7: error[address-disagrees] "
            "the file is office/2024-budget, but its contents say office/2025-budget"
        ),
        "    3 | year: 2025",
        "      |       ^",
        "    → Rename the file or folder, or correct entity.id or year",
        "1 spec checked: 1 error, 0 warnings, 0 notices",
    ]
    assert findings(chinese) == [
        (
            "specs/a/office/2024-budget.yaml:3:7: 错误[address-disagrees] "
            "文件是 office/2024-budget，按内容应为 office/2025-budget"
        ),
        "    3 | year: 2025",
        "      |       ^",
        "    → 改文件名或文件夹名，或改正 entity.id、year",
        "检查了 1 份文件：1 个错误，0 个警告，0 个提示",
    ]
    assert root.disc("check", lang="fr").exit_code == 2


def test_formats_for_programs(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec("office", ("year: 2024", "year: 2025")))
    summary = "1 spec checked: 1 error, 0 warnings, 0 notices\n"
    place = ("specs/a/office/2024-budget.yaml", 3, 7)
    for command in ("check", "build"):
        results = {name: root.disc(command, "--format", name) for name in ("json", "github", "sarif")}
        assert {result.exit_code for result in results.values()} == {1}
        assert {result.stderr.splitlines(keepends=True)[0] for result in results.values()} == {summary}
        (found,) = json.loads(results["json"].stdout)["findings"]
        assert (found["code"], *found["place"].values()) == ("address-disagrees", *place)
        assert results["github"].stdout.startswith("::error file=specs/a/office/2024-budget.yaml,line=3,col=7,title=")
        (run,) = json.loads(results["sarif"].stdout)["runs"]
        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["address-disagrees"]
        assert "Mend: " in run["tool"]["driver"]["rules"][0]["help"]["text"]
        assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["endColumn"] == len("year: 2025") + 1
    assert root.disc("check", "--format", "xml").exit_code == 2


def test_a_site_that_was_built_is_said_beside_the_report(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    result = root.disc("build", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["findings"]) == (0, [])
    assert result.stderr.splitlines()[-1] == f"Site built: {root.site / 'index.html'}"
    assert root.disc("check", "--format", "github").stdout == ""


def test_the_level_decides_what_is_shown_and_not_what_it_comes_to(root: Root) -> None:
    # A reason for a change that the form does not speak of is a warning.
    root.write("a/office/2024-budget.yaml", spec() + "purposes: {208: 保障}\n")
    all_of_it, errors = root.disc("check"), root.disc("check", "--level", "error")
    assert "warning[unused-purpose]" in all_of_it.stderr
    assert errors.stderr.splitlines() == all_of_it.stderr.splitlines()[-2:]
    assert root.disc("check", "--format", "github", "--level", "error").stdout == ""
    assert (all_of_it.exit_code, errors.exit_code) == (0, 0)
    broken = root.write("a/other/2024-budget.yaml", spec("another"))
    assert root.disc("check", broken, "--level", "error").stderr.count("error[address-disagrees]") == 1


def test_colours_only_where_they_are_wanted(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec("office", ("year: 2024", "year: 2025")))
    arguments = ["check", "--root", str(root.folder), "--lang", "en"]
    shown = {
        value: "\x1b[" in CliRunner(env={"NO_COLOR": value}).invoke(main, arguments, color=True).stderr
        for value in (None, "", "1", "0", "anything")
    }
    assert shown == {None: True, "": True, "1": False, "0": False, "anything": False}
    # Not on a terminal.
    assert "\x1b[" not in CliRunner().invoke(main, arguments).stderr


def test_explain() -> None:
    def explain(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["explain", *arguments])

    listed = explain("--lang", "zh")
    assert listed.exit_code == 0
    assert "  address-disagrees           错误  文件路径与内容不符" in listed.stdout.splitlines()
    page = explain("address-disagrees", "--lang", "en")
    assert page.stdout.startswith("address-disagrees  error  The file's path and its contents disagree\n\n")
    assert "\nMend: " in page.stdout
    assert explain("missing-field", "--lang", "zh").stdout.splitlines()[2:7] == [
        "缺少 {field}",
        "→ 加上 {name}：{expect}",
        "",
        "同类：字段",
        "",
    ]
    unknown = explain("adress-disagree", "--lang", "en")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert unknown.stderr.endswith("Error: there is no code adress-disagree. The nearest is address-disagrees\n")
    assert explain("x", "--lang", "zh").stderr.endswith("没有 x 这个编码。disc explain 列出所有编码\n")
    assert explain("foo", "--lang", "en").stderr.endswith("there is no code foo. `disc explain` lists all codes\n")


def test_a_name_of_a_file_that_is_no_text(root: Root) -> None:
    path = Path(os.fsdecode(os.fsencode(root.folder / "specs/a") + b"/\x1b[31m\xff/2024-budget.yaml"))
    path.parent.mkdir(parents=True)
    path.write_text(spec(), encoding="utf-8")
    for name in ("text", "json", "github", "sarif"):
        result = root.disc("check", "--format", name)
        assert result.exit_code == 1
        assert "\x1b" not in result.output


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "表样"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "form"),
        ({"LANG": "C", "LC_ALL": "zh_CN.UTF-8"}, "表样"),
        ({"LANG": "de_DE.UTF-8"}, "form"),
    ],
)
def test_the_language_that_the_user_asks_for(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, str], first: str
) -> None:
    # Whether the system has this locale or not: containers have none.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, asked.get(name, ""))
    assert CliRunner().invoke(main, ["forms", "--root", str(ROOT)]).stdout.startswith(first)


def test_from_a_shell(root: Root) -> None:
    # What a process prints and returns, whatever its locale can show.
    root.write("a/office/2024-budget.yaml", spec("office", ("year: 2024", "year: 2025")))
    run = subprocess.run(
        [sys.executable, "-m", "disc.cli", "check"],
        cwd=root.folder,
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.decode().startswith("specs/a/office/2024-budget.yaml:3:7: ")
    assert b"Traceback" not in run.stderr


def test_a_build_with_errors_leaves_the_site_as_it_was(root: Root) -> None:
    root.write("a/one/2024-budget.yaml", spec("one"))
    path = root.write("a/two/2024-budget.yaml", spec("two"))
    assert root.disc("build").exit_code == 0
    before = root.pages()
    assert root.disclosures() == ["a/one/2024-budget", "a/two/2024-budget"]
    root.write("a/one/2024-budget.yaml", spec("one", ("{2010301: 5}", "{2010301: 6}"), ("30201: 1", "30201: 2")))
    root.write("a/two/2024-budget.yaml", spec("two", ("30201: 1", "30201: 2")))
    assert root.disc("build").exit_code == 1
    assert root.pages() == before
    assert sorted(path.name for path in root.folder.iterdir()) == ["_site", "specs"]
    # The good one alone can be built, and the other page stays as it was.
    assert root.disc("build", root.folder / "specs/a/one").exit_code == 0
    after = root.pages()
    changed = {name for name in after if after[name] != before[name] and not name.startswith("data/")}
    assert changed >= {"a/one/2024-budget/index.html", "a/one/index.html", "a/2024.html"}
    assert [name for name in changed if name.startswith("a/two/")] == []
    # What was published does not vanish without a word.
    path.unlink()
    assert root.disc("build").exit_code == 1
    assert root.pages() == after


def test_a_preview_has_a_folder_of_its_own(root: Root) -> None:
    root.write("a/one/2024-budget.yaml", "draft: true\n" + spec("one"))
    built = root.disc("build", "--drafts")
    assert (built.exit_code, built.stdout) == (0, f"Site built: {root.folder / '_preview/index.html'}\n")
    assert sorted(path.name for path in root.folder.iterdir()) == ["_preview", "specs"]
    assert "草稿" in (root.folder / "_preview/a/one/2024-budget/index.html").read_text(encoding="utf-8")
    # Without it, the draft is checked and left out.
    assert root.disc("build").exit_code == 0
    assert root.disclosures() == []


def test_building_one_by_one_gives_the_same_site_as_building_all(root: Root) -> None:
    names = ["a/one", "b/two"]
    for name in names:
        root.write(f"{name}/2024-budget.yaml", spec(name.split("/")[1]))
    assert root.disc("build").exit_code == 0
    together = root.pages()
    root.site.rename(root.folder / "other")
    for name in reversed(names):
        assert root.disc("build", root.folder / "specs" / name).exit_code == 0
    assert root.pages() == together


def test_paths(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    one = root.write("a/one/2024-budget.yaml", spec("one"))
    two = root.write("a/two/2024-budget.yaml", spec("two"))
    root.write("a/notes.txt", "no spec")
    monkeypatch.chdir(root.folder)
    chosen: dict[tuple[str, ...], list[Path]] = {
        (): [one, two],
        ("specs",): [one, two],
        ("specs/a", "specs/a/one", "specs/a/one/2024-budget.yaml"): [one, two],
        ("specs/../specs/a/two/2024-budget.yaml",): [two],
        (str(root.folder / "specs/a/one"),): [one],
    }
    for paths, files in chosen.items():
        assert list(find_specs(Options(root.folder, tuple(map(Path, paths))))) == files, paths
    result = root.disc("check", "specs/a/two")
    assert (result.exit_code, findings(result)) == (0, ["1 spec checked: 0 errors, 0 warnings, 0 notices"])


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"null", 10**5 * b"["])
@pytest.mark.parametrize(
    ("name", "command"),
    [
        *product(["budget", "form", "site", "publishers"], ["check", "build"]),
        *product(["budget", "form"], ["forms", "forms xinjiang/unit-budget"]),
    ],
)
def test_a_schema_of_the_root_that_cannot_be_used(root: Root, name: str, content: bytes, command: str) -> None:
    root.write("a/one/2024-budget.yaml", spec("one"))
    (root.folder / "schema").mkdir()
    (root.folder / f"schema/{name}.schema.json").write_bytes(content)
    result = root.disc(*command.split())
    assert result.exit_code == 2
    assert f"schema/{name}.schema.json cannot be used: " in result.stderr


@pytest.mark.parametrize(
    "path", ["specs/nothing", "nothing.yaml", ".", "..", "/", "/etc/passwd", "specs/../other.yaml"]
)
def test_paths_outside_are_misuse(root: Root, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    root.write("../other.yaml", spec())
    monkeypatch.chdir(root.folder)
    for command in ("check", "build"):
        result = root.disc(command, path)
        assert result.exit_code == 2
        assert path in result.stderr
        there = (root.folder / path).exists()
        assert ("there is no file or folder" in result.stderr, "not a spec or a folder" in result.stderr) == (
            not there,
            there,
        )
        assert not root.site.exists()


def test_misuse(root: Root) -> None:
    runner = CliRunner()
    assert root.disc("check").exit_code == 2  # no specs at all
    assert "/specs; run disc in the folder that has specs/, or name that" in root.disc("build").stderr
    assert runner.invoke(main, ["check", "--root", str(root.folder / "nothing")]).exit_code == 2
    assert runner.invoke(main, ["bild"]).exit_code == 2
    assert runner.invoke(main, ["build", "--fast"]).exit_code == 2
    assert runner.invoke(main, ["check", "--out", "x"]).exit_code == 2
    assert runner.invoke(main, ["--version"]).stdout == f"disc, version {__version__}\n"
    assert runner.invoke(main, ["build", "-h"]).exit_code == 0


@pytest.mark.parametrize(("lang", "words"), [("en", "was not made by disc"), ("zh", "不是 disc 生成的文件夹")])
def test_a_folder_that_is_not_discs_is_refused(root: Root, lang: str, words: str) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    other = root.folder / "documents"
    other.mkdir()
    (other / "thesis.doc").write_text("mine", encoding="utf-8")
    result = root.disc("build", "--out", other, lang=lang)
    assert result.exit_code == 2
    assert words in result.stderr
    assert [path.name for path in other.iterdir()] == ["thesis.doc"]
    # Neither the root nor what is above, nor what disc reads, nor what leads nowhere are a site.
    root.folder.joinpath("loop").symlink_to("loop")
    names = ("", "specs", "..", "site", "site/static/here", "schema/here", "loop", "loop/here")
    for folder in (root.folder / name for name in names):
        assert root.disc("build", "--out", folder).exit_code == 2
    assert (root.folder / "specs/a/office/2024-budget.yaml").read_text(encoding="utf-8") == spec()


@pytest.mark.parametrize("found", [RuntimeError(), Path("~/.cache/disc")])
def test_a_user_without_a_home_has_no_cache(
    root: Root, found: Path | Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def user_cache(*_: object, **__: object) -> Path:
        if isinstance(found, Exception):
            raise found
        return found

    root.write("a/office/2024-budget.yaml", spec())
    monkeypatch.delenv("DISC_CACHE_DIR", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_path", user_cache)
    monkeypatch.chdir(root.folder)
    assert root.disc("build").exit_code == 0
    assert not (root.folder / "~").exists()


def test_a_site_of_an_unknown_version_is_not_mixed_with(root: Root) -> None:
    path = root.write("a/office/2024-budget.yaml", spec())
    root.site.mkdir()
    (root.site / ".disc.json").write_text("{}", encoding="utf-8")
    assert root.disc("build", path).exit_code == 2
    assert root.disc("build").exit_code == 0


def test_two_specs_for_the_same(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    root.write("b/office/2024-budget.yaml", spec())
    result = root.disc("check")
    assert result.exit_code == 1
    assert "specs/b/office/2024-budget.yaml:5:14: error[duplicate-spec]" in result.stderr


def project(fields: str) -> tuple[str, str]:
    return ("projects: []", f"projects: [{{{{name: 甲, {fields}}}}}]".replace("{{", "{").replace("}}", "}"))


# Files that are no good spec, and the codes that are found in each.
HOSTILE: dict[str, tuple[str | bytes, set[str]]] = {
    "binary": (bytes(range(256)) * 50, {"not-utf8"}),
    "empty": ("", {"empty-file"}),
    "comment": ("# nothing\n", {"empty-file"}),
    "null": ("null\n", {"empty-file"}),
    "list": ("- kind: budget\n", {"not-a-mapping"}),
    "utf16": (spec().encode("utf-16"), {"not-utf8"}),
    "gbk": (spec().encode("gbk"), {"not-utf8"}),
    "deep": ("a: " + "[" * 5000, {"too-deep"}),
    "indented": ("".join(f"{' ' * n}a:\n" for n in range(1000)), {"too-deep"}),
    "large": ("a: 1\n" * 300_000, {"file-too-large"}),
    "laughs": ("a: &a [x]\nb: [*a, *a]\n", {"anchor", "alias", "missing-kind-or-form"}),
    "tag": ("kind: !!python/object/apply:os.system [id]\n", {"tag", "missing-kind-or-form"}),
    "headless": ("form: xinjiang/unit-budget\n", {"missing-kind-or-form"}),
    "number": ("kind: 5\nform: xinjiang/unit-budget\n", {"missing-kind-or-form"}),
    "path": ("kind: ../../etc\nform: xinjiang/unit-budget\n", {"unknown-kind"}),
    "settings": ("kind: site\nform: xinjiang/unit-budget\n", {"unknown-kind"}),
    "passwd": ("kind: budget\nform: ../../../../etc/passwd\n", {"unknown-form"}),
    "formlist": ("kind: budget\nform: [a]\n", {"missing-kind-or-form"}),
    "abstract": (spec("abstract", ("xinjiang/unit-budget", "base/budget")), {"base-form"}),
    "early": (spec("early", ("year: 2024", "year: 2001")), {"unknown-year"}),
    "yeartext": (spec("yeartext", ("year: 2024", 'year: "2024"')), {"number-as-text"}),
    "poor": (spec("poor", project("function: 2010301, source: general")), {"project-amount"}),
    "class": (spec("class", ("{2010301: 5}", "{201: 5}")), {"bad-key"}),
    "unknown": (spec("unknown", ("{2010301: 5}", "{9990101: 5}")), {"unknown-code"}),
    "keys": ("kind: budget\nform: xinjiang/unit-budget\nyear:\nbasic:\n", {"missing-field", "missing-value"}),
    "template": (spec("template", ("[承办文件。]", '["{{ 1 }}{% x %}"]')), {"unknown-reference"}),
    "moneyless": (spec("moneyless").split("basic:")[0] + "basic: {}\nprojects: []\n", {"no-money"}),
}

# Specs that are odd, and all right.
ODD = {
    "negative": (("{2010301: 5}", "{2010301: -5}"), ("{30101: 4, 30201: 1}", "{30101: -4, 30201: -1}")),
    "zero": (("{2010301: 5}", "{2010301: 0}"), ("{30101: 4, 30201: 1}", "{30101: 0, 30201: 0}")),
    "digits": (("2010301: 5", f"2010301: {'9' * 20}"), ("30101: 4, 30201: 1", f"30101: {'9' * 20}")),
    "fraction": (("2010301: 5", "2010301: 0.0000000001"), ("30101: 4, 30201: 1", "30101: 0.0000000001")),
    "html": (("[承办文件。]", '["<script>alert(1)</script>", "**", "=1+1", "\\\\"]'),),
}


def test_every_hostile_file_is_described_and_none_hides_another(root: Root) -> None:
    for name, (content, _) in HOSTILE.items():
        root.write(f"a/{name}/2024-budget.yaml", content)
    result = root.disc("build")
    assert result.exit_code == 1
    found: dict[str, set[str]] = {}
    for line in result.stderr.splitlines():
        if match := re.match(r"specs/a/(\w+)/2024-budget\.yaml:\d+:\d+: error\[([a-z0-9-]+)\] ", line):
            found.setdefault(match[1], set()).add(match[2])
    assert found == {name: codes for name, (_, codes) in HOSTILE.items()}
    assert not root.site.exists()


def test_odd_specs_are_published(root: Root) -> None:
    for name, changes in ODD.items():
        root.write(f"a/{name}/2024-budget.yaml", spec(name, *changes))
    result = root.disc("build")
    assert result.exit_code == 0
    warned = set(re.findall(r"specs/a/(\w+)/.*warning\[(.*)\]", result.stderr))
    assert warned >= {("negative", "negative-amount"), ("digits", "out-of-scale"), ("fraction", "out-of-scale")}
    assert "5 specs checked: 0 errors" in result.stderr
    assert root.disclosures() == [f"a/{name}/2024-budget" for name in sorted(ODD)]
    assert b"<script>alert" not in root.pages()["a/html/2024-budget/index.html"]
    assert b"99999999999999999999.00" in root.pages()["a/digits/2024-budget/index.md"]


def outside(path: Path) -> None:
    target = path.parents[4] / "secret.yaml"
    target.write_text(spec(), encoding="utf-8")
    path.symlink_to(target)


NO_FILES: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a link to nothing": lambda path: path.symlink_to("nothing.yaml"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link out of the root": outside,
    "a pipe": os.mkfifo,
}


def test_what_is_no_file_of_the_root_is_not_looked_at(root: Root) -> None:
    root.write("a/good/2024-budget.yaml", spec("good"))
    folder = root.folder / "specs/a/office"
    folder.mkdir()
    for name, make in NO_FILES.items():
        make(folder / f"{name}.yaml")
    result = root.disc("build")
    assert findings(result) == ["1 spec checked: 0 errors, 0 warnings, 0 notices"]
    assert root.disclosures() == ["a/good/2024-budget"]


@pytest.mark.parametrize("name", NO_FILES)
def test_to_ask_for_it_is_misuse(root: Root, name: str) -> None:
    path = root.folder / "specs/a/office.yaml"
    path.parent.mkdir()
    NO_FILES[name](path)
    result = root.disc("check", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_the_repository_itself_is_in_order() -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(ROOT), "--lang", "en"])
    assert (result.exit_code, result.stdout) == (0, "")
    # Nine mistakes of a published document, which are told in the list of its differences. The published reason for the
    # fall of the carry-over says that it rose, and was left out. Two others lack numbers of what “三公” was for.
    assert result.stderr.count("warning[missing-reason] 财政拨款结转 falls by 1.69万元 (26.95%)") == 1
    assert findings(result)[-1].endswith("checked: 0 errors, 12 warnings, 1 notice")


@pytest.mark.parametrize("target", [".", "specs", "specs/a", ".."])
def test_the_root_and_its_specs_are_never_replaced(root: Root, target: str) -> None:
    root.write("a/office/2024-budget.yaml", spec("office"))
    (root.folder / ".disc.json").write_text("{}", encoding="utf-8")
    (root.folder / "specs/.disc.json").write_text("{}", encoding="utf-8")
    (root.folder / "_site").symlink_to(root.folder / target)
    before = sorted(root.folder.rglob("*"))
    assert root.disc("build").exit_code == 2
    assert sorted(root.folder.rglob("*")) == before


def test_forms(root: Root) -> None:
    assert root.disc("forms", lang="zh").stdout.splitlines()[0].split() == ["表样", "名称", "地区", "年度", "表"]
    listed = [line.split()[0] for line in root.disc("forms").stdout.splitlines()[1:]]
    assert "xinjiang/unit-budget" in listed
    assert "base/budget" not in listed
    page = root.disc("forms", "xinjiang/unit-budget")
    assert (page.exit_code, page.stdout.splitlines()[0].split()[0]) == (0, "xinjiang/unit-budget")


def test_a_form_that_is_not_there(root: Root) -> None:
    for command, *path in (["forms"], ["new", root.folder / "specs/a/office/2024-budget.yaml"]):
        unknown = root.disc(str(command), "xinjiang/unit", *path)
        assert (unknown.exit_code, unknown.stdout) == (2, "")
        wanted = "no form called xinjiang/unit. Forms that can be named, nearest first: xinjiang/unit-budget ("
        assert wanted in unknown.stderr
        strange = root.disc(str(command), "foo", *path).stderr
        assert "xinjiang/unit-budget (" in strange
        assert "base/budget" not in strange
        abstract = root.disc(str(command), "base/budget", *path, lang="zh")
        assert abstract.exit_code == 2
        assert "表样 base/budget 只供其他表样继承" in abstract.stderr
    assert list((root.folder / "specs").iterdir()) == []


def test_a_form_with_errors_does_not_hide_the_others(root: Root) -> None:
    broken = root.folder / "schema/forms/test/broken.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("title: 试\nkind: budget\nextends: base/budgt\n", encoding="utf-8")
    result = root.disc("forms")
    assert result.exit_code == 1
    assert "xinjiang/unit-budget" in result.stdout
    assert result.stderr.startswith("schema/forms/test/broken.yaml:3:10: error[unknown-base-form]")
    assert root.disc("forms", "test/broken").exit_code == 1


def test_a_new_spec(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root.folder / "specs/a/library/2024-budget.yaml"
    result = root.disc("new", "xinjiang/unit-budget", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"Written: {path}"
    assert f"`disc check --root {root.folder} {path}`" in result.stdout
    checked = root.disc("check", path)
    assert checked.exit_code == 1
    assert set(re.findall(r"error\[([a-z-]+)\]", checked.stderr)) == {"missing-value"}
    # What is there stays.
    path.write_text("mine", encoding="utf-8")
    again = root.disc("new", "xinjiang/unit-budget", path, lang="zh")
    assert (again.exit_code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert f"{path} 已经存在" in again.stderr
    # From the root itself, with a path as one would type it.
    monkeypatch.chdir(root.folder)
    result = CliRunner().invoke(main, ["new", "xinjiang/unit-budget", "specs/b/c/2025-budget.yaml", "--lang", "zh"])
    assert "直到 disc check specs/b/c/2025-budget.yaml 没有错误" in result.stdout
    assert (root.folder / "specs/b/c/2025-budget.yaml").is_file()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("2024-budget.yaml", "2024-budget.yaml is not a spec or a folder below specs"),
        ("specs/../a/2024-budget.yaml", "is not a spec or a folder below specs"),
        ("specs", "is not a spec or a folder below specs"),
        ("specs/2024-budget.yaml", "Error: specs/2024-budget.yaml should be specs/…/ID/YEAR-budget.yaml"),
        ("specs/a/2024-final.yaml", "Error: specs/a/2024-final.yaml should be specs/…/ID/YEAR-budget.yaml"),
        ("specs/a/2024-budget.yml", "Error: specs/a/2024-budget.yml should be specs/…/ID/YEAR-budget.yaml"),
        ("specs/a/24-budget.yaml", "Error: specs/a/24-budget.yaml should be specs/…/ID/YEAR-budget.yaml"),
        ("specs/A_b/2024-budget.yaml", "A_b cannot be the id of an entity"),
        ("specs/a/2001-budget.yaml", "there are no classification tables for 2001, nor for a year before it"),
        ("specs/a/b/2023-budget.yaml", "the form xinjiang/unit-budget is for 2024 and later, this is 2023"),
        ("specs/A/b/2024-budget.yaml", "the folder name A cannot be used: only lower-case letters"),
        ("specs/coverage/b/2024-budget.yaml", "the folder name coverage cannot be used: the site has its own pages"),
    ],
)
def test_a_path_that_no_spec_can_have(root: Root, monkeypatch: pytest.MonkeyPatch, path: str, words: str) -> None:
    monkeypatch.chdir(root.folder)
    result = CliRunner().invoke(main, ["new", "xinjiang/unit-budget", path, "--lang", "en"])
    assert result.exit_code == 2
    assert words in result.stderr
    assert [found.name for found in root.folder.rglob("*")] == ["specs"]


def test_a_disk_that_refuses_a_new_spec(root: Root) -> None:
    (root.folder / "specs/a").write_text("a file", encoding="utf-8")
    result = root.disc("new", "xinjiang/unit-budget", root.folder / "specs/a/office/2024-budget.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def summary_of(result: Result) -> dict[str, Any]:
    """What --json prints, as its schema describes it."""
    data: dict[str, Any] = json.loads(result.stdout)
    schema = json.loads((ROOT / "schema/summary.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(data)
    return data


def test_what_came_of_it_in_numbers(root: Root) -> None:
    path = root.write("a/office/2024-budget.yaml", spec())
    built = summary_of(root.disc("build", "--json"))
    assert (built["command"], built["specs"], built["disclosures"]) == ("build", 1, 1)
    pages = root.pages()
    assert built["site"] == {
        "pages": sum(name.endswith(".html") for name in pages),
        "written": len(pages),
        "kept": 0,
        "removed": 0,
        "bytes": sum(map(len, pages.values())),
    }
    times = built["microseconds"]
    assert all(times.values())
    assert sum(time for stage, time in times.items() if stage != "total") <= times["total"]
    again = summary_of(root.disc("build", "--json"))
    assert again["site"] == {**built["site"], "written": 0, "kept": len(pages), "bytes": 0}
    path.write_text(spec("another"), encoding="utf-8")
    for command in ("build", "check"):
        result = root.disc(command, "--json")
        assert result.exit_code == 1
        assert "error[address-disagrees]" in result.stderr
        failed = summary_of(result)
        assert (failed["command"], failed["counts"]["error"], "site" in failed) == (command, 1, False)


def test_only_one_thing_goes_to_standard_output(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    result = root.disc("check", "--json", "--format", "sarif")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "choose one of them" in result.stderr


def test_quiet(root: Root) -> None:
    path = root.write("a/office/2024-budget.yaml", spec())
    for command in ("check", "build"):
        result = root.disc(command, "--quiet")
        assert (result.exit_code, result.output) == (0, "")
    path.write_text(spec("another"), encoding="utf-8")
    result = root.disc("build", "-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line for line in result.stderr.splitlines() if not line.startswith("    ")] == [
        (
            "specs/a/office/2024-budget.yaml:5:14: error[address-disagrees] "
            "the file is office/2024-budget, but its contents say another/2024-budget"
        )
    ]


@pytest.mark.parametrize("terminal", [True, False])
def test_a_long_run_says_how_far_it_is(root: Root, monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    for name in ("one", "two", "three"):
        root.write(f"a/{name}/2024-budget.yaml", spec(name))
    clock = iter(range(0, 10**15, 2 * 10**9))
    monkeypatch.setattr(watch, "monotonic_ns", lambda: next(clock))
    monkeypatch.setattr("disc.terminal._is_terminal", lambda: terminal)
    shown = root.disc("build").stderr
    assert ("\r[" in shown) == terminal
    assert re.search(r"2/3(?: \(66 %\))?, 0\.[0-9] per second, [0-9]+ (?:s|min [0-9]+ s) left", shown)
    assert "per second" not in root.disc("build", "--quiet").stderr


def test_how_long_it_takes_changes_no_page(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    root.disc("build")
    before = root.pages()
    clock = iter(range(0, 10**15, 10**9))
    monkeypatch.setattr(watch, "monotonic_ns", lambda: next(clock))
    assert summary_of(root.disc("build", "--json"))["site"]["written"] == 0
    assert root.pages() == before


def test_a_build_that_another_one_keeps_waiting(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    monkeypatch.setattr("disc.publish.lock._locked", lambda _: False)
    monkeypatch.setattr("disc.publish.lock.time.sleep", lambda _: None)
    for lang, words in (("en", "another disc (process ?) is building"), ("zh", "另一个 disc（进程 ?）正在生成")):
        result = root.disc("build", lang=lang)
        assert result.exit_code == 1
        assert words in result.stderr
        assert not root.site.exists()


def test_a_disk_that_refuses_the_site(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root.write("a/office/2024-budget.yaml", spec())
    root.disc("build")
    before = root.pages()
    path.write_text(spec("office", ("30101: 4, 30201: 1", "30101: 3, 30201: 2")), encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("disc.publish.tree.os.link", full)
    monkeypatch.setattr("disc.publish.tree.shutil.copyfile", full)
    for lang, words in (
        ("en", "the site was left alone: [Errno 28] No space left on device"),
        ("zh", "网站没有改动：磁盘已满"),
    ):
        result = root.disc("build", lang=lang)
        assert result.exit_code == 1
        assert result.stderr.endswith(f"{words}\n")
        assert root.pages() == before


def test_a_folder_for_the_site_whose_name_is_no_text(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    out = Path(os.fsdecode(os.fsencode(root.folder) + b"/\xff/_site"))
    result = root.disc("build", "--out", out)
    assert (result.exit_code, "\\udcff/_site" in result.stdout) == (0, True)
    (out / ".disc.json").unlink()
    assert root.disc("build", "--out", out).exit_code == 2


def test_nothing_that_the_system_refuses_ends_in_a_traceback(root: Root) -> None:
    root.write("a/office/2024-budget.yaml", spec())
    command = [sys.executable, "-m", "disc.cli", "build", "--root", str(root.folder), "--json"]
    # Nobody listens; then, where the system has such a thing, what is told goes to a full disk.
    for more, said in (("2>&-", b""), ("<&- >&- 2>&-", b""), (">/dev/full", b"[Errno 28]")):
        if "full" not in more or Path("/dev/full").exists():
            done = subprocess.run(["sh", "-c", f'"$@" {more}', "sh", *command], capture_output=True, check=False)
            assert (done.returncode, said in done.stderr, b"Traceback" in done.stderr) == (int(bool(said)), True, False)
            assert root.pages()


@pytest.mark.parametrize("name", ["main", *main.commands])
def test_the_chinese_help_has_what_the_english_has(name: str) -> None:
    arguments = [] if name == "main" else [name]
    english, chinese = (
        CliRunner(env={"LC_ALL": locale}).invoke(main, [*arguments, "--help"]).stdout for locale in ("C", "zh_CN.UTF-8")
    )
    for text, words in ((english, "Usage: "), (chinese, "用法：disc")):
        assert text.startswith(words)
    options, commands = re.compile(r"^  (?:-\w, )?(--[a-z-]+)", re.MULTILINE), re.compile(r"^  (\w+) ", re.MULTILINE)
    assert sorted(options.findall(chinese)) == sorted(options.findall(english))
    assert name != "main" or commands.findall(chinese) == commands.findall(english.partition("Commands:")[2])


@pytest.mark.parametrize("name", [*main.commands])
def test_the_help_is_in_the_language_that_is_asked_for(name: str) -> None:
    run = CliRunner(env={"LC_ALL": "C"}).invoke
    assert run(main, [name, "--lang", "zh", "--help"]).stdout.startswith(f"用法：disc {name}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("check --foo", "没有 --foo 这个选项；是不是要写 --format、--root"),
        ("check --quie", "没有 --quie 这个选项；是不是要写 --quiet"),
        ("check -x", "没有 -x 这个选项"),
        ("check --quiet=3", "--quiet 后面不写值"),
        ("check --root", "--root 后面要写一个值"),
        ("check -j", "-j 后面要写一个值"),
        ("check --root ./没有", "--root：没有 ./没有 这个文件夹"),
        ("check --root {file}", "--root：{file} 是文件，不是文件夹"),
        ("check --format yaml", "--format：不能是 yaml，可选 text、json、github、sarif"),
        ("check --lang fr", "--lang：不能是 fr，可选 zh、en"),
        ("check --jobs 0", "--jobs / -j：0 太小，至少是 1"),
        ("check --jobs 两个", "--jobs / -j：两个 不是整数"),
        ("check --cluster 这里", "--cluster：这里 不是调度器的地址，应如 tcp://主机:8786"),
        ("build --out {file}", "--out：{file} 是文件，不是文件夹"),
        ("build --cache-dir {file}", "--cache-dir：{file} 是文件，不是文件夹"),
        ("new", "没有写“表样”"),
        ("new a/b", "没有写“路径”"),
        ("new a/b c d e", "多写了 d e"),
        ("explain a b", "多写了 b"),
        ("chek", "没有 chek 这个命令"),
        ("--foo", "没有 --foo 这个选项"),
    ],
)
def test_a_misused_command_is_told_in_chinese(tmp_path: Path, arguments: str, said: str) -> None:
    """Whatever the library itself would say: no sentence of it is left."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    given = arguments.format(file=file).split()
    command = next((f" {name}" for name in main.commands if name == given[0]), "")
    result = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"}).invoke(main, given)
    usage, see, empty, wrong = result.stderr.splitlines()
    assert result.exit_code == 2
    assert usage.startswith(f"用法：disc{command} [选项]")
    assert (see, empty) == (f"说明见 disc{command} --help", "")
    # Which command was meant, older versions of the library do not say.
    assert wrong.removesuffix("；是不是要写 check") == f"错误：{said.format(file=file)}"


@pytest.mark.parametrize("option", [["--lang", "zh"], ["--lang=zh"]])
def test_the_option_counts_where_the_locale_is_another(option: list[str]) -> None:
    result = CliRunner(env={"LC_ALL": "C"}).invoke(main, ["check", "--foo", *option])
    assert result.stderr.startswith("用法：disc check")
    result = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"}).invoke(main, ["check", "--foo", "--lang", "en"])
    assert result.stderr.startswith("Usage: ")


def test_every_argument_has_a_chinese_name() -> None:
    names = {each.name for command in main.commands.values() for each in command.params if isinstance(each, Argument)}
    assert names == ARGUMENTS.keys()


@pytest.mark.parametrize(("lang", "said"), [("zh", "\n已中断\n"), ("en", "\nAborted!\n")])
def test_who_interrupts_is_told_in_the_language(
    root: Root, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("disc.build.check", interrupted)
    result = root.disc("check", lang=lang)
    assert (result.exit_code, result.stderr) == (1, said)


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "错误：{path}：没有权限"), ("en", "Error: [Errno 13] Permission denied: '{path}'")]
)
def test_what_the_system_refuses_is_told_in_the_language(
    root: Root, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(root.folder))

    monkeypatch.setattr("disc.build.check", refused)
    result = root.disc("check", lang=lang)
    assert (result.exit_code, result.stderr) == (1, said.format(path=root.folder) + "\n")
