"""The search before any script: a form, empty places for results, links into the archive, and words for scripts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from pressgen.languages import complete_languages, language
from pressgen.model.groups import COUNTRIES, KINDS, PEOPLE
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import Page, PageType
from pressgen.views.pages.home import Ways
from pressgen.views.pages.search import FACETS, search_page
from pressgen.views.pages.search_form import LONGEST_QUERY, search_box, search_words, words_address
from tests.views.golden import assert_golden, written
from tests.views.samples import CAMBODIAN_SITE, EXAMPLIAN_SITE

YEARS = (YearCount(2023, 2), YearCount(2019, 1240))
WAYS = Ways(counts=((COUNTRIES, 2), (PEOPLE, 17), (KINDS, 13)), events=28, encounters=9)


def words_of(tag: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(search_words(tag, (tag, "en")))
    return found


def page_in(tag: str) -> Page:
    facts = CAMBODIAN_SITE if tag in CAMBODIAN_SITE.languages else EXAMPLIAN_SITE
    return search_page(facts, tag, YEARS, WAYS)


@pytest.mark.parametrize("tag", ["en", "km", "ar"])
def test_the_page(tag: str) -> None:
    page = page_in(tag)

    assert page.type is PageType.SEARCH
    assert_golden(f"search.{tag}.html", written(page))


def test_the_box() -> None:
    assert_golden("search-box.km.html", search_box(CAMBODIAN_SITE, "km", "../km/search/"))


def test_the_page_stays_out_of_search_engines() -> None:
    head = page_in("fr").head

    assert '<meta name="robots" content="noindex">' in head
    assert "canonical" not in head


def test_the_ways_in_are_there_whatever_becomes_of_the_search() -> None:
    for page in (page_in("fr"), search_page(EXAMPLIAN_SITE, "fr", YEARS, WAYS, built=False)):
        for way in ("releases/", "releases/2019/", "countries/", "people/", "kinds/", "calendar/", "ledger/"):
            assert f'href="../../fr/{way}"' in page.article, way
        assert 'href="../../fr/topics/"' not in page.article


def test_a_page_without_an_index_says_so_and_has_filters_without_a_field() -> None:
    article = search_page(EXAMPLIAN_SITE, "fr", YEARS, WAYS, built=False).article

    assert language("fr").say("search-not-built") in article
    assert "<form" not in article
    assert article.count("data-facet") == len(FACETS)
    assert language("fr").say("search-needs-script") not in article


def test_there_is_a_place_for_every_filter_with_its_name() -> None:
    article = page_in("en").article

    assert re.findall(r'data-facet="(\w+)"', article) == list(FACETS)
    assert (
        re.findall(r"<summary>(\w+)</summary>", article) == re.findall(r'<legend class="pg-unseen">(\w+)', article)[1:]
    )


def test_what_is_asked_has_the_length_that_is_answered() -> None:
    assert f'name="q" maxlength="{LONGEST_QUERY}"' in page_in("en").article
    assert f'name="q" maxlength="{LONGEST_QUERY}"' in search_box(EXAMPLIAN_SITE, "fr", "search/")


@pytest.mark.parametrize("tag", complete_languages())
def test_the_scripts_have_the_plural_forms_of_the_language(tag: str) -> None:
    found = words_of(tag)

    assert found["in"] == tag
    assert found["words"]["search-count"] == language(tag).forms("search-count")
    assert all(found["words"].values())


def test_the_scripts_write_digits_as_the_language_does() -> None:
    assert (words_of("km")["digits"], words_of("km")["group"]) == ("០១២៣៤៥៦៧៨៩", ",")
    assert (words_of("fr")["digits"], words_of("fr")["group"]) == ("0123456789", "\u202f")


def test_a_language_without_words_says_that_they_are_english() -> None:
    found = words_of("th")

    assert (found["tag"], found["in"], found["dir"]) == ("th", "en", "ltr")
    assert found["languages"]["th"]["name"] == "ไทย"


def test_other_words_have_another_address() -> None:
    here = words_address(EXAMPLIAN_SITE, "fr")

    assert re.fullmatch(r"assets/pressgen/search/interface-fr-[0-9a-f]{8}\.json", here)
    assert here != words_address(replace(EXAMPLIAN_SITE, languages=("fr", "ar", "cy")), "fr")
