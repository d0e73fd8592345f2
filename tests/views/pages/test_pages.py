"""Whole pages, compared with files that somebody has checked in a browser."""

from datetime import date

import pytest

from pressgen.model import Phrase
from pressgen.views.lists.archive import archive_page, year_page
from pressgen.views.lists.listing import YearCount
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.pages.home import Front, home_page
from pressgen.views.pages.not_found import not_found_page
from pressgen.views.release.missing_edition import MissingRelease, missing_edition
from pressgen.views.release.page import release_page
from tests.views.golden import assert_golden, written
from tests.views.samples import (
    CAMBODIAN_SITE,
    COMMUNIQUE,
    EXAMPLIAN_SITE,
    FRENCH_ONLY,
    PRESS_DESK,
    SEED,
    connections_of,
    listing_entry,
)

ENTRIES = tuple(listing_entry(release) for release in (FRENCH_ONLY, COMMUNIQUE))
YEARS = (YearCount(2023, 2), YearCount(2019, 1240))


@pytest.mark.parametrize("language", ["en", "km"])
def test_release(language: str) -> None:
    page = release_page(CAMBODIAN_SITE, language, SEED, connections=connections_of(SEED, "KH"))

    assert_golden(f"release.{language}.html", written(page))


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_joint_communique(language: str) -> None:
    links = ("fr/releases/2019-accord/#para-3",)
    connections = connections_of(COMMUNIQUE)
    page = release_page(EXAMPLIAN_SITE, language, COMMUNIQUE, links=links, connections=connections, contacts=PRESS_DESK)

    assert_golden(f"communique.{language}.html", written(page))


def test_missing_edition() -> None:
    title = Phrase(FRENCH_ONLY.editions["fr"].title_line, "fr")
    told = MissingRelease(FRENCH_ONLY.id, title, "٩/٢٠٢٤", date(2024, 2, 27), ("fr",))
    html = missing_edition(EXAMPLIAN_SITE, "ar", told).decode()

    assert_golden("missing-edition.ar.html", html)
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    assert len(html.encode()) < 2000


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_year(language: str) -> None:
    assert_golden(f"year.{language}.html", written(year_page(EXAMPLIAN_SITE, language, 2023, YEARS, ENTRIES)))


def test_archive() -> None:
    assert_golden("archive.fr.html", written(archive_page(EXAMPLIAN_SITE, "fr", YEARS, ENTRIES)))


def test_home() -> None:
    assert_golden("home.fr.html", written(home_page(EXAMPLIAN_SITE, "fr", Front(ENTRIES, YEARS))))


def test_chooser() -> None:
    assert_golden("chooser.html", written(chooser_page(EXAMPLIAN_SITE)))


def test_not_found() -> None:
    assert_golden("not-found.html", written(not_found_page(CAMBODIAN_SITE)))
