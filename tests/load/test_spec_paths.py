"""Where specs lie, and by which names they are found."""

from __future__ import annotations

from pathlib import Path

from disc.load.spec_paths import names_by_ending, names_of, paths_below


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_specs_are_found_by_the_last_two_steps_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/one/2024-budget.yaml", "a/one/2024-budget.yaml", "a/one/2023-budget.yaml", "a/one/notes.txt"):
        write(tmp_path / name)
    assert names_by_ending(tmp_path) == {
        "one/2023-budget.yaml": ["specs/a/one/2023-budget.yaml"],
        "one/2024-budget.yaml": ["specs/a/one/2024-budget.yaml", "specs/b/one/2024-budget.yaml"],
    }


def test_names_are_sorted_by_steps_and_not_by_letters(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("a-b/one.yaml", "a/two.yaml")]
    assert names_of(paths, tmp_path) == ["specs/a/two.yaml", "specs/a-b/one.yaml"]


def test_links_to_files_are_followed_within_the_folder_and_links_to_folders_never(tmp_path: Path) -> None:
    folder, real = tmp_path / "specs", write(tmp_path / "specs/a/real.yaml")
    (folder / "a/inside.yaml").symlink_to(real)
    (folder / "a/outside.yaml").symlink_to(write(tmp_path / "other.yaml"))
    (folder / "a/nowhere.yaml").symlink_to(tmp_path / "missing.yaml")
    (folder / "a/itself.yaml").symlink_to(folder / "a/itself.yaml")
    (folder / "b").symlink_to(folder / "a")
    found = names_of(paths_below(str(folder), folder), folder)
    assert found == ["specs/a/inside.yaml", "specs/a/real.yaml"]
