"""Whether a text is signed already: its last blocks, a place and a day go in, yes or no comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from pressgen.languages import Language
from pressgen.model import Block

# A closing line is short, and at most an end mark, an address for the press or notes come after it.
_LAST_BLOCKS = 3
_LONGEST = 240


def signed_at(blocks: Sequence[Block], place: str, day: date, words: Language) -> Block | None:
    """Give the block that prints the signature line, or nothing where the page must add it.

    It is printed where one of the last short paragraphs names the place and the day, in whatever form and digits:
    the whole line, the language's own date, or the day's number and the year.
    """
    closing = [block for block in blocks if block.kind not in {"end-mark", "notes"}][-_LAST_BLOCKS:]
    for block in reversed(closing):
        if block.kind == "paragraph" and len(block.text) <= _LONGEST and _names(block.text, place, day, words):
            return block
    return None


def _names(text: str, place: str, day: date, words: Language) -> bool:
    printed = normalised(text)
    if normalised(place) not in printed:
        return False
    if normalised(words.date(day)) in printed or normalised(words.short_date(day)) in printed:
        return True
    numbers = {int(number) for number in re.findall(r"\d+", _ascii_digits(text))}
    return {day.day, day.year} <= numbers


def normalised(text: str) -> str:
    """Give a text without case, accents of width, digits of other scripts, punctuation and spaces."""
    folded = _ascii_digits(unicodedata.normalize("NFKC", text)).casefold()
    return "".join(character for character in folded if unicodedata.category(character)[0] in "LMN")


def _ascii_digits(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(character)) if unicodedata.category(character) == "Nd" else character
        for character in text
    )
