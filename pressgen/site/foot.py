"""Find what the colophon of every page says of the archive: the press desk, and the day of the last change."""

from __future__ import annotations

from pressgen.archive import Archive
from pressgen.model import Contact
from pressgen.site.materials import Materials
from pressgen.views.page import PageType
from pressgen.views.pages.colophon import Foot


def foot_of(site: Materials, type_: object = None) -> Foot:
    """Return what the colophon says on pages of a type; only home pages say when the archive last changed.

    All other pages would have to be written anew with each release.
    """
    return Foot(press_desk(site.archive), site.newest if type_ is PageType.HOME else None)


def press_desk(archive: Archive) -> Contact | None:
    """Return the first contact of the register that is in force on the day of the newest release, or None.

    The day is the archive's and not the clock's, so that the same files always make the same site.
    """
    newest = max((release.record.day for release in archive.releases), default=None)
    in_force = (
        contact
        for contact in archive.register.contacts.values()
        if (contact.end is None if newest is None else contact.is_in_force(newest))
    )
    return next(in_force, None)
