"""Divide the words that beginnings can be completed to into small sorted files.

A file has a word on each line, as it is typed after normalising; where the word of the index is another, that one
follows after a tab. The words are in the order of their code points, so that a browser finds the file with a beginning
by the first words of all files, and asks for that one only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LINES = 400
"""How many words a file has at most."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The files of a vocabulary, and the first word of each."""

    files: tuple[bytes, ...]
    firsts: tuple[str, ...]


def pieces(vocabulary: Mapping[str, str]) -> Pieces:
    """Divide a vocabulary: words as readers type them, each with the word of the index."""
    keys = sorted(vocabulary)
    parts = [keys[start : start + LINES] for start in range(0, len(keys), LINES)]
    files = tuple("".join(_line(key, vocabulary[key]) for key in part).encode() for part in parts)
    return Pieces(files, tuple(part[0] for part in parts))


def _line(key: str, word: str) -> str:
    return f"{key}\n" if key == word else f"{key}\t{word}\n"
