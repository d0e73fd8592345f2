"""What the JSON of the ledger and of the calendar holds, as typed values like those of `shapes`."""

from __future__ import annotations

from datetime import date

from pressgen.archive import Channel
from pressgen.exports.shapes import DescribedShape, ListedShape, Shape, SubjectShape, Words
from pressgen.model import Mode


class PersonShape(Shape):
    """Somebody who took part."""

    person: str
    """Their id in the register, or nothing."""
    name: str
    """Their name, as the ledger's page writes it."""


class EncounterShape(Shape):
    """One encounter with one country or organisation."""

    start: date
    """Its first day."""
    end: date
    """Its last day."""
    channel: Channel
    """Through what it went."""
    side: SubjectShape
    """Who was met, by the name of that day."""
    place: Words
    """Where."""
    people: tuple[PersonShape, ...]
    """Those who spoke for the other side, three at most."""
    release: ListedShape
    """The release that tells of it."""


class HeldShape(Shape):
    """One event."""

    start: date
    """Its first day."""
    end: date
    """Its last day."""
    mode: Mode | None
    """How it was held."""
    place: Words
    """Where."""
    occasion: Words
    """On what occasion."""
    release: ListedShape
    """The release that tells of it."""


class _ToldShape(DescribedShape):
    title: str
    """What it is called."""
    language: str
    """The language of its words."""
    url: str
    """The page that says the same."""
    count: int
    """How many there are."""


class LedgerShape(_ToldShape):
    """Every encounter that the archive tells of: who met whom, when, and through which channel."""

    encounters: tuple[EncounterShape, ...]
    """The encounters, the latest first."""


class EventsShape(_ToldShape):
    """Every event of which a release tells the days."""

    events: tuple[HeldShape, ...]
    """The events, the latest first."""
