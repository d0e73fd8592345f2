"""When a site changes though nobody edits it: a build before and one after such a time differ.

Embargoes end, and what is in force for a time comes into force and falls out of it: that is all for which pressgen
looks to the clock. Which releases are hidden, `archive.public` decides; which are in force, `archive.force`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from pressgen.archive.force import changes_of_force
from pressgen.archive.public import hidden
from pressgen.model import Release


def due_between(
    releases: Iterable[Release], after: datetime, until: datetime | None = None
) -> Mapping[datetime, tuple[Release, ...]]:
    """Map each time at which the site changes to the releases by which it does, in order; a draft changes nothing.

    The times are later than `after` and, if it is given, not later than `until`; both have their zone.
    """
    due: dict[datetime, dict[str, Release]] = {}
    releases = tuple(releases)
    for moment, release in (*_ends_of_embargoes(releases), *changes_of_force(releases)):
        if after < moment and (until is None or moment <= until):
            due.setdefault(moment, {})[release.id] = release
    return {moment: tuple(due[moment].values()) for moment in sorted(due)}


def _ends_of_embargoes(releases: Iterable[Release]) -> Iterator[tuple[datetime, Release]]:
    for release in releases:
        end = release.record.embargo
        # A draft is hidden after the end of its embargo as well.
        if end is not None and hidden(release.record, end) is None:
            yield end, release
