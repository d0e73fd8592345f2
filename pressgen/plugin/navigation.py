"""One navigation for each language: the site's own goes in, the same places in each language come out.

Each page of `docs/` gives way to its translation; what a language does not have is left out of its navigation. The
ways into the archive, and the home page where `docs/` has none in the language, are places of it too.
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
"""A page of `docs/` goes in, its translation in one language comes out, where there is one."""

_WITHIN: Mapping[PageType | Group, PageType] = {
    PageType.RELEASE: PageType.LISTING,
    PageType.NOTICE: PageType.LISTING,
    PageType.SIDE_BY_SIDE: PageType.LISTING,
    **{group: PageType.LISTING for group in GROUPS if not group.in_navigation},
}
"""The places of the navigation where pages stand that are no place of it themselves."""

WAYS: tuple[PageType | Group, ...] = (
    COUNTRIES,
    PageType.LEDGER,
    *(group for group in GROUPS if group.in_navigation and group is not COUNTRIES),
    PageType.CALENDAR,
)
"""The ways into the archive that are places of the navigation, in their order, where they exist."""


@dataclass(frozen=True)
class LanguageNavigation:
    """The navigation of one language, with the places in it that are pages of the archive, the home page among them."""

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
        """Give the place of the navigation that is itself the archive's page at `address`."""
        return next((page for page in self.places.values() if page.url == address), None)

    def place_of(self, type_: PageType | Group) -> Page | None:
        """Give the place of the navigation where pages of this type stand."""
        return self.places.get(_WITHIN.get(type_, type_))


def in_language(
    nav: Navigation, twin: Twin, places: Mapping[PageType | Group, Page], titles: Mapping[str, str]
) -> LanguageNavigation:
    """Give `nav` in one language. `places` are the home page, the archive's first page and the ways into it, in order.

    `titles` are those of sections and links in the language, by what `nav` calls them.
    The archive comes after the home page where the home page is at the top, else before everything.
    """
    seen: set[int] = set()
    items = list(_translated(nav.items, twin, titles, seen))
    home = places[PageType.HOME]
    archive = [page for type_, page in places.items() if type_ is not PageType.HOME]
    made = {id(page) for page in archive}
    if id(home) not in seen:
        made.add(id(home))
        items.insert(0, home)
    position = next((index for index, item in enumerate(items) if item is home), -1)
    items[position + 1 : position + 1] = archive
    _adopt(items, None)
    pages = [page for page in _pages(items) if id(page) not in made]
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    language_nav = Navigation(items, list(_pages(items)))
    language_nav.homepage = home
    return LanguageNavigation(language_nav, places)


def titles_of(nav: Iterable[StructureItem]) -> Iterator[str]:
    """Give the titles of sections and links, which are the same in every language unless the site says otherwise."""
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
            index: object = item  # mkdocs-section-index makes one of a section and the page that it opens with
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
