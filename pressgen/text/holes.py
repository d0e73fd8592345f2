"""Cut the sanitised HTML of a block into pieces: tags, words, and holes for what depends on the page.

This happens once, as the last step of reading. The HTML comes from the sanitiser, so that its tags have one form:
names in small letters and every attribute's value between double quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from pressgen.model import (
    AlignmentHole,
    AnchorHole,
    Block,
    BlockKind,
    CreditHole,
    IdHole,
    LinkEnd,
    LinkHole,
    PictureHole,
    Piece,
    TextRun,
)

REFERENCE = "pressgen:"
"""The scheme of addresses that stand for a reference of the body, by its number: `pressgen:0`."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*/?>")
_ID = re.compile(r'\sid="([^"]+)"')
_HREF = re.compile(rf'\shref="(?:{REFERENCE}(?P<number>[0-9]+)|#(?P<fragment>[^"]*))"')
_SRC = re.compile(rf'\ssrc="{REFERENCE}([0-9]+)"')
_ALIGNED = re.compile(r'\sclass="align-(start|centre|end)"')
_PRINTED = re.compile(r"para-([^-]+)")
_NOTE = re.compile(r"fn-(.*)")
_HAVE_ANCHORS = frozenset({"paragraph", "list"})
"""The kinds of blocks whose paragraphs and items have anchors of their own."""


def pieces_of(html: str, kind: BlockKind) -> tuple[Piece, ...]:
    """Cut the HTML of a block of this kind into pieces."""
    return _Cutting(kind).pieces(html)


def ids_in(blocks: Iterable[Block]) -> frozenset[str]:
    """Collect every place in a text that a link may lead to: its blocks and what has an id within them."""
    within = (piece.id for block in blocks for piece in block.pieces if isinstance(piece, IdHole | AnchorHole))
    return frozenset((*within, *(block.anchor for block in blocks)))


def picture_numbers(block: Block) -> Sequence[int]:
    """Return the numbers of the references whose pictures a block shows."""
    return [piece.reference for piece in block.pieces if isinstance(piece, PictureHole)]


class _Cutting:
    """One block as it is cut: its pieces so far, and which elements are open around the next."""

    def __init__(self, kind: BlockKind) -> None:
        self.kind = kind
        self.parts: list[Piece] = []
        self.is_link_open = False
        self.numbers: list[str] = []
        """The printed numbers of the items that are open."""
        self.note = ""
        self.picture: int | None = None

    def pieces(self, html: str) -> tuple[Piece, ...]:
        """Cut the whole HTML."""
        done = 0
        for tag in _TAG.finditer(html):
            if tag.start() > done:
                self._add(TextRun(html[done : tag.start()]))
            done = tag.end()
            if tag["end"]:
                self._end(tag)
            else:
                self._begin(tag)
        if done < len(html):
            self._add(TextRun(html[done:]))
        return tuple(self.parts)

    def _add(self, *pieces: Piece) -> None:
        """Add pieces; tags that follow each other become one piece."""
        for piece in pieces:
            last = self.parts[-1] if self.parts else None
            if isinstance(piece, str) and isinstance(last, str):
                self.parts[-1] = last + piece
            elif piece != "":
                self.parts.append(piece)

    def _end(self, tag: re.Match[str]) -> None:
        name = tag["name"]
        if name == "a" and self.is_link_open:
            self.is_link_open = False
            self._add(LinkEnd())
            return
        if name == "li" and self.numbers:
            self.numbers.pop()
        if name in {"figcaption", "figure"} and self.kind == "figure" and self.picture is not None:
            self._add(CreditHole(self.picture, has_caption=name == "figcaption"))
            self.picture = None
        self._add(tag[0])

    def _begin(self, tag: re.Match[str]) -> None:
        name, attributes = tag["name"], tag["attributes"]
        if name == "li" and not attributes:
            self.numbers.append("")
        if not attributes:
            self._add(tag[0])
        elif name == "a" and (href := _HREF.search(attributes)):
            self._link(href, attributes)
        elif name == "img" and (source := _SRC.search(attributes)):
            self.picture = int(source[1])
            before, after = attributes[: source.start()], attributes[source.end() :]
            self._add(PictureHole(self.picture, before, after))
        elif name in {"td", "th"} and (aligned := _ALIGNED.search(attributes)):
            before, after = attributes[: aligned.start()], attributes[aligned.end() :]
            self._add(f"<{name}{before}", AlignmentHole(aligned[1]), f"{after}>")
        elif own := _ID.search(attributes):
            self._element(name, own, attributes)
        else:
            if name == "li":
                self.numbers.append("")
            self._add(tag[0])

    def _link(self, href: re.Match[str], attributes: str) -> None:
        before, after = attributes[: href.start()], attributes[href.end() :]
        number = None if href["number"] is None else int(href["number"])
        note = self.note if 'class="footnote-back"' in before else ""
        self.is_link_open = True
        self._add(LinkHole(number, href["fragment"] or "", before, after, note))

    def _element(self, name: str, own: re.Match[str], attributes: str) -> None:
        """Add the beginning of an element that has an id."""
        before, after = attributes[: own.start()], attributes[own.end() :]
        if self.kind in _HAVE_ANCHORS and name in {"p", "li"}:
            number = self._number(own[1])
            if name == "li":
                self.numbers.append(number)
            self._add(f"<{name}{before}", AnchorHole(own[1], after, number, is_item=name == "li"))
            return
        if note := _NOTE.match(own[1]) if self.kind == "notes" and name == "li" else None:
            self.note = unescape(note[1])
        self._add(f"<{name}{before}", IdHole(own[1]), f"{after}>")

    def _number(self, id_: str) -> str:
        """Return the number in an id, with the one that it stands under: `4 (a)`; `1.1` has it already."""
        printed = _PRINTED.match(unescape(id_))
        if printed is None:
            return ""
        under = next((number for number in reversed(self.numbers) if number), "")
        return printed[1] if not under or printed[1].startswith(f"{under}.") else f"{under} ({printed[1]})"
