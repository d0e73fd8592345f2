"""Other plugins in the same site: their effects stay, or a problem is reported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from pressgen.plugin.navigation import in_language
from pressgen.views.page import PageType
from tests.plugin.conftest import CONFIGURATION, Built

Build = Callable[..., Built]
Write = Callable[[Mapping[str, str | None]], None]
ReadPage = Callable[[str], str]

PLUGINS = '''
from mkdocs.plugins import BasePlugin


class Translating(BasePlugin):
    """Stands for mkdocs-static-i18n: whatever it does, nothing is to come of it."""

    def on_files(self, files, config):
        raise TypeError


class Offline(BasePlugin):
    """Stands for Material's own of that name."""

    def on_config(self, config):
        config.use_directory_urls = False
'''
ENTRIES = "[mkdocs.plugins]\ni18n = others:Translating\noffline-like = others:Offline\n"


@pytest.fixture
def build_beside_others(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Built]:
    """Build with plugins of others installed: the host looks for them once, when it starts."""
    folder = tmp_path_factory.mktemp("others")
    (folder / "others.py").write_text(PLUGINS, encoding="utf-8")
    (folder / "others-1.dist-info").mkdir()
    (folder / "others-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: others\nVersion: 1\n", "utf-8")
    (folder / "others-1.dist-info/entry_points.txt").write_text(ENTRIES, encoding="utf-8")

    def run() -> Built:
        command = [sys.executable, "-m", "mkdocs", "build"]
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        done = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Built(done.returncode, done.stdout + done.stderr)

    return run


@pytest.mark.parametrize(("plugins", "line"), [("plugins:\n  - i18n\n", 5), ("plugins:\n  - search\n  - i18n\n", 6)])
def test_another_plugin_for_languages_is_refused(
    build_beside_others: Build, project: Path, write: Write, plugins: str, line: int
) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("plugins:\n", plugins)})

    built = build_beside_others()

    assert built.code == 1
    assert f"mkdocs.yml:{line}:5: error PG118: the plugin 'i18n' (mkdocs-static-i18n) cannot be used" in built.log
    assert "take it out" in built.log
    assert "Traceback" not in built.log
    assert not (project / "site").exists()


@pytest.mark.parametrize("before", [True, False])
def test_addresses_keep_their_folders_wherever_another_plugin_stands(
    build_beside_others: Build, page: ReadPage, write: Write, *, before: bool
) -> None:
    name = "  - offline-like\n"
    write({"mkdocs.yml": CONFIGURATION.replace("plugins:\n", f"plugins:\n{name}") if before else CONFIGURATION + name})

    built = build_beside_others()

    assert built.code == 0, built.log
    assert built.log.count("'use_directory_urls: false', which the plugin 'offline' sets too, has no effect") == 1
    assert "About us" in page("en/about")


class SectionPage(Section, Page):  # type: ignore[misc]  # as mkdocs-section-index has it
    """A section that is its index.md."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __init__(self, title: str, file: File, config: MkDocsConfig, children: list[StructureItem]) -> None:
        Page.__init__(self, title, file, config)
        Section.__init__(self, title, children)


def test_a_section_that_is_a_page_is_in_the_navigation_of_each_language(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))

    def written(path: str) -> File:
        return File(path, None, config.site_dir, use_directory_urls=True)

    more, home, archive = (Page(None, written(name), config) for name in ("guide/more.md", "en/x.md", "en/y.md"))
    guide = SectionPage("Guide", written("guide/index.md"), config, [more])
    translated = {id(guide): Page("ការណែនាំ", written("guide/index.km.md"), config)}
    places = {PageType.HOME: home, PageType.LISTING: archive}

    kept = in_language(Navigation([guide], []), lambda page: page, places, {}).nav
    other = in_language(Navigation([guide], []), lambda page: translated.get(id(page)), places, {}).nav

    assert kept.items == [home, archive, guide]
    assert kept.pages == [home, archive, guide, more]
    assert (guide.next_page, more.previous_page) == (more, guide)
    assert other.pages == [home, archive, translated[id(guide)]]
    assert isinstance(other.items[2], Section)


def test_no_page_says_in_english_what_it_is_made_with_unless_the_site_wants_it(
    build: Build, page: ReadPage, write: Write
) -> None:
    assert build().code == 0
    assert "Made with" not in page("km/about")
    write({"mkdocs.yml": f"{CONFIGURATION}extra: {{generator: true}}\n"})
    assert build().code == 0
    assert "Made with" in page("km/about")
