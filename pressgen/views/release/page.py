"""Write the page of a release in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import Address, relative, way_up
from pressgen.archive import Force, Hidden
from pressgen.exports.citations import Citation
from pressgen.languages import language as language_of
from pressgen.model import Contact, Edition, Release, Side, is_picture
from pressgen.model.groups import Subject
from pressgen.text.sentence import first_sentence
from pressgen.text.summary import summary_of
from pressgen.views.export_links import release_exports
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, HeadCitation, alternates, head
from pressgen.views.lists.listing import UNCONNECTED, Connections, Crumb
from pressgen.views.page import Page, PageType
from pressgen.views.release.edition import EditionView
from pressgen.views.release.metadata import modified, news_article, published
from pressgen.views.release.view import release_view
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class ReleasePageView:
    """What the template around a release may see.

    `side_by_side` leads to all editions beside each other, if there are several.
    """

    crumbs: tuple[Crumb, ...]
    body: Markup
    side_by_side: str = ""


def release_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    release: Release,
    *,
    links: Sequence[str] = (),
    connections: Connections = UNCONNECTED,
    profiles: frozenset[Subject] = frozenset(),
    contacts: Sequence[Contact] = (),
    hidden: Hidden | None = None,
    force: Force | None = None,
) -> Page:
    """Write the page of the release's edition in `language`.

    `links` are the addresses (with fragments) that the references of the text lead to, each empty if the public cannot
    follow it. `profiles` are the profiles that the site has for what the release names. `contacts` are those in force.
    `hidden` says, in an author's preview, why the public does not see this page. `force` says how it stands with a
    release that is in force for a time.
    """
    address = facts.addresses.release(language, release.id)
    edition, words = release.editions[language], language_of(language)
    view = ReleasePageView(
        crumbs=crumbs(facts, language, release, address),
        body=release_body(
            EditionView(facts, release, edition, words, way_up(address), profiles, force),
            links,
            connections,
            contacts,
            hidden,
        ),
        side_by_side=relative(address, facts.addresses.editions(release.id))
        if len(facts.addresses.languages_of(release)) > 1
        else "",
    )
    return Page(
        address=address,
        language=language,
        type=PageType.RELEASE,
        title=edition.title_line,
        description=description_of(edition),
        head=head(_head(facts, release, edition, connections.partner, hidden), facts),
        article=render("release_page.html", view, words),
        alternates=alternates(facts, lambda tag: facts.addresses.release(tag, release.id)),
    )


def _head(facts: SiteFacts, release: Release, edition: Edition, partner: Side, hidden: Hidden | None) -> Head:
    """Describe the page of an edition for machines."""
    address, description = facts.addresses.release(edition.language, release.id), description_of(edition)
    return Head(
        address=address,
        language=edition.language,
        title=edition.title_line,
        description=description,
        translations=facts.addresses.release_translations(release),
        # A withdrawn text stays for those who have its address; search engines leave it out.
        indexed=hidden is None and not release.record.is_withdrawn,
        article=True,
        published=published(release),
        modified=modified(release),
        citation=_cited(release, edition.language),
        image=_picture(facts, release),
        data=news_article(release, edition, facts),
        exports=() if hidden else release_exports(facts, edition.language, address, release.id, partner),
    )


def editions_head(facts: SiteFacts, release: Release, partner: Side, hidden: Hidden | None) -> str:
    """Describe the page of all editions of a release for machines."""
    tag = facts.addresses.languages_of(release)[0]
    edition, address = release.editions[tag], facts.addresses.editions(release.id)
    description = Head(
        address=address,
        language=tag,
        title=edition.title_line,
        description=description_of(edition),
        translations=facts.addresses.release_translations(release),
        indexed=hidden is None and not release.record.is_withdrawn,
        article=True,
        published=published(release),
        modified=modified(release),
        citation=_cited(release, tag),
        image=_picture(facts, release),
        exports=() if hidden else release_exports(facts, tag, address, release.id, partner),
    )
    return head(description, facts)


def _cited(release: Release, tag: str) -> HeadCitation:
    """Say how an edition is cited."""
    citation = Citation.of(release, tag, "")
    return HeadCitation(language_of(tag).join(citation.bodies), citation.number, citation.place)


def release_body(
    shown: EditionView,
    links: Sequence[str],
    connections: Connections,
    contacts: Sequence[Contact],
    hidden: Hidden | None,
) -> Markup:
    """Write the HTML of a release, from its notices to its related releases."""
    view = release_view(shown, links, connections, contacts, hidden)
    return Markup(render("release.html", view, shown.words))  # noqa: S704 - the template escapes


def crumbs(facts: SiteFacts, language: str, release: Release, address: Address) -> tuple[Crumb, ...]:
    """Write the way from the archive to the page at `address`, through its year."""
    words, year = language_of(language), release.record.day.year
    archive = Crumb(relative(address, facts.addresses.releases(language)), words.say("releases"))
    return (archive, Crumb(relative(address, facts.addresses.year(language, year)), words.year(year)))


_LONGEST_DESCRIPTION = 200
"""The most characters of a description in the head of a page."""


def description_of(edition: Edition) -> str:
    """Return a sentence that says what happened, as long as search engines and chat windows show it."""
    return first_sentence(edition.summary or summary_of(edition.body, edition.language), _LONGEST_DESCRIPTION)


def _picture(facts: SiteFacts, release: Release) -> str:
    """Return the complete address of the first photograph, or nothing."""
    for attachment in release.record.attachments:
        if is_picture(attachment.file):
            return facts.absolute(facts.addresses.file(release.id, attachment.file))
    return ""
