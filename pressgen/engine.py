"""The making of a site: declared outputs go in, the files of the site come out.

This engine makes every output, one after the other. Because an output is a pure function of its named inputs,
a cache (skip what has not changed) and a pool (make several at once) can be added here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pressgen.site import Output


def make(outputs: Iterable[Output], folder: Path) -> None:
    """Make every output below `folder`, whose files it replaces.

    Raises OSError where the folder cannot be written.
    """
    made: set[Path] = set()
    for output in outputs:
        path = folder / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.make(**output.inputs))
