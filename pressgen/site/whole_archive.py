"""Say which files have the whole archive for programs: its years as JSON Lines, and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pressgen import addresses
from pressgen.addresses import Address, Addresses
from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.views.export_links import YearFiles

MOST_LINES = 1000
"""The most releases of a file of JSON Lines, some 12 MB uncompressed: a year with more has a file for each month."""

MOST_ROWS = 10_000
"""The most editions of a table, some 11 MB: where there are more, it holds the latest years."""


def files_by_year(by_year: Mapping[int, Sequence[Release]], places: Addresses) -> Mapping[int, YearFiles]:
    """Return for each year, the latest first, the files of its lines and the table that has its rows."""
    tables = _tables(by_year, places)
    return FrozenMap(
        (year, YearFiles(_lines(year, releases, places), table))
        for (year, releases), table in zip(by_year.items(), tables, strict=True)
    )


def _lines(year: int, releases: Sequence[Release], places: Addresses) -> tuple[Address, ...]:
    if len(releases) <= MOST_LINES:
        return (places.lines(year),)
    return tuple(places.lines(year, month) for month in dict.fromkeys(one.record.day.month for one in releases))


def _tables(by_year: Mapping[int, Sequence[Release]], places: Addresses) -> Iterator[Address]:
    """Name the table of each year: the latest years, as many as fit, have one; each of the earlier has its own."""
    rows, together = 0, True
    for year, releases in by_year.items():
        rows += sum(len(release.editions) for release in releases)
        together = together and (rows <= MOST_ROWS or not year < max(by_year))
        yield addresses.TABLE if together else places.table(year)
