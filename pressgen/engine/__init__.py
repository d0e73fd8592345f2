"""The making of a site: declared outputs go in, the files of the site come out.

Because an output is a pure function of its named inputs, and so is a parsed file, both can be made in any order and
in several processes (`pool`); a cache (skip what has not changed) can be added here and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pressgen.engine.pool import apart, windows, without_collection
from pressgen.engine.writing import copy_file, write_file
from pressgen.site import Output, copied

__all__ = ["each", "make", "without_collection"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def make(outputs: Iterable[Output], folder: Path) -> None:
    """Make every output below `folder`, whose files it replaces.

    Raises OSError where the folder cannot be written; an error that making an output raises, with a note that
    names its path; of several the first in the order of the outputs.
    """
    # All at once: whatever a process touches after a fork is copied, so that every further fork costs its memory anew.
    apart(_Writing(str(folder)), tuple(outputs))


def each(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Give the results of a function for every item in their order, as `map` does, in several processes if it pays.

    What goes into the function is inherited, what comes out of it is pickled.
    """
    for window in windows(items):
        yield from apart(function, window)


class _Writing:
    """Makes an output and writes it; a folder is made when the first file goes into it.

    With thousands of files each call of the system counts, so `os` does what pathlib would do with three times as many.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.made: set[str] = set()

    def __call__(self, output: Output) -> None:
        path = f"{self.folder}/{output.path}"
        try:
            if output.make is copied:
                self._make_folder_of(path)
                copy_file(path=path, **output.inputs)  # type: ignore[arg-type]  # they are those of `copied`
            else:
                data = output.make(**output.inputs)
                self._make_folder_of(path)
                write_file(path, data)
        except Exception as error:
            error.add_note(f"This happened while {output.path} was made.")
            raise

    def _make_folder_of(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self.made:
            try:
                os.mkdir(folder)  # noqa: PTH102
            except FileExistsError:
                pass  # the file cannot be opened if it is no folder
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self.made.add(folder)
