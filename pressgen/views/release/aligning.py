"""Align the texts of several editions in rows of blocks that belong together.

Every block of every edition is in exactly one row, in the order of its text. If the editions have the same paragraphs,
paragraph stands beside paragraph; else paragraphs with the same printed number, with what follows them; else sections.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pressgen.model import Block, Body

Blocks = tuple[Block, ...]


class By(IntEnum):
    """What rows are aligned by, the finest first."""

    PARAGRAPH = 0
    NUMBER = 1
    SECTION = 2


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Blocks that stand beside each other, for each edition; empty for an edition that has nothing there."""

    cells: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The aligned texts of a release.

    `parts` are the rows of each part of the text, and `by` is what the coarsest of them are aligned by. `closing` are
    the rows of what ends the texts, `notes` those of their notes.
    """

    parts: tuple[tuple[AlignedRow, ...], ...]
    by: By
    closing: tuple[AlignedRow, ...]
    notes: tuple[AlignedRow, ...]


_NUMBERED = re.compile(r"para-\d+(?:-\d+)?\Z")
_DEEPEST = 6


def aligned(bodies: Sequence[Body], signed: Sequence[Block | None]) -> Aligned:
    """Align the texts of several editions; `signed` is, for each, the block that signs it, if one does."""
    texts, closings, notes = [], [], []
    for body, signature in zip(bodies, signed, strict=True):
        blocks = [block for block in body.blocks if block.kind != "notes"]
        end = len(blocks)
        while end > 1 and (blocks[end - 1] is signature or blocks[end - 1].kind == "end-mark"):
            end -= 1
        texts.append(tuple(blocks[:end]))
        closings.append(tuple(blocks[end:]))
        notes.append(tuple(block for block in body.blocks if block.kind == "notes"))
    parts, by = [], By.PARAGRAPH
    for part in _parts(texts):
        rows, rows_by = _rows(part)
        parts.append(rows)
        by = max(by, rows_by)
    return Aligned(tuple(parts), by, _row(closings), _row(notes))


def _row(cells: Sequence[Blocks]) -> tuple[AlignedRow, ...]:
    return (AlignedRow(tuple(cells)),) if any(cells) else ()


def _parts(texts: Sequence[Blocks]) -> Iterator[tuple[Blocks, ...]]:
    """Split the texts at the headings that they share: at all of them, or else at those down to a shared level."""
    for level in range(_DEEPEST, 0, -1):
        cut = [_cut(text, lambda block, level=level: 0 < block.level <= level) for text in texts]  # type: ignore[misc]
        shapes = {(len(pieces), bool(pieces and pieces[0] and pieces[0][0].level)) for pieces in cut}
        if len(shapes) == 1:
            yield from zip(*cut, strict=True)
            return
    yield tuple(texts)


def _cut(blocks: Blocks, begins: Callable[[Block], bool]) -> list[Blocks]:
    """Split blocks before each that begins a part; none is left out."""
    pieces: list[list[Block]] = []
    for block in blocks:
        if begins(block) or not pieces:
            pieces.append([])
        pieces[-1].append(block)
    return [tuple(piece) for piece in pieces]


def _rows(part: Sequence[Blocks]) -> tuple[tuple[AlignedRow, ...], By]:
    """Align one part: by paragraph, or else by printed number, or else as one row."""
    if _match(part):
        return tuple(
            AlignedRow(tuple((block,) for block in blocks)) for blocks in zip(*part, strict=True)
        ), By.PARAGRAPH
    shared = _shared_numbers(part)
    if shared:
        runs = [_runs(blocks, shared) for blocks in part]
        rows = [row for run in zip(*runs, strict=True) for row in _rows_of_run(run)]
        return tuple(rows), By.NUMBER
    heading = [blocks[:1] for blocks in part]
    if all(cell and cell[0].level for cell in heading):
        return (AlignedRow(tuple(heading)), *_row([blocks[1:] for blocks in part])), By.SECTION
    return _row(part), By.SECTION


def _rows_of_run(run: Sequence[Blocks]) -> tuple[AlignedRow, ...]:
    if _match(run):
        return _one_by_one(run)
    return _row(run)


def _one_by_one(part: Sequence[Blocks]) -> tuple[AlignedRow, ...]:
    return tuple(AlignedRow(tuple((block,) for block in blocks)) for blocks in zip(*part, strict=True))


def _match(part: Sequence[Blocks]) -> bool:
    """True if the blocks of all editions stand beside each other one by one."""
    if len({len(blocks) for blocks in part}) > 1:
        return False
    for blocks in zip(*part, strict=True):
        if len({block.level > 0 for block in blocks}) > 1 or len({_number(block) for block in blocks} - {""}) > 1:
            return False
    return True


def _number(block: Block) -> str:
    """Return the anchor of a block with a printed number, which is the same in every language; else nothing."""
    return block.anchor if _NUMBERED.match(block.anchor) else ""


def _shared_numbers(part: Sequence[Blocks]) -> tuple[str, ...]:
    """Return the printed numbers that all editions have, if they have them in the same order."""
    numbers = [[number for block in blocks if (number := _number(block))] for blocks in part]
    everywhere = set(numbers[0]).intersection(*numbers[1:])
    orders = {tuple(number for number in of_edition if number in everywhere) for of_edition in numbers}
    return orders.pop() if len(orders) == 1 else ()


def _runs(blocks: Blocks, shared: tuple[str, ...]) -> list[Blocks]:
    """Split blocks before each of the shared numbers; the first run stands before all of them."""
    runs: list[list[Block]] = [[]]
    for block in blocks:
        if _number(block) in shared:
            runs.append([])
        runs[-1].append(block)
    return [tuple(run) for run in runs]
