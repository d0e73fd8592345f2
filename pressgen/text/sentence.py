"""Shorten a text: to its first sentence, to whole sentences, or to a number of characters, never within a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ENDS = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s+\S|$)|[。！？។៕؟۔।॥။]+[\"'»”’)\]]*")
# A full stop behind a title, an initial or a number ends nothing: H.E., Dr., No., 14.
_NO_END = re.compile(r"(?:\b[^\W\d_]{1,3}|\b(?:Amb|Capt|Messrs|Prof|Hon|Supt|Sr[ta]+)|\d|\.[^\W\d_])\.$")
_SHORTEST = 40
LONGEST = 280
LONGEST_SUMMARY = 320
_SHORTEST_SUMMARY = 80
# Signs that join the letter behind them to the one before: a Khmer coeng, the viramas of other scripts, a joiner.
_JOINING = frozenset("\u17d2\u1039\u103a\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1a60\u1b44\ua9c0\u200d")
# Vowels that are written before the letter they are spoken after, in Thai and Lao.
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")


def _ends(text: str) -> Iterator[int]:
    """Find where sentences end."""
    for end in _ENDS.finditer(text):
        if end.end() == len(text) or not _NO_END.search(text[: end.end()]):
            yield end.end()


@lru_cache(maxsize=8192)  # lists, pages, feeds and calendars all ask for the same
def first_sentence(paragraph: str, longest: int = LONGEST) -> str:
    """Give the first sentence of a paragraph, or its beginning up to `longest` characters and an ellipsis."""
    text = " ".join(paragraph.split())
    end = next((end for end in _ends(text) if end >= _SHORTEST), len(text))
    return shortened(text[:end], longest)


def whole_sentences(paragraph: str, longest: int = LONGEST_SUMMARY) -> str:
    """Give as many sentences of a paragraph as `longest` characters hold, or its beginning and an ellipsis."""
    text = " ".join(paragraph.split())
    if len(text) <= longest:
        return text
    end = max((end for end in _ends(text[: longest + 1]) if end <= longest), default=0)
    return text[:end] if end >= _SHORTEST_SUMMARY else shortened(text, longest)


def shortened(text: str, longest: int) -> str:
    """Give a text of at most `longest` characters, marked with an ellipsis where it is cut.

    It is cut between words where there are any, else between letters: a sign belongs to the letter that it is written
    with, and so does a letter below another (https://www.unicode.org/reports/tr29/, grapheme clusters).
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    word = text.rfind(" ", longest // 2, longest)
    return text[: word if word > 0 else _between_letters(text, longest - 1)].rstrip(" ,;:–—-") + "…"


def _between_letters(text: str, at: int) -> int:
    """Give the last place up to `at` where no cluster of a letter and its signs is parted."""
    place = at
    while place > 0 and (
        unicodedata.category(text[place])[0] == "M"
        or "\u1160" <= text[place] <= "\u11ff"  # the later parts of a Korean syllable
        or text[place] == "\u200d"
        or text[place - 1] in _JOINING
        or text[place - 1] in _LEADING
    ):
        place -= 1
    return place or at
