"""Write the pages of the archive, of its years and of the months of long years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pressgen.addresses import Address, way_up
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ONE_YEAR, ExportLink, YearFiles, archive_exports, year_exports
from pressgen.views.facts import SiteFacts
from pressgen.views.here import Here
from pressgen.views.lists.listing import (
    SEVERAL_SCREENS,
    Crumb,
    Line,
    LineGroup,
    ListingEntry,
    MonthCount,
    YearCount,
    YearLink,
    list_lines,
    year_links,
)
from pressgen.views.page import Page, PageType


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the templates of lists may see. `by` is the key of what `years` are ordered by; a year may have `months`."""

    heading: str
    count: int
    crumbs: tuple[Crumb, ...]
    groups: tuple[LineGroup, ...]
    years: tuple[YearLink, ...]
    by: str = "by-year"
    months: tuple[YearLink, ...] = ()
    exports: tuple[ExportLink, ...] = ()


LONGEST_YEAR = 300
"""The most releases of a year that stand on one page; with more, each month has a page of its own."""


def year_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    year: int,
    years: Sequence[YearCount],
    entries: Sequence[ListingEntry],
    *,
    months: Sequence[MonthCount] = (),
    files: YearFiles = ONE_YEAR,
) -> Page:
    """Build the page of one year, its releases in one list; without entries, it leads to the months' pages."""
    here = Here(facts, language, facts.addresses.year(language, year))
    words, places = here.words, here.places
    count = sum(month.count for month in months) or len(entries)
    lines = list_lines(entries, facts, language, way_up(here.address))
    view = ListingView(
        heading=words.year(year),
        count=count,
        crumbs=(Crumb(here.to(places.releases(language)), words.say("releases")),),
        groups=(LineGroup("", "", _with_ids(lines)),) if lines else (),
        years=year_links(years, facts, language, here.address),
        months=tuple(
            YearLink(
                f"#{year:04}-{month.month:02}" if entries else here.to(places.month(language, year, month.month)),
                words.opening(words.month_name(month.month)),
                month.count,
                current=False,
            )
            for month in months
            if count > SEVERAL_SCREENS
        ),
        exports=year_exports(facts, language, here.address, here.address, files),
    )
    title = words.say("releases-of-year", year=words.year(year))
    return _page(view, "year.html", here, title, lambda tag: places.year(tag, year))


def _with_ids(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the first line of each month an id, to which the page's links to months lead."""
    by_month = groupby(lines, key=lambda line: f"{line.day.year:04}-{line.day.month:02}")
    return tuple(
        replace(line, id="" if at else month) for month, of_month in by_month for at, line in enumerate(of_month)
    )


def month_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    *,
    year: int,
    month: int,
    months: Sequence[MonthCount],
    entries: Sequence[ListingEntry],
    files: YearFiles = ONE_YEAR,
) -> Page:
    """Build the page of one month of a year, with links to the year's other months."""
    here = Here(facts, language, facts.addresses.month(language, year, month))
    words, places = here.words, here.places
    name = words.month(year, month)
    view = ListingView(
        heading=words.opening(name),
        count=len(entries),
        crumbs=(
            Crumb(here.to(places.releases(language)), words.say("releases")),
            Crumb(here.to(places.year(language, year)), words.year(year)),
        ),
        groups=(LineGroup("", "", list_lines(entries, facts, language, way_up(here.address))),),
        years=tuple(
            YearLink(here.to(target), words.opening(words.month_name(other.month)), other.count, target == here.address)
            for other in months
            for target in [places.month(language, year, other.month)]
        ),
        by="by-month",
        exports=year_exports(facts, language, here.address, places.year(language, year), files),
    )
    title = words.say("releases-of-month", month=name)
    return _page(view, "year.html", here, title, lambda tag: places.month(tag, year, month))


def archive_page(facts: SiteFacts, language: str, years: Sequence[YearCount], latest: Sequence[ListingEntry]) -> Page:
    """Build the page of the whole archive: the latest releases under their years, and a link to every year."""
    here = Here(facts, language, facts.addresses.releases(language))
    words, places = here.words, here.places
    counts = {year.year: year.count for year in years}
    groups = []
    for year, of_year in groupby(latest, key=lambda entry: entry.day.year):
        lines = list_lines(of_year, facts, language, way_up(here.address))
        left = counts.get(year, 0) - len(lines)
        more = here.to(places.year(language, year)) if left > 0 else ""
        groups.append(LineGroup(f"y{year:04}", words.year(year), lines, more, counts.get(year, 0)))
    view = ListingView(
        heading=words.say("releases"),
        count=sum(counts.values()),
        crumbs=(),
        groups=tuple(groups),
        years=year_links(years, facts, language, here.address),
        exports=archive_exports(facts, language),
    )
    return _page(view, "archive.html", here, view.heading, places.releases)


def _page(view: ListingView, template: str, here: Here, title: str, address_in: Callable[[str], Address]) -> Page:
    return page_of(
        view,
        template,
        here,
        type_=PageType.LISTING,
        address_in=address_in,
        title=title,
        description=here.words.say("releases-count", view.count),
        exports=view.exports,
    )
