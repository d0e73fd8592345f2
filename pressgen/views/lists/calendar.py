"""Write the calendar of the events that releases report: the days of a year, month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from pressgen.addresses import Address, way_up
from pressgen.languages import language as language_of
from pressgen.model import Event, Release
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, calendar_exports
from pressgen.views.facts import Marked, SiteFacts, mark_words
from pressgen.views.here import Here
from pressgen.views.lists.listing import Crumb, Line, ListingEntry, YearCount, YearLink, list_lines
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
        """Return the event of a release; None if the release has no day for it: a day of issue is no day of an event.

        `entry` lists the release with the names that countries had on the day of the event.
        """
        event = release.record.event
        if event is None or event.start is None:
            return None
        listed = replace(entry, day=event.start)
        return cls(listed, event.start, event.end or event.start, event)

    @property
    def days(self) -> tuple[date, ...]:
        """The days under which it is listed: the first, and the first of the month if it ends in another month."""
        return _listed_days(self.start, self.end)


def years_of(event: Event | None) -> tuple[int, ...]:
    """Return the years in which an event is listed; none for one that has no day."""
    if event is None or event.start is None:
        return ()
    return tuple(dict.fromkeys(day.year for day in _listed_days(event.start, event.end or event.start)))


def _listed_days(start: date, end: date) -> tuple[date, ...]:
    end = end.replace(day=1)
    return (start, end) if end > start else (start,)


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as a page shows it; `span` names its days if there are several."""

    line: Line
    span: str
    mode: str
    details: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day with events, with its number and its name in the week as the language writes them."""

    day: date
    number: str
    weekday: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month with events, and their number; its id is `YYYY-MM`, its `name` is without the year."""

    id: str
    name: str
    heading: str
    days: tuple[DayView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the template of the calendar may see."""

    heading: str
    count: int
    crumbs: tuple[Crumb, ...]
    months: tuple[MonthView, ...]
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
    view = CalendarView(
        heading=words.say("calendar-of-year", year=words.year(year)),
        count=len(events),
        crumbs=() if here.address == first else (Crumb(here.to(first), words.say("calendar")),),
        months=_months(events, year, here),
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


def _months(events: Sequence[CalendarEntry], year: int, here: Here) -> tuple[MonthView, ...]:
    words, language = here.words, here.tag
    lines = list_lines((event.entry for event in events), here.facts, language, way_up(here.address))
    by_day = [
        (day, _event(event, line, language))
        for event, line in zip(events, lines, strict=True)
        for day in event.days
        if day.year == year
    ]
    # On the first of a month, events that continue from the month before come first: they began earlier.
    by_day.sort(key=lambda listed: listed[0])
    months = []
    for month, of_month in groupby(by_day, key=lambda listed: listed[0].month):
        listed = tuple(of_month)
        days = tuple(
            DayView(day, words.number(day.day), words.weekday(day), tuple(event for _, event in of_day))
            for day, of_day in groupby(listed, key=lambda each: each[0])
        )
        anchor, name = f"{year:04}-{month:02}", words.opening(words.month_name(month))
        months.append(MonthView(anchor, name, words.opening(words.month(year, month)), days, len(listed)))
    return tuple(months)


def _event(listed: CalendarEntry, line: Line, language: str) -> EventView:
    words, event = language_of(language), listed.event
    return EventView(
        line,
        words.opening(words.span(listed.start, listed.end)) if listed.end > listed.start else "",
        in_own_language(words.say(f"mode-{event.mode.value}"), words, f"mode-{event.mode.value}") if event.mode else "",
        tuple(_not_empty(mark_words(event.place, language), mark_words(event.occasion, language))),
    )


def _not_empty(*details: Marked) -> Iterable[Marked]:
    return (detail for detail in details if detail)
