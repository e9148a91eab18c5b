"""What an author asked for by name: a form that exists, an address that a spec can have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Words
from disc.core.span import Span
from disc.load.addresses import check_folders
from disc.load.classification import UNKNOWN_YEAR, tables_for, years
from disc.load.form import Form
from disc.load.form_names import form_names
from disc.load.schema_fields import file_fields
from disc.load.spec_paths import SPECS
from disc.load.spec_reader import Library, unknown_form
from disc.load.spec_rules import BASE_FORM

_NAME = re.compile(r"([0-9]{4})-([a-z_]+)\.yaml")


class MisuseError(ValueError):
    """What was asked for cannot be."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words
        """Why, in both languages, without fields."""


class BrokenFormError(ValueError):
    """A form is there, but has errors."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


class Address(Struct, frozen=True):
    """Where a spec lies, as far as that says something of it: specs/…/ENTITY/YEAR-KIND.yaml."""

    entity: str
    """Id of the entity."""

    year: int
    kind: str
    depth: int
    """How many folders stand between the root and the file."""


def choose_form(library: Library, name: str) -> Form:
    """Return a form by the name that a spec would give.

    Raises:
        MisuseError: there is no such form, or no spec can name it.
        BrokenFormError: the form has errors.
    """
    names = form_names(library.resources)
    if name not in names:
        raise _misuse(unknown_form(name, library, Span("")))
    form, wrong = library.form(name)
    if form is None:
        raise BrokenFormError(wrong)
    if form.abstract:
        raise _misuse(BASE_FORM.at(Span(""), form=name))
    newest, _ = library.classification(years(library.resources)[-1])
    if wrong := library.wrong_codes(form, newest):
        raise BrokenFormError(wrong)
    return form


def choose_address(library: Library, form: Form, steps: Sequence[str]) -> Address:
    """Return what the path of a new spec says.

    Args:
        library: the schemas and the years that there are.
        form: the form of the spec.
        steps: the path below specs/.

    Raises:
        MisuseError: a spec for the form cannot lie there.
    """
    *folders, name = steps
    match = _NAME.fullmatch(name)
    if match is None or match[2] != form.kind or not folders:
        path, ending = "/".join((SPECS, *steps)), f"{form.kind}.yaml"
        zh = f"{path} 应为 {SPECS}/…/单位 id/年度-{ending}"
        raise MisuseError(Words(zh, f"{path} should be {SPECS}/…/ID/YEAR-{ending}"))
    address = Address(folders[-1], int(match[1]), match[2], len(steps))
    known = years(library.resources)
    if tables_for(known, address.year) is None:
        raise _misuse(UNKNOWN_YEAR.at(Span(""), year=address.year, known="、".join(map(str, known))))
    if address.year not in form.years:
        words = form.years.words
        zh = f"表样 {form.id} 用于 {words.zh}，这里是 {address.year} 年"
        raise MisuseError(Words(zh, f"the form {form.id} is for {words.en}, this is {address.year}"))
    entity = next(field for field in file_fields(library.schema(form.kind).root) if field.name == "entity")
    pattern = next(field.part["pattern"] for field in entity.fields if field.name == "id")
    if not re.fullmatch(pattern, address.entity):
        zh = f"{address.entity} 不能作单位的 id：文件所在的文件夹只用小写字母、数字和连字符"
        en = f"{address.entity} cannot be the id of an entity: the file's folder is lower-case letters, digits, hyphens"
        raise MisuseError(Words(zh, en))
    for found in check_folders("/".join(steps), Span("")):
        raise _misuse(found)
    return address


def _misuse(found: Diagnostic) -> MisuseError:
    """Return what is wrong as misuse of the command: there is no file to blame."""
    zh, en = f"{found.message('zh')}。{found.hint('zh')}", f"{found.message('en')}. {found.hint('en')}"
    return MisuseError(Words(zh, en))
