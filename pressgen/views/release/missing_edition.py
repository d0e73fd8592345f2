"""Write the page at the address of a missing translation.

It says in the reader's language that only another one exists, shows that text with its own language and direction, and
is hidden from hreflang and search engines.
"""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.addresses import way_up
from pressgen.archive import Hidden
from pressgen.languages import language as language_of
from pressgen.model import Contact, Release
from pressgen.model.groups import Subject
from pressgen.views.facts import SiteFacts
from pressgen.views.head import alternates
from pressgen.views.lists.listing import UNCONNECTED, Connections
from pressgen.views.page import Page, PageType
from pressgen.views.release.closing import other_editions
from pressgen.views.release.edition import EditionView
from pressgen.views.release.page import ReleasePageView, crumbs, description_of, release_body, unlisted_head
from pressgen.views.templates import render


def missing_edition_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    release: Release,
    *,
    links: Sequence[str] = (),
    connections: Connections = UNCONNECTED,
    profiles: frozenset[Subject] = frozenset(),
    contacts: Sequence[Contact] = (),
    hidden: Hidden | None = None,
) -> Page:
    """Write the page for readers of `language` about a release that has no edition in it."""
    address = facts.addresses.release(language, release.id)
    words, original = language_of(language), language_of(release.original)
    edition = release.editions[release.original]
    shown = EditionView(facts, release, edition, original, way_up(address), profiles)
    view = ReleasePageView(
        crumbs=crumbs(facts, language, release, address),
        languages=other_editions(facts, release, language, way_up(address)),
        body=release_body(shown, links, connections, contacts, hidden),
        lang=original.tag,
        dir=original.direction,
        notice=words.say("notice-missing", language=words.name_of(language), other=words.name_of(original.tag)),
    )
    return Page(
        address=address,
        language=language,
        type=PageType.NOTICE,
        title=edition.title_line,
        description=description_of(edition),
        head=unlisted_head(facts, release, language, address, hidden),
        article=render("release_page.html", view, words),
        alternates=alternates(facts, lambda tag: facts.addresses.release(tag, release.id)),
    )
