"""Declare all files that a site publishes, from the language chooser to the sitemap.

`Site.slices` declares them in slices, one for each thing that the site publishes, and nothing else is published. What
is in a slice is declared by the modules beside this one, each output with what it is made from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.archive import Holdings
from pressgen.exports import SitemapEntry
from pressgen.model import Release
from pressgen.model.groups import Group
from pressgen.search.pages import PageText
from pressgen.site.assets import asset_outputs
from pressgen.site.calendar import calendar_outputs, calendar_years
from pressgen.site.data import Data
from pressgen.site.data_by_year import DataList
from pressgen.site.feeds import FEED_LENGTH, Subscriptions
from pressgen.site.front import front
from pressgen.site.keys import SliceKeys, combined
from pressgen.site.ledger import ledger_outputs, ledger_year_outputs, ledger_years, year_counts
from pressgen.site.materials import LATEST, Materials, page_output
from pressgen.site.naming import subjects_in
from pressgen.site.output import Call, FileOutput, Output, PageOutput
from pressgen.site.profiles import group_outputs, profile_outputs, profile_period_outputs, profile_periods
from pressgen.site.releases import archive_outputs, release_outputs, year_outputs
from pressgen.site.search import index_outputs, search_outputs
from pressgen.site.search.page import search_page_outputs
from pressgen.site.slices import Slice
from pressgen.views.lists.ledger import LONGEST
from pressgen.views.page import PageType
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.pages.home import Front, home_page
from pressgen.views.pages.not_found import not_found_page
from pressgen.views.pages.redirect import redirect

Entry = TypeVar("Entry")

INDEX = "search index"
"""The name of the slice that depends on the texts of the pages of `docs/`."""


@dataclass(frozen=True)
class Site(Materials):
    """A site, declared from its archive and its facts."""

    def outputs(
        self, docs_entries: Collection[SitemapEntry] = (), docs_texts: Sequence[PageText] | None = None
    ) -> Iterator[Output]:
        """Declare every file that pressgen publishes: the outputs of all slices, in their order, and the sitemap."""
        entries = [*docs_entries]
        for slice_ in self.slices(docs_entries, docs_texts):
            for output in slice_.outputs():
                if isinstance(output, PageOutput) and output.entry:
                    entries.append(output.entry)
                yield output
        yield from self.sitemap(entries)

    def slices(
        self, docs_entries: Collection[SitemapEntry] = (), docs_texts: Sequence[PageText] | None = None
    ) -> Iterator[Slice]:
        """Declare the slices of the site but for the sitemap, in the order in which a reader meets what is in them.

        `docs_entries` are the sitemap's entries of the pages of `docs/`, which the host makes itself: where one is the
        home page of its language, the site has no other. `docs_texts` are their texts for the search index, which is
        left out until they are known.
        """
        if docs_texts is not None:
            yield self._index(docs_texts)
        yield self._front(frozenset(entry.address for entry in docs_entries))
        yield from self.chapters
        yield Slice("not found", self._keys.of(), self._not_found)

    def sitemap(self, entries: Collection[SitemapEntry]) -> Iterator[FileOutput]:
        """Declare the sitemap with these entries, if the site knows its own address: in parts if it is long."""
        url = self.facts.site_url
        parts = exports.sitemap_parts(tuple(entries)) if url else {}
        for number, of_part in parts.items():
            yield FileOutput(addresses.sitemap_part(number), Call.of(exports.sitemap, url, of_part))
        if len(parts) > 1:
            named = tuple(map(addresses.sitemap_part, parts))
            yield FileOutput(addresses.SITEMAP, Call.of(exports.sitemap_index, url, named))

    @cached_property
    def chapters(self) -> tuple[Slice, ...]:
        """The slices behind the front page, which do not depend on the pages of `docs/`."""
        return tuple(self._chapters())

    def _chapters(self) -> Iterator[Slice]:
        files = self._keys.value(self.year_files)
        yield Slice("archive", self._keys.of(self._public_keys.archive(), self._keys.archive(), files), self._archive)
        yield from self._years()
        for release in self.archive.releases:
            yield Slice(f"release {release.id}", self._keys.release(release), partial(self._release, release))
        yield from self._groups()
        yield from self._ledger()
        yield from self._calendar()
        yield from self._encounters()
        yield from self._feeds()
        yield from self._whole_archive()
        yield Slice("schemas", self._keys.of(), self._data.schemas)
        in_search = self._keys.value((self.years(), self._opening.ways))
        names = self._keys.names(self._opening.ways.subjects)
        yield Slice("search", self._keys.of(in_search, names), self._search)
        yield Slice("assets", self._keys.of(), partial(asset_outputs, self))

    @cached_property
    def _keys(self) -> SliceKeys:
        return SliceKeys(self)

    @cached_property
    def _public_keys(self) -> SliceKeys:
        """The keys of the site as the public sees it: files for machines are made from it."""
        return self._keys if self.public is self else SliceKeys(self.public)

    @cached_property
    def _data(self) -> Data:
        return Data(self.public)

    @cached_property
    def _subscriptions(self) -> Subscriptions:
        return Subscriptions(self.public)

    def _years(self) -> Iterator[Slice]:
        years = self.years()
        for year, releases in self.archive.by_year.items():
            counts = self._keys.value((years, self.year_files.get(year)))
            key = self._keys.of(counts, self._keys.all_listed(releases))
            yield Slice(f"year {year}", key, partial(self._year, year))

    def _groups(self) -> Iterator[Slice]:
        for group, entries in self.archive.groups.items():
            public = self.public.archive.groups.get(group, ())
            key = self._keys.of(self._keys.group(entries), self._public_keys.group(public))
            yield Slice(f"group {group.name}", key, partial(self._group, group))
            for holdings in entries:
                yield from self._profiles(holdings)

    def _profiles(self, holdings: Holdings) -> Iterator[Slice]:
        """Declare a profile, with a slice for each of its periods: what a decade has shows nothing of another."""
        keys, subject, years = self._keys, holdings.subject, holdings.years
        periods = profile_periods(holdings.releases, years)
        listed = {period: keys.all_listed(releases) for period, releases in periods.items()}
        key = keys.profile(holdings, listed.values() or [keys.all_listed(holdings.releases)])
        name = f"profile {subject.group.name} {subject.id}"
        yield Slice(name, key, partial(self._profile, holdings))
        for period, releases in periods.items():
            outputs = partial(profile_period_outputs, self, subject, years, period, releases)
            of_period = f"{name} {period.first}-{period.last}"
            yield Slice(of_period, keys.profile_period(subject, listed[period], years), outputs)

    def _ledger(self) -> Iterator[Slice]:
        keys, encounters = self._keys, self.archive.encounters
        if not encounters:
            return
        key = keys.of(keys.encounters(encounters), keys.releases_of(encounters[:LONGEST]))
        yield Slice("ledger", key, partial(ledger_outputs, self))
        counts = keys.value(year_counts(encounters))
        for year, of_year in ledger_years(self).items():
            key = keys.of(counts, keys.releases_of(of_year))
            yield Slice(f"ledger {year}", key, partial(ledger_year_outputs, self, year, of_year))

    def _calendar(self) -> Iterator[Slice]:
        by_year = calendar_years(self)
        counts = self._keys.value(tuple((year, len(releases)) for year, releases in by_year.items()))
        for year in reversed(by_year):
            key = self._keys.of(counts, self._keys.all_listed(by_year[year]))
            yield Slice(f"calendar {year}", key, partial(calendar_outputs, self, year, by_year))

    def _encounters(self) -> Iterator[Slice]:
        """Declare the ledger and the calendar for machines."""
        keys, data = self._public_keys, self._data
        yield from self._in_parts("ledger data", data.encounters, keys.releases_of, data.ledger)
        yield from self._in_parts("calendar data", data.events, keys.all_listed, data.calendar)

    def _in_parts(
        self,
        name: str,
        entries: DataList[Entry],
        key: Callable[[Iterable[Entry]], bytes],
        outputs: Callable[[int | None], Iterator[Output]],
    ) -> Iterator[Slice]:
        """Declare a list for machines, with a slice for each year if it has many entries; nothing if it has none."""
        keys = self._public_keys
        if entries.is_cut:
            counts = ((year, len(of_year)) for year, of_year in entries.by_year.items())
            yield Slice(name, keys.of(keys.value(tuple(counts))), partial(outputs, None))
            for year, of_year in entries.by_year.items():
                yield Slice(f"{name} {year}", keys.of(key(of_year)), partial(outputs, year))
        elif entries.entries:
            yield Slice(name, keys.of(key(entries.entries)), partial(outputs, None))

    def _whole_archive(self) -> Iterator[Slice]:
        """Declare the archive as lines, which have the texts, and as tables, which do not."""
        keys, by_year = self._public_keys, self.public.archive.by_year
        tables: dict[Address, list[int]] = {addresses.TABLE: []}
        for year, files in self.year_files.items():
            key = keys.of(keys.value(files), keys.all_whole(by_year[year]))
            yield Slice(f"lines {year}", key, partial(self._data.lines, year))
            tables.setdefault(files.table, []).append(year)
        for table, years in tables.items():
            of_years = {year: keys.of(keys.all_related(by_year[year])) for year in years}
            key = combined(table, *of_years.values())
            yield Slice(f"table {table}", key, partial(self._data.table, table, of_years))

    def _feeds(self) -> Iterator[Slice]:
        """Declare the feeds of a site that knows its own address, since theirs are complete ones."""
        if not self.facts.site_url:
            return
        keys, subscriptions, public = self._public_keys, self._subscriptions, self.public.archive
        latest = subscriptions.latest(public.releases, FEED_LENGTH)
        key = keys.of(keys.all_whole(latest), keys.all_listed(public.releases))
        yield Slice("feeds", key, subscriptions.archive)
        for subject, holdings in public.holdings.items():
            name = f"feeds {subject.group.name} {subject.id}"
            key = keys.of(keys.name(subject), keys.all_listed(holdings.all), bool(self.public.dated))
            yield Slice(name, key, partial(subscriptions.subject, holdings))

    def _archive(self) -> Iterator[Output]:
        yield from archive_outputs(self)
        yield from self._data.archive()

    def _year(self, year: int) -> Iterator[Output]:
        yield from year_outputs(self, year)
        yield from self._data.year(year)

    def _release(self, release: Release) -> Iterator[Output]:
        yield from release_outputs(self, release)
        yield from self._data.release(release)

    def _group(self, group: Group) -> Iterator[Output]:
        yield from group_outputs(self, group)
        yield from self._data.group(group)

    def _profile(self, holdings: Holdings) -> Iterator[Output]:
        yield from profile_outputs(self, holdings)
        yield from self._data.profile(holdings.subject)

    def _index(self, docs_texts: Sequence[PageText]) -> Slice:
        keys, public = self._public_keys, self.public.archive
        key = keys.of(keys.all_whole(public.releases), keys.value(tuple(docs_texts)))
        return Slice(INDEX, key, partial(index_outputs, self, keys, docs_texts))

    def _search(self) -> Iterator[Output]:
        yield from search_outputs(self)
        yield from search_page_outputs(self)

    @cached_property
    def _opening(self) -> Front:
        return front(self)

    def _front(self, in_docs: Collection[Address]) -> Slice:
        """Declare what stands at the root, and the home page of each language that has none in `docs/`."""
        keys, opening = self._keys, self._opening
        names = keys.names(sorted(subjects_in((opening.met, opening.ways.subjects))))
        latest = keys.all_listed(self.archive.listed[:LATEST])
        value = keys.value((opening.years, opening.met, opening.ways))
        key = keys.of(self.newest, value, names, latest, *sorted(in_docs))
        return Slice("front", key, partial(self._front_outputs, in_docs))

    def _front_outputs(self, in_docs: Collection[Address]) -> Iterator[Output]:
        opening = self._opening
        yield self._root()
        facts = self.naming(opening.met, opening.ways.subjects)
        for language in self.languages:
            address = self.facts.addresses.home(language)
            if address not in in_docs:
                entry = SitemapEntry(address, self.newest)
                content = Call.of(home_page, facts, language, opening)
                yield page_output(PageType.HOME, address, language, content, entry)

    def _not_found(self) -> Iterator[Output]:
        content = Call.of(not_found_page, self.nameless)
        yield page_output(PageType.NOT_FOUND, addresses.NOT_FOUND, self.languages[0], content)

    def _root(self) -> Output:
        """Declare the language chooser; on a site with one language, the page that redirects to its home page."""
        facts, first = self.nameless, self.languages[0]
        if facts.addresses.several:
            entry = SitemapEntry(addresses.ROOT, self.newest)
            return page_output(PageType.CHOOSER, addresses.ROOT, first, Call.of(chooser_page, facts), entry)
        home = facts.addresses.home(first)
        content = Call.of(redirect, addresses.ROOT, home, first, facts.absolute(home), facts.name_in(first))
        return FileOutput(addresses.file_of(addresses.ROOT), content)
