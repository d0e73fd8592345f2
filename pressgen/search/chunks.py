"""Divide the postings of all words into small files, so that a question needs one or few of them.

A chunk has neighbouring words. It is gzip over a line of JSON, the list of words and the list of the sizes of their
postings in bytes, and then the postings themselves, one word's behind the other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

from pressgen.search.packing import compact_json, packed

LEAST_BYTES = 2_048
"""So few bytes of postings are never worth a file of their own."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """The files, and for each the shortest beginning that tells its words from those of the file before."""

    firsts: tuple[str, ...]
    files: tuple[bytes, ...]


def chunks(postings: Mapping[str, bytes]) -> Chunks:
    """Divide the postings of words, which are sorted."""
    groups = list(_groups(postings, most_bytes(sum(map(len, postings.values())))))
    firsts = (_shortest(before[-1], group[0]) for before, group in pairwise([[""], *groups]))
    return Chunks(tuple(firsts), tuple(_chunk({word: postings[word] for word in group}) for group in groups))


def most_bytes(size: int) -> int:
    """Compute how many bytes of postings a chunk should have at most in an index of `size` bytes.

    A chunk costs a reader about five bytes in the list of all, and its postings some half of their size: at the root of
    twice all bytes, the list and the chunks for a question of four or five words weigh least together.
    """
    return max(LEAST_BYTES, isqrt(2 * size))


def _groups(postings: Mapping[str, bytes], most: int) -> Iterator[list[str]]:
    """Group the words by chunk; one that has more than `most` bytes has a chunk to itself."""
    group: list[str] = []
    size = 0
    for word, data in postings.items():
        if group and size + len(data) > most:
            yield group
            group, size = [], 0
        group.append(word)
        size += len(data)
    if group:
        yield group


def _shortest(before: str, first: str) -> str:
    """Find the shortest beginning of a word that comes after the word before it."""
    return next(first[:end] for end in range(1, len(first) + 1) if first[:end] > before)


def _chunk(postings: Mapping[str, bytes]) -> bytes:
    head = compact_json([list(postings), list(map(len, postings.values()))])
    return packed(b"".join([head, b"\n", *postings.values()]))
