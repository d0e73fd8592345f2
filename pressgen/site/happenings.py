"""Encounters as pages show them: with their place, and with those who spoke for the other side."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.archive import Archive, Encounter
from pressgen.model import Event, Release, Side
from pressgen.views.profiles import Happening

SPOKESPEOPLE = 3
"""How many people of the other side a timeline names."""


def happening(archive: Archive, encounter: Encounter) -> Happening:
    """Add to an encounter its place and those who spoke for the other side."""
    event = archive.by_id[encounter.release].record.event or Event()
    people = [person for person in archive.people[encounter.release] if person.side == encounter.side]
    return Happening(encounter, event.place, tuple(people[:SPOKESPEOPLE]))


def happenings_with(archive: Archive, side: Side, releases: Iterable[Release]) -> tuple[Happening, ...]:
    """List the encounters with a side that some releases report, the latest first."""
    encounters = [one for release in releases for one in archive.relations[release.id].encounters if one.side == side]
    latest_first = sorted(encounters, key=lambda one: (one.start, archive.place[one.release]), reverse=True)
    return tuple(happening(archive, one) for one in latest_first)
