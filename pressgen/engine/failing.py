"""Describe in one line an error of the system during a build: where, why, and what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_HINTS = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room: the quota is used up",
    errno.EFBIG: "the system allows no larger files",
    errno.EROFS: "the disk is read-only: write the site to another",
    errno.EACCES: "look at its permissions",
    errno.EPERM: "look at its permissions",
    errno.ENOENT: "it was there when the build began: build again when nobody works on it",
    errno.EBUSY: "build again when nobody works on it",
    errno.EMFILE: "the system allows no more open files",
    errno.ENOMEM: "more memory is needed",
}

Failure = OSError | UnicodeError | MemoryError
"""An error that is no fault of the program: of the system, or of a file that changed meanwhile."""


def failure(error: Failure, project: Path) -> str:
    """Describe what went wrong and what to do; paths within the `project` are written from its folder."""
    if isinstance(error, MemoryError):
        return "there is not enough memory: build with more of it, or with fewer processes at a time"
    if isinstance(error, UnicodeError):
        return "a file is not UTF-8 text any more: look at the line above, and build again"
    if isinstance(error, ChildProcessError) and error.errno is None:
        return f"{error}; if the system ended it, more memory is needed"
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    message = f"{_shown(error.filename, project)}: {reason}" if error.filename else reason
    hint = _HINTS.get(error.errno or 0, "mend it, and build again")
    return f"{message} ({hint})"


def _shown(file: object, project: Path) -> str:
    path = os.fsdecode(file) if isinstance(file, str | bytes | os.PathLike) else str(file)
    top = f"{os.path.realpath(project)}{os.sep}"
    within = path.removeprefix(top).removeprefix(f"{project}{os.sep}")
    return within.encode("utf-8", "backslashreplace").decode()
