"""A document as one list of words, as tests read it."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.search.documents import Document
from pressgen.search.words import FILLER
from pressgen.search.words.texts import word_of


@dataclass(frozen=True)
class FlatDocument:
    """The words of a document: pieces with a filler between, and the single clusters at the end of their part."""

    words: tuple[str, ...]
    title_end: int
    names_end: int

    def __bool__(self) -> bool:
        return bool(self.words)


def flat(document: Document) -> FlatDocument:
    """List the words of a document in their order."""
    words: list[str] = []
    ends: list[int] = []
    for part in document:
        for piece in part.pieces:
            words += [FILLER] * bool(words)
            words += map(word_of, piece)
        words += sorted(map(word_of, part.clusters))
        ends.append(len(words))
    return FlatDocument(tuple(words), *ends[:2])
