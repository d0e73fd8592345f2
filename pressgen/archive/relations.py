"""What the archive knows of each release beyond its own text, decided once for all that show it.

Whose side it speaks for and whom it is with, what it belongs to, which releases correct, replace and follow it, and
which encounter it reports.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from pressgen.archive.encounters import Encounter, encounter_of
from pressgen.archive.sides import Parties, parties_of
from pressgen.model import Register, Release, Side
from pressgen.model.groups import GROUPS, KINDS, PEOPLE, Group, Membership, Subject, subject_of
from pressgen.model.register import parent_of

K = TypeVar("K", bound=Hashable)
NOBODY = Side()


@dataclass(frozen=True, slots=True)
class Relations:
    """What the archive knows of one release.

    `own` is the side that it speaks for; `met` are those that took part or issued it with us, `about` those that it
    names besides. `named` are the subjects that it names, `subjects` the same with the wider ones that these belong to.
    The others are ids of releases. `earlier` and `later` are those before and after it with its `companion`, which is
    its partner if it has one alone; they are empty where there is none. `encounter` is what it reports, unless
    a later release replaces it.
    """

    own: Side = NOBODY
    met: tuple[Side, ...] = ()
    about: tuple[Side, ...] = ()
    named: tuple[Subject, ...] = ()
    subjects: tuple[Subject, ...] = ()
    related: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()
    companion: Side = NOBODY
    earlier: str = ""
    later: str = ""
    encounter: Encounter | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        """Whom the release is with, then whom else it is about, but for our own side."""
        return self.met + self.about

    @property
    def partners(self) -> tuple[Side, ...]:
        """Whom a list says that the release is with: who took part, or else whom it is about."""
        return self.met or self.about

    def ids_in(self, group: Group) -> tuple[str, ...]:
        """Return the ids of what the release belongs to in a group, each followed by the wider ones."""
        return tuple(subject.id for subject in self.subjects if subject.group is group)


def relations_of(releases: Sequence[Release], register: Register, owner: Side) -> Mapping[str, Relations]:
    """Decide the relations of each release of an archive, by its id; `releases` are in order, the newest first."""
    listed = [release for release in releases if not release.record.is_withdrawn]
    parties = {release.id: parties_of(release, owner) for release in releases}
    superseded_by = _reversed((release.record.supersedes, release.id) for release in reversed(releases))
    corrected_by = _reversed((release.record.corrects, release.id) for release in reversed(releases))
    replaced = {id_ for release in listed for id_ in release.record.supersedes}
    companies = _Companies(listed, parties)
    wider = _Wider(register)

    def relations(release: Release) -> Relations:
        record, id_ = release.record, release.id
        own, met, about = parties[id_]
        named = tuple(dict.fromkeys(_named(release, met + about, register)))
        reported = not record.is_withdrawn and id_ not in replaced
        companion, earlier, later = companies.of(release)
        return Relations(
            own=own,
            met=met,
            about=about,
            named=named,
            subjects=tuple(dict.fromkeys(chain.from_iterable(map(wider.of, named)))),
            related=record.related,
            supersedes=record.supersedes,
            superseded_by=superseded_by.get(id_, ()),
            corrects=record.corrects,
            corrected_by=corrected_by.get(id_, ()),
            companion=companion,
            earlier=earlier,
            later=later,
            encounter=encounter_of(release, met) if reported else None,
        )

    return {release.id: relations(release) for release in releases}


def grouped(items: Iterable[Release], keys: Callable[[Release], Iterable[K]]) -> Mapping[K, tuple[Release, ...]]:
    """Group releases by the `keys` of each, in their order."""
    lists: dict[K, list[Release]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            lists.setdefault(key, []).append(item)
    return {key: tuple(under) for key, under in lists.items()}


def _named(release: Release, with_: Iterable[Side], register: Register) -> Iterator[Subject]:
    """List what a release names: its kind, its sides, what its record lists, and the people of the register."""
    record = release.record
    yield Subject(KINDS, record.kind.value)
    yield from map(subject_of, with_)
    for group in GROUPS:
        if group.by is Membership.RECORD and group is not KINDS:
            ids: tuple[str, ...] = getattr(record, group.key)
            yield from (Subject(group, id_) for id_ in ids)
    for participant in release.record.participants:
        if participant.person in register.people:
            yield Subject(PEOPLE, participant.person)


class _Wider:
    """Lists subjects with those that they belong to, each once however many releases name it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[Subject, tuple[Subject, ...]] = {}

    def of(self, subject: Subject) -> tuple[Subject, ...]:
        """List a subject and those that it belongs to, the narrowest first."""
        found = self._known.get(subject)
        if found is None:
            found = self._known[subject] = tuple(self._listed(subject))
        return found

    def _listed(self, subject: Subject) -> Iterator[Subject]:
        entries = self._register.entries(subject.group) if subject.group.nested else {}
        seen: set[str] = set()
        id_ = subject.id
        while id_ and id_ not in seen:
            seen.add(id_)
            yield Subject(subject.group, id_)
            id_ = parent_of(entries.get(id_))


class _Companies:
    """Finds the releases before and after a listed one with the same partner."""

    def __init__(self, listed: Sequence[Release], parties: Mapping[str, Parties]) -> None:
        self._parties = parties
        self._with = grouped(listed, lambda release: parties[release.id].met + parties[release.id].about)
        self._places = {
            (side, release.id): place
            for side, releases in self._with.items()
            for place, release in enumerate(releases)
        }  # fmt: skip

    def of(self, release: Release) -> tuple[Side, str, str]:
        """Return the only partner of a listed release, and the ids of what came before and after with that side.

        Of several partners none is the reader's, so that a release has no neighbours then.
        """
        parties = self._parties[release.id]
        partners = parties.met or parties.about
        side = partners[0] if len(partners) == 1 else NOBODY
        releases, place = self._with.get(side, ()), self._places.get((side, release.id))
        if place is None:
            return NOBODY, "", ""
        earlier = releases[place + 1].id if place + 1 < len(releases) else ""
        return side, earlier, releases[place - 1].id if place else ""


def _reversed(relations: Iterable[tuple[tuple[str, ...], str]]) -> Mapping[str, tuple[str, ...]]:
    sources: dict[str, list[str]] = {}
    for targets, source in relations:
        for target in targets:
            sources.setdefault(target, []).append(source)
    return {target: tuple(ids) for target, ids in sources.items()}
