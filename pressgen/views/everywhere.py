"""Write a page that every language of the site has, from a view and its template."""

from __future__ import annotations

from collections.abc import Callable

from pressgen.addresses import Address
from pressgen.model.groups import Group
from pressgen.views.export_links import ExportLink
from pressgen.views.head import Head, alternates, head
from pressgen.views.here import Here
from pressgen.views.page import Page, PageType
from pressgen.views.source import with_source
from pressgen.views.templates import render


def page_of(  # noqa: PLR0913 - what a page says of itself
    view: object,
    template: str,
    here: Here,
    *,
    type_: PageType | Group,
    address_in: Callable[[str], Address],
    title: str,
    description: str,
    exports: tuple[ExportLink, ...] = (),
) -> Page:
    """Write the page that a template makes of a view; `address_in` returns its address in each language."""
    facts, address = here.facts, here.address
    return Page(
        address=address,
        language=here.tag,
        type=type_,
        title=title,
        description=description,
        head=head(
            Head(
                address=address,
                language=here.tag,
                title=title,
                description=description,
                translations=facts.addresses.translations(address_in, facts.languages),
                exports=exports,
            ),
            facts,
        ),
        article=with_source(render(template, view, here.words), facts.absolute(address)),
        alternates=alternates(facts, address_in),
    )
