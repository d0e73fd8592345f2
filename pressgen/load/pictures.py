"""How wide and high a picture is, so that a page keeps its place before it has come.

Only headers are read, and of them only what tells the size that browsers show: PNG (w3.org/TR/png-3) and JPEG (ITU-T
T.81) with the turn that a camera wrote into it (Exif 2.3), GIF89a, WebP (RFC 9649; browsers leave it as it lies), AVIF
(ISO/IEC 23008-12) with its turn, and SVG 2. A file that is none of them, or says nothing that can be true, has no size:
that is no fault of the page's. Libraries that read sizes, imagesize among them, give them without the turn.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

Size = tuple[int, int]
"""Width and height in pixels of the screen."""

_MOST = 100_000
"""No picture is larger: what says so is broken or means harm."""

_MOST_SEGMENTS = 500
_MOST_EXIF = 65_535
_SVG_HEAD = 65_536


def size_of(file: str) -> Size | None:
    """Return the width and the height of a picture, or nothing where its file does not tell them."""
    try:
        with Path(file).open("rb") as opened:
            head = opened.read(32)
            read = next((reader for marks, reader in _READERS if head.startswith(marks)), None)
            if read is None:
                read = _avif if head[4:8] == b"ftyp" else _svg if file.lower().endswith(".svg") else None
            found = read(head, opened) if read else None
    except (OSError, struct.error, ValueError, OverflowError, IndexError):
        return None
    return found if found and all(0 < side <= _MOST for side in found) else None


def _png(head: bytes, opened: BinaryIO) -> Size | None:
    width, height = struct.unpack(">II", head[16:24])
    if head[12:16] != b"IHDR":
        return None
    opened.seek(8)
    turned = False
    for _chunk in range(_MOST_SEGMENTS):
        told = opened.read(8)
        # A note behind the picture itself comes too late for browsers.
        if len(told) < 8 or told[4:] == b"IDAT":  # noqa: PLR2004  # its length and its name
            break
        (length,) = struct.unpack(">I", told[:4])
        if told[4:] == b"eXIf":
            turned = _turned(opened.read(min(length, _MOST_EXIF)))
            length -= min(length, _MOST_EXIF)
        opened.seek(length + 4, 1)
    return (height, width) if turned else (width, height)


def _gif(head: bytes, opened: BinaryIO) -> Size | None:
    """Read the screen of a GIF, which browsers widen where its first picture does not fit into it."""
    width, height = struct.unpack("<HH", head[6:10])
    opened.seek(13 + _table(head[10]))
    for _block in range(_MOST_SEGMENTS):
        sort = opened.read(1)
        if sort == b"\x2c":
            left, top, wide, high = struct.unpack("<HHHH", opened.read(8))
            return max(width, left + wide), max(height, top + high)
        if sort != b"\x21":
            break
        opened.seek(1, 1)
        for _part in range(_MOST_SEGMENTS):
            length = opened.read(1)
            if length in (b"", b"\0"):
                break
            opened.seek(length[0], 1)
    return width, height


def _table(flags: int) -> int:
    """Return the octets of a GIF's table of colours, as its flags tell them."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


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
    turned: bool | None = None
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
            note = opened.read(max(0, min(length - 2, _MOST_EXIF)))
            # Of several such notes browsers read the first, whatever it says.
            if turned is None and note.startswith(b"Exif\0\0"):
                turned = _turned(note[6:])
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


# TIFF 6.0: the tag, a whole number of two octets, one of them. Browsers pass over an entry that says otherwise.
_ORIENTATION = (0x0112, 3, 1)
_TIFF = 42
_QUARTER_TURNS = frozenset((5, 6, 7, 8))


