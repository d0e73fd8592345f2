"""The chapter of the calendar: the archive's events by their year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.lists.calendar import CalendarEntry, calendar_page, calendar_year_page
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import PageType


def calendar_outputs(site: Materials) -> Iterator[Output]:
    """Declare the calendar: its first page, which shows the year of the latest event, and a page for each year."""
    by_year: dict[int, list[CalendarEntry]] = {}
    changed = {release.id: last_change(release) for release in site.archive.listed}
    for event in site.events:
        for year in event.years:
            by_year.setdefault(year, []).append(event)
    if not by_year:
        return
    places = site.facts.addresses
    years = tuple(YearCount(year, len(by_year[year])) for year in sorted(by_year, reverse=True))
    for year, events in by_year.items():
        day = max(changed[event.entry.release] for event in events)
        arguments = (year, years, tuple(events))
        if year == years[0].year:
            yield from site.in_every_language(
                PageType.CALENDAR, places.calendar, day, site.nameless, calendar_page, *arguments
            )
        address_in = partial(places.calendar_year, year=year)
        yield from site.in_every_language(
            PageType.CALENDAR, address_in, day, site.nameless, calendar_year_page, *arguments
        )
