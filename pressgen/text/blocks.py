"""Read the lines of a text into a tree of blocks: paragraphs, headings, lists, quotes, tables, definitions and notes.

The tree is of elements as in HTML, with text that is HTML already. Leading spaces make no code here, end marks no
rules, and underlined lines no headings. The time is in proportion to the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from pressgen.problems import codes
from pressgen.text import failed_lines, html_blocks, lists, tables
from pressgen.text.block_reader import BlockElement, BlockReader
from pressgen.text.inline import Html, Plain
from pressgen.text.joining import join_lines
from pressgen.text.lines import NOTE, read_lines
from pressgen.text.marks import heading_of, indent_of, is_end_mark, list_mark, underlines
from pressgen.text.plain import text_of
from pressgen.text.reading import SourceLine, Spot, TextReading

# The most levels of quotes and lists within one another; deeper lines are text. No official text comes near it.
DEEPEST = 12

_DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}> ?")
_TO_SIGN_ON = re.compile(r"[-_.…–—\s]+$")
_FIGURE = re.compile(r'<img (?P<attributes>[^<>]*?)(?: title="(?P<caption>[^"]*)")?>$')
_ANNOUNCING = (":", "\uff1a", "៖")
_SPECIAL = re.compile(r" {0,3}(?:#|>|\[\^|:[ \t]|<[A-Za-z])|.*\|")


class PrintedBlocks(BlockReader):
    """Reads the blocks of one text."""

    def __init__(self, reading: TextReading) -> None:
        super().__init__(reading)
        self.heading_level = 1
        self.note_items: list[tuple[str, Element]] = []

    def tree(self, source: Iterable[str]) -> Element:
        """Read the lines of the whole text into a tree whose children are its blocks."""
        lines = read_lines(source, self.reading)
        failed_lines.report_lines(lines, self.reading)
        self.parse(self.root, lines, 0)
        if self.note_items:
            notes = self.piece("ol", "notes", self.root)
            notes.set("class", "notes")
            notes.set("id", "notes")
            for label, item in self.note_items:
                self._lead_back(item, self.inline.cited.get(label, ()))
                notes.append(item)
        return self.root

    def parse(self, parent: Element, lines: Sequence[SourceLine], depth: int, *, item: bool = False) -> None:
        """Read the blocks of `lines` into `parent`. In an `item` of a list, indented marks begin lists."""
        at, end = 0, len(lines)
        while at < end:
            if not lines[at].text.strip():
                at += 1
                continue
            at = self._block(parent, lines, at, depth, item=item)

    def _block(self, parent: Element, lines: Sequence[SourceLine], at: int, depth: int, *, item: bool) -> int:
        """Read one block, and return the index of the line behind it."""
        line = lines[at]
        if depth < DEEPEST:
            if is_end_mark(line.text) and not _goes_on(lines, at):
                return self._end_mark(parent, lines, at)
            if _SPECIAL.match(line.text):
                after = self._special(parent, lines, at, depth)
                if after > at:
                    return after
            mark = None if line.lazy else list_mark(line.text, self.reading.language)
            if mark and lists.is_list_start(lines, at, mark, self.reading.language):
                return lists.read_list(self, parent, lines, at, depth)
        return self._paragraph(parent, lines, at, depth, item=item)

    def _special(self, parent: Element, lines: Sequence[SourceLine], at: int, depth: int) -> int:
        """Read a block that begins with a special character or has bars; return the line behind it, or `at` if none."""
        text = lines[at].text
        first = text.lstrip(" ")[:1]
        if first == "#" and heading_of(text):
            self._heading(parent, lines[at])
            return at + 1
        if first == ">" and _QUOTE.match(text):
            return self._quote(parent, lines, at, depth)
        if first == "[" and (note := self._note_of(text)):
            return self._note(lines, at, note, depth)
        if first == "<":
            return html_blocks.read_html_block(self, parent, lines, at, depth)
        if tables.is_table_start(lines, at):
            return tables.read_table(self, parent, lines, at)
        return at

    def _heading(self, parent: Element, line: SourceLine) -> None:
        level, words, column = heading_of(line.text) or (2, line.text, 0)
        spot = Spot(line.number, line.column + indent_of(line.text))
        if level == 1:
            self.reading.report(
                codes.SECOND_TITLE,
                spot,
                "a heading of level 1 in the text; the title of a release is the only one",
                "write ## for a section",
            )
            level = 2
        elif level > self.heading_level + 1:
            self.reading.report(
                codes.SKIPPED_HEADING,
                spot,
                f"a heading of level {level} follows one of level {self.heading_level}",
                f"write {'#' * (self.heading_level + 1)}",
            )
        self.heading_level = level
        self.reading.printed.append(None)
        element = self.piece(f"h{level}", "heading", parent)
        element.level = level
        element.text = self.words(element, join_lines([SourceLine(words, line.number, line.column + column)]))
        element.set("id", self.anchors.heading(text_of(element.text)))

    def _end_mark(self, parent: Element, lines: Sequence[SourceLine], at: int) -> int:
        """Read lines that hold only marks, which are text."""
        end = at
        while end < len(lines) and is_end_mark(lines[end].text):
            end += 1
        element = self.piece("p", "end-mark", parent)
        element.set("class", "end-mark")
        if parent is self.root:
            element.set("id", self.anchors.next("mark-"))
        passages = (line.text.strip(" \t") for line in lines[at:end])
        element.text = Plain("<br>\n".join(self.inline.words(words) for words in passages))
        return end

    def _quote(self, parent: Element, lines: Sequence[SourceLine], at: int, depth: int) -> int:
        element = self.piece("blockquote", "quote", parent)
        if parent is self.root:
            element.set("id", self.anchors.next("quote-"))
        inner: list[SourceLine] = []
        end = at
        while end < len(lines):
            line = lines[end]
            if not line.text.strip():
                following = next_text(lines, end)
                if following >= len(lines) or not _QUOTE.match(lines[following].text):
                    break
                inner.append(SourceLine("", line.number, line.column))
                end = following
                continue
            mark = _QUOTE.match(line.text)
            if mark:
                inner.append(SourceLine(line.text[mark.end() :], line.number, line.column + mark.end()))
            elif inner and inner[-1].text.strip() and not heading_of(line.text):
                inner.append(line)
            else:
                break
            end += 1
        before, self.reading.quoting = self.reading.quoting, True
        self.parse(element, inner, depth + 1)
        self.reading.quoting = before
        return end

    def _note_of(self, text: str) -> re.Match[str] | None:
        note = NOTE.match(text)
        return note if note and note["label"] in self.reading.notes else None

    def _note(self, lines: Sequence[SourceLine], at: int, note: re.Match[str], depth: int) -> int:
        """Read the text of a note, which is shown at the end under the label that its author wrote."""
        line = lines[at]
        inner = [SourceLine(line.text[note.end() :], line.number, line.column + note.end())]
        end = at + 1
        while end < len(lines):
            text = lines[end].text
            if not text.strip():
                following = next_text(lines, end)
                if following >= len(lines) or indent_of(lines[following].text) < 2:  # noqa: PLR2004  # as in lists
                    break
            elif NOTE.match(text):
                break
            inner.append(lines[end])
            end += 1
        label = note["label"]
        item = Element("li", {"id": self.anchors.named(f"fn-{label}")})
        self.note_items.append((label, item))
        self.parse(item, inner, depth + 1)
        if len(item) == 0 or item[0].tag != "p":
            item.insert(0, Element("p"))
        first = item[0]
        first.text = Html(f'<span class="mark">{self.inline.words(label)}</span> {first.text or ""}')
        return end

    @staticmethod
    def _lead_back(item: Element, cited: Sequence[str]) -> None:
        """End a note with a link back to each place that cites it."""
        last = item[-1]
        parent = last if last.tag == "p" else item
        for number, anchor in enumerate(cited, 1):
            back = SubElement(parent, "a", {"class": "footnote-back", "href": f"#{anchor}"})
            back.text = "\u21a9\ufe0e"
            if len(cited) > 1:
                SubElement(back, "sup").text = str(number)

    def _paragraph(self, parent: Element, lines: Sequence[SourceLine], at: int, depth: int, *, item: bool) -> int:
        """Read lines up to a blank line, or to the beginning of a block that needs no blank line before it."""
        if depth >= DEEPEST:
            end = _blank(lines, at)
            self.paragraph(parent, lines[at:end])
            return end
        end = at + 1
        while end < len(lines) and lines[end].text.strip() and not self._interrupts(lines, end, item=item):
            end += 1
        definition = end if end < len(lines) and lines[end].text.strip() else next_text(lines, end)
        if (
            definition < len(lines)
            and _DEFINITION.match(lines[definition].text)
            and (definition == end or end == at + 1)
        ):
            return self._definitions(parent, lines, at, definition, depth)
        taken = lines[at:end]
        if len(taken) > 1:
            self._report_underlined(taken)
            if is_end_mark(taken[-1].text) and not underlines(taken[-1].text):
                taken, end = taken[:-1], end - 1
        self.paragraph(parent, taken)
        return end

    def _interrupts(self, lines: Sequence[SourceLine], at: int, *, item: bool) -> bool:
        """True if a line ends the paragraph before it.

        The mark of a list does where it is indented in an item, and where the line before it announces a list.
        """
        text = lines[at].text
        announced = not lines[at].lazy and (item or lines[at - 1].text.rstrip().endswith(_ANNOUNCING))
        if announced and (mark := list_mark(text, self.reading.language)):
            return lists.is_list_start(lines, at, mark, self.reading.language)
        if not _SPECIAL.match(text):
            return False
        first = text.lstrip(" ")[:1]
        return bool(
            (first == ":" and _DEFINITION.match(text))
            or (first == "#" and heading_of(text))
            or (first == ">" and _QUOTE.match(text))
            or (first == "[" and self._note_of(text))
            or ("|" in text and tables.is_table_start(lines, at))
        )

    def _report_underlined(self, lines: Sequence[SourceLine]) -> None:
        for line in lines[1:]:
            if underlines(line.text):
                self.reading.report(
                    codes.UNDERLINED_LINE,
                    Spot(line.number, line.column + indent_of(line.text)),
                    "this line makes no heading of the one above it; both are text",
                    "begin a heading with ## and a space; leave a blank line before an end mark",
                )

    def paragraph(self, parent: Element, lines: Sequence[SourceLine], before: str = "") -> BlockElement:
        """Add a paragraph of these lines; `before` is HTML that it begins with."""
        element = self.piece("p", "paragraph", parent)
        if parent is self.root:
            element.set("id", self.anchors.next("p"))
        passage = join_lines(lines, item=parent.tag in {"li", "dd"})
        if len(lines) > 1:
            failed_lines.report_block(self.reading, lines, passage)
        element.text = self.words(element, passage)
        if element.text.startswith("<img ") and not before:
            self._figure(element, parent)
        element.text = Html(before + element.text) if before else element.text
        return element

    def _figure(self, element: BlockElement, parent: Element) -> None:
        """Turn a paragraph that holds only a picture into a figure."""
        picture = _FIGURE.match(element.text or "")
        if picture is None:
            return
        element.tag, element.kind = "figure", "figure"
        if parent is self.root:
            self.anchors.give_back(element.get("id", ""))
            element.set("id", self.anchors.next("figure-"))
        caption = picture["caption"]
        element.text = Html(f"<img {picture['attributes']}>")
        if caption:
            SubElement(element, "figcaption").text = Html(self.inline.words(text_of(caption)))

    def _definitions(self, parent: Element, lines: Sequence[SourceLine], at: int, end: int, depth: int) -> int:
        """Read terms, each on a line of its own, and their definitions behind colons."""
        element = self.piece("dl", "definitions", parent)
        if parent is self.root:
            element.set("id", self.anchors.next("terms-"))
        while True:
            for line in lines[at:end]:
                if line.text.strip():
                    term = SubElement(element, "dt")
                    term.text = self.words(term, join_lines([line]))
            while end < len(lines) and (mark := _DEFINITION.match(lines[end].text)):
                first = lines[end]
                inner = [SourceLine(first.text[mark.end() :], first.number, first.column + mark.end())]
                end, _ = lists.collect_item(lines, end + 1, 2, inner, lambda text: bool(_DEFINITION.match(text)))
                definition = SubElement(element, "dd")
                self.parse(definition, inner, depth + 1, item=True)
                if len(definition) == 1 and definition[0].tag == "p":
                    definition.text = definition[0].text
                    definition.remove(definition[0])
                following = next_text(lines, end)
                if following < len(lines) and _DEFINITION.match(lines[following].text):
                    end = following
            at = next_text(lines, end)
            end = at
            while end < len(lines) and lines[end].text.strip() and not _DEFINITION.match(lines[end].text):
                end += 1
            if at == end or end >= len(lines) or not lines[end].text.strip():
                return at


def next_text(lines: Sequence[SourceLine], at: int) -> int:
    """Return the index of the next line that is not blank."""
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _blank(lines: Sequence[SourceLine], at: int) -> int:
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def _goes_on(lines: Sequence[SourceLine], at: int) -> bool:
    """True if words follow a line of marks directly, as a name follows the line for a signature."""
    if not _TO_SIGN_ON.match(lines[at].text):
        return False
    while at < len(lines) and is_end_mark(lines[at].text):
        at += 1
    return at < len(lines) and bool(lines[at].text.strip())
