"""The people who took part in releases: who stood for each side of a relationship, and whom a person met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pressgen.archive.encounters import Channel, channel_of, is_announced
from pressgen.archive.holdings import Holdings
from pressgen.archive.relations import Relations
from pressgen.model import Participant, Phrase, Release, Side
from pressgen.model.groups import PEOPLE
from pressgen.text.folding import fold


@dataclass(frozen=True, slots=True)
class Individual:
    """A person who took part in releases, as in the last of them.

    `languages` are those of that release's editions. `met` is the day of the latest event that they took part in, or of
    a release that tells of none; `times` counts the releases.
    """

    participant: Participant
    languages: tuple[str, ...]
    met: date
    times: int = 1

    @property
    def person(self) -> str:
        """The id in the register, or an empty text."""
        return self.participant.person

    @property
    def side(self) -> Side:
        """Whom they stood for."""
        return self.participant.side

    @property
    def key(self) -> object:
        """What makes two participants one person: the register's id, or else the name and whom they stand for."""
        return self.person or (fold(next(iter(self.participant.name), Phrase("", "")).text), self.side)


@dataclass(frozen=True, slots=True)
class Company:
    """Who met whom, each person once and those who took part last first.

    Of a country or organisation `theirs` are those who stood for it, and `ours` those who stood for us. Of a person
    `others` are those whom they met, and `sides` the countries and organisations that they met, with how often.
    """

    theirs: tuple[Individual, ...] = ()
    ours: tuple[Individual, ...] = ()
    others: tuple[Individual, ...] = ()
    sides: tuple[tuple[Side, int], ...] = ()

    @property
    def people(self) -> tuple[Individual, ...]:
        """All of them."""
        return self.theirs + self.ours + self.others


def individuals(release: Release) -> Iterator[Individual]:
    """List those who took part in a release and have a name."""
    event = release.record.event
    # Of an event that is only announced nobody has taken part yet.
    met = event.start if event and event.start and not is_announced(release.record) else release.record.day
    languages = tuple(release.editions)
    return (Individual(one, languages, met) for one in release.record.participants if one.name or one.person)


def each_once(mentions: Iterable[Individual]) -> tuple[Individual, ...]:
    """List each person once, as of the first of their mentions; mentions are in order of time, the latest first."""
    people: dict[object, Individual] = {}
    for one in mentions:
        known = people.get(one.key)
        people[one.key] = replace(known, met=max(known.met, one.met), times=known.times + 1) if known else one
    return tuple(people.values())


def company_of(
    holdings: Holdings, relations: Mapping[str, Relations], people: Mapping[str, tuple[Individual, ...]]
) -> Company:
    """Say who met whom in the releases of a subject; `relations` and `people` are those of each release, by its id."""
    if holdings.subject.group is PEOPLE:
        return _of_person(holdings, relations, people)
    side = holdings.subject.side
    if side == Side():
        return Company()
    together = [release.id for release in holdings.releases if side in relations[release.id].met]
    return Company(
        theirs=each_once(one for id_ in together for one in people[id_] if one.side == side),
        ours=each_once(one for id_ in together for one in people[id_] if one.side == relations[id_].own != Side()),
    )


def _of_person(
    holdings: Holdings, relations: Mapping[str, Relations], people: Mapping[str, tuple[Individual, ...]]
) -> Company:
    sides: Counter[Side] = Counter()
    others: list[Individual] = []
    for release in holdings.releases:
        if channel_of(release) in (None, Channel.WRITTEN):
            continue
        present = people[release.id]
        own = {one.side for one in present if one.person == holdings.subject.id} | {Side()}
        others += [one for one in present if one.person != holdings.subject.id and one.side not in own]
        sides.update(side for side in relations[release.id].met if side not in own)
    return Company(others=each_once(others), sides=tuple(sorted(sides.items())))
