"""The text of an edition: sections of blocks, each as a page shows it and as plain text, with what it points to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pressgen.model.words import Value

BlockKind = Literal[
    "heading", "paragraph", "list", "table", "quote", "definitions", "figure", "end-mark", "notes", "html"
]


class Block(Value):
    """One block of a text: what a page shows of it, and the same as plain text.

    `html` is sanitised; in it, a link or picture whose address depends on the site is written
    `pressgen:N`, N being the index of its entry in the body's `references`. `anchor` is its id within the
    page; a list's items have ids of their own in `html`. `level` is a heading's, else 0.
    """

    kind: BlockKind
    anchor: str
    html: str
    text: str
    level: int = 0


class Reference(Value):
    """A link or picture in a text that points to another file of the project, as its author wrote it.

    The text gives the first four; the loader, which knows the other files, says what it leads to: an edition
    (`release` and `language`), a file of this or another release's folder (`release` and `file`), or a page of
    `docs/` (`page`, its path there), with the `fragment` behind the `#`.
    """

    target: str
    picture: bool
    line: int
    column: int
    release: str = ""
    language: str = ""
    file: str = ""
    page: str = ""
    fragment: str = ""


class Section(Value):
    """A heading with the blocks up to the next heading; the first section may have no heading."""

    heading: Block | None = None
    blocks: tuple[Block, ...] = ()


class Body(Value):
    """The text of an edition, in sections, with what it points to."""

    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block in the order of reading, headings among them."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            yield from section.blocks
