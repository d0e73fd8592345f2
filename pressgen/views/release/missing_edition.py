"""Write the page at the address of a missing translation: a few lines that lead to the editions that there are.

It says in the reader's language that the release has not been published in it. It is no copy of a text, and is out of
hreflang and search engines. The theme is not around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from pressgen.addresses import SCREEN_STYLE, relative, way_up
from pressgen.languages import language as language_of
from pressgen.model import Phrase
from pressgen.views.facts import Marked, SiteFacts, mark
from pressgen.views.references import marked_number
from pressgen.views.release.closing import LanguageLink, language_links
from pressgen.views.templates import in_own_language, render


@dataclass(frozen=True, slots=True)
class MissingRelease:
    """What the page tells of a release: its id, the title of its original, its number, its day and its languages."""

    id: str
    title: Phrase
    number: str
    day: date
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingEditionView:
    """What the template may see: the name of the site and the link home, the release, and the links to the editions."""

    site_name: str
    home: str
    style: str
    title: Marked
    number: Markup
    day: date
    text: str
    languages: tuple[LanguageLink, ...]


def missing_edition(facts: SiteFacts, language: str, release: MissingRelease) -> bytes:
    """Write the page for readers of `language` about a release that has editions in other languages alone."""
    words, places = language_of(language), facts.addresses
    address = places.release(language, release.id)
    named = {"language": words.name_of(language), "other": words.join(words.name_of(tag) for tag in release.languages)}
    view = MissingEditionView(
        site_name=facts.name_in(language),
        home=relative(address, places.home(language)),
        style=relative(address, SCREEN_STYLE),
        title=mark(release.title, language),
        number=marked_number(release.number, words),
        day=release.day,
        text=in_own_language(words.say("notice-missing", None, **named), words, "notice-missing"),
        languages=language_links(facts, release.id, release.languages, way_up(address)),
    )
    return f"{render('missing_edition.html', view, words)}\n".encode()
