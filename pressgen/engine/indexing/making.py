"""Bundles that have to be indexed go in; their indexes come out, made in several processes where that pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pressgen.engine import pool
from pressgen.engine.indexing.cache import Documents, Made
from pressgen.search.bundles import Bundle
from pressgen.search.chunks import Chunks, chunks
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import Entry
from pressgen.search.postings import Cut, Postings, joined, postings
from pressgen.search.stemming import stemmer
from pressgen.text.words import FILLER

BATCH = 256
"""So many entries are indexed before what they hold in common is told."""


def make(bundles: Sequence[Bundle], owners: Owners, known: Mapping[Bundle, Documents]) -> Iterator[tuple[Bundle, Made]]:
    """Give the index of each bundle but those in which nothing has a word.

    `known` are documents that have been cut before, of the bundles whose documents are to be kept.
    """
    written = _Documents(owners, known).indexed(bundles)
    todo = [bundle for bundle, one in written.items() if one.vocabulary]

    def divided(bundle: Bundle) -> Chunks:
        return chunks(joined(written[bundle].postings))

    processes = pool.processes_for(sum(len(bundle.entries) for bundle in todo))
    for bundle, one in zip(todo, pool.apart(divided, todo, processes), strict=True):
        yield bundle, Made(one, written[bundle].vocabulary, written[bundle].cut)


@dataclass(slots=True)
class _Indexed:
    """What is known of a bundle: the postings of its words, these words, and the documents that are to be kept."""

    postings: list[Postings] = field(default_factory=list)
    vocabulary: dict[str, str] = field(default_factory=dict)
    cut: dict[str, Cut] = field(default_factory=dict)

    def add(self, other: _Indexed) -> None:
        self.postings += other.postings
        self.vocabulary |= other.vocabulary
        self.cut |= other.cut


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

    def indexed(self, bundles: Sequence[Bundle]) -> Mapping[Bundle, _Indexed]:
        """Index every document; give what is known of each bundle."""
        batches = list(_batches(bundles))
        found = {bundle: _Indexed() for bundle in bundles}
        processes = pool.processes_for(sum(len(batch.bundles[0].entries[:BATCH]) for batch in batches))
        for batch, parts in zip(batches, pool.apart(self._index, batches, processes), strict=True):
            for bundle, part in zip(batch.bundles, parts, strict=True):
                found[bundle].add(part)
        return found

    def _index(self, batch: _Batch) -> list[_Indexed]:
        """Index some entries; give what is known of each of their bundles."""
        parts = {bundle: _Indexed() for bundle in batch.bundles}
        numbered: dict[Bundle, list[tuple[int, Cut]]] = {bundle: [] for bundle in batch.bundles}
        for number, entry in batch.entries:
            for bundle, (cut, vocabulary) in self._cut(entry, batch.bundles).items():
                numbered[bundle].append((number, cut))
                parts[bundle].vocabulary |= vocabulary
                if bundle in self._known:
                    parts[bundle].cut[entry.digest.hex()] = cut
        for bundle, part in parts.items():
            part.postings.append(postings(numbered[bundle], self._stems[bundle.language]))
        return list(parts.values())

    def _cut(self, entry: Entry, bundles: Sequence[Bundle]) -> Mapping[Bundle, tuple[Cut, Mapping[str, str]]]:
        """Give the document of an entry in each bundle with the words in it, cut before or now."""
        digest = entry.digest.hex()
        found: dict[Bundle, tuple[Cut, Mapping[str, str]]] = {}
        for bundle in bundles:
            if bundle in self._known and (cut := self._known[bundle].cut.get(digest)):
                typed = self._typed[bundle]
                words = set(cut.words.split()) - {FILLER}
                found[bundle] = (cut, {typed.get(word, word): word for word in words})
        missing = {bundle.language: bundle for bundle in bundles if bundle not in found}
        for language, one in documents(entry, self._owners, tuple(missing)).items() if missing else ():
            found[missing[language]] = (Cut(" ".join(one.words), one.title_end, one.names_end), one.vocabulary)
        return found
