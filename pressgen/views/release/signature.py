"""Find the block that signs a text, so that the page adds no second signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pressgen.languages import Language
from pressgen.model import Block
from pressgen.text.folding import ascii_digits, fold, fold_letters
from pressgen.text.word_lists import OPEN, phrase_list, word_lists
from pressgen.views.release.signatories import signatories_in

# After the line that signs a text come at most signatures, an end mark, an address for the press, or notes.
_LAST_BLOCKS = 3
# How many letters may stand beside place and day ("Done at", a weekday, a time), and how many in a sentence.
_BESIDE, _BESIDE_IN_SENTENCE = 36, 10
_SENTENCE_ENDS = tuple(".។။။。؟۔!?")


def signed_at(blocks: Sequence[Block], place: str, day: date, words: Language, *, letter: bool = False) -> Block | None:
    """Return the block that prints the signature line; None if the page must add it.

    It is printed if a line of the last paragraphs names the day, in any form and digits, and this line or the one above
    it names the place, with little beside them. The first block of a text signs nothing, unless it is a `letter`: that
    may have place and day above all else.
    """
    if letter and blocks and _prints(blocks[0], place, day, words):
        return blocks[0]
    signatories = signatories_in(blocks)
    closing = [block for block in blocks[1:] if block.kind == "paragraph" and block not in signatories][-_LAST_BLOCKS:]
    lines = [(line, block) for block in closing for line in block.text.splitlines() if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        line, block = lines[number]
        above = lines[number - 1][0] if number else ""
        if _signs(line, above, place, day, words):
            return block
    return None


def _prints(block: Block, place: str, day: date, words: Language) -> bool:
    """True if a block is nothing but place and day."""
    lines = [line for line in block.text.splitlines() if line.strip()]
    above = lines[0] if len(lines) > 1 else ""
    return block.kind == "paragraph" and len(lines) in {1, 2} and _signs(lines[-1], above, place, day, words)


_LONGEST_APART = 90


def stands_apart(block: Block) -> bool:
    """True if the block that signs a text is set as a line of its own, and not as a clause to be read."""
    return all(len(line) <= _LONGEST_APART for line in block.text.splitlines())


def _signs(line: str, above: str, place: str, day: date, words: Language) -> bool:
    if len(line) > _LONGEST_LINE or not _DIGIT.search(line):  # every date has a year
        return False
    printed, where, when = fold_letters(line), fold_letters(place), fold_letters(words.date(day))
    if place and fold(line.lstrip()[:_LONGEST_DONE], marks=False).startswith(_DONE):
        # What follows the day ("in two copies, both texts being equally authentic") makes it no less the signature.
        line = line[: len(place) + len(words.date(day)) + _BESIDE]
        printed = fold_letters(line)
        return where in printed and _names_day(line, printed, when, day, words)
    if not _names_day(line, printed, when, day, words):
        return False
    beside = _BESIDE_IN_SENTENCE if line.rstrip().endswith(_SENTENCE_ENDS) else _BESIDE
    room = len(when) + len(where) + beside
    return len(printed) <= room and (
        where in printed or (len(above) <= _LONGEST_ABOVE and where in fold_letters(above))
    )


_DONE = tuple(fold(phrase.removesuffix(OPEN), marks=False) for phrase in phrase_list(word_lists("phrases")["done"]))
# Twice the letters of the longest phrase, for marks over letters.
_LONGEST_DONE = 2 * max(map(len, _DONE))
# The longest known line with the place is one with a lunar date, above the line with the solar one.
_LONGEST_ABOVE = 160
# No signature is as long as this, but most paragraphs are, so they are skipped.
_LONGEST_LINE = 320
_DIGIT = re.compile(r"\d")


def _names_day(line: str, printed: str, when: str, day: date, words: Language) -> bool:
    if when in printed or fold_letters(words.short_date(day)) in printed:
        return True
    numbers = {int(number) for number in re.findall(r"\d+", ascii_digits(line))}
    return {day.day, day.year} <= numbers and (day.month in numbers - {day.day} or _names_month(printed, day, words))


def _names_month(printed: str, day: date, words: Language) -> bool:
    """True if a line names the month; in Latin letters the first three are enough, as in "Feb."."""
    for name in re.findall(r"[^\W\d_]\w*", words.month(day.year, day.month)):
        letters = fold_letters(name)
        if (letters[:3] if letters.isascii() else letters) in printed:
            return True
    return day.month == day.day
