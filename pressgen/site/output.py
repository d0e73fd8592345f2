"""Outputs: the files of a site, each declared with its path and with all that its bytes depend on.

A page and a file are made by calling a function with values, a copy by reading a file, and the search index from what
can be found. `Call.of` is how a call is declared, so that the type checker holds the values to what the function takes.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Generic, ParamSpec, TypeAlias, TypeVar

from pressgen.exports import SitemapEntry
from pressgen.search.corpus import Corpus
from pressgen.views.page import Page, Shell, ShellKey, place

P = ParamSpec("P")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)

new_digest = partial(blake2b, digest_size=32)
"""Begins the digest of a file's bytes."""


@dataclass(frozen=True, slots=True)
class Call(Generic[Result_co]):
    """A pure function and the arguments that it will be called with."""

    function: Callable[..., Result_co]
    positional: tuple[object, ...] = ()
    named: tuple[tuple[str, object], ...] = ()

    @staticmethod
    def of(function: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Call[Result]:
        """Declare a call; the type checker refuses arguments that the function does not take."""
        return Call(function, args, tuple(kwargs.items()))

    def result(self) -> Result_co:
        """Call the function."""
        return self.function(*self.positional, **dict(self.named))


@dataclass(frozen=True, slots=True)
class PageOutput:
    """A page that stands in a shell of the host's theme.

    `entry` is what the sitemap says of it, for a page that search engines may show; it is no part of the page.
    """

    path: str
    shell: ShellKey
    content: Call[Page]
    entry: SitemapEntry | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FileOutput:
    """A file whose bytes a function returns."""

    path: str
    content: Call[bytes]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file: `content` declares what makes its bytes, and `key` is another wherever these may be others."""

    key: bytes
    content: Callable[[], Call[bytes]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class PiecedOutput:
    """A file of pieces, one behind the other, of which an edit changes few: those that it has already are kept."""

    path: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CopyOutput:
    """A copy of a file, known by its size and the BLAKE2b digest of its bytes; `source` is where to read it now."""

    path: str
    size: int
    digest: bytes
    source: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class IndexOutput:
    """The folder of the search index, whose files follow from what can be found, their names too: each has a hash."""

    path: str
    corpus: Corpus


OneFile: TypeAlias = PageOutput | FileOutput | PiecedOutput | CopyOutput
"""An output that is one file."""

Output: TypeAlias = OneFile | IndexOutput

Shells: TypeAlias = Callable[[ShellKey], Shell]
"""Returns the shell of a key; each is rendered once for a build."""


def copy_output(path: str, source: str, size: int | None = None) -> CopyOutput:
    """Declare a copy of the file at `source`, which had `size` bytes. Raises OSError if it cannot be read."""
    status = Path(source).stat()
    digest = _digest(source, status.st_size, status.st_mtime_ns)
    return CopyOutput(path, status.st_size if size is None else size, digest, source)


@cache
def _digest(source: str, _size: int, _modified: int) -> bytes:
    """Read a file for its digest, again only when its size or time have changed (a preview declares it many times)."""
    return file_digest_of(source)


def file_digest_of(path: str) -> bytes:
    """Return the digest of a file's bytes. Raises OSError if it cannot be read."""
    with Path(path).open("rb") as file:
        return file_digest(file, new_digest).digest()


def bytes_of(output: OneFile, shells: Shells) -> bytes:
    """Return what the file of an output holds.

    Raises OSError if the file that it is a copy of cannot be read, or has changed since it was declared.
    """
    if isinstance(output, PageOutput):
        return place(output.content.result(), shells(output.shell))
    if isinstance(output, FileOutput):
        return output.content.result()
    if isinstance(output, PiecedOutput):
        return b"".join(piece.content().result() for piece in output.pieces)
    data = Path(output.source).read_bytes()
    if len(data) != output.size or new_digest(data).digest() != output.digest:
        raise OSError(errno.EBUSY, "it changed while the site was made", output.source)
    return data
