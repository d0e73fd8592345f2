"""The encounters that releases report: who met whom, when, and through which channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pressgen.model import Event, Kind, Mode, Record, Release, Side
from pressgen.model.docstrings import keep_docstrings


class Channel(StrEnum):
    """Through what a meeting or contact went."""

    VISIT = "visit"
    MEETING = "meeting"
    VIDEO = "video"
    CALL = "call"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, a visit, a call or a message: when, with which sides, how, and the release that tells of it.

    A session with eight states is one.
    """

    start: date
    end: date
    sides: tuple[Side, ...]
    channel: Channel
    release: str


_BY_MODE = {
    Mode.IN_PERSON: Channel.MEETING,
    Mode.VIDEO: Channel.VIDEO,
    Mode.CALL: Channel.CALL,
    Mode.WRITTEN: Channel.WRITTEN,
}
_BY_KIND = {
    Kind.VISIT: Channel.VISIT,
    Kind.MEETING: Channel.MEETING,
    Kind.SIGNING: Channel.MEETING,
    Kind.CREDENTIALS: Channel.MEETING,
    Kind.READOUT: Channel.MEETING,
    Kind.CONDOLENCE: Channel.WRITTEN,
    Kind.CONGRATULATION: Channel.WRITTEN,
}


def channel_of(release: Release) -> Channel | None:
    """Return the channel through which the event of a release went, or nothing where it reports no encounter.

    A visit is a visit however its event is described; else the event's mode decides, and where it has none, the kind.
    A correction tells again of what another release told, and an event that is still to come has met nobody yet.
    """
    record = release.record
    if record.kind is Kind.CORRECTION or is_announced(record):
        return None
    if record.kind is Kind.VISIT:
        return Channel.VISIT
    if record.event is not None and record.event.mode is not None:
        return _BY_MODE[record.event.mode]
    return _BY_KIND.get(record.kind)


def dated_event(record: Record) -> Event | None:
    """Return the event of a release that the calendar lists; None where it has no day, or was a message in writing."""
    event = record.event
    if event is None or event.start is None:
        return None
    channel = _BY_MODE[event.mode] if event.mode else _BY_KIND.get(record.kind)
    return None if channel is Channel.WRITTEN else event


def first_day(record: Record) -> date:
    """Return the day on which the event of a release begins, or the day of issue where it has none."""
    return record.event.start if record.event and record.event.start else record.day


def is_announced(record: Record) -> bool:
    """Whether the event comes after the day of issue; by one day it may, since the world has more than one date."""
    start = record.event.start if record.event else None
    return start is not None and start > record.day + timedelta(days=1)


def encounter_of(release: Release, sides: tuple[Side, ...]) -> Encounter | None:
    """Return the encounter that a release reports with the `sides` that took part in it; None if there was none."""
    channel = channel_of(release)
    if channel is None or not sides:
        return None
    event, start = release.record.event, first_day(release.record)
    end = event.end if event and event.end else start
    return Encounter(start, end, sides, channel, release.id)


keep_docstrings(__name__)
