"""What every output is made from: the archive, the site's facts and its shells go in, declared outputs come out.

The chapters of the site (the modules beside this one) use it to declare their pages and files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from pressgen import addresses
from pressgen.addresses import Address
from pressgen.archive import Archive
from pressgen.archive.changes import changed
from pressgen.exports import SitemapEntry
from pressgen.model import Release
from pressgen.model.groups import Group
from pressgen.site.gathering import Gathering
from pressgen.site.subjects import Subjects
from pressgen.views.calendar import CalendarEvent
from pressgen.views.facts import SiteFacts
from pressgen.views.listing import ListingEntry, YearCount
from pressgen.views.page import Page, PageType, Shell, ShellKey, place

LATEST = 10
"""How many releases a home page shows."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site: its path, and the function of its named inputs that gives its bytes.

    `entry` is what the sitemap says of a page that search engines may show.
    """

    path: str
    make: Callable[..., bytes]
    inputs: Mapping[str, object]
    entry: SitemapEntry | None = None

    def dressed(self, shells: Shells) -> Output:
        """Give the output with its shell in the place of the shell's key, where it is a page."""
        if self.make is not placed:
            return self
        key = self.inputs["shell"]
        return Output(self.path, placed, {**self.inputs, "shell": shells(key)}, self.entry)  # type: ignore[arg-type]  # of `page`


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of `docs/`, which the host makes itself: its address, and those of its translations."""

    address: Address
    translations: Mapping[str, Address]


Shells = Callable[[ShellKey], Shell]


@dataclass(frozen=True)
class Materials:
    """What outputs are made from. `written` are the pages of `docs/`, by address.

    `indexed` says whether what can be searched has an index.
    """

    archive: Archive
    facts: SiteFacts
    shells: Shells
    written: Mapping[str, WrittenPage]
    indexed: bool = True

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the first language first."""
        return self.facts.settings.languages

    @cached_property
    def public(self) -> Self:
        """The same without what only an author's preview shows: files for machines are made from it."""
        return replace(self, archive=self.archive.public) if self.archive.previewed else self

    @cached_property
    def subjects(self) -> Subjects:
        """What its releases are gathered under."""
        return Subjects(self.archive, self.facts)

    @cached_property
    def gathering(self) -> Gathering:
        """What the archive knows of each subject."""
        return Gathering(self.archive)

    @cached_property
    def events(self) -> tuple[CalendarEvent, ...]:
        """The events of the listed releases, the earliest first; those of one day in the order of issue."""
        listed = self.archive.listed[::-1]
        entries = zip(listed, self.entries(release.id for release in listed), strict=True)
        found = [event for release, entry in entries if (event := CalendarEvent.of(release, entry))]
        return tuple(sorted(found, key=lambda event: event.start))

    @cached_property
    def newest(self) -> date | None:
        """The day of the last change of any release, or nothing in an empty archive."""
        return max((last_change(release) for release in self.archive.releases), default=None)

    def page(
        self,
        view: Callable[..., Page],
        type_: PageType | Group,
        address: Address,
        shell_language: str,
        entry: SitemapEntry | None = None,
        **inputs: object,
    ) -> Output:
        """Declare the page that `view` makes of `inputs` and the site's facts, not yet in the shell of its language."""
        depth = -1 if type_ is PageType.NOT_FOUND else address.count("/")
        made_from = {"view": view, "shell": ShellKey(shell_language, depth, type_), "facts": self.facts, **inputs}
        return Output(addresses.file_of(address), placed, made_from, entry)

    def in_every_language(
        self,
        view: Callable[..., Page],
        type_: PageType | Group,
        address_in: Callable[[str], Address],
        day: date | None,
        **inputs: object,
    ) -> Iterator[Output]:
        """Declare a page that every language has, last changed on `day`; `view` gets the `language` as well."""
        translations = self.facts.addresses.translations(address_in, self.languages)
        for language in self.languages:
            address = address_in(language)
            entry = SitemapEntry(address, day, translations)
            yield self.page(view, type_, address, language, entry, language=language, **inputs)

    def latest(self) -> tuple[ListingEntry, ...]:
        """List the newest releases for a home page, which shows none that was withdrawn."""
        return self.entries(release.id for release in self.archive.listed[:LATEST])

    def newest_of_all(self) -> tuple[ListingEntry, ...]:
        """List the newest releases for the page of the archive, the withdrawn among them."""
        return self.entries(release.id for release in self.archive.releases[:LATEST])

    def years(self) -> tuple[YearCount, ...]:
        """Give the years of the archive with the number of releases in each, the latest first."""
        return tuple(YearCount(year, len(releases)) for year, releases in self.archive.by_year.items())

    def entries(self, ids: Iterable[str]) -> tuple[ListingEntry, ...]:
        """Give what lists show of the releases with these ids."""
        return tuple(self._entry[id_] for id_ in ids)

    @cached_property
    def _entry(self) -> Mapping[str, ListingEntry]:
        hidden = self.archive.previewed
        return {
            release.id: ListingEntry.of(release, self.facts, hidden.get(release.id))
            for release in self.archive.releases
        }


def placed(view: Callable[..., Page], shell: Shell, **inputs: object) -> bytes:
    """Give the bytes of a page: what `view` makes of its inputs, in its shell."""
    return place(view(**inputs), shell)


def last_change(release: Release) -> date:
    """Give the day of the last change of a release that its record tells of: a correction, or the withdrawal."""
    record = release.record
    return max([record.day, *changed(record)])
