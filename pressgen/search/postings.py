"""Where every word stands: documents go in; the postings of their words come out.

The postings of a word are bytes. For each document that has it they say

- how far the document's number is from the one before, the first's from nought; twice that, and one more where the
  word stands there but once,
- where it stands there more often: how often,
- its places, each as how far it is from the one before, the first from nought.

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


class Cut(NamedTuple):
    """A document as it is indexed: its words with spaces between, and where its title and its names end."""

    words: str
    title_end: int
    names_end: int


class Postings(NamedTuple):
    """The postings of all words in some documents that follow each other, packed to travel between processes.

    `words` are in their order, a space between them. Of each, `firsts` and `lasts` have the numbers of the first and
    the last document; `data` has all behind the number of the first, of as many bytes as `sizes` says.
    """

    words: str
    firsts: array[int]
    lasts: array[int]
    sizes: array[int]
    data: bytes


def postings(documents: Iterable[tuple[int, Cut]], stem: Stem) -> Postings:
    """Give the postings of some documents, each with its number, which grow."""
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    found: dict[str, bytearray] = {}
    for number, cut in documents:
        for word, places in _places(cut, stem).items():
            single = len(places) == 1
            if word in found:
                written = found[word]
                _write(written, (number - lasts[word]) * 2 + single)
            else:
                # The number of the first is written when what is before it is known; whether it is but once goes first.
                written = found[word] = bytearray([single])
                firsts[word] = number
            lasts[word] = number
            if not single:
                _write(written, len(places))
            before = 0
            for place in places:
                _write(written, place - before)
                before = place
    words = sorted(found)
    return Postings(
        " ".join(words),
        array("I", map(firsts.__getitem__, words)),
        array("I", map(lasts.__getitem__, words)),
        array("I", (len(found[word]) for word in words)),
        b"".join(map(found.__getitem__, words)),
    )


def _places(cut: Cut, stem: Stem) -> Mapping[str, list[int]]:
    """Give where each word stands in a document; between two texts there is a place where none stands."""
    words = list(map(stem, cut.words.split()))
    found: dict[str, list[int]] = {}
    place = TITLE
    title, names = cut.title_end, cut.names_end
    for begin, part in ((TITLE, words[:title]), (NAMES, words[title:names]), (TEXT, words[names:])):
        place = max(place, begin)
        for word in part:
            if word in found:
                found[word].append(place)
            else:
                found[word] = [place]
            place += 1
        place += 1
    found.pop(FILLER, None)
    return found


def _write(into: bytearray, number: int) -> None:
    while number > 0x7F:  # noqa: PLR2004  # seven bits
        into.append(number & 0x7F | 0x80)
        number >>= 7
    into.append(number)


def joined(parts: Iterable[Postings]) -> Mapping[str, bytes]:
    """Give the postings of each word, in the order of the words, in all documents of parts that follow each other."""
    found: dict[str, bytearray] = {}
    lasts: dict[str, int] = {}
    for part in parts:
        begin = 0
        for word, first, last, size in zip(part.words.split(), part.firsts, part.lasts, part.sizes, strict=True):
            written = found.setdefault(word, bytearray())
            _write(written, (first - lasts.get(word, 0)) * 2 + part.data[begin])
            written += part.data[begin + 1 : begin + size]
            lasts[word] = last
            begin += size
    return {word: bytes(found.pop(word)) for word in sorted(found)}
