"""The content of a feed, whatever its form: entries, each with the text of a release in one language."""

from __future__ import annotations

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

    `links` are the complete addresses that the text's references lead to, each empty where there is none. A
    withdrawn release has a `notice` in place of its text.
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
    body: Body
    links: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    notice: FeedNotice | None = None
    corrections: tuple[FeedNotice, ...] = ()

    @property
    def content(self) -> str:
        """The text as HTML with complete addresses and its corrections below, or the notice of its withdrawal."""
        words = language_of(self.language)
        if self.notice:
            parts = [_notice_html(self.notice, self.language)]
        else:
            filling = Filling(self.links, self.body.references, self.url, sides=_SIDES[words.direction])
            parts = [fill(block, filling) for block in self.body.blocks]
            parts += [_notice_html(correction, self.language) for correction in self.corrections]
        return "\n".join((f'<div lang="{words.tag}" dir="{words.direction}">', *parts, "</div>"))


@dataclass(frozen=True, slots=True)
class Feed:
    """The releases that changed last, the latest first; `page` is the page with the same content for readers."""

    title: str
    language: str
    page: str
    atom: str
    json: str
    author: str
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
