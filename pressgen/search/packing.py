"""Gzip (RFC 1952) whose bytes depend on the content alone: Python's own header differs from version to version."""

from __future__ import annotations

import struct
import zlib

# The method (deflate), no flags, no time, slowest and smallest, and a system that is not told.
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LEVEL = 9


def packed(content: bytes) -> bytes:
    """Give content compressed, as browsers unpack it."""
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflating.compress(content) + deflating.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
