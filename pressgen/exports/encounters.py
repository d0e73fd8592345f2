"""The ledger and the calendar as JSON: all encounters, and all events.

One file of each for a language: their pages cut by year say parts of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from pressgen.addresses import Address
from pressgen.archive import Channel
from pressgen.exports.data import Places, data_file
from pressgen.exports.encounter_shapes import EncounterShape, EventsShape, HeldShape, LedgerShape, PersonShape
from pressgen.exports.lists import Listed, NamedSubject, listed_shape
from pressgen.exports.shapes import SubjectShape
from pressgen.model import Event


class Met(NamedTuple):
    """An encounter for readers of a language: `people` are the ids and names of those who spoke for the other side."""

    start: date
    end: date
    channel: Channel
    side: NamedSubject
    place: Mapping[str, str]
    people: tuple[tuple[str, str], ...]
    release: Listed


class Held(NamedTuple):
    """An event whose days a release gives."""

    event: Event
    release: Listed


Told = TypeVar("Told", Met, Held)


@dataclass(frozen=True, slots=True)
class EncounterSource(Generic[Told]):
    """What the ledger or the calendar, whose first page is at `page`, tells in a language."""

    title: str
    language: str
    page: Address
    told: tuple[Told, ...]


def ledger_file(source: EncounterSource[Met], places: Places) -> bytes:
    """Write the ledger's `index.json`."""
    encounters = tuple(
        EncounterShape(
            start=one.start,
            end=one.end,
            channel=one.channel,
            side=SubjectShape(**one.side._asdict()),
            place=dict(one.place),
            people=tuple(PersonShape(person=person, name=name) for person, name in one.people),
            release=listed_shape(one.release, source.language, places),
        )
        for one in source.told
    )
    return data_file(LedgerShape.model_validate({**_head("encounter-list", source, places), "encounters": encounters}))


def events_file(source: EncounterSource[Held], places: Places) -> bytes:
    """Write the calendar's `index.json`."""
    events = tuple(
        HeldShape.model_validate(
            {
                **one.event.model_dump(),
                "end": one.event.end or one.event.start,
                "release": listed_shape(one.release, source.language, places),
            }
        )
        for one in source.told
    )
    return data_file(EventsShape.model_validate({**_head("event-list", source, places), "events": events}))


def _head(schema: str, source: EncounterSource[Told], places: Places) -> Mapping[str, object]:
    return {
        "$schema": places.url(places.addresses.schema(schema)),
        "title": source.title,
        "language": source.language,
        "url": places.url(source.page),
        "count": len(source.told),
    }
