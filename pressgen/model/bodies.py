"""The text of an edition, known by its digest: its blocks are packed until something asks for them.

An archive's texts take a hundred times the room of all else that is known of it, and most of a build needs none of
them. So a body holds what its text points to, and the digest of both; the text itself is packed, in the body or in a
store, and unpacked when its sections are asked for.
"""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from threading import Lock
from typing import Any, NoReturn, Protocol

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from pressgen.model.texts import (
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
    Reference,
    Section,
    TextRun,
)

_SIZE = 32
_HOLES: tuple[type[Any], ...] = (IdHole, AnchorHole, LinkHole, LinkEnd, PictureHole, CreditHole, AlignmentHole)
"""Each hole is written with its number here; runs of words, which are the most, have none."""
_NUMBERS = {hole: number for number, hole in enumerate(_HOLES)}
_COMPRESSION = 1
_MOST_UNPACKED = 64
"""How many texts stay unpacked: as many as neighbouring pages, feeds and data ask for again."""


class Texts(Protocol):
    """A store of packed texts."""

    def text(self, digest: bytes) -> bytes:
        """Return the packed text with this digest, in whatever process it is asked for."""


class Body:
    """The text of an edition, in sections, with what it points to.

    `digest` is that of the text and its references: bodies are equal if theirs are. `text_digest` is that of the text
    alone. A body is pickled with its text, so that another machine can read it.
    """

    __slots__ = ("_packed", "_texts", "digest", "references", "text_digest")

    digest: bytes
    text_digest: bytes
    references: tuple[Reference, ...]
    _packed: bytes
    _texts: Texts | None

    def __init__(self, sections: Sequence[Section] = (), references: Sequence[Reference] = ()) -> None:
        sections = tuple(sections)
        written = _written(sections)
        _fill(self, _digest(written), references, zlib.compress(written, _COMPRESSION))
        _unpacked.keep(self.text_digest, sections)

    @classmethod
    def packed(cls, text_digest: bytes, references: Sequence[Reference], packed: bytes) -> Body:
        """Return the body of a text that is packed already."""
        body = cls.__new__(cls)
        _fill(body, text_digest, references, packed)
        return body

    @classmethod
    def stored(cls, text_digest: bytes, references: Sequence[Reference], texts: Texts) -> Body:
        """Return the body of a text that is fetched from a store when something asks for it."""
        body = cls.__new__(cls)
        _fill(body, text_digest, references, b"", texts)
        return body

    def with_references(self, references: Sequence[Reference]) -> Body:
        """Return the same text with other references, as many as it has."""
        body = Body.__new__(Body)
        _fill(body, self.text_digest, references, self._packed, self._texts)
        return body

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the text."""
        sections = _unpacked.find(self.text_digest)
        if sections is None:
            sections = _read(zlib.decompress(self.pack()))
            _unpacked.keep(self.text_digest, sections)
        return sections

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block in the order of reading, headings among them."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            yield from section.blocks

    def pack(self) -> bytes:
        """Return the text as a store keeps it."""
        return self._texts.text(self.text_digest) if self._texts else self._packed

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = "a body cannot be changed"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Body {self.digest.hex()[:12]}>"

    def __copy__(self) -> Body:
        return self

    def __deepcopy__(self, _: object) -> Body:
        return self

    def __reduce__(self) -> tuple[Any, tuple[bytes, tuple[Reference, ...], bytes]]:
        return Body.packed, (self.text_digest, self.references, self.pack())

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        # In the digest of a release its texts stand for themselves by theirs.
        return core_schema.is_instance_schema(
            cls, serialization=core_schema.plain_serializer_function_ser_schema(_hex_digest)
        )


def _fill(
    body: Body, text_digest: bytes, references: Sequence[Reference], packed: bytes, texts: Texts | None = None
) -> None:
    """Set what a new body holds."""
    written = json.dumps([reference.__dict__ for reference in references]).encode() if references else b""
    for name, value in (
        ("text_digest", text_digest),
        ("references", tuple(references)),
        ("digest", _digest(text_digest + written)),
        ("_packed", packed),
        ("_texts", texts),
    ):
        object.__setattr__(body, name, value)


def _hex_digest(body: Body) -> str:
    return body.digest.hex()


def _digest(written: bytes) -> bytes:
    return blake2b(written, digest_size=_SIZE).digest()


class _Unpacked:
    """The texts that were unpacked last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, tuple[Section, ...]] = OrderedDict()
        self._lock = Lock()

    def find(self, digest: bytes) -> tuple[Section, ...] | None:
        with self._lock:
            if digest in self._kept:
                self._kept.move_to_end(digest)
            return self._kept.get(digest)

    def keep(self, digest: bytes, sections: tuple[Section, ...]) -> None:
        with self._lock:
            self._kept[digest] = sections
            if len(self._kept) > _MOST_UNPACKED:
                self._kept.popitem(last=False)


_unpacked = _Unpacked()


def _written(sections: Sequence[Section]) -> bytes:
    """Write sections as JSON, always in the same way: its digest is that of the text."""
    document = [
        [section.heading and _block_written(section.heading), [_block_written(block) for block in section.blocks]]
        for section in sections
    ]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _block_written(block: Block) -> list[object]:
    pieces = [
        piece if type(piece) is str else piece if type(piece) is TextRun else (_NUMBERS[type(piece)], *piece)
        for piece in block.pieces
    ]
    return [block.kind, block.anchor, pieces, block.text, block.level]


def _read(written: bytes) -> tuple[Section, ...]:
    return tuple(
        Section(heading and _block(*heading), tuple([_block(*block) for block in blocks]))
        for heading, blocks in json.loads(written.decode("utf-8", "surrogatepass"))
    )


_new_run: Callable[[list[str]], TextRun] = partial(tuple.__new__, TextRun)
"""A run of words of a list with its HTML: the constructor of a named tuple takes three times as long."""


def _block(kind: BlockKind, anchor: str, written: list[Any], text: str, level: int) -> Block:
    # Every page waits for this: a call of its own for each piece would take as long as all else.
    pieces: list[Piece] = [
        piece if type(piece) is str else _new_run(piece) if type(piece[0]) is str else _HOLES[piece[0]](*piece[1:])
        for piece in written
    ]
    return Block(kind, anchor, tuple(pieces), text, level)
