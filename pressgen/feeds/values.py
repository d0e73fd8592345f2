"""The content of a feed, whatever its form: entries, each with the text of a release in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple

from pressgen.languages import language as language_of
from pressgen.model import Body, Phrase
from pressgen.text.filling import Filling, fill

BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of change of a feed without entries, which the forms require."""


class Category(NamedTuple):
    """What an entry is of or about: `term` in every language, `label` for readers, and the list's page as `scheme`."""

    term: str
    label: str
    scheme: str


class Enclosure(NamedTuple):
    """A file published with a release: its address, media type, size in bytes and title."""

    url: str
    type: str
    size: int
    title: str


class FeedNotice(NamedTuple):
    """A change to a text since it was issued: that it was withdrawn or corrected, and why or in what."""

    text: str
    reason: Phrase = Phrase("", "und")


@dataclass(frozen=True, slots=True)
class Entry:
    """A release in one language: `url` is its page, which is its id for ever; `data` the same as JSON.

    `content` is HTML: its text (`text_content`) or its summary (`summary_content`), or the notice (`notice_content`)
    that it is `withdrawn`.
    """

    url: str
    data: str
    language: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    categories: tuple[Category, ...]
    content: str
    enclosures: tuple[Enclosure, ...] = ()
    withdrawn: bool = False


def text_content(
    body: Body, url: str, language: str, links: Sequence[str] = (), corrections: Iterable[FeedNotice] = ()
) -> str:
    """Write a text as HTML with complete addresses, and its corrections below.

    `url` is its page. `links` are the complete addresses that its references lead to, each empty if there is none.
    """
    filling = Filling(links, body.references, url, sides=_SIDES[language_of(language).direction])
    parts = [fill(block, filling) for block in body.blocks]
    return _content([*parts, *(_notice_html(correction, language) for correction in corrections)], language)


def summary_content(summary: str, language: str, corrections: Iterable[FeedNotice] = ()) -> str:
    """Write a summary as HTML in place of the text, with the corrections of the text below."""
    paragraph = f"<p>{escape(summary, quote=False)}</p>"
    return _content([paragraph, *(_notice_html(correction, language) for correction in corrections)], language)


def notice_content(notice: FeedNotice, language: str) -> str:
    """Write the notice that a text was withdrawn, which takes the place of the text."""
    return _content([_notice_html(notice, language)], language)


def _content(parts: Iterable[str], language: str) -> str:
    direction = language_of(language).direction
    return "\n".join((f'<div lang="{language_of(language).tag}" dir="{direction}">', *parts, "</div>"))


@dataclass(frozen=True, slots=True)
class Feed:
    """The releases that changed last, the latest first.

    `page` is the page with the same content for readers, `archives` the data of all releases, of which these are some.
    `about` tells a reader who opens the feed in a browser what it is, with the style sheet at the address `style`.
    """

    title: str
    language: str
    page: str
    atom: str
    json: str
    author: str
    archives: str
    about: str
    style: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When anything in it last changed."""
        return max((entry.updated for entry in self.entries), default=BEFORE_ALL)


# Readers of feeds keep attributes and no style sheets.
_SIDES = {
    "ltr": {"start": "left", "centre": "center", "end": "right"},
    "rtl": {"start": "right", "centre": "center", "end": "left"},
}


def _notice_html(notice: FeedNotice, language: str) -> str:
    text = f"<p>{escape(notice.text, quote=False)}</p>"
    reason = notice.reason
    if not reason.text:
        return text
    own = reason.language in (language, "und")
    words = "" if own else f' lang="{reason.language}" dir="{language_of(reason.language).direction}"'
    return f"{text}\n<p{words}>{escape(reason.text, quote=False)}</p>"
