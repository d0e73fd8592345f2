"""Tokens go in; the words that the index holds for them come out, in the order of the text.

The index knows words of ASCII letters, numbers, and words of the scripts that it can stem. Any other word gets a code:
lower-case consonants after a `q`, which no stemmer changes and no word of a language is like. Of a script without
spaces each two neighbours make one word, so that a phrase of them is found wherever it stands in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from pressgen.text.words.table import ranges, table
from pressgen.text.words.tokens import Token

_CONSONANTS = "bcdfghjklmnpqrtvwxz"
_NARROW = 18 * 19
_WIDE = 18 * 19**3
_LIKE_A_CODE = re.compile(r"q[^aeiouy]*")

FILLER = "qx"
"""A word that no query asks for: between two texts of one document it keeps phrases from reaching across."""


def index_words(tokens: Sequence[Token]) -> list[str]:
    """Give the words of the index in order: a run of n clusters makes n - 1, a single one its own."""
    known = table()["clusters"]
    words: list[str] = []
    add = words.append
    before: Token | None = None  # the cluster before, if the run goes on
    alone = False
    for token in tokens:
        script = token.script
        if script not in known:
            if alone and before:
                add(single_word(before.text, before.script))
            before = None
            add(plain_word(token.text, script))
        elif before is not None and before.script == script and not token.before.breaks:
            add(double_word(before.text, token.text, script))
            before, alone = token, False
        else:
            if alone and before:
                add(single_word(before.text, before.script))
            before, alone = token, True
    if alone and before:
        add(single_word(before.text, before.script))
    return words


def cluster_words(tokens: Iterable[Token]) -> set[str]:
    """Give the words that a document holds once, apart from its text: each of its clusters by itself."""
    known = table()["clusters"]
    return {single_word(text, script) for text, script in {(t.text, t.script) for t in tokens} if script in known}


def vocabulary(tokens: Sequence[Token]) -> dict[str, str]:
    """Give what a reader may begin to type, as search compares it, and the word of the index for each."""
    known = table()["clusters"]
    found: dict[str, str] = {}
    before: Token | None = None
    for token in tokens:
        if token.script not in known:
            found[token.text] = plain_word(token.text, token.script)
            before = None
            continue
        found[token.text] = single_word(token.text, token.script)
        if before is not None and before.script == token.script and not token.before.breaks:
            found[before.text + token.text] = double_word(before.text, token.text, token.script)
        before = token
    return found


@lru_cache(maxsize=100_000)
def plain_word(text: str, script: str) -> str:
    """Give the index's word for a word of a script with spaces, or a number."""
    if text.isascii():
        return f"qz{_script_letters('Latn')}{_encoded(text, 'Latn')}" if _LIKE_A_CODE.fullmatch(text) else text
    if script in table()["plain"] and (script != "Latn"):
        return text
    return f"qz{_script_letters(script)}{_encoded(text, script)}"


@lru_cache(maxsize=100_000)
def double_word(first: str, second: str, script: str) -> str:
    """Give the index's word for two clusters that follow each other."""
    return f"q{_cluster_letter(script)}{_encoded(first + second, script)}"


@lru_cache(maxsize=20_000)
def single_word(text: str, script: str) -> str:
    """Give the index's word for a cluster by itself."""
    return f"qq{_cluster_letter(script)}{_encoded(text, script)}"


@cache
def _cluster_letter(script: str) -> str:
    return _CONSONANTS[list(table()["clusters"]).index(script)]


@cache
def _script_letters(script: str) -> str:
    place = list(table()["scripts"]).index(script)
    return _CONSONANTS[place // 19] + _CONSONANTS[place % 19]


@cache
def _origin(script: str) -> tuple[int, bool]:
    found = ranges(table()["scripts"][script])
    first = found[0][0]
    return first, sum(last - begin for begin, last in found) > _NARROW and script != "Latn"


def _encoded(text: str, script: str) -> str:
    return "".join(_letters(ord(character), *_origin(script)) for character in text)


@lru_cache(maxsize=50_000)
def _letters(code: int, origin: int, wide: bool) -> str:  # noqa: FBT001
    """Give two letters (four in a script of thousands) for a character near the script's first, else `z` and five."""
    offset = code - origin
    if 0 <= offset < (_WIDE if wide else _NARROW):
        return "".join(_base(offset, 4 if wide else 2))
    return "z" + "".join(_base(code, 5))


def _base(value: int, places: int) -> Iterator[str]:
    for place in reversed(range(places)):
        yield _CONSONANTS[value // 19**place % 19]
