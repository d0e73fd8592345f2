"""Declare the search page of each language, and the file of what its scripts say there."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.search.stemming import is_available
from pressgen.site.front import ways
from pressgen.site.materials import Materials, page_output
from pressgen.site.output import Call, FileOutput, Output
from pressgen.views.page import PageType
from pressgen.views.pages.search import search_page
from pressgen.views.pages.search_form import search_words, words_address


def search_page_outputs(site: Materials) -> Iterator[Output]:
    """Declare the search page of each language, which stays out of the sitemap, with what its scripts say."""
    if not site.facts.search:
        return
    years, ways_in = site.years(), ways(site)
    facts = site.naming(ways_in.subjects)
    for language in site.languages:
        content = Call.of(search_page, facts, language, years, ways_in, built=is_available())
        yield page_output(PageType.SEARCH, facts.addresses.search(language), language, content)
        yield FileOutput(words_address(facts, language), Call.of(search_words, language, facts.languages))
