"""Read lists: printed numbers and bullets stay text, and Markdown's own bullets become bullets.

A printed number is never recounted. It is text before the words of its item, and the item's id is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from pressgen.text.block_reader import BlockReader
from pressgen.text.inline import Html, Plain
from pressgen.text.marks import DASHES, Mark, Style, ascii_number, heading_of, indent_of, is_end_mark, list_mark
from pressgen.text.reading import Printed, SourceLine, Spot

# The further lines of an item are indented by at least this much more than its mark.
INDENT = 2


class _Item(NamedTuple):
    """An item while it is read. `loose`: blank lines separate its blocks, or it from its neighbours."""

    mark: Mark
    lines: list[SourceLine]
    loose: bool


def is_list_start(lines: Sequence[SourceLine], at: int, mark: Mark, language: str) -> bool:
    """True if a line with this mark begins a list.

    A dash also begins a speech in a dialogue: only several in a row are a list.
    """
    if is_end_mark(lines[at].text):
        return False
    if mark.style is Style.PRINTED and mark.text in DASHES:
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        second = list_mark(following, language)
        return second is not None and second.text == mark.text
    return len(lines[at].text) > mark.width or (at + 1 < len(lines) and bool(lines[at + 1].text.strip()))


def collect_item(
    lines: Sequence[SourceLine], at: int, indent: int, inner: list[SourceLine], ends: Callable[[str], bool]
) -> tuple[int, bool]:
    """Collect the further lines of an item into `inner`; return the line behind them, and if blank lines part them."""
    loose = False
    while at < len(lines):
        line = lines[at]
        text = line.text
        if not text.strip():
            following = at
            while following < len(lines) and not lines[following].text.strip():
                following += 1
            if following >= len(lines) or indent_of(lines[following].text) < indent:
                break
            inner.append(SourceLine("", line.number, line.column))
            at, loose = following, True
            continue
        if indent_of(text) >= indent:
            inner.append(SourceLine(text[indent:], line.number, line.column + indent))
        elif ends(text) or heading_of(text) or not inner[-1].text.strip():
            break
        else:
            inner.append(SourceLine(text, line.number, line.column, lazy=True))
        at += 1
    return at, loose


def read_list(parser: BlockReader, parent: Element, lines: Sequence[SourceLine], at: int, depth: int) -> int:
    """Read a list into `parent`, and return the line behind it."""
    language = parser.reading.language
    first = list_mark(lines[at].text, language)
    if first is None:
        return at + 1
    items: list[_Item] = []
    loose = False
    while at < len(lines):
        mark = list_mark(lines[at].text, language)
        if mark is None or mark.style is not first.style or mark.indent >= first.indent + INDENT:
            break
        if is_end_mark(lines[at].text):
            break
        line = lines[at]
        inner = [_first(line, mark, lines[at + 1].text if at + 1 < len(lines) else "", language)]

        def ends(text: str) -> bool:
            other = list_mark(text, language)
            return is_end_mark(text) or (other is not None and other.style is first.style)

        at, parted = collect_item(lines, at + 1, mark.indent + INDENT, inner, ends)
        items.append(_Item(mark, inner, parted))
        following = at
        while following < len(lines) and not lines[following].text.strip():
            following += 1
        if following > at and following < len(lines) and _goes_on(first, list_mark(lines[following].text, language)):
            at, loose = following, True
    _write(parser, parent, [item._replace(loose=loose or item.loose) for item in items], depth)
    return at


def _first(line: SourceLine, mark: Mark, following: str, language: str) -> SourceLine:
    """Return the text behind the mark of an item; a hyphen there is printed, unless it begins several bullets."""
    text = line.text[mark.width :]
    inner, other = list_mark(text, language), list_mark(following, language)
    bullet = inner is not None and inner.style is Style.BULLET
    several = other is not None and other.style is Style.BULLET and other.indent > mark.indent
    printed = mark.style is Style.NUMBER and bullet and not several
    return SourceLine(text, line.number, line.column + mark.width, lazy=printed)


def _goes_on(first: Mark, other: Mark | None) -> bool:
    """True if a list continues with this mark after a blank line.

    Bullets do. Printed numbers are paragraphs of the document itself, and so are speeches behind dashes.
    """
    if other is None or other.style is not first.style or other.indent >= first.indent + INDENT:
        return False
    return first.style is Style.BULLET or (first.style is Style.PRINTED and first.text == other.text not in DASHES)


def _write(parser: BlockReader, parent: Element, items: Sequence[_Item], depth: int) -> None:
    style = items[0].mark.style
    # A single star before a paragraph is a note's (`* Provisional translation`), not a list of one.
    printed = style is not Style.BULLET or (len(items) == 1 and items[0].mark.text == "*" and parent is parser.root)
    element = parser.piece("ol" if style is Style.NUMBER else "ul", "list", parent)
    if printed:
        element.set("class", "printed")
    for mark, inner, loose in items:
        item = SubElement(element, "li")
        if style is Style.NUMBER:
            if not parser.reading.quoting:
                spot = Spot(inner[0].number, inner[0].column - mark.width + mark.indent)
                parser.reading.printed.append(Printed(mark.text, depth, spot))
            item.set("id", parser.anchors.number(ascii_number(mark.text)))
        else:
            item.set("id", parser.anchors.next("p"))
        parser.parse(item, inner, depth + 1, item=True)
        _put_text(item, _printed(mark, inner) if printed else "", loose=loose)


def _printed(mark: Mark, inner: Sequence[SourceLine]) -> str:
    """Write a mark as it is printed, with an unusual space behind it as it is, and none where there is none."""
    gap = mark.gap if mark.gap.strip(" \t") else " "
    if not mark.gap and inner[0].text:
        gap = ""
    return f'<span class="mark">{escape(mark.text, quote=False)}</span>{gap}'


def _put_text(item: Element, before: str, *, loose: bool) -> None:
    """Put the mark before an item's text; a single paragraph without blank lines is the text of the item itself."""
    first = item[0] if len(item) else None
    if first is None or first.tag != "p" or first.get("class"):
        item.text = Html(before)
        return
    # A mark is no markup either.
    text = (Plain if type(first.text) is Plain else Html)(before + (first.text or ""))
    if loose:
        first.text = text
        return
    item.text = text
    for name in ("lang", "dir"):
        if value := first.get(name):
            item.set(name, value)
    item.remove(first)
