"""Write the page for addresses that do not exist, in all languages of the site."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import NOT_FOUND
from pressgen.languages import language as language_of
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.page import Page, PageType
from pressgen.views.templates import in_own_language, render


@dataclass(frozen=True, slots=True)
class Lost:
    """What the page says in one language; its links begin at the host's root, since it answers at every depth."""

    lang: str
    dir: str
    title: str | Markup
    text: str | Markup
    links: tuple[tuple[str, str | Markup], ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What the template may see."""

    languages: tuple[Lost, ...]


def not_found_page(facts: SiteFacts) -> Page:
    """Write the page that a host shows for an address that does not exist."""
    first = language_of(facts.languages[0])
    title = first.say("not-found-title")
    description = first.say("not-found-text")
    view = NotFoundView(tuple(_lost(tag, facts) for tag in facts.languages))
    return Page(
        address=NOT_FOUND,
        language=first.tag,
        type=PageType.NOT_FOUND,
        title=title,
        description=description,
        head=head(Head(NOT_FOUND, first.tag, title, description, of_archive=False, indexed=False), facts),
        article=render("not_found.html", view, first),
        alternates=alternates(facts, facts.addresses.home),
    )


def _lost(tag: str, facts: SiteFacts) -> Lost:
    words, places = language_of(tag), facts.addresses

    def say(key: str) -> str:
        return in_own_language(words.say(key), words, key)

    return Lost(
        lang=tag,
        dir=words.direction,
        title=say("not-found-title"),
        text=say("not-found-text"),
        links=(
            (facts.from_root(places.home(tag)), say("home")),
            (facts.from_root(places.releases(tag)), say("releases")),
        ),
    )
