"""Write bytes of which each depends on the content alone: JSON without spaces, gzip (RFC 1952), and sections.

Python's own header of gzip differs from version to version.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from hashlib import blake2b

# The method (deflate), no flags, no time, slowest and smallest, and an unknown system.
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LEVEL = 9


def packed(content: bytes) -> bytes:
    """Compress content, as browsers unpack it."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = compressor.compress(content) + compressor.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def compact_json(value: object) -> bytes:
    """Write a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def hashed(*parts: bytes) -> str:
    """Return ten letters and digits by which browsers know contents from others."""
    digest = blake2b(digest_size=5)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def sections(*parts: bytes) -> bytes:
    """Join bytes so that `divided` finds each again."""
    return b"".join([struct.pack(f"<{len(parts) + 1}Q", len(parts), *map(len, parts)), *parts])


def divided(data: bytes) -> Iterator[bytes]:
    """Yield the bytes that `sections` joined. Raises ValueError if they are not all there."""
    try:
        (count,) = struct.unpack_from("<Q", data)
        sizes = struct.unpack_from(f"<{count}Q", data, 8)
    except struct.error as error:
        raise ValueError(str(error)) from error
    begin = 8 * (count + 1)
    if begin + sum(sizes) != len(data):
        message = "more or less than there should be"
        raise ValueError(message)
    for size in sizes:
        yield data[begin : begin + size]
        begin += size
