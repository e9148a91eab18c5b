"""Things found by the paths at which they stand."""

from __future__ import annotations

import pytest

from disc.core.paths import Paths

PATHS = ("projects.0.amount", "staffing.active", "projects.1.amount", "projects.1.targets.0", "staffing.active")


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("staffing.active", [1, 4]),
        ("staffing", []),
        ("projects.*.amount", [0, 2]),
        ("projects.*", []),
        ("projects.1.*.*", [3]),
        ("*.active", [1, 4]),
        ("projects_0.*", []),
    ],
)
def test_a_star_stands_for_one_step(pattern: str, wanted: list[int]) -> None:
    paths = Paths(enumerate(PATHS))
    assert list(paths.at(pattern)) == wanted
    assert list(paths.at(pattern)) == wanted, "what was found is kept"
