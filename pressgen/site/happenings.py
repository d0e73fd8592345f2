"""Add to encounters what pages show of them: the place, and who spoke for the other side."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.archive import Archive, Encounter
from pressgen.model import Event, Release, Side
from pressgen.views.profiles import Happening

SPOKESPEOPLE = 3
"""How many people of the other side the ledger names."""


def happening(archive: Archive, encounter: Encounter) -> Happening:
    """Add to an encounter its place and those who spoke for the other side."""
    event = archive.by_id[encounter.release].record.event or Event()
    people = [person for person in archive.people[encounter.release] if person.side == encounter.side]
    return Happening(encounter, event.place, tuple(people[:SPOKESPEOPLE]))


def happenings_with(archive: Archive, side: Side, releases: Iterable[Release]) -> tuple[Happening, ...]:
    """List the encounters with a side that some releases report, the latest first."""
    reported = (encounter for release in releases for encounter in archive.relations[release.id].encounters)
    encounters = [encounter for encounter in reported if encounter.side == side]
    encounters.sort(key=lambda encounter: (encounter.start, archive.place[encounter.release]), reverse=True)
    return tuple(happening(archive, encounter) for encounter in encounters)
