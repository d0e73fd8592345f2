"""Write bytes of which each depends on the content alone: JSON without spaces, and gzip (RFC 1952).

Python's own header of gzip differs from version to version.
"""

from __future__ import annotations

import json
import struct
import zlib

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
