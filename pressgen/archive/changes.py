"""When a release came out, when it last changed, and how often: read from its record alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pressgen.model import Record


class History(NamedTuple):
    """When a release was published and last changed (times with their zones), and how often it was changed."""

    published: datetime
    updated: datetime
    changes: int


def history(record: Record, zone: ZoneInfo) -> History:
    """Read the history of a release from its record alone, whatever the time of the build.

    A day without a time begins at midnight in `zone`, the ministry's. A release under embargo came out when that
    ended. Each correction, and the withdrawal, is later than what was before it, by a second where the days are
    the same, so that whoever compares two times always sees that something changed.
    """
    published = record.issued.time or _midnight(record.day, zone)
    if record.embargo is not None:
        published = max(published, record.embargo)
    days = changed(record)
    updated = published
    for day in days:
        updated = max(updated + timedelta(seconds=1), _midnight(day, zone))
    return History(published, updated, len(days))


def changed(record: Record) -> tuple[date, ...]:
    """Return the days of a release's corrections, then that of its withdrawal: the release's own if none is known."""
    days = sorted(correction.date for correction in record.corrections)
    if record.is_withdrawn:
        days.append(record.withdrawn.date if record.withdrawn else record.day)
    return tuple(days)


def rfc3339(moment: datetime) -> str:
    """Write a moment as RFC 3339 does; in UTC where its zone was no whole number of minutes from that then."""
    offset = moment.utcoffset() or timedelta(0)
    return (moment.astimezone(UTC) if offset % timedelta(minutes=1) else moment).isoformat(timespec="seconds")


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
