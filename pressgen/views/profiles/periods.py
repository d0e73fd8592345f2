"""Cut a long profile into periods, each with a page of its own: decades, or years where a decade has many releases."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from pressgen.languages import Language
from pressgen.views.lists.listing import YearCount

LONG = 150
"""The most releases that a profile lists on one page; with more, they stand on pages of their own."""

LONGEST = 400
"""The most releases of a page of several years."""

NEWEST = 20
"""How many releases a profile lists itself if its periods have pages of their own."""

Released = TypeVar("Released")


class Period(NamedTuple):
    """The years from `first` to `last`: one, or a whole decade, so that the address of its page stays."""

    first: int
    last: int

    def named(self, words: Language) -> str:
        """Write the period in a language."""
        if self.first == self.last:
            return words.year(self.first)
        return "–".join(words.digits(f"{year:04}") for year in self)

    def holds(self, year: int) -> bool:
        """Whether a year is in it."""
        return self.first <= year <= self.last


def on_own_page(releases: Sequence[Released]) -> Sequence[Released]:
    """Return which of the releases of a subject stand on its own page: all, or the newest of many."""
    return releases[:NEWEST] if len(releases) > LONG else releases


def periods_of(years: Sequence[YearCount]) -> tuple[Period, ...]:
    """Return the periods of a profile whose years have so many releases; none if one page has them all."""
    if sum(year.count for year in years) <= LONG:
        return ()
    periods: list[Period] = []
    for decade, group in groupby(years, key=lambda year: year.year // 10 * 10):
        of_decade = tuple(group)
        if sum(year.count for year in of_decade) <= LONGEST:
            periods.append(Period(decade, decade + 9))
        else:
            periods += (Period(year.year, year.year) for year in of_decade)
    return tuple(periods)
