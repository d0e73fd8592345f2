"""A picture's file goes in; how wide and high it is comes out, so that a page keeps its place before it has come.

Only headers are read, and of them only what tells the size: PNG (w3.org/TR/png-3), GIF89a, JPEG (ITU-T T.81) with the
turn that a camera wrote into it (Exif 2.3), WebP (RFC 9649) and SVG. A file that is none of them, or says nothing that
can be true, has no size: that is no fault of the page's.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")

Size = tuple[int, int]
"""Width and height in pixels of the screen."""

_MOST = 100_000
"""No picture is larger: what says so is broken or means harm."""

_MOST_SEGMENTS = 500
_MOST_EXIF = 65_535
_SVG_HEAD = 65_536


def is_picture(name: str) -> bool:
    """Say whether a file stands in a page as a picture, by its name's ending."""
    return name.lower().endswith(_ENDINGS)


def size_of(file: str) -> Size | None:
    """Give the width and the height of a picture, or nothing where its file does not tell them."""
    try:
        with Path(file).open("rb") as opened:
            head = opened.read(32)
            read = next((reader for marks, reader in _READERS if head.startswith(marks)), None)
            if read is None:
                read = _svg if file.lower().endswith(".svg") else None
            found = read(head, opened) if read else None
    except (OSError, struct.error, ValueError, OverflowError):
        return None
    return found if found and all(0 < side <= _MOST for side in found) else None


def _png(head: bytes, _: BinaryIO) -> Size | None:
    width, height = struct.unpack(">II", head[16:24])
    return (width, height) if head[12:16] == b"IHDR" else None


def _gif(head: bytes, _: BinaryIO) -> Size:
    width, height = struct.unpack("<HH", head[6:10])
    return width, height


_WEBP_HEAD = 30


def _webp(head: bytes, _: BinaryIO) -> Size | None:
    form = head[12:16] if head[8:12] == b"WEBP" and len(head) >= _WEBP_HEAD else b""
    if form == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if form == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L" and head[20:21] == b"\x2f":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


# The frames of a JPEG, by their marks: all of C0 to CF but the tables that have marks among them.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_EXIF = 0xE1
_SCAN, _END = 0xDA, 0xD9


def _jpeg(_: bytes, opened: BinaryIO) -> Size | None:
    opened.seek(2)
    turned = False
    for _segment in range(_MOST_SEGMENTS):
        mark = _mark(opened)
        if mark in (_SCAN, _END, None):
            return None
        if mark in _ALONE:
            continue
        (length,) = struct.unpack(">H", opened.read(2))
        if mark in _FRAMES:
            height, width = struct.unpack(">xHH", opened.read(5))
            return (height, width) if turned else (width, height)
        if mark == _EXIF:
            turned = _turned(opened.read(max(0, min(length - 2, _MOST_EXIF)))) or turned
        else:
            opened.seek(max(0, length - 2), 1)
    return None


def _mark(opened: BinaryIO) -> int | None:
    """Read the mark of the next segment, before which any number of bytes FF may stand."""
    if opened.read(1) != b"\xff":
        return None
    for _filling in range(_MOST_SEGMENTS):
        found = opened.read(1)
        if found != b"\xff":
            return found[0] if found else None
    return None


_ORIENTATION = 0x0112
_QUARTER_TURNS = frozenset((5, 6, 7, 8))


def _turned(exif: bytes) -> bool:
    """Say whether a camera held the picture on its side, so that browsers show it turned by a quarter."""
    order = {b"II": "<", b"MM": ">"}.get(exif[6:8])
    if not exif.startswith(b"Exif\0\0") or order is None:
        return False
    tiff = exif[6:]
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(count):
            tag, _type, _count, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * entry)
            if tag == _ORIENTATION:
                return value in _QUARTER_TURNS
    except struct.error:
        # What a camera wrote wrongly turns nothing.
        return False
    return False


_ROOT = re.compile(rb"<svg(?=[\s>])", re.IGNORECASE)
_LONGEST_TAG = 8192
_LENGTH = rb"\s%s\s*=\s*[\"']\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?:px)?\s*[\"']"
_WIDTH, _HEIGHT = re.compile(_LENGTH % b"width"), re.compile(_LENGTH % b"height")
_NUMBER = rb"[-+]?[0-9.]{1,16}(?:e[-+]?[0-9]{1,3})?"
_VIEW_BOX = re.compile(
    rb"\sviewBox\s*=\s*[\"']\s*%b[\s,]+%b[\s,]+(%b)[\s,]+(%b)\s*[\"']" % (_NUMBER, _NUMBER, _NUMBER, _NUMBER)
)


def _svg(head: bytes, opened: BinaryIO) -> Size | None:
    text = head + opened.read(_SVG_HEAD)
    root = _ROOT.search(text)
    if root is None:
        return None
    tag = text[root.start() : root.start() + _LONGEST_TAG].partition(b">")[0]
    width, height = _WIDTH.search(tag), _HEIGHT.search(tag)
    sides = (width[1], height[1]) if width and height else None
    if sides is None and (box := _VIEW_BOX.search(tag)):
        sides = (box[1], box[2])
    return (round(float(sides[0])), round(float(sides[1]))) if sides else None


_READERS: tuple[tuple[tuple[bytes, ...], Callable[[bytes, BinaryIO], Size | None]], ...] = (
    ((b"\x89PNG\r\n\x1a\n",), _png),
    ((b"\xff\xd8\xff",), _jpeg),
    ((b"GIF87a", b"GIF89a"), _gif),
    ((b"RIFF",), _webp),
)
