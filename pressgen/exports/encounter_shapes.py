"""What the JSON of the ledger and of the calendar holds, as typed values like those of `shapes`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from pressgen.archive import Channel
from pressgen.exports.shapes import EventShape, ListingShape, Shape, SubjectShape, Words, YearShape
from pressgen.model.docstrings import keep_docstrings


class PersonShape(Shape):
    """Somebody who took part."""

    person: str = Field(default="", description="Their id in the register.")
    names: Words = Field(description="Their name, as the page of each language writes it.")


class EncounterShape(Shape):
    """One meeting or contact with countries or organisations: a session with eight states is one."""

    start: dt.date = Field(description="Its first day.")
    end: dt.date = Field(description="Its last day.")
    channel: Channel = Field(description="Through what it went.")
    sides: tuple[SubjectShape, ...] = Field(description="Who was met, by the names of that day.")
    place: Words = Field(default={}, description="Where.")
    people: tuple[PersonShape, ...] = Field(
        default=(), description="Those who spoke for the other sides, three at most."
    )
    release: str = Field(description="The id of the release that reports it.")


class HeldShape(EventShape):
    """One event."""

    start: dt.date = Field(description="Its first day.")
    end: dt.date = Field(description="Its last day.")
    release: str = Field(description="The id of the release that reports it.")


_YEARS = "How many there are in each year, the latest first; where they are too many for one file, with their own."


class LedgerShape(ListingShape):
    """All meetings and contacts that the archive reports: with whom, when, and through which channel."""

    years: tuple[YearShape, ...] = Field(description=_YEARS)
    encounters: tuple[EncounterShape, ...] = Field(
        description="The meetings and contacts, the latest first; none where the years have them."
    )


class EventsShape(ListingShape):
    """Every event of which a release gives the days."""

    years: tuple[YearShape, ...] = Field(description=_YEARS)
    events: tuple[HeldShape, ...] = Field(description="The events, the latest first; none where the years have them.")


keep_docstrings(__name__)
