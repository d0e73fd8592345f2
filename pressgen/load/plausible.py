"""Days that cannot be, or hardly: what a release says of its issue, its event, its corrections and its withdrawal.

All of it is told as warnings. Days are those of the ministry's own time zone. What looks to the time of the build is
told only where that time is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from pressgen.frontmatter import FrontMatter, shown
from pressgen.load.known_release import DayProblems, KnownRelease
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Kind, Status, day_of
from pressgen.problems import Place, Problem, codes
from pressgen.settings import Settings

REPORTING = frozenset({Kind.READOUT, Kind.MEETING, Kind.VISIT, Kind.SIGNING, Kind.CREDENTIALS, Kind.BRIEFING})
"""Kinds of releases that report what has been. The others may look ahead: an announcement, an advisory, a statement, a
speech that is given out before it is held."""

_DAY = re.compile(r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})(?![0-9])")


def implausible_days(release: ReleaseFiles, settings: Settings) -> Iterator[Problem]:
    """Report the days of one release that cannot be, whatever day it is."""
    file = release.original
    issued = _issued(release, settings)
    yield from _name(release, issued)
    yield from _event(file, issued)
    yield from (_early(change, issued) for change in _changes(file) if change.day < issued)


def days_ahead(release: ReleaseFiles, settings: Settings, now: datetime | None) -> DayProblems:
    """Report the days of one release that lie in the future; `now` is the time of the build, with its zone."""
    if now is None:
        return DayProblems()
    file = release.original
    issued, today = _issued(release, settings), day_of(now, settings.zone)
    changes = [*_changes(file)]
    problems = [*_future(file, issued, today, settings)]
    problems += (_ahead(change) for change in changes if change.day > today >= issued)
    turning = {issued, *(change.day for change in changes)}
    since = max((day for day in turning if day <= today), default=date.min)
    return DayProblems(tuple(problems), since, min((day for day in turning if day > today), default=date.max))


def _issued(release: ReleaseFiles, settings: Settings) -> date:
    day = release.original.date
    return day_of(day, settings.zone) if isinstance(day, datetime) else day


def _future(file: EditionFile, issued: date, today: date, settings: Settings) -> Iterator[Problem]:
    front = file.front
    if issued <= today or front.status is Status.DRAFT or "embargo" in file.parsed.unread:
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


class _Change(NamedTuple):
    """A correction or a withdrawal: what it is, its day, and where that is written."""

    what: str
    day: date
    place: Place


def _changes(file: EditionFile) -> Iterator[_Change]:
    marks = file.parsed.marks
    for index, one in enumerate(file.front.corrections):
        yield _Change("correction", one.date, marks.value("corrections", index, "date"))
    if file.front.withdrawn:
        yield _Change("withdrawal", file.front.withdrawn.date, marks.value("withdrawn", "date"))


def _early(change: _Change, issued: date) -> Problem:
    what, day, place = change
    message = f"this {what} is dated {day.isoformat()}, before the release itself, {issued.isoformat()}"
    return codes.IMPOSSIBLE_CHANGE.at(place, message, "correct its day, or that of the release")


def _ahead(change: _Change) -> Problem:
    what, day, place = change
    message = f"this {what} is dated {day.isoformat()}, which lies in the future"
    return codes.IMPOSSIBLE_CHANGE.at(
        place, message, "correct its day; it is shown to readers as soon as it is written"
    )


def earlier_than_corrected(releases: Iterable[KnownRelease]) -> Iterator[Problem]:
    """Report releases that correct or replace a later one."""
    releases = tuple(releases)
    days = {one.id: one.release.record.day for one in releases if one.release}
    for release in releases:
        mine = days.get(release.id)
        for key, other, place, _ in release.named:
            theirs = days.get(other)
            if mine and theirs and mine < theirs and other != release.id:
                message = f"'{shown(other)}' is of {theirs.isoformat()}, later than this release (`{key}`)"
                hint = "correct one of the two days, or name the earlier release"
                yield codes.IMPOSSIBLE_CHANGE.at(place, message, hint)
