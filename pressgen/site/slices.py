"""Slices: the outputs of a site that stand or fall with one thing, such as a release, a year or a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressgen.site.output import Output


@dataclass(frozen=True, slots=True)
class Slice:
    """The outputs that stand or fall with one thing.

    `name` tells a slice of a site from all others. `key` is a digest of everything that its outputs are declared from,
    and of no more than that where this is cheap: where the key is what it was, so are the outputs. A slice without a
    key is declared in every build. `outputs` declares them.
    """

    name: str
    key: bytes | None
    outputs: Callable[[], Iterator[Output]]
