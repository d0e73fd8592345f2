"""What the archive knows of each subject: its releases go in, encounters, people and counts come out as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressgen.archive import Archive, Channel, Encounter
from pressgen.archive.encounters import channel_of
from pressgen.model import Event, Release, Side
from pressgen.model.groups import COUNTRIES, KINDS, ORGANISATIONS, PEOPLE, TOPICS, Group, Subject
from pressgen.views.listing import YearCount
from pressgen.views.profiles import Happening, Individual, Known, Member, gathered, individuals, tallies_of

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
    def groups(self) -> Mapping[Group, Mapping[str, tuple[Release, ...]]]:
        """The releases of each subject of each group; people and topics are those of the register."""
        archive = self.archive
        return {
            COUNTRIES: archive.by_country,
            ORGANISATIONS: archive.by_organisation,
            TOPICS: archive.by_topic,
            KINDS: {kind.value: releases for kind, releases in archive.by_kind.items()},
            PEOPLE: {id_: releases for id_, releases in archive.by_person.items() if id_ in archive.register.people},
        }

    def member(self, subject: Subject, releases: Sequence[Release]) -> Member:
        """Give what the list of a group shows of a subject."""
        last: Encounter | None = None
        if subject.side != Side():
            last = next(iter(self.encounters_with.get(subject.side, ())), None)
        elif subject.group is PEOPLE:
            last = next(iter(self._of_person(releases)), None)
        topic = self.archive.register.topics.get(subject.id) if subject.group is TOPICS else None
        return Member(subject.id, len(releases), last, topic.parent if topic else "")

    @cached_property
    def encounters_with(self) -> Mapping[Side, tuple[Encounter, ...]]:
        """Every encounter with each side, the latest first."""
        found: dict[Side, list[Encounter]] = {}
        for one in self.archive.encounters:
            found.setdefault(one.side, []).append(one)
        return {side: tuple(ones) for side, ones in found.items()}

    @cached_property
    def _encounters_in(self) -> Mapping[str, tuple[Encounter, ...]]:
        found: dict[str, list[Encounter]] = {}
        for one in self.archive.encounters:
            found.setdefault(one.release, []).append(one)
        return {release: tuple(ones) for release, ones in found.items()}

    @cached_property
    def people_in(self) -> Mapping[str, tuple[Individual, ...]]:
        """The people who took part in each listed release."""
        return {release.id: tuple(individuals(release)) for release in self.archive.listed}

    def known(self, subject: Subject, releases: Sequence[Release]) -> Known:
        """Give what the archive knows of a subject with these releases, the newest first."""
        years = tuple(
            YearCount(year, count) for year, count in Counter(release.record.day.year for release in releases).items()
        )
        if subject.side != Side():
            return self._relationship(subject.side, releases, years)
        if subject.group is PEOPLE:
            return self._person(subject.id, releases, years)
        if subject.group is TOPICS:
            return self._topic(subject.id, years)
        return Known(years, self.until)

    def happenings(self, subject: Subject, releases: Iterable[Release]) -> tuple[Happening, ...]:
        """Give the encounters with a country or organisation that these releases report, the latest first."""
        if subject.side == Side():
            return ()
        found = [
            self.happening(one)
            for release in releases
            for one in self._encounters_in.get(release.id, ())
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

    def _relationship(self, side: Side, releases: Sequence[Release], years: tuple[YearCount, ...]) -> Known:
        encounters = self.encounters_with.get(side, ())
        together = [release for release in releases if side in self.archive.met(release)]
        return Known(
            years,
            self.until,
            tallies=tallies_of(encounters),
            last=encounters[0] if encounters else None,
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
            own = self.archive.own(release)
            yield from (one for one in self.people_in[release.id] if own != Side() and one.side == own)

    def _of_person(self, releases: Iterable[Release]) -> Iterator[Encounter]:
        """Give the events that a person took part in, one for each release."""
        for release in releases:
            found = self._encounters_in.get(release.id, ())
            if found:
                yield found[0]

    def _person(self, id_: str, releases: Sequence[Release], years: tuple[YearCount, ...]) -> Known:
        sides: Counter[Side] = Counter()
        others: list[Individual] = []
        for release in releases:
            if channel_of(release) in (None, Channel.WRITTEN):
                continue
            people = self.people_in[release.id]
            own = {one.side for one in people if one.person == id_} | {Side()}
            others += [one for one in people if one.person != id_ and one.side not in own]
            sides.update(side for side in self.archive.met(release) if side not in own)
        encounters = tuple(self._of_person(releases))
        return Known(
            years,
            self.until,
            tallies=tallies_of(encounters),
            last=encounters[0] if encounters else None,
            met=tuple(sorted(sides.items())),
            met_people=gathered(others),
        )

    def _topic(self, id_: str, years: tuple[YearCount, ...]) -> Known:
        topics, counts = self.archive.register.topics, self.archive.by_topic
        parent = topics[id_].parent if id_ in topics else ""
        narrower = self._below.get(id_, ())
        return Known(
            years,
            self.until,
            wider=((parent, len(counts[parent])),) if parent in counts else (),
            narrower=tuple((below, len(counts[below])) for below in narrower),
        )

    @cached_property
    def _below(self) -> Mapping[str, tuple[str, ...]]:
        """The topics below each topic that have releases."""
        found: dict[str, list[str]] = {}
        for id_ in self.archive.by_topic:
            topic = self.archive.register.topics.get(id_)
            if topic and topic.parent:
                found.setdefault(topic.parent, []).append(id_)
        return {parent: tuple(ids) for parent, ids in found.items()}
