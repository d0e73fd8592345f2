"""Give every word of some documents its place, by which phrases are found and parts of a document told apart.

A title's words have the places from `TITLE` on, names those from `NAMES` on, the text those from `TEXT` on: so a place
tells in which of them it is. What has more words than room takes the next one's. Single clusters of a part stand all at
its first place. Pieces have an empty place between them, so that no phrase goes from one to the next, and those of a
text begin at multiples of `STEP`: where one of them becomes longer or shorter, the others mostly keep their places, and
their words what is written of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from pressgen.search.documents import Document
from pressgen.search.postings import Numbers, Placed

TITLE, NAMES, TEXT = 0, 1 << 10, 1 << 13
STEP = 128


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A document as it is kept: its words, each as a number, and how many stand in order from which place on.

    `words` has the words of all pieces. Of a piece whose `lengths` is below zero, so many words share one place.
    """

    words: array[int] = field(default_factory=lambda: array("i"))
    lengths: array[int] = field(default_factory=lambda: array("i"))
    begins: array[int] = field(default_factory=lambda: array("i"))

    def add(self, begin: int, words: Iterable[int], size: int) -> None:
        """Add so many words from a place on, or, below zero, at that place."""
        self.words.extend(words)
        self.lengths.append(size)
        self.begins.append(begin)


def placed_document(document: Document) -> PlacedDocument:
    """Give the words of a document their places."""
    placed = PlacedDocument()
    place = 0
    for begin, step, part in zip((TITLE, NAMES, TEXT), (1, 1, STEP), document, strict=True):
        place = max(place, begin)
        if part.clusters:
            placed.add(place, part.clusters, -len(part.clusters))
        place += 2
        for piece in part.pieces:
            placed.add(place, piece, len(piece))
            place = -(-(place + len(piece) + 1) // step) * step
    return placed


def all_placed(documents: Sequence[PlacedDocument]) -> Placed:
    """List the words of documents with their places; the number of each is its place among the documents."""
    words, lengths, begins = (
        _joined(getattr(document, name) for document in documents) for name in ("words", "lengths", "begins")
    )
    pieces = np.fromiter((len(document.lengths) for document in documents), np.int64, len(documents))
    sizes = np.abs(lengths)
    places = np.arange(len(words)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    places *= np.repeat(lengths > 0, sizes)
    return Placed(
        words,
        np.repeat(np.repeat(np.arange(len(documents)), pieces), sizes),
        places + np.repeat(begins, sizes),
    )


def _joined(arrays: Iterator[array[int]]) -> Numbers:
    return np.frombuffer(b"".join(arrays), np.int32).astype(np.int64)
