"""Divide the entries of a language into bundles, each with a fingerprint of everything that its index depends on.

A bundle is indexed as a whole, and again when anything in it has changed. A reader's browser pays for each bundle, so
they are few: one, or, where the archive is large, one for the newest year and one for all before it.

A document is known by its place in the bundle: the order of entries is part of a fingerprint, but where in the archive
a bundle begins is not. Entries that are added before or behind a bundle leave it as it is.
"""

from __future__ import annotations

import sys
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from pressgen.search.documents import Owners
from pressgen.search.entries import SearchEntry

MOST_IN_ONE = 600
"""So many documents are indexed in less than two seconds."""
ALL, CURRENT, CLOSED = "all", "current", "closed"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A part of the index in one language: entries that follow each other, the first with the number `first`."""

    language: str
    name: str
    first: int
    entries: tuple[SearchEntry, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Its language and name, by which it is known among the bundles of a site."""
        return (self.language, self.name)

    def fingerprint(self, rules: str, stemmers: str) -> str:
        """Return the fingerprint of its index; `rules` are those of `rules_digest`, `stemmers` is their version."""
        digest = blake2b(digest_size=8)
        digest.update(f"{stemmers}\0{self.language}\0{rules}".encode())
        for entry in self.entries:
            digest.update(entry.digest)
        return digest.hexdigest()


def bundles(entries: Sequence[SearchEntry], language: str) -> tuple[Bundle, ...]:
    """Divide entries into bundles; those without a year, such as pages of `docs/`, are with the newest releases."""
    if not entries:
        return ()
    newest = max(entry.year for entry in entries)
    first = next(number for number, entry in enumerate(entries) if entry.year == newest)
    if len(entries) <= MOST_IN_ONE or not first:
        return (Bundle(language, ALL, 0, tuple(entries)),)
    return (
        Bundle(language, CURRENT, first, tuple(entries[first:])),
        Bundle(language, CLOSED, 0, tuple(entries[:first])),
    )


def rules_digest(owners: Owners) -> str:
    """Return the digest of everything but entry and language by which an entry is split and indexed.

    What a site takes from CLDR reaches the search as values: the scripts of languages as `owners`, names as entries.
    """
    digest = blake2b(digest_size=8)
    digest.update(_code_digest())
    for scripts in (owners.languages, *((script, *tags) for script, tags in owners.scripts)):
        digest.update("\0".join(["", *scripts]).encode())
    return digest.hexdigest()


@cache
def _code_digest() -> bytes:
    """Return the digest of the package's code and tables, and of what Python and its libraries decide."""
    digest = blake2b(digest_size=8)
    digest.update(f"{sys.version_info[:3]} {unicodedata.unidata_version} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for path, file in sorted(_rule_files(resources.files("pressgen.search"))):
        content = file.read_bytes()
        digest.update(f"\0{path} {len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _rule_files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """List the Python modules and tables below a folder of the package; scripts and stemmers stand apart from it."""
    for item in folder.iterdir():
        if item.is_dir() and item.name in ("words", "data"):
            yield from _rule_files(item, f"{path}{item.name}/")
        elif item.name.endswith((".py", ".json", ".yml")):
            yield f"{path}{item.name}", item
