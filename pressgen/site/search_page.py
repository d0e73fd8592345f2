"""The chapter of the search's face: its page in each language, and the file of what its scripts say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pressgen.site.front import ways
from pressgen.site.materials import Materials, Output
from pressgen.views.page import PageType
from pressgen.views.search import search_page
from pressgen.views.search_form import search_words, words_address


def search_page_outputs(site: Materials) -> Iterator[Output]:
    """Declare the search page of each language, which stays out of the sitemap, with what its scripts say."""
    if not site.facts.settings.search:
        return
    facts = site.facts
    shown: dict[str, Any] = {"years": site.years(), "ways": ways(site), "built": site.indexed}
    for language in site.languages:
        address = facts.addresses.search(language)
        yield site.page(search_page, PageType.SEARCH, address, language, language=language, **shown)
        yield Output(words_address(facts, language), search_words, {"language": language, "languages": facts.languages})
