"""Write what a list of results shows of each entry in one language, in files of some entries each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Protocol

from pressgen.search.packing import compact_json, packed

_LEAST_IN_SHARD, _SHARDS = 32, 256


def shard_size(entries: int) -> int:
    """Return how many entries a file has.

    Results stand near each other in time, and a file is a few kilobytes; but a manifest names all files.
    """
    size = _LEAST_IN_SHARD
    while size * _SHARDS < entries:
        size *= 2
    return size


@dataclass(frozen=True, slots=True)
class ResultEdition:
    """A language that an entry can be read in beside that of its line: its name for itself, and the address there."""

    language: str
    name: str
    address: str
    direction: str


class ResultSource(Protocol):
    """What is known of a result before it is built: `digest` changes whenever anything in it does."""

    @property
    def digest(self) -> bytes:
        """Changes whenever anything in the result does."""

    def read(self) -> Result:
        """Return the result."""


@dataclass(frozen=True, slots=True)
class Result:
    """An entry as the list of results shows it in one language.

    `address` and `text` are from the site's root; `text` has the entry's texts in blocks. The `title` has the
    language and direction to mark it with, both empty where they are the page's. A page of `docs/` has no day. The
    `status` says that a release was withdrawn; no text of it is shown. `names` are those that the title says and no
    line breaks.
    """

    address: str
    title: tuple[str, str, str]
    text: str
    editions: tuple[ResultEdition, ...]
    day: date | None = None
    date: str = ""
    number: str = ""
    kind: str = ""
    partners: tuple[str, ...] = ()
    status: str = ""
    names: tuple[str, ...] = ()

    @property
    def digest(self) -> bytes:
        """The digest of all its fields."""
        return blake2b(repr(self).encode(), digest_size=16).digest()

    def read(self) -> Result:
        """Return the result itself."""
        return self


def shard(results: Sequence[ResultSource]) -> bytes:
    """Write the file of some results in the order of their numbers: a list in JSON, compressed with gzip."""
    return packed(compact_json([_result(result.read()) for result in results]))


def _result(result: Result) -> dict[str, object]:
    return {
        "type": "release" if result.day else "page",
        "address": result.address,
        "title": result.title,
        "day": result.day.isoformat() if result.day else "",
        "date": result.date,
        **({"number": result.number} if result.number else {}),
        "kind": result.kind,
        **({"status": result.status} if result.status else {}),
        "partners": result.partners,
        **({"names": result.names} if result.names else {}),
        "editions": [
            {"language": edition.language, "name": edition.name, "address": edition.address, "dir": edition.direction}
            for edition in result.editions
        ],
        "text": result.text,
    }
