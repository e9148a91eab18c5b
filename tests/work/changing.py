"""A root that people work on: specs, forms, looks and settings that are changed, added, moved and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import yaml

from disc.load.publishers import LIST
from tests.department import CENTRE, SPECS
from tests.roots import a_root, a_spec

MONEY = "basic: {{general: {{by_function: {{2010301: {amount}}}, by_economic: {{30101: {amount}}}}}}}\nprojects: []\n"
ACCOUNTS = """
kind: accounts
form: xinjiang/unit-accounts
income: {{general: {{2010301: {amount}}}}}
basic: {{general: {{by_function: {{2010301: {amount}}}, by_economic: {{30101: {amount}}}}}}}
balances: {{opening: {{}}, closing: {{}}}}
"""
OF_ACCOUNTS = "b/office/2024-accounts.yaml"
LAST = "a/squad/2023-budget.yaml"
FORM = """
- text: "收支总预算{{ total }}{{ total | compared | clause }}。"
"""


class Changing:
    """A root, and what can be done to it; a number chooses among what can be changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._count = 0
        self._site: dict[str, object] = {"name": "试", "redirects": {}, "withdrawn": {}, "downloads": ["excel-csv"]}
        a_root(root, SPECS, FORM)
        a_spec(root, "b/office/2024-budget.yaml", MONEY.format(amount=7))
        self._write_site()

    @property
    def steps(self) -> tuple[Callable[[int], None], ...]:
        """All that can be done."""
        return (
            self.edit,
            self.edit_a_unit,
            self.add,
            self.add_last_year,
            self.add_accounts,
            self.move,
            self.withdraw,
            self.break_one,
            self.mark_as_draft,
            self.change_the_form,
            self.change_a_template,
            self.change_the_looks,
            self.change_the_settings,
            self.change_the_publishers,
            self.change_a_schema,
            self.change_nothing,
        )

    @property
    def specs(self) -> list[Path]:
        return sorted((self.root / "specs").rglob("*-budget.yaml"))

    def edit(self, number: int) -> None:
        """Change the amount of a spec that has but one."""
        path = self._one(number, "b")
        a_spec(self.root, self._name(path), MONEY.format(amount=number + 10))

    def edit_a_unit(self, number: int) -> None:
        """Change a unit, and with it its department."""
        path = self.root / "specs" / CENTRE
        path.write_text(path.read_text("utf-8").replace("services: 3", f"services: 3.{number % 10}"), "utf-8")

    def add(self, number: int) -> None:
        self._count += 1
        a_spec(self.root, f"b/office-{self._count}/2024-budget.yaml", MONEY.format(amount=number + 1))

    def add_last_year(self, number: int) -> None:
        """Add last year's of a spec that is there, or change it."""
        a_spec(self.root, LAST, MONEY.format(amount=number + 1))

    def add_accounts(self, number: int) -> None:
        """Add the accounts of an office that has a budget, be it where it was or elsewhere by now, or change them."""
        a_spec(self.root, OF_ACCOUNTS, ACCOUNTS.format(amount=number + 1))

    def move(self, number: int) -> None:
        """Let a spec lie elsewhere, with a redirect."""
        path = self._one(number, "b")
        self._count += 1
        name = f"b/moved-{self._count}/{path.parent.name}/{path.name}"
        (self.root / "specs" / name).parent.mkdir(parents=True)
        path.rename(self.root / "specs" / name)
        self._leads(self._name(path).removesuffix(".yaml"), name.removesuffix(".yaml"))

    def withdraw(self, number: int) -> None:
        path = self._one(number, "b")
        if len([path for path in self.specs if self._name(path).startswith("b/")]) > 1:
            path.unlink()
            self._leads(self._name(path).removesuffix(".yaml"), "")

    def break_one(self, number: int) -> None:
        """Make a spec invalid, or mend it."""
        path = self._one(number, "b")
        text = path.read_text("utf-8")
        whole, empty = "functions: [办文]", "functions: []"
        path.write_text(text.replace(*((whole, empty) if whole in text else (empty, whole))), "utf-8")

    def mark_as_draft(self, number: int) -> None:
        path = self.root / "specs" / f"b/draft-{number % 2}/2024-budget.yaml"
        a_spec(self.root, self._name(path), f"draft: true\n{MONEY.format(amount=number + 1)}")

    def change_the_form(self, number: int) -> None:
        a_root(self.root, {}, FORM.replace("收支总预算", f"收支总预算{number}"))

    def change_a_template(self, number: int) -> None:
        text = (Path(__file__).parents[2] / "site/templates/disclosure.html.j2").read_text("utf-8")
        path = self.root / "site/templates/disclosure.html.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("<h1>", f'<h1 class="c{number}">'), "utf-8")

    def change_the_looks(self, number: int) -> None:
        path = self.root / "site/static/own.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"a {{ margin: {number}px }}\n", "utf-8")

    def change_the_settings(self, number: int) -> None:
        self._site["name"] = f"试{number}"
        self._write_site()

    def change_the_publishers(self, number: int) -> None:
        entry = {"region": 653023, "id": f"p{number}", "name": "某", "kind": "budget", "from": 2024}
        (self.root / LIST).write_text(yaml.safe_dump({"publishers": [entry]}), "utf-8")

    def change_a_schema(self, number: int) -> None:
        schema = json.loads((Path(__file__).parents[2] / "schema/budget.schema.json").read_text("utf-8"))
        schema["description"] = f"{number}"
        (self.root / "schema/budget.schema.json").write_text(json.dumps(schema), "utf-8")

    def change_nothing(self, number: int) -> None:
        """Touch a file."""
        path = self.specs[number % len(self.specs)]
        path.write_bytes(path.read_bytes())

    def _one(self, number: int, folder: str) -> Path:
        paths = [path for path in self.specs if self._name(path).startswith(f"{folder}/")]
        return paths[number % len(paths)]

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root / "specs").as_posix()

    def _leads(self, old: str, new: str) -> None:
        """Say what became of an address."""
        redirects, withdrawn = self._site["redirects"], self._site["withdrawn"]
        assert isinstance(redirects, dict)
        assert isinstance(withdrawn, dict)
        for source, target in list(redirects.items()):
            if target == old and new:
                redirects[source] = new
            elif target == old:
                del redirects[source]
                withdrawn[source] = {"date": "2024-03-01", "reason": "撤下"}
        if new:
            redirects[old] = new
        else:
            withdrawn[old] = {"date": "2024-03-01", "reason": "撤下"}
        self._write_site()

    def _write_site(self) -> None:
        path = self.root / "site/site.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(self._site, allow_unicode=True), "utf-8")
