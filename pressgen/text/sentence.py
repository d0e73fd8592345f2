"""Shorten a text: to its first sentence, to whole sentences, or to a number of characters, never within a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pressgen.text.script_table import BEFORE, BEHIND, JOINING

_ENDS = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s+\S|$)|[。！？។៕؟۔।॥။]+[\"'»”’)\]]*")
# A full stop behind a title, an initial or a number ends nothing: H.E., Dr., No., 14.
_NO_END = re.compile(r"(?:\b[^\W\d_]{1,3}|\b(?:Amb|Capt|Messrs|Prof|Hon|Supt|Sr[ta]+)|\d|\.[^\W\d_])\.$")
_SHORTEST = 40
LONGEST = 280
LONGEST_SUMMARY = 320
_SHORTEST_SUMMARY = 80
_JOINS_NEXT = re.compile(f"[{JOINING}{BEFORE}\u200d]")
_JOINS_LAST = re.compile(f"[{BEHIND}\u200d]")


def _ends(text: str) -> Iterator[int]:
    """Find where sentences end."""
    for end in _ENDS.finditer(text):
        if end.end() == len(text) or not _NO_END.search(text[: end.end()]):
            yield end.end()


@lru_cache(maxsize=8192)  # lists, pages, feeds and calendars all ask for the same
def first_sentence(paragraph: str, longest: int = LONGEST) -> str:
    """Return the first sentence of a paragraph, or its beginning up to `longest` characters and an ellipsis."""
    text = " ".join(paragraph.split())
    end = next((end for end in _ends(text) if end >= _SHORTEST), len(text))
    return shortened(text[:end], longest)


def whole_sentences(paragraph: str, longest: int = LONGEST_SUMMARY) -> str:
    """Return as many sentences of a paragraph as `longest` characters hold, or its beginning and an ellipsis."""
    text = " ".join(paragraph.split())
    if len(text) <= longest:
        return text
    end = max((end for end in _ends(text[: longest + 1]) if end <= longest), default=0)
    return text[:end] if end >= _SHORTEST_SUMMARY else shortened(text, longest)


def shortened(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters, with an ellipsis where it is cut.

    It is cut between words if there are any, else between letters: a sign belongs to the letter that it is written
    with, and so does a letter below another (https://www.unicode.org/reports/tr29/, grapheme clusters).
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    word = text.rfind(" ", longest // 2, longest)
    return text[: word if word > 0 else _between_letters(text, longest - 1)].rstrip(" ,;:–—-") + "…"


def _between_letters(text: str, at: int) -> int:
    """Return the last place up to `at` that is not within a cluster of a letter and its signs."""
    place = at
    while place > 0 and (
        unicodedata.category(text[place])[0] == "M"
        or _JOINS_LAST.match(text[place])
        or _JOINS_NEXT.match(text[place - 1])
    ):
        place -= 1
    return place or at
