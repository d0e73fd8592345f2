"""What the JSON of the ledger and of the calendar holds, as typed values like those of `shapes`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from pressgen.archive import Channel
from pressgen.exports.shapes import DescribedShape, EventShape, ListedShape, Shape, SubjectShape, Words
from pressgen.model.docstrings import keep_docstrings


class PersonShape(Shape):
    """Somebody who took part."""

    person: str = Field(description="Their id in the register, or nothing.")
    name: str = Field(description="Their name, as the ledger's page writes it.")


class EncounterShape(Shape):
    """One encounter with one country or organisation."""

    start: dt.date = Field(description="Its first day.")
    end: dt.date = Field(description="Its last day.")
    channel: Channel = Field(description="Through what it went.")
    side: SubjectShape = Field(description="Who was met, by the name of that day.")
    place: Words = Field(description="Where.")
    people: tuple[PersonShape, ...] = Field(description="Those who spoke for the other side, three at most.")
    release: ListedShape = Field(description="The release that tells of it.")


class HeldShape(EventShape):
    """One event."""

    start: dt.date = Field(description="Its first day.")
    end: dt.date = Field(description="Its last day.")
    release: ListedShape = Field(description="The release that tells of it.")


class _ToldShape(DescribedShape):
    title: str = Field(description="What it is called.")
    language: str = Field(description="The language of its words.")
    url: str = Field(description="The page that says the same.")
    count: int = Field(description="How many there are.")


class LedgerShape(_ToldShape):
    """Every encounter that the archive tells of: who met whom, when, and through which channel."""

    encounters: tuple[EncounterShape, ...] = Field(description="The encounters, the latest first.")


class EventsShape(_ToldShape):
    """Every event of which a release tells the days."""

    events: tuple[HeldShape, ...] = Field(description="The events, the latest first.")


keep_docstrings(__name__)
