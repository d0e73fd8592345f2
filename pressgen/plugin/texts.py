"""Collect the texts of the pages of `docs/` for the search, as the host renders them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressgen.addresses import Address
from pressgen.search.pages import PagePart, PagePassage, PageText, passages
from pressgen.site.docs_pages import DocsPage, DocsPages


@dataclass(slots=True)
class DocsTexts:
    """The texts of the pages of one build, collected as they are rendered."""

    _passages: dict[str, tuple[PagePassage, ...]] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def add(self, page: DocsPage, html: str, meta: Mapping[str, object]) -> None:
        """Take a page's text; one that says `search: {exclude: true}` of itself has none, as the theme has it."""
        asked = meta.get("search")
        if not (isinstance(asked, dict) and asked.get("exclude")):
            self._passages[page.source] = passages(html)

    def name(self, page: DocsPage, title: str) -> None:
        """Take a page's title."""
        self._titles[page.source] = title

    def collected(self, pages: DocsPages) -> tuple[PageText, ...]:
        """Return the pages that were rendered, each with its translations, by their addresses in the first language."""
        places = pages.addresses
        parts: dict[Address, dict[str, PagePart]] = {}
        for page in pages.pages.values():
            if page.source in self._passages:
                title = self._titles.get(page.source, "")
                part = PagePart(page.language, title, page.address, self._passages[page.source])
                parts.setdefault(places.docs_page(page.neutral), {})[page.language] = part
        return tuple(
            PageText(name, tuple(by_language[tag] for tag in places.languages if tag in by_language))
            for name, by_language in sorted(parts.items())
        )
