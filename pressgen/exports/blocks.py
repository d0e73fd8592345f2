"""The blocks of a text as data: plain text, with the links, pictures, table rows and anchors within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from pressgen.exports.shapes import AnchorShape, BlockShape, LinkShape, PictureShape
from pressgen.model import AnchorHole, Block, IdHole, LinkHole, PictureHole
from pressgen.text.filling import Filling, fill
from pressgen.text.plain import text_of

_BACK = "footnote-back"
"""The class of the link that leads from a note back to the text, and says nothing itself."""


def block_data(block: Block, filling: Filling) -> BlockShape:
    """Return a block of a text as data, with the complete addresses that `filling` has for its links."""
    shape = BlockShape(kind=block.kind, anchor=block.anchor, text=block.text, level=block.level or None)
    if not _holds_more(block):
        return shape
    html, within = fill(block, filling), _Within()
    within.feed(html)
    within.close()
    more = {
        "anchors": tuple(one for one in _anchors(html) if one.anchor != block.anchor),
        "links": tuple(within.links),
        "pictures": tuple(within.pictures),
        "rows": tuple(within.rows),
    }
    return shape.model_copy(update={name: values for name, values in more.items() if values})


def _holds_more(block: Block) -> bool:
    """True if a block may hold more than words: a link, a picture, a table, an anchor besides its own."""
    holes = [piece for piece in block.pieces if isinstance(piece, AnchorHole | IdHole | LinkHole | PictureHole)]
    tags = "".join(piece for piece in block.pieces if isinstance(piece, str))
    return (
        len(holes) > 1
        or any(isinstance(hole, LinkHole | PictureHole) for hole in holes)
        or "<a" in tags
        or (block.kind == "table")
    )


# The mark of a note has an id as well, and is left out of the plain text.
_WITH_ID = re.compile(r'<(?!sup)(?:[^<>"]|"[^"]*")*\sid="([^"]+)"(?:[^<>"]|"[^"]*")*>')
_HERE = "\x02"
"""Stands behind a tag that has an id; no text of a site holds a control character."""


def _anchors(html: str) -> Iterator[AnchorShape]:
    """List the ids within a block's HTML, each with the line of its plain text that begins there."""
    ids = iter(_WITH_ID.findall(html))
    line = 0
    for text in text_of(_WITH_ID.sub(lambda tag: tag[0] + _HERE, html)).split("\n"):
        for _ in range(text.count(_HERE)):
            yield AnchorShape(anchor=unescape(next(ids)), line=line)
        line += bool(text.replace(_HERE, "").strip(" "))


class _Within(HTMLParser):
    """What stands in the HTML of a block, which the sanitiser wrote: every element is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[LinkShape] = []
        self.pictures: list[PictureShape] = []
        self.rows: list[tuple[str, ...]] = []
        self._address = ""
        self._words: list[str] = []
        self._cells: list[str] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        if tag == "a" and _BACK not in of.get("class", ""):
            self._address, self._words = of.get("href", ""), []
        elif tag == "img":
            size = {side: int(of[side]) for side in ("width", "height") if of.get(side, "").isdigit()}
            self.pictures.append(PictureShape(url=of.get("src", ""), alt=of.get("alt", ""), **size))
        elif tag == "tr":
            self._cells = []
        elif tag in {"td", "th"}:
            self._cell = []
        elif tag == "br":
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self.links.append(LinkShape(text=_line(self._words), url=self._address))
            self._address = ""
        elif tag in {"td", "th"} and self._cell is not None:
            self._cells.append(_line(self._cell))
            self._cell = None
        elif tag == "tr":
            self.rows.append(tuple(self._cells))


def _line(words: list[str]) -> str:
    return " ".join("".join(words).split(" "))
