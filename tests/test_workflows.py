"""The project's own workflows and those that the manual offers: no step may do more than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent
MODELS = sorted((REPOSITORY / "docs/workflows").glob("*.yml"))
WORKFLOWS = [*MODELS, *sorted((REPOSITORY / ".github/workflows").glob("*.yml"))]


def jobs(path: Path) -> Iterator[tuple[dict[str, str], list[dict[str, Any]]]]:
    """Give what each job may do, and its steps."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for job in workflow["jobs"].values():
        yield job.get("permissions", workflow["permissions"]), job["steps"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_named_by_its_commit(path: Path) -> None:
    used = [step["uses"] for _, steps in jobs(path) for step in steps if "uses" in step]

    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_that_may_write_runs_nothing_that_was_installed(path: Path) -> None:
    for permissions, steps in jobs(path):
        assert set(permissions.values()) == {"read"} or not any("run" in step for step in steps)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_site_s_workflow_builds_strictly_and_keeps_the_index(path: Path) -> None:
    steps = [step for _, of_job in jobs(path) for step in of_job]
    kept = [step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/cache")]

    assert kept == [".cache/pressgen"]
    assert "mkdocs build --strict" in [step.get("run") for step in steps]
