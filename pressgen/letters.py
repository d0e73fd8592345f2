"""Decode HTML entities, and find invisible characters in a text and name them."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.entities import html5

ENTITY = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{1,31};)|#([0-9]{1,7});|#[xX]([0-9A-Fa-f]{1,6});)")
"""A character reference of HTML, with its semicolon; HTML must have the name."""

# They include code points that are no characters, and invisible tag letters, which only belong in flags such as that
# of Wales.
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_COMMON = {
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202f": "narrow no-break space",
    "\u3000": "wide space",
    "\ufeff": "byte order mark",
}
_OPENING, _CLOSING, _DOUBLE = "“”„‟‘’‚‛", "“”‟‘’‛", "“”„‟"
_SPACES = "Zs"
_MOST_NAMED = 3


def decoded(text: str) -> str:
    """Decode the HTML entities in a text: `&amp;` is `&`, `&#233;` is `é`. Names that HTML does not have stay."""
    if "&" not in text or ";" not in text:
        return text
    return ENTITY.sub(lambda match: ((not match[1] or match[1] in html5) and unescape(match[0])) or match[0], text)


def curled(text: str) -> bool:
    """True if a whole text stands between one pair of curly quotation marks."""
    whole = text[:1] in _OPENING and text[-1:] in _CLOSING and len(text) > 2  # noqa: PLR2004
    return whole and not any(mark in text[1:-1] for mark in _DOUBLE)


def named(letter: str) -> str:
    """Name an invisible character: `no-break space, U+00A0`."""
    name = _COMMON.get(letter) or unicodedata.name(letter, "").lower()
    code = f"U+{ord(letter):04X}"
    return f"{name}, {code}" if name else code


def unseen(text: str) -> list[str]:
    """List the invisible characters of a text but ordinary spaces, each once, in the order of the text."""
    return list(dict.fromkeys(_UNSEEN.findall(text)))


def unseen_hint(text: str, hint: str = "") -> str:
    """Add the invisible characters of a text to the hint of a problem with it, and what to do about them."""
    invisible = unseen(text)
    if not invisible:
        return hint
    at = text.index(invisible[0])
    before = text[:at].rstrip()[-12:]
    where = f"behind '{before}'" if before else "at its beginning"
    spaces = all(unicodedata.category(letter) == _SPACES for letter in invisible)
    what = " and ".join(f"a {named(letter)}" for letter in invisible[:_MOST_NAMED])
    advice = f"an invisible character stands in it {where} ({what}): " + (
        "put an ordinary space in its place" if spaces else "remove it"
    )
    return f"{advice}; {hint}" if hint else advice
