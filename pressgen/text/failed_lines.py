"""Report lines that look like a heading, a table, a list or running text, and will be shown as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pressgen.problems import codes
from pressgen.text.joining import BREAK, CLOSING, SENTENCE_END, JoinedLines
from pressgen.text.marks import Style, indent_of, list_mark
from pressgen.text.reading import SourceLine, Spot, TextReading

_HEADING = re.compile(r" {0,3}(?P<marks>#{2,6})(?P<words>[^\s#].*)|(?:[ ]{4,}|\t+)(?P<deep>#{2,6})[ \t]+(?P<more>\S.*)")
_CODE = re.compile(r"(?<!\S)(`{1,2})(?![\s`])[^`]{1,200}?(?<!\s)\1(?!\w)|^ {0,3}(`{3,}|~{3,})")
_STRUCK = re.compile(r"(?<![\w~])~~(?![\s~])[^~]{1,400}?(?<!\s)~~(?![\w~])")
_MARKED = re.compile(r"(?<![\w=])==(?![\s=])[^=]{1,200}(?<![\s=])==(?![\w=])")
_BOX = re.compile(r"[ ]{0,8}[-*+] (?P<box>\[[ xX]\]) (?=\S)")
_CONTENTS = re.compile(r" {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$")
_ADMONITION = re.compile(r" {0,3}(?:!!!|\?\?\?\+?|:::) ?(?=[a-z])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[.#][A-Za-z][\w\-]*[^{}]{0,200}\}")
_INNER_TAB = re.compile(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*){0,40}$")
_UNSPACED_ITEM = re.compile(r" {0,3}(?P<mark>[-+•])(?P<words>[^\W\d_].*)")
_ITEM = re.compile(r" {0,3}[-*•+][ \t]+\S")
_OPENING = re.compile(r".*[:\uff1a៖]$|\(?\w{1,4}[.):°]$|[-•*–—]$")
_WITHIN_HTML = re.compile(
    r"!\[[^\[\]]{0,200}\]\([^()]*\)|\[[^\[\]]{1,200}\]\([^\s()]*[./#:][^\s()]*\)|\*\*\w[^*]{0,200}\w\*\*"
)
_A_FIGURE = '![The Ministers sign](photo.jpg "The signing")'
_WORD = re.compile(r"\w+")
_ASKED = ("  ", "\\", "<br>", "<br/>", "<br />")
SHORTEST_LINE, LONGEST_LINE = 45, 90
"""The length, in characters, of lines that a mail program has wrapped."""
_SHORT = 60


def report_lines(lines: Sequence[SourceLine], reading: TextReading) -> None:
    """Report single lines that are written in another dialect of Markdown."""
    for line in lines:
        text = line.text
        if "#" in text and (heading := _HEADING.match(text)):
            _report_heading(reading, line, heading)
        for match, what, hint in _other_dialects(text):
            message = f"{_shown(match[0])!r} is shown as it is typed: {what}"
            reading.report(codes.OTHER_DIALECT, Spot(line.number, line.column + match.start()), message, hint)


def _report_heading(reading: TextReading, line: SourceLine, heading: re.Match[str]) -> None:
    marks, words = heading["marks"] or heading["deep"], heading["words"] or heading["more"]
    why = "a space belongs behind the #" if heading["marks"] else "it may not be indented"
    message = f"'{_shown(line.text.strip())}' looks like a heading and will be shown as it is typed: {why}"
    spot = Spot(line.number, line.column + indent_of(line.text))
    reading.report(codes.FAILED_HEADING, spot, message, f"write {marks} {_shown(words)}")


def _other_dialects(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    if ("`" in text or "~~~" in text) and (match := _CODE.search(text)):
        yield match, "a release has no code", "leave out the marks, or write the words between “ and ”"
    if "~~" in text and (match := _STRUCK.search(text)):
        yield (
            match,
            "a release strikes nothing out",
            "write <del>the words</del> where what was struck out must be seen",
        )
    if text.lstrip(" ")[:3] in {"!!!", "???", ":::"} and (match := _ADMONITION.match(text)):
        yield match, "a release has no boxes", "write the words as a paragraph, or as a quotation with >"
    if "==" in text and (match := _MARKED.search(text)):
        yield match, "a release highlights nothing", "leave out the marks, or write **the words**"
    if "] " in text and (match := _BOX.match(text)):
        yield match, "a release has no boxes to tick", f"leave out {match['box']}"
    if "[" in text and (match := _CONTENTS.match(text)):
        yield match, "a release has no table of contents", "leave it out; each section has an anchor"
    if "{" in text and (match := _ATTRIBUTES.search(text)):
        yield match, "a release has no attributes", "leave it out"


def report_html(reading: TextReading, lines: Sequence[SourceLine], name: str) -> None:
    """Report Markdown inside a block of HTML, where it is not read."""
    for line in lines:
        match = _WITHIN_HTML.search(line.text) if "](" in line.text or "**" in line.text else None
        if match is not None:
            message = f"{_shown(match[0])!r} is shown as it is typed: Markdown is not read inside <{name}>"
            hint = "write it without the HTML around it"
            if match[0].startswith("!"):
                hint = f"take <{name}> away, and write a caption behind the address: {_A_FIGURE}"
            reading.report(codes.OTHER_DIALECT, Spot(line.number, line.column + match.start()), message, hint)


def report_block(reading: TextReading, lines: Sequence[SourceLine], passage: JoinedLines) -> None:
    """Report a paragraph of several lines that looks like a table, a list, or running text that was wrapped."""
    if any("\t" in line.text.strip() for line in lines):
        _report_tabs(reading, lines)
    if any("|" in line.text for line in lines):
        _report_bars(reading, lines)
    _report_items(reading, lines)
    if BREAK in passage.text and _is_wrapped(lines, passage.text.split(BREAK)):
        reading.wrapped.append(_spot(lines[0]))


class _Row(NamedTuple):
    line: SourceLine
    cells: tuple[str, ...]


def _report_tabs(reading: TextReading, lines: Sequence[SourceLine]) -> None:
    rows = [_Row(line, tuple(_INNER_TAB.split(line.text.strip()))) for line in lines]
    # A field with its value, or a mark with its words, is no row of a table.
    rows = [row for row in rows if len(row.cells) > 1 and not _OPENING.match(row.cells[0])]
    columns = max((len(row.cells) for row in rows), default=0)
    if len(rows) < 2 or (columns < 3 and len(rows) < 3) or len(rows) * 2 < len(lines):  # noqa: PLR2004
        return
    message = f"{len(rows)} lines are parted by tabs, as a table is that was pasted; its columns will be lost"
    reading.report(codes.FAILED_TABLE, _spot(rows[0].line), message, _as_table(rows[0].cells))


def _report_bars(reading: TextReading, lines: Sequence[SourceLine]) -> None:
    rows = [_Row(line, _cells(line.text)) for line in lines if _BAR.search(line.text)]
    columns = len(rows[0].cells)
    dashes = next((row for row in rows[1:] if _DASHES.match(row.line.text)), None)
    if dashes is not None:
        message = (
            f"the row of dashes has {len(dashes.cells)} cells and the row above {columns}, so that this is no table"
        )
        reading.report(codes.FAILED_TABLE, _spot(dashes.line), message, _as_table(rows[0].cells))
        return
    edged = all(row.line.text.strip().startswith("|") for row in rows)
    even = all(len(row.cells) == columns for row in rows) and columns > 2  # noqa: PLR2004  # two may be an address
    if len(rows) > 1 and len(rows) == len(lines) and (edged or even):
        message = "lines with bars look like a table and will be shown as they are typed: the row of dashes is missing"
        reading.report(codes.FAILED_TABLE, _spot(rows[0].line), message, _as_table(rows[0].cells))


def _cells(text: str) -> tuple[str, ...]:
    inner = text.strip().removeprefix("|")
    return tuple(cell.strip() for cell in _BAR.split(inner.removesuffix("|") if inner.endswith("|") else inner))


def _as_table(cells: Sequence[str]) -> str:
    shown = [_shown(cell, _SHORT // len(cells) + 1) for cell in cells]
    return f"write the first row as | {' | '.join(shown)} | and below it | {' | '.join('---' for _ in cells)} |"


def _report_items(reading: TextReading, lines: Sequence[SourceLine]) -> None:
    """Report several lines that begin with a hyphen directly before a word, or bullets without a blank line."""
    match = [(line, item) for line in lines if (item := _UNSPACED_ITEM.match(line.text))]
    for (line, item), (following, _) in pairwise(match):
        if following.number == line.number + 1:
            message = "lines look like a list and will be shown as they are typed: a space belongs behind the mark"
            reading.report(codes.FAILED_LIST, _spot(line), message, f"write {item['mark']} {_shown(item['words'])}")
            return
    bullets = [line for line in lines[1:] if _ITEM.match(line.text) and _is_bullet(line, reading)]
    if len(bullets) > 1 and bullets[1].number == bullets[0].number + 1 and not _ITEM.match(lines[0].text):
        message = "lines look like a list and will be shown as they are typed: they follow a paragraph directly"
        hint = "leave a blank line before the list, or end the line above it with a colon"
        reading.report(codes.FAILED_LIST, _spot(bullets[0]), message, hint)


def _is_bullet(line: SourceLine, reading: TextReading) -> bool:
    mark = list_mark(line.text, reading.language)
    return mark is not None and mark.style is Style.BULLET


def _is_wrapped(lines: Sequence[SourceLine], shown: Sequence[str]) -> bool:
    """True if most breaks between lines stand in the middle of a sentence, at the width of a mail."""
    if not SENTENCE_END.search(shown[-1].rstrip(CLOSING)):
        return False  # the lines of a title are set by hand
    asked = {line.text.strip().rstrip("\\ ") for line in lines if line.text.lower().endswith(_ASKED)}
    breaks = [(line, following) for line, following in pairwise(shown) if line not in asked]
    within = [one for one in breaks if SHORTEST_LINE <= len(one[0]) <= LONGEST_LINE and not SENTENCE_END.search(one[0])]
    small = sum(1 for _, following in within if following[:1].islower())
    caseless = [line for line, following in within if _is_caseless(line) and _has_no_case(following[:1])]
    return (small > 0 and 2 * small >= len(breaks)) or (len(caseless) > 1 and len(caseless) == len(breaks))


def _is_caseless(text: str) -> bool:
    """True if a line begins and ends in letters of a script without capitals that separates words by spaces."""
    words = _WORD.findall(text)
    # Fewer words are a line of a letterhead.
    return len(words) > 5 and _has_no_case(text[0]) and _has_no_case(words[-1][0])  # noqa: PLR2004


def _has_no_case(letter: str) -> bool:
    return letter.isalpha() and not letter.isupper() and not letter.islower()


def report_wrapped(reading: TextReading) -> None:
    """Report once all paragraphs whose lines were wrapped by a program and will be shown as lines."""
    if not reading.wrapped:
        return
    count = len(reading.wrapped)
    where = "a paragraph" if count == 1 else f"{count} paragraphs"
    message = f"the lines of {where} end in the middle of sentences, as in a mail, and will be shown as lines"
    hint = "write each paragraph as one line; a break that is meant ends with two spaces"
    reading.report(codes.WRAPPED_LINES, reading.wrapped[0], message, hint)


def _spot(line: SourceLine) -> Spot:
    return Spot(line.number, line.column + indent_of(line.text))


def _shown(text: str, longest: int = _SHORT) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
