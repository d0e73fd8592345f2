"""Translate regular expressions of Python into those of JavaScript, so that both sides set texts by one source."""

from __future__ import annotations

import re
from itertools import count

_PIECE = re.compile(
    r"\\.|\[\^?(?>(?:\\.|[^\]\\])*)\]|\((?:\?(?:<?[=!]|[:>]))?|[*+?]\+|\{[0-9]+(?:,[0-9]*)?\}\+?|.", re.DOTALL
)
_POSSESSIVE = re.compile(r"[*+?]\+|\{[^}]*\}\+")
_ATOMIC = "(?>"
_QUANTIFIER = re.compile(r"[*+?]|\{[0-9,]+\}")
# Letters and figures of every script; in JavaScript `\\w` has only those of English.
_CLASSES = {"\\w": r"\p{L}\p{N}_", "\\d": r"\p{Nd}"}
_NEGATED_WORD = r"[^\W\d_]"


def regular_expression(pattern: str) -> str:
    r"""Translate a pattern of `re` into one of JavaScript with the flag `u`.

    A part that gives nothing back (`*+`, or a group that begins with `(?>`) becomes a lookahead and a reference to its
    match. Of classes, those are translated that texts are set by: `\w`, `\d`, `\s` and `[^\W\d_]`.
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
