"""Add to encounters what pages show of them: the place, and who spoke for the other sides."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.archive import Archive, Encounter
from pressgen.model import Event, Release, Side
from pressgen.model.groups import PEOPLE, Subject
from pressgen.views.profiles import Happening

SPOKESPEOPLE = 3
"""How many people of the other sides the ledger names."""


def happening(archive: Archive, encounter: Encounter) -> Happening:
    """Add to an encounter its place and those who spoke for the other sides."""
    event = archive.by_id[encounter.release].record.event or Event()
    people = [person for person in archive.people[encounter.release] if person.side in encounter.sides]
    return Happening(encounter, event.place, tuple(people[:SPOKESPEOPLE]))


def happenings_of(archive: Archive, subject: Subject, releases: Iterable[Release]) -> tuple[Happening, ...]:
    """List the encounters that some releases report with a country, an organisation or a person, the latest first."""
    side = subject.side
    if side == Side() and subject.group is not PEOPLE:
        return ()
    reported = (archive.relations[release.id].encounter for release in releases)
    encounters = [one for one in reported if one and (side == Side() or side in one.sides)]
    encounters.sort(key=lambda encounter: (encounter.start, archive.place[encounter.release]), reverse=True)
    return tuple(happening(archive, encounter) for encounter in encounters)
