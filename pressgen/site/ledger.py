"""The chapter of the ledger: all meetings and contacts by countries and years, and those of each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby

from pressgen.archive import Archive, Encounter
from pressgen.site.happenings import happening
from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.lists.ledger import LONGEST, SideTallies, Span, ledger_page, ledger_year_page, spans_of
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import PageType
from pressgen.views.profiles import tallies_of


def ledger_outputs(site: Materials) -> Iterator[Output]:
    """Declare the ledger of an archive with encounters."""
    encounters = site.archive.encounters
    years = year_counts(encounters)
    spans = spans_of([year.year for year in years])
    for span in spans:
        newest = encounters[:LONGEST] if span.newest else ()
        sides = _sides(site.archive, span)
        happenings = tuple(happening(site.archive, encounter) for encounter in newest)
        yield from site.in_every_language(
            PageType.LEDGER,
            partial(span.address, site.facts.addresses),
            _last_change(
                site, [encounter for encounter in encounters if span.first <= encounter.start.year <= span.last]
            ),
            site.naming(sides, happenings),
            ledger_page,
            span=span,
            spans=spans,
            sides=sides,
            years=years,
            happenings=happenings,
        )


def ledger_years(site: Materials) -> Mapping[int, tuple[Encounter, ...]]:
    """Return the encounters of each year that has a page of its own: of every year if there are many encounters."""
    encounters = site.archive.encounters
    if len(encounters) <= LONGEST:
        return {}
    return {year: tuple(group) for year, group in groupby(encounters, key=lambda encounter: encounter.start.year)}


def ledger_year_outputs(site: Materials, year: int, encounters: tuple[Encounter, ...]) -> Iterator[Output]:
    """Declare the page of a year's encounters."""
    happenings = tuple(happening(site.archive, encounter) for encounter in encounters)
    yield from site.in_every_language(
        PageType.LEDGER,
        partial(site.facts.addresses.ledger_year, year=year),
        _last_change(site, encounters),
        site.naming(happenings),
        ledger_year_page,
        year=year,
        years=year_counts(site.archive.encounters),
        happenings=happenings,
    )


def year_counts(encounters: Iterable[Encounter]) -> tuple[YearCount, ...]:
    """Count the encounters of each year, the latest year first."""
    counts = Counter(encounter.start.year for encounter in encounters)
    return tuple(YearCount(year, count) for year, count in counts.items())


def _sides(archive: Archive, span: Span) -> tuple[SideTallies, ...]:
    """Return every side that was met in these years, with the encounters of these years."""
    sides = []
    holdings = (entry for group, entries in archive.groups.items() if group.side for entry in entries)
    for entry in sorted(holdings, key=lambda entry: entry.subject.side):
        tallies = tallies_of(met for met in entry.encounters if span.first <= met.start.year <= span.last)
        if tallies:
            sides.append(SideTallies(entry.subject.side, tallies))
    return tuple(sides)


def _last_change(site: Materials, encounters: tuple[Encounter, ...] | list[Encounter]) -> date:
    return max(last_change(site.archive.by_id[encounter.release]) for encounter in encounters)
