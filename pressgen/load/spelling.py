"""Compare the names of people as different writers spell them.

Writers differ in capitals, accents, honorifics, spaces and hyphens, in whether the family name comes first, and in
middle names and initials. None of that makes another person. A letter more or less may be a slip, or somebody else.
Honorifics and particles are listed in `pressgen/data/names.yml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pressgen.text.folding import fold_words
from pressgen.text.script_table import WITHOUT_SPACES, first_script
from pressgen.text.word_lists import word_lists

UNSPACED = WITHOUT_SPACES | {"Hang"}
"""Scripts in which spaces within a name mean nothing; Korean writes them between words, and not within names."""

_PARENTHESES = re.compile(r"[(\[（].*?[)\]）]")
_STYLES = re.compile(r"^(?:[HS]\.\s?(?:[ER]|R\.\s?H|M|Em)\.?|HE(?=\s+\S+\s+\S)|HRH|HM|S\.?E\.?M\.?)(?=\s)\s*")

_VOWELS = "aeiouy"
_LONG_WORD, _LONGER_WORD, _LONG_NAME, _LONGEST_NAME = 5, 8, 8, 160


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name for comparison: its script, its words as they stand, and its words without honorifics.

    In scripts without spaces the whole name is one word.
    """

    script: str
    full: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The words in an order of their own, so that it does not matter which name comes first."""
        return tuple(sorted(self.words))


@lru_cache(maxsize=65_536)
def spelling(name: str) -> Spelling:
    """Return a name for comparison; what is too long to be one has no words."""
    if len(name) > _LONGEST_NAME:
        return Spelling("", (), ())
    shown = _PARENTHESES.sub(" ", name).strip() or name
    visible = "".join(letter for letter in shown if unicodedata.category(letter) != "Cf")
    full = fold_words(visible)
    script = first_script(visible)
    if script in UNSPACED:
        joined = "".join(full)
        return Spelling(script, (joined,), (_bare(joined),))
    return Spelling(script, full, _without_honorifics(fold_words(_STYLES.sub("", visible)), full))


_LISTS = word_lists("names")
_BEFORE = frozenset(fold_words(" ".join(_LISTS["before"].values())))
_ANYWHERE = frozenset(fold_words(_LISTS["anywhere"]))
_PARTICLES = frozenset(fold_words(_LISTS["particles"]))
_PREFIXES = tuple(_LISTS["prefixes"].split())
_SUFFIXES = tuple(_LISTS["suffixes"].split())


def _without_honorifics(words: tuple[str, ...], full: tuple[str, ...]) -> tuple[str, ...]:
    left = [word for word in words if word not in _ANYWHERE] or list(words)
    first = 0
    while first < len(left) - 1 and left[first] in _BEFORE:
        first += 1
    return tuple(left[first:]) or full


def _bare(name: str) -> str:
    before = ""
    while name != before:
        before = name
        for prefix in _PREFIXES:
            name = name.removeprefix(prefix) or name
        for suffix in _SUFFIXES:
            name = name.removesuffix(suffix) or name
    return name


def fits(one: Spelling, other: Spelling) -> bool:
    """Return whether two names can be the same person's, one with fewer middle names or with initials for names."""
    if one.script != other.script or one.script in UNSPACED:
        return False
    fewer, more = sorted((_names(one.words), _names(other.words)), key=len)
    left = list(more)
    for word in sorted(fewer, key=len, reverse=True):
        same = next((found for found in left if found == word), None) or next(
            (found for found in left if (len(word) == 1 or len(found) == 1) and word[0] == found[0]), None
        )
        if same is None:
            return False
        left.remove(same)
    whole = [word for word in fewer if len(word) > 1 and word in more]
    return len(fewer) > 1 and bool(whole) and _ends(fewer, more)


def _ends(fewer: list[str], more: list[str]) -> bool:
    """Return whether the family name, which stands first or last, is in both."""
    return any(len(word) > 1 and word in fewer for word in (more[0], more[-1]))


def nearly(one: Spelling, other: Spelling) -> bool:
    """Return whether two names differ by a slip: one word of several by a letter, or in how they are divided.

    Names that differ in a last vowel are a woman's and a man's, and short ones are often different names.
    """
    if one.script != other.script or one.words == other.words:
        return False
    if one.script in UNSPACED:
        ours, theirs = "".join(one.words), "".join(other.words)
        return min(len(ours), len(theirs)) >= _LONG_NAME and _distance(ours, theirs, 1) <= 1
    if "".join(one.words) == "".join(other.words):
        return True
    ours_, theirs_ = list(one.words), list(other.words)
    for word in one.words:
        if word in theirs_:
            ours_.remove(word)
            theirs_.remove(word)
    if len(ours_) != 1 or len(theirs_) != 1 or len(_names(one.words)) < 2:  # noqa: PLR2004
        return False
    (mine,), (its,) = ours_, theirs_
    shorter = min(len(mine), len(its))
    if shorter < _LONG_WORD or mine.rstrip(_VOWELS) == its.rstrip(_VOWELS):
        return False
    most = 2 if shorter >= _LONGER_WORD else 1
    return _distance(mine, its, most) <= most


def _names(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _PARTICLES]


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters are changed, left out, put in or exchanged between two words, up to one above `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, its in enumerate(other, 1):
            cost = min(now[-1] + 1, last[column] + 1, last[column - 1] + (letter != its))
            if before and column > 1 and letter == other[column - 2] and one[row - 2] == its:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
