"""Files of a root, and links that lead out of it: nobody who adds files to it gets those of the machine that builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import build
from disc.load.publishers import load_publishers
from disc.load.resources import Resources
from disc.load.spec_files import Options
from tests.roots import a_root

MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n"
OWN = "site/static/own.css"
LINK = "site/static/link.css"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a file in its site, one beside its site and one beside itself."""
    for name in (f"root/{OWN}", "root/.git/config", "secret/secret.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "root"


def there(root: Path, name: str) -> bool:
    """Whether a file is found and listed; both or neither."""
    resources = Resources(root)
    found = resources.find(name) is not None
    assert found == (name in resources.list("site/static"))
    return found


def test_a_link_within_the_folder_is_followed(root: Path) -> None:
    (root / LINK).symlink_to(root / OWN)
    assert there(root, LINK)


@pytest.mark.parametrize("target", ["../../.git/config", "../../../secret/secret.css"])
def test_a_link_that_leads_elsewhere_is_no_file(root: Path, target: str) -> None:
    (root / LINK).symlink_to(target)
    assert (root / LINK).is_file()
    assert not there(root, LINK)
    assert there(root, OWN)


def test_a_folder_that_is_a_link(root: Path) -> None:
    (root / "site/static/more").symlink_to(root.parent / "secret")
    assert not there(root, "site/static/more/secret.css")
    (root / "site/static").rename(root / "site/others")
    (root / "site/static").symlink_to(root.parent / "secret")
    assert not there(root, "site/static/secret.css")


@pytest.mark.parametrize(
    "name", ["site/templates/../../.git/config", "site/static/../static/own.css", "../secret/secret.css"]
)
def test_a_name_that_goes_up_again_is_none(root: Path, name: str) -> None:
    """Templates include files by such names."""
    (root / "site/templates").mkdir()
    assert (root / name).is_file()
    assert Resources(root).find(name) is None


def test_the_site_itself_may_be_a_link(root: Path) -> None:
    """As the folder of specs may: it is for who has the root to say where it lies."""
    (root / "site").rename(root.parent / "site")
    (root / "site").symlink_to(root.parent / "site")
    assert there(root, OWN)


def test_what_lies_elsewhere_is_not_published(root: Path, tmp_path: Path) -> None:
    (root / LINK).symlink_to(tmp_path / "secret/secret.css")
    a_root(root, {"a/office/2024-budget.yaml": MONEY})
    assert build(Options(root), tmp_path / "out").published
    assert (tmp_path / "out/static/own.css").is_file()
    assert not (tmp_path / "out/static/link.css").exists()


def test_a_list_that_lies_elsewhere_is_none(root: Path, tmp_path: Path) -> None:
    (root / "specs").mkdir()
    (root / "specs/publishers.yaml").symlink_to(tmp_path / "secret/secret.css")
    assert load_publishers(root) == ((), ())
