"""What is kept from load to load: bytes under a kind and a key, in whatever the caller has for that.

Nothing that `load` returns depends on it: a memo may forget anything, at any time, and may keep nothing at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol


class Memo(Protocol):
    """Keeps bytes for later loads. What it returns is what was kept."""

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a value, in whatever process it is asked for; nothing if there is none."""

    def keys(self, kind: str) -> frozenset[bytes]:
        """Return the keys of a kind."""

    def put(self, kind: str, values: Mapping[bytes, bytes]) -> bool:
        """Keep values by their keys, all or none, and say whether they were kept."""

    def keep_only(self, kind: str, keys: Collection[bytes]) -> bool:
        """Delete all other values of a kind, and say whether none is left."""


class NoMemo:
    """A memo that keeps nothing."""

    def get(self, _kind: str, _key: bytes) -> None:
        """Return nothing."""

    def keys(self, _kind: str) -> frozenset[bytes]:
        """Return no keys."""
        return frozenset()

    def put(self, _kind: str, _values: Mapping[bytes, bytes]) -> bool:
        """Keep nothing."""
        return False

    def keep_only(self, _kind: str, _keys: Collection[bytes]) -> bool:
        """Delete nothing, since nothing is kept."""
        return False


NO_MEMO = NoMemo()
