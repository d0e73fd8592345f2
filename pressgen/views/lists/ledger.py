"""Write the ledger: all meetings and contacts, as a matrix of countries by years and as tables.

In the matrix a meeting stands in the row of every side that took part; sums and tables have it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import Address, Addresses
from pressgen.archive import Channel
from pressgen.languages import Language, sort_key
from pressgen.model import Side
from pressgen.views.channel_marks import mark_of
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, ledger_exports
from pressgen.views.facts import Marked, SiteFacts
from pressgen.views.here import Here
from pressgen.views.lists.listing import Crumb, YearCount, YearLink
from pressgen.views.page import Page, PageType
from pressgen.views.profiles.encountered import Happening, HappeningGroup, Tally, say_counts, timeline

COLUMNS = 12
"""The most years on the ledger's first page: the latest. Earlier ones have a page for each decade."""

LONGEST = 50
"""The most encounters on the ledger's first page; if there are more, each year has a page of its own."""


@dataclass(frozen=True, slots=True)
class Span:
    """The years of one matrix, from the first to the last; `address_in` returns its address in a language."""

    first: int
    last: int
    newest: bool

    def address(self, places: Addresses, tag: str) -> Address:
        """Return the address of the matrix: the newest stands on the ledger's first page."""
        return places.ledger(tag) if self.newest else places.ledger_years(tag, self.first, self.last)

    @property
    def years(self) -> range:
        """The years, the earliest first."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class SideTallies:
    """A country or organisation, and its encounters by year."""

    side: Side
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The encounters of a cell through one channel: as many marks as there are, or one with their number."""

    marks: Markup
    count: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: its number, the channels, and the same in words; empty if there was no encounter."""

    number: str = ""
    split: tuple[Split, ...] = ()
    said: str = ""


MOST_MARKS = 4
"""Up to so many encounters of a cell have a mark each; of more, a channel has one mark with its number."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of the matrix: the side, its cells by year, and their sum."""

    name: Marked
    href: str
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year of the matrix, with the link to its encounters if they have a page."""

    year: str
    href: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A mark and the channel that it stands for."""

    mark: Markup
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries and organisations by years; `shared` says whether any encounter stands in several rows."""

    columns: tuple[YearColumn, ...]
    rows: tuple[MatrixRow, ...]
    sums: tuple[str, ...]
    legend: tuple[Legend, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class LedgerView:
    """What the template of the ledger may see; a year's page has no matrix."""

    heading: str
    count: int
    crumbs: tuple[Crumb, ...]
    matrix: Matrix | None
    spans: tuple[YearLink, ...]
    years: tuple[YearLink, ...]
    groups: tuple[HappeningGroup, ...]
    exports: tuple[ExportLink, ...]


def spans_of(years: Sequence[int]) -> tuple[Span, ...]:
    """Split the years of encounters into matrices: the newest years first, then one for each decade."""
    first, last = min(years), max(years)
    start = max(first, last - COLUMNS + 1)
    spans = [Span(start, last, newest=True)]
    while start > first:
        end = start - 1
        start = max(first, end - end % 10)
        if any(start <= year <= end for year in years):
            spans.append(Span(start, end, newest=False))
    return tuple(spans)


def ledger_page(  # noqa: PLR0913 - what the page is made from, by name
    facts: SiteFacts,
    language: str,
    *,
    span: Span,
    spans: tuple[Span, ...],
    sides: tuple[SideTallies, ...],
    years: tuple[YearCount, ...],
    happenings: tuple[Happening, ...],
) -> Page:
    """Write a page of the ledger: its matrix, and below it the newest of `happenings` if there are any.

    `sides` have only the encounters of the span; `years` count all encounters, the latest first.
    """
    here = Here(facts, language, span.address(facts.addresses, language))
    words, dates = here.words, _dates(span, here.words)
    paged = sum(year.count for year in years) > LONGEST
    ways = _year_ways(years, here) if paged else ()
    ledger = words.say("encounters")
    counts = {year.year: year.count for year in years}
    sums = tuple(counts.get(year, 0) for year in span.years)
    view = LedgerView(
        heading=ledger if span.newest else dates,
        count=sum(sums),
        crumbs=() if span.newest else (_crumb(here),),
        matrix=_matrix(span, sides, sums, here, {way.href for way in ways}),
        spans=_span_ways(spans, here) if len(spans) > 1 else (),
        years=ways,
        groups=timeline(happenings, here),
        exports=ledger_exports(facts, language, here.address),
    )
    return page_of(
        view,
        "ledger.html",
        here,
        type_=PageType.LEDGER,
        address_in=lambda tag: span.address(facts.addresses, tag),
        title=ledger if span.newest else words.say("profile-of-year", name=ledger, year=dates),
        description=words.say("encounters-count", view.count),
        exports=view.exports,
    )


