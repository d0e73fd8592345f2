"""Whether a text is signed already: its last blocks, a place and a day go in, yes or no comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from pressgen.languages import Language
from pressgen.model import Block

# At most an end mark, an address for the press or notes come after the line that signs a text.
_LAST_BLOCKS = 3
# What may stand beside place and day: "Done at", a weekday, a time. A sentence gets less, lest it be taken for a line.
_BESIDE, _BESIDE_IN_SENTENCE = 36, 10
_SENTENCE_ENDS = tuple(".។။။。؟۔!?")


def signed_at(blocks: Sequence[Block], place: str, day: date, words: Language) -> Block | None:
    """Give the block that prints the signature line, or nothing where the page must add it.

    It is printed where a line of the last paragraphs names the day, in whatever form and digits, and that line or
    the one above it names the place, with little beside them. The first block of a text signs nothing.
    """
    closing = [block for block in blocks[1:] if block.kind == "paragraph"][-_LAST_BLOCKS:]
    lines = [(line, block) for block in closing for line in block.text.splitlines() if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        line, block = lines[number]
        above = lines[number - 1][0] if number else ""
        if _signs(line, above, place, day, words):
            return block
    return None


_LONGEST_APART = 90


def stands_apart(block: Block) -> bool:
    """Say whether the block that signs a text is set as the line that it is, and not a clause to be read."""
    return all(len(line) <= _LONGEST_APART for line in block.text.splitlines())


def _signs(line: str, above: str, place: str, day: date, words: Language) -> bool:
    if len(line) > _LONGEST_LINE or not _DIGIT.search(line):  # every date has a year
        return False
    printed, where, when = normalised(line), normalised(place), normalised(words.date(day))
    if place and _bare(line.lstrip()[:_LONGEST_DONE]).startswith(_DONE):
        # What follows the day ("in two copies, both texts being equally authentic") makes it no less the signature.
        line = line[: len(place) + len(words.date(day)) + _BESIDE]
        printed = normalised(line)
        return where in printed and _names_day(line, printed, when, day, words)
    if not _names_day(line, printed, when, day, words):
        return False
    beside = _BESIDE_IN_SENTENCE if line.rstrip().endswith(_SENTENCE_ENDS) else _BESIDE
    room = len(when) + len(where) + beside
    return len(printed) <= room and (where in printed or (len(above) <= _LONGEST_ABOVE and where in normalised(above)))


def _bare(text: str) -> str:
    """Give a text without case, and without the marks that some writers put over letters and others do not."""
    bare = "".join(one for one in unicodedata.normalize("NFD", text.strip()) if unicodedata.category(one) != "Mn")
    return bare.casefold()


# The words that begin the closing clause of an instrument, as ministries and depositaries write it.
_DONE = tuple(
    _bare(word)
    for word in (
        "Done at", "Done in", "Issued at", "Issued in", "Given at", "Given in", "Adopted at", "Adopted in",
        "Signed at", "Signed in", "Fait à", "Fait au", "Donné à", "Adopté à", "Signé à", "حرر", "صدر", "وقع",
        "ធ្វើនៅ", "Gwnaed yn", "Gwnaed ym", "Hecho en", "Dado en", "Feito em", "Fatto a", "Geschehen zu", "Gegeben zu",
        "Gedaan te", "Utfärdat i", "Upprättat i", "Udfærdiget i", "Utferdiget i", "Sporządzono w", "Dáno v",
        "Întocmit la", "Încheiat la", "Совершено в", "Учинено в", "Вчинено в", "Έγινε στ", "Làm tại", "Dibuat di",
        "Diperbuat di", "ทำ ณ", "ทำที่", "订于", "訂於",
    )
)  # fmt: skip


# Twice the letters of the longest of them, for the marks over letters.
_LONGEST_DONE = 2 * max(map(len, _DONE))
# A lunar date above the solar one is the longest line that is known to hold the place.
_LONGEST_ABOVE = 160
# No signature is as long as this, and most paragraphs are: they need not be looked at letter by letter.
_LONGEST_LINE = 320
_DIGIT = re.compile(r"\d")


def _names_day(line: str, printed: str, when: str, day: date, words: Language) -> bool:
    if when in printed or normalised(words.short_date(day)) in printed:
        return True
    numbers = {int(number) for number in re.findall(r"\d+", _ascii_digits(line))}
    return {day.day, day.year} <= numbers and (day.month in numbers - {day.day} or _names_month(printed, day, words))


def _names_month(printed: str, day: date, words: Language) -> bool:
    """Whether a line names the month; in Latin letters the first three are enough, as in "Feb."."""
    for name in re.findall(r"[^\W\d_]\w*", words.month(day.year, day.month)):
        letters = normalised(name)
        if (letters[:3] if letters.isascii() else letters) in printed:
            return True
    return day.month == day.day


def normalised(text: str) -> str:
    """Give a text without case, accents of width, digits of other scripts, punctuation and spaces."""
    return _ascii_digits(unicodedata.normalize("NFKC", text)).casefold().translate(_LETTERS)


def _ascii_digits(text: str) -> str:
    return text if text.isascii() else text.translate(_DIGITS)


class _Digits(dict[int, int]):
    """For `str.translate`: the ASCII digit of each digit that has been met, and each other character itself."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        digit = unicodedata.category(character) == "Nd"
        self[code] = ord(str(unicodedata.decimal(character))) if digit else code
        return self[code]


class _Letters(dict[int, int | None]):
    """For `str.translate`: each letter, mark or number that has been met, and nothing for any other character."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if unicodedata.category(chr(code))[0] in "LMN" else None
        return self[code]


_DIGITS = _Digits()
_LETTERS = _Letters()
