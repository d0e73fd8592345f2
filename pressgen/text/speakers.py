"""Mark who speaks in a transcript: the words before a colon at the beginning of a line, where they name a speaker.

They are marked and nothing else: every letter, colons among them, stays as printed. A text is a transcript if it asks
and answers by name (`Q:` and `A:`, `Question (Radio Havn):`), or if two or more speakers take turns and something is
asked. A lead-in such as `**Opening hours:**` is no speaker. The words for questions and answers are in
`data/phrases.yml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from pressgen.text.block_reader import BlockElement
from pressgen.text.folding import fold
from pressgen.text.inline import Html, Plain
from pressgen.text.plain import text_of
from pressgen.text.word_lists import OPEN, phrase_list, word_lists

_COLON = ":\uff1a៖"
_ENDING = rf"\s*[{_COLON}](?=\s|<|$)"
_BOLD = re.compile(
    rf"<strong>(?P<own>(?:(?!</?strong>|<br>).){{1,200}}?)</strong>(?P<behind>(?:\s*\([^()<>{_COLON}]{{1,80}}\))?{_ENDING})?"
)
_PLAIN = re.compile(rf"(?:[^<>{_COLON}\n]|</?(?:em|span)(?: [^<>]*)?>){{1,200}}?{_ENDING}")
_LINE = "<br>\n"
_ASKED = re.compile(r"[?؟？][\"'»”’)\]\s]*$")
_FEWEST_CAPITALS = 3


class _Sort(Enum):
    QUESTION = auto()
    ANSWER = auto()
    NAME = auto()
    CAPITALS = auto()


class _Label(NamedTuple):
    """What stands before a colon: where it begins and ends in the HTML of its paragraph, and what it is."""

    paragraph: Element
    start: int
    end: int
    words: str
    sort: _Sort


def mark_speakers(blocks: Iterable[Element]) -> None:
    """Mark the speakers of a text in its tree, if it is a transcript; a paragraph that asks is a `question`."""
    paragraphs = [block for block in blocks if isinstance(block, BlockElement) and block.kind == "paragraph"]
    labels = [label for paragraph in paragraphs for label in _labels(paragraph)]
    names = Counter(label.words for label in labels if label.sort in {_Sort.NAME, _Sort.CAPITALS})
    if not _is_transcript(labels, names):
        return
    speakers = (label for label in labels if label.sort is not _Sort.CAPITALS or names[label.words] > 1)
    for paragraph, own in groupby(speakers, key=attrgetter("paragraph")):
        _mark(paragraph, own)
    turns = Counter(id(label.paragraph) for label in labels)
    for label in labels:
        if label.sort is _Sort.QUESTION and turns[id(label.paragraph)] == 1 and not label.start:
            label.paragraph.set("class", "question")


def _labels(paragraph: Element) -> Iterator[_Label]:
    text, at = paragraph.text or "", 0
    while True:
        if label := _label(paragraph, text, at):
            yield label
        at = text.find(_LINE, at) + len(_LINE)
        if at < len(_LINE):
            return


def _label(paragraph: Element, text: str, at: int) -> _Label | None:
    found = _BOLD.match(text, at) or _PLAIN.match(text, at)
    if found is None or found[0].count("<em>") != found[0].count("</em>") or _is_open(found[0]):
        return None
    printed = text_of(found[0]).strip()
    words = printed.rstrip(_COLON).strip()
    sort = _sort(words, is_bold=found.re is _BOLD) if words != printed else _ALONE.get(fold(words))
    return _Label(paragraph, at, found.end(), fold(words), sort) if sort else None


def _is_open(html: str) -> bool:
    return html.count("<span") != html.count("</span>")


def _sort(words: str, *, is_bold: bool) -> _Sort | None:
    folded = fold(words)
    for sort, pattern in (_IN_BOLD if is_bold else _IN_PLAIN).items():
        if pattern.fullmatch(folded):
            return sort
    if is_bold:
        return _Sort.NAME
    return _Sort.CAPITALS if words.isupper() and sum(map(str.isalpha, words)) >= _FEWEST_CAPITALS else None


def _pattern(by_language: Mapping[str, str], behind: str) -> re.Pattern[str]:
    """Write an expression for the words of a question or an answer, its number, and who asks or answers `behind` it."""
    phrases = sorted(phrase_list(by_language), key=len, reverse=True)
    begun = (re.escape(phrase.removesuffix(OPEN)) + (".{0,80}" if phrase.endswith(OPEN) else "") for phrase in phrases)
    return re.compile(rf"(?:{'|'.join(begun)})(?:\s?\d{{1,3}})?(?:{behind}.{{0,80}})?")


def _patterns(behind: str) -> Mapping[_Sort, re.Pattern[str]]:
    return {sort: _pattern(listed, behind) for sort, listed in _WORDS.items()}


_WORDS = {_Sort.QUESTION: word_lists("phrases")["questions"], _Sort.ANSWER: word_lists("phrases")["answers"]}
_ALONE = {phrase: sort for sort, listed in _WORDS.items() for phrase in phrase_list(listed)}
"""The words for a question and an answer need no colon where they are bold."""
_IN_BOLD = _patterns(r"[\s(\[,–—-]")
_IN_PLAIN = _patterns(r"\s?[(\[,–—]")


def _is_transcript(labels: Sequence[_Label], names: Mapping[str, int]) -> bool:
    sorts = {label.sort for label in labels}
    taken_in_turns = any(count > 1 for count in names.values())
    if _Sort.QUESTION in sorts:
        return _Sort.ANSWER in sorts or taken_in_turns
    if len(names) < 2 or not taken_in_turns:  # noqa: PLR2004  # who takes turns are two
        return False
    return any(_ASKED.search(text_of(one.text or "")) for one in dict.fromkeys(label.paragraph for label in labels))


def _mark(paragraph: Element, labels: Iterable[_Label]) -> None:
    """Put the element around the labels of a paragraph, in place of that by which the author made them bold."""
    text, done = paragraph.text or "", 0
    parts: list[str] = []
    for label in labels:
        printed = text[label.start : label.end].replace("<strong>", "").replace("</strong>", "")
        parts += (text[done : label.start], f'<b class="speaker">{printed}</b>')
        done = label.end
    # The element is ours, and no markup of the author's.
    kind = Plain if type(text) is Plain else Html
    paragraph.text = kind("".join([*parts, text[done:]]))