def _turned(tiff: bytes) -> bool:
    """Return whether a camera held the picture on its side, so that browsers show it turned by a quarter."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return False
    try:
        mark, start = struct.unpack_from(f"{order}HI", tiff, 2)
        if mark != _TIFF:
            return False
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(count):
            *told, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * entry)
            if tuple(told) == _ORIENTATION:
                return value in _QUARTER_TURNS
    except struct.error:
        # What a camera wrote wrongly turns nothing.
        return False
    return False


# ISO/IEC 14496-12: a box is its length, its name and what it holds.
_BOX_HEAD = 8
_MOST_BOXES = 500
_META_MOST = 1 << 20


def _avif(_: bytes, opened: BinaryIO) -> Size | None:
    """Read the size of a file's primary picture, and its turn, which no note of a camera's says here but a property."""
    opened.seek(0)
    for _box in range(_MOST_BOXES):
        length, name = struct.unpack(">I4s", opened.read(_BOX_HEAD))
        if name == b"meta":
            return _primary(opened.read(min(length - _BOX_HEAD, _META_MOST)))
        if length < _BOX_HEAD:
            return None
        opened.seek(length - _BOX_HEAD, 1)
    return None


def _primary(meta: bytes) -> Size | None:
    boxes = dict(_boxes(meta, 4))
    parts = dict(_boxes(boxes.get(b"iprp", b"")))
    properties = list(_boxes(parts.get(b"ipco", b"")))
    places = _associated(parts.get(b"ipma", b""), _number_of_primary(boxes.get(b"pitm", b"")))
    own = [properties[place - 1] for place in places if 0 < place <= len(properties)]
    sizes = [struct.unpack_from(">II", content, 4) for name, content in own if name == b"ispe"]
    # Of one that is cut to a part of itself this says nothing: no size is better than a wrong one.
    if not sizes or any(name == b"clap" for name, _ in own):
        return None
    width, height = sizes[0]
    return (height, width) if any(content[0] & 1 for name, content in own if name == b"irot") else (width, height)


def _boxes(content: bytes, at: int = 0) -> Iterator[tuple[bytes, bytes]]:
    """List the name of each box in the content of another, and what it holds."""
    while at + _BOX_HEAD <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        if length < _BOX_HEAD:
            return
        yield name, content[at + _BOX_HEAD : at + length]
        at += length


def _number_of_primary(content: bytes) -> int:
    (number,) = struct.unpack_from(">I" if content[:1] > b"\0" else ">H", content, 4)
    return int(number)


def _associated(content: bytes, item: int) -> list[int]:
    """List the places of the properties of an item among all of them, counted from one."""
    version, wide = content[0], content[3] & 1
    (count,) = struct.unpack_from(">I", content, 4)
    at, form = 8, ">I" if version else ">H"
    for _entry in range(min(count, _MOST_BOXES)):
        (number,) = struct.unpack_from(form, content, at)
        at += struct.calcsize(form)
        own, at = content[at], at + 1
        # The highest bit of each says that it must be understood.
        places = struct.unpack_from(f">{own}{'H' if wide else 'B'}", content, at)
        at += own * (2 if wide else 1)
        if number == item:
            return [place & (0x7FFF if wide else 0x7F) for place in places]
    return []


# CSS Values and Units; a picture has no page whose letters it could be measured by, so that an em is 16 pixels.
_IN = 96.0
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "in": _IN,
    "cm": _IN / 2.54,
    "mm": _IN / 25.4,
    "q": _IN / 101.6,
    "pt": _IN / 72,
    "pc": 16.0,
}
_UNITS |= {"em": 16.0, "rem": 16.0}
_UNKNOWN = frozenset(("ex", "ch", "vw", "vh", "vmin", "vmax", "vi", "vb"))
_LENGTH = re.compile(r"\s*([-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]{1,3})?)([a-z]*|%)\s*", re.IGNORECASE)
_DEFAULT = (300.0, 150.0)
_RATIO_PARTS = 4


def _svg(head: bytes, opened: BinaryIO) -> Size | None:
    root = _root_of(head + opened.read(_SVG_HEAD))
    if root is None:
        return None
    width, height = (_length(root.get(name, "")) for name in ("width", "height"))
    box = _view_box(root)
    ratio = box[0] / box[1] if box and not root.get("preserveAspectRatio", "").strip().startswith("none") else None
    if width is None and height is None:
        width, height = box if box and ratio else _DEFAULT
    elif width is None and height is not None:
        width = height * ratio if ratio else _DEFAULT[0]
    elif height is None and width is not None:
        height = width / ratio if ratio else _DEFAULT[1]
    return (int(width + 0.5), int(height + 0.5)) if width is not None and height is not None else None


def _root_of(text: bytes) -> dict[str, str] | None:
    """Return the attributes of the element `svg` that holds all of a document; nothing where another does."""
    found: list[dict[str, str]] = []

    def begun(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes if name.rpartition(":")[2] == "svg" else {"": ""})

    parser = expat.ParserCreate()
    parser.StartElementHandler = begun
    with suppress(expat.ExpatError):  # what follows the first element is not read to its end
        parser.Parse(text, False)  # noqa: FBT003  # that is how expat has it
    return found[0] if found and "" not in found[0] else None


def _length(written: str) -> float | None:
    """Return a length in pixels; nothing where it is a share of the page's, or no length, and so as good as not there.

    Raises ValueError for one that hangs on the reader's letters or window.
    """
    found = _LENGTH.fullmatch(written)
    if found and found[2].lower() in _UNITS:
        return float(found[1]) * _UNITS[found[2].lower()]
    if found and found[2].lower() in _UNKNOWN:
        message = f"no length in pixels: {written}"
        raise ValueError(message)
    return None


def _view_box(root: Mapping[str, str]) -> tuple[float, float] | None:
    parts = [_LENGTH.fullmatch(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    numbers = [float(part[1]) for part in parts if part and not part[2]]
    if len(numbers) != _RATIO_PARTS or not all(0 < side <= _MOST for side in numbers[2:]):
        return None
    return numbers[2], numbers[3]


_READERS: tuple[tuple[tuple[bytes, ...], Callable[[bytes, BinaryIO], Size | None]], ...] = (
    ((b"\x89PNG\r\n\x1a\n",), _png),
    ((b"\xff\xd8\xff",), _jpeg),
    ((b"GIF87a", b"GIF89a"), _gif),
    ((b"RIFF",), _webp),
)
