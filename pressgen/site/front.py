"""Collect what the home page shows: the latest releases, those met most recently, and links into the archive."""

from __future__ import annotations

from pressgen.model import Side
from pressgen.model.groups import GROUPS, Group
from pressgen.site.materials import Materials
from pressgen.views.pages.home import MOST_MET, MOST_WAYS, Front, LastMet, SubjectCount, Ways


def front(site: Materials) -> Front:
    """Collect what the home page shows."""
    return Front(site.latest(), site.years(), recently_met(site, MOST_MET), ways(site))


def recently_met(site: Materials, most: int) -> tuple[LastMet, ...]:
    """Return the latest encounter with each country, the latest first."""
    latest: dict[Side, LastMet] = {}
    for encounter in site.archive.encounters:
        for side in encounter.sides:
            if side.country and len(latest) < most:
                latest.setdefault(side, LastMet.of(side, encounter))
    return tuple(latest.values())


def largest(site: Materials, group: Group) -> tuple[SubjectCount, ...]:
    """Return the entries of a group, those with the most releases first."""
    counts = [SubjectCount(entry.subject.id, len(entry.releases)) for entry in site.archive.groups.get(group, ())]
    return tuple(sorted(counts, key=lambda entry: (-entry.count, entry.id)))


def ways(site: Materials) -> Ways:
    """Count the ways into the archive: by groups, the calendar and the ledger."""
    groups = site.archive.groups
    counts = tuple((group, len(groups[group])) for group in GROUPS if group in groups)
    return Ways(
        largest=tuple((group, largest(site, group)[:MOST_WAYS]) for group, _ in counts if group.opens_home),
        counts=counts,
        events=len(site.dated),
        encounters=len(site.archive.encounters),
    )
