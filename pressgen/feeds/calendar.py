"""Write a calendar of events in the form of iCalendar (RFC 5545, with the name of RFC 7986), `calendar.ics`.

Folding, escaping and a dozen properties of all-day events are all that is needed, so it is written here: the package
`icalendar` takes ten times as long (measured with 7.3), for the calendar of every country again. The tests read this
calendar with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pressgen.model import Phrase

LONGEST_LINE = 75
"""Octets of a line before it must be folded (RFC 5545, 3.1), its end not counted."""

# No control character may stand in a text (RFC 5545, 3.3.11); ends of lines become one sort before.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?")


NOWHERE = Phrase("", "und")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of a release in whole days: `end` is its last day. `changes` counts corrections and withdrawal."""

    uid: str
    url: str
    language: str
    title: str
    start: date
    end: date
    published: datetime
    updated: datetime
    changes: int
    place: Phrase = NOWHERE
    description: str = ""
    categories: tuple[str, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events with a common title, the page for readers, and the data of all events, of which these are some."""

    title: str
    language: str
    page: str
    url: str
    archives: str
    events: tuple[CalendarEvent, ...]


def calendar(calendar: Calendar) -> bytes:
    """Write the events as an iCalendar stream."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pressgen//Events of an archive//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME;LANGUAGE={calendar.language}:{calendar_text(calendar.title)}",
        f"X-WR-CALNAME:{calendar_text(calendar.title)}",
        f"URL:{_address(calendar.page)}",
        f"SOURCE;VALUE=URI:{_address(calendar.url)}",
        # Where the rest is (RFC 9253, 8.2).
        f"LINK;LINKREL=archives;FMTTYPE=application/json;VALUE=URI:{_address(calendar.archives)}",
    ]
    for event in calendar.events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(event: CalendarEvent) -> Iterator[str]:
    tongue = f";LANGUAGE={event.language}"
    yield "BEGIN:VEVENT"
    yield f"UID:{calendar_text(event.uid)}"
    yield f"DTSTAMP:{_moment(event.updated)}"
    yield f"CREATED:{_moment(event.published)}"
    yield f"LAST-MODIFIED:{_moment(event.updated)}"
    yield f"SEQUENCE:{event.changes}"
    yield f"DTSTART;VALUE=DATE:{_day(event.start)}"
    # The end is the first day after it (3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(max(event.start, event.end) + timedelta(days=1))}"
    yield f"SUMMARY{tongue}:{calendar_text(event.title)}"
    if event.place.text:
        where = "" if event.place.language == "und" else f";LANGUAGE={event.place.language}"
        yield f"LOCATION{where}:{calendar_text(event.place.text)}"
    if event.description:
        yield f"DESCRIPTION{tongue}:{calendar_text(event.description)}"
    if event.categories:
        yield f"CATEGORIES{tongue}:{','.join(calendar_text(category) for category in event.categories)}"
    yield f"URL:{_address(event.url)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    # A ministry's event takes none of a subscriber's own time.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def calendar_text(text: str) -> str:
    """Write a text as a value of type TEXT (RFC 5545, 3.3.11)."""
    text = _IMPOSSIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Write a line with its end, folded so that no part exceeds 75 octets and no character is split."""
    octets = line.encode()
    parts, begin, room = [], 0, LONGEST_LINE
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004  # within a character of UTF-8
            end -= 1
        parts.append(octets[begin:end])
        # The space that marks a continued line takes one octet of it.
        begin, room = end, LONGEST_LINE - 1
    parts.append(octets[begin:])
    return b"\r\n ".join(parts) + b"\r\n"


def _address(url: str) -> str:
    return _IMPOSSIBLE.sub("", url)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(moment: datetime) -> str:
    moment = moment.astimezone(UTC)
    return f"{_day(moment.date())}T{moment:%H%M%S}Z"
