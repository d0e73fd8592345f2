"""The chapter of the releases: lists by year, each release in each language, its files and its older addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pressgen import addresses
from pressgen.exports import SitemapEntry
from pressgen.model import Edition, Reference, Release, Status
from pressgen.site.materials import Materials, Output, last_change
from pressgen.views.listing import Relations, archive_page, year_page
from pressgen.views.notice import missing_edition_page
from pressgen.views.page import PageType
from pressgen.views.redirect import redirect
from pressgen.views.release import release_page


def release_outputs(site: Materials) -> Iterator[Output]:
    """Declare the archive's lists, and every release with all that belongs to it."""
    yield from _lists(site)
    for release in site.archive.releases:
        for language in site.languages:
            yield _release(site, release, language)
        yield from _files(release)
        yield from _redirects(site, release)


def _lists(site: Materials) -> Iterator[Output]:
    places, years = site.facts.addresses, site.years()
    yield from site.in_every_language(
        archive_page, PageType.LISTING, places.releases, site.newest, years=years, latest=site.latest()
    )
    for year, releases in site.archive.by_year.items():
        yield from site.in_every_language(
            year_page,
            PageType.LISTING,
            lambda language, year=year: places.year(language, year),  # type: ignore[misc]  # bound to this year
            max(last_change(release) for release in releases),
            year=year,
            years=years,
            entries=site.entries(release.id for release in releases),
        )


def _release(site: Materials, release: Release, language: str) -> Output:
    places, edition = site.facts.addresses, release.editions.get(language)
    address = places.release(language, release.id)
    listed = edition is not None and release.record.status is not Status.WITHDRAWN
    return site.page(
        release_page if edition else missing_edition_page,
        PageType.RELEASE if edition else PageType.NOTICE,
        address,
        language,
        SitemapEntry(address, last_change(release), places.release_translations(release)) if listed else None,
        language=language,
        release=release,
        links=edition_links(site, edition or release.editions[release.original], language),
        relations=_relations(site, release),
        hidden=site.archive.previewed.get(release.id),
    )


def edition_links(site: Materials, edition: Edition, language: str) -> tuple[str, ...]:
    """Give the addresses that a text leads to for readers of a language, each empty where the public has none."""
    return tuple(_target(site, reference, language) for reference in edition.body.references)


def _target(site: Materials, reference: Reference, language: str) -> str:
    """Give the address that a reference leads to for readers of `language`, or nothing if the public has none."""
    if not site.archive.holds(reference):
        return ""
    places = site.facts.addresses
    fragment = f"#{reference.fragment}" if reference.fragment else ""
    if reference.page:
        # The home page of a site in one language has the empty address, which would read as no target.
        return (places.docs_page(reference.page) or "./") + fragment
    if reference.file:
        return places.file(reference.release, reference.file) + fragment
    return places.release(reference.language or language, reference.release) + fragment


def _relations(site: Materials, release: Release) -> Relations:
    record, archive = release.record, site.archive
    return Relations(
        related=site.entries(record.related),
        supersedes=site.entries(record.supersedes),
        superseded_by=site.entries(archive.superseded_by.get(release.id, ())),
        corrects=site.entries(record.corrects),
        corrected_by=site.entries(archive.corrected_by.get(release.id, ())),
    )


def _files(release: Release) -> Iterator[Output]:
    for file in release.files:
        yield Output(f"releases/{release.id}/{file.name}", copied, {"source": file.source})


def _redirects(site: Materials, release: Release) -> Iterator[Output]:
    target = site.facts.addresses.release(release.original, release.id)
    for alias in release.record.aliases:
        address = site.facts.addresses.alias(alias)
        inputs = {"source": address, "target": target, "site_url": site.facts.site_url}
        yield Output(addresses.file_of(address), redirect, inputs)


def copied(source: str) -> bytes:
    """Give the bytes of a release's file."""
    return Path(source).read_bytes()
