"""Find what the colophon of every page says of the archive: the press desk, and the day of the last change."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.archive import Archive
from pressgen.model import Contact, fields_of_words
from pressgen.settings import SiteLinks, is_complete_address
from pressgen.site.docs_pages import DocsPages
from pressgen.site.materials import Materials
from pressgen.views.page import PageType
from pressgen.views.pages.colophon import Foot, FootLink


def foot_of(site: Materials, pages: DocsPages, language: str, type_: object = None) -> Foot:
    """Return what the colophon says on pages of a type in a language; `pages` are those of `docs/`.

    Only home pages say when the archive last changed: all other pages would have to be written anew with each release.
    """
    links = tuple(_links(site.settings.links, pages, language))
    return Foot(press_desk(site.archive), links, site.newest if type_ is PageType.HOME else None)


def _links(links: SiteLinks, pages: DocsPages, language: str) -> Iterator[FootLink]:
    for key in fields_of_words(SiteLinks):
        target = getattr(links, key).in_language(language).text
        if is_complete_address(target):
            yield FootLink(key, complete=target)
        elif page := pages.twin(target, language) or pages.pages.get(target):
            yield FootLink(key, page=page.address)


def press_desk(archive: Archive) -> Contact | None:
    """Return the first contact of the register that is in force on the day of the newest release, or None.

    The day is the archive's and not the clock's, so that the same files always make the same site.
    """
    # Each shell asks anew, and releases are sorted by day, the newest first.
    newest = archive.releases[0].record.day if archive.releases else None
    in_force = (
        contact
        for contact in archive.register.contacts.values()
        if (contact.end is None if newest is None else contact.is_in_force(newest))
    )
    return next(in_force, None)
