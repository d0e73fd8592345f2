"""What all pages of profiles share: a view's value and its template go in, the whole page comes out."""

from __future__ import annotations

from collections.abc import Callable

from pressgen.addresses import Address
from pressgen.languages import language as language_of
from pressgen.views.export_links import ExportLink
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.page import Page, PageType
from pressgen.views.source import with_source
from pressgen.views.templates import render


def page_of(  # noqa: PLR0913 - what a page says of itself
    view: object,
    template: str,
    facts: SiteFacts,
    tag: str,
    *,
    type_: PageType,
    address_in: Callable[[str], Address],
    title: str,
    description: str,
    exports: tuple[ExportLink, ...] = (),
) -> Page:
    """Give the page that a template makes of a view's value; every language of the site has the same page."""
    address, words = address_in(tag), language_of(tag)
    return Page(
        address=address,
        language=tag,
        type=type_,
        title=title,
        description=description,
        head=head(
            Head(
                address=address,
                language=tag,
                title=title,
                description=description,
                translations=facts.addresses.translations(address_in, facts.languages),
                exports=exports,
            ),
            facts,
        ),
        article=with_source(render(template, view, words, address), facts.absolute(address), words),
        alternates=alternates(facts, address_in),
    )
