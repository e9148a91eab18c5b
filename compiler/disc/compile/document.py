"""Compiles one disclosure: spec and form in, document out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from disc.compile.book import Book, unmarked
from disc.compile.coverage import coverage, missing
from disc.compile.explained import explained
from disc.compile.failed import failed
from disc.compile.measure import Measure
from disc.compile.names import names, names_of_facts
from disc.compile.prose import close_up
from disc.compile.sections import Composer
from disc.compile.summary import summary
from disc.compile.tables import Tables
from disc.compile.templates import FormError, Templates
from disc.compile.units import unit_shares
from disc.compile.writer import Writer, Writers
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.document import Change, Document, Paragraph
from disc.core.flows import FLOW
from disc.core.ledger import Ledger, Line
from disc.core.meta import Correction, Meta
from disc.core.selection import Selection
from disc.core.stages import ADJUSTED_BUDGET, LAST_BUDGET, LAST_OUTTURN, STATED_AT, THIS_BUDGET
from disc.load.form import Situations
from disc.load.spec import Spec
from disc.load.spec_reader import Case

EMPTY_SECTION = Rule(
    "empty-section",
    Level.WARNING,
    Words("标题下面没有内容", "A heading has nothing below it"),
    Words("编译 {spec} 时，“{title}”下面没有内容", "while compiling {spec}, nothing came below the heading “{title}”"),
    Words(
        "填报文件漏写的，补上；确实没有的，请维护表样的人写明这时说什么，或用 when 让标题也不出现",
        "State what the spec left out; if there is nothing, have the form's maintainer write what is said then, or "
        "leave the heading out with `when`",
    ),
)
TOTAL_ABOVE_ROWS = Rule(
    "total-above-rows",
    Level.WARNING,
    Words("合计里有钱不在任何一行", "Some money of a total stands in no row"),
    Words(
        "编译 {spec} 时，{table}的合计里有 {amount} 不在任何一行，各行相加少于合计",
        "while compiling {spec}, {amount} of the total of {table} stand in no row, so the rows add up to less",
    ),
    Words(
        "请维护表样的人补上缺的一行，或用 select 限定全表的钱",
        "Have the form's maintainer add the row that is missing, or narrow the table with `select`",
    ),
)
OPEN_CELLS = Rule(
    "open-cells",
    Level.NOTICE,
    Words("表中有的数得不出", "Some cells of a table do not follow from the spec"),
    Words(
        "{table}有 {cells} 格的数从这份文件中得不出，留空",
        "{cells} cells of {table} do not follow from this spec and are left blank",
    ),
    Words("金额写得更细就能得出：{finer_zh}", "Finer amounts would tell: {finer_en}"),
)
_FINER_SPENDING = Words(
    "按功能分类的人员经费和公用经费（by_class）、项目的经济分类（economic）",
    "personnel and operating parts by function (by_class), economic items of projects",
)
_FINER_BALANCES = Words("结转结余按功能分类项级科目列出", "balances by function item")
_BALANCES = frozenset({"opening", "closing"})
UNUSED_REASON = Rule(
    "unused-reason",
    Level.WARNING,
    Words("写了原因，但文件中没有地方用到", "A reason is stated but nothing tells it"),
    Words(
        "表样没有用到 {key} 的原因，或者它没有可比的{compared_zh}",
        "the form tells no reason for {key}, or {compared_en} is not known",
    ),
    Words("改正名字，补上{lacking_zh}，或删去这一条", "Correct the name, state {lacking_en}, or take it out"),
)
_LAST_YEARS = Words("上年数", "its figure of last year")
_COMPARED = {
    THIS_BUDGET: Words("年初预算数", "its figure in the budget"),
    ADJUSTED_BUDGET: Words("全年预算数", "its figure in the adjusted budget"),
}
UNUSED_PURPOSE = Rule(
    "unused-purpose",
    Level.WARNING,
    Words("写了用途，但文件中没有地方用到", "A purpose is stated but nothing tells it"),
    Words("表样没有说明 {key} 的用途的地方，或者它没有金额", "the form tells no purpose for {key}, or it has no money"),
    Words("改正编码，或删去这一条", "Correct the code, or take it out"),
)


def compile_document(
    case: Case, templates: Templates, past: Mapping[str, Ledger], *, for_readers: bool = True
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document of a spec, or what keeps it from being compiled.

    Args:
        case: a spec without errors, with the form and tables that it names.
        templates: the form's templates, from `make_templates`; shared by all specs of the form.
        past: what it is compared with, by stage.
        for_readers: whether it is to be published: with rows of tables, a summary, and what is told of figures
            and lines. None of that can go wrong.
    """
    try:
        return _compile(case, templates, past, for_readers=for_readers)
    except FormError as error:
        return None, (failed(case, error),)


