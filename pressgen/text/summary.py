"""Find the first paragraph of a text that reports something: no kind of document, no address, no signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.model import Block, Body
from pressgen.text.folding import fold
from pressgen.text.marks import Style, list_mark
from pressgen.text.word_lists import OPEN, beginning_pattern, phrase_list, word_lists

_PHRASES = word_lists("phrases")
_NOTICES = frozenset(phrase_list(_PHRASES["notices"]))
_BEGINNING = re.compile(beginning_pattern(_PHRASES["beginnings"]))
_ADDRESSED = re.compile(beginning_pattern(_PHRASES["addressed"]))
_SIGNING = re.compile(rf"(?:{beginning_pattern(_PHRASES['signing'])})[^.!?។؟]{{1,90}}[:\n]|\(?signed\)?")
_GREETED = frozenset(phrase_list(_PHRASES["greeted"]))
_GREETED_STEMS = tuple(phrase.removesuffix(OPEN) for phrase in _GREETED if phrase.endswith(OPEN))
_ENDED = re.compile(r"[.!?…។៕؟۔।॥။。！？\u0e00-\u0eff][\"'»”’)\]*]*$")
_DATE = re.compile(
    r"(?:[^\d,،–—:.]{1,40}(?:[,،–—]|\s[-–—])\s*){0,3}"  # the place, its country, a weekday
    r"(?:(?:le|on|the|ar|yn|في|يوم|ថ្ងៃ\S{0,12})\s*){0,2}"
    r"(?:\w{1,12}\s)?\d{1,4}(?:st|nd|rd|th|er|º|ain|af)?[.,]?[\s./-]*(?:[^\W\d_]\S{0,18}\s*){0,3}[.,]?\s*\d{0,4}"
    r"(?:\s*[,(]?\s*\d{1,2}[:.h]\d{2}.{0,12})?[.)]?$"
)
_KHMER_DATE = re.compile(r"[^។]{0,60}ថ្ងៃ[^។]{1,60}ឆ្នាំ[^។]{0,30}$")
_LONGEST_LINE = 120
_LONG = 100
_AROUND = "*_[](){}«»“”\"'!.:;-–—•· \u00a0"


def summary_of(body: Body, language: str) -> str:
    """Return the first paragraph of a text that reports something, without its number; else one from a list or a quote.

    Empty if the text has no words.
    """
    paragraphs = [text for kind, text in _passages(body, language) if kind == "paragraph"]
    others = [text for kind, text in _passages(body, language) if kind != "paragraph"]
    for is_wanted in (_is_sentence, _says):
        for texts in (paragraphs, others):
            for text in texts:
                passage = _without_notices(text)
                if is_wanted(passage):
                    return passage
    return next((text for text in (*paragraphs, *others) if _without_notices(text)), "")


def _passages(body: Body, language: str) -> Iterator[tuple[str, str]]:
    """List the texts of a body in order: paragraphs, with numbered ones, then those of lists and quotes."""
    for block in body.blocks:
        if block.kind == "paragraph":
            yield "paragraph", block.text
        elif block.kind == "list":
            yield from _items(block, language)
        elif block.kind in {"quote", "definitions", "html"}:
            yield block.kind, block.text


def _items(block: Block, language: str) -> Iterator[tuple[str, str]]:
    for line in block.text.split("\n"):
        mark = list_mark(line, language)
        words = line[mark.width :] if mark else line
        yield ("paragraph" if mark and mark.style is Style.NUMBER else "list"), words.strip()


def _without_notices(text: str) -> str:
    """Leave out the lines at the beginning of a paragraph that name the kind of document."""
    lines = [line for line in text.split("\n") if line.strip()]
    while lines and (_is_notice(lines[0]) or (len(lines) > 1 and _is_date(lines[0]))):
        del lines[0]
    return "\n".join(lines)


def _is_notice(line: str) -> bool:
    plain = _plain(line)
    if plain in _NOTICES:
        return True
    return len(line) <= _LONGEST_LINE and bool(_BEGINNING.match(plain)) and not _ENDED.search(plain)


def _plain(line: str) -> str:
    """Fold a line, and leave out the marks around it."""
    return fold(line.replace("\u2019", "'").strip(_AROUND))


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and bool(_DATE.match(line.strip()) or _KHMER_DATE.match(line.strip()))


def _says(text: str) -> bool:
    """True if a paragraph may be part of the report: no dateline, no address, no signature, no heading."""
    plain = _plain(text)
    if not plain or _is_date(text) or text.rstrip().endswith((",", "،")):
        return False
    if len(text) <= _LONGEST_LINE and (_SIGNING.match(plain) or (text.isupper() and len(text) <= _LONG)):
        return False
    return not (len(text) <= _LONGEST_LINE and _ADDRESSED.match(plain) and not _ENDED.search(text.rstrip()))


def _is_sentence(text: str) -> bool:
    """True if a paragraph is a sentence of the report, or announces one."""
    ended = bool(_ENDED.search(text.rstrip())) or len(text) > _LONG or text.rstrip().endswith((":", "\uff1a", "៖"))
    return ended and _says(text) and not _greets(text)


def _greets(text: str) -> bool:
    """True if a paragraph only addresses its hearers: `Ladies and Gentlemen!`, `Excellencies:`."""
    words = re.findall(r"[^\s,;.:!،]+", _plain(text)) if len(text) <= _LONGEST_LINE else []
    return bool(words) and all(word in _GREETED or word.startswith(_GREETED_STEMS) for word in words)
