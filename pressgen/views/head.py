"""Write the `<head>` of a page, which describes the page to machines.

The theme writes the title and the description, which is OpenGraph's too. This adds the canonical address and hreflang
(absolute, as search engines ask, so only if the site knows its own address), the rest of OpenGraph, robots, the JSON-LD
data block, and how a release is cited. The last is for Zotero and other programs that read the tags of Highwire Press
and EPrints. They part the name of an author into those of a person, so the issuing body is the institution of a report
and not its author.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from pressgen.addresses import Address
from pressgen.languages import language as language_of
from pressgen.languages import open_graph_locale
from pressgen.views.export_links import ExportLink, whole_feed
from pressgen.views.facts import SiteFacts
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class HeadCitation:
    """How a page is cited, beside its title, day and language."""

    institution: str
    number: str
    place: str


@dataclass(frozen=True, slots=True)
class Head:
    """The facts that the head of a page says.

    `translations` are the addresses for hreflang, including the page itself and `x-default`, or none. `exports` are the
    files for machines with the same content. A page that is `of_archive` leads to the feed of the whole archive in its
    language. One that is not `indexed` is hidden from search engines. Days and times are in the form of ISO 8601.
    """

    address: Address
    language: str
    title: str
    description: str
    translations: Mapping[str, Address] = field(default_factory=dict)
    of_archive: bool = True
    indexed: bool = True
    article: bool = False
    published: str = ""
    modified: str = ""
    citation: HeadCitation | None = None
    image: str = ""
    data: Mapping[str, object] | None = None
    exports: tuple[ExportLink, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadView:
    """What the template of heads may see."""

    head: Head
    exports: tuple[ExportLink, ...]
    site_name: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    locale: str
    data: Markup


def head(head: Head, facts: SiteFacts) -> str:
    """Write the HTML for the head of a page."""
    view = HeadView(
        head=head,
        exports=_exports(head, facts),
        site_name=facts.name_in(head.language),
        canonical=facts.absolute(head.address) if head.indexed else "",
        alternates=tuple((tag, facts.absolute(address)) for tag, address in head.translations.items())
        if facts.site_url and head.indexed
        else (),
        locale=open_graph_locale(head.language),
        data=script_data(head.data) if head.data else Markup(""),
    )
    return render("head.html", view, language_of(head.language)).strip()


def _exports(head: Head, facts: SiteFacts) -> tuple[ExportLink, ...]:
    """List the files for machines, and the feed of the whole archive where it is not among them."""
    feeds = whole_feed(facts, head.language, head.address) if head.of_archive else ()
    known = {export.href for export in head.exports}
    return (*(feed for feed in feeds if feed.href not in known), *head.exports)


def alternates(facts: SiteFacts, address_in: Callable[[str], Address]) -> Mapping[str, Address]:
    """List the addresses for the language menu: the same page in every language of the site."""
    return {tag: address_in(tag) for tag in facts.languages} if facts.addresses.several else {}


def script_data(data: Mapping[str, object]) -> Markup:
    """Write data as JSON that cannot leave the script element it stands in, whatever its texts are."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - nothing that HTML reads is left in it
