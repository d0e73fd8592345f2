"""Tell which script a letter is in, and how scripts are written, by the table `pressgen/data/scripts.json`.

Its letters are those of Unicode's property Script (https://www.unicode.org/reports/tr24/), in the version that it
states, for the scripts that CLDR knows living languages of. `tools/scripts.py` writes them. The rest is written by
hand: the scripts without spaces between words, those whose lines browsers break by a dictionary, and the signs that
belong to a letter before or behind them.

The standard library knows no scripts: names of characters would have to be looked up one by one, while a regular
expression scans a paragraph in microseconds.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypedDict


class _Clusters(TypedDict):
    joining: str
    before: str
    behind: str


class _Table(TypedDict):
    unicode: str
    without_spaces: list[str]
    by_dictionary: list[str]
    clusters: _Clusters
    letters: Mapping[str, str]
    others: Mapping[str, str]


def _pairs(ranges: str) -> Iterator[tuple[int, int]]:
    """Read ranges of code points: `41-5A AA` gives (0x41, 0x5A) and (0xAA, 0xAA)."""
    for item in ranges.split():
        first, _, last = item.partition("-")
        yield int(first, 16), int(last or first, 16)


def _inside(ranges: str) -> str:
    """Write ranges as the inside of a regular expression's character class."""
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _pairs(ranges))


_TABLE: _Table = json.loads((files("pressgen") / "data" / "scripts.json").read_text(encoding="utf-8"))

SCRIPTS = tuple(_TABLE["letters"])
"""The scripts of the table (ISO 15924)."""

WITHOUT_SPACES = frozenset(_TABLE["without_spaces"])
"""Scripts that write no spaces between words."""

BY_DICTIONARY = tuple(_TABLE["by_dictionary"])
"""Scripts without spaces in which a line may break between words alone, which browsers find by a dictionary."""

SHARED_EAST_ASIAN = "\u3001-\u3020\u3030-\u303f\u30fb\u30fc\uff01-\uff60"
"""The inside of a character class with what Chinese, Japanese and Korean print share: punctuation, wide letters."""

JOINING = _inside(_TABLE["clusters"]["joining"])
"""The inside of a character class with the signs that join the letter behind them to the one before."""

BEFORE = _inside(_TABLE["clusters"]["before"])
"""Likewise the vowels that are written before the letter they are spoken after."""

BEHIND = _inside(_TABLE["clusters"]["behind"])
"""Likewise the later parts of a Korean syllable."""


def letters_of(*scripts: str) -> str:
    """Write the letters and marks of scripts as the inside of a character class."""
    return "".join(_inside(_TABLE["letters"][script]) for script in scripts)


def characters_of(*scripts: str) -> str:
    """Write the letters, marks, digits and signs of scripts as the inside of a character class."""
    return letters_of(*scripts) + "".join(_inside(_TABLE["others"].get(script, "")) for script in scripts)


@cache
def _starts() -> tuple[list[int], list[tuple[int, str]]]:
    """List the first letter of each range in order, and beside it the range's last one and its script."""
    ranges = sorted((*pair, script) for script, written in _TABLE["letters"].items() for pair in _pairs(written))
    return [first for first, _, _ in ranges], [(last, script) for _, last, script in ranges]


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Find the script of a letter or mark (ISO 15924); nothing for any other character."""
    firsts, ranges = _starts()
    at = bisect_right(firsts, ord(character)) - 1
    return ranges[at][1] if at >= 0 and ord(character) <= ranges[at][0] else ""


def first_script(text: str) -> str:
    """Find the script of the first letter of a text that has one; nothing if no letter has."""
    return next((script for letter in text if (script := script_of(letter))), "")
