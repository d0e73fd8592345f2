"""Read blocks that an author wrote as HTML.

An element whose tags stand alone on their lines may hold Markdown: a passage in another language is marked so (`<div
lang="ar" dir="rtl">`). Other HTML is read as it is written, as far as it may be published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from pressgen.text import failed_lines
from pressgen.text.block_reader import BlockElement, BlockReader
from pressgen.text.inline import Html
from pressgen.text.reading import SourceLine
from pressgen.text.safety import BLOCKS, TAG, Tags

_NAME = re.compile(r" *<([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)")
_HOLDS_MARKDOWN = frozenset({"div", "blockquote", "section"})
_PARAGRAPH = re.compile(r"\s*<p(\s[^<>]*)?>(.*)</p>\s*$", re.DOTALL | re.IGNORECASE)


def read_html_block(parser: BlockReader, parent: Element, lines: Sequence[SourceLine], at: int, depth: int) -> int:
    """Read a block of HTML into `parent`, and return the line behind it; `at` if there is none."""
    match = _NAME.match(lines[at].text)
    name = match[1].lower() if match else ""
    if name not in BLOCKS:
        return at
    last = _ends_of(parser, lines, name).get(at)
    if last is None:
        last = at
        while last + 1 < len(lines) and lines[last + 1].text.strip():
            last += 1
    taken = lines[at : last + 1]
    if name in _HOLDS_MARKDOWN and _container(parser, parent, taken, name, depth):
        return last + 1
    failed_lines.report_html(parser.reading, taken, name)
    element = parser.piece("div", "html", parent)
    element.text = parser.inline.raw(taken)
    if parent is parser.root:
        if (element.text or "").startswith("<p") and _is_paragraph(element):
            element.set("id", parser.anchors.next("p"))
        else:
            element.set("id", parser.anchors.next("html-"))
    return last + 1


def _is_paragraph(element: BlockElement) -> bool:
    """Turn a block that is one paragraph into a paragraph of the text, and return whether it was one."""
    match = _PARAGRAPH.match(element.text or "")
    if match is None or re.search(r"<(?:/?p|div|table|ul|ol|dl|blockquote|figure|hr|section)\b", match[2]):
        return False
    for name, value in re.findall(r'([a-z]+)="([^"]*)"', match[1] or ""):
        element.set(name, value)
    element.tag = "p"
    element.text = Html(match[2])
    element.kind = "paragraph"
    return True


def _container(parser: BlockReader, parent: Element, lines: Sequence[SourceLine], name: str, depth: int) -> bool:
    """Read an element that holds Markdown, if its tags stand alone on their lines."""
    first, last = lines[0], lines[-1]
    opening = TAG.match(first.text.strip())
    if opening is None or opening["rest"].endswith("/") or opening.end() != len(first.text.strip()) or len(lines) == 1:
        return False
    if last.text.strip().lower() != f"</{name}>":
        return False
    passage_tags = Tags(parser.reading, [], lambda _: parser.spot(first))
    attributes = passage_tags.attributes_of(name, opening["rest"], parser.spot(first))
    element = parser.piece(name, "quote" if name == "blockquote" else "html", parent)
    for key, value in attributes.items():
        element.set(key, value)
    if parent is parser.root:
        element.set("id", parser.anchors.next("quote-" if name == "blockquote" else "html-"))
    with parser.reading.unmarked(when="lang" in attributes):
        parser.parse(element, lines[1:-1], depth + 1)
    return True


def _ends_of(parser: BlockReader, lines: Sequence[SourceLine], name: str) -> dict[int, int]:
    """Map each line on which an element of this name begins to the line on which it ends; kept for each list."""
    kept = parser.ends.get((id(lines), name))
    if kept is None or kept[0] is not lines:
        kept = parser.ends[id(lines), name] = (lines, _ends_by_line(lines, name))
    return kept[1]


def _ends_by_line(lines: Sequence[SourceLine], name: str) -> dict[int, int]:
    """Map each line on which an element of this name begins to the line on which the outermost of them ends."""
    tag = re.compile(rf"<(/?){name}(?=[\s/>]|$)", re.IGNORECASE)
    opened: list[int] = []
    ends: dict[int, int] = {}
    for at, line in enumerate(lines):
        for match in tag.finditer(line.text):
            if not match[1]:
                opened.append(at)
            elif opened:
                ends[opened.pop()] = at
    return ends
