"""Read the address in the parentheses of a link, and decide whether it is one.

An official text is full of brackets before parentheses (`[for Foreign Affairs](Ukraine)`). They are links only if the
parentheses hold something that cannot be words.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_OUTSIDE = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:[+0-9().\-]+)$", re.IGNORECASE)
_WITHIN = re.compile(r"#[^\s<>\"]+$|(?:\.{1,2}/|/(?!/))[^\s<>\"]*$")
_DOCUMENTS = "pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|zip|md|mp[34]"
_PICTURES = "jpe?g|png|gif|webp|avif|svg"
_FILE = re.compile(
    rf"(?![/.])[^\s<>\":?#\\]+\.(?:[a-z][a-z0-9]{{1,4}}|(?i:{_DOCUMENTS}|{_PICTURES}))(?:[?#][^\s<>\"]*)?$"
)
_PICTURE = re.compile(
    rf"(?:\.{{1,2}}/)*(?![/.])(?:[^\s<>\":?#\\]+\.[A-Za-z0-9]{{2,5}}|[^<>\":?#\\\x1d]+\.(?i:{_PICTURES}))$"
)
# An address with a title behind it: what stands between the quotation marks ends nothing.
_TITLED = re.compile(
    r"""\([ \t]*(?P<address><[^<>\x1d]*>|[^\s<>\x1d]++)"""
    r"""[ \t]+(?:"(?P<double>(?:[^"\\\x1d\n]|\\.){0,500})"|'(?P<single>(?:[^'\\\x1d\n]|\\.){0,500})')[ \t]*\)"""
)
_QUOTED = re.compile(r"\([ \t]*(?P<address><[^<>\x1d]*>)[ \t]*\)")
_ROUND = re.compile(r"\\[()\\]|[()]")
_ESCAPED = re.compile(r"""\\([\\"'()\[\]*_<>&])""")
_LONGEST = 2000
_SITE = re.compile(
    r"(?:www\.[^\s.]|(?:[a-z0-9\-]{1,63}\.){1,8}"
    r"(?:(?:com|org|net|int|gov|edu|info|eu|example)|(?:gov|go|gob|gouv|gc|com|org|co|ac)\.[a-z]{2})(?=[/?#:]|$))\S*$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"(?:java|vb|live)script:|data:|file:|blob:", re.IGNORECASE)
_NOT_SEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")


class LinkDestination(NamedTuple):
    """The parentheses of a link: the address and the title as typed, and where the text continues."""

    address: str
    title: str
    end: int


def written_at(text: str, start: int) -> LinkDestination | None:
    """Read the parentheses that open at `start`, as Python-Markdown does; None if they are not closed.

    Parentheses within an address are balanced, or stand behind a backslash, or the address stands between `<` and `>`.
    """
    limit = min(len(text), start + _LONGEST)
    if text.find(")", start, limit) < 0:
        return None
    titled = _TITLED.match(text, start, limit)
    if titled and _is_whole(titled["address"]):
        title = _ESCAPED.sub(r"\1", titled["double"] or titled["single"] or "")
        return LinkDestination(_plain(titled["address"]), title, titled.end())
    if quoted := _QUOTED.match(text, start, limit):
        return LinkDestination(_plain(quoted["address"]), "", quoted.end())
    end = _closing(text, start, limit)
    return None if end is None else LinkDestination(_plain(text[start + 1 : end - 1].strip(" \t")), "", end)


def _closing(text: str, start: int, limit: int) -> int | None:
    """Return the place behind the partner of the parenthesis at `start`; None if it has none."""
    depth = 0
    for match in _ROUND.finditer(text, start, limit):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return None


def _is_whole(address: str) -> bool:
    """True if the parentheses of an address are balanced."""
    around = f"({address})"
    return address[0] == "<" or _closing(around, 0, len(around)) == len(around)


def _plain(address: str) -> str:
    """Leave out the backslashes before parentheses in an address."""
    return re.sub(r"\\([()])", r"\1", address) if "\\" in address else address


def target_of(written: str, *, picture: bool = False) -> str:
    """Return the address that an author wrote; empty if it does not look like one."""
    if written.startswith("<") and written.endswith(">"):
        written = written[1:-1].strip().replace(" ", "%20")
    if _OUTSIDE.match(written) or _WITHIN.match(written) or _FILE.match(written):
        return written
    if picture and _PICTURE.match(written):
        return written.replace(" ", "%20")
    return ""


def looks_like_site(written: str) -> bool:
    """True if an address is one of the web without its `https://`, and not the name of a file."""
    return bool(_SITE.match(written))


def is_outside(address: str) -> bool:
    """True if an address leads out of the project."""
    return bool(_OUTSIDE.match(address))


def is_active(written: str) -> bool:
    """True if an address would run something, however it is disguised."""
    return bool(_ACTIVE.match(_NOT_SEEN.sub("", unescape(written))))
