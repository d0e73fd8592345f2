"""Lists that stand in pages of `docs/`: what a page asks for and the archive go in, the list's HTML comes out."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.addresses import Address
from pressgen.load.asked import LATEST, MET, MOST, YEAR, YEARS, ListRequest
from pressgen.model import Release
from pressgen.model.groups import BY_NAME, BY_SINGULAR, Subject
from pressgen.site.front import largest, recently_met
from pressgen.site.materials import Materials
from pressgen.views.here import Here
from pressgen.views.listing import ListingEntry
from pressgen.views.placed import met_list, release_list, subject_list, year_list

COUNT = 5
"""How many releases a list shows that does not say how many."""


def list_html(site: Materials, request: ListRequest, language: str, address: Address) -> str:
    """Give the HTML of a list on the page at `address`, whose language it is in."""
    here = Here(site.facts, language, address)
    if request.name == LATEST:
        found = chosen(site, request.filters)
        more = _all_of(request.filters, here) if len(found) > (request.count or COUNT) else ""
        return release_list(here, _entries(site, found[: request.count or COUNT]), more, len(found))
    if request.name == MET:
        return met_list(here, recently_met(site, request.count or MOST))
    if request.name == YEARS:
        return year_list(here, site.years()[: request.count])
    group = BY_NAME[request.name]
    return subject_list(here, group, largest(site, group)[: request.count or MOST])


def chosen(site: Materials, filters: Sequence[tuple[str, Sequence[str]]]) -> tuple[Release, ...]:
    """Give the listed releases that every filter lets through, the newest first."""
    found = site.archive.listed
    for by, values in filters:
        ids = {release.id for value in values for release in _chosen_by(site, by, value)}
        found = tuple(release for release in found if release.id in ids)
    return found


def _chosen_by(site: Materials, by: str, value: str) -> Sequence[Release]:
    if by == YEAR:
        return site.archive.by_year.get(int(value), ())
    holdings = site.archive.holdings.get(Subject(BY_SINGULAR[by], value))
    return holdings.releases if holdings else ()


def _entries(site: Materials, found: Sequence[Release]) -> tuple[ListingEntry, ...]:
    return site.entries(release.id for release in found)


def _all_of(filters: Sequence[tuple[str, Sequence[str]]], here: Here) -> str:
    """Give the link to the page with all releases that are chosen so, where there is one."""
    if not filters:
        return here.to(here.places.releases(here.tag))
    (by, values), *others = filters
    if others or len(values) > 1:
        return ""
    if by == YEAR:
        return here.to(here.places.year(here.tag, int(values[0])))
    return here.to_subject(Subject(BY_SINGULAR[by], values[0]))
