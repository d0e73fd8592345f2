"""What the archive holds on each subject: its releases, how many there are in each year, and its encounters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressgen.archive.encounters import Encounter
from pressgen.archive.relations import Relations
from pressgen.model import Register, Release, Side
from pressgen.model.groups import PEOPLE, Subject
from pressgen.model.register import parent_of


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the archive holds on one subject, the newest first.

    `releases` are those that its profile lists, `all` has the withdrawn among them: a feed says of these that they are
    withdrawn. `encounters` are those with a country or organisation; of a person, those in which they took part.
    `wider` is the id of what it belongs to and `narrower` are those of what belongs to it, as far as they have
    releases.
    """

    subject: Subject
    releases: tuple[Release, ...]
    all: tuple[Release, ...]
    encounters: tuple[Encounter, ...] = ()
    wider: str = ""
    narrower: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """Each year with the number of its releases, the latest first."""
        return tuple(Counter(release.record.day.year for release in self.releases).items())

    @property
    def last(self) -> Encounter | None:
        """The latest encounter, if there was any."""
        return next(iter(self.encounters), None)


def holdings_of(
    releases: Sequence[Release],
    relations: Mapping[str, Relations],
    encounters: Iterable[Encounter],
    register: Register,
) -> Mapping[Subject, Holdings]:
    """Gather what the archive holds on every subject of a release, in the order of groups' names and of ids.

    `releases` and `encounters` have the newest first.
    """
    all_: dict[Subject, list[Release]] = {}
    for release in releases:
        for subject in relations[release.id].subjects:
            all_.setdefault(subject, []).append(release)
    listed = {
        subject: tuple(release for release in found if not release.record.is_withdrawn)
        for subject, found in all_.items()
    }
    parents = {
        subject: parent_of(register.entries(subject.group).get(subject.id)) if subject.group.nested else ""
        for subject, found in listed.items()
        if found
    }
    narrower: dict[Subject, list[str]] = {}
    for subject, parent in parents.items():
        if parent:
            narrower.setdefault(Subject(subject.group, parent), []).append(subject.id)
    with_side: dict[Side, list[Encounter]] = {}
    for encounter in encounters:
        for side in encounter.sides:
            with_side.setdefault(side, []).append(encounter)

    def of_subject(subject: Subject) -> Iterator[Encounter]:
        if subject.side != Side():
            return iter(with_side.get(subject.side, ()))
        ids = (release.id for release in listed[subject]) if subject.group is PEOPLE else ()
        reported = (encounter for id_ in ids if (encounter := relations[id_].encounter))
        return iter(sorted(reported, key=lambda encounter: encounter.start, reverse=True))

    return {
        subject: Holdings(
            subject,
            listed[subject],
            tuple(all_[subject]),
            tuple(of_subject(subject)),
            parents.get(subject, ""),
            tuple(sorted(narrower.get(subject, ()))),
        )
        for subject in sorted(all_)
    }
