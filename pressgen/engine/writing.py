"""How a file of the site is written, and how one is copied that is not made."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

_PORTION = 1_048_576


def write_file(path: str, data: bytes) -> None:
    """Write a file whose folder is there. Raises OSError, which names the file."""
    with _naming(path), open(path, "wb", buffering=0) as file:  # noqa: PTH123  # each call of the system counts
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]


def copy_file(path: str, source: str, size: int | None = None) -> None:
    """Copy a file of any size, which is not read into memory as a whole.

    Raises OSError where it cannot be copied, or is not what it was: another `size`, or changed while it was copied.
    """
    with open(source, "rb") as read:  # noqa: PTH123
        before = os.fstat(read.fileno())
        with _naming(path), open(path, "wb") as file:  # noqa: PTH123
            shutil.copyfileobj(read, file, _PORTION)
            copied = file.tell()
        after = os.fstat(read.fileno())
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and copied == after.st_size
    if not same or size not in (None, copied):
        raise OSError(errno.EBUSY, "it changed while the site was made", source)


@contextmanager
def _naming(path: str) -> Iterator[None]:
    """Let an error that names no file, such as that of a full disk, name this one."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = path
        raise
