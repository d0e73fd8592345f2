"""Split the source of a text into lines, each with its place, and take out what is never printed.

Comments are never printed, nor are definitions of link addresses that a link in the text uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pressgen.problems import codes
from pressgen.text.folding import fold
from pressgen.text.reading import SourceLine, Spot, Target, TextReading
from pressgen.text.targets import target_of

# Control characters have no place in a text; U+FEFF and U+200B would be copied with it. Halves of surrogate pairs are
# no characters at all.
_NEVER: dict[int, str | None] = {
    code: None for code in (*range(0x20), *range(0x7F, 0xA0), 0x200B, 0xFEFF) if code not in (0x09, 0x0A, 0x0D)
}
_NEVER |= {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_DEFINITION = re.compile(
    r""" {0,3}\[(?!\^)(?P<label>[^\[\]]{1,200})\]:[ \t]+(?P<target><[^<>]+>|\S+)"""
    r"""(?:[ \t]+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|\((?P<round>[^()]*)\)))?[ \t]*$"""
)
_COMMENT = re.compile(r"<!--.*?-->")
_LABEL = re.compile(r"\[([^\[\]]{1,200})\](?!:)")
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\s\[\]^]{1,64})\]:[ \t]*")

_NOTE_MARK = re.compile(r"\[\^([^\s\[\]^]{1,64})\]")


def clean_source(source: str) -> str:
    """Return a text with one kind of line end, without characters that are never printed."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    if _UNWANTED.search(source):
        source = _SURROGATE.sub("\ufffd", source.translate(_NEVER))
    return source


def read_lines(lines: Iterable[str], reading: TextReading) -> list[SourceLine]:
    """Read the lines of a text; labels of notes and targets of links are collected in `reading`."""
    read = [
        SourceLine(_without_tabs(text), number, 1) for number, text in enumerate(lines, start=reading.first_line)
    ]  # fmt: skip
    if any("<!--" in line.text for line in read):
        read = list(_without_comments(read, reading))
    if any("]:" in line.text for line in read):
        reading.notes = _notes_of(read)
        read = _without_definitions(read, reading)
    return read


def _without_tabs(text: str) -> str:
    """Replace the tabs that indent a line by spaces."""
    if "\t" not in text:
        return text
    words = text.lstrip(" \t")
    return text[: len(text) - len(words)].expandtabs(4) + words


def _without_comments(lines: Sequence[SourceLine], reading: TextReading) -> Iterator[SourceLine]:
    """Leave out what stands between `<!--` and `-->`; text behind a long comment is a line of its own."""
    last_end = max((at for at, line in enumerate(lines) if "-->" in line.text), default=-1)
    inside = False
    for at, line in enumerate(lines):
        text, column, cut = line.text, line.column, False
        if inside:
            end = text.find("-->")
            if end < 0:
                continue
            text, column, cut, inside = text[end + 3 :], column + end + 3, True, False
        if "<!--" in text:
            last = text.rfind("-->") + 3  # behind it no comment can match, and each would look for its end
            kept, changed = _COMMENT.subn("", text[:last])
            text, cut = kept + text[last:], cut or changed > 0
        if (start := text.find("<!--")) >= 0:
            inside = last_end > at
            if inside:
                text, cut = text[:start], True
            else:
                _report_unclosed(line, column + start, reading)
        if text.strip() or not cut:
            yield SourceLine(text, line.number, column)


def _report_unclosed(line: SourceLine, column: int, reading: TextReading) -> None:
    reading.report(
        codes.UNCLOSED_HTML,
        Spot(line.number, column),
        "a comment is opened with <!-- and never closed",
        "close it with -->",
    )


def _without_definitions(lines: list[SourceLine], reading: TextReading) -> list[SourceLine]:
    """Take out the definitions of link addresses; those that no link in the text uses are text."""
    definitions: dict[int, tuple[str, Target]] = {}
    used: set[str] = set()
    for at, line in enumerate(lines):
        match = _DEFINITION.match(line.text) if "]:" in line.text else None
        address = target_of(match["target"]) if match else ""
        if match and address:
            title = match["double"] or match["single"] or match["round"] or ""
            definitions[at] = (label_of(match["label"]), Target(address, title))
        elif "[" in line.text:
            used.update(label_of(label) for label in _LABEL.findall(line.text))
    kept = []
    for at, line in enumerate(lines):
        if at in definitions and definitions[at][0] in used:
            reading.targets.setdefault(*definitions[at])
        else:
            if at in definitions:
                _report_unused(line, reading)
            kept.append(line)
    return kept


def _report_unused(line: SourceLine, reading: TextReading) -> None:
    label = line.text.strip().partition("]:")[0] + "]"
    message = f"the line '{label}: …' is shown as it is typed: no link in the text refers to it"
    hint = f"write the link as [the words]{label}, or remove the line"
    reading.report(codes.HALF_A_NOTE, Spot(line.number, line.column), message, hint)


def _notes_of(lines: Sequence[SourceLine]) -> set[str]:
    """Return the labels of the notes that the text refers to; a note that nothing refers to is text."""
    defined: set[str] = set()
    used: set[str] = set()
    for line in lines:
        if "[^" in line.text:
            note = NOTE.match(line.text)
            if note:
                defined.add(note["label"])
            used.update(_NOTE_MARK.findall(line.text, note.end() if note else 0))
    return defined & used


def label_of(text: str) -> str:
    """Fold the label of a link, so that case and spaces do not matter."""
    return fold(text)
