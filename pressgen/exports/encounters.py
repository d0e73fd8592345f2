"""The ledger and the calendar as JSON, for all languages: all encounters, and all events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from pressgen.addresses import Address
from pressgen.archive import Channel
from pressgen.exports.data import Places, data_file
from pressgen.exports.encounter_shapes import EncounterShape, EventsShape, HeldShape, LedgerShape, PersonShape
from pressgen.exports.lists import ListHead, NamedSubject, list_head, subject_shape
from pressgen.exports.shapes import YearShape
from pressgen.model import Event

MOST = 1000
"""The most entries of one file, some 300 KB: a list with more has a file for each year, so that an edit changes one."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the ledger or the calendar: how many entries it has, and the address of its own file, if it has one."""

    year: int
    count: int
    data: Address | None = None


class Met(NamedTuple):
    """An encounter: `people` are the ids and names of those who spoke for the other sides, `release` reports it."""

    start: date
    end: date
    channel: Channel
    sides: tuple[NamedSubject, ...]
    place: Mapping[str, str]
    people: tuple[tuple[str, Mapping[str, str]], ...]
    release: str


class Held(NamedTuple):
    """An event whose days a release gives, with the release's id."""

    start: date
    end: date
    event: Event
    release: str


Reported = TypeVar("Reported", Met, Held)


@dataclass(frozen=True, slots=True)
class EncounterSource(Generic[Reported]):
    """What the ledger or the calendar reports, or a year of it; nothing but its years where these have files."""

    head: ListHead
    years: tuple[Year, ...]
    reported: tuple[Reported, ...]


def ledger_file(source: EncounterSource[Met], places: Places) -> bytes:
    """Write the ledger's data."""
    encounters = tuple(
        EncounterShape(
            start=one.start,
            end=one.end,
            channel=one.channel,
            sides=tuple(map(subject_shape, one.sides)),
            place=dict(one.place),
            people=tuple(PersonShape(person=person, names=dict(names)) for person, names in one.people),
            release=one.release,
        )
        for one in source.reported
    )
    return data_file(LedgerShape.model_validate({**_head("encounter-list", source, places), "encounters": encounters}))


def events_file(source: EncounterSource[Held], places: Places) -> bytes:
    """Write the calendar's data."""
    events = tuple(
        HeldShape.model_validate({**one.event.model_dump(), "start": one.start, "end": one.end, "release": one.release})
        for one in source.reported
    )
    return data_file(EventsShape.model_validate({**_head("event-list", source, places), "events": events}))


def _head(schema: str, source: EncounterSource[Reported], places: Places) -> Mapping[str, object]:
    years = tuple(
        YearShape(year=one.year, count=one.count, data=places.url(one.data) if one.data else "") for one in source.years
    )
    return {**list_head(schema, source.head, places), "years": years}
