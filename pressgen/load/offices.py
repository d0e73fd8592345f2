"""Compare an office as a release writes it with one of the register.

Releases write offices longer and shorter than a register does, and in another order. Two offices are the same unless
they share too few words, or one is the deputy, or the former holder, of the other. The words of each language are in
`pressgen/data/offices.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from pressgen.load.spelling import UNSPACED
from pressgen.text.folding import fold_words
from pressgen.text.script_table import first_script
from pressgen.text.word_lists import word_lists

_LISTS = word_lists("offices")


def _spaced(name: str) -> frozenset[str]:
    """Read a list's words for scripts with spaces between words, folded."""
    texts = (text for tag, text in _LISTS[name].items() if tag not in _UNSPACED_LANGUAGES)
    return frozenset(word for text in texts for word in fold_words(text))


def _unspaced(name: str) -> tuple[str, ...]:
    """Read a list's words for scripts without spaces between words, as they stand."""
    return tuple(word for tag in _UNSPACED_LANGUAGES for word in _LISTS[name].get(tag, "").split())


_UNSPACED_LANGUAGES = ("km", "th", "lo", "zh", "ja", "ko")
_SMALL, _SMALL_UNSPACED = _spaced("small"), _unspaced("small")
_DEPUTY, _DEPUTY_UNSPACED = _spaced("deputy"), _unspaced("deputy")
_FORMER, _FORMER_UNSPACED = _spaced("former"), _unspaced("former")
_CAPACITY, _CAPACITY_UNSPACED = _spaced("capacity"), _unspaced("capacity")
_HOLDERS = tuple(sorted(_spaced("holder")))
_MINISTER_UNSPACED = _unspaced("minister")
_SAME: Mapping[str, str] = _LISTS["same"]
_JOINED: Mapping[str, str] = _LISTS["joined"]
_ARTICLES = tuple(_LISTS["articles"].split())
_AND = re.compile(rf"\s*[,;/&]\s*|\s+(?:{'|'.join(_LISTS['and'].split())})\s+")
_VICE = re.compile(r"\bvice(?=[a-z]{5})")
_SHORTHAND = re.compile(r"[A-Z]{2,5}(?:/[A-Z]{2,5})?")
_ENOUGH = 0.66
_ENOUGH_UNSPACED = 0.7
_ALIKE = 0.6
_LONG = 4
_LONGEST_OFFICE = 400


def is_past(role: str) -> bool:
    """Return whether an office is over or has not begun, by its words: a former minister, an ambassador-designate."""
    words, joined = _words(role)
    return any(word in _FORMER for word in words) or any(word in joined for word in _FORMER_UNSPACED)


def is_capacity(role: str) -> bool:
    """Return whether it is no office, but what somebody was on the occasion: a guest, the head of a delegation."""
    words, joined = _words(role)
    return any(word in _CAPACITY for word in words) or any(word in joined for word in _CAPACITY_UNSPACED)


@lru_cache(maxsize=8192)
def same_office(one: str, other: str) -> bool:
    """Return whether two ways to write an office, in one language, can mean the same."""
    if max(len(one), len(other)) > _LONGEST_OFFICE:
        return True
    if any(_SHORTHAND.fullmatch(role.strip()) for role in (one, other)):
        return True
    if any(role[1] for role in (_words(one), _words(other))):
        return _same_unspaced(_words(one)[1], _words(other)[1])
    return any(_same(ours, theirs) for ours in _offices(one) for theirs in _offices(other))


def _offices(role: str) -> list[tuple[str, ...]]:
    """Return an office in the words that count, and each of several that are written as one."""
    parts = [_words(part)[0] for part in _AND.split(role)]
    several = [part for part in parts if len(part) > 1 and any(word.startswith(_HOLDERS) for word in part)]
    return [_words(role)[0], *(several if len(parts) > 1 else ())]


def _same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if not ours or not theirs:
        return True
    shorter, longer = sorted((ours, theirs), key=len)
    at = _within(shorter, longer)
    if at:
        # In "Deputy Prime Minister and Minister of Foreign Affairs" only the first of two offices is a deputy's.
        return any(start == 0 or longer[start - 1] not in _DEPUTY for start in at)
    if {word for word in shorter if word in _DEPUTY} ^ {word for word in longer if word in _DEPUTY}:
        return False
    mine, its = _holders(shorter), _holders(longer)
    if mine and its and not _common(mine, its):
        return False
    return _common(shorter, longer) / len(shorter) >= _ENOUGH


def _holders(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.startswith(_HOLDERS)]


@lru_cache(maxsize=8192)
def _words(role: str) -> tuple[tuple[str, ...], str]:
    """List the words of an office that tell it from others; in a script without spaces, the whole as one."""
    if first_script(role) in UNSPACED:
        joined = "".join(fold_words("".join(letter for letter in role if letter != "\u200b")))
        for small in _SMALL_UNSPACED:
            joined = joined.replace(small, "")
        return (), joined
    text = _VICE.sub("vice ", " ".join(fold_words(role)))
    for phrase, word in _JOINED.items():
        text = text.replace(phrase, word)
    return tuple(_root_of(word) for word in text.split() if word not in _SMALL), ""


def _root_of(word: str) -> str:
    if word.startswith("وو"):
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word.removeprefix(article)
    return _SAME.get(word, word)


def _within(shorter: Sequence[str], longer: Sequence[str]) -> tuple[int, ...]:
    size = len(shorter)
    return tuple(
        start
        for start in range(len(longer) - size + 1)
        if all(_alike(one, longer[start + index]) for index, one in enumerate(shorter))
    )


def _common(shorter: Sequence[str], longer: Sequence[str]) -> int:
    left = list(longer)
    found = 0
    for word in shorter:
        same = next((other for other in left if _alike(word, other)), None)
        if same is not None:
            left.remove(same)
            found += 1
    return found


def _alike(one: str, other: str) -> bool:
    """Return whether two words are one in different forms, such as ministre and ministres, ministro and ministra."""
    if one == other:
        return True
    size = min(len(one), len(other))
    same = next((at for at in range(size) if one[at] != other[at]), size)
    return same >= _LONG and same / max(len(one), len(other)) >= _ALIKE


def _same_unspaced(one: str, other: str) -> bool:
    if not one or not other:
        return True
    shorter, longer = sorted((one, other), key=len)
    at = longer.find(shorter)
    while at >= 0:
        if not longer[:at].endswith(_DEPUTY_UNSPACED):
            return True
        at = longer.find(shorter, at + 1)
    if shorter in longer:
        return False
    below = [any(word in role for word in _DEPUTY_UNSPACED) for role in (one, other)]
    if below[0] != below[1]:
        return False
    bare = [role.replace(word, "") for role in (one, other) for word in _MINISTER_UNSPACED if word in role]
    if len(bare) == 2:  # noqa: PLR2004  # both are ministers: what tells them apart is of what
        one, other = sorted(bare, key=len)
        if one in other:
            return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ENOUGH_UNSPACED
