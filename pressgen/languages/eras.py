"""Counts years in the eras that official dates use: the Buddhist era, reigns, the Republic of China."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

BUDDHIST = 543
"""The years by which the Buddhist era, as Thailand counts it, is ahead of the common era."""


@dataclass(frozen=True, slots=True)
class Era:
    """An era in which a language counts years.

    `name`: as dates have it (`令和`, `พ.ศ.`). `begins`: its first day; the calendar year of that day is its year 1. An
    era without a first day is `ahead` of the common era by so many years. `first`: what its year 1 is called, if not by
    its number (`元`).
    """

    name: str
    begins: dt.date | None = None
    ahead: int = 0
    first: str = ""

    def year(self, day: dt.date) -> str:
        """Return the number, or the name, of the era's year that a day is in."""
        year = day.year + self.ahead_by
        return self.first if self.first and year == 1 else str(year)

    @property
    def ahead_by(self) -> int:
        """The years to add to a year of the common era; negative for an era that began later."""
        return 1 - self.begins.year if self.begins else self.ahead


def era_of(eras: Sequence[Era], day: dt.date) -> Era | None:
    """Return the last of the `eras` that had begun on a day, or None if none had."""
    begun = [era for era in eras if era.begins is None or era.begins <= day]
    return max(begun, key=lambda era: era.begins or dt.date.min, default=None)
