"""Render the lists that pages of `docs/` ask for in a comment."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.addresses import Address
from pressgen.load.asked import LATEST, MET, MOST, YEAR, YEARS, ListRequest
from pressgen.model import Release
from pressgen.model.groups import BY_NAME, BY_SINGULAR, Subject
from pressgen.site.front import largest, recently_met
from pressgen.site.materials import Materials
from pressgen.views.here import Here
from pressgen.views.lists.docs_lists import met_list, release_list, subject_list, year_list
from pressgen.views.lists.listing import ListingEntry

COUNT = 5
"""How many releases a list shows by default."""


def list_html(site: Materials, request: ListRequest, language: str, address: Address) -> str:
    """Render a list on the page at `address`, in the language of the page."""
    here = Here(site.facts, language, address)
    if request.name == LATEST:
        releases = chosen(site, request.filters)
        more = _all_of(request.filters, here) if len(releases) > (request.count or COUNT) else ""
        return release_list(here, _entries(site, releases[: request.count or COUNT]), more, len(releases))
    if request.name == MET:
        return met_list(here, recently_met(site, request.count or MOST))
    if request.name == YEARS:
        return year_list(here, site.years()[: request.count])
    group = BY_NAME[request.name]
    return subject_list(here, group, largest(site, group)[: request.count or MOST])


def chosen(site: Materials, filters: Sequence[tuple[str, Sequence[str]]]) -> tuple[Release, ...]:
    """List the releases that have, under every filter, any of its values, the newest first."""
    releases = site.archive.listed
    for by, values in filters:
        ids = {release.id for value in values for release in _chosen_by(site, by, value)}
        releases = tuple(release for release in releases if release.id in ids)
    return releases


def _chosen_by(site: Materials, by: str, value: str) -> Sequence[Release]:
    if by == YEAR:
        return site.archive.by_year.get(int(value), ())
    holdings = site.archive.holdings.get(Subject(BY_SINGULAR[by], value))
    return holdings.releases if holdings else ()


def _entries(site: Materials, releases: Sequence[Release]) -> tuple[ListingEntry, ...]:
    return site.entries(release.id for release in releases)


def _all_of(filters: Sequence[tuple[str, Sequence[str]]], here: Here) -> str:
    """Return the link to the page of all releases that the filters choose; empty if the site has none."""
    if not filters:
        return here.to(here.places.releases(here.tag))
    (by, values), *others = filters
    if others or len(values) > 1:
        return ""
    if by == YEAR:
        return here.to(here.places.year(here.tag, int(values[0])))
    return here.to_subject(Subject(BY_SINGULAR[by], values[0]))
