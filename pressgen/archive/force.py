"""What is in force at the time of a build, and when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum

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
    return {release.id: _force(valid, now) for release, valid in _standing(tuple(releases))}


def changes_of_force(releases: Iterable[Release]) -> Iterator[tuple[datetime, Release]]:
    """List the times at which a release comes into force or falls out of it."""
    for release, valid in _standing(tuple(releases)):
        yield from ((moment, release) for moment in (valid.start, valid.end) if moment)


def _standing(releases: tuple[Release, ...]) -> Iterator[tuple[Release, Validity]]:
    listed = [release for release in releases if not release.record.is_withdrawn]
    replaced = {id_ for release in listed for id_ in release.record.supersedes}
    for release in listed:
        if release.record.valid and release.id not in replaced:
            yield release, release.record.valid


def _force(valid: Validity, now: datetime) -> Force:
    if valid.start and now < valid.start:
        return Force.AHEAD
    return Force.ENDED if valid.end and now >= valid.end else Force.NOW
