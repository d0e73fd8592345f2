"""The chapter of the profiles: the list of each group, and the profile of each country, person, topic and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from pressgen.archive import Holdings
from pressgen.model import Person, Release, Side
from pressgen.model.groups import Subject
from pressgen.site.gathering import Gathering
from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.facts import SiteFacts
from pressgen.views.profiles import NEWEST, Known, Member, Shown, group_page, profile_page, profile_year_page


def profile_outputs(site: Materials) -> Iterator[Output]:
    """Declare the list of every group that has releases, and the profile of each that is in it."""
    for group, entries in site.archive.groups.items():
        members = tuple(Member(one.subject.id, len(one.releases), one.last, one.wider) for one in entries)
        yield from site.in_every_language(
            group,
            partial(site.facts.addresses.profiles, group=group),
            max(last_change(release) for one in entries for release in one.releases),
            site.naming([one.subject for one in entries]),
            group_page,
            group=group,
            members=members,
        )
        for holdings in entries:
            yield from _profile(site, site.gathering, holdings)


def _profile(site: Materials, gathering: Gathering, holdings: Holdings) -> Iterator[Output]:
    subject, releases = holdings.subject, holdings.releases
    known, shown = gathering.known(holdings), _shown(site, gathering, subject, releases[:NEWEST])
    others = [Subject(subject.group, id_) for id_ in (holdings.wider, *holdings.narrower) if id_]
    yield from site.in_every_language(
        subject.group,
        partial(site.facts.addresses.profile, subject=subject),
        max(last_change(release) for release in releases),
        _facts(site, subject, others, known, shown),
        profile_page,
        subject=subject,
        known=known,
        shown=shown,
    )
    if known.paged:
        yield from _years(site, gathering, subject, known, releases)


def _years(
    site: Materials, gathering: Gathering, subject: Subject, known: Known, releases: Sequence[Release]
) -> Iterator[Output]:
    places = site.facts.addresses
    counted = Known(known.years, known.until)
    for year, found in groupby(releases, key=lambda release: release.record.day.year):
        of_year = tuple(found)
        shown = _shown(site, gathering, subject, of_year)
        yield from site.in_every_language(
            subject.group,
            partial(places.profile_year, subject=subject, year=year),
            max(last_change(release) for release in of_year),
            _facts(site, subject, shown),
            profile_year_page,
            subject=subject,
            known=counted,
            year=year,
            shown=shown,
        )


def _facts(site: Materials, subject: Subject, *values: object) -> SiteFacts:
    """Return the facts of the site with all that the register says of a subject, and the names in some values."""
    entry, issuer = site.facts.entry(subject), Side(country=site.facts.issuer.country)
    offices = [Side(term.country, term.organisation) for term in entry.terms] if isinstance(entry, Person) else []
    return site.naming(*values, issuer, offices, profiles=[subject])


def _shown(site: Materials, gathering: Gathering, subject: Subject, releases: Sequence[Release]) -> Shown:
    return Shown(
        entries=site.entries(release.id for release in releases),
        happenings=gathering.happenings(subject, releases),
        roles=gathering.roles(subject, releases),
    )
