"""Indexes that need not be made again: an index goes in under a fingerprint, and comes out in a later build.

Each is one file, which is written beside its place and then put there, and which tells by its checksums if it was
damaged: then it counts for nothing. The folder may be deleted at any time, and that it cannot be written is no error.
Where a bundle is made again for every new release, its documents are kept with it, so that only new ones are cut.
"""

from __future__ import annotations

import contextlib
import json
import os
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pressgen.search.bundles import Bundle
from pressgen.search.chunks import Chunks
from pressgen.search.postings import Cut

_CHUNKS, _FACTS, _DOCUMENTS = "chunks", "facts.json", "documents.json"
_DAMAGED = (
    OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What reading a file raises that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents of a bundle by the fingerprints of their entries, and the words in them with those of the index."""

    cut: Mapping[str, Cut]
    vocabulary: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle's index, the words in it with those of the index, and its documents where they are worth keeping."""

    chunks: Chunks
    vocabulary: Mapping[str, str]
    cut: Mapping[str, Cut] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that keeps indexes; none where there is no folder."""

    folder: Path | None

    def load(self, bundle: Bundle, fingerprint: str) -> Made | None:
        """Give a bundle's index, or nothing where there is none, or none that can be read."""
        if not self.folder:
            return None
        try:
            with zipfile.ZipFile(self.path(bundle, fingerprint)) as file:
                facts = json.loads(file.read(_FACTS))
                files = tuple(_divided(file.read(_CHUNKS), facts["sizes"]))
                return Made(Chunks(tuple(facts["firsts"]), files), dict(facts["vocabulary"]))
        except _DAMAGED:
            return None

    def documents(self, bundle: Bundle, ground: str) -> Documents:
        """Give the documents of the latest index of a bundle that were made on this ground."""
        found = Documents({}, {})
        for path in self._latest(bundle.language, f"{bundle.name}-")[:1]:
            with contextlib.suppress(*_DAMAGED), zipfile.ZipFile(path) as file:
                known = json.loads(file.read(_DOCUMENTS))
                if known["ground"] == ground:
                    cut = {digest: Cut(*one) for digest, one in known["documents"].items()}
                    found = Documents(cut, dict(json.loads(file.read(_FACTS))["vocabulary"]))
        return found

    def save(self, bundle: Bundle, fingerprint: str, made: Made, ground: str) -> None:
        """Keep a bundle's index, if that is allowed."""
        if not self.folder:
            return
        path = self.path(bundle, fingerprint)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        chunks = made.chunks
        facts = {"firsts": chunks.firsts, "sizes": list(map(len, chunks.files)), "vocabulary": made.vocabulary}
        contents = {_FACTS: as_json(facts), _CHUNKS: b"".join(chunks.files)}
        if made.cut:
            contents[_DOCUMENTS] = as_json({"ground": ground, "documents": made.cut})
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="ascii")
            with zipfile.ZipFile(beside, "w") as file:
                for name, content in contents.items():
                    packed = name == _CHUNKS  # which are compressed themselves
                    file.writestr(name, content, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED, 1)
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def prune(self, used: Collection[Path]) -> tuple[Path, OSError] | None:
        """Drop all indexes but those `used`, and whatever an interrupted build has left.

        They hold all words of texts, in their order: what is hidden again must not stay readable here. Gives the first
        that cannot be removed, and why.
        """
        for path in sorted(self.folder.glob("*/*")) if self.folder else ():
            try:
                if path not in used and path.is_file():
                    path.unlink(missing_ok=True)
            except OSError as error:
                return path, error
        return None

    def _latest(self, language: str, beginning: str) -> list[Path]:
        """Give the files of a language whose names begin so, the latest first."""
        if not self.folder:
            return []
        try:
            found = [(path.stat().st_mtime_ns, path) for path in (self.folder / language).glob(f"{beginning}*")]
        except OSError:
            return []
        return [path for _, path in sorted(found, reverse=True)]

    def path(self, bundle: Bundle, fingerprint: str) -> Path:
        """Give the file of a bundle's index."""
        return (self.folder or Path()) / bundle.language / f"{bundle.name}-{fingerprint}.zip"


def _divided(whole: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    """Divide bytes that stand one behind the other. Raises ValueError where they are not as many as they should be."""
    if sum(sizes) != len(whole):
        message = "more or less than there should be"
        raise ValueError(message)
    begin = 0
    for size in sizes:
        yield whole[begin : begin + size]
        begin += size


def as_json(value: Any) -> bytes:  # noqa: ANN401  # what JSON can say
    """Give a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
