"""Divide the words that beginnings can be completed to into sorted files.

A file has a word on each line, as `words.texts.vocabulary_lines` writes it. The lines are in the order of their code
points, so that a browser finds the file with a beginning by the first words of all files, and asks for that one only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressgen.search.divisions import beginnings, groups

LINES = 800
"""How many words a file usually has."""


class Pieces(NamedTuple):
    """The files of a vocabulary, and for each the shortest beginning that tells its words from others."""

    firsts: Sequence[str]
    files: Sequence[bytes]


def pieces(lines: Iterable[str]) -> Pieces:
    """Divide the lines of a vocabulary, in any order and any of them several times."""
    words = sorted({*lines})
    divided = list(groups(words, [1] * len(words), LINES))
    files = tuple("".join(f"{words[at]}\n" for at in one).encode() for one in divided)
    return Pieces([first.partition("\t")[0] for first in beginnings(words, divided)], files)
