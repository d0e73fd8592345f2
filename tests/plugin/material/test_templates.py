"""What pressgen's versions of the theme's templates change in a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.plugin.conftest import CONFIGURATION, Built

NAV = """\
nav:
  - index.md
  - 'The <em>"Manual"</em> & more': [about.md, more.md]
"""
NAME = "Ministry of Affairs &amp; <w->Co-operation</w->"


@pytest.fixture
def about(
    write: Callable[[Mapping[str, str | None]], None], build: Callable[..., Built], page: Callable[[str], str]
) -> str:
    """A page of `docs/` in the theme, with every feature on that pressgen changes something of."""
    theme = "theme: {name: material, features: [navigation.top, navigation.indexes]}"
    configuration = CONFIGURATION.replace("theme: {name: material}", theme)
    configuration = configuration.replace("site_name: Ministry", "site_name: Ministry of Affairs & Co-operation")
    write({
        "mkdocs.yml": configuration.replace("name: {en: Ministry, ", "name: {en: Ministry of Affairs & Co-operation, ")
        + NAV,
        "docs/more.md": "# More\n\n## A part\n",
    })  # fmt: skip
    assert build().code == 0
    return page("en/about")


def test_the_check_box_of_the_menu_has_a_name_and_is_beside_its_label(about: str) -> None:
    box = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"'

    assert f'{box} aria-label="Menu"><label class="pg-menu" for="__drawer">Menu</label>' in about
    assert about.count(box) == 1


def test_the_check_boxes_of_sections_have_names_and_their_labels_take_no_focus(about: str) -> None:
    name = "The &#34;Manual&#34; &amp; more"

    assert re.search(rf'<input class="md-nav__toggle md-toggle "[^>]* checked aria-label="{name}">', about)
    assert re.search(rf'<nav class="md-nav" data-md-level="1" aria-label="{name}" aria-expanded="true">', about)
    assert "tabindex" not in about
    assert "aria-labelledby" not in about


def test_the_masthead_is_one_part_with_the_name_the_languages_the_search_and_the_menu(about: str) -> None:
    masthead = about[about.index('<div class="pg-masthead"') : about.index("</header>")]

    assert 'data-md-component="header-topic" lang="en" dir="ltr"' in masthead
    assert f'<a class="pg-masthead__name" href="../"><span>{NAME}</span></a>' in masthead
    assert '<a href="../../km/about/" hreflang="km" lang="km">ភាសាខ្មែរ</a>' in masthead
    assert 'hreflang="en"' not in masthead
    assert 'class="pg-finder"' in masthead
    assert about.count("header-topic") == 1
    assert f"</a>\n<span>{NAME}</span>\n</label>" in about


def test_the_ways_into_the_site_stand_once_in_words(about: str, page: Callable[[str], str]) -> None:
    ways = re.findall(r'<nav class="pg-places".*?</nav>', about, re.DOTALL)

    assert len(ways) == 1
    assert re.findall(r'<a href="([^"]*)"', ways[0]) == ["../", "../releases/", "./"]
    assert re.findall(r">([^<]+)</a>", ways[0])[:2] == ["Home", "Press releases"]
    assert '<a href="./" aria-current="true">The <em>"Manual"</em> & more</a>' in ways[0]
    release = page("en/releases/call")
    assert '<a href="../" aria-current="true">Press releases</a>' in release
    assert '<a href="./" aria-current="page">Press releases</a>' in page("en/releases")


def test_only_a_page_of_a_section_has_a_menu_beside_it(about: str, page: Callable[[str], str]) -> None:
    assert "md-sidebar--primary" in about
    assert "md-sidebar--secondary" not in about
    assert "md-sidebar--secondary" in page("en/more")
    for address in ("en", "en/releases/call", "km", "en/search"):
        assert "md-sidebar" not in page(address)


def test_no_page_has_an_inline_script(project: Path, about: str) -> None:
    assert about
    for path in (project / "site").rglob("*.html"):
        for attributes, code in re.findall(r"<script([^>]*)>(.*?)</script>", path.read_text("utf-8"), re.DOTALL):
            assert "json" in attributes or not code, path


def test_what_the_themes_script_reads_is_small_on_pages_of_the_archive(about: str, page: Callable[[str], str]) -> None:
    read = {html: re.findall(r'<script id="__config"[^>]*>(.*?)</script>', html)[0] for html in (about, page("en"))}
    small = json.loads(re.findall(r'<script id="__config"[^>]*>(.*?)</script>', page("en/releases/call"))[0])

    assert all("clipboard.copy" in json.loads(text)["translations"] for text in read.values())
    assert small == {"base": "../../..", "features": ["navigation.top", "navigation.indexes", "navigation.tabs"],
                     "translations": {}}  # fmt: skip


def test_the_way_back_to_the_top_is_a_link(about: str) -> None:
    assert '<p class="pg-to-top md-grid"><a href="#">Back to top</a></p>' in about
    assert "md-top" not in about


def test_only_a_release_is_an_article(about: str, page: Callable[[str], str]) -> None:
    assert "<article" not in about
    assert '<div class="md-content__inner md-typeset">' in about
    assert page("en/releases/call").count("<article") == 1


def test_a_label_names_only_a_check_box_that_exists(about: str, page: Callable[[str], str]) -> None:
    for html in (about, page("en/more"), page("en/releases/call"), page("en")):
        boxes = set(re.findall(r'<input[^>]* id="([^"]*)"', html))
        assert set(re.findall(r'<label[^>]* for="([^"]*)"', html)) <= boxes


def test_the_sites_own_templates_come_first(
    project: Path,
    write: Callable[[Mapping[str, str | None]], None],
    build: Callable[..., Built],
    page: Callable[[str], str],
) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("{name: material}", "{name: material, custom_dir: own}"),
        "own/main.html": '{% extends "base.html" %}{% block content %}<hr>{{ super() }}{% endblock %}',
    })  # fmt: skip
    assert build().code == 0, project

    for html in (page("en/about"), page("en/releases/call")):
        assert re.search(r'<div class="md-content__inner md-typeset">\s*<hr>', html)
