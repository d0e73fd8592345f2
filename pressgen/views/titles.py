"""Titles as they are set: a title goes in, its size class and its lines with what must not be broken come out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

_LENGTHS = (("short", 60), ("medium", 120), ("long", 200))
_LONGEST_KEPT = 22

# Browsers break lines of unspaced scripts by a dictionary, which takes these words of official Khmer apart.
_WORDS = {
    "km": (
        "រដ្ឋមន្ត្រី", "នាយករដ្ឋមន្ត្រី", "ឧបនាយករដ្ឋមន្ត្រី", "រដ្ឋលេខាធិការ", "អនុរដ្ឋលេខាធិការ", "ឯកអគ្គរដ្ឋទូត", "អគ្គរដ្ឋទូត",
        "រាជរដ្ឋាភិបាល", "សហប្រតិបត្តិការ", "អន្តរជាតិ", "ព្រះរាជាណាចក្រ", "ព្រះមហាក្សត្រ", "សាធារណរដ្ឋ", "សហរដ្ឋអាមេរិក", "សហប្រជាជាតិ",
        "សហគមន៍", "ប្រធានាធិបតី", "អនុស្សរណៈ", "កិច្ចព្រមព្រៀង",
    ),
}  # fmt: skip


def length_of(title: str) -> str:
    """Give `short`, `medium`, `long` or `longest`, the class by which the style sheet sizes a title."""
    room = _room(" ".join(title.split()))
    return next((name for name, most in _LENGTHS if room <= most), "longest")


def title_lines(title: str, tag: str, names: Iterable[str] = ()) -> tuple[Markup, ...]:
    """Give the lines of a title as its author broke them, with the `names` in them kept whole."""
    lines = [" ".join(line.split()) for line in title.splitlines()]
    short = tuple(sorted({name for name in names if 1 < _room(name) <= _LONGEST_KEPT}))
    return tuple(kept(line, tag, short) for line in lines if line)


def kept(text: str, tag: str, names: tuple[str, ...] = ()) -> Markup:
    """Give a text as HTML in which no line breaks within the `names`, nor within a word that browsers break wrongly."""
    pattern = _pattern(tag, names)
    if pattern is None:
        return escape(text)
    parts = pattern.split(text)
    if len(parts) == 1:
        return escape(text)
    return Markup(  # noqa: S704  # every part is escaped
        "".join(
            f'<span class="pg-kept">{escape(part)}</span>' if number % 2 else escape(part)
            for number, part in enumerate(parts)
        )
    )


@lru_cache(maxsize=1024)
def _pattern(tag: str, names: tuple[str, ...]) -> re.Pattern[str] | None:
    whole = sorted({*names, *_WORDS.get(tag, ())}, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, whole))})") if whole else None


def _room(text: str) -> int:
    """Give the room that a text takes in letters; signs above and below a letter take none of their own."""
    if text.isascii():
        return len(text)
    return sum(not unicodedata.category(character).startswith("M") for character in text)
