"""Keep indexes of bundles in a folder, so that a later build need not build them again.

Each is one file, which is written beside its place and then put there; its checksums tell if it was damaged, and then
it counts for nothing. The folder may be deleted at any time, and that it cannot be written is no error. Where a bundle
is indexed again for every new release, the words of its entries are kept with it, so that only new ones are split.
"""

from __future__ import annotations

import contextlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pressgen.search.bundles import Bundle
from pressgen.search.chunks import Chunks
from pressgen.search.indexing import BundleIndex, SplitEntries
from pressgen.search.packing import compact_json
from pressgen.search.postings import SplitDocument

FORM = 2
"""The version of the files' form; files of another version are built again."""
_CHUNKS, _FACTS, _DOCUMENTS = "chunks", "facts.json", "documents.json"
_DAMAGED = (
    OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""The errors that reading a damaged file raises."""


@dataclass(frozen=True, slots=True)
class IndexCache:
    """A store of indexes in a folder; without a folder it keeps nothing."""

    folder: Path | None
    _used: set[Path] = field(default_factory=set, compare=False)

    def load(self, bundle: Bundle, fingerprint: str) -> BundleIndex | None:
        """Read the index of a bundle; None if there is none, or it cannot be read."""
        if not self.folder:
            return None
        path = self._path(bundle, fingerprint)
        if not path.is_file():  # to open a named pipe is to wait for ever
            return None
        try:
            with zipfile.ZipFile(path) as file:
                facts = json.loads(file.read(_FACTS))
                files = tuple(_divided(file.read(_CHUNKS), facts["sizes"]))
                index = BundleIndex(bundle, Chunks(tuple(facts["firsts"]), files), _vocabulary(facts), {})
        except _DAMAGED:
            return None
        self._used.add(path)
        return index

    def split_entries(self, bundle: Bundle, rules: str) -> SplitEntries:
        """Read the words of entries in the latest index of a bundle; none where other rules split them."""
        for path in self._latest(bundle.language, f"{bundle.name}-")[:1]:
            with contextlib.suppress(*_DAMAGED), zipfile.ZipFile(path) as file:
                documents = json.loads(file.read(_DOCUMENTS))
                if documents["rules"] == rules:
                    cuts = {digest: SplitDocument(*words) for digest, words in documents["documents"].items()}
                    return SplitEntries(cuts, _vocabulary(json.loads(file.read(_FACTS))))
        return SplitEntries({}, ())

    def save(self, index: BundleIndex, fingerprint: str, rules: str) -> None:
        """Keep an index, if the folder can be written."""
        if not self.folder:
            return
        path = self._path(index.bundle, fingerprint)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        chunks = index.chunks
        facts = {"firsts": chunks.firsts, "sizes": list(map(len, chunks.files)), "vocabulary": dict(index.vocabulary)}
        contents = {_FACTS: compact_json(facts), _CHUNKS: b"".join(chunks.files)}
        if index.cuts:
            contents[_DOCUMENTS] = compact_json({"rules": rules, "documents": index.cuts})
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
        self._used.add(path)

    def prune(self) -> tuple[Path, OSError] | None:
        """Remove all indexes that were neither loaded nor saved, and whatever an interrupted build has left.

        They hold all words of texts, in their order: what is hidden again must not stay readable here. Returns the
        first that cannot be removed, and why.
        """
        for path in sorted(self.folder.glob("*/*")) if self.folder else ():
            try:
                if path not in self._used and path.is_file():
                    path.unlink(missing_ok=True)
            except OSError as error:
                return path, error
        return None

    def _latest(self, language: str, beginning: str) -> list[Path]:
        """List the files of a language whose names begin so, the latest first."""
        if not self.folder:
            return []
        try:
            files = [path for path in (self.folder / language).glob(f"{beginning}*") if path.is_file()]
            dated = [(path.stat().st_mtime_ns, path) for path in files]
        except OSError:
            return []
        return [path for _, path in sorted(dated, reverse=True)]

    def _path(self, bundle: Bundle, fingerprint: str) -> Path:
        return (self.folder or Path()) / bundle.language / f"{bundle.name}-{fingerprint}-{FORM}.zip"


def _vocabulary(facts: dict[str, dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(facts["vocabulary"].items())


def _divided(whole: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    """Divide bytes into parts of these sizes. Raises ValueError if the sizes do not add up to their number."""
    if sum(sizes) != len(whole):
        message = "more or less than there should be"
        raise ValueError(message)
    begin = 0
    for size in sizes:
        yield whole[begin : begin + size]
        begin += size
