"""Keys of the front matter that stand in the text, where nobody would read them and everybody would see them.

Such keys are a second front matter, or one that begins behind some text. What a line of hyphens parts may also be
ordinary prose with a colon in it: only keys that are written as front matter writes them are told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.frontmatter.keys import FrontMatter
from pressgen.problems import Place, Problem, codes

_RULE = re.compile(r"\ufeff?\s{0,3}(?:[-\u2010-\u2015\u2212]{3,6}|\.\.\.|[\u2014\u2015]{1,2})\s*")
_KEY = re.compile(r"([A-Za-z_]{2,30})\s?:(?:\s|$)")
_KNOWN = frozenset(FrontMatter.model_fields)
_UNMISTAKABLE = frozenset({"embargo", "title"})
"""Keys that are no prose between two lines of hyphens, even with a capital; `Place: Oslo` may be."""


def second_blocks(body: Sequence[str], first_line: int, path: str) -> Iterator[Problem]:
    """Report the blocks of keys in a text; `first_line` is the number of its first line in the file."""
    begin: int | None = 0
    while begin is not None:
        end, closed = _block(body, begin)
        keys = [found[1] for line in body[begin:end] if (found := _KEY.match(line.removeprefix("\ufeff")))]
        known = next((key for key in keys if key in _KNOWN or (closed and key.lower() in _UNMISTAKABLE)), "")
        if known:
            at = next(n for n in range(begin, end) if _KEY.match(body[n].removeprefix("\ufeff")))
            message = f"keys of the front matter stand in the text, '{known}' among them: they would be printed"
            hint = "move them up into the front matter, which is one block at the beginning of the file"
            yield codes.SECOND_FRONT_MATTER.at(Place(path, first_line + at), message, hint)
        begin = next((n + 1 for n in range(end, len(body)) if _RULE.fullmatch(body[n])), None)


def _block(body: Sequence[str], begin: int) -> tuple[int, bool]:
    """Return where a block of keys ends that begins on a line, and whether a line of hyphens closes it.

    There is none, and the end is the beginning, where anything but keys and what belongs to them stands before the
    next blank line or line of hyphens.
    """
    number = begin
    while number < len(body) and (not body[number].strip(" \t\ufeff") or body[number].startswith("#")):
        number += 1
    if number == len(body) or not _KEY.match(body[number].removeprefix("\ufeff")):
        return begin, False
    first_blank = 0
    while number < len(body) and not _RULE.fullmatch(body[number]):
        line = body[number]
        if not line.strip():
            first_blank = first_blank or number
        elif not (_KEY.match(line.removeprefix("\ufeff")) or line.startswith((" ", "\t", "- ", "#"))):
            return (first_blank, False) if first_blank else (begin, False)
        number += 1
    return (number, True) if number < len(body) else (first_blank or number, False)
