"""How the index is divided: entries go in; bundles come out, each with a fingerprint of all that its words depend on.

A bundle is indexed as a whole, and again when anything in it has changed. A reader's browser pays for each bundle that
there is, so they are few: one, or, where the archive is large, one for the newest year and one for all before it.
Neither the number of an entry nor its place among the others is in a fingerprint: they shift when a release is added.
"""

from __future__ import annotations

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
    """A part of the index in one language."""

    language: str
    name: str
    entries: tuple[Entry, ...]

    def fingerprint(self, owners: Owners, engine: str) -> str:
        """Give the fingerprint of the bundle as made by a version of the search engine."""
        digest = blake2b(digest_size=8)
        digest.update("\0".join([engine, self.language, ground(owners)]).encode())
        for entry in sorted(self.entries, key=lambda entry: entry.name):
            digest.update(entry.digest)
        return digest.hexdigest()


def bundles(entries: Sequence[Entry], language: str) -> tuple[Bundle, ...]:
    """Give the bundles of a language; the pages of `docs/`, which have no year, are with the newest releases."""
    if not entries:
        return ()
    newest = max(entry.year for entry in entries)
    current = tuple(entry for entry in entries if entry.year in (0, newest))
    closed = tuple(entry for entry in entries if entry.year not in (0, newest))
    if len(entries) <= MOST_IN_ONE or not closed:
        return (Bundle(language, ALL, tuple(entries)),)
    return (Bundle(language, CURRENT, current), Bundle(language, CLOSED, closed))


def ground(owners: Owners) -> str:
    """Give a fingerprint of all that documents depend on but for their entries and language."""
    return "\0".join([_rules(), *owners.languages])


@cache
def _rules() -> str:
    """Give a fingerprint of the rules by which words are cut and documents made, so that nobody need count versions."""
    package = resources.files("pressgen")
    digest = blake2b(digest_size=8)
    text, search = package / "text" / "words", package / "search"
    for file in [*_files(text), package / "data" / "words.json", search / "documents.py"]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterable[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".py")), key=lambda file: file.name)
