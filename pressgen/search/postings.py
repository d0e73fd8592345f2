"""Write where every word of some documents stands: its postings.

The postings of a word are bytes. For each document that has it they say

- how far the document's number is from the one before, the first's from zero; twice that, and one more where the
  word stands there only once,
- where it stands there more often: how often,
- its places, each as how far it is from the one before, the first from zero.

A number is written in groups of seven bits, the least first; in all groups but its last the highest bit is set.

A title's words have the places from `TITLE` on, names those from `NAMES` on, the text those from `TEXT` on: so a place
tells in which of them it is. What has more words than room takes the next one's.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pressgen.search.stemming import Stem
from pressgen.search.words import FILLER

TITLE, NAMES, TEXT = 0, 1 << 10, 1 << 13


class SplitDocument(NamedTuple):
    """A document as it is indexed: its words with spaces between, and where its title and its names end."""

    words: str
    title_end: int
    names_end: int


class Postings(NamedTuple):
    """The postings of all words in some documents that follow each other, packed to travel between processes.

    `words` are sorted, with spaces between. `firsts` and `lasts` have the numbers of the first and the last document of
    each. `data` has its postings without the number of the first, in as many bytes as `sizes` says.
    """

    words: str
    firsts: array[int]
    lasts: array[int]
    sizes: array[int]
    data: bytes


def postings(documents: Iterable[tuple[int, SplitDocument]], stem: Stem) -> Postings:
    """Write the postings of documents, each with its number; the numbers grow."""
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    written: dict[str, bytearray] = {}
    for number, cut in documents:
        for word, places in _places(cut, stem).items():
            once = len(places) == 1
            if word in written:
                data = written[word]
                _write(data, (number - lasts[word]) * 2 + once)
            else:
                # `joined_postings` writes the first document's number; the first byte says if it has the word once.
                data = written[word] = bytearray([once])
                firsts[word] = number
            lasts[word] = number
            if not once:
                _write(data, len(places))
            before = 0
            for place in places:
                _write(data, place - before)
                before = place
    words = sorted(written)
    return Postings(
        " ".join(words),
        array("I", map(firsts.__getitem__, words)),
        array("I", map(lasts.__getitem__, words)),
        array("I", (len(written[word]) for word in words)),
        b"".join(map(written.__getitem__, words)),
    )


def _places(cut: SplitDocument, stem: Stem) -> Mapping[str, list[int]]:
    """Find the places of each word in a document; between title, names and text one place is empty."""
    words = list(map(stem, cut.words.split()))
    places: dict[str, list[int]] = {}
    place = TITLE
    title, names = cut.title_end, cut.names_end
    for begin, part in ((TITLE, words[:title]), (NAMES, words[title:names]), (TEXT, words[names:])):
        place = max(place, begin)
        for word in part:
            if word in places:
                places[word].append(place)
            else:
                places[word] = [place]
            place += 1
        place += 1
    places.pop(FILLER, None)
    return places


def _write(data: bytearray, number: int) -> None:
    while number > 0x7F:  # noqa: PLR2004  # seven bits
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)


def joined_postings(parts: Iterable[Postings]) -> Mapping[str, bytes]:
    """Join the postings of documents that follow each other; the words are sorted."""
    written: dict[str, bytearray] = {}
    lasts: dict[str, int] = {}
    for part in parts:
        begin = 0
        for word, first, last, size in zip(part.words.split(), part.firsts, part.lasts, part.sizes, strict=True):
            data = written.setdefault(word, bytearray())
            _write(data, (first - lasts.get(word, 0)) * 2 + part.data[begin])
            data += part.data[begin + 1 : begin + size]
            lasts[word] = last
            begin += size
    return {word: bytes(written.pop(word)) for word in sorted(written)}
