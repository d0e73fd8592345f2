"""Names and numbers that are found as a whole: the one word of the index that stands for each.

"South Korea" must not find a release about South Africa and Korea, and `7/2023` not one of July 2023 before that with
the number. So such a name has a word of its own in the index, apart from those of its parts, and a query that has the
parts one after the other asks for it as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from pressgen.search.words.codes import FILLER, coded
from pressgen.search.words.normal import NUMBER
from pressgen.search.words.table import word_table
from pressgen.search.words.tokens import Token, tokens

LONGEST_NAME = 10
"""So many words a name has at most: United Kingdom of Great Britain and Northern Ireland has nine."""
_NAME, _NUMBER = f"{FILLER}x", f"{FILLER}w"
_MOST_IN_NUMBER = 12


def whole_name(name: Sequence[Token]) -> str:
    """Return the word of the index for a name of several words; empty for one word, and for scripts without spaces."""
    kept = [token for token, after in zip_longest(name, name[1:]) if not (after and _is_elided(token, after))]
    scripts = {token.script for token in kept}
    if not 1 < len(kept) <= LONGEST_NAME or len(scripts) > 1 or scripts & ({NUMBER} | word_table()["clusters"].keys()):
        return ""
    # A query has each of its words once.
    return _NAME + coded("".join(dict.fromkeys(token.text for token in kept)), kept[0].script)


def _is_elided(token: Token, after: Token) -> bool:
    return after.before.link == "'" and token.text in word_table()["elisions"]


def whole_number(text: str) -> str:
    """Return the word of the index for the printed number of a release, without what says that it is one.

    `No. 7/2023`, `No 7/2023`, `៧/២០២៣`, `07/2023` and `7/2023` have the same; a text without a digit has none.
    """
    words = tokens(text)
    number = words[_introduction(words) :]
    if not 0 < len(number) <= _MOST_IN_NUMBER or all(token.script != NUMBER for token in number):
        return ""
    return _NUMBER + "".join(map(_part, number))


def _introduction(words: Sequence[Token]) -> int:
    """Count the words that say that a number follows: `No.`, `Rhif`, `លេខ`."""
    texts = tuple(token.text for token in words)
    return next((len(word) for word in _words_for_number() if texts[: len(word)] == word and len(word) < len(texts)), 0)


@cache
def _words_for_number() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(token.text for token in tokens(word)) for word in word_table()["number_words"])


def _part(token: Token) -> str:
    if token.script == NUMBER:
        return "v" + (token.text.lstrip("0") or "0").translate(_DIGITS)
    return "w" + coded(token.text, token.script)


_DIGITS = str.maketrans("0123456789", "bcdfghjklm")
