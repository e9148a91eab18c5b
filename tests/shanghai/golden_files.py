"""What the pages of the district finance bureau must be, and those of a made-up unit: the files in `golden/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forms.support import page
from tests.golden_files import disclosure
from tests.roots import checked

ADDRESS = "shanghai/putuo/finance-bureau/2025-budget"
HERE = Path(__file__).resolve().parent
FOLDER = HERE / "golden"
UNIT_FORMS = ("district-unit-budget", "municipal-unit-budget")


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`."""
    return disclosure(ADDRESS) | {f"made-up/{form}.txt": made_up(form) for form in UNIT_FORMS}


def made_up(form: str) -> str:
    """Return the page of the made-up unit by a form, as lines."""
    text = (HERE / "unit.yaml").read_text(encoding="utf-8").replace(UNIT_FORMS[0], form)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "specs" / "archive" / "2025-budget.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        result = checked(Path(folder))
    assert result.diagnostics == ()
    return "".join(f"{line}\n" for document in result.documents for line in page(document))
