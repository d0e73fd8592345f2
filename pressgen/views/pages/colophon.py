"""Write the colophon, which ends every page in the manner of letterhead: who publishes the site, and how to reach them.

It is part of the theme's page around the content, which is rendered once for each language and depth. So it says only
what seldom changes: the press desk is that of the day on which the newest release came out, and the day of the
archive's last change stands in the home pages, which change with every release anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from pressgen import addresses
from pressgen.addresses import ROOT, Address
from pressgen.languages import language as language_of
from pressgen.model import Contact
from pressgen.views.facts import Marked, SiteFacts, mark_words
from pressgen.views.release.closing import ContactView, LanguageLink, contact_view
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class FootLink:
    """One of the site's own links, by the key of its option: to a page of the site, or a `complete` address."""

    key: str
    page: Address = ROOT
    complete: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """What the colophon says beside the facts of the site.

    `contact` is the press desk. `changed` is the day of the archive's last change, for pages that say it.
    """

    contact: Contact | None = None
    links: tuple[FootLink, ...] = ()
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class ColophonView:
    """What the template may see; a link that the site does not have is empty."""

    state: Marked
    name: Marked
    place: Marked
    contact: ContactView | None
    languages: tuple[LanguageLink, ...]
    feed: str
    data: Markup
    links: tuple[tuple[str, str], ...]
    changed: date | None


def colophon(
    facts: SiteFacts, language: str, foot: Foot, to: Callable[[Address], str], others: Sequence[tuple[str, str]]
) -> str:
    """Write the colophon of a page in a language.

    `to` returns the link from the page to an address. `others` are the links to the page in each language.
    """
    issuer, places = facts.issuer, facts.addresses
    view = ColophonView(
        state=mark_words(issuer.state, language),
        name=mark_words(issuer.name, language),
        place=mark_words(issuer.place, language),
        contact=contact_view(foot.contact, language) if foot.contact else None,
        languages=tuple(_language_link(tag, link) for tag, link in others if tag != language),
        feed=to(places.beside(places.home(language), addresses.ATOM)) if facts.site_url else "",
        data=_data(
            language,
            ("CSV", to(addresses.TABLE)),
            ("JSON", to(places.data(places.releases(language)))),
        ),
        links=tuple((f"link-{link.key}", link.complete or to(link.page)) for link in foot.links),
        changed=foot.changed,
    )
    return render("colophon.html", view, language_of(language))


def _language_link(tag: str, link: str) -> LanguageLink:
    other = language_of(tag)
    return LanguageLink(link, other.autonym, tag, other.direction)


def _data(language: str, *files: tuple[str, str]) -> Markup:
    """Write links to the archive as data, each called by its format, which has one name in all languages."""
    words, link = language_of(language), Markup('<a href="{1}">{0}</a>')
    return escape(words.pattern("data")).format(
        formats=escape(words.separator).join(link.format(*file) for file in files)
    )
