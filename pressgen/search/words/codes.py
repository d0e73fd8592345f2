"""Write tokens as words of the index.

The index has words of ASCII letters, numbers, and words of the scripts that it can stem. Any other word has a code:
lower-case consonants after a `q`, which no stemmer changes and no word of a language is like. In a script without
spaces each two neighbours make one word, so that a phrase of them is found wherever it stands in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from pressgen.search.words.normal import NUMBER
from pressgen.search.words.table import ranges, word_table
from pressgen.search.words.tokens import Token

_CONSONANTS = "bcdfghjklmnpqrtvwxz"
_BASE = len(_CONSONANTS)
_FIRST = _BASE - 1  # so many letters may begin a code; the last one says that five follow
_NARROW = _FIRST * _BASE
_WIDE = _FIRST * _BASE**3
_LIKE_A_CODE = re.compile(r"q[^aeiouy]*")
LONGEST_COMPOUND = 3
LONGEST_INITIALS = 5

FILLER = "qx"
"""A word that no query asks for: between two texts of a document it keeps phrases from reaching across."""


def solids(tokens: Sequence[Token]) -> Iterator[tuple[str, str, str]]:
    """Yield what linked words make when they are written as one, each with its script and link.

    Of a compound with hyphens or apostrophes the whole; of initials with points each two or more that follow each
    other, since `H.E. A. Huitfeldt` has initials of two names.
    """
    for _, chain, link in chains(tokens):
        size = len(chain)
        if link != ".":
            if size <= LONGEST_COMPOUND:
                yield "".join(token.text for token in chain), chain[0].script, link
            continue
        for start in range(size - 1):
            for end in range(start + 2, min(size, start + LONGEST_INITIALS) + 1):
                yield "".join(token.text for token in chain[start:end]), chain[0].script, link


def chains(tokens: Sequence[Token]) -> Iterator[tuple[int, list[Token], str]]:
    """Yield the words that are linked alike, one after the other: the place of the first, all of them, and the link."""
    chain: list[Token] = []
    start, linked = 0, ""
    for place, (previous, token) in enumerate(pairwise(tokens)):
        link = token[4][2]
        joins = bool(link) and may_be_solid(previous, token, link)
        if chain and not (joins and link == linked):
            yield start, chain, linked
            chain = []
        if joins:
            if not chain:
                chain, start = [previous], place
            chain.append(token)
            linked = link
    if chain:
        yield start, chain, linked


def may_be_solid(first: Token, second: Token, link: str) -> bool:
    """True if two words that are linked so may be written as one.

    Any with a hyphen, single letters with a point, and those with an apostrophe that does not stand for a vowel.
    """
    if first.script != second.script or first.script == NUMBER or is_unspaced(first.script):
        return False
    if link == "'":
        return first.text not in word_table()["elisions"]
    return link == "-" or len(first.text) == len(second.text) == 1


def is_code(word: str) -> bool:
    """True if a word of the index is a code: it is no word of a language, so that it has no stem either."""
    return _LIKE_A_CODE.fullmatch(word) is not None


def plain_word(text: str, script: str) -> str:
    """Return the word of the index for a word of a script with spaces, or a number."""
    if text.isascii():
        return f"qz{_script_letters('Latn')}{coded(text, 'Latn')}" if _LIKE_A_CODE.fullmatch(text) else text
    if script in word_table()["plain"] and script != "Latn":
        return text
    return f"qz{_script_letters(script)}{coded(text, script)}"


def double_word(first: str, second: str, script: str) -> str:
    """Return the word of the index for two clusters that follow each other."""
    return f"q{_cluster_letter(script)}{coded(first + second, script)}"


def single_word(text: str, script: str) -> str:
    """Return the word of the index for a cluster by itself."""
    return f"qq{_cluster_letter(script)}{coded(text, script)}"


def cluster_start(word: str) -> str:
    """Return the letters with which the word of a cluster, or of two, begins; nothing of any other word."""
    found = _CLUSTER_START.match(word)
    return found[0] if found and _CONSONANTS.index(word[found.end() - 1]) < len(word_table()["clusters"]) else ""


# After a `q`, `z` begins other words, and `x` fillers.
_CLUSTER_START = re.compile(r"qq?[bcdfghjklmnprtvw]")


def script_of_clusters(start: str) -> str:
    """Return the script of clusters whose words begin so."""
    return list(word_table()["clusters"])[_CONSONANTS.index(start[-1])]


def initials_word(text: str) -> str:
    """Return the word of the index for initials, which is not that of the word that they may look like."""
    return f"{FILLER}{coded(text, 'Latn')}"


@cache
def is_unspaced(script: str) -> bool:
    """True if a script is written without spaces between words: it is split into clusters."""
    return script in word_table()["clusters"]


@cache
def _cluster_letter(script: str) -> str:
    return _CONSONANTS[list(word_table()["clusters"]).index(script)]


@cache
def _script_letters(script: str) -> str:
    place = list(word_table()["scripts"]).index(script)
    return _CONSONANTS[place // _BASE] + _CONSONANTS[place % _BASE]


@cache
def _origin(script: str) -> tuple[int, int]:
    """Return the first character of a script, and how many letters each of its characters takes: four for Han."""
    own = ranges(word_table()["scripts"][script])
    return own[0][0], 4 if sum(last - first for first, last in own) > _NARROW and script != "Latn" else 2


def coded(text: str, script: str) -> str:
    """Write a text in consonants: two or four for each character."""
    origin, places = _origin(script)
    return "".join([_letters(ord(character), origin, places) for character in text])


@lru_cache(maxsize=50_000)
def _letters(code: int, origin: int, places: int) -> str:
    """Write a character near the script's first in its letters, any other as `z` and five."""
    offset = code - origin
    if 0 <= offset < (_NARROW if places == 2 else _WIDE):  # noqa: PLR2004, the two widths that there are
        return _written(offset, places)
    return "z" + _written(code, 5)


def _written(value: int, places: int) -> str:
    return "".join(_CONSONANTS[value // _BASE**place % _BASE] for place in reversed(range(places)))
