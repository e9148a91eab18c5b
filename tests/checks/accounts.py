"""The small good accounts with some of their fields changed, and what every check and the compiler find in them."""

from __future__ import annotations

from pathlib import Path

from disc.build import check
from disc.core.diagnostic import Diagnostic
from disc.load.spec_files import Options
from tests.checks.manual import marked, merged, write

ADDRESS = "specs/example/office/2024-accounts"


def in_accounts(folder: Path, fields: str, **others: str) -> list[Diagnostic]:
    """Return what is found in the good accounts with the fields given in place of their own of these names.

    That a field given leaves out what must be published, too, is not of interest here.

    Args:
        folder: where they are written.
        fields: text without indentation; ▸ is taken out of it.
        others: fields of other specs of the same office, by kind and year: `budget_2024`, `accounts_2023`.
    """
    write(folder, _files(fields, others))
    return [found for found in check(Options(folder)).diagnostics if found.code != "missing-item"]


def assert_in_accounts(code: str, folder: Path, fields: str, **others: str) -> list[Diagnostic]:
    """Assert that the code is found at every ▸ of the fields given, and nothing else; return the findings."""
    diagnostics = in_accounts(folder, fields, **others)
    wanted = [(code, place) for place in marked(_files(fields, others))]
    assert wanted
    assert [(d.code, str(d.span)) for d in diagnostics] == wanted
    return diagnostics


def _files(fields: str, others: dict[str, str]) -> dict[str, str]:
    files = {f"{ADDRESS}.yaml": merged(fields, "accounts")}
    for name, text in others.items():
        kind, _, year = name.partition("_")
        files[f"specs/example/office/{year}-{kind}.yaml"] = merged(f"year: {year}\n{text}", kind)
    return files
