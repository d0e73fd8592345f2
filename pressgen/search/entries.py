"""The things that can be found, as values: their texts, names and facts, not yet split into words.

Whoever uses the search builds these. They are cheap to build for a whole archive and to compare with what was
indexed before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry says in one language: its title, and the passages of its text, over whose ends no phrase goes."""

    title: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its texts by language, and the names and facts by which it is known in any.

    `name` tells entries of a kind apart and stays the same from build to build: a release's id, or `/` and a page's
    address in the first language. `year` is that of the release, or nought. `wholes` are names of which no word finds
    it alone; `number` is the printed one, which finds it before all others.
    """

    name: str
    year: int
    original: str
    texts: Mapping[str, Text]
    names: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    number: str = ""

    @cached_property
    def digest(self) -> bytes:
        """A fingerprint of all of it."""
        parts = [self.name, str(self.year), self.original, *self.names, "", *self.wholes, "", self.number]
        for tag, text in self.texts.items():
            parts += ["", tag, text.title, *text.passages]
        # No text holds a control character, so that two entries cannot run together to the same bytes.
        return blake2b("\0".join(parts).encode(), digest_size=16).digest()
