"""The manual's way for a million texts: a project for each shard, and CI that builds those that have changed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

PAGE = Path(__file__).parent.parent / "docs/manual/large-archives.md"
COMMON = "site_name: Press\ntheme: {name: material}\nplugins: [pressgen: {languages: [en, km]}]\n"
SHARD = "INHERIT: ../../mkdocs-common.yml\nsite_url: https://press.examplia.example/{year}/\n"
RELEASE = (
    "---\ntitle: A call\ndate: {year}-02-15\nkind: readout\nparticipants:\n  - {{person: ada}}\n---\n\nThey spoke.\n"
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A repository with two shards, as the page lays it out."""
    files = {
        "mkdocs-common.yml": COMMON,
        "register/people.yml": "ada:\n  names: {en: Ada Example, km: អាដា}\n",
        **{f"shards/{year}/mkdocs.yml": SHARD.format(year=year) for year in (2025, 2026)},
        **{f"shards/{year}/docs/about.md": "# About\n" for year in (2025, 2026)},
        **{f"shards/{year}/releases/{year}/call.en.md": RELEASE.format(year=year) for year in (2025, 2026)},
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    """The jobs of the page's workflow."""
    (text,) = re.findall(r"```yaml\n(jobs:.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    workflow: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return workflow["jobs"]


@pytest.mark.skipif(not all(map(shutil.which, ("bash", "git", "jq"))), reason="the commands need bash, git and jq")
@pytest.mark.parametrize(
    ("changed", "built"),
    [
        (["shards/2026/releases/2026/call.en.md"], '["2026"]'),
        (["register/people.yml"], '["2025","2026"]'),
        (["mkdocs-common.yml", "shards/2025/docs/about.md"], '["2025","2026"]'),
        (["front/index.md"], "[]"),
    ],
)
def test_ci_builds_the_shards_that_changed(
    changed: list[str], built: str, press: Path, jobs: dict[str, Any], tmp_path: Path
) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(press)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    for files in ([], changed):
        for name in files:
            (press / name).parent.mkdir(exist_ok=True)
            with (press / name).open("a", encoding="utf-8") as file:
                file.write("# more\n")
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "x"], check=True)
    (step,) = (step for step in jobs["changed"]["steps"] if "run" in step)
    output = tmp_path / "output"
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "GITHUB_OUTPUT": str(output)}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=press, env=environment, check=True)

    assert output.read_text("utf-8") == f"shards={built}\n"


def test_a_shard_is_a_project_with_the_common_register(press: Path, jobs: dict[str, Any]) -> None:
    commands = [step["run"].replace("${{ matrix.shard }}", "2026") for step in jobs["build"]["steps"] if "run" in step]
    assert "cp -r register shards/2026/releases/register" in commands
    shutil.copytree(press / "register", press / "shards/2026/releases/register")
    mkdocs = next(command for command in commands if command.startswith("mkdocs "))
    subprocess.run([sys.executable, "-m", *mkdocs.split(), "--quiet"], cwd=press, check=True)

    page = (press / "shards/2026/site/en/releases/call/index.html").read_text("utf-8")
    assert "Ada Example" in page
    assert 'href="https://press.examplia.example/2026/en/releases/call/"' in page
    assert (press / "shards/2026/.cache/pressgen").is_dir()
