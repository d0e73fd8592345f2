"""Set the address of each page of `docs/` in its language, and choose its title for machines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.structure.files import Files, InclusionLevel

from pressgen.site.docs_pages import DocsPage, DocsPages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from pressgen.plugin.content import Content


def place_pages(files: Files, content: Content, *, preview: bool) -> DocsPages:
    """Set the addresses of the pages of `docs/` among `files`, and return the pages.

    A page that translates another is not in MkDocs' own navigation: pressgen makes one navigation for each language.
    """
    included = InclusionLevel.is_in_serve if preview else InclusionLevel.is_included
    written = files.documentation_pages(inclusion=included)
    pages = DocsPages.of((file.src_uri for file in written), content.facts.addresses)
    first = content.facts.addresses.languages[0]
    for file in written:
        page = pages.pages[file.src_uri]
        _place(file, page)
        if page.language != first and pages.twin(page.source, first):
            file.inclusion = min(file.inclusion, InclusionLevel.NOT_IN_NAV, key=lambda level: level.value)
    return pages


def _place(file: File, page: DocsPage) -> None:
    file.name = page.name
    file.dest_uri = page.file
    file.url = page.address
    # MkDocs may have computed it from the address that the file had before.
    file.abs_dest_path = os.path.normpath(os.path.join(file.dest_dir, file.dest_uri))  # noqa: PTH118  # as MkDocs does


def docs_page(page: Page, content: Content) -> DocsPage:
    """Return pressgen's value for a page of `docs/`; for a page that another plugin added late, build it."""
    source = page.file.src_uri
    return content.pages.pages.get(source) or DocsPage.of(source, content.facts.addresses)


def docs_title(page: Page, written: DocsPage, content: Content) -> str:
    """Return the title of a page of `docs/` as plain text: its own, or else the name of the site."""
    named = "" if content.is_home(written) else page.title
    return Markup(page.meta.get("title") or named or content.facts.name_in(written.language)).striptags()  # noqa: S704


def without_releases(files: Files, content: Content, config: MkDocsConfig) -> Files:
    """Return the files of `docs/` that are not files of the releases."""
    return Files([file for file in files if not content.is_left_out(file, config)])
