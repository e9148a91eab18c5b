"""What of the last build is taken over: just what would come out the same and stands as it was written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from disc.build import Result, build
from disc.load.spec_files import Options
from disc.publish.manifest import ManifestError
from disc.publish.seal import sealed
from disc.work.inputs import Inputs
from disc.work.means import Means
from disc.work.workshop import Workshop
from tests.department import CENTRE, DEPARTMENT, HEADQUARTERS, SQUAD
from tests.publish.sites import tree
from tests.roots import a_spec
from tests.work.changing import LAST, MONEY, OF_ACCOUNTS, Changing
from tests.work.many import a_big_root

OFFICE = "b/office/2024-budget.yaml"
ALL = {OFFICE, DEPARTMENT, HEADQUARTERS, SQUAD, CENTRE}


class Site:
    """A root, its site, and which specs the last build made."""

    def __init__(self, home: Path) -> None:
        self.home, self.out = home, home / "site"
        self.changing = Changing(home / "root")
        self.made: set[str] = set()

    def build(self, *names: str, drafts: bool = False, out: str = "site") -> Result:
        """Build all specs, or those that are named."""
        self.made.clear()
        paths = tuple(self.changing.root / "specs" / name for name in names)
        options, means = Options(self.changing.root, paths, drafts), Means(cache=self.home / "cache")
        return build(options, self.home / out, means=means)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that was built once."""
    site = Site(tmp_path)
    make = Workshop.make

    def noted(self: Workshop, path: Path, **how: object) -> object:
        site.made.add(path.relative_to(site.changing.root.resolve() / "specs").as_posix())
        return make(self, path, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Workshop, "make", noted)
    site.build()
    assert site.made == ALL
    yield site
    # Whatever was done, what stands is what a build of everything makes.
    site.build()
    build(Options(site.changing.root), site.home / "anew")
    assert tree(site.out) == tree(site.home / "anew")


def test_nothing_is_made_where_nothing_has_changed(site: Site) -> None:
    site.changing.change_nothing(1)
    times = {path: path.stat().st_mtime_ns for path in site.out.rglob("*")}
    for _ in range(2):
        result = site.build()
        assert site.made == set()
        assert result.published is not None
        assert (result.published.written, result.published.removed) == (0, 0)
        assert result.published.kept == len(tree(site.out))
    assert {path: path.stat().st_mtime_ns for path in site.out.rglob("*")} == times


def test_an_edit(site: Site) -> None:
    before = tree(site.out)
    site.changing.edit(1)
    result = site.build()
    assert site.made == {OFFICE}
    after = tree(site.out)
    changed = {path for path in before if before[path] != after[path]}
    assert result.published is not None
    assert result.published.written == len(changed)
    lists = {"b/2024.html", "data/653023/facts.csv", "data/653023/facts.excel.csv", "data/facts.csv"}
    about = {".disc.json", "data/datapackage.json", "data/653023/datapackage.json"}
    search = {"search/653023.js"}  # Its results say how much a disclosure is about.
    assert {path for path in changed if not path.startswith("b/office/")} == lists | about | search
    site.build()
    assert site.made == set()


def test_a_unit_and_its_department(site: Site) -> None:
    site.changing.edit_a_unit(1)
    site.build()
    assert site.made == {CENTRE, DEPARTMENT}


def test_last_year(site: Site) -> None:
    """A spec is made again when last year's appears and changes; its department does not look at that."""
    for amount in (1, 2):
        site.changing.add_last_year(amount)
        site.build()
        assert site.made == {LAST, SQUAD}


def test_accounts_and_the_budget_that_they_are_compared_with(site: Site) -> None:
    """An edit of the budget changes both, one of the accounts only these; who builds the budget alone builds both."""
    site.changing.add_accounts(1)
    site.build()
    assert site.made == {OF_ACCOUNTS}
    site.changing.edit(0)
    site.build()
    assert site.made == {OFFICE, OF_ACCOUNTS}
    site.changing.edit(1)
    result = site.build(OFFICE)
    assert site.made == {OFFICE, OF_ACCOUNTS}
    assert [(d.code, str(d.span)) for d in result.diagnostics if d.code == "built-too"] == [
        ("built-too", f"specs/{OF_ACCOUNTS}:1:1")
    ]
    site.changing.add_accounts(2)
    site.build(OF_ACCOUNTS)
    assert site.made == {OF_ACCOUNTS}


