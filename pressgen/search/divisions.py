"""Divide sorted words into files so that a change moves few of them: where a file ends depends on what is near alone.

Were each file filled to the same size, one word more would move the ends of all files behind it, and a site would
publish them anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

_ALL = 1 << 32


def groups(words: Sequence[str], sizes: Sequence[int], usual: int) -> Iterator[range]:
    """Yield the places of the words of each file, which has from half to twice the `usual` size.

    A word that has the usual size by itself is alone, and the file before it may be smaller. Elsewhere a file ends,
    once it has half the usual size, before a word that its own letters choose.
    """
    begin, size, alone = 0, 0, False
    for at, own in enumerate(sizes):
        if begin < at and (
            alone
            or own >= usual
            or size + own > 2 * usual
            or (2 * size >= usual and crc32(words[at].encode()) * usual < 2 * own * _ALL)
        ):
            yield range(begin, at)
            begin, size = at, 0
        alone = own >= usual
        size += own
    if begin < len(sizes):
        yield range(begin, len(sizes))


def beginnings(words: Sequence[str], divided: Sequence[range]) -> list[str]:
    """List for each file the shortest beginning that tells its words from those of the file before."""
    return [_shortest(words[one.start - 1] if one.start else "", words[one.start]) for one in divided]


def _shortest(before: str, first: str) -> str:
    """Find the shortest beginning of a word that comes after the word before it."""
    return next(first[:end] for end in range(1, len(first) + 1) if first[:end] > before)
