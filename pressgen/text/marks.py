"""Recognise a line by its first characters: a number, a bullet, a heading, an end mark.

These rules keep a printed text as it is printed. A number is one only where a communiqué would print one, in digits and
letters of any script: `7.`, `7)`, `(7)`, `(a)`, `(iv)`, `a)`, `1.1.`, `أ-`, `（１）`, `一、`, `①`. A year, a date, an
initial and a capital Roman number are words of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from pressgen.text.script_table import SHARED_EAST_ASIAN, characters_of

# Spaces that may stand behind a mark; the unusual ones are kept as they are printed.
SPACE = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"


class Style(Enum):
    """How a list is marked."""

    NUMBER = "number"
    BULLET = "bullet"
    PRINTED = "printed bullet"


class Mark(NamedTuple):
    """The mark of a list item: `indent` spaces, `text`, then `gap`. The words of the item begin at `width`."""

    style: Style
    text: str
    gap: str
    indent: int
    width: int


_PRINTED_BULLETS = "•◦ο°+※‣⁃▪▫●○■□◆◇◎►▶▸➢➤➔→❖✓✔✦★☆·∙‧・◾◽⬥⁕\uf0b7\uf0a7\uf0d8\uf0fc–—―"
DASHES = "–—―"

# Word leaves a mark of direction before the numbers and bullets of a right-to-left text.
_TURN = "[\u200e\u200f\u061c]*"
_NUMBER = re.compile(
    rf"""(?P<mark>{_TURN}(?:
        \(\d{{1,3}}\) | \([^\W\d_]\) | \([ivxlIVXL]{{2,6}}\)
      | \d{{1,3}}(?:\.\d{{1,3}}){{0,4}}\.
      | \d{{1,3}}(?:\.\d{{1,3}}){{0,4}}\)
      | [^\W\d_]\) | [ivxlIVXL]{{2,6}}\)
      | (?:\d{{1,3}}|[^\W\d_])-(?=[{SPACE}]+[^\W\d_])
    ))(?P<gap>[{SPACE}]+|(?=[^\W\da-z_])|$)""",
    re.VERBOSE,
)
# The marks of Chinese, Japanese and Korean print, which need no space behind them.
_WIDE = f"[{characters_of('Hani', 'Hira', 'Kana', 'Hang')}{SHARED_EAST_ASIAN}]"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_WIDE_NUMBER = re.compile(
    rf"""(?P<mark>
        （(?:\d{{1,3}}|{_HAN_NUMBER}|[^\W\d_])） | \d{{1,3}}[、．] | {_HAN_NUMBER}、 | [①-⑳] | \d{{1,2}}(?=\u3000)
    )(?P<gap>[{SPACE}]*)(?=\S)""",
    re.VERBOSE,
)
_WIDE_PRINTED = re.compile(rf"(?P<mark>[※●○■□◆◇◎・])(?P<gap>)(?={_WIDE})")
_BULLET = re.compile(r"(?P<mark>[-*])(?P<gap>[ \t]+)(?=\S)")
_PRINTED = re.compile(rf"(?P<mark>{_TURN}[{_PRINTED_BULLETS}])(?P<gap>[{SPACE}]+)(?=\S)")
_DATE = re.compile(r"\.\s*(?P<next>[^\W\d_][^\s,.;:!?()/–—]*)|\.\s*\d{1,2}\.\s*\d{4}")

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*(?:[ \t]#+[ \t]*)?$")
_END_MARK = re.compile(
    r"(?>(?:[-*_=~.…·•◦°●○■□◆◇★☆⁂※#+/–—―‐‑ \t\u00a0]++"
    r"|(?<=[-*=~–—])[oO0]++(?=[-*=~–—])|(?<=[-*=~–—][ ])[oO0](?=[ ][-*=~–—]))+)$"
)
_END_SIGNS = re.compile(r"[។៕៚๏๚๛॥ \t]+$")
_END_WORDS = re.compile(r"[-–—*#] ?30 ?[-–—*#]$")
_RULE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")

_FIRST_OF_MARK = re.compile(
    rf"[ ]*{_TURN}(?:[(（①-⑳\-*{_PRINTED_BULLETS}]|\d|[^\W\d_][)\-]|[ivxlIVXL]{{2,6}}\)|{_HAN_NUMBER}、)"
)
_PATTERNS = (
    (Style.BULLET, _BULLET),
    (Style.NUMBER, _NUMBER),
    (Style.NUMBER, _WIDE_NUMBER),
    (Style.PRINTED, _PRINTED),
    (Style.PRINTED, _WIDE_PRINTED),
)


def indent_of(text: str) -> int:
    """Count the spaces before the first character of a line."""
    return len(text) - len(text.lstrip(" "))


def list_mark(text: str, language: str) -> Mark | None:
    """Read the mark that a line begins with; None if it begins with none."""
    if not _FIRST_OF_MARK.match(text):
        return None
    indent = indent_of(text)
    for style, pattern in _PATTERNS:
        match = pattern.match(text, indent)
        if match:
            if style is Style.NUMBER and (_is_date(text, match, language) or _is_hyphened(match["mark"])):
                return None
            if style is Style.PRINTED and match["mark"] == "ο" and language.startswith("el"):
                return None  # the Greek article
            return Mark(style, match["mark"], match["gap"], indent, match.end())
    return None


def _is_hyphened(mark: str) -> bool:
    """True if a lettered item is in fact a capital with a hyphen, as in `A- level`."""
    return mark[-1] == "-" and mark[-2].isupper()


def _is_date(text: str, match: re.Match[str], language: str) -> bool:
    """True if a number is in fact a day: `15. februar`, `15. 2. 2022`, `15.02.`."""
    mark = match["mark"]
    if re.search(r"\.0\d", mark):
        return True
    date = _DATE.match(text, match.end("mark") - 1)
    if date is None:
        return False
    return date["next"] is None or date["next"].casefold() in _months(language)


@lru_cache(maxsize=64)
def _months(language: str) -> frozenset[str]:
    """Return the names of the months in a language as they stand within a date, in full and shortened."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # Babel is loaded when it is first needed

    names: set[str] = set()
    try:
        months = Locale.parse(language.replace("-", "_")).months
    except (UnknownLocaleError, ValueError):
        return frozenset()
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names.update(name.casefold().rstrip(".") for name in months[context][width].values())
    return frozenset(name for name in names if not name[:1].isdigit())


