"""The chapter of the profiles: the list of each group, and the profile of each country, person, topic and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from pressgen.archive import Archive, Force, Holdings, Individual, dated_event
from pressgen.archive.relations import grouped
from pressgen.model import Person, Release, Side, Term
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import KINDS, PEOPLE, Group, Subject
from pressgen.site.happenings import happenings_of
from pressgen.site.materials import Materials, last_change
from pressgen.site.output import Output
from pressgen.views.facts import SiteFacts
from pressgen.views.lists.listing import ListingEntry, YearCount
from pressgen.views.profiles import (
    LastContact,
    Member,
    Period,
    ProfilePart,
    ProfileSummary,
    group_page,
    on_own_page,
    profile_page,
    profile_period_page,
    tallies_of,
)
from pressgen.views.profiles.offices import in_order
from pressgen.views.profiles.periods import periods_of


def group_outputs(site: Materials, group: Group) -> Iterator[Output]:
    """Declare the list of a group that has releases."""
    entries = site.archive.groups[group]
    members = tuple(_member(site, entry) for entry in entries)
    sides = [Side(member.office.country, member.office.organisation) for member in members if member.office]
    yield from site.in_every_language(
        group,
        partial(site.facts.addresses.profiles, group=group),
        max(last_change(release) for entry in entries for release in entry.releases),
        site.naming([entry.subject for entry in entries], sides),
        group_page,
        group=group,
        members=members,
    )


def _member(site: Materials, entry: Holdings) -> Member:
    last = LastContact(entry.last.start, entry.last.channel) if entry.last else None
    office = _last_office(site, entry) if entry.subject.group is PEOPLE else None
    return Member(entry.subject.id, len(entry.releases), last, entry.wider, office)


def _last_office(site: Materials, entry: Holdings) -> Term | None:
    """Return a person's last office of the register, or else the one that their newest release prints."""
    person = site.facts.entry(entry.subject)
    if isinstance(person, Person) and person.terms:
        return in_order(person.terms)[0]
    printed = _roles(site.archive, entry.subject, entry.releases[:1])
    participant = next((one.participant for one in printed.values()), None)
    if participant is None or not participant.role:
        return None
    return Term(role=participant.role, country=participant.country, organisation=participant.organisation)


def profile_outputs(site: Materials, holdings: Holdings) -> Iterator[Output]:
    """Declare the profile of a subject that has releases, without the pages of its periods."""
    subject, releases = holdings.subject, holdings.releases
    summary = _summary(site.archive, holdings)
    part = replace(_part(site, subject, on_own_page(releases)), in_force=_in_force(site, subject, releases))
    others = [Subject(subject.group, id_) for id_ in (holdings.wider, *holdings.narrower) if id_]
    yield from site.in_every_language(
        subject.group,
        partial(site.facts.addresses.profile, subject=subject),
        max(last_change(release) for release in releases),
        _facts(site, subject, others, summary, part),
        profile_page,
        subject=subject,
        summary=summary,
        part=part,
    )


def profile_periods(
    releases: Sequence[Release], years: Iterable[tuple[int, int]]
) -> Mapping[Period, tuple[Release, ...]]:
    """Return the releases of each period of a profile that has a page of its own; none if one page has all.

    `years` are those of the releases, each with how many it has, the latest first.
    """
    periods = periods_of(_counts(years))
    of_year = {year: period for year, _ in years for period in periods if period.holds(year)}
    return grouped(releases, lambda release: [of_year[release.record.day.year]]) if periods else {}


def profile_period_outputs(
    site: Materials, subject: Subject, years: Iterable[tuple[int, int]], period: Period, releases: tuple[Release, ...]
) -> Iterator[Output]:
    """Declare the page of a period of a profile, which has these releases; `years` as in `profile_periods`."""
    part = _part(site, subject, releases)
    yield from site.in_every_language(
        subject.group,
        partial(site.facts.addresses.profile_years, subject=subject, first=period.first, last=period.last),
        max(last_change(release) for release in releases),
        _facts(site, subject, part),
        profile_period_page,
        subject=subject,
        summary=ProfileSummary(_counts(years), max(site.archive.by_year)),
        period=period,
        part=part,
    )


def _counts(years: Iterable[tuple[int, int]]) -> tuple[YearCount, ...]:
    return tuple(YearCount(year, count) for year, count in years)


def _facts(site: Materials, subject: Subject, *values: object) -> SiteFacts:
    """Return the facts of the site with the names in some values, and all that the register says of a subject.

    Of those who met, a profile says since when they hold their offices.
    """
    entry, issuer = site.facts.entry(subject), Side(country=site.facts.issuer.country)
    offices = [Side(term.country, term.organisation) for term in entry.terms] if isinstance(entry, Person) else []
    company = (one for value in values if isinstance(value, ProfileSummary) for one in value.company.people)
    people = (Subject(PEOPLE, one.person) for one in company if one.person)
    return site.naming(*values, issuer, offices, profiles=[subject, *people])


def _part(site: Materials, subject: Subject, releases: Sequence[Release]) -> ProfilePart:
    return ProfilePart(
        entries=site.entries(release.id for release in releases),
        happenings=happenings_of(site.archive, subject, releases),
        roles=_roles(site.archive, subject, releases) if subject.group is PEOPLE else None,
    )


def _in_force(site: Materials, subject: Subject, releases: Sequence[Release]) -> tuple[ListingEntry, ...]:
    """List those releases of a kind that are in force at the time of the build."""
    if subject.group is not KINDS:
        return ()
    return site.entries(release.id for release in releases if site.archive.force.get(release.id) is Force.NOW)


def _roles(archive: Archive, subject: Subject, releases: Sequence[Release]) -> Mapping[str, Individual]:
    """Return a person as each of some releases prints them."""
    return FrozenMap(
        (release.id, person)
        for release in releases
        for person in archive.people[release.id]
        if person.person == subject.id
    )


def _summary(archive: Archive, holdings: Holdings) -> ProfileSummary:
    """Collect the archive's figures about a subject for its profile."""
    group, relates = holdings.subject.group, holdings.subject.side != Side()

    def counted(ids: Iterable[str]) -> tuple[tuple[str, int], ...]:
        return tuple((id_, len(archive.holdings[Subject(group, id_)].releases)) for id_ in ids if id_)

    return ProfileSummary(
        _counts(holdings.years),
        max(archive.by_year),
        tallies=tallies_of(holdings.encounters),
        last=holdings.last,
        company=archive.company(holdings),
        wider=counted([holdings.wider]),
        narrower=counted(holdings.narrower),
        dated=relates and any(dated_event(release.record) for release in holdings.releases),
    )
