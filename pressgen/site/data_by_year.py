"""Declare a list for machines as one file, or as one for each year where it is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from pressgen import addresses
from pressgen.addresses import Address, Addresses
from pressgen.exports import Year, encounters
from pressgen.model.frozen import FrozenMap
from pressgen.site.output import Call, FileOutput

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class DataPart(Generic[Entry]):
    """What one file lists: its pages by language, how many entries its years have, and those that stand in it."""

    pages: Mapping[str, Address]
    count: int
    years: tuple[Year, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DataList(Generic[Entry]):
    """A list for machines: its entries with the latest first, their years, and where its pages are."""

    entries: Sequence[Entry]
    year_of: Callable[[Entry], int]
    page: Callable[[str], Address]
    year_page: Callable[[str, int], Address]

    def outputs(self, places: Addresses, content: Callable[[DataPart[Entry]], Call[bytes]]) -> Iterator[FileOutput]:
        """Declare the file of the list, and one for each year if it has too many entries for one."""
        tags, entries = places.languages, tuple(self.entries)
        by_year = {year: tuple(group) for year, group in groupby(entries, key=self.year_of)}
        cut = len(entries) > encounters.MOST

        def path(page: Address) -> str:
            return addresses.file_of(places.data(page))

        years = tuple(
            Year(year, len(of_year), places.data(self.year_page(tags[0], year)) if cut else None)
            for year, of_year in by_year.items()
        )
        pages = FrozenMap((tag, self.page(tag)) for tag in tags)
        whole = DataPart(pages, len(entries), years, () if cut else entries)
        yield FileOutput(path(self.page(tags[0])), content(whole))
        for year, of_year in by_year.items() if cut else ():
            pages = FrozenMap((tag, self.year_page(tag, year)) for tag in tags)
            part = DataPart(pages, len(of_year), (Year(year, len(of_year)),), of_year)
            yield FileOutput(path(self.year_page(tags[0], year)), content(part))
