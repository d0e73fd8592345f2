"""Decide which runs of `*` and `_` are emphasis, by the rules of CommonMark.

The rules are those of https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis. A star that touches a word on
one side only (`Sokhonn*`), a product (`5 * 3`), an unclosed `**`, the underscores of a file's name and a line to sign
on stay text. Two rules differ from CommonMark: in scripts without spaces between words a mark may stand beside a
letter, whatever is on its other side; and a mark between two digits (`2**3`) is arithmetic.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from pressgen.text.script_table import SHARED_EAST_ASIAN, WITHOUT_SPACES, characters_of

# Four and more are a line to write on.
LONGEST_RUN = 3
_SPACE, _PUNCTUATION, _DIGIT, _LETTER, _UNSPACED = range(5)
_UNSPACED_LETTER = re.compile(f"[{characters_of(*WITHOUT_SPACES)}{SHARED_EAST_ASIAN}]")


@lru_cache(maxsize=4096)
def _class_of(character: str) -> int:
    if not character or character.isspace():
        return _SPACE
    if _UNSPACED_LETTER.match(character):
        return _UNSPACED
    category = unicodedata.category(character)
    if category[0] in "PSC":
        return _PUNCTUATION
    return _DIGIT if category == "Nd" else _LETTER


@dataclass(slots=True)
class Run:
    """A run of the same mark: its index among the parts, its place in the text, and whether it may open or close."""

    character: str
    length: int
    part: int
    opens: bool
    closes: bool
    count: int = 0
    at: int = 0
    ends: list[str] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)

    def html(self) -> str:
        """Write the run as tags and as the marks that remain text."""
        return "".join(self.ends) + self.character * self.count + "".join(reversed(self.begins))


def run_of(marks: str, before: str, after: str, part: int) -> Run | None:
    """Read a run between two characters; None if it is text."""
    if len(marks) > LONGEST_RUN:
        return None
    left, right = _class_of(before), _class_of(after)
    if left == _DIGIT and right == _DIGIT:
        return None
    apart = {_SPACE, _PUNCTUATION, _UNSPACED}
    opens = right != _SPACE and (right != _PUNCTUATION or left in apart)
    closes = left != _SPACE and (left != _PUNCTUATION or right in apart)
    if marks[0] == "_":
        opens, closes = (
            opens and (not closes or left == _PUNCTUATION),
            closes and (not opens or right == _PUNCTUATION),
        )
    return Run(marks[0], len(marks), part, opens, closes, len(marks)) if opens or closes else None


def pair_runs(runs: list[Run]) -> None:
    """Pair the runs that open emphasis with those that close it. The time is in proportion to their number."""
    openers: list[Run] = []
    # How far down the stack a search has failed already, by the run that was searched for.
    bottoms: dict[tuple[str, int, bool], int] = {}
    for closer in runs:
        while closer.closes and closer.count:
            key = (closer.character, closer.length % 3, closer.opens)
            at = _opener_of(closer, openers, bottoms.get(key, 0))
            if at is None:
                bottoms[key] = len(openers)
                break
            opener = openers[at]
            size = 2 if min(opener.count, closer.count) > 1 else 1
            tag = "strong" if size == 2 else "em"  # noqa: PLR2004  # two marks are strong
            opener.begins.append(f"<{tag}>")
            closer.ends.append(f"</{tag}>")
            opener.count -= size
            closer.count -= size
            del openers[at + 1 if opener.count else at :]
            for other, bottom in bottoms.items():
                bottoms[other] = min(bottom, len(openers))
        if closer.opens and closer.count:
            openers.append(closer)


def _opener_of(closer: Run, openers: list[Run], bottom: int) -> int | None:
    for at in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[at]
        # CommonMark's rule of three: a run that both opens and closes pairs with none whose sum is a multiple of 3.
        both = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
        threes = opener.length % 3 == 0 and closer.length % 3 == 0
        if opener.character == closer.character and (not both or threes):
            return at
    return None
