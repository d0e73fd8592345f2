"""Render the search page as it is before any script runs: a form, empty places for results, and links into the archive.

The scripts of `search/browser/` fill the places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressgen.model.groups import FILTERS
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.here import Here
from pressgen.views.lists.listing import YearCount, YearLink, year_links
from pressgen.views.page import Page, PageType
from pressgen.views.pages.home import Way, Ways, ways_further
from pressgen.views.pages.search_form import SearchForm, search_form
from pressgen.views.templates import render

FACETS: Mapping[str, str] = {
    "year": "years",
    **{group.singular: group.name for group in FILTERS},
    "language": "languages",
}
"""The filters in the order of the page: their names in addresses, with the keys of their headings."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: its name in addresses, and its heading."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the template of the search page may see."""

    built: bool
    form: SearchForm
    facets: tuple[Facet, ...]
    years: tuple[YearLink, ...]
    all: str
    ways: tuple[Way, ...]


def search_page(facts: SiteFacts, language: str, years: Sequence[YearCount], ways: Ways, *, built: bool = True) -> Page:
    """Render the search page. Where no index is `built` it says so, and has filters but no field for words.

    It keeps out of search engines, which would take the pages of all questions for as many copies of it.
    """
    address = facts.addresses.search(language)
    here = Here(facts, language, address)
    title, description = here.words.say("search"), here.words.say("search-releases")
    view = SearchView(
        built=built,
        form=search_form(facts, language, here.to(address)),
        facets=tuple(Facet(name, here.say(key)) for name, key in FACETS.items()),
        years=year_links(years, facts, language, address),
        all=here.to(facts.addresses.releases(language)),
        ways=ways_further(ways, here),
    )
    return Page(
        address=address,
        language=language,
        type=PageType.SEARCH,
        title=title,
        description=description,
        head=head(Head(address, language, title, description, indexed=False), facts),
        article=render("search.html", view, here.words),
        alternates=alternates(facts, facts.addresses.search),
    )
