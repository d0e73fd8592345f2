"""Make the file of an output in a folder, or copy it there, unless it would be the same as before."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import FileIO
from typing import NamedTuple

from pressgen.site.digest import Digests
from pressgen.site.output import CopyOutput, OneFile, PiecedOutput, bytes_of, new_digest
from pressgen.views.page import Shell, ShellKey

_PORTION = 1_048_576
_NEIGHBOURS = 512
"""After how many outputs the digests of values are forgotten: neighbours share many, and others few."""


class FileStatus(NamedTuple):
    """By what it is seen that nobody has touched a file since it was written."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> FileStatus:
        """Take it from what the system says of a file."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


class EarlierFile(NamedTuple):
    """The file of the last build, by where it is: the key and the number of bytes of each of its pieces."""

    source: str
    pieces: tuple[tuple[str, int], ...]


class Task(NamedTuple):
    """An output that is to be made, unless the digest of its inputs is the one `before`, which is empty without one.

    `earlier` is its file in the site, if that has pieces and is as it was written.
    """

    output: OneFile
    before: str = ""
    earlier: EarlierFile | None = None


class Written(NamedTuple):
    """A file that was written: the digest of its inputs, that of its bytes, what the system says of it, its pieces."""

    inputs: str
    digest: str
    status: FileStatus
    pieces: tuple[tuple[str, int], ...] = ()


class OutputWriter:
    """Makes outputs and writes them below a folder, whose folders are made when the first file goes into them.

    With thousands of files each call of the system counts, so `os` does what pathlib would do with three times as many.
    """

    def __init__(self, folder: str, shells: Mapping[ShellKey, Shell]) -> None:
        self._folder = folder
        self._shells = shells
        self._folders: set[str] = set()
        self._digests = Digests()
        self._count = 0

    def __call__(self, task: Task) -> Written | None:
        """Make an output and write it; nothing if its inputs are what they were."""
        output, inputs = task.output, self._digest(task.output)
        if inputs == task.before:
            return None
        if isinstance(output, PiecedOutput):
            pieces = _pieces(output, task.earlier)
            sizes = tuple((key, len(data)) for key, data in pieces)
            return Written(inputs, *self.store(output.path, b"".join(data for _, data in pieces)), sizes)
        return Written(inputs, *self.write(output))

    def write(self, output: OneFile) -> tuple[str, FileStatus]:
        """Make an output and write it. Returns the digest of its bytes, and what the system says of its file."""
        path = f"{self._folder}/{output.path}"
        try:
            if isinstance(output, CopyOutput):
                self._make_folder_of(path)
                return output.digest.hex(), copy_file(path, output.source, output.digest)
            return self.store(output.path, bytes_of(output, self._shells.__getitem__))
        except Exception as error:
            error.add_note(f"This happened while {output.path} was made.")
            raise

    def store(self, name: str, data: bytes) -> tuple[str, FileStatus]:
        """Write the bytes of an output. Returns their digest, and what the system says of the file."""
        path = f"{self._folder}/{name}"
        self._make_folder_of(path)
        return new_digest(data).hexdigest(), write_file(path, data)

    def run(self, tasks: Iterable[Task]) -> list[Written | None]:
        """Make some outputs and write them."""
        return [self(task) for task in tasks]

    def _digest(self, output: OneFile) -> str:
        self._count += 1
        if self._count % _NEIGHBOURS == 0:
            self._digests = Digests()
        return self._digests.of(output).hex()

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


def _pieces(output: PiecedOutput, earlier: EarlierFile | None) -> list[tuple[str, bytes]]:
    """Return each piece of an output with its key; those that the earlier file has are read from it."""
    kept: dict[str, bytes] = {}
    if earlier:
        with open(earlier.source, "rb") as file:  # noqa: PTH123
            kept = {key: file.read(size) for key, size in earlier.pieces}
    keys = [(piece, piece.key.hex()) for piece in output.pieces]
    return [(key, kept[key] if key in kept else piece.content().result()) for piece, key in keys]


def write_file(path: str, data: bytes) -> FileStatus:
    """Write a file into a folder that exists. Raises OSError, which names the file."""
    with _naming(path), open(path, "wb", buffering=0) as file:  # noqa: PTH123  # each call of the system counts
        _write(file, data)
        return FileStatus.of(os.fstat(file.fileno()))


def copy_file(path: str, source: str, digest: bytes) -> FileStatus:
    """Copy a file of any size, which is not read into memory as a whole.

    Raises OSError if it cannot be copied, or its bytes are not those of the `digest`.
    """
    copied = new_digest()
    with open(source, "rb") as read, _naming(path), open(path, "wb", buffering=0) as file:  # noqa: PTH123
        while portion := read.read(_PORTION):
            copied.update(portion)
            _write(file, portion)
        status = FileStatus.of(os.fstat(file.fileno()))
    if copied.digest() != digest:
        raise OSError(errno.EBUSY, "it changed while the site was made", source)
    return status


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
