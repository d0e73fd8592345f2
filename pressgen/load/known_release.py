"""What is known of the files of one id: the release that they are, and what checks between releases need of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pressgen.model import Release
from pressgen.problems import Place, Problem


class OlderAddress(NamedTuple):
    """An older address as an edition's file writes it, and where."""

    text: str
    place: Place


class KnownEdition(NamedTuple):
    """An edition's file: its path, its language, the line and column of each reference, and its older addresses."""

    path: str
    language: str
    spots: tuple[tuple[int, int], ...]
    older: tuple[OlderAddress, ...]


class ReleaseNumber(NamedTuple):
    """A release's number: as printed, as compared, and where it stands."""

    printed: str
    folded: str
    place: Place


class NamedRelease(NamedTuple):
    """A release that another replaces or corrects: the key, its id, where it stands, and what that is called."""

    key: str
    other: str
    place: Place
    where: str


class NamedCountry(NamedTuple):
    """A country that only the register or the letterhead can have a name for, and where a release has its code."""

    code: str
    place: Place


class DayProblems(NamedTuple):
    """Problems that depend on the day of the build: they hold from one day to the day before another."""

    problems: tuple[Problem, ...] = ()
    since: date = date.min
    until: date = date.max

    def hold(self, today: date | None) -> bool:
        """Return whether they are those of a day; where no day is known, they are those of none."""
        return today is None or self.since <= today < self.until


class KnownRelease(NamedTuple):
    """What is known of the files of one id, light enough to be kept in memory for a whole archive.

    `release` is nothing where the files are no release, or its id can be no address. `editions` are the files of the
    release, the original's first; without a release there are none. `problems` are all that its files, the register
    and its surroundings tell of, without `day_problems`. `ignored` are the warnings that each file switches off, by its
    path. `named` are the releases that it replaces or corrects.
    """

    id: str
    taken: frozenset[str]
    release: Release | None
    editions: tuple[KnownEdition, ...]
    problems: tuple[Problem, ...]
    day_problems: DayProblems
    ignored: tuple[tuple[str, tuple[str, ...]], ...]
    number: ReleaseNumber | None = None
    named: tuple[NamedRelease, ...] = ()
    countries: tuple[NamedCountry, ...] = ()

    @property
    def path(self) -> str:
        """The path of the original's file."""
        return self.editions[0].path
