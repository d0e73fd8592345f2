"""Build one navigation for each language from the site's own.

Each page of `docs/` is replaced by its translation, and left out if it has none in the language. The ways into the
archive are added, and a home page if `docs/` has none in the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from pressgen.addresses import Address
from pressgen.model.groups import COUNTRIES, GROUPS, Group
from pressgen.views.page import PageType

Twin = Callable[[Page], Page | None]
"""A function that returns the translation of a page of `docs/` in one language, or None."""

_WITHIN: Mapping[PageType | Group, PageType] = {
    PageType.RELEASE: PageType.LISTING,
    PageType.SIDE_BY_SIDE: PageType.LISTING,
    **{group: PageType.LISTING for group in GROUPS if not group.in_navigation},
}
"""For each type of page that is no place of the navigation itself, the place that it belongs to."""

WAYS: tuple[PageType | Group, ...] = (
    COUNTRIES,
    PageType.LEDGER,
    *(group for group in GROUPS if group.in_navigation and group is not COUNTRIES),
    PageType.CALENDAR,
)
"""The ways into the archive that are places of the navigation if the archive has them, in their order."""


@dataclass(frozen=True)
class LanguageNavigation:
    """The navigation of one language; `places` are the pages of the archive in it, and the home page."""

    nav: Navigation
    places: Mapping[PageType | Group, Page]

    @property
    def home(self) -> Page:
        """The home page of the language."""
        return self.places[PageType.HOME]

    @property
    def archive(self) -> Page:
        """The first page of the archive."""
        return self.places[PageType.LISTING]

    def page_at(self, address: Address) -> Page | None:
        """Return the place of the navigation whose page is at `address`, or None."""
        return next((page for page in self.places.values() if page.url == address), None)

    def place_of(self, type_: PageType | Group) -> Page | None:
        """Return the place of the navigation that pages of a type belong to, or None."""
        return self.places.get(_WITHIN.get(type_, type_))


def in_language(
    nav: Navigation, twin: Twin, places: Mapping[PageType | Group, Page], titles: Mapping[str, str]
) -> LanguageNavigation:
    """Return `nav` in one language. `places`: the home page, the archive's first page and the ways into it, in order.

    `titles`: the titles of sections and links in the language, by their titles in `nav`. The archive comes after the
    home page if that is at the top level, else before everything.
    """
    seen: set[int] = set()
    items = list(_translated(nav.items, twin, titles, seen))
    home = places[PageType.HOME]
    archive = [page for type_, page in places.items() if type_ is not PageType.HOME]
    added = {id(page) for page in archive}
    if id(home) not in seen:
        added.add(id(home))
        items.insert(0, home)
    position = next((index for index, item in enumerate(items) if item is home), -1)
    items[position + 1 : position + 1] = archive
    _adopt(items, None)
    pages = [page for page in _pages(items) if id(page) not in added]
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    language_nav = Navigation(items, list(_pages(items)))
    language_nav.homepage = home
    return LanguageNavigation(language_nav, places)


def titles_of(nav: Iterable[StructureItem]) -> Iterator[str]:
    """Iterate over the titles of sections and links; they are the same in all languages without `nav_titles`."""
    for item in nav:
        if isinstance(item, Section):
            yield item.title
            yield from titles_of(item.children)
        elif isinstance(item, Link):
            yield item.title


def _translated(
    items: Iterable[StructureItem], twin: Twin, titles: Mapping[str, str], seen: set[int]
) -> Iterator[StructureItem]:
    for item in items:
        if isinstance(item, Section):
            children = list(_translated(item.children, twin, titles, seen))
            index: object = item  # mkdocs-section-index merges a section with the page that it opens with
            page = twin(index) if isinstance(index, Page) else None
            if page is index:
                seen.add(id(page))
                item.children = children
                yield item
                continue
            if page is not None and id(page) not in seen:
                seen.add(id(page))
                children.insert(0, page)
            if children:
                yield Section(titles.get(item.title, item.title), children)
        elif isinstance(item, Page):
            page = twin(item)
            if page is not None and id(page) not in seen:
                seen.add(id(page))
                yield page
        elif isinstance(item, Link):
            yield Link(titles.get(item.title, item.title), item.url)
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
        if isinstance(item, Section):
            yield from _pages(item.children)
