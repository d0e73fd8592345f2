"""Blocks of texts for tests: made of HTML, as the reader makes them, and written as HTML again."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.model import Block, BlockKind, Reference
from pressgen.text.filling import Filling, fill
from pressgen.text.holes import REFERENCE, pieces_of


def block_of(html: str, *, kind: BlockKind = "paragraph", anchor: str = "", text: str = "", level: int = 0) -> Block:
    """Build a block whose HTML has `pressgen:N` as the address of its reference N."""
    return Block(kind=kind, anchor=anchor, pieces=pieces_of(html, kind), text=text, level=level)


def html_of_block(block: Block, references: tuple[Reference, ...] = ()) -> str:
    """Write a block with `pressgen:N` in the place of the address of its reference N."""
    return fill(block, Filling([f"{REFERENCE}{number}" for number in range(1000)], references))


def html_of_blocks(blocks: Iterable[Block], references: tuple[Reference, ...] = (), between: str = "\n") -> str:
    """Write blocks likewise, each on a line of its own."""
    return between.join(html_of_block(block, references) for block in blocks)
