"""Write the page at the root of the site, where the reader chooses a language."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.addresses import ROOT, relative
from pressgen.languages import language as language_of
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.page import Page, PageType
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class Choice:
    """One language, in its own words throughout."""

    href: str
    lang: str
    dir: str
    autonym: str
    state: str
    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class ChooserView:
    """What the template of the chooser may see."""

    title: str
    emblem: str
    choices: tuple[Choice, ...]


def chooser_page(facts: SiteFacts) -> Page:
    """Write the page; each language is named and described in itself."""
    first = language_of(facts.languages[0])
    view = ChooserView(
        title=first.say("choose-language"),
        emblem=facts.issuer.emblem,
        choices=tuple(_choice(tag, facts) for tag in facts.languages),
    )
    title = facts.name_in(first.tag)
    description = " · ".join(choice.heading for choice in view.choices)
    return Page(
        address=ROOT,
        language=first.tag,
        type=PageType.CHOOSER,
        title=title,
        description=description,
        head=head(
            Head(ROOT, first.tag, title, description, facts.addresses.home_translations(), of_archive=False), facts
        ),
        article=render("chooser.html", view, first),
        alternates=alternates(facts, facts.addresses.home),
    )


def _choice(tag: str, facts: SiteFacts) -> Choice:
    words = language_of(tag)
    name = facts.issuer.name.in_language(tag).text
    return Choice(
        href=relative(ROOT, facts.addresses.home(tag)),
        lang=tag,
        dir=words.direction,
        autonym=words.autonym,
        state=facts.issuer.state.in_language(tag).text,
        name=name,
        heading=words.say("releases-of", issuer=name),
    )
