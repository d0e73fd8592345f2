"""Build the navigation of a language from the site's own, with the pages of the archive in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page

from pressgen.languages import language
from pressgen.plugin.material.shells import archive_file
from pressgen.plugin.navigation import LanguageNavigation, in_language
from pressgen.views.page import PageType

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from pressgen.plugin.content import Content
    from pressgen.site.docs_pages import DocsPage


def language_navigation(
    nav: Navigation, tag: str, content: Content, config: MkDocsConfig, files: Files
) -> LanguageNavigation:
    """Return the site's navigation in a language, with the pages of the archive in it; `files` are those of `docs/`."""
    addresses, pages, words = content.facts.addresses, content.pages, language(tag)

    def page_of(written: DocsPage | None) -> Page | None:
        file = files.get_file_from_path(written.source) if written else None
        return file.page if file else None

    places = {
        type_: Page(words.say(name), archive_file(config, address), config)
        for type_, name, address in content.places(tag)
    }
    if home := page_of(pages.at(addresses.home(tag))):
        if home.title is None:
            # The site's nav does not name it, and its own heading may be the name of the archive.
            home.title = places[PageType.HOME].title
        places[PageType.HOME] = home
    by_language = {title: words.root for title, words in content.site.settings.nav_titles.items()}
    titles = {title: words.get(tag) or words.get("und") or title for title, words in by_language.items()}
    return in_language(nav, lambda page: page_of(pages.twin(page.file.src_uri, tag)), places, titles)