def test_what_is_looked_for_in_vain(site: Site) -> None:
    """A file of the name that a spec looks for counts, be it the one or not."""
    a_spec(site.changing.root, "c/office/2023-budget.yaml", MONEY.format(amount=1))
    site.build()
    assert site.made == {"c/office/2023-budget.yaml", OFFICE}


def test_a_form(site: Site) -> None:
    site.changing.change_the_form(1)
    site.build()
    assert site.made == ALL


def test_a_form_that_no_spec_has(site: Site) -> None:
    """That there is one more form can matter to what is said of an unknown one, and the contents of it to none."""
    path = site.changing.root / "schema/forms/test/other.yaml"
    path.write_text("title: 甲\nkind: budget\nextends: base/budget\n", "utf-8")
    site.build()
    path.write_text("title: 乙\nkind: budget\nextends: base/budget\n", "utf-8")
    site.build()
    assert site.made == set()


def test_tables_of_another_year(site: Site) -> None:
    source = Path(__file__).parents[2] / "schema/classification/2023/function.yaml"
    path = site.changing.root / "schema/classification/2023/function.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(source.read_text("utf-8") + "# \n", "utf-8")
    site.build()
    assert site.made == set()
    path = site.changing.root / "schema/classification/2024/function.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(source.with_name("function.yaml").read_text("utf-8").replace("2023", "2024") + "# \n", "utf-8")
    site.build()
    assert site.made == ALL


def test_templates_and_settings_are_for_all(site: Site) -> None:
    for change in (site.changing.change_a_template, site.changing.change_the_settings):
        change(1)
        site.build()
        assert site.made == ALL


def test_a_style_sheet_is_for_none(site: Site) -> None:
    site.changing.change_the_looks(1)
    site.build()
    assert site.made == ALL, "every page may name one more"
    site.changing.change_the_looks(2)
    result = site.build()
    assert site.made == set()
    assert result.published is not None
    assert result.published.written == 1


