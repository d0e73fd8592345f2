"""Write the calendar of the events that releases report: a register for each year, the latest day first.

An event of several days stands once, with its days, where its first day is. Messages in writing are no events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from markupsafe import Markup

from pressgen.addresses import Address, way_up
from pressgen.archive import dated_event
from pressgen.model import Event, Release
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, calendar_exports
from pressgen.views.facts import SiteFacts, mark_words
from pressgen.views.here import Here
from pressgen.views.lists.listing import SEVERAL_SCREENS, Crumb, Line, ListingEntry, YearCount, YearLink, list_lines
from pressgen.views.marking import marked
from pressgen.views.page import Page, PageType
from pressgen.views.templates import in_own_language


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What the calendar shows of a release's event, from its first day to its last."""

    entry: ListingEntry
    start: date
    end: date
    event: Event

    @classmethod
    def of(cls, release: Release, entry: ListingEntry) -> CalendarEntry | None:
        """Return the event of a release; None if the calendar has none: a day of issue is no day of an event.

        `entry` lists the release with the names that countries had on the day of the event.
        """
        event = dated_event(release.record)
        if event is None or event.start is None:
            return None
        listed = replace(entry, day=event.start)
        return cls(listed, event.start, event.end or event.start, event)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the template of the calendar may see. `months` are links, where there are many events.

    `occasions` are by the links of lines.
    """

    heading: str
    count: int
    crumbs: tuple[Crumb, ...]
    lines: tuple[Line, ...]
    occasions: Mapping[str, Markup]
    months: tuple[YearLink, ...]
    years: tuple[YearLink, ...]
    exports: tuple[ExportLink, ...]


def calendar_page(
    facts: SiteFacts, language: str, year: int, years: Sequence[YearCount], events: Sequence[CalendarEntry]
) -> Page:
    """Write the first page of the calendar: the year of the latest event, with links to every year with events."""
    return _page(facts, language, year=year, years=years, events=events, address_in=facts.addresses.calendar)


def calendar_year_page(
    facts: SiteFacts, language: str, year: int, years: Sequence[YearCount], events: Sequence[CalendarEntry]
) -> Page:
    """Write the calendar of one year."""
    return _page(
        facts,
        language,
        year=year,
        years=years,
        events=events,
        address_in=lambda tag: facts.addresses.calendar_year(tag, year),
    )


def _page(  # noqa: PLR0913 - what two pages share
    facts: SiteFacts,
    language: str,
    *,
    year: int,
    years: Sequence[YearCount],
    events: Sequence[CalendarEntry],
    address_in: Callable[[str], Address],
) -> Page:
    here, places = Here(facts, language, address_in(language)), facts.addresses
    words, first = here.words, places.calendar(language)
    exports = calendar_exports(facts, language, here.address)
    lines = _lines(events, here)
    view = CalendarView(
        heading=words.say("calendar-of-year", year=words.year(year)),
        count=len(events),
        crumbs=() if here.address == first else (Crumb(here.to(first), words.say("calendar")),),
        lines=lines,
        occasions=_occasions(events, lines, here),
        months=tuple(_month_ways(lines, here)) if len(events) > SEVERAL_SCREENS else (),
        years=tuple(
            YearLink(
                here.to(places.calendar_year(language, other.year)),
                words.year(other.year),
                other.count,
                other.year == year,
            )
            for other in years
        ),
        exports=exports,
    )
    return page_of(
        view,
        "calendar.html",
        here,
        type_=PageType.CALENDAR,
        address_in=address_in,
        title=words.say("calendar") if here.address == first else view.heading,
        description=f"{view.heading}: {words.say('events-count', len(events))}",
        exports=exports,
    )


def _lines(events: Sequence[CalendarEntry], here: Here) -> tuple[Line, ...]:
    """List the lines of events, each day with an id where it first stands."""
    lines = list_lines((event.entry for event in events), here.facts, here.tag, way_up(here.address))
    ids: set[str] = set()
    written = []
    for event, line in zip(events, lines, strict=True):
        day = event.start.isoformat()
        shared = _held(line.shared or line, event, here)
        written.append(replace(shared, href=line.href, id="" if day in ids else day, shared=shared))
        ids.add(day)
    return tuple(written)


def _held(line: Line, listed: CalendarEntry, here: Here) -> Line:
    """Say in a line on which days an event was held, how and where."""
    words, mode = here.words, listed.event.mode
    one_day = listed.start == listed.end
    return replace(
        line,
        shown_day=line.shown_day if one_day else words.days(listed.start, listed.end),
        weekday=words.weekday(listed.start) if one_day else "",
        span=in_own_language(words.say(f"mode-{mode.value}"), words, f"mode-{mode.value}") if mode else "",
        place=mark_words(listed.event.place, here.tag),
    )


def _occasions(events: Sequence[CalendarEntry], lines: Sequence[Line], here: Here) -> Mapping[str, Markup]:
    found = ((line.href, mark_words(event.event.occasion, here.tag)) for event, line in zip(events, lines, strict=True))
    return {href: marked(occasion) for href, occasion in found if occasion}


def _month_ways(lines: Sequence[Line], here: Here) -> Iterator[YearLink]:
    """List the links to the first line of each month."""
    for month, of_month in groupby(lines, key=lambda line: line.day.month):
        first, *others = of_month
        yield YearLink(f"#{first.id}", here.words.opening(here.words.month_name(month)), 1 + len(others), current=False)
