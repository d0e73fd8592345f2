"""Bundles that have to be indexed go in; their indexes come out, made by Pagefind from small documents in a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from pressgen.engine import pool
from pressgen.engine.indexing.cache import Cut, Documents, Made
from pressgen.engine.indexing.pagefind import Job, NotIndexedError, Pagefind, run
from pressgen.engine.indexing.rewriting import Place, read
from pressgen.search.bundles import Bundle
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import Entry
from pressgen.text.words import FILLER

BATCH = 64
"""So many entries' documents are written before what they hold in common is told."""

# Pagefind names languages by their first subtag, and the two forms of Norwegian alike.
_NORWEGIAN = {"nb": "no", "nn": "no"}


def make(
    program: Pagefind, bundles: Sequence[Bundle], owners: Owners, known: Mapping[Bundle, Documents]
) -> Iterator[tuple[Bundle, Made]]:
    """Give the index of each bundle but those in which nothing has a word. Raises NotIndexedError.

    `known` are documents that have been cut before, of the bundles whose documents are to be kept.
    """
    if not bundles:
        return
    try:
        with tempfile.TemporaryDirectory(prefix="pressgen-") as folder:
            yield from _make(program, bundles, _Documents(owners, Path(folder), known))
    except OSError as error:
        message = f"the documents for the search index cannot be written ({error.strerror or type(error).__name__})"
        raise NotIndexedError(message) from error


def _make(program: Pagefind, bundles: Sequence[Bundle], into: _Documents) -> Iterator[tuple[Bundle, Made]]:
    written = into.written(bundles)
    jobs = {
        bundle: Job(
            source=into.folder_of(bundle),
            target=into.folder_of(bundle).with_suffix(".index"),
            language=_pagefind_language(bundle.language),
            mebibytes=found.size / 2**20,
        )
        for bundle, found in written.items()
        if found.names
    }
    run(program, jobs.values())
    for bundle, job in jobs.items():
        found = written[bundle]
        yield bundle, Made(read(job.target, found.names), found.vocabulary, found.cut)


def _pagefind_language(tag: str) -> str:
    name = tag.split("-", 1)[0]
    return _NORWEGIAN.get(name, name)


@dataclass(slots=True)
class _Written:
    """What was written for a bundle: its documents by the names of their files, their letters, and the words in them.

    `cut` are the documents themselves, where they are to be kept.
    """

    names: dict[str, Place] = field(default_factory=dict)
    size: int = 0
    vocabulary: dict[str, str] = field(default_factory=dict)
    cut: dict[str, Cut] = field(default_factory=dict)

    def add(self, other: _Written) -> None:
        self.names |= other.names
        self.size += other.size
        self.vocabulary |= other.vocabulary
        self.cut |= other.cut


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some entries, and the bundles in which they are to be indexed, one for each language."""

    bundles: tuple[Bundle, ...]
    entries: tuple[Entry, ...]


def _batches(bundles: Iterable[Bundle]) -> Iterator[_Batch]:
    by_name: dict[str, list[Bundle]] = {}
    for bundle in bundles:
        by_name.setdefault(bundle.name, []).append(bundle)
    for same in by_name.values():
        # The bundles of one name have the same entries in every language.
        rest = iter(same[0].entries)
        while some := tuple(islice(rest, BATCH)):
            yield _Batch(tuple(same), some)


class _Documents:
    """Writes the documents of bundles, each bundle's into a folder of its own."""

    def __init__(self, owners: Owners, folder: Path, known: Mapping[Bundle, Documents]) -> None:
        self._owners = owners
        self._folder = folder
        self._known = known
        # Of what is known, the words as readers type them by those of the index, where they differ.
        self._typed = {
            bundle: {word: key for key, word in found.vocabulary.items() if key != word}
            for bundle, found in known.items()
        }

    def folder_of(self, bundle: Bundle) -> Path:
        """Give the folder of a bundle's documents."""
        return self._folder / f"{bundle.language}-{bundle.name}"

    def written(self, bundles: Sequence[Bundle]) -> Mapping[Bundle, _Written]:
        """Write every document, in several processes where that pays; give what was written for each bundle."""
        for bundle in bundles:
            self.folder_of(bundle).mkdir()
        batches = list(_batches(bundles))
        found = {bundle: _Written() for bundle in bundles}
        processes = pool.processes_for(sum(len(batch.entries) for batch in batches))
        for batch, parts in zip(batches, pool.apart(self._write, batches, processes), strict=True):
            for bundle, part in zip(batch.bundles, parts, strict=True):
                found[bundle].add(part)
        return found

    def _write(self, batch: _Batch) -> list[_Written]:
        """Write the documents of some entries; give what was written for each of their bundles."""
        parts = {bundle: _Written() for bundle in batch.bundles}
        for entry in batch.entries:
            for bundle, (cut, vocabulary) in self._cut(entry, batch.bundles).items():
                part = parts[bundle]
                if bundle in self._known:
                    part.cut[entry.digest.hex()] = cut
                if not cut.words:
                    continue
                # A release's id may be longer than a file's name.
                name = f"{blake2b(entry.name.encode(), digest_size=12).hexdigest()}.html"
                path = os.path.join(self.folder_of(bundle), name)  # noqa: PTH118  # as the engine's own writing
                with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
                    file.write(f"<!doctype html><html><body>{cut.words}</body></html>")
                part.names[name] = Place(entry.name, cut.title_end, cut.names_end)
                part.size += len(cut.words)
                part.vocabulary |= vocabulary
        return list(parts.values())

    def _cut(self, entry: Entry, bundles: Sequence[Bundle]) -> Mapping[Bundle, tuple[Cut, Mapping[str, str]]]:
        """Give the document of an entry in each bundle with the words in it, cut before or now."""
        digest = entry.digest.hex()
        found: dict[Bundle, tuple[Cut, Mapping[str, str]]] = {}
        for bundle in bundles:
            if bundle in self._known and (cut := self._known[bundle].cut.get(digest)):
                typed = self._typed[bundle]
                words = set(cut.words.split()) - {FILLER}
                found[bundle] = (cut, {typed.get(word, word): word for word in words})
        missing = {bundle.language: bundle for bundle in bundles if bundle not in found}
        for language, one in documents(entry, self._owners, tuple(missing)).items() if missing else ():
            found[missing[language]] = (Cut(" ".join(one.words), one.title_end, one.names_end), one.vocabulary)
        return found
