"""The home page: the latest releases and the years go in, its page or its part below an authored text comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressgen.addresses import Address, relative
from pressgen.languages import language as language_of
from pressgen.views.export_links import ExportLink, home_exports
from pressgen.views.facts import Marked, SiteFacts, mark_words
from pressgen.views.head import Head, alternates, head
from pressgen.views.listing import Line, ListingEntry, YearCount, YearLink, lines, year_links
from pressgen.views.page import Page, PageType
from pressgen.views.templates import render
from pressgen.views.titles import length_of


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the home page may see. `latest` and `next` are empty in an archive without releases."""

    latest: tuple[Line, ...]
    next: tuple[Line, ...]
    years: tuple[YearLink, ...]
    count: int
    all: str
    state: Marked
    name: Marked
    length: str
    exports: tuple[ExportLink, ...]


def home_page(facts: SiteFacts, language: str, latest: Sequence[ListingEntry], years: Sequence[YearCount]) -> Page:
    """Give the home page of a language that has no authored one."""
    address = facts.addresses.home(language)
    name = facts.issuer.name.in_language(language).text
    description = language_of(language).say("releases-of", issuer=name)
    return Page(
        address=address,
        language=language,
        type=PageType.HOME,
        title=facts.site_name,
        description=description,
        head=home_head(facts, language, facts.site_name, description),
        article=render("home_page.html", _view(facts, language, latest, years, address), language_of(language)),
        alternates=alternates(facts, facts.addresses.home),
    )


def home_fragment(facts: SiteFacts, language: str, latest: Sequence[ListingEntry], years: Sequence[YearCount]) -> str:
    """Give the HTML of the latest releases and the ways in, to stand below the text of `docs/index.md`."""
    address = facts.addresses.home(language)
    return render("home.html", _view(facts, language, latest, years, address), language_of(language))


def home_head(facts: SiteFacts, language: str, title: str, description: str) -> str:
    """Give the HTML for the head of a home page."""
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": facts.site_name,
        "inLanguage": language,
        "publisher": {"@type": "GovernmentOrganization", "name": facts.issuer.name.in_language(language).text},
    }
    address = facts.addresses.home(language)
    if facts.site_url:
        data["url"] = facts.absolute(address)
    return head(
        Head(
            address,
            language,
            title,
            description,
            facts.addresses.home_translations(),
            data=data,
            exports=home_exports(facts, language),
        ),
        facts,
    )


def _view(
    facts: SiteFacts,
    language: str,
    latest: Sequence[ListingEntry],
    years: Sequence[YearCount],
    address: Address,
) -> HomeView:
    shown = lines(latest, facts, language, address, with_year=True)
    return HomeView(
        latest=shown[:1],
        next=shown[1:],
        years=year_links(years, facts, language, address),
        count=sum(found.count for found in years),
        all=relative(address, facts.addresses.releases(language)),
        state=mark_words(facts.issuer.state, language),
        name=mark_words(facts.issuer.name, language),
        length=length_of(shown[0].title.text) if shown else "short",
        exports=home_exports(facts, language),
    )
