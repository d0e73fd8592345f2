"""A site's own words, in the pages that a build makes, and in what a preview watches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config

from pressgen.cli import commands
from tests.plugin.conftest import Built, files_below

Write = Callable[[Mapping[str, str | None]], None]
WORDS = 'words: {press-release: Media note}\ndates: {long: "the {day} of {month} {buddhist}"}\n'


def test_a_build_uses_the_sites_words_and_dates(
    write: Write, build: Callable[..., Built], page: Callable[[str], str]
) -> None:
    write({"locales/en.yml": WORDS})

    assert build().code == 0

    assert "Media note" in page("en/releases/call")
    assert "the 15 of February 2565" in page("en/releases/call")
    assert "Media note" not in page("km/releases/call")


def test_a_mistake_in_a_locale_file_stops_the_build(project: Path, write: Write, build: Callable[..., Built]) -> None:
    write({"locales/en.yml": "words:\n  press-relase: Media note\n"})

    built = build()

    assert built.code == 1
    assert "locales/en.yml:2:3: error PG112: unknown key 'press-relase'" in built.log
    assert not (project / "site").exists()


def test_without_own_words_the_bytes_are_the_same(
    project: Path, write: Write, build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert build().code == 0
    before = files_below(project / "site")

    write({"locales/en.yml": WORDS})
    assert build().code == 0
    assert files_below(project / "site") != before

    write({"locales/en.yml": None})
    (project / "templates").mkdir()
    assert build().code == 0
    assert files_below(project / "site") == before


def test_a_preview_watches_the_folders(project: Path, write: Write) -> None:
    write({"locales/en.yml": WORDS})
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)

    assert str(project / "locales") in config.watch
    assert str(project / "templates") not in config.watch


def test_check_and_stage_read_the_same_words(project: Path, write: Write) -> None:
    write({"locales/en.yml": WORDS})

    staged = ["stage", str(project / "staged"), "-f", str(project / "mkdocs.yml")]
    result = CliRunner().invoke(commands, staged)
    assert result.exit_code == 0, result.output
    assert "the 15 of February 2565" in (project / "staged/en/releases/call/index.md").read_text("utf-8")

    write({"locales/en.yml": "words:\n  press-relase: Media note\n"})
    result = CliRunner().invoke(commands, ["check", str(project)])
    assert result.exit_code == 1
    assert "locales/en.yml:2:3: error PG112" in result.output