def _compile(
    case: Case, templates: Templates, past: Mapping[str, Ledger], *, for_readers: bool
) -> tuple[Document, tuple[Diagnostic, ...]]:
    spec, form = case.spec, case.form
    book = Book(spec.ledger, past, form.compares)
    writers = Writers(case, book, templates)
    writer = writers[form.text]
    cover = tuple(unmarked(writer.text(line)) for line in form.cover)
    tables = Tables(form, case.classification, book, for_readers=for_readers)
    composer = Composer(form, writers, tables, for_readers=for_readers)
    sections = composer.parts()
    covered = coverage(form, composer.sightings)
    closing = tuple(Paragraph(content) for line in form.closing if (content := writer.inlines(line)))
    found = [
        *_unused_reasons(case, writers, past),
        *_unused_purposes(case, writers),
        *_open(spec, book, tables.open),
        *(
            TOTAL_ABOVE_ROWS.at(span, spec=spec.file, table=title, amount=f"{left.text()}{left.unit.name}")
            for span, (title, left) in tables.uncovered.items()
        ),
        *(EMPTY_SECTION.at(span, spec=spec.file, title=title) for span, title in composer.empty.items()),
    ]
    # Lists, tabs and the page itself need a name, whatever the form forgets.
    title = unmarked(writer.text(form.document_title)) or "".join(cover) or close_up(spec.entity["name"])
    units = unit_shares(case, book, form.text)
    changes = tuple(_changes(book, writer))
    facts = templates.shared("facts", form.id, lambda: names_of_facts(form))
    told = summary(form.summary, sections, changes, book, writer, form.text) if for_readers else None
    document = Document(
        meta=_meta(case, title),
        cover=cover,
        sections=sections,
        closing=closing,
        figures=book.figures,
        lines=book.lines,
        units=units,
        changes=changes,
        coverage=covered,
        summary=told,
        members=tuple(unit.spec.address for unit in case.known_units),
        projects=tuple(dict.fromkeys(close_up(p.name) for p in spec.projects.values() if p.name)),
        stages=tuple(book.stages),
        names=names(case, book.lines, facts) if for_readers else {},
    )
    if for_readers:
        document = explained(document, case, past, writers.named())
    return document, (*found, *missing(case, covered))


def _open(spec: Spec, book: Book, about: Mapping[str, Selection]) -> Iterator[Diagnostic]:
    """Return a finding for each table with cells that stay blank, where the amounts stand that are not fine enough."""
    for title, cells in book.open_cells.items():
        places, finer = [spec.key_place("basic"), spec.key_place("projects")], _FINER_SPENDING
        if balances := [line.span for line in spec.ledger.chosen(about[title]) if _is_coarse(line)]:
            places, finer = balances, _FINER_BALANCES
        yield OPEN_CELLS.at(
            places[0], related=places[1:], table=title, cells=cells, finer_zh=finer.zh, finer_en=finer.en
        )


def _is_coarse(line: Line) -> bool:
    """Return whether a line is a balance that is known as a whole alone, though there is something of it."""
    known = line.coordinates
    return bool(line.amount) and known.get(FLOW) in _BALANCES and known.keys().isdisjoint({"function", "unit"})


def _changes(book: Book, writer: Writer) -> Iterator[Change]:
    """Return every change of which a sentence says why, each once.

    What rose against last year's budget and fell against its outturn has a reason that may be about either.
    """
    explained = (writer.vocabulary.explained(measure) for measure in book.to_explain if len(_directions(measure)) == 1)
    yield from dict.fromkeys(explained)
    # They know the book: without this, all of it would wait for the collector of garbage, which is off.
    book.to_explain.clear()


def _directions(measure: Measure) -> set[str]:
    """Return how a measure changed, by all that is known of last year."""
    known = (past for stage in (LAST_BUDGET, LAST_OUTTURN) if (past := measure.past(stage)).comparable)
    return {past.comparison.situation for past in known}


def _unused_reasons(case: Case, writers: Iterable[Writer], past: Mapping[str, Ledger]) -> Iterator[Diagnostic]:
    """Return a finding for each reason that no sentence tells, and what of last year is lacking."""
    told: set[str] = set().union(*(writer.vocabulary.reasons_told for writer in writers))
    lacking = [stage for stage in STATED_AT if stage not in past and _compares(case, stage)]
    for key in case.spec.fields.get("reasons", {}):
        if key not in told:
            # A reason is about last year, unless its name says that it is about the budget.
            stage = key.partition(".")[2]
            what = _COMPARED.get(stage, _LAST_YEARS)
            wanted = [".".join(STATED_AT[each]) for each in lacking if (each in _COMPARED) == bool(stage)]
            wanted = [place for place in wanted if place == stage] if stage else wanted
            yield UNUSED_REASON.at(
                case.spec.key_place("reasons", key),
                key=key,
                compared_zh=what.zh,
                compared_en=what.en,
                lacking_zh=" " + " 或 ".join(wanted) if wanted else f"它的{what.zh}",
                lacking_en=" or ".join(wanted) or what.en,
            )


def _compares(case: Case, stage: str) -> bool:
    """Return whether the form has words for how this year differs from a stage."""
    return any(isinstance(phrase, Situations) and phrase.stage == stage for phrase in case.form.phrases.values())


def _unused_purposes(case: Case, writers: Iterable[Writer]) -> Iterator[Diagnostic]:
    """Return a finding for each purpose that no sentence tells."""
    told: set[str] = set().union(*(writer.vocabulary.purposes_told for writer in writers))
    for key in case.spec.fields.get("purposes", {}):
        if key not in told:
            yield UNUSED_PURPOSE.at(case.spec.key_place("purposes", key), key=key)


def _meta(case: Case, title: str) -> Meta:
    spec = case.spec
    region = str(spec.entity["region"])
    publication = spec.fields.get("publication", {})
    return Meta(
        address=spec.address,
        kind=spec.kind,
        form=spec.form,
        year=spec.year,
        entity=spec.entity["name"],
        region=region,
        region_path=case.regions.path(region),
        level=spec.entity["level"],
        title=title,
        published=publication.get("date", ""),
        approved=publication.get("approved", ""),
        source=publication.get("source", ""),
        draft=spec.fields.get("draft", False),
        corrections=tuple(
            sorted(map(_correction, spec.fields.get("corrections", ())), key=attrgetter("date"), reverse=True)
        ),
    )


def _correction(stated: Mapping[str, str]) -> Correction:
    return Correction(stated["date"], stated["what"], stated["why"])
