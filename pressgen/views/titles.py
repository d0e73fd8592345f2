"""How long a title is to the eye: a title goes in, the class comes out by which the style sheet sizes it."""

from __future__ import annotations

import unicodedata

_LENGTHS = (("short", 60), ("medium", 120), ("long", 200))


def length_of(title: str) -> str:
    """Give `short`, `medium`, `long` or `longest`; signs above and below a letter take no room of their own."""
    room = sum(not unicodedata.category(character).startswith("M") for character in " ".join(title.split()))
    return next((name for name, most in _LENGTHS if room <= most), "longest")
