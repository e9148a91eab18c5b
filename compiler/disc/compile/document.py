"""Compiles one disclosure: spec and form in, document out."""

from __future__ import annotations

from disc.compile.book import Book, unmarked
from disc.compile.sections import Composer
from disc.compile.templates import FormError, Templates
from disc.compile.writer import Writer
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.document import Document, Meta, Paragraph
from disc.core.ledger import Ledger
from disc.load.classification import Classification
from disc.load.form import Form
from disc.load.spec import Spec

FORM_TEMPLATE = Rule(
    "form-template",
    Level.ERROR,
    Words("表样的句子模板有误", "A sentence template of the form is wrong"),
    Words(
        "编译 {spec} 时，表样的模板不能执行：{problem}", "while compiling {spec}, a template cannot be run: {problem}"
    ),
    Words("请维护表样的人改正这一处", "Have the form's maintainer mend this place"),
)


def compile_document(
    spec: Spec, form: Form, templates: Templates, classification: Classification, last: Ledger | None
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document of a spec, or what keeps it from being compiled.

    Args:
        spec: a spec without errors.
        form: the form that it names.
        templates: the form's templates, from `make_templates`; shared by all specs of the form.
        classification: the tables of its year.
        last: last year's ledger, where it is known.
    """
    try:
        return _compile(spec, form, templates, classification, last), ()
    except FormError as error:
        return None, (FORM_TEMPLATE.at(error.template.span, spec=spec.file, problem=error.problem),)


def _compile(
    spec: Spec, form: Form, templates: Templates, classification: Classification, last: Ledger | None
) -> Document:
    book = Book(spec.ledger, last)
    displays = {form.text, *(table.display for table in form.tables.values())}
    writers = {display: Writer(spec, form, classification, book, templates, display) for display in displays}
    writer = writers[form.text]
    cover = tuple(unmarked(writer.text(line)) for line in form.cover)
    sections = Composer(form, classification, book, writers).parts()
    closing = tuple(Paragraph(content) for line in form.closing if (content := writer.inlines(line)))
    return Document(_meta(spec, "".join(cover)), cover, sections, closing, book.figures, book.lines)


def _meta(spec: Spec, title: str) -> Meta:
    publication = spec.fields.get("publication", {})
    return Meta(
        address=spec.address,
        kind=spec.kind,
        form=spec.form,
        year=spec.year,
        entity=spec.entity["name"],
        region=str(spec.entity["region"]),
        level=spec.entity["level"],
        title=title,
        published=publication.get("date", ""),
        source=publication.get("source", ""),
    )
