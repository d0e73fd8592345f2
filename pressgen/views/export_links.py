"""List the files for machines beside a page, as links.

A page names them in its head (`rel="alternate"`) and, if readers may want them, in a block at its end: the macro
`exports` of `feeds.html`. Feeds and calendars need complete addresses, so a site that does not know its own has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressgen import addresses
from pressgen.addresses import Address, relative
from pressgen.languages import language as language_of
from pressgen.model import Side
from pressgen.model.groups import Subject, subject_of
from pressgen.views.facts import SiteFacts

ATOM_TYPE = "application/atom+xml"
JSON_FEED_TYPE = "application/feed+json"
CALENDAR_TYPE = "text/calendar"
JSON_TYPE = "application/json"
GZIP_TYPE = "application/gzip"
TABLE_TYPE = "text/csv"


@dataclass(frozen=True, slots=True)
class ExportLink:
    """A link from a page to a file for machines: its media type, its title, the link, and the name of its form."""

    type: str
    title: str
    href: str
    name: str


class YearFiles(NamedTuple):
    """The files that have the releases of a year of the archive with their texts, and the table that has its rows."""

    lines: tuple[Address, ...] = ()
    table: Address = addresses.TABLE


ONE_YEAR = YearFiles()
"""The files of a year of which the public has nothing yet."""


def feed_title(facts: SiteFacts, tag: str, name: str = "") -> str:
    """Return the title of the feed of the whole archive, or of the subject called `name`."""
    words = language_of(tag)
    whole = words.say("releases-of", issuer=facts.issuer.name.in_language(tag).text)
    return words.say("part-of-feed", feed=whole, name=name) if name else whole


def calendar_title(facts: SiteFacts, tag: str, name: str = "") -> str:
    """Return the title of the calendar of all events, or of those with the country called `name`."""
    words = language_of(tag)
    whole = words.say("events-of", issuer=facts.issuer.name.in_language(tag).text)
    return words.say("part-of-feed", feed=whole, name=name) if name else whole


def home_exports(facts: SiteFacts, tag: str) -> tuple[ExportLink, ...]:
    """List the files of a home page: the feeds of the whole archive, and its latest releases as data."""
    page, title = facts.addresses.home(tag), feed_title(facts, tag)
    return (*_feeds(facts, page, page, title), _data(facts, page, title, facts.addresses.releases(tag)))


def archive_exports(facts: SiteFacts, tag: str) -> tuple[ExportLink, ...]:
    """List the files of the archive's page: its feeds, its years as data, and its releases as a table."""
    page, title = facts.addresses.releases(tag), feed_title(facts, tag)
    return (
        *_feeds(facts, page, facts.addresses.home(tag), title),
        _data(facts, page, title),
        _table(page, title, addresses.TABLE),
    )


def year_exports(facts: SiteFacts, tag: str, page: Address, year: Address, files: YearFiles) -> tuple[ExportLink, ...]:
    """List the files of the year whose page is at `year`, or of a month of it: its list, its texts and its table."""
    title = feed_title(facts, tag)
    lines = (ExportLink(GZIP_TYPE, title, relative(page, file), "JSON Lines") for file in files.lines)
    return (_data(facts, page, title, year), *lines, _table(page, title, files.table))


def profile_exports(
    facts: SiteFacts, tag: str, page: Address, name: str, *, calendar: bool = False
) -> tuple[ExportLink, ...]:
    """List the files of the profile at `page` of the subject called `name`; `calendar` if it has events."""
    title = feed_title(facts, tag, name)
    links = [*_feeds(facts, page, page, title), _data(facts, page, title)]
    if calendar:
        links += _calendar(facts, page, calendar_title(facts, tag, name))
    return tuple(links)


def list_exports(facts: SiteFacts, page: Address, title: str, of: Address | None = None) -> tuple[ExportLink, ...]:
    """List the file of a list that has no feed of its own, such as a year, or all countries.

    `of` is the page whose data it is, if `page` is a part of it.
    """
    return (_data(facts, page, title, of),)


def ledger_exports(facts: SiteFacts, tag: str, page: Address) -> tuple[ExportLink, ...]:
    """List the file of a page of the ledger: the whole ledger as data."""
    return list_exports(facts, page, language_of(tag).say("encounters"), facts.addresses.ledger(tag))


def calendar_exports(facts: SiteFacts, tag: str, page: Address) -> tuple[ExportLink, ...]:
    """List the files of a page of the calendar, in an archive with events: all events, as calendar and as data."""
    whole, title = facts.addresses.calendar(tag), calendar_title(facts, tag)
    return (*_calendar(facts, page, title, whole), _data(facts, page, title, whole))


def release_exports(facts: SiteFacts, tag: str, page: Address, release: str, partner: Side) -> tuple[ExportLink, ...]:
    """List the files of a page of a public release: the feed of its only `partner`, and the release as data."""
    data = ExportLink(JSON_TYPE, "JSON", relative(page, facts.addresses.release_data(release)), "JSON")
    feeds = subject_feed(facts, tag, page, subject_of(partner)) if partner != Side() else ()
    return (*feeds, data)


def whole_feed(facts: SiteFacts, tag: str, page: Address) -> tuple[ExportLink, ...]:
    """Return the feed of the whole archive in a language, for the head of any page; none if the site has no feeds."""
    return _feed(facts, page, facts.addresses.home(tag), language_of(tag).say("releases"))


def subject_feed(facts: SiteFacts, tag: str, page: Address, subject: Subject) -> tuple[ExportLink, ...]:
    """Return the feed of a subject in a language, for the head of a page about it; none if the site has no feeds."""
    return _feed(facts, page, facts.addresses.profile(tag, subject), facts.name(subject, tag).text)


def _feed(facts: SiteFacts, page: Address, beside: Address, title: str) -> tuple[ExportLink, ...]:
    if not facts.site_url:
        return ()
    return (ExportLink(ATOM_TYPE, title, relative(page, facts.addresses.beside(beside, addresses.ATOM)), "Atom"),)


def _feeds(facts: SiteFacts, page: Address, beside: Address, title: str) -> Iterator[ExportLink]:
    if facts.site_url:
        for type_, file, name in (
            (ATOM_TYPE, addresses.ATOM, "Atom"),
            (JSON_FEED_TYPE, addresses.JSON_FEED, "JSON Feed"),
        ):
            yield ExportLink(type_, title, relative(page, facts.addresses.beside(beside, file)), name)


def _calendar(facts: SiteFacts, page: Address, title: str, of: Address | None = None) -> Iterator[ExportLink]:
    if facts.site_url:
        target = facts.addresses.beside(of or page, addresses.CALENDAR_FILE)
        yield ExportLink(CALENDAR_TYPE, title, relative(page, target), "iCalendar")


def _data(facts: SiteFacts, page: Address, title: str, of: Address | None = None) -> ExportLink:
    return ExportLink(JSON_TYPE, title, relative(page, facts.addresses.data(of or page)), "JSON")


def _table(page: Address, title: str, table: Address) -> ExportLink:
    return ExportLink(TABLE_TYPE, title, relative(page, table), "CSV")
