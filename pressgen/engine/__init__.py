"""Write the files of a site from its declared outputs, with several processes sharing the work.

An output depends on its declaration alone, and so does a parsed file on its own bytes, so that both can be made in any
order (`pool`). A cache that skips what has not changed belongs here too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pressgen.engine import progress
from pressgen.engine.indexing import write_index
from pressgen.engine.pool import apart, windows, without_collection
from pressgen.engine.writing import copy_file, write_file
from pressgen.problems import Place, Problem
from pressgen.site.output import CopyOutput, IndexOutput, OneFile, Output, PageOutput, Shells, bytes_of
from pressgen.views.page import Shell, ShellKey

__all__ = ["each", "make", "without_collection"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_CONFIGURATION = Place("mkdocs.yml")


def make(
    outputs: Iterable[Output], shells: Shells, folder: Path, cache: Path | None = None, place: Place = _CONFIGURATION
) -> tuple[Problem, ...]:
    """Write every output below `folder`, whose files it replaces, each page in the shell of its key.

    `cache` is a folder for what need not be built again. Returns the problems of the search index, at `place`. Raises
    OSError where the folder cannot be written; an error that making an output raises, with a note that
    names its path; of several the first in the order of the outputs.
    """
    # All at once: whatever a process touches after a fork is copied, so that every further fork costs its memory anew.
    declared = tuple(outputs)
    files = [output for output in declared if not isinstance(output, IndexOutput)]
    indexes = [output for output in declared if isinstance(output, IndexOutput)]
    progress.stage("making the search index")
    problems = [
        problem for index in indexes for problem in write_index(index.corpus, folder / index.path, cache, place)
    ]
    # Each shell is rendered before the work is shared, or every process would render its own.
    keys = dict.fromkeys(output.shell for output in files if isinstance(output, PageOutput))
    progress.stage("making pages and files", len(files))
    apart(_Writer(str(folder), {key: shells(key) for key in keys}), files)
    return tuple(problems)


def each(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Yield the results of a function for every item in their order, as `map` does, in several processes if it pays.

    The processes inherit the items; the results are pickled.
    """
    for window in windows(items):
        yield from apart(function, window)


class _Writer:
    """Makes an output and writes it; a folder is made when the first file goes into it.

    With thousands of files each call of the system counts, so `os` does what pathlib would do with three times as many.
    """

    def __init__(self, folder: str, shells: Mapping[ShellKey, Shell]) -> None:
        self._folder = folder
        self._shells = shells
        self._folders: set[str] = set()

    def __call__(self, output: OneFile) -> None:
        path = f"{self._folder}/{output.path}"
        try:
            if isinstance(output, CopyOutput):
                self._make_folder_of(path)
                copy_file(path, output.source, output.digest)
            else:
                data = bytes_of(output, self._shells.__getitem__)
                self._make_folder_of(path)
                write_file(path, data)
        except Exception as error:
            error.add_note(f"This happened while {output.path} was made.")
            raise

    def _make_folder_of(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.mkdir(folder)  # noqa: PTH102
            except FileExistsError:
                pass  # the file cannot be opened if it is no folder
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
