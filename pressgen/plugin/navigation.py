"""One navigation for each language: the site's own goes in, the same places in each language come out.

Each page of `docs/` gives way to its translation; what a language does not have is left out of its navigation. The
archive, and the home page where `docs/` has none in the language, are places of it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from pressgen.addresses import Address
from pressgen.views.page import PageType

Twin = Callable[[Page], Page | None]
"""A page of `docs/` goes in, its translation in one language comes out, where there is one."""

_PLACE: Mapping[PageType, str] = {
    PageType.HOME: "home",
    PageType.RELEASE: "archive",
    PageType.LISTING: "archive",
    PageType.NOTICE: "archive",
    PageType.SIDE_BY_SIDE: "archive",
}


@dataclass(frozen=True)
class LanguageNavigation:
    """The navigation of one language, with the two places in it that every language has."""

    nav: Navigation
    home: Page
    archive: Page

    def page_at(self, address: Address) -> Page | None:
        """Give the place of the navigation that is itself the archive's page at `address`."""
        return next((page for page in (self.home, self.archive) if page.url == address), None)

    def place_of(self, type_: PageType) -> Page | None:
        """Give the place of the navigation where pages of this type stand."""
        place = _PLACE.get(type_)
        return getattr(self, place) if place else None


def in_language(nav: Navigation, twin: Twin, home: Page, archive: Page) -> LanguageNavigation:
    """Give `nav` in one language. `home` is the language's home page, `archive` the first page of its archive.

    The archive comes after the home page where the home page is at the top, else before everything.
    """
    seen: set[int] = set()
    items = list(_translated(nav.items, twin, seen))
    made = {id(archive)}
    if id(home) not in seen:
        made.add(id(home))
        items.insert(0, home)
    position = next((index for index, item in enumerate(items) if item is home), -1)
    items.insert(position + 1, archive)
    _adopt(items, None)
    pages = [page for page in _pages(items) if id(page) not in made]
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    language_nav = Navigation(items, list(_pages(items)))
    language_nav.homepage = home
    return LanguageNavigation(language_nav, home, archive)


def _translated(items: Iterable[StructureItem], twin: Twin, seen: set[int]) -> Iterator[StructureItem]:
    for item in items:
        if isinstance(item, Section):
            children = list(_translated(item.children, twin, seen))
            if children:
                yield Section(item.title, children)
        elif isinstance(item, Page):
            page = twin(item)
            if page is not None and id(page) not in seen:
                seen.add(id(page))
                yield page
        elif isinstance(item, Link):
            yield Link(item.title, item.url)
        else:
            yield item


def _adopt(items: Iterable[StructureItem], parent: Section | None) -> None:
    for item in items:
        item.parent = parent
        if isinstance(item, Section):
            _adopt(item.children, item)


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)
