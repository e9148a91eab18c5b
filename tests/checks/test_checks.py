"""What holds for every check and every rule of the program."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections import Counter
from pathlib import Path

import disc
import disc.checks
from disc.checks import Check, all_checks, all_comparisons, all_readings
from disc.core.diagnostic import Rule, Words
from tests.checks.support import all_found, found
from tests.seed.spec import TEXT

FOLDER = Path(disc.checks.__file__).parent
CHECKS = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
PACKAGE = Path(disc.__file__).parent


def rules() -> dict[str, Rule]:
    """Every rule of the program by where it is defined: disc.build.DUPLICATE_SPEC."""
    defined: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(disc.__path__, "disc."):
        names = vars(importlib.import_module(module.name))
        for name in assigned(module.name):
            values = names.get(name)
            for value in values.values() if isinstance(values, dict) else [values]:
                if isinstance(value, Rule):
                    defined[f"{module.name}.{name}.{value.code}"] = value
    return defined


def assigned(module: str) -> set[str]:
    """Return the names that a module itself gives a value."""
    path = PACKAGE.parent / f"{module.replace('.', '/')}.py"
    tree = ast.parse((path if path.is_file() else path.with_suffix("") / "__init__.py").read_text(encoding="utf-8"))
    targets = [t for n in tree.body if isinstance(n, ast.Assign) for t in n.targets]
    return {t.id for t in targets if isinstance(t, ast.Name)} | {
        n.target.id for n in tree.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
    }


RULES = rules()


def test_in_the_seed_only_what_was_published_so_is_found() -> None:
    """The weights of its targets, and two targets copied from a larger office; see 2024-budget.differences.md."""
    codes = Counter(d.code for d in all_found(TEXT))
    assert codes == {"indicator-weights": 7, "target-disagrees": 2}
    assert found() == []


def checks_of_every_kind() -> list[Check]:
    return sorted((*all_checks(), *all_comparisons(), *all_readings()), key=lambda check: check.find.__module__)


def test_every_file_is_a_check() -> None:
    checks = checks_of_every_kind()
    assert len(checks) == len(CHECKS) > 5
    assert [check.find.__module__ for check in checks] == [f"disc.checks.{name}" for name in sorted(CHECKS)]
    assert [check.rule.code for check in checks] == [name.replace("_", "-") for name in sorted(CHECKS)]


def test_every_check_has_its_tests() -> None:
    here = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert here - {"test_checks", "test_manual", "test_mutations"} == {f"test_{name}" for name in CHECKS}


def test_codes_are_never_used_twice() -> None:
    assert len(RULES) > 50
    twice = [code for code, times in Counter(rule.code for rule in RULES.values()).items() if times > 1]
    assert twice == []


def test_codes_are_kebab_case() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert [code for code in codes if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_every_rule_speaks_both_languages() -> None:
    for name, rule in RULES.items():
        assert rule.title.zh, name
        assert rule.title.en, name
        assert rule.message.zh, name
        assert rule.message.en, name
        assert bool(rule.hint.zh) == bool(rule.hint.en), name
        for words in (rule.title, rule.message, rule.hint):
            assert fields(words, "zh") == fields(words, "en"), name
        assert not fields(rule.title, "zh"), name
        assert re.search(r"[\u4e00-\u9fff]", rule.title.zh + rule.message.zh), name
        assert not re.search(r"[\u4e00-\u9fff]", rule.title.en + rule.message.en + rule.hint.en), name


def test_every_field_of_a_message_is_supplied() -> None:
    """Wherever a rule is applied by name, with named fields, these are the fields of its words."""
    seen: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        module = "disc." + path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="at"), keywords=keywords):
                    rule = getattr(importlib.import_module(module), name, None)
                case _:
                    continue
            given = {keyword.arg for keyword in keywords} - {"related"}
            if not isinstance(rule, Rule) or None in given:
                continue
            wanted = {
                field
                for words in (rule.message, rule.hint)
                for text in (words.zh, words.en)
                for field in raw_fields(text)
            }
            assert given == wanted, f"{module}:{call.lineno}"
            seen.add(rule.code)
    assert {check.rule.code for check in checks_of_every_kind()} <= seen
    assert len(seen) > 30


def raw_fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def fields(words: Words, language: str) -> set[str]:
    """Return the fields of words; a field that is itself in a language counts without it."""
    return {name.removesuffix(f"_{language}") for name in raw_fields(words.zh if language == "zh" else words.en)}
