"""Read tables: cells between bars, with a row of dashes under the first row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from pressgen.text.block_reader import BlockReader
from pressgen.text.inline import Html
from pressgen.text.joining import join_lines
from pressgen.text.reading import SourceLine

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?>(?:\|[ \t]*:?-+:?[ \t]*)*)\|?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")
_SIDES = {(True, True): "centre", (False, True): "end", (True, False): "start", (False, False): ""}


def is_table_start(lines: Sequence[SourceLine], at: int) -> bool:
    """True if a table begins here: a row with a bar, and under it one of dashes with as many cells."""
    if at + 1 >= len(lines):
        return False
    head, rule = lines[at].text, lines[at + 1].text
    return (
        "|" in head and "|" in rule and bool(_RULE.match(rule)) and len(_cells(lines[at])) == len(_cells(lines[at + 1]))
    )


def read_table(parser: BlockReader, parent: Element, lines: Sequence[SourceLine], at: int) -> int:
    """Read a table into `parent`, and return the line behind it. A row longer than the first keeps all its cells."""
    rows = [_cells(lines[at])]
    sides = [_SIDES[cell.text.startswith(":"), cell.text.endswith(":")] for cell in _cells(lines[at + 1])]
    end = at + 2
    while end < len(lines) and "|" in lines[end].text and lines[end].text.strip():
        rows.append(_cells(lines[end]))
        end += 1
    element = parser.piece("table", "table", parent)
    if parent is parser.root:
        element.set("id", parser.anchors.next("table-"))
    columns = max(map(len, rows))
    sides += [""] * (columns - len(sides))
    if any(cell.text for cell in rows[0]):
        _row(parser, SubElement(element, "thead"), rows[0], sides, "th")
    if len(rows) > 1:
        body = SubElement(element, "tbody")
        for row in rows[1:]:
            _row(parser, body, row, sides, "td")
    return end


def _row(parser: BlockReader, parent: Element, cells: Sequence[SourceLine], sides: Sequence[str], tag: str) -> None:
    row = SubElement(parent, "tr")
    for at, side in enumerate(sides):
        cell = SubElement(row, tag)
        if tag == "th":
            cell.set("scope", "col")
        if side:
            cell.set("class", f"align-{side}")
        if at < len(cells):
            cell.text = _words(parser, cells[at])


def _words(parser: BlockReader, cell: SourceLine) -> Html:
    """Write the HTML of a cell. An element in it marks a foreign text, so that the cell stands as its column does."""
    holder = Element("span")
    html = parser.words(holder, join_lines([cell]))
    if not holder.attrib:
        return html
    attributes = "".join(f' {name}="{value}"' for name, value in holder.items())
    return Html(f"<span{attributes}>{html}</span>")


def _cells(line: SourceLine) -> list[SourceLine]:
    """Split a row into cells, each with its place; a bar behind a backslash is text."""
    bars = [bar.start() for bar in _BAR.finditer(line.text)]
    edges = [-1, *bars, len(line.text)]
    cells = []
    for before, after in pairwise(edges):
        words = line.text[before + 1 : after]
        indent = len(words) - len(words.lstrip(" \t"))
        cells.append(SourceLine(words.strip(" \t"), line.number, line.column + before + 1 + indent))
    if bars and not cells[0].text:
        del cells[0]
    if bars and cells and not cells[-1].text and line.text.rstrip().endswith("|"):
        del cells[-1]
    return cells
