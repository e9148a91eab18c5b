"""Loads a form: YAML, schema, what it extends, checks; each step only if the one before holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.flows import FLOW
from disc.load.form import Form
from disc.load.form_checks import check_contents, check_use
from disc.load.form_coverage import check_fulfilled, check_marks
from disc.load.form_flows import check_flows
from disc.load.form_layers import merged, pruned
from disc.load.form_maker import FormMaker
from disc.load.form_names import FOLDER, form_names
from disc.load.form_places import check_places, check_units
from disc.load.form_templates import check_templates
from disc.load.requirements import load_requirements
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.spec_rules import UNKNOWN_KIND
from disc.load.table_files import members_below, read_dimensions
from disc.load.tree import Map, place

CIRCULAR_FORM = Rule(
    "circular-form",
    Level.ERROR,
    Words("表样互相继承", "Forms extend each other"),
    Words("表样 {form} 直接或间接地继承了自己", "the form {form} extends itself, directly or through others"),
    Words("改正 extends", "Mend `extends`"),
)
UNKNOWN_BASE = Rule(
    "unknown-base-form",
    Level.ERROR,
    Words("所继承的表样不存在", "A form extends one that does not exist"),
    Words("没有名为 {form} 的表样可以继承", "there is no form {form} to extend"),
    Words("extends 写 schema/forms/ 下的路径，不带 .yaml", "`extends` is a path below schema/forms/, without .yaml"),
)


def load_form(
    resources: Resources, name: str, schemas: Callable[[str], Schema], kinds: Sequence[str]
) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Return a form with everything it inherits.

    Args:
        resources: where it comes from.
        name: its name.
        schemas: the schemas by name: that of forms, and those of specs.
        kinds: the kinds of documents that have a schema.

    Raises:
        FileNotFoundError: there is no such form (ask `form_names` first).
    """
    layers, diagnostics = _layers(resources, name, schemas("form"))
    if has_errors(diagnostics):
        return None, diagnostics
    layers, wrong = pruned(layers)
    contents, maker = merged(layers), FormMaker(layers)
    if (kind := contents["kind"]) not in kinds:
        return None, (*diagnostics, UNKNOWN_KIND.at(maker.span(("kind",)), kind=kind, known="、".join(kinds)))
    requirements, unreadable = load_requirements(resources, str(contents["kind"]), schemas("requirements"))
    dimensions, unsound = read_dimensions(resources)
    if has_errors(unsound):
        # Every member that a form chooses may be the one that is gone.
        return None, (*diagnostics, *unsound)
    diagnostics += (*wrong, *unreadable, *check_contents(contents, maker.span, _members(dimensions)))
    diagnostics += tuple(check_marks(contents, maker.span, requirements)) if not unreadable else ()
    if has_errors(diagnostics):
        return None, diagnostics
    form = maker.form(name, contents, requirements)
    diagnostics += (
        *check_templates(form),
        *check_use(contents, layers[0][1], maker.span),
        *check_fulfilled(form, contents, maker.span),
    )
    if not has_errors(diagnostics):
        schema = schemas(form.kind).root
        diagnostics += tuple(dict.fromkeys(check_places(form, schema, maker.span)))
        diagnostics += tuple(check_units(form, schema, maker.span))
        diagnostics += tuple(check_flows(form, schema, _sides(dimensions), maker.span))
    return None if has_errors(diagnostics) else form, diagnostics


def _layers(resources: Resources, name: str, schema: Schema) -> tuple[list[tuple[str, Map]], tuple[Diagnostic, ...]]:
    """Return (file, contents) of a form and of those it extends, nearest first."""
    layers: list[tuple[str, Map]] = []
    diagnostics: list[Diagnostic] = []
    known = set(form_names(resources))
    while name:
        file = f"{FOLDER}/{name}.yaml"
        data, found = read_source(resources.read(file), file)
        diagnostics += found
        if data is None:
            break
        diagnostics += validate(data, schema, file)
        layers.append((file, data))
        base = data.get("extends")
        name = base if isinstance(base, str) else ""
        if name and f"{FOLDER}/{name}.yaml" in {f for f, _ in layers}:
            diagnostics.append(CIRCULAR_FORM.at(place(data, ("extends",), file), form=name))
            break
        if name and name not in known:
            diagnostics.append(UNKNOWN_BASE.at(place(data, ("extends",), file), form=name))
            break
    return layers, tuple(diagnostics)


def _sides(dimensions: Map) -> dict[str, str]:
    """Return each flow of final accounts with the topmost that it is a part of."""
    return {member: str(path[0]) for member, _, path in members_below(dimensions[FLOW])}


def _members(dimensions: Map) -> dict[str, frozenset[str]]:
    """Return the members of the dimensions that are the same in every year."""
    return {name: frozenset(member for member, _, _ in members_below(branch)) for name, branch in dimensions.items()}
