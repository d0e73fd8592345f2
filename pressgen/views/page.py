"""The page that a view returns, and the theme's shell around it.

A view returns a `Page`: all that one address of the site says. The theme's page around it, the `Shell`, is
rendered once for each language, depth and type of page; putting a page into it is string concatenation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from markupsafe import escape

from pressgen.addresses import Address, relative
from pressgen.model.groups import Group


class PageType(StrEnum):
    """What a page is to the theme around it: which place of the navigation is the current one.

    The list of a group and its profiles are of no type: there, the group itself says so.
    """

    HOME = "home"
    RELEASE = "release"
    LISTING = "listing"
    LEDGER = "ledger"
    SIDE_BY_SIDE = "side-by-side"
    CALENDAR = "calendar"
    SEARCH = "search"
    CHOOSER = "chooser"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Page:
    """All that one address of the site says.

    `title` and `description` are plain text; `head` and `article` are HTML with links relative to
    `address`. `alternates` are the addresses that the language menu offers, by language tag.
    """

    address: Address
    language: str
    type: PageType | Group
    title: str
    description: str
    head: str
    article: str
    alternates: Mapping[str, Address]


class ShellKey(NamedTuple):
    """What a shell depends on: `depth` counts the folders above the page; -1 links from the host's root."""

    language: str
    depth: int
    type: PageType | Group


@dataclass(frozen=True)
class Shell:
    """The theme's page around a content: pieces of text with a named slot after each but the last."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    @cached_property
    def _written(self) -> tuple[bytes, ...]:
        # Most of a page is its shell: it is encoded once, not for each page.
        return tuple(piece.encode() for piece in self.pieces)

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the whole page in UTF-8, with a value in each slot."""
        pieces = self._written
        parts = [pieces[0]]
        for slot, piece in zip(self.slots, pieces[1:], strict=True):
            parts.append(values[slot].encode())
            parts.append(piece)
        return b"".join(parts)


def place(page: Page, shell: Shell) -> bytes:
    """Return the whole page in UTF-8: what a view says, in the slots of the shell.

    The slots are `title` and `description` (escaped here, fit for an attribute too), `head` and `article` (HTML),
    and `alternate:<language>` for each link of the language menu, relative to the page.
    """
    values = {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "head": page.head,
        "article": page.article,
    }
    for language, address in page.alternates.items():
        values[f"alternate:{language}"] = str(escape(relative(page.address, address)))
    return shell.fill(values)
