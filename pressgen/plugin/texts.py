"""Collect the texts of the pages of `docs/` for the search, as MkDocs renders them."""

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
        """Add the text of a page, unless its front matter has `search: {exclude: true}`, as with the theme's search."""
        asked = meta.get("search")
        if not (isinstance(asked, dict) and asked.get("exclude")):
            self._passages[page.source] = passages(html)

    def name(self, page: DocsPage, title: str) -> None:
        """Add the title of a page."""
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
