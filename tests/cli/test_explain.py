"""`pressgen explain` says of what a file is made, when it was made last, and which input had changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pressgen.cli import commands
from pressgen.engine import making
from pressgen.engine.lock import CACHE
from tests.engine.edited import Edited
from tests.site.edits import PROJECT

CALL = "releases/2024/2024-05-02-call.en.md"
SWEDEN = "releases/register/countries.yml"


class Built(Edited):
    """The project, whose site is built in its folder at a time of the test's own."""

    def build_at(self, moment: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(making.time, "time", lambda: moment)
        self.build(self.read(), self.folder / CACHE, self.folder / "site")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("TZ", "UTC")
    built = Built(tmp_path)
    built.write(PROJECT)
    built.build_at(1_767_225_600, monkeypatch)
    monkeypatch.chdir(tmp_path)
    return built


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["explain", *arguments])


@pytest.mark.parametrize(
    "address",
    [
        "https://mfa.example/press/en/countries/no/",
        "/press/en/countries/no/",
        "/en/countries/no/",
        "en/countries/no",
        "countries/no/",
        "en/countries/no/index.html",
        "en/countries/no/?q=x#part",
    ],
)
def test_an_address_is_understood_with_or_without_site_language_and_slash(project: Built, address: str) -> None:
    lines = explain(address).stdout.splitlines()
    assert lines[0] == "en/countries/no/index.html"
    assert lines[1].startswith("  slice: profile countries NO (")
    assert "  release: releases/2025/2025-01-10-statement.en.md" in lines
    assert "  register: releases/register/people.yml: kari" in lines
    assert "  configuration: mkdocs.yml" in lines


def test_it_tells_when_and_of_which_change(project: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        "no build with this version of pressgen, these templates and these words had made it"
        in explain("en/countries/se").stdout
    )
    project.write({**project.files, SWEDEN: PROJECT[SWEDEN].replace("Sweden", "Svea")})
    project.build_at(1_767_312_000, monkeypatch)

    assert f"because {SWEDEN}: SE had changed" in explain("en/countries/se").stdout
    series = explain("en/series").stdout
    assert "had made it" in series
    assert explain("en/countries/se").stdout.splitlines()[2] != series.splitlines()[2]


def test_it_tells_that_an_input_has_changed_since(project: Built) -> None:
    project.write({**project.files, CALL: PROJECT[CALL].replace("Call with", "Long call with")})
    assert "has changed: the next build looks at it again" in explain("en/countries/no").stdout
    assert "has changed" not in explain("en/organisations/union").stdout


def test_an_unknown_address_has_the_nearest(project: Built) -> None:
    done = explain("en/countries/nn")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == "the site has nothing at en/countries/nn"
    assert "en/countries/no/" in done.stderr.splitlines()[1]


def test_a_page_of_docs_is_the_hosts(project: Built) -> None:
    assert explain("fr/about").stdout == "fr/about is made by MkDocs from docs/about.fr.md, and not by pressgen\n"


def test_a_project_that_was_never_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = Edited(tmp_path)
    built.write(PROJECT)
    monkeypatch.chdir(tmp_path)
    done = explain("en/countries/no")
    assert done.exit_code == 1
    assert "no build of" in done.stderr
    assert not (tmp_path / ".cache").exists()


def test_all_inputs_are_named_where_that_is_asked_for(project: Built) -> None:
    releases = {
        f"releases/2025/2025-06-{day:02}-news.en.md": PROJECT[CALL].replace("2024-05-02", f"2025-06-{day:02}")
        for day in range(1, 15)
    }
    project.write({**project.files, **releases})
    few, all_ = explain("en/countries/no").stdout, explain("en/countries/no", "--all").stdout
    assert "more (--all names them)" in few
    assert "news.en.md" in few
    assert all(path in all_ for path in releases)


def test_a_record_that_is_read_is_not_changed(project: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    database = project.folder / CACHE / "record.sqlite"
    before = database.read_bytes()
    monkeypatch.setattr("pressgen.cli.explaining.program_digest", lambda *_, **_named: b"another")
    assert "no build of" in explain("en/countries/no").stderr
    assert database.read_bytes() == before
