"""How the index is divided: entries go in; bundles come out, each with a fingerprint of all that its words depend on.

A bundle is indexed as a whole, and again when anything in it has changed. A reader's browser pays for each bundle that
there is, so they are few: one, or, where the archive is large, one for the newest year and one for all before it.

A document is known by its place in the bundle, so that the order of entries is in a fingerprint, but where in the
archive a bundle begins is not: what is added before it, or behind, leaves it as it is.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from pressgen.search.documents import Owners
from pressgen.search.entries import Entry

MOST_IN_ONE = 600
"""So many documents are indexed in less than two seconds."""
ALL, CURRENT, CLOSED = "all", "current", "closed"


# Two are the same if they are one: what is known of each is kept by it.
@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A part of the index in one language: entries that follow each other, the first with the number `first`."""

    language: str
    name: str
    first: int
    entries: tuple[Entry, ...]

    def fingerprint(self, owners: Owners, engine: str) -> str:
        """Give the fingerprint of the bundle as made by a version of what makes it."""
        digest = blake2b(digest_size=8)
        digest.update("\0".join([engine, self.language, ground(owners)]).encode())
        for entry in self.entries:
            digest.update(entry.digest)
        return digest.hexdigest()


def bundles(entries: Sequence[Entry], language: str) -> tuple[Bundle, ...]:
    """Give the bundles of a language; the pages of `docs/`, which have no year, are with the newest releases."""
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


def ground(owners: Owners) -> str:
    """Give a fingerprint of all that documents depend on but for their entries and language."""
    return "\0".join([_rules(), *owners.languages])


@cache
def _rules() -> str:
    """Give a fingerprint of the rules by which words are cut and indexed, so that nobody need count versions."""
    package = resources.files("pressgen.search")
    digest = blake2b(digest_size=8)
    # Which letters there are, and how bytes are compressed, is the business of Python and its libraries.
    digest.update(f"{unicodedata.unidata_version} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    modules = (package / f"{name}.py" for name in ("documents", "stemming", "postings", "chunks", "packing"))
    tables = (package / "data" / name for name in ("words.json", "spellings.yml"))
    for file in [*_files(package / "words"), *tables, *modules]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterable[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".py")), key=lambda file: file.name)
