"""Compressed files whose bytes no version of Python changes."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from pressgen.search.packing import packed


@given(st.binary(max_size=300))
def test_what_is_packed_is_gzip(content: bytes) -> None:
    assert gzip.decompress(packed(content)) == content


def test_the_header_says_nothing_of_system_or_time() -> None:
    # ID1, ID2, method, flags, four of time, XFL, OS (255: unknown): RFC 1952, 2.3.1.
    assert packed(b"A")[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
