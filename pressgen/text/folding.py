"""Fold texts: leave out what does not matter when two of them are compared, such as capitals or accents.

`fold` keeps the characters of a text, `fold_words` gives its words, and `fold_letters` its letters and numbers alone.
A folded text is compared, searched for or used as a key; it is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# Accents, and the signs that writers of Hebrew and Arabic may leave out. The vowels of Khmer or Thai, which are marks
# to Unicode as well, tell words apart.
_OPTIONAL_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_ALTERNATIVES = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n",
    "ə": "a", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ё": "е",
    "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, "`": None, "´": None,
})  # fmt: skip
_BETWEEN_WORDS = re.compile(r"[\s\-‐-―_,;:/·・]+|(?<=\w)\.(?=\s|$)|\.")


def fold(text: str, *, digits: bool = False, marks: bool = True) -> str:
    """Fold case, composition and spaces: "MINISTER  of State" becomes "minister of state".

    With `digits`, the decimal digits of every script become those of ASCII. Without `marks`, signs above and below
    letters are left out, in every script.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    if not marks:
        text = "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")
    text = unicodedata.normalize("NFC", ascii_digits(text) if digits else text)
    return " ".join(text.casefold().split())


def fold_words(text: str) -> tuple[str, ...]:
    """Split a text into words without capitals, accents, apostrophes and other ways to write the same letter."""
    plain = _OPTIONAL_MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_ALTERNATIVES)
    return tuple(word for word in _BETWEEN_WORDS.split(plain) if word)


def fold_letters(text: str) -> str:
    """Reduce a text to its letters, marks and numbers, without case and width, with digits of ASCII."""
    return ascii_digits(unicodedata.normalize("NFKC", text)).casefold().translate(_LETTERS_ALONE)


def ascii_digits(text: str) -> str:
    """Write the decimal digits of every script as those of ASCII."""
    return text if text.isascii() else text.translate(_ASCII_DIGITS)


class _Translation(dict[int, int | None]):
    """A table for `str.translate` that asks `replacement` once for each character that it meets."""

    def __init__(self, replacement: Callable[[str], int | None]) -> None:
        super().__init__()
        self._replacement = replacement

    def __missing__(self, code: int) -> int | None:
        self[code] = self._replacement(chr(code))
        return self[code]


_ASCII_DIGITS = _Translation(
    lambda character: ord(str(unicodedata.decimal(character))) if character.isdecimal() else ord(character)
)
_LETTERS_ALONE = _Translation(lambda character: ord(character) if unicodedata.category(character)[0] in "LMN" else None)
