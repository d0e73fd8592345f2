"""What the archive knows of each subject: its releases go in, encounters, people and counts come out as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pressgen.archive import Archive, Channel, Encounter, Holdings
from pressgen.archive.encounters import channel_of
from pressgen.model import Event, Release, Side
from pressgen.model.groups import PEOPLE, Subject
from pressgen.views.listing import YearCount
from pressgen.views.profiles import Happening, Individual, Known, gathered, individuals, tallies_of

SPOKESPEOPLE = 3
"""How many people of the other side a timeline names."""


@dataclass(frozen=True)
class Gathering:
    """The archive as profiles and the ledger need it, each index made once."""

    archive: Archive

    @property
    def until(self) -> int:
        """The latest year of the archive."""
        return max(self.archive.by_year)

    @cached_property
    def people_in(self) -> Mapping[str, tuple[Individual, ...]]:
        """The people who took part in each listed release."""
        return {release.id: tuple(individuals(release)) for release in self.archive.listed}

    def known(self, holdings: Holdings) -> Known:
        """Say what the archive knows of a subject, as its profile shows it."""
        subject = holdings.subject
        if subject.side != Side():
            return self._relationship(holdings)
        if subject.group is PEOPLE:
            return self._person(holdings)
        counts = {
            id_: len(self.archive.holdings[Subject(subject.group, id_)].releases)
            for id_ in (holdings.wider, *holdings.narrower)
            if id_
        }
        return Known(
            years_of(holdings),
            self.until,
            wider=tuple((id_, count) for id_, count in counts.items() if id_ == holdings.wider),
            narrower=tuple((id_, counts[id_]) for id_ in holdings.narrower),
        )

    def happenings(self, subject: Subject, releases: Iterable[Release]) -> tuple[Happening, ...]:
        """Give the encounters with a country or organisation that these releases report, the latest first."""
        if subject.side == Side():
            return ()
        found = [
            self.happening(one)
            for release in releases
            for one in self.archive.relations[release.id].encounters
            if one.side == subject.side
        ]
        place = self.archive.place
        return tuple(sorted(found, key=lambda one: (one.encounter.start, place[one.encounter.release]), reverse=True))

    def happening(self, one: Encounter) -> Happening:
        """Give an encounter with its place and those who spoke for the other side."""
        event = self.archive.by_id[one.release].record.event or Event()
        people = [person for person in self.people_in[one.release] if person.side == one.side]
        return Happening(one, event.place, tuple(people[:SPOKESPEOPLE]))

    def roles(self, subject: Subject, releases: Iterable[Release]) -> Mapping[str, Individual] | None:
        """Give a person as each of these releases prints them."""
        if subject.group is not PEOPLE:
            return None
        return {
            release.id: person
            for release in releases
            for person in self.people_in[release.id]
            if person.person == subject.id
        }

    def _relationship(self, holdings: Holdings) -> Known:
        side, releases = holdings.subject.side, holdings.releases
        together = [release for release in releases if side in self.archive.relations[release.id].met]
        return Known(
            years_of(holdings),
            self.until,
            tallies=tallies_of(holdings.encounters),
            last=holdings.last,
            theirs=gathered(person for person in self._people(together) if person.side == side),
            ours=gathered(self._ours(together)),
            dated=any(release.record.event and release.record.event.start for release in releases),
        )

    def _people(self, releases: Iterable[Release]) -> Iterator[Individual]:
        for release in releases:
            yield from self.people_in[release.id]

    def _ours(self, releases: Iterable[Release]) -> Iterator[Individual]:
        """Give those who stood for the side that the release speaks for."""
        for release in releases:
            own = self.archive.relations[release.id].own
            yield from (one for one in self.people_in[release.id] if own != Side() and one.side == own)

    def _person(self, holdings: Holdings) -> Known:
        id_ = holdings.subject.id
        sides: Counter[Side] = Counter()
        others: list[Individual] = []
        for release in holdings.releases:
            if channel_of(release) in (None, Channel.WRITTEN):
                continue
            people = self.people_in[release.id]
            own = {one.side for one in people if one.person == id_} | {Side()}
            others += [one for one in people if one.person != id_ and one.side not in own]
            sides.update(side for side in self.archive.relations[release.id].met if side not in own)
        return Known(
            years_of(holdings),
            self.until,
            tallies=tallies_of(holdings.encounters),
            last=holdings.last,
            met=tuple(sorted(sides.items())),
            met_people=gathered(others),
        )


def years_of(holdings: Holdings) -> tuple[YearCount, ...]:
    """Count the releases of a subject by year, the latest first."""
    return tuple(YearCount(year, count) for year, count in holdings.years)
