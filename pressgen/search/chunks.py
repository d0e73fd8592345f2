"""Divide the postings of all words into files, so that a question needs one or few of them.

A chunk has neighbouring words. It is gzip over a line of JSON, the list of words and the list of the sizes of their
postings in bytes, and then the postings themselves, one word's behind the other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log2, sqrt
from typing import NamedTuple

from pressgen.search.divisions import beginnings, groups
from pressgen.search.packing import compact_json
from pressgen.search.parts import LanguagePart
from pressgen.search.postings import written_number

LEAST_BYTES = 4_096
"""So few bytes of postings are never worth a file of their own."""
_CHUNKS = 400
"""About so many chunks, besides those of common words, has an index of some thousand entries."""
_LARGEST = 10
"""So many times the root of an index's size a chunk has at most: what a phrase of eight words costs grows slowly."""


class Chunks(NamedTuple):
    """The files before they are compressed, and for each the shortest beginning that tells its words from others."""

    firsts: Sequence[str]
    files: Sequence[bytes]


def chunks(parts: Iterable[tuple[int, LanguagePart]]) -> Chunks:
    """Join the postings of parts, each with the number of its first document, and divide them."""
    postings = joined_postings(parts)
    words = sorted(postings)
    sizes = [len(postings[word]) for word in words]
    divided = list(groups(words, sizes, usual_bytes(sum(sizes))))
    files = (_chunk(words[one.start : one.stop], postings) for one in divided)
    return Chunks(beginnings(words, divided), tuple(files))


def joined_postings(parts: Iterable[tuple[int, LanguagePart]]) -> dict[str, bytearray]:
    """Join the postings of documents that follow each other, by word."""
    joined: dict[str, bytearray] = {}
    lasts: dict[str, int] = {}
    for first, part in parts:
        heads, own_lasts, sizes, data = part.postings
        ends = accumulate(sizes.tolist())
        columns = (part.words.split(), heads.tolist(), (own_lasts + first).tolist(), ends, sizes.tolist())
        for word, number, last, end, size in zip(*columns, strict=True):
            written = joined.get(word)
            if written is None:
                joined[word] = written = bytearray(written_number(number + 2 * first))
            else:
                written += written_number(number + 2 * (first - lasts[word]))
            written += data[end - size : end]
            lasts[word] = last
    return joined


def usual_bytes(size: int) -> int:
    """Return how many bytes of postings a chunk usually has in an index of `size` bytes.

    It is a power of two, or half way between two, so that an index grows long before all its chunks change.
    """
    wanted = min(size / _CHUNKS, _LARGEST * sqrt(size))
    return max(LEAST_BYTES, int(2 ** (round(2 * log2(max(1, wanted))) / 2)))


def _chunk(words: Sequence[str], postings: dict[str, bytearray]) -> bytes:
    own = [postings[word] for word in words]
    return b"".join([compact_json([words, list(map(len, own))]), b"\n", *own])
