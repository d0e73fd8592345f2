"""What `pressgen due` prints, and what it keeps to itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pressgen.cli import commands

RELEASE = """\
---
title: A call with {name}
date: 2022-02-15
kind: readout
{line}
---

The two Ministers spoke.
"""
EARLY, LATE = "2022-02-20T18:00+07:00", "2022-03-01T09:30+01:00"
NOW = datetime(2022, 2, 18, 11, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a public release, four under three embargoes, and a draft."""
    lines = {
        "open": "",
        "ended": "embargo: 2022-02-15T08:00+07:00",
        "late": f"embargo: {LATE}",
        "early": f"embargo: {EARLY}",
        "same": "embargo: 2022-02-20T11:00Z",
        "draft": f"status: draft\nembargo: {EARLY}",
    }
    write(
        tmp_path / "mkdocs.yml",
        "site_name: M\nsite_url: https://mfa.example/\nplugins: [pressgen: {timezone: Asia/Phnom_Penh}]\n",
    )
    for name, line in lines.items():
        write(tmp_path / f"releases/2022/{name}.en.md", RELEASE.format(name=name.upper(), line=line))
    return tmp_path


def write(path: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def due(project: Path, *arguments: str, now: datetime = NOW) -> Result:
    """Run the command at a time."""
    environment = {"SOURCE_DATE_EPOCH": str(int(now.timestamp()))}
    return CliRunner().invoke(commands, ["due", str(project), *arguments], env=environment)


def test_each_time_is_printed_once_in_the_sites_zone_and_nothing_of_the_releases(project: Path) -> None:
    done = due(project)

    assert done.stdout == ("2022-02-20T18:00:00+07:00, in 2 days\n2022-03-01T15:30:00+07:00, in 10 days and 21 hours\n")
    assert done.exit_code == 0
    for form in ("text", "time", "seconds", "json"):
        assert "EARLY" not in due(project, "--format", form).output.upper()


def test_where_nothing_is_due_the_exit_code_says_so(project: Path) -> None:
    for name in ("early", "late", "same"):
        (project / f"releases/2022/{name}.en.md").unlink()

    assert (due(project).output, due(project).exit_code) == ("", 1)
    assert json.loads(due(project, "--format", "json").stdout)["due"] == []


@pytest.mark.parametrize(("form", "printed"), [("time", "2022-02-20T11:00:00Z\n"), ("seconds", "1645354800\n")])
def test_a_timer_is_given_the_first_time_alone(project: Path, form: str, printed: str) -> None:
    assert due(project, "--format", form).stdout == printed


def test_a_program_is_given_all(project: Path) -> None:
    document = json.loads(due(project, "--format", "json", "--titles").stdout)

    assert (document["version"], document["now"]) == (1, "2022-02-18T11:00:00Z")
    assert document["due"][0] == {
        "time": "2022-02-20T11:00:00Z",
        "local": "2022-02-20T18:00:00+07:00",
        "seconds": 1645354800,
        "releases": ["early: A call with EARLY", "same: A call with SAME"],
    }


def test_titles_are_printed_to_whom_asks_for_them(project: Path) -> None:
    lines = due(project, "--titles").stdout.splitlines()

    assert lines[1:3] == ["    early: A call with EARLY", "    same: A call with SAME"]


@pytest.mark.parametrize(
    ("since", "code"),
    [
        ("2022-02-20T10:59:59Z", 0),
        ("2022-02-20T11:00:00Z", 1),  # a build at that very time shows the releases
        ("2022-02-15T00:00:00+07:00", 0),
    ],
)
def test_what_ended_since_a_build_is_told_by_the_exit_code(project: Path, since: str, code: int) -> None:
    now = datetime(2022, 2, 20, 11, tzinfo=UTC)

    assert due(project, "--since", since, now=now).exit_code == code


def test_since_a_build_only_what_has_ended_is_printed(project: Path) -> None:
    now = datetime(2022, 2, 20, 12, 5, tzinfo=UTC)
    done = due(project, "--since", "2022-02-18T00:00:00Z", now=now)

    assert done.stdout == "2022-02-20T18:00:00+07:00, 1 hour and 5 minutes ago\n"


@pytest.mark.parametrize("since", ["yesterday", "2022-02-20", "2022-02-20T18:00"])
def test_a_time_without_its_zone_is_refused(project: Path, since: str) -> None:
    done = due(project, "--since", since)

    assert done.exit_code == 2
    assert "write it as 2026-03-02T18:00+07:00" in done.output


def test_errors_of_the_project_are_counted_beside_the_times(project: Path) -> None:
    write(project / "releases/2022/wrong.en.md", RELEASE.format(name="X", line="embargo: tomorrow"))
    done = due(project)

    assert "errors in the project: 1; 'pressgen check' names them" in done.stderr
    assert done.stdout.startswith("2022-02-20T18:00:00+07:00")


def test_a_time_of_the_build_that_is_none_is_refused(project: Path) -> None:
    done = CliRunner().invoke(commands, ["due", str(project)], env={"SOURCE_DATE_EPOCH": "soon"})

    assert done.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in done.output
