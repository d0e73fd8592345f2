"""Mark the parts of a letter: to whom it goes, how it addresses them, and who signs it. Every letter stays as printed.

A letter is a text, or a quotation in one, that greets somebody in a line of its own near its beginning ("Excellency,")
and ends with a name. The words by which one greets are in `data/phrases.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from pressgen.text.folding import fold
from pressgen.text.plain import text_of
from pressgen.text.word_lists import beginning_pattern, word_lists

ADDRESS, SALUTATION, SIGNED = "address", "salutation", "signed"
"""The classes of the paragraphs of a letter."""

_GREETS = re.compile(beginning_pattern(word_lists("phrases")["salutations"]))
_GREETS_WITH_COLON = re.compile(beginning_pattern(word_lists("phrases")["salutations_with_colon"]))
_FAREWELL = re.compile(beginning_pattern(word_lists("phrases")["farewells"]))
_LONGEST_LINE = 80
_LONGEST_GREETING = 100
_MOST_BEFORE = 3
"""How many paragraphs may stand above the salutation: place and day, a number, and to whom the letter goes."""
_MOST_LINES = 6
_MOST_BELOW = 2
"""How many may stand below the signature: place and day, and what is enclosed."""
_ENDED = re.compile(r"[.!?;:…។៕؟۔।。！？,،][\"'»”’)]*$")
_GREETING_ENDS = re.compile(r"[,،!]$")
_COLON_ENDS = re.compile(r"[:៖]$")
_UNSPACED = re.compile("[\u1780-\u17b3]")
_CLOSES = re.compile(r"[,،]$")
_DIGIT = re.compile(r"\d")
_OF_NO_NAME = re.compile(r"[\d@]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|St)\.$")


def mark_letters(root: Element) -> None:
    """Mark the parts of letters in the tree of a text: of the text itself, and of each quotation in it."""
    for container in (root, *root.findall("blockquote")):
        _mark(container)


def _mark(container: Element) -> None:
    paragraphs = [child for child in container if child.get("class") not in {"end-mark", "notes"}]
    greeting = next((at for at, one in enumerate(paragraphs[: _MOST_BEFORE + 1]) if _is_greeting(one)), None)
    if greeting is None:
        return
    last = _signature(paragraphs)
    if last <= greeting + 1 or any(not _is_short(one) for one in paragraphs[:greeting]):
        return
    for one in paragraphs[:greeting]:
        if not _DIGIT.search(_text(one)) and not _is_sentence(_lines(one)[-1]):
            one.set("class", ADDRESS)
    paragraphs[greeting].set("class", SALUTATION)
    if last - 1 > greeting + 1 and _is_close(paragraphs[last - 1]):
        paragraphs[last - 1].set("class", SIGNED)
    paragraphs[last].set("class", SIGNED)


def _signature(paragraphs: Sequence[Element]) -> int:
    """Return the place of the paragraph that signs a letter; 0 if none does."""
    for below in range(_MOST_BELOW + 1):
        at = len(paragraphs) - 1 - below
        if at <= 0:
            return 0
        if _is_name(paragraphs[at]):
            return at
        if not (_is_short(paragraphs[at]) and _DIGIT.search(_text(paragraphs[at]))):
            return 0
    return 0


def _is_greeting(element: Element) -> bool:
    lines = _lines(element)
    if len(lines) != 1 or len(lines[0]) > _LONGEST_GREETING or not _GREETS.match(fold(lines[0])):
        return False
    if _COLON_ENDS.search(lines[0]):
        return bool(_GREETS_WITH_COLON.match(fold(lines[0])))
    # A line of Khmer greets without a mark behind it, and has no spaces by which a sentence would be told from it.
    return bool(_GREETING_ENDS.search(lines[0]) or (_UNSPACED.search(lines[0]) and not _ENDED.search(lines[0])))


def _is_short(element: Element) -> bool:
    """True if a paragraph is lines of an address or a place and a day, and no sentence."""
    lines = _lines(element)
    return 0 < len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST_LINE for line in lines)


def _is_name(element: Element) -> bool:
    """True if a paragraph is a name, with offices in further lines."""
    lines = _lines(element)
    if not _is_short(element) or _FAREWELL.match(fold(lines[0])):
        return False
    return not any(_OF_NO_NAME.search(line) for line in lines) and not _is_sentence(lines[-1])


def _is_sentence(line: str) -> bool:
    return bool(_ENDED.search(line)) and not _ABBREVIATED.search(line)


def _is_close(element: Element) -> bool:
    """True if a paragraph is a line that takes leave, such as "Yours sincerely,"."""
    lines = _lines(element)
    return len(lines) == 1 and len(lines[0]) <= _LONGEST_LINE // 2 and bool(_CLOSES.search(lines[0]))


def _lines(element: Element) -> list[str]:
    return [line.strip() for line in _text(element).splitlines() if line.strip()] if element.tag == "p" else []


def _text(element: Element) -> str:
    return text_of(element.text or "")
