"""A check whose answer is kept prints what a check from nothing prints, and is kept no longer than it is right."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from pressgen.cli import commands
from pressgen.cli.kept_check import FILE, kept_check
from tests.load.project import english, khmer, write
from tests.load.test_memo import Project, change

CONFIGURATION = """\
INHERIT: base.yml
site_name: Ministry
plugins:
  - pressgen:
      languages: [en, km]
      ignore: {PG076: the register is half translated}
"""
FILES = {
    "mkdocs.yml": CONFIGURATION,
    "base.yml": "site_url: https://mfa.example/\n",
    "docs/index.md": "# Home\n\n{{ releases country=XQ }}\n",
    "releases/2022/2022-02-15-a.en.md": english("countries: [NW]", "embargo: 2999-01-01 09:00 +07:00"),
    "releases/2022/2022-02-15-a.km.md": khmer(),
    "releases/2022/2022-02-16-b.en.md": english(body="[no](no.txt) [about](../../docs/index.md)"),
    "releases/2022/2022-02-16-b/unused.pdf": "%PDF",
    "releases/2022/2999-02-17-c.en.md": english().replace("2022-02-15", "2999-02-17"),
    "releases/register/topics.yml": "water: {names: {en: Water}}\n",
}
Outcome = tuple[int, str, str]


@pytest.fixture(autouse=True)
def _no_file_is_too_young(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pressgen.stamps", "pressgen.cli.checking"):
        monkeypatch.setattr(f"{module}.GRAIN", -(10**19))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    write(folder, FILES)
    monkeypatch.chdir(folder)
    return folder


def check(*arguments: str) -> Outcome:
    result = CliRunner().invoke(commands, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def check_from_nothing(project: Path, *arguments: str) -> Outcome:
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return check(*arguments)


def is_kept(project: Path, now: datetime | None = None) -> bool:
    return bool(kept_check(project / "mkdocs.yml", project / ".cache/pressgen", now or datetime.now(UTC)))


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_second_check_reads_nothing_and_prints_the_same(
    project: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check("--format", form)
    assert first[1].count("PG0") >= 6
    monkeypatch.setattr("pressgen.cli.project.find", None)
    assert check("--format", form) == first
    part = check("--format", form, "releases/2022/2022-02-16-b.en.md")
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert part == check_from_nothing(project, "--format", form, "releases/2022/2022-02-16-b.en.md")
    assert part != first


@pytest.mark.parametrize(
    "arguments",
    [
        ("releases",), ("releases/2022",), ("docs",), ("docs/index.md",), (".",), ("mkdocs.yml",), ("-f", "mkdocs.yml"),
        ("base.yml",), ("--strict",), ("-f", "base.yml"),
    ],
)  # fmt: skip
def test_every_part_of_a_project_is_answered(project: Path, arguments: tuple[str, ...]) -> None:
    check()
    assert is_kept(project)
    assert check(*arguments) == check_from_nothing(project, *arguments)


def changes() -> dict[str, Callable[[Path], object]]:
    """Return what can change, by its name."""
    release = "releases/2022/2022-02-16-b.en.md"

    def writes(path: str, text: str) -> Callable[[Path], object]:
        return lambda project: write(project, {path: text})

    return {
        "a release": writes(release, english(body="Mended.")),
        "a new release": writes("releases/2023/2023-02-15-d.en.md", english("kund: a")),
        "a removed release": lambda project: (project / release).unlink(),
        "a renamed release": lambda project: (project / release).rename(project / "releases/b.en.md"),
        "a file of its folder": lambda project: (project / release[:-6] / "unused.pdf").unlink(),
        "the register": writes("releases/register/topics.yml", "water: [\n"),
        "a new list": writes("releases/register/contacts.yml", "desk: [\n"),
        "a page": writes("docs/index.md", "# Home\n"),
        "a new page": writes("docs/releases/2022.md", "# In the way\n"),
        "the configuration": writes("mkdocs.yml", CONFIGURATION.replace("ignore", "# ignore")),
        "the inherited configuration": writes("base.yml", "site_name: None\n"),
        "a locale file": writes("locales/en.yml", "departments: [\n"),
        "a template": writes("templates/lists.html", "{% if %}"),
        "a file that a link means": writes("releases/2022/no.txt", "It is here."),
        "a file elsewhere": writes("no.txt", "It is not here."),
        "a file in the way of the site": writes("site", "No folder."),
        "a nearer configuration": writes("releases/mkdocs.yml", "site_name: B\n"),
        "nothing": lambda _: None,
    }


@pytest.mark.parametrize("what", changes())
def test_what_has_changed_is_seen(project: Path, what: str) -> None:
    write(project, {"releases/2022/2022-02-16-b.en.md": english(body="[no](../../no.txt) [x](no.txt)")})
    check()
    assert is_kept(project)
    changes()[what](project)
    assert check() == check_from_nothing(project)
    assert is_kept(project)


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_changes_prints_what_a_check_from_nothing_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    project = Project(tmp_path)
    project.write("/mkdocs.yml", CONFIGURATION.replace("INHERIT: base.yml\n", ""))
    project.write("/docs/about.md", "# About\n")
    monkeypatch.chdir(tmp_path)
    for _ in range(8):
        change(project, chance)
        check()
        again = check()
        (tmp_path / ".cache").rename(tmp_path / ".cache.kept")
        assert again == check()
        shutil.rmtree(tmp_path / ".cache")
        (tmp_path / ".cache.kept").rename(tmp_path / ".cache")


def test_an_answer_holds_until_a_problem_begins_or_ends_by_itself(project: Path) -> None:
    check()
    now = datetime.now(UTC)
    assert is_kept(project, now)
    assert is_kept(project, datetime(2999, 1, 1, 1, 59, tzinfo=UTC))
    assert not is_kept(project, datetime(2999, 1, 1, 2, tzinfo=UTC)), "the embargo has ended"
    assert not is_kept(project, now.replace(year=2020)), "the clock was set back"
    (project / "releases/2022/2022-02-15-a.en.md").write_text(english(), "utf-8")
    check()
    assert is_kept(project, datetime(2999, 2, 16, 23, 59, tzinfo=UTC))
    assert not is_kept(project, datetime(2999, 2, 17, tzinfo=UTC)), "the day of issue has come"


def test_a_time_that_is_given_is_not_that_of_the_last_check(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = check()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2999, 3, 1, tzinfo=UTC).timestamp())))
    assert check() == check_from_nothing(project) != before
    assert not (project / ".cache/pressgen" / FILE).exists()


def test_nothing_is_kept_of_files_that_are_too_young(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressgen.cli.checking.GRAIN", 10**12)
    check()
    assert not is_kept(project)


def test_nothing_is_kept_where_a_link_leads_to_a_folder(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "docs/more").symlink_to(tmp_path / "elsewhere")
    check()
    assert not is_kept(project)


def test_options_from_the_environment_are_part_of_the_state(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, {"base.yml": "site_url: !ENV [MINISTRY_URL, '']\n"})
    before = check()
    assert is_kept(project)
    monkeypatch.setenv("MINISTRY_URL", "https://mfa.example/")
    assert check() != before
    assert is_kept(project)


def test_an_answer_of_another_program_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    monkeypatch.setattr("pressgen.cli.kept_check.program_digest", lambda _: b"another")
    assert not is_kept(project)


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"null", b"{", b"\xff\xfe", b'{"program": 1}'])
def test_a_damaged_answer_is_none(project: Path, damage: bytes) -> None:
    before = check()
    path = project / ".cache/pressgen" / FILE
    path.write_bytes(damage)
    assert not is_kept(project)
    assert check() == before
    whole = path.read_bytes()
    for at in range(0, len(whole), 37):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not is_kept(project)
    path.write_bytes(whole)
    assert is_kept(project)
    assert list(path.parent.glob(f"{FILE}.*")) == []


def test_a_cache_that_cannot_be_written_changes_nothing(project: Path) -> None:
    before = check()
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("No folder.", "ascii")
    assert check() == before
    assert check() == before
