"""What the chapters of a site (the modules beside this one) declare its outputs from.

Lists and events that several chapters show are collected here once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Concatenate, ParamSpec, Self

from pressgen import addresses
from pressgen.addresses import Address
from pressgen.archive import Archive, dated_event, first_day
from pressgen.archive.changes import changed
from pressgen.archive.sides import owner_of
from pressgen.exports import SitemapEntry
from pressgen.load import Loaded
from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import Group, Subject
from pressgen.settings import Settings
from pressgen.site.naming import subjects_in
from pressgen.site.output import Call, PageOutput
from pressgen.site.whole_archive import files_by_year
from pressgen.views.export_links import YearFiles
from pressgen.views.facts import NO_NAMES, SiteFacts
from pressgen.views.lists.calendar import CalendarEntry
from pressgen.views.lists.listing import ListingEntry, Partner, YearCount
from pressgen.views.page import Page, PageType, ShellKey

P = ParamSpec("P")

LATEST = 10
"""How many releases a home page shows."""


@dataclass(frozen=True)
class Materials:
    """What the chapters declare outputs from: the archive, and the facts of the site with all names of the register."""

    archive: Archive
    facts: SiteFacts
    settings: Settings

    @classmethod
    def of(  # noqa: PLR0913  # all that a site depends on
        cls, loaded: Loaded, settings: Settings, *, name: str, url: str, now: datetime, preview: bool = False
    ) -> Self:
        """Return the site of what was read: its `name`, its `url` that ends with a slash or is empty, and its day.

        It shows what is public at `now`; a `preview` shows all, marked.
        """
        owner = owner_of(settings.issuer, loaded.register.organisations)
        archive = Archive.of(loaded, now, owner=owner, preview=preview)
        return cls(archive, SiteFacts.of(settings, loaded.register, site_name=name, site_url=url), settings)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the first language first."""
        return self.facts.languages

    @cached_property
    def nameless(self) -> SiteFacts:
        """The facts of the site for a page that shows no name of the register but those in its entries of lists."""
        return replace(self.facts, names=NO_NAMES)

    def naming(self, *values: object, profiles: Iterable[Subject] = ()) -> SiteFacts:
        """Return the facts of the site with the names of all subjects in some values, and no others.

        Of `profiles` a page shows all that a profile does.
        """
        names = self.facts.names.only(subjects_in(values), profiles=profiles)
        return replace(self.facts, names=names)

    @cached_property
    def public(self) -> Self:
        """The same without what only an author's preview shows: files for machines are made from it."""
        return replace(self, archive=self.archive.public) if self.archive.previewed else self

    @cached_property
    def year_files(self) -> Mapping[int, YearFiles]:
        """The files for programs that have the public releases of each year, the latest year first."""
        return files_by_year(self.public.archive.by_year, self.facts.addresses)

    @cached_property
    def dated(self) -> tuple[Release, ...]:
        """The listed releases whose events the calendar has, the latest event first, else in the order of issue."""
        dated = (release for release in self.archive.listed if dated_event(release.record))
        return tuple(sorted(dated, key=lambda release: first_day(release.record), reverse=True))

    def events(self, releases: Iterable[Release]) -> tuple[CalendarEntry, ...]:
        """Return what the calendar shows of some releases."""
        return tuple(event for event in map(self._event, releases) if event)

    def _event(self, release: Release) -> CalendarEntry | None:
        entry, start = self._entry(release.id), first_day(release.record)
        if start != entry.day:
            entry = replace(entry, partners=self._partners(release, start))
        return CalendarEntry.of(release, entry)

    def _partners(self, release: Release, day: date | None) -> tuple[Partner, ...]:
        """Name whom a release is with, in every language, as of a day."""
        return tuple(
            Partner(side, FrozenMap((tag, self.facts.side(side, tag, day)) for tag in self.languages))
            for side in self.archive.relations[release.id].partners
        )

    @cached_property
    def newest(self) -> date | None:
        """The day of the last change of any release, or nothing in an empty archive."""
        return max((last_change(release) for release in self.archive.releases), default=None)

    def in_every_language(
        self,
        type_: PageType | Group,
        address_in: Callable[[str], Address],
        day: date | None,
        facts: SiteFacts,
        view: Callable[Concatenate[SiteFacts, str, P], Page],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Iterator[PageOutput]:
        """Declare a page that every language has, last changed on `day`, with the arguments of its view.

        The view takes the `facts`, which name what the page shows, and the language before them.
        """
        for language in self.languages:
            address = address_in(language)
            content = Call.of(view, facts, language, *args, **kwargs)
            yield page_output(type_, address, language, content, SitemapEntry(address, day))

    def latest(self) -> tuple[ListingEntry, ...]:
        """List the newest releases for a home page, which shows none that was withdrawn."""
        return self.entries(release.id for release in self.archive.listed[:LATEST])

    def newest_of_all(self) -> tuple[ListingEntry, ...]:
        """List the newest releases for the page of the archive, the withdrawn among them."""
        return self.entries(release.id for release in self.archive.releases[:LATEST])

    def years(self) -> tuple[YearCount, ...]:
        """Count the releases of each year of the archive, the latest year first."""
        return tuple(YearCount(year, len(releases)) for year, releases in self.archive.by_year.items())

    def entries(self, ids: Iterable[str]) -> tuple[ListingEntry, ...]:
        """Return the entries in lists of the releases with these ids."""
        return tuple(map(self._entry, ids))

    def _entry(self, id_: str) -> ListingEntry:
        if id_ not in self._entries:
            release = self.archive.by_id[id_]
            partners = self._partners(release, release.record.day)
            hidden, force = self.archive.previewed.get(id_), self.archive.force.get(id_)
            self._entries[id_] = ListingEntry.of(release, partners, hidden, force)
        return self._entries[id_]

    @cached_property
    def _entries(self) -> dict[str, ListingEntry]:
        return {}


def page_output(
    type_: PageType | Group, address: Address, language: str, content: Call[Page], entry: SitemapEntry | None = None
) -> PageOutput:
    """Declare the page at an address, in the shell of its language, depth and type."""
    depth = -1 if type_ is PageType.NOT_FOUND else address.count("/")
    return PageOutput(addresses.file_of(address), ShellKey(language, depth, type_), content, entry)


def last_change(release: Release) -> date:
    """Return the day of a release's last change: of a correction, of the withdrawal, or else of its issue."""
    record = release.record
    return max([record.day, *changed(record)])
