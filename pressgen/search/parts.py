"""Index a part of the entries: split them into words, place these, and write their postings in each language.

An index is put together from parts, each of some entries of one year that follow each other. A part is known by its
entries and by the rules by which they are split, so that one in which nothing has changed is not made again; and of one
in which something has, only the entries that are new are split. What a part holds does not depend on other parts.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, groupby, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pressgen.search.documents import Owners, documents
from pressgen.search.entries import EntrySource
from pressgen.search.packing import compact_json, divided, hashed, sections
from pressgen.search.places import PlacedDocument, all_placed, placed_document
from pressgen.search.postings import Numbers, Placed, Postings, distinct, postings
from pressgen.search.stemming import Stem
from pressgen.search.words.texts import FILLER_NUMBER, number_of, read_line, vocabulary_lines, word_of

MOST_ENTRIES = 256
"""So many entries has a part at most."""


@dataclass(frozen=True, slots=True)
class Part:
    """Entries of one year that follow each other, the first with the number `first`; zero is no year.

    `at` counts the parts of a year.
    """

    year: int
    at: int
    first: int
    entries: tuple[EntrySource, ...]

    @property
    def name(self) -> str:
        """Tells it from other parts, and is the same from build to build."""
        return f"{self.year}-{self.at}"

    def key(self, rules: bytes) -> bytes:
        """Return the digest of all that its index depends on."""
        digest = blake2b(rules, digest_size=16)
        for entry in self.entries:
            digest.update(entry.digest)
        return digest.digest()


def parts(entries: Sequence[EntrySource]) -> tuple[Part, ...]:
    """Divide entries, those of each year one after the other, into parts."""
    found: list[Part] = []
    first = 0
    for year, same in groupby(entries, key=lambda entry: entry.year):
        of_year = tuple(same)
        for at, begin in enumerate(range(0, len(of_year), MOST_ENTRIES)):
            found.append(Part(year, at, first + begin, of_year[begin : begin + MOST_ENTRIES]))
        first += len(of_year)
    return tuple(found)


class PackedPart(NamedTuple):
    """The index of a part in one language as bytes, with the digests of its words, empty if it has none, and lines."""

    data: bytes
    words: str
    lines: str


class LanguagePart(NamedTuple):
    """The index of a part in one language.

    `words` are the stems, sorted, with spaces between; a word's number in `postings` is its place among them. `typed`
    has the line of each word for a vocabulary, sorted.
    """

    words: str
    postings: Postings
    typed: str

    def packed(self) -> PackedPart:
        """Write it as bytes."""
        numbers = [column.astype(np.uint32).tobytes() for column in self.postings[:3]]
        postings_parts = (self.words.encode(), *numbers, self.postings.data)
        typed_lines = self.typed.encode()
        digest = hashed(*postings_parts) if self.words else ""
        return PackedPart(sections(*postings_parts, typed_lines), digest, hashed(typed_lines))

    @classmethod
    def read(cls, data: bytes) -> LanguagePart:
        """Read what `packed` wrote. Raises ValueError for anything else."""
        words, heads, lasts, sizes, written, lines = divided(data)
        columns = Postings(_numbers(heads), _numbers(lasts), _numbers(sizes), written)
        return cls(words.decode(), columns, lines.decode())


def _numbers(column: bytes) -> Numbers:
    return np.frombuffer(column, np.uint32).astype(np.int64)


Documents = Mapping[bytes, PlacedDocument]
"""Placed documents by the digest of their entry."""


@dataclass(frozen=True, slots=True)
class IndexedPart:
    """The index of a part in each language, and its documents, of which one may serve again, as bytes."""

    languages: Mapping[str, PackedPart]
    documents: bytes


def index_part(
    part: Part,
    owners: Owners,
    stems: Mapping[str, Stem],
    known: Mapping[str, Documents],
    before: Callable[[str, Documents], PackedPart | None],
) -> IndexedPart:
    """Index a part.

    `known` are documents of entries that were split before, by language; `before` returns the index of documents in a
    language, if it was made before.
    """
    placed: dict[str, dict[bytes, PlacedDocument]] = {tag: {} for tag in owners.languages}
    for entry in part.entries:
        missing = [tag for tag in owners.languages if entry.digest not in known.get(tag, {})]
        now = documents(entry.read(), owners, missing) if missing else {}
        for tag, found in placed.items():
            found[entry.digest] = placed_document(now[tag]) if tag in now else known[tag][entry.digest]
    languages = {tag: before(tag, found) or _language_part(found, stems[tag]).packed() for tag, found in placed.items()}
    return IndexedPart(languages, packed_documents(placed))


def _language_part(found: Documents, stem: Stem) -> LanguagePart:
    """Write the postings of documents that follow each other."""
    placed = all_placed([*found.values()])
    numbers, local = distinct(placed.words)
    stemmed = [stem(word_of(number)) if number != FILLER_NUMBER else "" for number in numbers.tolist()]
    words = sorted({*stemmed} - {""})
    places = {"": -1, **{word: at for at, word in enumerate(words)}}
    own = np.fromiter(map(places.__getitem__, stemmed), np.int64, len(stemmed))[local]
    kept = own >= 0
    lines = sorted(line for line in vocabulary_lines(numbers.tolist()) if line[0] != "\t")
    in_index = Placed(own[kept], placed.documents[kept], placed.places[kept])
    return LanguagePart(" ".join(words), postings(in_index), "\n".join(lines))


def packed_documents(placed: Mapping[str, Documents]) -> bytes:
    """Write documents as bytes, by language; their words are those of a list, since numbers are of this process."""
    parts: list[bytes] = []
    for tag, found in placed.items():
        columns = [_column(getattr(document, name) for document in found.values()) for name in _COLUMNS]
        numbers, local = distinct(columns[0].astype(np.int64))
        sizes = [[len(getattr(document, name)) for document in found.values()] for name in _COLUMNS]
        head = compact_json([tag, vocabulary_lines(numbers.tolist()), sizes])
        parts += [
            head,
            b"".join(found),
            local.astype(_words_type(len(numbers))).tobytes(),
            *(column.tobytes() for column in columns[1:]),
        ]
    return sections(*parts)


_COLUMNS = ("words", "lengths", "begins")
_DIGEST = 16


def _words_type(words: int) -> type[np.unsignedinteger[Any]]:
    return np.uint16 if words <= np.iinfo(np.uint16).max else np.uint32


def _column(arrays: Iterable[array[int]]) -> NDArray[np.int32]:
    return np.frombuffer(b"".join(arrays), np.int32)


def read_documents(data: bytes) -> dict[str, Documents]:
    """Read what `packed_documents` wrote. Raises ValueError for anything else."""
    found: dict[str, Documents] = {}
    parts = divided(data)
    for head, digests, *columns in zip(*[parts] * (len(_COLUMNS) + 2), strict=True):
        tag, lines, sizes = json.loads(head)
        numbers = np.array([number_of(word, typed) for typed, word in map(read_line, lines)], np.int32)
        columns[0] = numbers[np.frombuffer(columns[0], _words_type(len(numbers)))].tobytes()
        arrays = (_arrays(column, each) for column, each in zip(columns, sizes, strict=True))
        names = (digests[at : at + _DIGEST] for at in range(0, len(digests), _DIGEST))
        found[tag] = dict(zip(names, map(PlacedDocument, *arrays), strict=True))
    return found


def _arrays(column: bytes, sizes: Iterable[int]) -> Iterator[array[int]]:
    for begin, end in pairwise(accumulate(sizes, initial=0)):
        yield array("i", column[4 * begin : 4 * end])
