"""Index bundles: split their entries into words, stem these, and write where each word stands.

What was indexed before comes from the host's store; the rest is shared among the host's processes in batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from pressgen.search.bundles import CLOSED, Bundle, rules_digest
from pressgen.search.chunks import Chunks, chunks
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import SearchEntry
from pressgen.search.postings import Postings, SplitDocument, joined_postings, postings
from pressgen.search.stemming import stemmer
from pressgen.search.words import FILLER

BATCH = 256
"""How many entries are indexed at a time."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Vocabulary = tuple[tuple[str, str], ...]
"""Words as readers type them, each with the word of the index."""


class Share(Protocol):
    """How a host shares work among processes."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item], entries: int, /) -> Sequence[Result]:
        """Apply a function to items, which are of so many entries; return the results in the order of the items."""


def one_process(function: Callable[[Item], Result], items: Sequence[Item], _entries: int, /) -> Sequence[Result]:
    """Apply a function to items, one after the other."""
    return list(map(function, items))


@dataclass(frozen=True, slots=True)
class SplitEntries:
    """Entries of a bundle that were split before: their words by the digest of the entry, and the vocabulary of all."""

    cuts: Mapping[str, SplitDocument]
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class BundleIndex:
    """The index of a bundle and its vocabulary; `cuts` are the words of its entries where they are worth keeping."""

    bundle: Bundle
    chunks: Chunks
    vocabulary: Vocabulary
    cuts: Mapping[str, SplitDocument]


class Store(Protocol):
    """Keeps indexes of bundles from one build to the next."""

    def load(self, bundle: Bundle, fingerprint: str) -> BundleIndex | None:
        """Return what was saved under a fingerprint, or None."""

    def split_entries(self, bundle: Bundle, rules: str) -> SplitEntries:
        """Return the entries of the latest index of the bundle of this name, if they were split by the same rules."""

    def save(self, index: BundleIndex, fingerprint: str, rules: str) -> None:
        """Keep an index under a fingerprint, with the digest of the rules by which its entries were split."""


class NoStore:
    """A store that keeps nothing."""

    def load(self, _bundle: Bundle, _fingerprint: str) -> BundleIndex | None:
        """Return None."""
        return None

    def split_entries(self, _bundle: Bundle, _rules: str) -> SplitEntries:
        """Return no entries."""
        return SplitEntries({}, ())

    def save(self, _index: BundleIndex, _fingerprint: str, _rules: str) -> None:
        """Do nothing."""


def index_bundles(
    bundles: Sequence[Bundle], owners: Owners, stemmers: str, share: Share, store: Store
) -> Iterator[BundleIndex]:
    """Yield the index of every bundle that has a word, from the store or built now; `stemmers` is their version.

    Raises StemmingError where a language lacks its stemmer.
    """
    rules = rules_digest(owners)
    missing: dict[str, Bundle] = {}
    for bundle in bundles:
        fingerprint = bundle.fingerprint(rules, stemmers)
        if stored := store.load(bundle, fingerprint):
            yield stored
        else:
            missing[fingerprint] = bundle
    # A closed bundle is split again as a whole if anything in it changes, which is rare: its words are not kept.
    known = {bundle.key: store.split_entries(bundle, rules) for bundle in missing.values() if bundle.name != CLOSED}
    fingerprints = {bundle.key: fingerprint for fingerprint, bundle in missing.items()}
    for index in build([*missing.values()], owners, known, share) if missing else ():
        store.save(index, fingerprints[index.bundle.key], rules)
        yield index


def build(
    bundles: Sequence[Bundle], owners: Owners, known: Mapping[tuple[str, str], SplitEntries], share: Share
) -> Iterator[BundleIndex]:
    """Yield the index of each bundle that has a word.

    `known` are entries that were split before, by the keys of the bundles whose entries are to be kept.
    """
    parts = _Indexer(owners, known).parts(bundles, share)
    worded = [bundle for bundle in bundles if any(part.vocabulary for part in parts[bundle.key])]

    def divided(bundle: Bundle) -> Chunks:
        return chunks(joined_postings(part.postings for part in parts[bundle.key]))

    all_chunks = share(divided, worded, sum(len(bundle.entries) for bundle in worded))
    for bundle, own_chunks in zip(worded, all_chunks, strict=True):
        own = parts.pop(bundle.key)
        vocabulary = {key: word for part in own for key, word in _unpacked(part.vocabulary)}
        cuts = {digest: cut for part in own for digest, cut in part.cuts.items()}
        yield BundleIndex(bundle, own_chunks, tuple(vocabulary.items()), cuts)


class _Part(NamedTuple):
    """What is known of a batch of a bundle: postings, vocabulary, and the words of entries that are to be kept.

    There are many parts at once, so that the vocabulary is one text: a dictionary would take ten times the memory.
    """

    postings: Postings
    vocabulary: str
    cuts: Mapping[str, SplitDocument]


def _packed(vocabulary: Mapping[str, str]) -> str:
    return "\n".join(f"{key}\t{word}" for key, word in vocabulary.items())


def _unpacked(vocabulary: str) -> Iterator[tuple[str, str]]:
    for line in vocabulary.split("\n") if vocabulary else ():
        key, _, word = line.partition("\t")
        yield key, word


@dataclass(frozen=True, slots=True)
class _Batch:
    """Neighbouring entries of the bundles of one name, one bundle for each language, from the place `begin` on."""

    bundles: tuple[Bundle, ...]
    begin: int

    @property
    def entries(self) -> Iterable[tuple[int, SearchEntry]]:
        """The entries, which are the same in every language, with their places in the bundle."""
        return enumerate(self.bundles[0].entries[self.begin : self.begin + BATCH], self.begin)


def _batches(bundles: Iterable[Bundle]) -> Iterator[_Batch]:
    by_name: dict[str, list[Bundle]] = {}
    for bundle in bundles:
        by_name.setdefault(bundle.name, []).append(bundle)
    for same in by_name.values():
        yield from (_Batch(tuple(same), begin) for begin in range(0, len(same[0].entries), BATCH))


class _Indexer:
    """Splits entries into documents, and indexes these."""

    def __init__(self, owners: Owners, known: Mapping[tuple[str, str], SplitEntries]) -> None:
        self._owners = owners
        self._known = known
        # The words of entries that were split before, as readers type them, where they are not those of the index.
        self._typed = {
            key: {word: typed for typed, word in split.vocabulary if typed != word} for key, split in known.items()
        }
        self._stems = {tag: stemmer(tag) for tag in owners.languages}

    def parts(self, bundles: Sequence[Bundle], share: Share) -> dict[tuple[str, str], list[_Part]]:
        """Index every entry; return the parts of each bundle by its key."""
        batches = list(_batches(bundles))
        parts: dict[tuple[str, str], list[_Part]] = {bundle.key: [] for bundle in bundles}
        entries = sum(len(batch.bundles[0].entries[:BATCH]) for batch in batches)
        for batch, of_batch in zip(batches, share(self._index, batches, entries), strict=True):
            for bundle, part in zip(batch.bundles, of_batch, strict=True):
                parts[bundle.key].append(part)
        return parts

    def _index(self, batch: _Batch) -> list[_Part]:
        """Index a batch; return its part of each of its bundles."""
        numbered: list[list[tuple[int, SplitDocument]]] = [[] for _ in batch.bundles]
        vocabularies: list[dict[str, str]] = [{} for _ in batch.bundles]
        kept: list[dict[str, SplitDocument]] = [{} for _ in batch.bundles]
        for number, entry in batch.entries:
            for at, (cut, vocabulary) in enumerate(self._split(entry, batch.bundles)):
                numbered[at].append((number, cut))
                vocabularies[at] |= vocabulary
                if batch.bundles[at].key in self._known:
                    kept[at][entry.digest.hex()] = cut
        return [
            _Part(postings(numbered[at], self._stems[bundle.language]), _packed(vocabularies[at]), kept[at])
            for at, bundle in enumerate(batch.bundles)
        ]

    def _split(self, entry: SearchEntry, bundles: Sequence[Bundle]) -> list[tuple[SplitDocument, Mapping[str, str]]]:
        """Return the words of an entry in each bundle with their vocabulary, split before or now."""
        digest = entry.digest.hex()
        before = [self._split_before(digest, bundle.key) for bundle in bundles]
        missing = [bundle.language for bundle, split in zip(bundles, before, strict=True) if split is None]
        now = documents(entry, self._owners, missing) if missing else {}
        split: list[tuple[SplitDocument, Mapping[str, str]]] = []
        for bundle, known in zip(bundles, before, strict=True):
            if known is None:
                document = now[bundle.language]
                cut = SplitDocument(" ".join(document.words), document.title_end, document.names_end)
                split.append((cut, document.vocabulary))
            else:
                split.append(known)
        return split

    def _split_before(self, digest: str, key: tuple[str, str]) -> tuple[SplitDocument, Mapping[str, str]] | None:
        cut = self._known[key].cuts.get(digest) if key in self._known else None
        if cut is None:
            return None
        typed = self._typed[key]
        # Codes of initials, which begin as the filler does, are no completions.
        words = {word for word in cut.words.split() if not word.startswith(FILLER)}
        return cut, {typed.get(word, word): word for word in words}
