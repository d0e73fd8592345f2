"""A site's own words and templates, in the pages that a build makes, and in what a preview watches."""

from __future__ import annotations

import re
import shutil
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


DIGITS = re.compile(rb'"digits":"(.*?)"')


def test_the_digits_of_the_option_are_in_every_file(
    project: Path, write: Write, build: Callable[..., Built], files: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(configuration: str) -> dict[str, bytes]:
        write({"mkdocs.yml": configuration})
        assert build().code == 0
        return files_below(project / "site")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    printed = "នៅថ្ងៃទី២៣ ឆ្នាំ១៩៩១។".encode()
    text = files["releases/2022/call.km.md"]
    write({"releases/2022/call.km.md": f"{text}\n{printed.decode()}\n", "locales/km.yml": "digits: ๐๑๒๓๔๕๖๗๘๙\n"})
    release = "{}/releases/call/index.html".format
    usual = built(files["mkdocs.yml"])
    assert "๑๕".encode() in usual[release("km")]

    kept = built(files["mkdocs.yml"] + "      digits: {en: arab, km: latn}\n")
    assert "٢٠٢٢".encode() in kept[release("en")]
    assert "ឆ្នាំ2022".encode() in kept[release("km")]
    assert printed in kept[release("km")]
    assert not [path for path, content in kept.items() if "๒".encode() in content and path.endswith(".html")]
    for_scripts = {found.decode() for content in kept.values() for found in DIGITS.findall(content)}
    assert {"0123456789", "٠١٢٣٤٥٦٧٨٩"} <= for_scripts
    assert "๐๑๒๓๔๕๖๗๘๙" not in for_scripts

    shutil.rmtree(project / "site"), shutil.rmtree(project / ".cache")
    assert built(files["mkdocs.yml"] + "      digits: {en: arab, km: latn}\n") == kept  # none that was kept is stale
    assert built(files["mkdocs.yml"]) == usual


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


COLOPHON = """\
{% extends "pressgen/release.html" %}
{% block colophon %}{{ super() }}<p class="own">{{ say("press-release") }} & {{ view.opening.title }}{{ "<b>" }}</p>
{% include "own/note.html" %}{% endblock %}
"""


def test_a_template_of_the_sites_extends_pressgens(
    write: Write, build: Callable[..., Built], page: Callable[[str], str]
) -> None:
    write({"templates/release.html": COLOPHON, "templates/own/note.html": "<i>Note</i>"})

    assert build("--strict").code == 0

    html = page("en/releases/call")
    assert '<details class="pg-cite">' in html
    assert '<p class="own">Press release & <span class="pg-title__line">A call</span>&lt;b&gt;</p>' in html
    assert "<i>Note</i>" in html
    assert "own" not in page("en/about")


def test_a_template_that_cannot_be_read_stops_the_build_and_the_check(
    project: Path, write: Write, build: Callable[..., Built]
) -> None:
    write({"templates/release.html": COLOPHON.replace("own/note.html", "own/nota.html")})

    assert "templates/release.html:3:1: error PG115: there is no template 'own/nota.html'" in build().log
    assert not (project / "site").exists()
    result = CliRunner().invoke(commands, ["check", str(project)])
    assert result.exit_code == 1
    assert "templates/release.html:3:1: error PG115" in result.output


def test_a_template_that_fails_is_reported_at_its_line(
    project: Path, write: Write, build: Callable[..., Built]
) -> None:
    wrong = COLOPHON.replace("view.opening.title", "view.opening.titel")
    write({"templates/release.html": wrong, "templates/own/note.html": "Note"})

    built = build()

    assert built.code == 1
    assert f"{project / 'templates/release.html'}:2: " in built.log
    assert "titel" in built.log
    assert "Traceback" not in built.log
    assert "Nothing was published. The previous site is as it was." in built.log
    staged = ["stage", str(project / "staged"), "-f", str(project / "mkdocs.yml")]
    result = CliRunner().invoke(commands, staged)
    assert result.exit_code == 1
    assert "templates/release.html:2: " in result.output
