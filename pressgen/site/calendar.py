"""The chapter of the calendar: the archive's events by their year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.lists.calendar import CalendarEntry, calendar_page, calendar_year_page
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import PageType


def calendar_years(site: Materials) -> dict[int, tuple[CalendarEntry, ...]]:
    """Return the events of each year that has any, the latest year first."""
    by_year: dict[int, list[CalendarEntry]] = {}
    for event in site.events:
        for year in event.years:
            by_year.setdefault(year, []).append(event)
    return {year: tuple(by_year[year]) for year in sorted(by_year, reverse=True)}


def calendar_outputs(site: Materials, year: int, by_year: Mapping[int, tuple[CalendarEntry, ...]]) -> Iterator[Output]:
    """Declare the calendar's page of a year; the first page shows the year of the latest event."""
    places = site.facts.addresses
    years = tuple(YearCount(year, len(events)) for year, events in by_year.items())
    events = by_year[year]
    day = max(last_change(site.archive.by_id[event.entry.release]) for event in events)
    arguments = (year, years, events)
    if year == years[0].year:
        yield from site.in_every_language(
            PageType.CALENDAR, places.calendar, day, site.nameless, calendar_page, *arguments
        )
    address_in = partial(places.calendar_year, year=year)
    yield from site.in_every_language(PageType.CALENDAR, address_in, day, site.nameless, calendar_year_page, *arguments)
