"""Render the forms that lead to the search page, and write the texts that its scripts show.

The box in the header and the fields of pages are plain forms that lead to `search/?q=…`, and work without a script.
What the scripts say comes from a file for each language, so that not every page carries it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pressgen.addresses import Address
from pressgen.languages import Language, until_locales_change
from pressgen.languages import language as language_of
from pressgen.views.facts import SiteFacts
from pressgen.views.templates import render

LONGEST_QUERY = 240
"""How many characters a reader can type: more than the search uses, so that a cut in the last word can be seen."""

_SCRIPT_WORDS = (
    *("search-for", "search-busy", "search-count", "search-shown", "search-more", "search-all-shown"),
    *("search-browse", "search-see-all", "search-none", "search-none-filtered", "search-failed", "search-partial"),
    *("search-not-built", "filters-remove", "filter-remove", "filter-all", "filter-fewer", "filter-find"),
    *("other-languages", "with"),
)
"""What the scripts say, by the keys of interface words."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A form that leads to the search page; `words` is the file of what the scripts say, from the site's root."""

    action: str
    language: str
    words: str
    longest: int = LONGEST_QUERY


def search_box(facts: SiteFacts, language: str, action: str) -> str:
    """Render the box in the header of a page, whose form leads to `action`, the search page."""
    return render("search_box.html", search_form(facts, language, action), language_of(language))


def search_form(facts: SiteFacts, language: str, action: str) -> SearchForm:
    """Build the form that leads to `action`, the search page."""
    return SearchForm(action, language, words_address(facts, language))


def words_address(facts: SiteFacts, language: str) -> Address:
    """Return the address of what the scripts say in a language, which changes with its content."""
    content = search_words(language, facts.languages)
    return facts.addresses.search_words(language, sha256(content).hexdigest()[:8])


@until_locales_change(64)
def search_words(language: str, languages: tuple[str, ...]) -> bytes:
    """Write what the scripts say in a language, with its digits, as JSON; `languages` are those of the site.

    A text with plural forms is a mapping by the categories of CLDR, which browsers know by the tag `in`.
    """
    words = language_of(language)
    interface = (
        words if words.missing.isdisjoint(_SCRIPT_WORDS) else language_of(words.foreign(next(iter(words.missing))))
    )
    others = [language_of(tag) for tag in languages]
    content: dict[str, Any] = {
        "tag": language,
        "in": interface.tag,
        "dir": interface.direction,
        "digits": words.digits("0123456789"),
        "group": _group(words),
        "separator": words.separator,
        "languages": {other.tag: {"name": other.autonym, "dir": other.direction} for other in others},
        "words": {key: interface.forms(key) for key in _SCRIPT_WORDS},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _group(words: Language) -> str:
    """Return what stands between the thousands and the hundreds of a number; browsers do not know every language."""
    digits = words.digits("0123456789")
    return "".join(character for character in words.number(1_234_567) if character not in digits)[:1]
