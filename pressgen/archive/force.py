"""What is in force at the time of a build, and when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from pressgen.archive.public import hidden
from pressgen.model import Release, Validity


class Force(StrEnum):
    """Where the time of a build lies: before a release is in force, while it is, or after that."""

    AHEAD = "ahead"
    NOW = "now"
    ENDED = "ended"


def forces(releases: Iterable[Release], now: datetime) -> Mapping[str, Force]:
    """Say of each release that is in force for a time how that stands at `now`, by its id.

    `releases` are those that the public may see then. Of one that was withdrawn, or that another of them replaces,
    nothing is said: a notice says more.
    """
    releases = tuple(releases)
    replacing = _replacing(releases)
    return {release.id: _force(valid, now) for release, valid in _valid(releases) if release.id not in replacing}


def changes_of_force(releases: Iterable[Release]) -> Iterator[tuple[datetime, Release]]:
    """List the times at which a release that the public sees then comes into force or falls out of it.

    One that another replaces does neither, as soon as the public sees that other.
    """
    releases = tuple(releases)
    replacing = _replacing(releases)
    for release, valid in _valid(releases):
        others = replacing.get(release.id, ())
        for moment in (valid.start, valid.end):
            if moment and _is_seen(release, moment) and not any(_is_seen(other, moment) for other in others):
                yield moment, release


def _replacing(releases: Iterable[Release]) -> Mapping[str, Sequence[Release]]:
    """Return by the id of each release that is replaced those that do so, without the withdrawn."""
    replacing: dict[str, list[Release]] = {}
    for release in releases:
        for id_ in () if release.record.is_withdrawn else release.record.supersedes:
            replacing.setdefault(id_, []).append(release)
    return replacing


def _valid(releases: Iterable[Release]) -> Iterator[tuple[Release, Validity]]:
    for release in releases:
        if release.record.valid and not release.record.is_withdrawn:
            yield release, release.record.valid


def _is_seen(release: Release, now: datetime) -> bool:
    return hidden(release.record, now) is None


def _force(valid: Validity, now: datetime) -> Force:
    if valid.start and now < valid.start:
        return Force.AHEAD
    return Force.ENDED if valid.end and now >= valid.end else Force.NOW
