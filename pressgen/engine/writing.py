"""Write a file of the site, or copy one."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO

from pressgen.site.output import new_digest

_PORTION = 1_048_576


def write_file(path: str, data: bytes) -> None:
    """Write a file into a folder that exists. Raises OSError, which names the file."""
    with _naming(path), open(path, "wb", buffering=0) as file:  # noqa: PTH123  # each call of the system counts
        _write(file, data)


def copy_file(path: str, source: str, digest: bytes) -> None:
    """Copy a file of any size, which is not read into memory as a whole.

    Raises OSError if it cannot be copied, or its bytes are not those of the `digest`.
    """
    copied = new_digest()
    with open(source, "rb") as read, _naming(path), open(path, "wb", buffering=0) as file:  # noqa: PTH123
        while portion := read.read(_PORTION):
            copied.update(portion)
            _write(file, portion)
    if copied.digest() != digest:
        raise OSError(errno.EBUSY, "it changed while the site was made", source)


def _write(file: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


@contextmanager
def _naming(path: str) -> Iterator[None]:
    """Add the path of this file to an error that names no file, such as that of a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = path
        raise
