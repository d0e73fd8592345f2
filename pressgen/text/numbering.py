"""Report printed numbers of paragraphs that skip or repeat one. All are shown as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressgen.problems import codes
from pressgen.text.marks import ascii_number
from pressgen.text.reading import Printed, TextReading

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")
_FIRST = 1


class _Number(NamedTuple):
    """What a mark counts: `form` is the sequence that it belongs to, `value` its place there."""

    form: tuple[str, ...]
    value: int


class _Run(NamedTuple):
    form: tuple[str, ...]
    value: int
    seen: frozenset[int]
    sure: bool


def report_numbers(reading: TextReading) -> None:
    """Report each number that does not follow the one before it.

    A sequence may begin again at 1, under another number or after words of its own. A sequence that does not begin at
    the beginning may be an extract, and is reported only if it has counted on before.
    """
    runs: list[_Run] = []
    headed = False
    for printed in reading.printed:
        if printed is None:
            headed = True
            continue
        number = _number_of(printed, runs)
        if number is None:
            continue
        while runs and runs[-1].form != number.form and any(run.form == number.form for run in runs):
            runs.pop()
        last = runs.pop() if runs and runs[-1].form == number.form else None
        restarts = last is not None and number.value == _FIRST and (headed or last.value != _FIRST)
        if last is None or restarts:
            runs.append(_Run(number.form, number.value, frozenset({number.value}), number.value == _FIRST))
        else:
            if number.value == last.value or (number.value != last.value + 1 and last.sure):
                _report(reading, printed, number.value, last)
            sure = last.sure or number.value == last.value + 1
            runs.append(_Run(number.form, number.value, last.seen | {number.value}, sure))
        headed = False


def _number_of(printed: Printed, runs: list[_Run]) -> _Number | None:
    """Read what a mark counts; None if that is not certain."""
    plain = ascii_number(printed.mark)
    shape = re.sub(r"\w+", "#", printed.mark.strip("\u200e\u200f\u061c"))
    depth = str(printed.depth)
    if re.fullmatch(r"\d+(?:\.\d+)*", plain):
        *above, value = plain.split(".")
        return _Number((depth, shape, "number", *above), int(value))
    if not re.fullmatch(r"[a-z]+", plain):
        return None
    roman, letter = (depth, shape, "roman"), (depth, shape, "letter")
    return next(_readings(plain, roman, letter, runs), None)


def _readings(plain: str, roman: tuple[str, ...], letter: tuple[str, ...], runs: list[_Run]) -> Iterator[_Number]:
    """Read a letter in each possible way, the likeliest first: behind `h`, `i` is the ninth letter, else Roman."""
    value = ord(plain) - ord("a") + 1 if len(plain) == 1 else 0
    going = {run.form: run.value for run in runs}
    if value and going.get(letter) == value - 1:
        yield _Number(letter, value)
    if plain in _ROMAN and (len(plain) > 1 or plain == "i" or roman in going):
        yield _Number(roman, _ROMAN.index(plain) + 1)
    if value and plain not in _ROMAN:
        yield _Number(letter, value)


def _report(reading: TextReading, printed: Printed, value: int, last: _Run) -> None:
    mark = printed.mark.strip()
    if value in last.seen:
        message = f"the number {mark} is printed twice"
    elif value > last.value + 1:
        count = value - last.value - 1
        message = f"before {mark} {'a number is' if count == 1 else f'{count} numbers are'} left out"
    else:
        message = f"the number {mark} is smaller than the one before it"
    hint = "look whether a paragraph is missing or the number is a slip; it is shown as it is printed"
    reading.report(codes.NUMBER_OUT_OF_ORDER, printed.spot, message, hint)
