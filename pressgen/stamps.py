"""Know a file's bytes again without reading it: by its size, its times and its number.

A stamp is trusted only if the file had been left alone for a while when it was noted. What changes within the grain of
the file system's clock, right after it was read, keeps its stamp; git calls such a file racily clean and reads it again
(https://git-scm.com/docs/racy-git), and so do we.
"""

from __future__ import annotations

import os
from typing import NamedTuple

GRAIN = 2_000_000_000
"""The coarsest grain of a file system's clock, in nanoseconds: FAT counts times by two seconds."""


class Stamp(NamedTuple):
    """What the system tells of a file: its size, when it was modified and changed (in nanoseconds), and its number."""

    size: int
    modified: int
    changed: int
    number: int

    def is_older_than(self, noted: int) -> bool:
        """Return whether a file had been left alone when its stamp was noted, at a time in nanoseconds."""
        return max(self.modified, self.changed) < noted - GRAIN


def stamp_of(found: os.stat_result) -> Stamp:
    """Return the stamp of a file from what `os.stat` tells."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
