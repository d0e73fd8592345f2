"""Declare all files that a site publishes, from the language chooser to the sitemap.

`Site.slices` declares them in slices, one for each thing that the site publishes, and nothing else is published. What
is in a slice is declared by the modules beside this one, each output with what it is made from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

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
from pressgen.site.feeds import Subscriptions
from pressgen.site.front import front
from pressgen.site.ledger import ledger_outputs, ledger_year_outputs, ledger_years
from pressgen.site.materials import Materials, page_output
from pressgen.site.output import Call, FileOutput, Output, PageOutput
from pressgen.site.profiles import group_outputs, profile_outputs
from pressgen.site.releases import archive_outputs, release_outputs, year_outputs
from pressgen.site.search import index_outputs, search_outputs
from pressgen.site.search.page import search_page_outputs
from pressgen.site.slices import Slice
from pressgen.views.page import PageType
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.pages.home import home_page
from pressgen.views.pages.not_found import not_found_page
from pressgen.views.pages.redirect import redirect


@dataclass(frozen=True)
class Site(Materials):
    """A site, declared from its archive and its facts."""

    def outputs(
        self, docs_entries: Collection[SitemapEntry] = (), docs_texts: Sequence[PageText] | None = None
    ) -> Iterator[Output]:
        """Declare every file that pressgen publishes: the outputs of all slices, in their order."""
        for slice_ in self.slices(docs_entries, docs_texts):
            yield from slice_.outputs()

    def slices(
        self, docs_entries: Collection[SitemapEntry] = (), docs_texts: Sequence[PageText] | None = None
    ) -> Iterator[Slice]:
        """Declare the slices of the site, in the order in which a reader meets what is in them.

        `docs_entries` are the sitemap's entries of the pages of `docs/`, which the host makes itself: where one is the
        home page of its language, the site has no other. `docs_texts` are their texts for the search index, which is
        left out until they are known.
        """
        if docs_texts is not None:
            yield Slice("search index", None, partial(index_outputs, self, docs_texts))
        in_docs = frozenset(entry.address for entry in docs_entries)
        yield Slice("front", None, partial(self._front, in_docs))
        yield from self.chapters
        yield Slice("not found", None, self._not_found)
        if self.facts.site_url:
            yield Slice("sitemap", None, partial(self._sitemap, docs_entries))

    @cached_property
    def chapters(self) -> tuple[Slice, ...]:
        """The slices behind the front page, which do not depend on the pages of `docs/`."""
        return tuple(replace(slice_, outputs=partial(self._once, slice_)) for slice_ in self._chapters())

    def _once(self, slice_: Slice) -> Iterator[Output]:
        """Declare a slice, and keep its outputs: the sitemap lists them as well."""
        if slice_.name not in self._declared:
            self._declared[slice_.name] = tuple(slice_.outputs())
        return iter(self._declared[slice_.name])

    @cached_property
    def _declared(self) -> dict[str, tuple[Output, ...]]:
        return {}

    def _chapters(self) -> Iterator[Slice]:
        archive = self.archive
        yield Slice("archive", None, self._archive)
        for year in archive.by_year:
            yield Slice(f"year {year}", None, partial(self._year, year))
        for release in archive.releases:
            yield Slice(f"release {release.id}", None, partial(self._release, release))
        for group, entries in archive.groups.items():
            yield Slice(f"group {group.name}", None, partial(self._group, group))
            for holdings in entries:
                subject = holdings.subject
                yield Slice(f"profile {subject.group.name} {subject.id}", None, partial(self._profile, holdings))
        yield from self._ledger()
        events = calendar_years(self)
        for year in reversed(events):
            yield Slice(f"calendar {year}", None, partial(calendar_outputs, self, year, events))
        yield Slice("encounters", None, self._data.encounters)
        yield from self._feeds()
        yield Slice("whole archive", None, self._data.whole)
        yield Slice("schemas", None, self._data.schemas)
        yield Slice("search", None, self._search)
        yield Slice("assets", None, partial(asset_outputs, self))

    @cached_property
    def _data(self) -> Data:
        return Data(self.public)

    @cached_property
    def _subscriptions(self) -> Subscriptions:
        return Subscriptions(self.public)

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

    def _ledger(self) -> Iterator[Slice]:
        if self.archive.encounters:
            yield Slice("ledger", None, partial(ledger_outputs, self))
            for year, encounters in ledger_years(self).items():
                yield Slice(f"ledger {year}", None, partial(ledger_year_outputs, self, year, encounters))

    def _feeds(self) -> Iterator[Slice]:
        """Declare the feeds of a site that knows its own address, since theirs are complete ones."""
        if self.facts.site_url:
            yield Slice("feeds", None, self._subscriptions.archive)
            for subject, holdings in self.public.archive.holdings.items():
                outputs = partial(self._subscriptions.subject, holdings)
                yield Slice(f"feeds {subject.group.name} {subject.id}", None, outputs)

    def _search(self) -> Iterator[Output]:
        yield from search_outputs(self)
        yield from search_page_outputs(self)

    def _front(self, in_docs: Collection[Address]) -> Iterator[Output]:
        """Declare what stands at the root, and the home page of each language that has none in `docs/`."""
        translations = self.facts.addresses.home_translations()
        yield self._root(translations)
        opening = front(self)
        facts = self.naming(opening.met, opening.ways.subjects)
        for language in self.languages:
            address = self.facts.addresses.home(language)
            if address not in in_docs:
                entry = SitemapEntry(address, self.newest, translations)
                content = Call.of(home_page, facts, language, opening)
                yield page_output(PageType.HOME, address, language, content, entry)

    def _not_found(self) -> Iterator[Output]:
        content = Call.of(not_found_page, self.nameless)
        yield page_output(PageType.NOT_FOUND, addresses.NOT_FOUND, self.languages[0], content)

    def _sitemap(self, docs_entries: Collection[SitemapEntry]) -> Iterator[Output]:
        in_docs = frozenset(entry.address for entry in docs_entries)
        outputs = (*self._front(in_docs), *(output for slice_ in self.chapters for output in slice_.outputs()))
        own = (output.entry for output in outputs if isinstance(output, PageOutput) and output.entry)
        yield FileOutput(addresses.SITEMAP, Call.of(exports.sitemap, self.facts.site_url, (*docs_entries, *own)))

    def _root(self, translations: Mapping[str, Address]) -> Output:
        """Declare the language chooser; on a site with one language, the page that redirects to its home page."""
        facts, first = self.nameless, self.languages[0]
        if facts.addresses.several:
            entry = SitemapEntry(addresses.ROOT, self.newest, translations)
            return page_output(PageType.CHOOSER, addresses.ROOT, first, Call.of(chooser_page, facts), entry)
        home = facts.addresses.home(first)
        content = Call.of(redirect, addresses.ROOT, home, first, facts.absolute(home), facts.name_in(first))
        return FileOutput(addresses.file_of(addresses.ROOT), content)
