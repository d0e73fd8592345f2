"""Days that cannot be, or hardly: what a release says of its issue, its event, its corrections and its withdrawal.

All of it is told as warnings. Days are those of the ministry's own time zone. What looks to the time of the build is
told only where that time is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from pressgen.frontmatter import FrontMatter, shown
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Kind, Status, day_of
from pressgen.problems import Problem, codes
from pressgen.settings import Settings

REPORTING = frozenset({Kind.READOUT, Kind.MEETING, Kind.VISIT, Kind.SIGNING, Kind.CREDENTIALS, Kind.BRIEFING})
"""Kinds of releases that report what has been. The others may look ahead: an announcement, an advisory, a statement, a
speech that is given out before it is held."""

_DAY = re.compile(r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})(?![0-9])")


def implausible_days(release: ReleaseFiles, settings: Settings, now: datetime | None) -> Iterator[Problem]:
    """Report the days of one release that cannot be; `now` is the time of the build, with its zone."""
    file = release.original
    issued = day_of(file.date, settings.zone) if isinstance(file.date, datetime) else file.date
    today = day_of(now, settings.zone) if now else None
    yield from _future(file, issued, today, settings)
    yield from _name(release, issued)
    yield from _event(file, issued)
    yield from _changes(file, issued, today)


def _future(file: EditionFile, issued: date, today: date | None, settings: Settings) -> Iterator[Problem]:
    front = file.front
    if today is None or issued <= today or front.status is Status.DRAFT or "embargo" in file.parsed.unread:
        return
    place = file.parsed.marks.value("date")
    if front.embargo is None:
        message = f"the day of issue, {issued.isoformat()}, lies in the future, and the release is public at once"
        hint = "correct the day, or keep the release back until then"
        yield codes.DAY_AHEAD.at(place, message, f"{hint}: `embargo: {_morning(front.date, issued, settings)}`")
        return
    until = day_of(front.embargo, settings.zone)
    early = front.embargo < front.date if isinstance(front.date, datetime) else until < issued
    if early:
        message = f"the day of issue, {issued.isoformat()}, lies after the end of the embargo, {until.isoformat()}"
        hint = "correct `date` or `embargo`: a release is public from the end of its embargo"
        yield codes.DAY_AHEAD.at(place, message, hint)


def _morning(given: date | datetime | None, issued: date, settings: Settings) -> str:
    """Return the hour of issue, or nine o'clock of that day, with the zone's distance from UTC on that day."""
    moment = given if isinstance(given, datetime) else datetime.combine(issued, time(9), tzinfo=settings.zone)
    return moment.isoformat(timespec="minutes")


def _name(release: ReleaseFiles, issued: date) -> Iterator[Problem]:
    """Report a day in the name that is neither that of issue nor one of the event's."""
    file = release.original
    for name in dict.fromkeys((release.id, file.source.stem)):
        if (found := _DAY.match(name)) is None:
            continue
        day = _existing(found)
        # A time has two days where the zone that it is written in is not the ministry's: both are right in a name.
        written = file.front.date.date() if isinstance(file.front.date, datetime) else issued
        if day in {issued, written} or (day and _is_of_event(file.front, day)):
            return
        if day is None and not found[2]:
            continue  # eight digits that are a number
        named = "the file's name" if name == file.source.stem else "the slug"
        message = f"{named} says {found[0]}, and the date is {issued.isoformat()}"
        if day is None:
            message = f"{named} says {found[0]}, which is no day, and the date is {issued.isoformat()}"
        hint = (
            "correct the one that is wrong; a release that has been published keeps its name and address: "
            f"write `ignore: {{{codes.NAME_OF_ANOTHER_DAY.id}: why}}` then"
        )
        yield codes.NAME_OF_ANOTHER_DAY.at(file.parsed.marks.value("date"), message, hint)
        return


def _existing(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None


def _first_day(front: FrontMatter) -> date | None:
    return (front.event.date or front.event.start) if front.event else None


def _is_of_event(front: FrontMatter, day: date) -> bool:
    first = _first_day(front)
    return bool(first and front.event and first <= day <= (front.event.end or first))


def _event(file: EditionFile, issued: date) -> Iterator[Problem]:
    first, kind = _first_day(file.front), file.front.kind
    if first and first > issued and kind in REPORTING:
        key = "date" if file.front.event and file.front.event.date else "start"
        message = f"the event is on {first.isoformat()}, and this {kind} is dated before it, {issued.isoformat()}"
        hint = "correct one of the two days; what looks ahead is of the kind `announcement`"
        yield codes.EVENT_AHEAD.at(file.parsed.marks.value("event", key), message, hint)


def _changes(file: EditionFile, issued: date, today: date | None) -> Iterator[Problem]:
    marks = file.parsed.marks
    changes: list[tuple[str, date, tuple[str | int, ...]]]
    changes = [("correction", one.date, ("corrections", index)) for index, one in enumerate(file.front.corrections)]
    if file.front.withdrawn:
        changes.append(("withdrawal", file.front.withdrawn.date, ("withdrawn",)))
    for what, day, path in changes:
        place = marks.value(*path, "date")
        if day < issued:
            message = f"this {what} is dated {day.isoformat()}, before the release itself, {issued.isoformat()}"
            yield codes.IMPOSSIBLE_CHANGE.at(place, message, "correct its day, or that of the release")
        elif today and day > today >= issued:
            message = f"this {what} is dated {day.isoformat()}, which lies in the future"
            hint = "correct its day; it is shown to readers as soon as it is written"
            yield codes.IMPOSSIBLE_CHANGE.at(place, message, hint)


def earlier_than_corrected(releases: Iterable[ReleaseFiles], days: Mapping[str, date]) -> Iterator[Problem]:
    """Report releases that correct or replace a later one; `days` are those of issue, by the ids of releases."""
    for release in releases:
        file, mine = release.original, days.get(release.id)
        for key in ("corrects", "supersedes"):
            for index, other in enumerate(getattr(file.front, key)):
                theirs = days.get(other)
                if mine and theirs and mine < theirs and other != release.id:
                    message = f"'{shown(other)}' is of {theirs.isoformat()}, later than this release (`{key}`)"
                    hint = "correct one of the two days, or name the earlier release"
                    yield codes.IMPOSSIBLE_CHANGE.at(file.parsed.marks.value(key, index), message, hint)
