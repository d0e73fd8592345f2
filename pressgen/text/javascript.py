"""Regular expressions of Python as JavaScript reads them under the flag `u`, so that both have one source."""

from __future__ import annotations

import re
from itertools import count

_PIECE = re.compile(
    r"\\.|\[\^?(?>(?:\\.|[^\]\\])*)\]|\((?:\?(?:<?[=!]|[:>]))?|[*+?]\+|\{[0-9]+(?:,[0-9]*)?\}\+?|.", re.DOTALL
)
_POSSESSIVE = re.compile(r"[*+?]\+|\{[^}]*\}\+")
_ATOMIC = "(?>"
_QUANTIFIER = re.compile(r"[*+?]|\{[0-9,]+\}")
# Letters and figures of every script; in JavaScript `\\w` has those of English alone.
_CLASSES = {"\\w": r"\p{L}\p{N}_", "\\d": r"\p{Nd}"}
_NEGATED_WORD = r"[^\W\d_]"


def regular_expression(pattern: str) -> str:
    r"""Write a pattern of Python's `re` in JavaScript's words.

    What gives nothing back (`*+`, a group that begins with `(?>`) becomes a lookahead and a reference to what it found.
    Of classes it knows those that texts are set by: `\w`, `\d`, `\s` and `[^\W\d_]`.
    """
    written: list[str] = []
    opened: list[tuple[int, str]] = []
    atom = 0
    names = count(1)
    for piece in _PIECE.findall(pattern):
        if _POSSESSIVE.fullmatch(piece):
            written[atom:] = [_final("".join(written[atom:]) + piece[:-1], next(names))]
        elif piece == ")":
            atom, opening = opened.pop()
            if opening == _ATOMIC:
                written[atom:] = [_final("".join(written[atom + 1 :]), next(names))]
            else:
                written.append(piece)
        elif _QUANTIFIER.fullmatch(piece):
            written.append(piece)
        else:
            atom = len(written)
            if piece[0] == "(":
                opened.append((atom, piece))
            written.append(_atom(piece))
    return "".join(written)


def _final(pattern: str, name: int) -> str:
    return f"(?=(?<a{name}>{pattern}))\\k<a{name}>"


def _atom(piece: str) -> str:
    if piece == _NEGATED_WORD:
        return r"\p{L}"
    if piece[0] == "[":
        return _CLASS.sub(lambda found: _CLASSES[found[0]], piece)
    return f"[{_CLASSES[piece]}]" if piece in _CLASSES else piece


_CLASS = re.compile(r"\\[wd]")
