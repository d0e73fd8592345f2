"""The page of a release: a release, a language and what it is connected with go in, its `Page` comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from pressgen.addresses import Address, relative
from pressgen.archive import Hidden
from pressgen.languages import language as language_of
from pressgen.model import Edition, Release
from pressgen.views.closing import PICTURES, LanguageLink, other_editions
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.listing import UNRELATED, Crumb, Relations
from pressgen.views.page import Page, PageType
from pressgen.views.release_view import release_view
from pressgen.views.sentence import first_sentence
from pressgen.views.shown import Shown
from pressgen.views.structured import modified, news_article, published
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class ReleasePageView:
    """What the template around a release may see; `notice` is what readers of another language are told first."""

    crumbs: tuple[Crumb, ...]
    languages: tuple[LanguageLink, ...]
    body: Markup
    lang: str = ""
    dir: str = ""
    notice: str = ""


def release_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    release: Release,
    *,
    links: Sequence[str] = (),
    relations: Relations = UNRELATED,
    hidden: Hidden | None = None,
) -> Page:
    """Give the page of the release's edition in `language`.

    `links` are the addresses (with fragments) that the text's references lead to, each empty where the public
    cannot follow it. `hidden` says in an author's preview why the public does not see this page.
    """
    address = facts.addresses.release(language, release.id)
    edition, words = release.editions[language], language_of(language)
    description = description_of(edition)
    view = ReleasePageView(
        crumbs=crumbs(facts, language, release, address),
        languages=other_editions(facts, release, language, address),
        body=release_body(Shown(facts, release, edition, words, address), links, relations, hidden),
    )
    title = " ".join(edition.title.split())
    return Page(
        address=address,
        language=language,
        type=PageType.RELEASE,
        title=title,
        description=description,
        head=head(
            Head(
                address=address,
                language=language,
                title=title,
                description=description,
                translations=facts.addresses.release_translations(release),
                indexed=hidden is None,
                article=True,
                published=published(release),
                modified=modified(release),
                image=_picture(facts, release),
                data=news_article(release, edition, description, facts),
            ),
            facts,
        ),
        article=render("release_page.html", view, words),
        alternates=alternates(facts, lambda tag: facts.addresses.release(tag, release.id)),
    )


def release_body(shown: Shown, links: Sequence[str], relations: Relations, hidden: Hidden | None) -> Markup:
    """Give the HTML of a release as shown, from its notices to its related releases."""
    view = release_view(shown, links, relations, hidden)
    return Markup(render("release.html", view, shown.words))  # noqa: S704 - the template escapes


def crumbs(facts: SiteFacts, language: str, release: Release, address: Address) -> tuple[Crumb, ...]:
    """Give the way from the archive to the page at `address`."""
    words, year = language_of(language), release.record.day.year
    return (
        Crumb(relative(address, facts.addresses.releases(language)), words.say("releases")),
        Crumb(relative(address, facts.addresses.year(language, year)), words.year(year)),
    )


def description_of(edition: Edition) -> str:
    """Give a sentence that tells search engines and chat windows what happened."""
    return first_sentence(edition.summary or edition.body.first_paragraph)


def _picture(facts: SiteFacts, release: Release) -> str:
    """Give the whole address of the first photograph, or nothing."""
    for attachment in release.record.attachments:
        if PurePosixPath(attachment.file).suffix.lstrip(".").lower() in PICTURES:
            return facts.absolute(facts.addresses.file(release.id, attachment.file))
    return ""
