"""The lines of one block go in; its text comes out, the lines joined as they are meant, with the place of each.

An editor's wrapping is a space. A letterhead's, an address's or a signature's lines are lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pressgen.text.reading import Line, Spot

# Stands for a line break that is shown; no text can hold it, since control characters are taken out of sources.
BREAK = "\x1d"

_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
_UNSPACED = re.compile("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
# Between these lengths, in characters, an editor wraps; longer lines are paragraphs that only a line end parts.
SHORTEST_WRAP = 50
LONGEST_WRAP = 200
_LISTED = frozenset("-*•◦°+※–—·▪")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, its lines joined, with the place of each in the file."""

    text: str
    starts: tuple[tuple[int, Line, int], ...]

    def spot_of(self, at: int) -> Spot:
        """Give the place in the file of a character of the text."""
        start, line, column = self.starts[bisect_right(self.starts, at, key=lambda entry: entry[0]) - 1]
        return Spot(line.number, column + at - start)


def passage_of(lines: Sequence[Line], *, keep_lines: bool = False) -> Passage:
    """Join the lines of a block: with spaces where an editor has wrapped them, with breaks where they are meant.

    `keep_lines`: with neither, as within HTML, where an author writes what breaks.
    """
    stripped = [line.text.strip(" \t") for line in lines]
    if len(lines) == 1:
        text, line = stripped[0], lines[0]
        return Passage(text, ((0, line, line.column + len(line.text) - len(line.text.lstrip(" \t"))),))
    between = "\n" if keep_lines or is_wrapped(lines, stripped) else BREAK
    parts: list[str] = []
    starts = []
    at = 0
    for number, (line, words) in enumerate(zip(lines, stripped, strict=True)):
        starts.append((at, line, line.column + len(line.text) - len(line.text.lstrip(" \t"))))
        if number == len(lines) - 1:
            parts.append(words)
            break
        end = between
        if not keep_lines:
            if words.endswith("\\") and not words.endswith("\\\\"):
                words, end = words[:-1].rstrip(" \t"), BREAK  # noqa: PLW2901  # the mark of a break is not shown
            elif line.text.endswith("  "):
                end = BREAK
            elif words[-6:].lower().endswith(("<br>", "<br/>", "<br />")):
                end = "\n"
            elif end == "\n" and _UNSPACED.match(words[-1:]) and _UNSPACED.match(stripped[number + 1][:1]):
                end = ""
        parts += (words, end)
        at += len(words) + len(end)
    return Passage("".join(parts), tuple(starts))


def is_wrapped(lines: Sequence[Line], stripped: Sequence[str]) -> bool:
    """Say whether lines are running text that an editor has wrapped, and not lines of a letterhead or an address.

    They are, if the longest is long enough and each ends where the next word would have passed the longest's end.
    """
    widths = [len(words) if words.isascii() else len(words) + len(_WIDE.findall(words)) for words in stripped]
    if not SHORTEST_WRAP <= max(widths) <= LONGEST_WRAP:
        return False
    befores = [line.column + len(line.text) - len(line.text.lstrip(" \t")) for line in lines]
    if len(set(befores[1:])) > 1:
        return False
    ends = [before + width for before, width in zip(befores, widths, strict=True)]
    longest = max(ends)
    for at, words in enumerate(stripped[1:]):
        first = words.split(None, 1)[0] if words else ""
        if ends[at] + 1 + len(first) <= longest or not any(map(str.isalnum, words)):
            return False
        if stripped[at].endswith((":", ";")) and first in _LISTED:
            return False
    return True
