"""The search box in the header of a page: where it stands, and that there are never two."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.plugin.conftest import CONFIGURATION, Built


def boxes(page: str) -> list[str]:
    return re.findall(r'<form class="pg-finder__form" role="search" action="([^"]*)"', page)


def test_every_page_has_one_box_which_leads_to_the_search_page(
    project: Path, build: Callable[..., Built], page: Callable[[str], str]
) -> None:
    assert build().code == 0

    assert boxes(page("en/releases/call")) == ["../../../en/search/"]
    assert boxes(page("km/about")) == ["../../km/search/"]
    assert boxes((project / "site/404.html").read_text("utf-8")) == ["/press/en/search/"]
    assert boxes(page("en/search")) == []
    assert 'action="../../km/search/"' in page("km/search")


@pytest.mark.parametrize("plugins", ["  - search\n  - pressgen:", "  - pressgen:"])
def test_the_themes_own_search_gives_way(
    project: Path,
    write: Callable[[Mapping[str, str | None]], None],
    build: Callable[..., Built],
    page: Callable[[str], str],
    plugins: str,
) -> None:
    last = "  - search\n" if plugins == "  - pressgen:" else ""
    write({"mkdocs.yml": CONFIGURATION.replace("  - pressgen:", plugins) + last})

    built = build("--strict")

    assert built.code == 0, built.log
    assert "takes the place of the theme's" in built.log
    assert len(boxes(page("en/about"))) == 1
    assert "md-search__form" not in page("en/about")
    assert not (project / "site/search").exists()


def test_a_site_that_wants_no_search_keeps_the_themes(
    project: Path,
    write: Callable[[Mapping[str, str | None]], None],
    build: Callable[..., Built],
    page: Callable[[str], str],
) -> None:
    without = CONFIGURATION.replace("      languages:", "      search: false\n      languages:")
    write({"mkdocs.yml": without.replace("  - pressgen:", "  - search\n  - pressgen:")})

    assert build().code == 0

    assert boxes(page("en/about")) == []
    assert "md-search__form" in page("en/about")
    assert "search-field" not in page("en")
    assert not (project / "site/en/search").exists()


def test_a_header_of_the_sites_own_has_the_box_where_it_asks(
    write: Callable[[Mapping[str, str | None]], None], build: Callable[..., Built], page: Callable[[str], str]
) -> None:
    write(
        {
            "mkdocs.yml": CONFIGURATION.replace("{name: material}", "{name: material, custom_dir: own}"),
            "own/partials/header.html": '<p id="here">{% include "partials/pressgen-search.html" %}</p>',
        }
    )
    assert build().code == 0

    for address in ("en/about", "en/releases/call"):
        assert re.search(r'<p id="here">\s*<div class="pg-finder"', page(address))


def test_a_header_of_the_sites_own_without_the_box_is_reported_once(
    write: Callable[[Mapping[str, str | None]], None], build: Callable[..., Built], page: Callable[[str], str]
) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("{name: material}", "{name: material, custom_dir: own}"),
        "own/partials/header.html": "<header>Own</header>",
    })  # fmt: skip

    built = build("--strict")

    assert built.code == 0
    assert built.log.count("it includes 'partials/pressgen-search.html' to have one") == 1
    assert boxes(page("en/releases/call")) == []
