"""The project's own workflows and those that the manual offers: no step may do more than it needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent
MODELS = sorted((REPOSITORY / "pressgen/data/workflows").glob("*.yml"))
WORKFLOWS = [*MODELS, *sorted((REPOSITORY / ".github/workflows").glob("*.yml"))]


def jobs(path: Path) -> Iterator[tuple[dict[str, str], list[dict[str, Any]]]]:
    """List the permissions and the steps of each job; a job that calls another workflow has no steps."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for job in workflow["jobs"].values():
        yield job.get("permissions", workflow["permissions"]), job.get("steps", [])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_named_by_its_commit(path: Path) -> None:
    used = [step["uses"] for _, steps in jobs(path) for step in steps if "uses" in step]

    assert used
    trusted = r"(actions/[a-z/-]+|pypa/gh-action-pypi-publish)@[0-9a-f]{40}"
    assert [action for action in used if not re.fullmatch(trusted, action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_that_may_write_runs_nothing_that_was_installed(path: Path) -> None:
    for permissions, steps in jobs(path):
        assert set(permissions.values()) <= {"read"} or not any("run" in step for step in steps)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_sites_workflow_builds_strictly_from_what_was_kept(path: Path) -> None:
    steps = [step for _, of_job in jobs(path) for step in of_job]
    kept = [step["with"]["path"].split() for step in steps if step.get("uses", "").startswith("actions/cache")]

    # Record and site belong together, and a cache is found only by the very paths that it was saved with.
    assert kept[0] == [".cache/pressgen", "site"]
    assert all(paths in (kept[0], [".cache/published"]) for paths in kept)
    assert "mkdocs build --strict" in [step.get("run") for step in steps]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the workflow's commands are those of a Unix shell")
@pytest.mark.parametrize(
    ("event", "published", "due", "builds"),
    [
        ("push", True, False, True),
        ("schedule", True, True, True),
        ("schedule", True, False, False),
        ("schedule", False, False, True),
        ("workflow_dispatch", True, False, True),
    ],
)
def test_by_the_clock_the_site_is_built_only_where_something_is_due(
    event: str, published: bool, due: bool, builds: bool, tmp_path: Path
) -> None:
    (step,) = (step for _, steps in jobs(MODELS[1]) for step in steps if step.get("id") == "due")
    command, output = tmp_path / "bin/pressgen", tmp_path / "output"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\necho "$@" >asked\nexit {0 if due else 1}\n', "utf-8")
    command.chmod(0o755)
    output.write_text("", "utf-8")
    if published:
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache/published").write_text("2026-03-02T11:00:00Z\n", "utf-8")
    environment = {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_EVENT_NAME": event,
        "GITHUB_OUTPUT": str(output),
    }
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environment, check=True)

    assert output.read_text("utf-8").startswith("began=20") == builds
    if event == "schedule" and published:
        assert (tmp_path / "asked").read_text("utf-8") == "due --since 2026-03-02T11:00:00Z\n"


def test_the_suite_runs_on_every_python_that_the_package_names() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/test.yml").read_text("utf-8"))

    assert workflow["jobs"]["suite"]["strategy"]["matrix"]["python"] == named


def test_the_oldest_libraries_are_the_lower_bounds_of_the_package() -> None:
    done = subprocess.run([REPOSITORY / ".ci/oldest"], capture_output=True, text=True, check=True)

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert len(done.stdout.splitlines()) == len(project["dependencies"])
    assert "mkdocs-material==9.7.5\n" in done.stdout


def release(folder: Path, tag: str) -> str:
    """Ask in a copy of the repository whether a tag may be released; return the reason why not."""
    done = subprocess.run([folder / ".ci/release", tag], capture_output=True, text=True, check=False)
    assert done.returncode == bool(done.stderr)
    return done.stderr


def test_a_tag_is_released_when_version_changelog_and_addresses_are_right(tmp_path: Path) -> None:
    script = tmp_path / ".ci/release"
    script.parent.mkdir()
    script.write_bytes((REPOSITORY / ".ci/release").read_bytes())
    script.chmod(0o755)
    (tmp_path / "pressgen").mkdir()
    (tmp_path / "pressgen/__init__.py").write_text('"""A package."""\n\n__version__ = "1.2.3"\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# What has changed\n\n## 1.2.3, not yet released\n", "utf-8")
    addresses = '[project.urls]\nRepository = "https://code.pressgen.example/"\n\n[other]\nurl = "https://a.example/"\n'
    (tmp_path / "pyproject.toml").write_text(addresses, "utf-8")

    assert "has version 1.2.3" in release(tmp_path, "v1.2.4")
    assert "## 1.2.3, <day> <Month> <year>" in release(tmp_path, "v1.2.3")
    (tmp_path / "CHANGELOG.md").write_text("# What has changed\n\n## 1.2.3, 2 March 2026\n", "utf-8")
    assert "are invented" in release(tmp_path, "v1.2.3")
    (tmp_path / "pyproject.toml").write_text(addresses.replace("code.pressgen.example", "forge.int"), "utf-8")
    assert release(tmp_path, "v1.2.3") == ""


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Keep the day\n\nWhy: it was lost.\n# a comment of git's\n", ""),
        (f"{'x' * 72}\n", ""),
        (f"{'é' * 72}\n", ""),
        (f"{'x' * 73}\n", "73 characters, 72 at most"),
        ("Keep the day.\n", "a full stop"),
        ("Keep the day\nand more\n", "no empty line"),
        ("\n", "no subject"),
    ],
)
def test_a_commit_s_message_has_a_short_subject(tmp_path: Path, message: str, told: str) -> None:
    (tmp_path / "message").write_text(message, "utf-8")

    done = subprocess.run(
        [REPOSITORY / ".ci/commits", tmp_path / "message"], capture_output=True, text=True, check=False
    )

    assert done.returncode == bool(told)
    assert told in done.stderr
    assert bool(told) == bool(done.stderr)


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / ".github/ISSUE_TEMPLATE").glob("w*.yml")), ids=lambda path: path.stem
)
def test_an_issue_form_asks_for_something(path: Path) -> None:
    """GitHub shows no form that lacks one of these keys, and says so nowhere but on its own page."""
    form = yaml.safe_load(path.read_text("utf-8"))

    assert form["name"]
    assert form["description"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields) > 1
    assert all(field["attributes"]["label"] for field in fields)
    assert all(field["attributes"]["options"] for field in fields if field["type"] == "dropdown")
