"""What can be found, as values: the texts, names and facts of each entry, not yet split into words.

The site builds entries. They are cheap to build for a whole archive and to compare with what was indexed before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Protocol


@dataclass(frozen=True, slots=True)
class EntryText:
    """The title of an entry in one language, and the passages of its text; no phrase goes from one to the next."""

    language: str
    title: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class SearchEntry:
    """A release or page that can be found: its texts, and the names and facts that find it in every language.

    `name` tells entries apart and stays the same from build to build: a release's id, or `/` and a page's address in
    the first language. `year` is that of a release, zero for anything else. `wholes` are names that are found as a
    whole only; the printed `number` finds the entry before all others.
    """

    name: str
    year: int
    original: str
    texts: tuple[EntryText, ...]
    names: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    number: str = ""

    @cached_property
    def digest(self) -> bytes:
        """The digest of all its fields."""
        parts = [self.name, str(self.year), self.original, *self.names, "", *self.wholes, "", self.number]
        for text in self.texts:
            parts += ["", text.language, text.title, *text.passages]
        # No text holds a control character, so that two entries cannot run together to the same bytes.
        return blake2b("\0".join(parts).encode(), digest_size=16).digest()

    def read(self) -> SearchEntry:
        """Return the entry itself."""
        return self


class EntrySource(Protocol):
    """What is known of an entry before it is read: `digest`, of sixteen bytes, changes whenever anything in it does."""

    @property
    def name(self) -> str:
        """Tells entries apart, and stays the same from build to build."""

    @property
    def year(self) -> int:
        """The year of a release, zero for anything else."""

    @property
    def digest(self) -> bytes:
        """Changes whenever anything in the entry does."""

    def read(self) -> SearchEntry:
        """Return the entry."""
