"""The story of the site: the archive goes in, every output of the site comes out, declared but not yet made.

`Site.outputs` names each file with its address and its inputs, from the language chooser to the sitemap. Nothing is
made here, and nothing that is not named here is published. Each chapter of the story is a module beside this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.exports import SitemapEntry
from pressgen.site.calendar import calendar_outputs
from pressgen.site.data import data_outputs
from pressgen.site.feeds import feed_outputs
from pressgen.site.front import front
from pressgen.site.ledger import ledger_outputs
from pressgen.site.materials import Materials, Output, Shells, WrittenPage, placed
from pressgen.site.profiles import profile_outputs
from pressgen.site.releases import copied, release_outputs
from pressgen.site.search import search_outputs
from pressgen.site.search_page import search_page_outputs
from pressgen.views.chooser import chooser_page
from pressgen.views.home import home_page
from pressgen.views.notfound import not_found_page
from pressgen.views.page import PageType
from pressgen.views.redirect import redirect

__all__ = ["Output", "Shells", "Site", "WrittenPage", "copied", "placed"]

CHAPTERS = (
    release_outputs,
    profile_outputs,
    ledger_outputs,
    calendar_outputs,
    feed_outputs,
    data_outputs,
    search_outputs,
)
"""The chapters behind the front page, in the order in which a reader meets them."""


@dataclass(frozen=True)
class Site(Materials):
    """A site, which tells all that it consists of.

    `told` is what the chapters behind the front page have told of this archive already. They depend neither on the
    shells nor on the pages of `docs/`, so that a build which asks for paths first need not hear them twice. The search
    page is not among them: it depends on whether the index could be made.
    """

    told: Sequence[Output] = ()

    def outputs(self) -> Iterator[Output]:
        """Tell the story of the site: every file that pressgen publishes."""
        for output in self._undressed():
            yield output.dressed(self.shells)

    def chapters(self) -> Sequence[Output]:
        """Tell the chapters behind the front page, their pages not yet in shells."""
        return self.told or tuple(output for chapter in CHAPTERS for output in chapter(self))

    def _undressed(self) -> Iterator[Output]:
        entries = [SitemapEntry(page.address, None, page.translations) for page in self.written.values()]
        for output in self._pages():
            if output.entry:
                entries.append(output.entry)
            yield output
        first = self.facts.settings.first_language
        yield self.page(not_found_page, PageType.NOT_FOUND, addresses.NOT_FOUND, first)
        yield Output(addresses.STYLE, ministry_style, {"colour": self.facts.settings.colour})
        if self.facts.site_url:
            yield Output(
                addresses.SITEMAP, exports.sitemap, {"site_url": self.facts.site_url, "entries": tuple(entries)}
            )

    def _pages(self) -> Iterator[Output]:
        yield from self._front()
        yield from self.chapters()
        yield from search_page_outputs(self)

    def _front(self) -> Iterator[Output]:
        """Declare what stands at the root, and the home page of each language that has none in `docs/`."""
        translations = self.facts.addresses.home_translations()
        yield self._root(translations)
        opening = front(self)
        for language in self.languages:
            address = self.facts.addresses.home(language)
            if address not in self.written:
                entry = SitemapEntry(address, self.newest, translations)
                yield self.page(home_page, PageType.HOME, address, language, entry, language=language, front=opening)

    def _root(self, translations: Mapping[str, Address]) -> Output:
        """Declare the language chooser, or where there is one language the page that leads on to its home page."""
        places, first = self.facts.addresses, self.facts.settings.first_language
        if places.several:
            entry = SitemapEntry(addresses.ROOT, self.newest, translations)
            return self.page(chooser_page, PageType.CHOOSER, addresses.ROOT, first, entry)
        return Output(
            addresses.file_of(addresses.ROOT),
            redirect,
            {
                "source": addresses.ROOT,
                "target": places.home(first),
                "tag": first,
                "canonical": self.facts.absolute(places.home(first)),
                "title": self.facts.name_in(first),
            },
        )


def ministry_style(colour: str) -> bytes:
    """Give the style sheet that carries the ministry's colour (`#rrggbb`) to every page."""
    return f":root {{\n  --pressgen-colour: {colour};\n}}\n".encode()
