"""Regular expressions of Python as JavaScript reads them under the flag `u`, so that both have one source."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"\\.|\[\^?(?:\\.|[^\]\\])*+\]|\((?:\?(?:<?[=!]|:))?|[*+?]\+|\{[0-9]+(?:,[0-9]*)?\}\+?|.", re.DOTALL
)
_POSSESSIVE = re.compile(r"[*+?]\+|\{[^}]*\}\+")
_QUANTIFIER = re.compile(r"[*+?]|\{[0-9,]+\}")
# Letters and figures of every script; in JavaScript `\\w` has those of English alone.
_CLASSES = {"\\w": r"\p{L}\p{N}_", "\\d": r"\p{Nd}"}
_NEGATED_WORD = r"[^\W\d_]"


def regular_expression(pattern: str) -> str:
    r"""Write a pattern of Python's `re` in JavaScript's words.

    A quantifier that gives nothing back (`*+`) becomes a lookahead and a reference to what it found, as final.
    Of classes it knows those that texts are set by: `\w`, `\d`, `\s` and `[^\W\d_]`.
    """
    written: list[str] = []
    opened: list[int] = []
    atom = 0
    final = 0
    for piece in _PIECE.findall(pattern):
        if _POSSESSIVE.fullmatch(piece):
            final += 1
            written[atom:] = [f"(?=(?<a{final}>{''.join(written[atom:])}{piece[:-1]}))\\k<a{final}>"]
        elif piece == ")":
            atom = opened.pop()
            written.append(piece)
        elif _QUANTIFIER.fullmatch(piece):
            written.append(piece)
        else:
            atom = len(written)
            if piece[0] == "(":
                opened.append(atom)
            written.append(_atom(piece))
    return "".join(written)


def _atom(piece: str) -> str:
    if piece == _NEGATED_WORD:
        return r"\p{L}"
    if piece[0] == "[":
        return _CLASS.sub(lambda found: _CLASSES[found[0]], piece)
    return f"[{_CLASSES[piece]}]" if piece in _CLASSES else piece


_CLASS = re.compile(r"\\[wd]")