def ledger_year_page(
    facts: SiteFacts, language: str, year: int, years: tuple[YearCount, ...], happenings: tuple[Happening, ...]
) -> Page:
    """Write the encounters of one year."""
    here = Here(facts, language, facts.addresses.ledger_year(language, year))
    words = here.words
    view = LedgerView(
        heading=words.year(year),
        count=len(happenings),
        crumbs=(_crumb(here),),
        matrix=None,
        spans=(),
        years=_year_ways(years, here),
        groups=timeline(happenings, here),
        exports=ledger_exports(facts, language, here.address),
    )
    return page_of(
        view,
        "ledger.html",
        here,
        type_=PageType.LEDGER,
        address_in=lambda tag: facts.addresses.ledger_year(tag, year),
        title=words.say("encounters-of-year", year=words.year(year)),
        description=words.say("encounters-count", view.count),
        exports=view.exports,
    )


def _matrix(span: Span, sides: Sequence[SideTallies], sums: Sequence[int], here: Here, linked: set[str]) -> Matrix:
    """Build the matrix of a span; its years lead to their encounters if they are among the `linked`.

    `sums` are the numbers of encounters in each year, each counted once.
    """
    words = here.words
    columns = []
    for year in span.years:
        target = here.to(here.places.ledger_year(here.tag, year))
        columns.append(YearColumn(words.digits(f"{year:04}"), target if target in linked else ""))
    tallies = [tally for side in sides for tally in side.tallies]
    used = [channel for place, channel in enumerate(Channel) if any(tally.counts[place] for tally in tallies)]
    rows = [_row(side, span, here) for side in sides]
    return Matrix(
        columns=tuple(columns),
        rows=tuple(sorted(rows, key=lambda row: (sort_key(here.tag, row.name.text), row.href))),
        sums=tuple(words.number(number) for number in (*sums, sum(sums))),
        legend=tuple(Legend(mark_of(channel), here.say(f"channel-{channel}")) for channel in used),
        shared=sum(tally.total for tally in tallies) > sum(sums),
    )


def _row(side: SideTallies, span: Span, here: Here) -> MatrixRow:
    by_year = {tally.year: tally for tally in side.tallies}
    return MatrixRow(
        name=here.side(side.side),
        href=here.to_side(side.side),
        cells=tuple(_cell(by_year[year], here.words) if year in by_year else Cell() for year in span.years),
        total=here.words.number(sum(tally.total for tally in side.tallies)),
    )


def _cell(tally: Tally, words: Language) -> Cell:
    """Build a cell with its number and its marks, which count the same."""
    each = tally.total <= MOST_MARKS
    split = tuple(
        Split(mark_of(channel) * count) if each else Split(mark_of(channel), words.number(count))
        for channel, count in zip(Channel, tally.counts, strict=True)
        if count
    )
    return Cell(words.number(tally.total), split, say_counts(tally.counts, words))


def _crumb(here: Here) -> Crumb:
    return Crumb(here.to(here.places.ledger(here.tag)), here.words.say("encounters"))


def _year_ways(years: Sequence[YearCount], here: Here) -> tuple[YearLink, ...]:
    return tuple(
        YearLink(here.to(target), here.words.year(year.year), year.count, target == here.address)
        for year in years
        for target in [here.places.ledger_year(here.tag, year.year)]
    )


def _span_ways(spans: Sequence[Span], here: Here) -> tuple[YearLink, ...]:
    return tuple(
        YearLink(here.to(target), _dates(span, here.words), 0, target == here.address)
        for span in spans
        for target in [span.address(here.places, here.tag)]
    )


def _dates(span: Span, words: Language) -> str:
    first, last = (words.digits(f"{year:04}") for year in (span.first, span.last))
    return first if first == last else f"{first}–{last}"
