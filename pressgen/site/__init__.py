"""Declare all files that a site publishes, from the language chooser to the sitemap.

`Site.outputs` declares each file with its address and with what it is made from; nothing else is published. Each
chapter is a module beside this one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.exports import SitemapEntry
from pressgen.search.pages import PageText
from pressgen.site.assets import asset_outputs
from pressgen.site.calendar import calendar_outputs
from pressgen.site.data import data_outputs
from pressgen.site.feeds import feed_outputs
from pressgen.site.front import front
from pressgen.site.ledger import ledger_outputs
from pressgen.site.materials import Materials, page_output
from pressgen.site.output import Call, FileOutput, Output, PageOutput
from pressgen.site.profiles import profile_outputs
from pressgen.site.releases import release_outputs
from pressgen.site.search import index_outputs, search_outputs
from pressgen.site.search.page import search_page_outputs
from pressgen.views.page import PageType
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.pages.home import home_page
from pressgen.views.pages.not_found import not_found_page
from pressgen.views.pages.redirect import redirect

CHAPTERS = (
    release_outputs,
    profile_outputs,
    ledger_outputs,
    calendar_outputs,
    feed_outputs,
    data_outputs,
    search_outputs,
    search_page_outputs,
    asset_outputs,
)
"""The chapters behind the front page, in the order in which a reader meets them."""


@dataclass(frozen=True)
class Site(Materials):
    """A site, declared from its archive and its facts."""

    def outputs(
        self, docs_entries: Collection[SitemapEntry] = (), docs_texts: Sequence[PageText] | None = None
    ) -> Iterator[Output]:
        """Declare every file that pressgen publishes.

        `docs_entries` are the sitemap's entries of the pages of `docs/`, which the host makes itself: where one is the
        home page of its language, the site has no other. `docs_texts` are their texts for the search index, which is
        left out until they are known.
        """
        if docs_texts is not None:
            yield from index_outputs(self, docs_texts)
        entries = [*docs_entries]
        for output in self._pages({entry.address for entry in docs_entries}):
            if isinstance(output, PageOutput) and output.entry:
                entries.append(output.entry)
            yield output
        first = self.languages[0]
        yield page_output(PageType.NOT_FOUND, addresses.NOT_FOUND, first, Call.of(not_found_page, self.nameless))
        if self.facts.site_url:
            yield FileOutput(addresses.SITEMAP, Call.of(exports.sitemap, self.facts.site_url, tuple(entries)))

    @cached_property
    def chapters(self) -> tuple[Output, ...]:
        """The outputs of the chapters, which do not depend on the pages of `docs/`."""
        return tuple(output for chapter in CHAPTERS for output in chapter(self))

    def _pages(self, in_docs: Collection[Address]) -> Iterator[Output]:
        """Declare what stands at the root, the home page of each language that has none in `docs/`, the chapters."""
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
        yield from self.chapters

    def _root(self, translations: Mapping[str, Address]) -> Output:
        """Declare the language chooser; on a site with one language, the page that redirects to its home page."""
        facts, first = self.nameless, self.languages[0]
        if facts.addresses.several:
            entry = SitemapEntry(addresses.ROOT, self.newest, translations)
            return page_output(PageType.CHOOSER, addresses.ROOT, first, Call.of(chooser_page, facts), entry)
        home = facts.addresses.home(first)
        content = Call.of(redirect, addresses.ROOT, home, first, facts.absolute(home), facts.name_in(first))
        return FileOutput(addresses.file_of(addresses.ROOT), content)
