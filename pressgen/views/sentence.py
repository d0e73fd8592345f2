"""The first sentence of a text: a paragraph goes in, a short text that says what happened comes out."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDS = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s+\S)|[。！？។៕؟۔]+[\"'»”’)\]]*")
# A full stop behind a title, an initial or a number ends nothing: H.E., Dr., No., 14.
_NO_END = re.compile(r"(?:\b[^\W\d_]{1,3}|\b(?:Amb|Capt|Messrs|Prof|Hon|Supt|Sr[ta]+)|\d|\.[^\W\d_])\.$")
_SHORTEST = 40
LONGEST = 280


@lru_cache(maxsize=8192)  # lists, pages, feeds and calendars all ask for the same
def first_sentence(paragraph: str, longest: int = LONGEST) -> str:
    """Give the first sentence of a paragraph, or its beginning up to `longest` characters and an ellipsis."""
    text = " ".join(paragraph.split())
    for end in _ENDS.finditer(text):
        sentence = text[: end.end()]
        if len(sentence) >= _SHORTEST and not _NO_END.search(sentence):
            return shortened(sentence, longest)
    return shortened(text, longest)


def shortened(text: str, longest: int) -> str:
    """Give a text of at most `longest` characters, cut between words where there are any, marked with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    word = cut.rfind(" ")
    return cut[: word if word > longest // 2 else None].rstrip(" ,;:–—-") + "…"
