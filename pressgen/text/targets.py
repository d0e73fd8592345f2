"""What stands in the parentheses of a link goes in; the address comes out, or nothing where it is none.

An official text is full of brackets before parentheses (`[for Foreign Affairs](Ukraine)`); they are links only
where the parentheses hold what cannot be words.
"""

from __future__ import annotations

import re
from html import unescape

_OUTSIDE = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:[+0-9().\-]+)$", re.IGNORECASE)
_WITHIN = re.compile(r"#[^\s<>\"]+$|(?:\.{1,2}/|/(?!/))[^\s<>\"]*$")
_FILE = re.compile(
    r"(?![/.])[^\s<>\":?#()\\]+\.(?:[a-z][a-z0-9]{1,4}|PDF|DOCX?|XLSX?|PPTX?|JPE?G|PNG|ZIP|MD)(?:[?#][^\s<>\"]*)?$"
)
_PICTURE = re.compile(r"(?![/.])[^\s<>\":?#\\]+\.[A-Za-z0-9]{2,5}$")
_ACTIVE = re.compile(r"(?:java|vb|live)script:|data:|file:|blob:", re.IGNORECASE)
_NOT_SEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")


def target_of(written: str, *, picture: bool = False) -> str:
    """Give the address that an author wrote, or nothing where it does not look like one."""
    if written.startswith("<") and written.endswith(">"):
        written = written[1:-1].strip().replace(" ", "%20")
    if _OUTSIDE.match(written) or _WITHIN.match(written) or _FILE.match(written):
        return written
    if picture and _PICTURE.match(written):
        return written
    return ""


def is_outside(address: str) -> bool:
    """Say whether an address leads out of the project."""
    return bool(_OUTSIDE.match(address))


def is_active(written: str) -> bool:
    """Say whether an address would run something, however it is disguised."""
    return bool(_ACTIVE.match(_NOT_SEEN.sub("", unescape(written))))
