"""Read the table of scripts, `pressgen/search/data/words.json`, which the browser reads as well."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypedDict


class Clusters(TypedDict):
    """How a script without spaces is split: the pattern of one cluster, and the order of the signs in it."""

    unit: str
    bases: str
    stack: str
    last: str
    order: str


class Table(TypedDict):
    """The table; docs/manual/reference/search-words.md describes its entries."""

    scripts: dict[str, str]
    digits: str
    accents: str
    points: str
    ignored: str
    white: str
    compatible: str
    quotes: str
    apostrophes: str
    inner: dict[str, str]
    dots: str
    stops: str
    ordinals: list[str]
    elisions: list[str]
    number_words: list[str]
    hyphens: str
    groups: list[str]
    kept: list[str]
    letters: dict[str, str]
    articles: list[str]
    plain: list[str]
    read_as: dict[str, str]
    clusters: dict[str, Clusters]
    rewrites: dict[str, list[tuple[str, str]]]
    years: str
    zeros: str
    limits: dict[str, int]


@cache
def word_table() -> Table:
    """Read the table."""
    data: Table = json.loads((files("pressgen.search") / "data" / "words.json").read_text(encoding="utf-8"))
    return data


def ranges(items: str) -> list[tuple[int, int]]:
    """Read ranges of code points: `41-5A AA` gives (0x41, 0x5A) and (0xAA, 0xAA)."""
    pairs = (item.partition("-") for item in items.split())
    return [(int(first, 16), int(last or first, 16)) for first, _, last in pairs]


def inside(items: str) -> str:
    """Write ranges as the inside of a regular expression's character class."""
    return "".join(f"{_escaped(first)}-{_escaped(last)}" for first, last in ranges(items))


def _escaped(code: int) -> str:
    return f"\\U{code:08X}"


@cache
def digit_values() -> dict[str, str]:
    """Return the ASCII digit of every script's digits."""
    firsts = (int(first, 16) for first in word_table()["digits"].split())
    return {chr(first + value): str(value) for first in firsts for value in range(10)}


DIGIT, MARK, IGNORED = "0", "^", "-"
"""Kinds of characters that belong to no script."""


@cache
def _starts() -> tuple[list[int], list[tuple[int, str]]]:
    data = word_table()
    kinds = {**data["scripts"], "Zyyy": data["compatible"]}
    starts = [(first, last, kind) for kind, items in kinds.items() for first, last in ranges(items)]
    starts += [
        (int(zero, 16), int(zero, 16) + 9, DIGIT if zero == "30" else DIGIT + zero) for zero in data["digits"].split()
    ]
    starts.sort()
    return [first for first, _, _ in starts], [(last, kind) for _, last, kind in starts]


@lru_cache(maxsize=8192)
def kind_of(character: str) -> str:
    """Return a letter's or mark's script, "Zyyy" for a compatible form, DIGIT for a digit, with the code of its zero.

    A script that is read with another, as kana with Han, counts as that one. Accents that belong to no script are MARK,
    invisible characters are IGNORED; any other character has an empty kind.
    """
    firsts, lasts = _starts()
    at = bisect_right(firsts, ord(character)) - 1
    if at >= 0 and ord(character) <= lasts[at][0]:
        kind = lasts[at][1]
        return word_table()["read_as"].get(kind, kind)
    return MARK if character in _marks() else IGNORED if character in _unseen() else ""


@cache
def _marks() -> frozenset[str]:
    return _all(word_table()["accents"])


@cache
def _unseen() -> frozenset[str]:
    return _all(word_table()["ignored"])


def _all(items: str) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges(items) for code in range(first, last + 1))
