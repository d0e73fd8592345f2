"""What the pages of `docs/` say, for search: each as the host has rendered it goes in, their texts come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressgen.addresses import Address
from pressgen.search.pages import PagePart, PageText, Passage, passages
from pressgen.site.docs_pages import DocsPage, DocsPages


@dataclass(slots=True)
class DocsTexts:
    """The texts of the pages of one build, collected as they are rendered."""

    _passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
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
        """Give the pages that were rendered, each with its translations, by their addresses in the first language."""
        places = pages.addresses
        found: dict[Address, dict[str, PagePart]] = {}
        for page in pages.pages.values():
            if page.source in self._passages:
                part = PagePart(self._titles.get(page.source, ""), page.address, self._passages[page.source])
                found.setdefault(places.docs_page(page.neutral), {})[page.language] = part
        return tuple(
            PageText(name, {tag: parts[tag] for tag in places.languages if tag in parts})
            for name, parts in sorted(found.items())
        )
