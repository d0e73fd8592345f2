"""Which file is which, however it is reached: the releases' folder, and whether something is a file of it.

Two paths may lead to one file: by symbolic links, hard links, folders mounted twice, or a file system that knows no
capitals. The system numbers its files, so what is asked is whether the number is that of one among the releases.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

Identity: TypeAlias = tuple[int, int]
"""A device's number and a file's number on it."""


def identity(found: os.stat_result) -> Identity:
    """Return which file a result of `os.stat` is of."""
    return found.st_dev, found.st_ino


class Releases:
    """The releases' folder as the configuration names it, and everything in it by its identity."""

    def __init__(self, folder: Path) -> None:
        self.named = os.path.abspath(folder)  # noqa: PTH100  # links are not followed: what is named is what is meant
        self.real = os.path.realpath(folder)

    def is_named(self, path: Path) -> bool:
        """Return whether a path is the one by which the configuration names the folder."""
        return os.path.abspath(path) == self.named  # noqa: PTH100  # likewise

    def holds(self, path: Path) -> bool:
        """Return whether a path leads to the folder, or to what stands in it."""
        return self._is_within(str(path))

    def holds_folder(self, path: str, found: Identity) -> bool:
        """Return whether a folder is that of the releases or one in it."""
        return found in self._known or self._is_within(path)

    def holds_file(self, path: str, found: os.stat_result) -> bool:
        """Return whether a file is one that stands in the folder, under this name or another."""
        return identity(found) in self._known or self._is_within(path)

    def _is_within(self, path: str) -> bool:
        real = os.path.realpath(path)
        return real == self.real or real.startswith(self.real.rstrip(os.sep) + os.sep)

    @cached_property
    def _known(self) -> frozenset[Identity]:
        # Some file systems number nothing: all their files have the number 0.
        return frozenset(found for found in self._identities() if found[1])

    def _identities(self) -> Iterator[Identity]:
        waiting = [self.real]
        while waiting:
            folder = waiting.pop()
            try:
                yield identity(os.stat(folder))  # noqa: PTH116  # os.scandir's kind
                with os.scandir(folder) as listed:
                    entries = [*listed]
            except OSError:  # which is told by those who read it
                continue
            for entry in entries:
                try:
                    found = os.stat(entry.path, follow_symlinks=False)  # noqa: PTH116  # Windows tells no identity by `entry.stat()`
                except OSError:
                    continue
                if stat.S_ISDIR(found.st_mode):
                    waiting.append(entry.path)
                elif stat.S_ISREG(found.st_mode):
                    yield identity(found)
