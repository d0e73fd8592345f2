"""The files of the index: the postings of all words go in; small files come out, one or few of them for a question.

A chunk has neighbouring words. It is gzip over a line of JSON, the list of words and that of how many bytes of postings
each has, and these bytes, one word's behind the other's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

from pressgen.search.packing import packed

LEAST_BYTES = 2_048
"""So few bytes of postings are never worth a file of their own."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """The files, and of each the shortest text by which its words are told from those of the file before."""

    firsts: tuple[str, ...]
    files: tuple[bytes, ...]


def chunks(postings: Mapping[str, bytes]) -> Chunks:
    """Divide words, which are in their order."""
    groups = list(_groups(postings, most_bytes(sum(map(len, postings.values())))))
    firsts = (_shortest(before[-1], group[0]) for before, group in pairwise([[""], *groups]))
    return Chunks(tuple(firsts), tuple(_chunk({word: postings[word] for word in group}) for group in groups))


def most_bytes(size: int) -> int:
    """Give how many bytes of postings a chunk should have at most in an index of so many bytes.

    A chunk costs a reader about five bytes in the list of all, and its postings some half of their size: at the root of
    twice all bytes, the list and the chunks for a question of four or five words weigh least together.
    """
    return max(LEAST_BYTES, isqrt(2 * size))


def _groups(postings: Mapping[str, bytes], most: int) -> Iterator[list[str]]:
    """Give the words of each chunk: of several words only as many as stay below so many bytes."""
    group: list[str] = []
    held = 0
    for word, found in postings.items():
        if group and held + len(found) > most:
            yield group
            group, held = [], 0
        group.append(word)
        held += len(found)
    if group:
        yield group


def _shortest(before: str, first: str) -> str:
    """Give the shortest beginning of a word that comes after the word before it."""
    return next(first[:end] for end in range(1, len(first) + 1) if first[:end] > before)


def _chunk(postings: Mapping[str, bytes]) -> bytes:
    told = json.dumps([list(postings), list(map(len, postings.values()))], ensure_ascii=False, separators=(",", ":"))
    return packed(b"".join([told.encode(), b"\n", *postings.values()]))
