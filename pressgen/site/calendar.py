"""The chapter of the calendar: the archive's events by their year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from pressgen.archive import first_day
from pressgen.model import Release
from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.lists.calendar import calendar_page, calendar_year_page
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import PageType


def calendar_years(site: Materials) -> dict[int, tuple[Release, ...]]:
    """Return the releases whose events the calendar lists, by the year of the first day, the latest first."""
    return {year: tuple(group) for year, group in groupby(site.dated, key=first_year)}


def first_year(release: Release) -> int:
    """Return the year in which the event of a release begins."""
    return first_day(release.record).year


def calendar_outputs(site: Materials, year: int, by_year: Mapping[int, tuple[Release, ...]]) -> Iterator[Output]:
    """Declare the calendar's page of a year; the first page shows the year of the latest event."""
    places = site.facts.addresses
    years = tuple(YearCount(year, len(releases)) for year, releases in by_year.items())
    day = max(map(last_change, by_year[year]))
    arguments = (year, years, site.events(by_year[year]))
    if year == years[0].year:
        yield from site.in_every_language(
            PageType.CALENDAR, places.calendar, day, site.nameless, calendar_page, *arguments
        )
    address_in = partial(places.calendar_year, year=year)
    yield from site.in_every_language(PageType.CALENDAR, address_in, day, site.nameless, calendar_year_page, *arguments)
