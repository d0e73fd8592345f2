"""Declare a list for machines as one file, or as one for each year where it is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Generic, TypeVar

from pressgen import addresses
from pressgen.addresses import Address, Addresses
from pressgen.exports import Year, encounters
from pressgen.model.frozen import FrozenMap
from pressgen.site.output import Call, FileOutput

Entry = TypeVar("Entry")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class DataPart(Generic[Entry]):
    """What one file lists: its pages by language, how many entries its years have, and those that stand in it."""

    pages: Mapping[str, Address]
    count: int
    years: tuple[Year, ...]
    entries: tuple[Entry, ...]

    def having(self, entries: Iterable[Other]) -> DataPart[Other]:
        """Return the same part with other entries, in the same order."""
        return DataPart(self.pages, self.count, self.years, tuple(entries))


@dataclass(frozen=True)
class DataList(Generic[Entry]):
    """A list for machines: its entries with the latest first, their years, and where its pages are."""

    entries: Sequence[Entry]
    year_of: Callable[[Entry], int]
    page: Callable[[str], Address]
    year_page: Callable[[str, int], Address]

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Entry, ...]]:
        """The entries of each year."""
        return {year: tuple(group) for year, group in groupby(self.entries, key=self.year_of)}

    @property
    def is_cut(self) -> bool:
        """True if there are too many entries for one file, so that each year has its own."""
        return len(self.entries) > encounters.MOST

    def outputs(
        self, year: int | None, places: Addresses, content: Callable[[DataPart[Entry]], Call[bytes]]
    ) -> Iterator[FileOutput]:
        """Declare the file of the list, or that of a year; `content` is what a file of a part holds."""
        first = places.languages[0]
        if year is None:
            page, part = self.page(first), self._whole(places)
        else:
            page, part = self.year_page(first, year), self._of_year(year, places)
        yield FileOutput(addresses.file_of(places.data(page)), content(part))

    def _whole(self, places: Addresses) -> DataPart[Entry]:
        first = places.languages[0]
        years = tuple(
            Year(year, len(of_year), places.data(self.year_page(first, year)) if self.is_cut else None)
            for year, of_year in self.by_year.items()
        )
        pages = FrozenMap((tag, self.page(tag)) for tag in places.languages)
        return DataPart(pages, len(self.entries), years, () if self.is_cut else tuple(self.entries))

    def _of_year(self, year: int, places: Addresses) -> DataPart[Entry]:
        entries = self.by_year[year]
        pages = FrozenMap((tag, self.year_page(tag, year)) for tag in places.languages)
        return DataPart(pages, len(entries), (Year(year, len(entries)),), entries)
