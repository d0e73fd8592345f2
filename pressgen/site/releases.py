"""The chapter of the releases: lists by year and month, each release in each language, its files, older addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import unquote

from pressgen import addresses
from pressgen.exports import SitemapEntry
from pressgen.model import Contact, Edition, Phrase, Reference, Release, Side
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import Subject
from pressgen.site.materials import Materials, last_change, page_output
from pressgen.site.output import Call, CopyOutput, FileOutput, Output, copy_output
from pressgen.views.export_links import ONE_YEAR
from pressgen.views.facts import SiteFacts
from pressgen.views.lists.archive import LONGEST_YEAR, archive_page, month_page, year_page
from pressgen.views.lists.listing import Connections, MonthCount
from pressgen.views.page import PageType
from pressgen.views.pages.redirect import redirect
from pressgen.views.release.missing_edition import MissingRelease, missing_edition
from pressgen.views.release.page import release_page
from pressgen.views.release.side_by_side import side_by_side_page


def archive_outputs(site: Materials) -> Iterator[Output]:
    """Declare the page of the whole archive."""
    yield from site.in_every_language(
        PageType.LISTING,
        site.facts.addresses.releases,
        site.newest,
        site.nameless,
        archive_page,
        years=site.years(),
        latest=site.newest_of_all(),
    )


def year_outputs(site: Materials, year: int) -> Iterator[Output]:
    """Declare the list of a year; of a long one, the lists of its months."""
    releases = site.archive.by_year[year]
    long = len(releases) > LONGEST_YEAR
    yield from site.in_every_language(
        PageType.LISTING,
        partial(site.facts.addresses.year, year=year),
        max(last_change(release) for release in releases),
        site.nameless,
        year_page,
        year=year,
        years=site.years(),
        entries=() if long else site.entries(release.id for release in releases),
        months=_month_counts(releases),
        files=site.year_files.get(year, ONE_YEAR),
    )
    if long:
        yield from _months(site, year)


def release_outputs(site: Materials, release: Release) -> Iterator[Output]:
    """Declare a release with all that belongs to it: its pages, its files, its older addresses."""
    yield from _pages(site, release)
    yield from _files(site, release)
    yield from _redirects(site, release)


def _month_counts(releases: Sequence[Release]) -> tuple[MonthCount, ...]:
    counts = Counter(release.record.day.month for release in releases)
    return tuple(MonthCount(month, count) for month, count in counts.items())


def _months(site: Materials, year: int) -> Iterator[Output]:
    places = site.facts.addresses
    by_month = {month: releases for (of, month), releases in site.archive.by_month.items() if of == year}
    months = _month_counts(site.archive.by_year[year])
    for month, releases in by_month.items():
        yield from site.in_every_language(
            PageType.LISTING,
            partial(places.month, year=year, month=month),
            max(last_change(release) for release in releases),
            site.nameless,
            month_page,
            year=year,
            month=month,
            months=months,
            entries=site.entries(release.id for release in releases),
            files=site.year_files.get(year, ONE_YEAR),
        )


def _pages(site: Materials, release: Release) -> Iterator[Output]:
    """Declare a release's page in every language, and its page under no language."""
    places = site.facts.addresses
    facts, contacts = _facts(site, release), _contacts(site, release)
    connections, profiles = _connections(site, release), _profiles(site, release)
    hidden, force = site.archive.previewed.get(release.id), site.archive.force.get(release.id)
    for language in site.languages:
        edition = release.editions.get(language)
        address = places.release(language, release.id)
        if edition is None:
            yield _missing_edition(site, release, language)
            continue
        listed = not release.record.is_withdrawn
        entry = SitemapEntry(address, last_change(release)) if listed else None
        content = Call.of(
            release_page,
            facts,
            language,
            release,
            links=edition_links(site, edition, language),
            connections=connections,
            profiles=profiles,
            contacts=contacts,
            hidden=hidden,
            force=force,
        )
        yield page_output(PageType.RELEASE, address, language, content, entry)
    if len(places.languages_of(release)) > 1:
        yield _side_by_side(site, release, facts, connections, profiles)
    else:
        yield _only_edition(site, release)


def _missing_edition(site: Materials, release: Release, language: str) -> Output:
    """Declare the page that says that a release has no edition in a language."""
    places = site.facts.addresses
    record, title = release.record, Phrase(release.editions[release.original].title_line, release.original)
    told = MissingRelease(release.id, title, record.number, record.day, tuple(places.languages_of(release)))
    content = Call.of(missing_edition, site.nameless, language, told)
    return FileOutput(addresses.file_of(places.release(language, release.id)), content)


