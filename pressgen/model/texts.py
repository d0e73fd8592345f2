"""The parts of a text: sections of blocks, and the places in each block that depend on where it is shown.

A block is written once, by `text`, and shown on a page of its own, beside other languages, in feeds and as data. What
differs between them is a hole: an address, an id, a run of words, the size of a picture. `text.filling` fills them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pressgen.model.frozen import Value

BlockKind = Literal[
    "heading", "paragraph", "list", "table", "quote", "definitions", "figure", "end-mark", "notes", "html"
]


class TextRun(NamedTuple):
    """Words between two tags, as HTML without tags."""

    html: str


class IdHole(NamedTuple):
    """An element's id, which ends in a language where several texts stand on one page."""

    id: str


class AnchorHole(NamedTuple):
    """The id of a paragraph or item that readers may link to.

    `after` are the attributes behind the id. `number` is what is printed before the words (`7`), with the number that
    it stands under (`4 (a)`); without one, `is_item` tells an item from a paragraph.
    """

    id: str
    after: str
    number: str
    is_item: bool


class LinkHole(NamedTuple):
    """The beginning of a link whose address depends on the page; its end is a `LinkEnd`, and no link stands in it.

    It leads to a reference of the body, or else to the place `fragment` in the same text. `before` and `after` are its
    other attributes. A link from a note back to the text has the note's label as `note`.
    """

    reference: int | None
    fragment: str
    before: str
    after: str
    note: str = ""


class LinkEnd(NamedTuple):
    """The end of a link that began with a `LinkHole`."""


class PictureHole(NamedTuple):
    """A picture: the number of its reference, which tells address and size, and its other attributes."""

    reference: int
    before: str
    after: str


class CreditHole(NamedTuple):
    """The place for the credit of a picture: at the end of its figure's caption, or of the figure where it has none."""

    reference: int
    has_caption: bool


class AlignmentHole(NamedTuple):
    """How a table's cell is aligned: `start`, `centre` or `end`."""

    side: str


Hole = TextRun | IdHole | AnchorHole | LinkHole | LinkEnd | PictureHole | CreditHole | AlignmentHole
Piece = str | Hole
"""A part of a block: tags as HTML, or a hole among them."""


class Block(NamedTuple):
    """One block of a text: its pieces, which make its HTML, and the same as plain text.

    `anchor` is its id within the page; a list's items have ids of their own. `level` is a heading's, else 0. The
    pieces come from the reader alone, which sanitises them.
    """

    kind: BlockKind
    anchor: str
    pieces: tuple[Piece, ...]
    text: str
    level: int = 0


class Reference(Value):
    """A link or picture in a text that points to another file of the project, as its author wrote it.

    The text gives the first two; the loader, which knows the other files, says what it leads to: an edition
    (`release` and `language`), a file of this or another release's folder (`release` and `file`), or a page of
    `docs/` (`page`, its path there), with the `fragment` behind the `#`. Of a picture it tells the size in pixels too,
    0 where the file does not tell its own.
    """

    target: str
    picture: bool
    release: str = ""
    language: str = ""
    file: str = ""
    page: str = ""
    fragment: str = ""
    width: int = 0
    height: int = 0


class Section(NamedTuple):
    """A heading with the blocks up to the next heading; the first section may have no heading."""

    heading: Block | None = None
    blocks: tuple[Block, ...] = ()
