"""What runs for an author outside of the terminal: the commit hook and the workflow of a pull request."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from disc.cli import main
from tests.readmes import sections

ROOT = Path(__file__).resolve().parents[1]
SPEC = "specs/xinjiang/akqi/government-office/2024-budget.yaml"
WORKFLOW = ".github/workflows/disclosures.yml"


def read(name: str) -> Any:  # noqa: ANN401
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    only: list[dict[str, Any]] = read(WORKFLOW)["jobs"]["check"]["steps"]
    return only


def test_the_commit_hook_checks_the_specs_of_a_commit() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    (ours,) = (h for repo in read(".pre-commit-config.yaml")["repos"] for h in repo["hooks"] if h["id"] == hook["id"])
    assert hook["files"] == ours["files"]
    assert re.search(hook["files"], SPEC)
    assert not re.search(hook["files"], SPEC.replace(".yaml", ".differences.md"))
    program, *arguments = shlex.split(hook["entry"])
    assert program == "disc"
    assert CliRunner().invoke(main, [*arguments, "--root", str(ROOT), str(ROOT / SPEC)]).exit_code == 0


COMMANDS = [step["run"] for step in steps() if step.get("run", "").startswith("disc ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_workflow_runs_commands_that_there_are(command: str, tmp_path: Path) -> None:
    path = tmp_path / SPEC
    path.parent.mkdir(parents=True)
    path.write_bytes((ROOT / SPEC).read_bytes())
    _, *arguments = shlex.split(command.partition(" > ")[0])
    result = CliRunner().invoke(main, [*arguments, "--root", str(tmp_path)])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_workflow_for_a_repository_of_specs_runs_there(page: str, tmp_path: Path) -> None:
    blocks = [text for each in sections(ROOT / page) for _, text in each.blocks if "runs-on" in text]
    (job,) = yaml.safe_load(blocks[0])["jobs"].values()
    path = tmp_path / SPEC
    path.parent.mkdir(parents=True)
    path.write_bytes((ROOT / SPEC).read_bytes())
    commands = [run for step in job["steps"] if (run := step.get("run", "")).startswith("disc ")]
    assert len(commands) == 2
    for command in commands:
        result = CliRunner().invoke(main, [*shlex.split(command)[1:], "--root", str(tmp_path)])
        assert result.exit_code == 0, result.output
    (kept,) = [step["with"]["path"] for step in job["steps"] if "upload" in step.get("uses", "")]
    assert (tmp_path / kept / "index.html").is_file()


def test_the_workflow_annotates_keeps_the_pages_and_uploads_the_log() -> None:
    formats = [re.findall("--format ([a-z]+)", command) for command in COMMANDS]
    assert formats == [["github"], ["sarif"]]
    log = COMMANDS[1].partition(" > ")[2]
    uploaded = [
        step["with"].get("path") or step["with"].get("sarif_file")
        for step in steps()
        if "upload" in str(step.get("uses"))
    ]
    assert uploaded == ["_preview", log, log]
