"""The command line as people and CI use it: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from pressgen.cli import commands
from pressgen.problems import report

GOOD = """\
---
title: A call
date: 2022-02-15
kind: readout
---

The two Ministers spoke.
"""
WRONG_COUNTRY = GOOD.replace("kind: readout\n", "kind: readout\ncountries: [NW]\n")
WARNED = GOOD.replace("The two", "# A call\n\nThe two")


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: bytes
    stderr: bytes


Run = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one good release."""
    options = "plugins: [pressgen: {links: {}}]"
    write(tmp_path, "mkdocs.yml", f"site_name: Ministry\nsite_url: https://mfa.example/\n{options}\n")
    write(tmp_path, "releases/2022/call.en.md", GOOD)
    return tmp_path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in this process."""

    def run(*arguments: str, cwd: Path = tmp_path, **environment: str) -> Done:
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            result = CliRunner().invoke(commands, arguments, env=environment)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout_bytes, result.stderr_bytes)

    return run


@pytest.fixture
def run_alone(tmp_path: Path) -> Run:
    """Return a function that runs a command in a process of its own, as a terminal does."""

    def run(*arguments: str | bytes, **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "pressgen.cli", *arguments],
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_wrong_ends_with_0_and_says_what_was_checked(project: Path, run: Run) -> None:
    done = run("check", cwd=project)

    line = f"checked 1 release in 1 edition in {project}: nothing to mend\n"
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, line, b"")
    write(project, "docs/about.md", "# About\n")
    write(project, "releases/register/topics.yml", "trade: {names: Trade}\n")
    write(project, "releases/register/people.yml", "")
    write(project, "releases/2022/visit.en.md", GOOD)
    line = f"checked 2 releases in 2 editions, 2 files of the register, 1 page in {project}: nothing to mend\n"
    assert run("check").stdout.decode() == line


def test_advice_is_one_line_and_no_problem_until_links_are_named(project: Path, run: Run) -> None:
    write(project, "mkdocs.yml", "site_name: Ministry\nsite_url: https://mfa.example/\nplugins: [pressgen]\n")
    done = run("check", "--strict")

    assert done.returncode == 0
    assert done.stdout.decode().endswith(": nothing to mend\n")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("advice: many states require an accessibility statement")
    assert run("check", "--format", "json").stderr.decode().startswith("checked")
    assert run("check", "releases/2022/call.en.md").stderr == b""


@pytest.mark.parametrize("folder", ["docs", "other", "releases/2022", "docs/a/b"])
def test_from_every_folder_of_a_project_the_whole_of_it_is_checked(project: Path, run: Run, folder: str) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)
    (project / folder).mkdir(parents=True, exist_ok=True)

    done = run("check", cwd=project / folder)

    assert (done.returncode, done.stderr) == (1, b"")
    problem, _, line = done.stdout.decode().splitlines()
    assert problem.startswith("releases/2022/call.en.md:5:13: error PG012")
    assert line == f"checked 1 release in 1 edition in {project}: 1 error; their paths begin there"


def test_what_was_asked_about_is_said_with_what_it_was_checked_against(project: Path, run: Run) -> None:
    write(project, "releases/2022/other.en.md", WARNED)

    one = run("check", "call.en.md", cwd=project / "releases/2022").stdout.decode()
    assert one == f"checked releases/2022/call.en.md among 2 releases in 2 editions in {project}: nothing to mend\n"
    both = run("check", "2022", cwd=project / "releases").stdout.decode().splitlines()[-1]
    assert both.endswith(f"in {project}: 1 warning; their paths begin there")
    assert run("check", "mkdocs.yml").stdout.startswith(b"checked mkdocs.yml among 2 releases")
    assert run("check", "..", cwd=project / "releases").stdout == run("check", cwd=project / "releases").stdout


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_are_reported_what_was_checked_beside_their_form(project: Path, run: Run, form: str) -> None:
    done = run("check", "--format", form)

    assert done.stderr.decode() == f"checked 1 release in 1 edition in {project}: nothing to mend\n"
    assert done.stdout == report.FORMATS[form]([]).encode()


def test_a_time_of_the_build_that_is_none_is_reported(project: Path, run: Run) -> None:
    done = run("check", SOURCE_DATE_EPOCH="tomorrow")

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"SOURCE_DATE_EPOCH is 'tomorrow'" in done.stderr


def test_a_day_in_the_future_is_reported_by_the_time_of_the_build(project: Path, run: Run) -> None:
    assert b"warning PG070" not in run("check", SOURCE_DATE_EPOCH="1644883200").stdout
    assert b"warning PG070" in run("check", SOURCE_DATE_EPOCH="1644883199").stdout


def test_an_error_ends_with_1_and_is_reported_with_its_place_and_a_hint(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    done = run("check")

    assert done.returncode == 1
    first, second, _ = done.stdout.decode().splitlines()
    assert first.startswith("releases/2022/call.en.md:5:13: error PG012: unknown country 'NW'")
    assert second.startswith("    hint: ")
    assert "NO" in second


def test_a_warning_ends_with_1_only_under_strict(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WARNED)

    assert run("check").returncode == 0
    assert b"warning PG041" in run("check").stdout
    assert run("check", "--strict").returncode == 1


@pytest.mark.parametrize("command", ["check --strict", "stage out --strict"])
def test_a_warning_that_is_switched_off_stops_nothing(project: Path, run: Run, command: str) -> None:
    write(project, "releases/2022/call.en.md", WARNED.replace("kind:", "ignore: {PG041: as printed}\nkind:"))
    write(project, "docs/x.md", "<!-- pressgen latest -->\n")

    assert run(*command.split()).returncode == 1
    configured = "site_url: https://mfa.example/\nplugins: [pressgen: {ignore: {PG081: understood}}]\n"
    write(project, "mkdocs.yml", f"site_name: Ministry\n{configured}")
    assert run(*command.split()).returncode == 0


def test_an_option_of_the_site_is_reported_beside_the_releases(project: Path, run: Run) -> None:
    write(project, "mkdocs.yml", "site_url: https://mfa.example/\nplugins: [pressgen: {colour: blue}]\n")
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    told = run("check").stdout.decode().splitlines()

    assert [line.split(":")[0] for line in told[:-1] if not line.startswith(" ")] == [
        "mkdocs.yml",
        "releases/2022/call.en.md",
    ]


def test_json_is_read_by_programs(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    (problem,) = json.loads(run("check", "--format", "json").stdout)["problems"]

    assert (problem["code"], problem["file"], problem["line"]) == ("PG012", "releases/2022/call.en.md", 5)
    write(project, "releases/2022/call.en.md", GOOD)
    assert json.loads(run("check", "--format", "json").stdout)["problems"] == []


def test_github_shows_it_at_its_line(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    done = run("check", "--format", "github")

    assert done.returncode == 1
    assert done.stdout.startswith(b"::error file=releases/2022/call.en.md,line=5,col=13,title=PG012::unknown country")


@pytest.mark.parametrize("path", [".", "releases", "mkdocs-less"])
def test_a_project_or_its_releases_may_be_named(project: Path, run: Run, path: str) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)
    if path == "mkdocs-less":
        (project / "mkdocs.yml").unlink()

    done = run("check", "releases" if path == "mkdocs-less" else path)

    assert done.returncode == 1
    assert done.stdout.startswith(b"releases/2022/call.en.md:5:13: error PG012")


def test_from_within_the_releases_the_project_is_found(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    done = run("check", "call.en.md", cwd=project / "releases/2022")

    assert done.stdout.startswith(b"releases/2022/call.en.md:5:13")


def test_of_one_file_only_its_own_problems_are_reported_though_the_archive_is_read(project: Path, run: Run) -> None:
    write(project, "mkdocs.yml", "site_url: https://mfa.example/\nplugins:\n  - pressgen:\n      languages: [en, fr]\n")
    write(project, "releases/2022/other.en.md", WRONG_COUNTRY)
    write(project, "releases/2022/call.fr.md", "---\ntitle: Appel\ndate: 2022-02-14\n---\n\nIls ont parlé.\n")

    done = run("check", "releases/2022/call.fr.md")

    told = [line for line in done.stdout.decode().splitlines()[:-1] if not line.startswith(" ")]
    assert done.returncode == 1
    assert len(told) == 1
    assert told[0].startswith("releases/2022/call.fr.md:3:7: error PG028")
    assert "2022-02-15" in told[0] or "call.en.md" in told[0]


def test_releases_of_no_site_are_read_with_the_defaults(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "drafts/call.md", WRONG_COUNTRY)

    done = run("check", "drafts")

    assert done.stdout.startswith(b"drafts/call.md:5:13: error PG012")
    assert run("check", "drafts/call.md").stdout.startswith(b"drafts/call.md:5:13: error PG012")
    assert run("check", ".", cwd=tmp_path / "drafts").stdout.startswith(b"drafts/call.md:5:13: error PG012")


@pytest.mark.parametrize("command", ["check", "stage out"])
def test_a_folder_of_anything_is_not_read_unless_it_is_named(tmp_path: Path, run: Run, command: str) -> None:
    write(tmp_path, "letters/call.md", WRONG_COUNTRY)

    done = run(*command.split())

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"there is no mkdocs.yml" in done.stderr


def test_another_configuration_may_be_named(project: Path, run: Run) -> None:
    write(project, "intranet.yml", "site_url: https://mfa.example/\nplugins: [pressgen: {releases_dir: internal}]\n")
    write(project, "internal/note.md", WRONG_COUNTRY)

    assert run("check", "-f", "intranet.yml").stdout.startswith(b"internal/note.md:5:13")
    assert b"/.." not in run("check", "-f", "internal/../intranet.yml").stdout
    assert run("check").returncode == 0


def test_lists_in_pages_are_checked_where_the_build_would_stop(project: Path, run: Run) -> None:
    configured = "site_url: https://mfa.example/\nplugins: [pressgen]\nexclude_docs: old.md\ndraft_docs: |\n  new*\n"
    write(project, "mkdocs.yml", f"site_name: Ministry\n{configured}")
    wrong = "# About\n\n<!-- pressgen: latest contry=NO kind=visits -->\n"
    for name in ("about.md", "sub/page.km.md", "old.md", "new.md", "templates/x.md", ".hidden.md", "list.txt"):
        write(project, f"docs/{name}", wrong)
    write(project, "docs/good.md", "<!-- pressgen: latest country=NO count=5 -->\n\n    <!-- pressgen: sample -->\n")
    (project / "docs/broken.md").write_bytes(b"One\nT\xffo\n")

    done = run("check")

    assert done.returncode == 1
    lines = [line for line in done.stdout.decode().splitlines() if line.startswith("docs/")]
    assert lines == [
        "docs/about.md:3:1: error PG063: there is no key 'contry'",
        "docs/about.md:3:1: error PG063: there is no kind 'visits'",
        "docs/broken.md:2:2: error PG005: this is not UTF-8 text",
        "docs/sub/page.km.md:3:1: error PG063: there is no key 'contry'",
        "docs/sub/page.km.md:3:1: error PG063: there is no kind 'visits'",
    ]
    assert run("check", "docs/good.md").returncode == 0
    assert run("check", "docs/about.md").stdout.count(b"PG063") == 2
    assert run("check", "releases").stdout.count(b"PG063") == 4


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("check", "nowhere"), "does not exist"),
        (("check", "--format", "xml"), "xml"),
        (("check", "notes/about.md"), "not among the releases"),
        (("check", "empty"), "no folder of releases"),
        (("check", "-f", "nowhere.yml"), "does not exist"),
        (("chekc",), "chekc"),
        (("stage",), "DIR"),
    ],
)
def test_wrong_usage_ends_with_2(project: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    write(project, "notes/about.md", "# About\n")
    write(project, "empty/mkdocs.yml", "plugins: [pressgen]\n")

    done = run(*arguments)

    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_terminal_can_show_it(project: Path, run_alone: Run, encoding: str) -> None:
    write(project, "releases/2022/call.en.md", GOOD.replace("kind: readout", "kind: សេចក្តីថ្លែងការណ៍"))

    done = run_alone("check", PYTHONIOENCODING=encoding, NO_COLOR="1", LC_ALL="C", PYTHONUTF8="0")

    assert done.returncode == 1
    assert b"PG021" in done.stdout
    assert b"Traceback" not in done.stderr
    assert b"\x1b[" not in done.stdout
    assert json.loads(run_alone("check", "--format", "json", PYTHONIOENCODING=encoding).stdout)["errors"] == 1


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="its file systems hold no such names")
def test_a_name_that_is_no_text_is_reported_in_escapes(project: Path, run_alone: Run) -> None:
    name = os.fsencode(project) + b"/releases/2022/caf\xe9\n.en.md"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123  # the name is bytes
        file.write(GOOD)

    for arguments in (["check"], ["check", name], ["check", "--format", "json"], ["check", "--format", "github"]):
        done = run_alone(*arguments)
        assert done.returncode == 1, arguments
        assert b"Traceback" not in done.stderr, arguments
        assert b"PG030" in done.stdout, arguments


def test_a_pipe_may_close_early(project: Path) -> None:
    for number in range(2000):
        write(project, f"releases/2022/call-{number}.en.md", "no front matter\n")
    command = f"'{sys.executable}' -m pressgen.cli check | head -n 1"

    done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, check=False)

    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_the_schema_is_one_and_is_written_where_it_is_wanted(tmp_path: Path, run: Run) -> None:
    printed = run("schema").stdout
    written = run("schema", "-o", "schema.json")

    jsonschema.Draft202012Validator.check_schema(json.loads(printed))
    assert (written.returncode, written.stdout) == (0, b"")
    assert (tmp_path / "schema.json").read_bytes() == printed
    assert run("schema", "-o", "no/such/folder.json").returncode != 0
    assert b"Traceback" not in run("schema", "-o", "no/such/folder.json").stderr


def staged(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def test_stage_writes_markdown_and_replaces_only_what_it_wrote(project: Path, run: Run) -> None:
    first = run("stage", "pages", SOURCE_DATE_EPOCH="1767225600")
    pages = project / "pages"

    assert first.returncode == 0, first.stderr
    assert "en/releases/call/index.md" in staged(pages)
    assert "The two Ministers spoke." in (pages / "en/releases/call/index.md").read_text("utf-8")
    write(pages, "releases/mine.md", "# Mine\n")
    (project / "releases/2022/call.en.md").rename(project / "releases/2022/visit.en.md")
    second = run("stage", "pages", SOURCE_DATE_EPOCH="1767225600")
    assert second.returncode == 0, second.stderr
    assert not (pages / "en/releases/call").exists()
    assert (pages / "en/releases/visit/index.md").is_file()
    assert (pages / "releases/mine.md").read_text("utf-8") == "# Mine\n"


def test_stage_refuses_what_it_did_not_write(project: Path, run: Run) -> None:
    write(project, "pages/index.md", "# Mine\n")

    done = run("stage", "pages")

    assert done.returncode == 2
    assert staged(project / "pages") == ["index.md"]
    assert (project / "pages/index.md").read_text("utf-8") == "# Mine\n"


def test_stage_never_writes_over_or_outside(project: Path, run: Run) -> None:
    run("stage", "pages")
    inventory = project / "pages/.pressgen-stage"
    inventory.write_text("../mkdocs.yml\n/etc/passwd\n" + inventory.read_text("utf-8"), encoding="utf-8")
    assert run("stage", "pages").returncode == 0
    assert (project / "mkdocs.yml").is_file()

    inventory.write_text("", encoding="utf-8")
    done = run("stage", "pages")
    assert done.returncode == 2
    assert b"is in the way" in done.stderr


def test_stage_writes_nothing_where_something_is_wrong(project: Path, run: Run) -> None:
    write(project, "releases/2022/call.en.md", WRONG_COUNTRY)

    done = run("stage", "pages")

    assert done.returncode == 1
    assert b"PG012" in done.stderr
    assert not (project / "pages").exists()


def test_stage_keeps_what_is_not_public(project: Path, run: Run) -> None:
    write(project, "releases/2022/secret.en.md", GOOD.replace("kind:", "embargo: 2026-01-02T00:00Z\nkind:"))

    assert run("stage", "before", SOURCE_DATE_EPOCH="1767225600").returncode == 0
    assert run("stage", "after", SOURCE_DATE_EPOCH="1767398400").returncode == 0

    assert "en/releases/secret/index.md" not in staged(project / "before")
    assert "en/releases/secret/index.md" in staged(project / "after")
    assert run("stage", "never", SOURCE_DATE_EPOCH="tomorrow").returncode == 2
