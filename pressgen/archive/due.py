"""When a site changes though nobody edits it: a build before and one after such a time differ.

Embargoes are all that pressgen looks to the clock for. Which releases they hide, `archive.public` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from pressgen.archive.public import hidden
from pressgen.model import Release


def due_between(
    releases: Iterable[Release], after: datetime, until: datetime | None = None
) -> Mapping[datetime, tuple[Release, ...]]:
    """Map each time at which releases become public to those releases, in order; a draft never becomes public.

    The times are later than `after` and, if it is given, not later than `until`; both have their zone.
    """
    due: dict[datetime, list[Release]] = {}
    for release in releases:
        end = release.record.embargo
        # A draft is hidden after the end of its embargo as well.
        if end is None or hidden(release.record, end) is not None:
            continue
        if after < end and (until is None or end <= until):
            due.setdefault(end, []).append(release)
    return {end: tuple(due[end]) for end in sorted(due)}
