"""The story of the site: the archive goes in, every output of the site comes out, declared but not yet made.

`outputs` names each file with its address and its inputs, from the language chooser to the sitemap. Nothing is made
here, and nothing that is not named here is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.archive import Archive
from pressgen.exports import SitemapEntry
from pressgen.model import Edition, Reference, Release
from pressgen.views.chooser import chooser_page
from pressgen.views.facts import SiteFacts
from pressgen.views.home import home_page
from pressgen.views.listing import ListingEntry, Relations, YearCount, archive_page, year_page
from pressgen.views.notfound import not_found_page
from pressgen.views.notice import missing_edition_page
from pressgen.views.page import Page, PageType, Shell, ShellKey, place
from pressgen.views.redirect import redirect
from pressgen.views.release import release_page

LATEST = 10
"""How many releases a home page shows."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site: its path, and the function of its named inputs that gives its bytes."""

    path: str
    make: Callable[..., bytes]
    inputs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of `docs/`, which the host makes itself: its address, and those of its translations."""

    address: Address
    translations: Mapping[str, Address]


Shells = Callable[[ShellKey], Shell]


@dataclass(frozen=True)
class Site:
    """What every output is made from: the archive, the facts of the site, the shells, and the pages of `docs/`."""

    archive: Archive
    facts: SiteFacts
    shells: Shells
    written: Mapping[str, WrittenPage]

    def outputs(self) -> Iterator[Output]:
        """Tell the story of the site: every file that pressgen publishes, in the order in which a reader meets them."""
        if self.facts.addresses.prefixed:
            yield self._page(chooser_page, addresses.CHOOSER, PageType.CHOOSER, self.facts.settings.first_language)
        for language in self.facts.settings.languages:
            yield from self._home(language)
            yield from self._listings(language)
            for release in self.archive.releases:
                yield self._release(release, language)
        for release in self.archive.releases:
            yield from self._files(release)
            yield from self._redirects(release)
        yield self._page(not_found_page, addresses.NOT_FOUND, PageType.NOT_FOUND, self.facts.settings.first_language)
        yield Output(addresses.STYLE, ministry_style, {"colour": self.facts.settings.colour})
        if self.facts.site_url:
            yield Output(
                addresses.SITEMAP,
                exports.sitemap,
                {"site_url": self.facts.site_url, "entries": tuple(self._sitemap_entries())},
            )

    def latest(self) -> tuple[ListingEntry, ...]:
        """Give the newest releases, as a home page lists them."""
        return self._entries(release.id for release in self.archive.listed[:LATEST])

    def years(self) -> tuple[YearCount, ...]:
        """Give the years of the archive with the number of releases in each, the latest first."""
        return tuple(YearCount(year, len(releases)) for year, releases in self.archive.by_year.items())

    def _home(self, language: str) -> Iterator[Output]:
        address = self.facts.addresses.home(language)
        if address not in self.written:
            yield self._page(
                home_page, address, PageType.HOME, language, language=language, latest=self.latest(), years=self.years()
            )

    def _listings(self, language: str) -> Iterator[Output]:
        years = self.years()
        yield self._page(
            archive_page,
            self.facts.addresses.releases(language),
            PageType.LISTING,
            language,
            language=language,
            years=years,
            latest=self.latest(),
        )
        for year, releases in self.archive.by_year.items():
            yield self._page(
                year_page,
                self.facts.addresses.year(language, year),
                PageType.LISTING,
                language,
                language=language,
                year=year,
                years=years,
                entries=self._entries(release.id for release in releases),
            )

    def _release(self, release: Release, language: str) -> Output:
        edition = release.editions.get(language)
        return self._page(
            release_page if edition else missing_edition_page,
            self.facts.addresses.release(language, release.id),
            PageType.RELEASE if edition else PageType.NOTICE,
            language,
            language=language,
            release=release,
            links=self._links(edition or release.editions[release.original], language),
            relations=self._relations(release),
            hidden=self.archive.previewed.get(release.id),
        )

    def _links(self, edition: Edition, language: str) -> tuple[str, ...]:
        return tuple(self._target(reference, language) for reference in edition.body.references)

    def _target(self, reference: Reference, language: str) -> str:
        """Give the address that a reference leads to for readers of `language`, or nothing if the public has none."""
        if not self.archive.holds(reference):
            return ""
        fragment = f"#{reference.fragment}" if reference.fragment else ""
        if reference.page:
            # The home page of a site in one language has the empty address, which would read as no target.
            return (self.facts.addresses.docs_page(reference.page) or "./") + fragment
        if reference.file:
            return self.facts.addresses.file(reference.release, reference.file) + fragment
        return self.facts.addresses.release(reference.language or language, reference.release) + fragment

    def _relations(self, release: Release) -> Relations:
        return Relations(
            related=self._entries(release.record.related),
            supersedes=self._entries(release.record.supersedes),
            superseded_by=self._entries(self.archive.superseded_by.get(release.id, ())),
            corrects=self._entries(release.record.corrects),
            corrected_by=self._entries(self.archive.corrected_by.get(release.id, ())),
        )

    @cached_property
    def _entry(self) -> Mapping[str, ListingEntry]:
        hidden = self.archive.previewed
        return {
            release.id: ListingEntry.of(release, self.facts, hidden.get(release.id))
            for release in self.archive.releases
        }

    def _entries(self, ids: Iterable[str]) -> tuple[ListingEntry, ...]:
        return tuple(self._entry[id_] for id_ in ids)

    def _files(self, release: Release) -> Iterator[Output]:
        for file in release.files:
            yield Output(f"releases/{release.id}/{file.name}", copied, {"source": file.source})

    def _redirects(self, release: Release) -> Iterator[Output]:
        target = self.facts.addresses.release(release.original, release.id)
        for alias in release.record.aliases:
            address = self.facts.addresses.alias(alias)
            inputs = {"source": address, "target": target, "site_url": self.facts.site_url}
            yield Output(addresses.file_of(address), redirect, inputs)

    def _sitemap_entries(self) -> Iterator[SitemapEntry]:
        yield from (SitemapEntry(page.address, None, page.translations) for page in self.written.values())
        places, languages = self.facts.addresses, self.facts.settings.languages
        newest = max((last_change(release) for release in self.archive.listed), default=None)
        if places.prefixed:
            yield SitemapEntry(addresses.CHOOSER, newest, places.home_translations())
        for language in languages:
            if places.home(language) not in self.written:
                yield SitemapEntry(places.home(language), newest, places.home_translations())
            yield SitemapEntry(places.releases(language), newest, places.translations(places.releases, languages))
            for year, releases in self.archive.by_year.items():
                day = max(last_change(release) for release in releases)
                of_year = places.translations(lambda tag, year=year: places.year(tag, year), languages)  # type: ignore[misc]
                yield SitemapEntry(places.year(language, year), day, of_year)
        for release in self.archive.listed:
            for language in release.editions:
                yield SitemapEntry(
                    places.release(language, release.id), last_change(release), places.release_translations(release)
                )

    def _page(
        self, view: Callable[..., Page], address: Address, type_: PageType, shell_language: str, **inputs: object
    ) -> Output:
        depth = -1 if type_ is PageType.NOT_FOUND else address.count("/")
        shell = self.shells(ShellKey(shell_language, depth, type_))
        return Output(addresses.file_of(address), placed, {"view": view, "shell": shell, "facts": self.facts, **inputs})


def placed(view: Callable[..., Page], shell: Shell, **inputs: object) -> bytes:
    """Give the bytes of a page: what `view` makes of its inputs, in its shell."""
    return place(view(**inputs), shell).encode()


def copied(source: str) -> bytes:
    """Give the bytes of a release's file."""
    return Path(source).read_bytes()


def ministry_style(colour: str) -> bytes:
    """Give the style sheet that carries the ministry's colour (`#rrggbb`) to every page."""
    return f":root {{\n  --pressgen-colour: {colour};\n}}\n".encode()


def last_change(release: Release) -> date:
    """Give the day of the last change of a release that its record tells of."""
    return max([release.record.day, *(correction.date for correction in release.record.corrections)])
