"""Divide the parts of an index into bundles, which readers ask one by one.

A reader's browser pays for each bundle, so they are few: one, or, where the archive is large, one for the newest year
and one for all before it. What changes most often is then in the smaller one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pressgen.search.parts import Part

MOST_IN_ONE = 600
"""So many entries are not worth two bundles."""
ALL, CURRENT, CLOSED = "all", "current", "closed"


class Bundle(NamedTuple):
    """Parts of the index that follow each other; documents are numbered from the first of them on."""

    name: str
    parts: Sequence[Part]

    @property
    def first(self) -> int:
        """The number of its first entry."""
        return self.parts[0].first


def bundles(parts: Sequence[Part]) -> tuple[Bundle, ...]:
    """Divide parts into bundles; those without a year, such as pages of `docs/`, are with the newest releases."""
    if not parts:
        return ()
    newest = max(part.year for part in parts)
    first = next(at for at, part in enumerate(parts) if part.year == newest)
    if not first or sum(len(part.entries) for part in parts) <= MOST_IN_ONE:
        return (Bundle(ALL, parts),)
    return (Bundle(CURRENT, parts[first:]), Bundle(CLOSED, parts[:first]))
