"""Bundles that have to be indexed go in; their indexes come out, made in several processes where that pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pressgen.engine import pool
from pressgen.engine.indexing.cache import Documents, Made
from pressgen.search.bundles import Bundle
from pressgen.search.chunks import Chunks, chunks
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import Entry
from pressgen.search.postings import Cut, Postings, joined, postings
from pressgen.search.stemming import stemmer
from pressgen.search.words import FILLER

BATCH = 256
"""So many entries are indexed before what they hold in common is told."""


def make(bundles: Sequence[Bundle], owners: Owners, known: Mapping[Bundle, Documents]) -> Iterator[tuple[Bundle, Made]]:
    """Give the index of each bundle but those in which nothing has a word.

    `known` are documents that have been cut before, of the bundles whose documents are to be kept.
    """
    indexed = _Documents(owners, known).indexed(bundles)
    todo = [bundle for bundle, parts in indexed.items() if any(part.vocabulary for part in parts)]

    def divided(bundle: Bundle) -> Chunks:
        return chunks(joined(part.postings for part in indexed[bundle]))

    processes = pool.processes_for(sum(len(bundle.entries) for bundle in todo))
    for bundle, one in zip(todo, pool.apart(divided, todo, processes), strict=True):
        parts = indexed.pop(bundle)
        vocabulary = {key: word for part in parts for key, word in _unpacked(part.vocabulary)}
        yield bundle, Made(one, vocabulary, {digest: cut for part in parts for digest, cut in part.cut.items()})


class _Part(NamedTuple):
    """What is known of some entries of a bundle: postings, vocabulary, and the documents that are to be kept.

    There are many parts at once, so that the vocabulary is one text: a dictionary would take ten times the memory.
    """

    postings: Postings
    vocabulary: str
    cut: Mapping[str, Cut]


def _packed(vocabulary: Mapping[str, str]) -> str:
    return "\n".join(f"{key}\t{word}" for key, word in vocabulary.items())


def _unpacked(vocabulary: str) -> Iterator[tuple[str, str]]:
    for line in vocabulary.split("\n") if vocabulary else ():
        key, _, word = line.partition("\t")
        yield key, word


@dataclass(frozen=True, slots=True)
class _Batch:
    """The bundles of one name, one for each language, and the place in them of the first entry."""

    bundles: tuple[Bundle, ...]
    begin: int

    @property
    def entries(self) -> Iterable[tuple[int, Entry]]:
        """The entries, which are the same in every language, with their places in the bundle."""
        return enumerate(self.bundles[0].entries[self.begin : self.begin + BATCH], self.begin)


def _batches(bundles: Iterable[Bundle]) -> Iterator[_Batch]:
    by_name: dict[str, list[Bundle]] = {}
    for bundle in bundles:
        by_name.setdefault(bundle.name, []).append(bundle)
    for same in by_name.values():
        yield from (_Batch(tuple(same), begin) for begin in range(0, len(same[0].entries), BATCH))


class _Documents:
    """Cuts entries into documents, and indexes them."""

    def __init__(self, owners: Owners, known: Mapping[Bundle, Documents]) -> None:
        self._owners = owners
        self._known = known
        # Of what is known, the words as readers type them by those of the index, where they differ.
        self._typed = {
            bundle: {word: key for key, word in found.vocabulary.items() if key != word}
            for bundle, found in known.items()
        }
        self._stems = {tag: stemmer(tag) for tag in owners.languages}

    def indexed(self, bundles: Sequence[Bundle]) -> dict[Bundle, list[_Part]]:
        """Index every document; give what is known of each bundle, part by part."""
        batches = list(_batches(bundles))
        found: dict[Bundle, list[_Part]] = {bundle: [] for bundle in bundles}
        processes = pool.processes_for(sum(len(batch.bundles[0].entries[:BATCH]) for batch in batches))
        for batch, parts in zip(batches, pool.apart(self._index, batches, processes), strict=True):
            for bundle, part in zip(batch.bundles, parts, strict=True):
                found[bundle].append(part)
        return found

    def _index(self, batch: _Batch) -> list[_Part]:
        """Index some entries; give what is known of them in each of their bundles."""
        numbered: dict[Bundle, list[tuple[int, Cut]]] = {bundle: [] for bundle in batch.bundles}
        vocabularies: dict[Bundle, dict[str, str]] = {bundle: {} for bundle in batch.bundles}
        kept: dict[Bundle, dict[str, Cut]] = {bundle: {} for bundle in batch.bundles}
        for number, entry in batch.entries:
            for bundle, (cut, vocabulary) in self._cut(entry, batch.bundles).items():
                numbered[bundle].append((number, cut))
                vocabularies[bundle] |= vocabulary
                if bundle in self._known:
                    kept[bundle][entry.digest.hex()] = cut
        return [
            _Part(postings(numbered[one], self._stems[one.language]), _packed(vocabularies[one]), kept[one])
            for one in batch.bundles
        ]

    def _cut(self, entry: Entry, bundles: Sequence[Bundle]) -> Mapping[Bundle, tuple[Cut, Mapping[str, str]]]:
        """Give the document of an entry in each bundle with the words in it, cut before or now."""
        digest = entry.digest.hex()
        found: dict[Bundle, tuple[Cut, Mapping[str, str]]] = {}
        for bundle in bundles:
            if bundle in self._known and (cut := self._known[bundle].cut.get(digest)):
                typed = self._typed[bundle]
                # Initials begin as the filler does; nobody types the beginning of either.
                words = {word for word in cut.words.split() if not word.startswith(FILLER)}
                found[bundle] = (cut, {typed.get(word, word): word for word in words})
        missing = {bundle.language: bundle for bundle in bundles if bundle not in found}
        for language, one in documents(entry, self._owners, tuple(missing)).items() if missing else ():
            found[missing[language]] = (Cut(" ".join(one.words), one.title_end, one.names_end), one.vocabulary)
        return found