def ascii_number(mark: str) -> str:
    """Write a printed number as it stands in an id: `(៧)` and `⑦` are 7, `1.1.` is 1.1, `(iv)` is iv."""
    kept = mark.strip("().-（）、．\u200e\u200f\u061c")
    return "".join(
        str(unicodedata.digit(character)) if character.isdigit() else character.lower() for character in kept
    )


def heading_of(text: str) -> tuple[int, str, int] | None:
    """Read a line that is a heading: its level, its words, and the column where they begin; None for any other line.

    A `#` without a space behind it is a word, and so is a closing one without a space before it.
    """
    match = _HEADING.match(text)
    if match is None or not match["words"] or is_end_mark(text):
        return None
    return len(match["marks"]), match["words"], match.start("words")


def is_end_mark(text: str) -> bool:
    """True if a line holds only marks: `* * *`, `. . . . .`, `-o0o-`, `# # #`, `_____`."""
    first = text.lstrip(" \t\u00a0")[:1]
    if not first or first.isalpha():
        return False
    return bool(_END_MARK.match(text) or _END_SIGNS.match(text) or _END_WORDS.match(text.strip()))


def underlines(text: str) -> bool:
    """True if a line would underline a heading in other dialects of Markdown."""
    return bool(_RULE.match(text))