def _side_by_side(
    site: Materials, release: Release, facts: SiteFacts, connections: Connections, profiles: frozenset[Subject]
) -> Output:
    """Declare the page of all editions, under no language, in the shell of the first of their languages."""
    places = site.facts.addresses
    tags, address = places.languages_of(release), places.editions(release.id)
    content = Call.of(
        side_by_side_page,
        facts,
        release,
        links=FrozenMap((tag, edition_links(site, release.editions[tag], tag)) for tag in tags),
        connections=connections,
        profiles=profiles,
        hidden=site.archive.previewed.get(release.id),
        force=site.archive.force.get(release.id),
    )
    listed = not release.record.is_withdrawn
    entry = SitemapEntry(address, last_change(release)) if listed else None
    return page_output(PageType.SIDE_BY_SIDE, address, tags[0], content, entry)


def _only_edition(site: Materials, release: Release) -> Output:
    """Declare the page under no language that leads to the only edition of a release."""
    places = site.facts.addresses
    (edition,) = release.editions.values()
    address, target = places.editions(release.id), places.release(edition.language, release.id)
    content = Call.of(redirect, address, target, edition.language, site.facts.absolute(target), edition.title_line)
    return FileOutput(addresses.file_of(address), content)


def _facts(site: Materials, release: Release) -> SiteFacts:
    """Return the facts of the site with the names that the pages of a release show."""
    relations, record = site.archive.relations[release.id], release.record
    issuers = tuple(Side(country=issuer.country) for issuer in record.issuers)
    return site.naming(relations.named, relations.companion, record.participants, issuers)


def _contacts(site: Materials, release: Release) -> tuple[Contact, ...]:
    """List a release's contacts for the press that were in force on its day."""
    known = site.archive.register.contacts
    contacts = (known[id_] for id_ in release.record.contacts if id_ in known)
    return tuple(contact for contact in contacts if contact.is_in_force(release.record.day))


def _profiles(site: Materials, release: Release) -> frozenset[Subject]:
    """Return the subjects of a release of which the site has profiles."""
    return frozenset(filter(site.archive.has_profile, site.archive.relations[release.id].named))


def edition_links(site: Materials, edition: Edition, language: str) -> tuple[str, ...]:
    """List the addresses that a text links to for readers of a language, each empty if it is not public."""
    return tuple(_target(site, reference, language) for reference in edition.body.references)


def _target(site: Materials, reference: Reference, language: str) -> str:
    """Return the address that a reference links to for readers of `language`; empty if it is not public."""
    if not site.archive.holds(reference):
        return ""
    places = site.facts.addresses
    fragment = f"#{reference.fragment}" if reference.fragment else ""
    if reference.page:
        return places.docs_page(reference.page) + fragment
    if reference.file:
        return places.file(reference.release, reference.file) + fragment
    language = reference.language or language
    # Without an edition in the language, the page is a notice, which has none of the text's sections.
    has_edition = language in site.archive.by_id[reference.release].editions
    return places.release(language, reference.release) + (fragment if has_edition else "")


def _connections(site: Materials, release: Release) -> Connections:
    relations = site.archive.relations[release.id]
    return Connections(
        related=site.entries(relations.related),
        supersedes=site.entries(relations.supersedes),
        superseded_by=site.entries(relations.superseded_by),
        corrects=site.entries(relations.corrects),
        corrected_by=site.entries(relations.corrected_by),
        about=tuple(subject for subject in relations.named if subject.group.listed_by_author),
        partner=relations.companion,
        earlier=site.entries([relations.earlier])[0] if relations.earlier else None,
        later=site.entries([relations.later])[0] if relations.later else None,
    )


def _files(site: Materials, release: Release) -> Iterator[CopyOutput]:
    for file in release.files:
        source = site.archive.origins.files[release.id, file.name]
        yield copy_output(f"releases/{release.id}/{file.name}", source, file.size)


def _redirects(site: Materials, release: Release) -> Iterator[Output]:
    """Declare the redirects of older addresses: to the edition of their language, or to the notice of a missing one.

    Notices are hidden from search engines, which are sent to an edition instead. Without a language an older address
    leads to the page of all editions.
    """
    places = site.facts.addresses
    for alias in release.aliases:
        address = places.alias(alias.path)
        tags = places.languages_of(release)
        if alias.language or len(tags) == 1:
            language = alias.language or tags[0]
            target = places.release(language, release.id)
            canonical = places.release(release.edition_for(language).language, release.id)
        else:
            language = tags[0]
            target = canonical = places.editions(release.id)
        content = Call.of(redirect, address, target, language, site.facts.absolute(canonical))
        yield FileOutput(unquote(addresses.file_of(address)), content)
