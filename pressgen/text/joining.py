"""Join the lines of a block into one text, and keep the place of each character in the file.

Where an editor has wrapped a line stands a space. Lines of a letterhead, an address or a signature stay lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pressgen.text.reading import SourceLine, Spot
from pressgen.text.script_table import SHARED_EAST_ASIAN, characters_of

# Stands for a line break that is shown; no text can hold it, since control characters are taken out of sources.
BREAK = "\x1d"

# Characters as wide as two others, by which the width of a line is measured (property East_Asian_Width).
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
# Lines of Chinese and Japanese may break anywhere, so that no space stands where an editor broke one.
_UNSPACED = re.compile(f"[{characters_of('Hani', 'Hira', 'Kana')}{SHARED_EAST_ASIAN}]")
# Between these lengths, in characters, an editor wraps; longer lines are paragraphs that only a line end parts.
SHORTEST_WRAP = 50
LONGEST_WRAP = 200
_LISTED = frozenset("-*•◦°+※–—·▪")
# What begins a line that stands for itself: `II.`, `B.`, `3.2`, `2°`, `Q:`, `一、`; or a speaker's or a field's name.
_OPENING = re.compile(
    r"""(?P<item>(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[^\W\d_]{1,2})[.)/:°-]{1,2}|\d{1,3}(?:\.\d{1,3})+)(?=\s)"""
    r"""|(?P<wide>[（(]\w{1,3}[)）]|\w{1,3}、|[①-⑳])|(?P<label>[^\W\d_][^:?!\n]{1,38}):\s"""
)
_STRONG = re.compile(r"\*\*(?!\*)(?:(?!\*\*).)+\*\*[.:]?")
CLOSING = "*_\"'”’»›」』)]"
_NOTES = re.compile(r"(?:\[\^?\w{1,4}\]|[*†‡¹²³⁴-⁹])+$")
# Ends of sentences; Thai and Lao write none.
SENTENCE_END = re.compile(r"[.!?:;…។៕៖៘؟۔।॥၊။。！？：；\u0e00-\u0eff]$")


@dataclass(frozen=True, slots=True)
class JoinedLines:
    """The text of one block, its lines joined, with the place of each line in the file."""

    text: str
    starts: tuple[tuple[int, SourceLine, int], ...]

    def spot_of(self, at: int) -> Spot:
        """Return the place in the file of a character of the text."""
        start, line, column = self.starts[bisect_right(self.starts, at, key=lambda entry: entry[0]) - 1]
        return Spot(line.number, column + at - start)


def join_lines(lines: Sequence[SourceLine], *, keep_lines: bool = False, item: bool = False) -> JoinedLines:
    """Join the lines of a block: with spaces where an editor has wrapped them, with breaks where they are meant.

    With `keep_lines` neither is done, as within HTML, where tags break lines. `item`: they are the lines of a list
    item.
    """
    stripped = [line.text.strip(" \t") for line in lines]
    if len(lines) == 1:
        text, line = stripped[0], lines[0]
        return JoinedLines(text, ((0, line, line.column + len(line.text) - len(line.text.lstrip(" \t"))),))
    # A first line that is strong as a whole is the heading of the others.
    headed = int(not keep_lines and bool(_STRONG.fullmatch(stripped[0])))
    between = "\n" if keep_lines or is_wrapped(lines[headed:], stripped[headed:], item=item) else BREAK
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
            elif number < headed:
                end = BREAK
            elif end == "\n" and _UNSPACED.match(words[-1:]) and _UNSPACED.match(stripped[number + 1][:1]):
                end = ""
        parts += (words, end)
        at += len(words) + len(end)
    return JoinedLines("".join(parts), tuple(starts))


def is_wrapped(lines: Sequence[SourceLine], stripped: Sequence[str], *, item: bool = False) -> bool:
    """True if lines are running text that an editor has wrapped, and not those of a letterhead or an address.

    They are if the longest is long enough and each ends where the next word would have passed the end of the longest;
    if they end as a sentence does, or continue in small letters; and if no two of them begin as items or speeches do.
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
    return (item or _is_sentence(stripped)) and not _is_listed(stripped)


def _is_sentence(lines: Sequence[str]) -> bool:
    """True if lines end as a sentence does or continue in small letters, which those of a letterhead do not."""
    last = _NOTES.sub("", lines[-1].rstrip(CLOSING)).rstrip(CLOSING)
    return bool(SENTENCE_END.search(last)) or any(line[:1].islower() for line in lines[1:])


def _is_listed(lines: Sequence[str]) -> bool:
    """True if the first line and another begin as items of a list or speeches of a dialogue do."""
    first = _OPENING.match(lines[0])
    if first is None:
        return False
    others = filter(None, map(_OPENING.match, lines[1:]))
    return any(other.lastgroup == first.lastgroup and other[0] != first[0] for other in others)