def test_another_version_of_the_program(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("disc.work.inputs.__version__", "0.0.1")
        site.build()
        assert site.made == ALL


def test_files_of_the_site_that_somebody_changed(site: Site) -> None:
    page = site.out / "b/office/2024-budget/index.html"
    page.write_bytes(page.read_bytes().replace(b"7.00", b"9.00"))
    site.build()
    assert site.made == {OFFICE}
    assert b"9.00" not in page.read_bytes()
    page.unlink()
    site.build()
    assert site.made == {OFFICE}
    for folder in ("b", "b/office/2024-budget"):
        (site.out / folder / "empty").mkdir()
        site.build()
        assert not (site.out / folder / "empty").exists()
    (site.out / "b/index.html").write_bytes(b"")
    assert site.build().published
    assert site.made == set()
    assert (site.out / "b/index.html").read_bytes() != b""


def test_a_preview_is_another_site(site: Site) -> None:
    site.changing.mark_as_draft(0)
    for out, drafts in (("preview", True), ("site", False), ("preview", True)):
        site.build(drafts=drafts, out=out)
    assert site.made == set()
    assert (site.home / "preview/b/draft-0/2024-budget/index.html").is_file()
    assert not (site.out / "b/draft-0").exists()


DEEP = b"".join(sealed(b'{"format":' + 10**5 * b"[" + b"\n"))


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", DEEP, None])
def test_a_cache_that_is_gone_or_damaged(site: Site, content: bytes | None) -> None:
    (file,) = (site.home / "cache/builds").iterdir()
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    site.build()
    assert site.made == ALL
    (file,) = (site.home / "cache/builds").iterdir()
    file.write_bytes(file.read_bytes().replace(b"7.00", b"8.00").replace(b"budget", b"Budget"))
    site.build()
    assert site.made == ALL


def test_a_cache_that_others_made(site: Site) -> None:
    """A seal tells of damage; who makes one for other contents gains nothing, and finds no way to stop a build."""
    (file,) = (site.home / "cache/builds").iterdir()
    known = json.loads(file.read_bytes())
    for stamps in ({}, [], [1], {"a": 1}):
        file.write_bytes(b"".join(sealed(json.dumps({**known, "stamps": stamps}).encode())))
        site.build()
        assert site.made == ALL
    file.unlink()
    os.mkfifo(file)
    site.build()
    assert site.made == ALL


def test_what_others_keep_in_the_folder_of_the_cache_stays(site: Site) -> None:
    kept = {site.home / "cache" / name for name in ("own.json", f"{'0' * 32}.json", "builds/own.json")}
    for path in kept:
        path.write_bytes(b"{}")
    for number in range(40):
        (site.home / f"cache/builds/{number:032x}.json").write_bytes(b"{}")
    site.changing.edit(1)
    site.build()
    assert all(path.is_file() for path in kept)
    assert len(list((site.home / "cache/builds").iterdir())) == 32 + 1


def test_what_is_changed_while_a_build_runs_is_made_by_the_next(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Be it after templates were read, in a folder that nothing is known of yet."""
    make = Workshop.make

    def changing(self: Workshop, path: Path, **how: object) -> object:
        site.changing.change_a_template(9)
        site.changing.change_the_looks(9)
        return make(self, path, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Workshop, "make", changing)
        site.build(out="other")
    site.build(out="other")
    assert site.made == ALL
    build(Options(site.changing.root), tmp_path / "whole")
    assert tree(tmp_path / "other") == tree(tmp_path / "whole")


def test_what_is_printed_follows_from_style_sheets(site: Site) -> None:
    digests = []
    for number in (1, 2):
        site.changing.change_the_looks(number)
        digests.append([Inputs(site.changing.root, ()).looks(printed=printed) for printed in (False, True)])
    assert [one == other for one, other in zip(*digests, strict=True)] == [True, False]


@pytest.mark.parametrize("jobs", [1, 2])
def test_that_drafts_are_left_out_is_told_whatever_else_is_wrong(tmp_path: Path, jobs: int) -> None:
    root = a_big_root(tmp_path)
    for number in range(3):
        a_spec(root, f"c/draft-{number}/2024-budget.yaml", f"draft: true\n{MONEY.format(amount=1)}")
    a_spec(root, "b/office-0/2024-budget.yaml", "year: x\n")
    result = build(Options(root), tmp_path / "out", means=Means(jobs))
    codes = [found.code for found in result.diagnostics if found.code in ("draft-left-out", "wrong-type")]
    assert codes == ["wrong-type", *["draft-left-out"] * 3]


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    changing = Changing(tmp_path / "root")
    (tmp_path / "cache").write_bytes(b"no folder")
    for _ in range(2):
        assert build(Options(changing.root), tmp_path / "out", means=Means(cache=tmp_path / "cache")).published


def test_a_cache_in_the_site_is_none(site: Site) -> None:
    """It would be published, and go with the next build."""
    site.build()
    build(Options(site.changing.root), site.out, means=Means(cache=site.out / "cache"))
    assert not (site.out / "cache").exists()


def test_names_that_are_no_text(site: Site) -> None:
    static = site.changing.root / "site/static"
    static.mkdir()
    (static / os.fsdecode(b"\xff.css")).write_bytes(b"")
    for made in (ALL, set()):
        site.build()
        assert site.made == made


def test_errors_are_told_again_and_the_rest_is_kept(site: Site) -> None:
    site.changing.break_one(0)
    before = tree(site.out)
    told = []
    for _ in range(2):
        result = site.build()
        told.append(result.diagnostics)
        assert result.failed
        assert site.made == {OFFICE}
    assert told[0] == told[1]
    assert tree(site.out) == before
    site.changing.break_one(0)


def test_findings_are_told_again(site: Site) -> None:
    path = site.changing.root / "specs" / OFFICE
    path.write_text(path.read_text("utf-8").replace("[办文]", "['办文,办会']"), "utf-8")
    first, second = site.build(), site.build()
    assert site.made == set()
    assert (first.diagnostics, first.checks, first.compiled) == (second.diagnostics, second.checks, second.compiled)
    assert first.diagnostics


def test_a_build_of_one_file_in_between(site: Site) -> None:
    site.changing.edit(5)
    site.changing.edit_a_unit(1)
    site.build(OFFICE)
    assert site.made == {OFFICE}
    result = site.build(OFFICE)
    assert site.made == set()
    assert result.published is not None
    assert result.published.written == 0
    site.build()
    assert site.made == {CENTRE, DEPARTMENT}, "what was made of others before is still known"
    site.build()
    assert site.made == set()


def test_a_build_of_one_file_that_remembers_nothing(site: Site) -> None:
    site.changing.edit(5)
    build(Options(site.changing.root, (site.changing.root / "specs" / OFFICE,)), site.out)
    site.build()
    assert site.made == ALL, "what stands is another build's"


def test_a_build_of_one_file_says_less_than_one_of_all(site: Site) -> None:
    """Who did not publish is told by builds of all, also where nothing else is to be made."""
    site.changing.change_the_publishers(1)
    first = site.build()
    assert {found.code for found in first.diagnostics} == {"not-published"}
    assert site.build(OFFICE).diagnostics == ()
    assert site.build().diagnostics == first.diagnostics


def test_what_follows_a_file_is_built_with_it(site: Site) -> None:
    """Its department and the year after would disagree with it otherwise."""
    site.changing.add_last_year(1)
    result = site.build(LAST)
    assert site.made == {LAST, SQUAD}
    assert [(found.code, found.span.file) for found in result.diagnostics] == [("built-too", f"specs/{SQUAD}")]
    site.changing.edit_a_unit(1)
    site.build(CENTRE)
    assert site.made == {CENTRE, DEPARTMENT}
    site.build(CENTRE)
    assert site.made == set()


def test_the_year_after_follows_a_unit_of_a_department_that_is_not_in_the_site(site: Site) -> None:
    """That of the year before is a draft, and yet the year after takes last year's figures from it."""
    for name in (DEPARTMENT, HEADQUARTERS, SQUAD, CENTRE):
        text = (site.changing.root / "specs" / name).read_text("utf-8").replace("2023-12-31", "2022-12-31")
        draft = "draft: true\n" if name == DEPARTMENT else ""
        a_spec(site.changing.root, name.replace("2024", "2023"), draft + text.replace("year: 2024", "year: 2023"))
    site.build()
    centre = CENTRE.replace("2024", "2023")
    path = site.changing.root / "specs" / centre
    path.write_text(path.read_text("utf-8").replace("services: 3", "services: 4"), "utf-8")
    site.build(centre)
    assert site.made == {centre, CENTRE, DEPARTMENT}


@pytest.mark.parametrize("name", ["", "facts.csv", "index.html"])
@pytest.mark.parametrize("whatever", [None, "a file", "a link"])
def test_a_build_of_one_file_where_another_has_lost_files(site: Site, name: str, whatever: str | None) -> None:
    """They would be missing from lists and long tables, or leave links that lead nowhere."""
    path = site.out / "b/office/2024-budget" / name
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink()
    if whatever == "a file":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"") if not name else path.mkdir()
    elif whatever == "a link":
        path.symlink_to(site.home)
    before = tree(site.out)
    site.changing.edit_a_unit(1)
    with pytest.raises(ManifestError) as raised:
        site.build(CENTRE)
    assert raised.value.path == site.out / "b/office/2024-budget"
    assert tree(site.out) == before
    site.build(OFFICE, CENTRE)


def test_what_follows_a_file_and_is_gone_or_wrong(site: Site) -> None:
    site.changing.edit_a_unit(1)
    department = site.changing.root / "specs" / DEPARTMENT
    text = department.read_text("utf-8")
    department.unlink()
    assert site.build(CENTRE).published is not None
    department.write_text(text.replace("year: 2024", "year: 20"), "utf-8")
    before = tree(site.out)
    assert site.build(CENTRE).failed
    assert tree(site.out) == before, "what would disagree is not published"
    department.write_text(text, "utf-8")


def test_a_marker_file_of_another_build(site: Site) -> None:
    """What it says of disclosures that are kept may be another story; nothing of it is believed."""
    marker = site.out / ".disc.json"
    before = marker.read_bytes()
    site.changing.edit(5)
    site.build()
    marker.write_bytes(before)
    site.changing.edit_a_unit(1)
    site.build()
    assert site.made == ALL


SLOW = ("yaml", "jinja2", "jsonschema_rs", "disc.load.form", "disc.compile.document")
"""What reads, makes and judges, and takes long to import."""

AGAIN = f"""
import sys
from pathlib import Path
from disc.build import build
from disc.load.spec_files import Options
from disc.work.means import Means

home = Path(sys.argv[1])
result = build(Options(home / "root"), home / "site", means=Means(cache=home / "cache"))
assert result.published.written == 0
print([name for name in {SLOW} if name in sys.modules])
"""


def test_where_nothing_has_changed_nothing_is_imported_that_reads_or_makes(site: Site) -> None:
    site.build()
    run = subprocess.run(
        [sys.executable, "-c", AGAIN, str(site.home)], capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout == "[]\n"
