"""A newcomer's way, in environments with nothing else: package, tutorial, and the workflows on another machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None, reason="the tutorial's commands are those of a Unix shell"
)

STEP = re.compile(
    r"Write `(?P<name>[^`]+)`:\n\n```\w+\n(?P<text>.*?)```|```sh\n(?P<commands>.*?)```|```text\n(?P<said>.*?)```",
    re.DOTALL,
)


@dataclass
class Shell:
    """A shell whose folder and environment last from command to command, as those of a reader's terminal do."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, command: str) -> tuple[str, int]:
        """Run a command; return what it printed and its exit code."""
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            return "", 0
        if command == ". .venv/bin/activate":
            self.environment["PATH"] = f"{self.folder}/.venv/bin{os.pathsep}{self.environment['PATH']}"
            return "", 0
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr, done.returncode


def terminal(folder: Path, repository: Path) -> Shell:
    """Open a terminal in which nothing of this project is installed."""
    mine = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "SOURCE_DATE_EPOCH"}
    environment = {key: value for key, value in os.environ.items() if key not in mine}
    # The versions that this repository is tested with: a new version of something else must fail no test.
    environment["PIP_CONSTRAINT"] = str(repository / "constraints.txt")
    environment |= {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_MKDOCS_2_WARNING": "1"}
    return Shell(folder, environment)


def follow(page: str, shell: Shell) -> list[str]:
    """Do what a page of the manual says; return the commands that were run."""
    top, output, ran = shell.folder, "", []
    for step in STEP.finditer(page):
        if step["name"]:
            path = top / "press" / step["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
        elif step["said"]:
            assert step["said"].strip() in output
        for command in (step["commands"] or "").splitlines():
            output, code = shell.run(command)
            ran.append(command)
            # The page has one mistake in it, to show how it is told.
            assert code == (1 if "PG012" in output else 0), f"{command}\n{output}"
    return ran


@pytest.fixture(scope="module")
def press(repository: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Follow the tutorial to the letter beside a repository with pressgen's package; return the site's folder."""
    folder = tmp_path_factory.mktemp("newcomer")
    (folder / "pressgen/dist").mkdir(parents=True)
    shutil.copy(wheel, folder / "pressgen/dist")
    page = (repository / "docs/manual/tutorial.md").read_text("utf-8")
    ran = follow(page, terminal(folder, repository))
    assert [command for command in ran if command.startswith("pressgen check")]
    return folder / "press"


def test_the_tutorial_builds_the_site_that_it_describes(press: Path) -> None:
    for address in ("index.html", "404.html", "sitemap.xml", "en/about/index.html"):
        assert (press / "site" / address).is_file()
    english, french = (
        (press / f"site/{tag}/releases/2026-03-02-norway-visit/index.html").read_text("utf-8") for tag in ("en", "fr")
    )
    assert "They agreed to hold consultations each year." in english
    assert "Son Excellence Mme Kari Nordmann à Exampole" in french


def test_what_the_tutorial_writes_down_names_no_path_of_the_machine(press: Path) -> None:
    requirements = (press / "requirements.txt").read_text("utf-8").splitlines()
    pinned = (press / "constraints.txt").read_text("utf-8").splitlines()

    assert [(press / line).is_file() for line in requirements] == [True, False]
    assert requirements[1] == "-c constraints.txt"
    assert [line for line in pinned if not re.fullmatch(r"[\w.-]+==[\w.+!-]+", line)] == []


def test_a_machine_of_ci_makes_the_same_site_by_the_workflows_commands(
    press: Path, repository: Path, tmp_path: Path
) -> None:
    committed = shutil.ignore_patterns(".venv", "site", ".cache")
    shutil.copytree(press, tmp_path / "checkout", ignore=committed)
    shell = terminal(tmp_path / "checkout", repository)
    shell.environment["GITHUB_OUTPUT"] = str(tmp_path / "output")
    shell.run("python3 -m venv .venv")
    shell.run(". .venv/bin/activate")

    workflows = [
        yaml.safe_load(path.read_text("utf-8")) for path in sorted((repository / "docs/workflows").glob("*.yml"))
    ]
    steps = [step for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"]]
    commands = dict.fromkeys(step["run"] for step in steps if "run" in step)
    for command in commands:
        output, code = shell.run(command)
        assert code == 0, f"{command}\n{output}"

    assert "pip install -r requirements.txt" in commands
    assert contents(tmp_path / "checkout/site") == contents(press / "site")


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
