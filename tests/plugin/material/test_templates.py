"""What pressgen's versions of the theme's templates change in a page."""

from __future__ import annotations

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
NAME = 'Ministry of Affairs &amp; <span class="pg-kept">Co-operation</span>'


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

    assert f'{box} aria-label="Navigation"><label class="md-header__button md-icon" for="__drawer">' in about
    assert about.count(box) == 1


def test_the_check_boxes_of_sections_have_names_and_their_labels_take_no_focus(about: str) -> None:
    name = "The &#34;Manual&#34; &amp; more"

    assert re.search(rf'<input class="md-nav__toggle md-toggle "[^>]* checked aria-label="{name}">', about)
    assert re.search(rf'<nav class="md-nav" data-md-level="1" aria-label="{name}" aria-expanded="true">', about)
    assert "tabindex" not in about
    assert "aria-labelledby" not in about


def test_the_name_of_the_site_is_a_link_home_and_one_part_with_the_menu_and_the_search(about: str) -> None:
    masthead = about[about.index('<div class="pg-masthead"') : about.index("</nav>")]

    assert 'data-md-component="header-topic" lang="en" dir="ltr"' in masthead
    assert f'<a class="pg-masthead__name" href="../">{NAME}</a>' in masthead
    assert '<div class="md-select">' in masthead
    assert 'class="pg-finder"' in masthead
    assert about.count('<div class="md-select">') == about.count("header-topic") == 1
    assert f"</a>\n<span>{NAME}</span>\n</label>" in about


def test_the_way_back_to_the_top_is_a_link(about: str) -> None:
    assert '<p class="pg-to-top"><a href="#">Back to top</a></p>' in about
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
