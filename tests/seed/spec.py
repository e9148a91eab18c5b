"""The seed's spec as it stands or changed in one place: its text, its document, its pages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from disc.compile.document import compile_document
from disc.compile.filters import make_templates
from disc.compile.templates import Templates
from disc.core.diagnostic import has_errors
from disc.core.document import Document
from disc.emit.data import to_json
from disc.load.resources import Resources
from disc.load.spec_reader import Case, Library, load_spec
from tests.golden_files import Data, site

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "xinjiang/akqi/government-office/2024-budget"
FILE = f"specs/{ADDRESS}.yaml"
TEXT = (ROOT / FILE).read_text(encoding="utf-8")

# An approved total stands in for a sum; without them every figure is the sum of its lines.
WITHOUT_REPORTED = TEXT.split("\nreported:")[0] + "\n" + TEXT.split("\nreported:")[1].split("\n\n", 1)[1]


def mutated(*changes: tuple[str, str], text: str = TEXT) -> str:
    """Return the spec with some of its text replaced; each of the old texts stands in it exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the spec"
        text = text.replace(old, new)
    return text


@cache
def library() -> Library:
    """Return schemas, forms and tables of this repository, loaded once."""
    return Library(Resources(ROOT))


@cache
def templates(form: str) -> Templates:
    """Return the templates of a form, made once."""
    loaded, _ = library().form(form)
    assert loaded is not None
    return make_templates(loaded)


def case(text: str = TEXT) -> Case:
    """Return a spec with all that it is compiled by; it must be free of errors."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "spec.yaml"
        path.write_text(text, encoding="utf-8")
        loaded, diagnostics = load_spec(path, FILE, ADDRESS, library())
    assert loaded is not None, diagnostics
    assert not has_errors(diagnostics), diagnostics
    return loaded


def document(text: str = TEXT) -> Document:
    """Return the document of a spec, whatever the checks may say of it."""
    loaded = case(text)
    compiled, diagnostics = compile_document(loaded, templates(loaded.form.id), loaded.spec.past)
    assert compiled is not None, diagnostics
    assert diagnostics == ()
    return compiled


@cache
def data(text: str) -> Data:
    """Return what data.json says of a spec; nobody may change it."""
    parsed: Data = json.loads(to_json(document(text)))
    return parsed


def seed_data() -> Data:
    """Return what data.json says of the seed; nobody may change it."""
    return data(TEXT)


def pages() -> dict[str, str]:
    """Return the files of the site that holds the seed alone, by path; what `site/static` holds is left out."""
    return site(ADDRESS)
