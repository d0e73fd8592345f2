"""Entries for the tests of the index, built from plain values, in any languages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from pressgen.engine import indexing
from pressgen.languages import scripts_of
from pressgen.problems import Place, Problem
from pressgen.search import indexing as search_indexing
from pressgen.search.bundles import Bundle
from pressgen.search.catalogue import ReleaseFacts
from pressgen.search.corpus import Corpus, LanguageFacts, TextFile
from pressgen.search.documents import Owners
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.indexing import Share, SplitEntries, build
from pressgen.search.results import Result

PLACE = Place("mkdocs.yml")
SEARCH = "assets/pressgen/search"


def entry(name: str, year: int, names: Iterable[str] = ("Sorvik",), **texts: str) -> SearchEntry:
    """Build an entry; each text is its title, a stroke, and its text."""
    parts = {tag: text.partition(" | ") for tag, text in texts.items()}
    entry_texts = tuple(EntryText(tag, title, (body,)) for tag, (title, _, body) in parts.items())
    return SearchEntry(name, year, next(iter(texts)), entry_texts, tuple(names))


SORVIK = entry("sorvik", 2021, en="A call | The Ministers of Sorvik spoke.", km="ការហៅ | រដ្ឋមន្ត្រីបាននិយាយ។")
QASIRA = entry("qasira", 2022, ("Qasira", "قصيرة"), en="Fisheries | They signed the agreement in Qasira.")
RESCUE = entry("rescue", 2022, km="សង្គ្រោះ | ក្រុមសង្គ្រោះបានមកដល់ ASEAN។")
ABOUT = entry("/en/about/", 0, (), en="About | The press office.", km="អំពី | ការិយាល័យ។")
ENTRIES = (SORVIK, QASIRA, RESCUE, ABOUT)


def corpus(entries: Sequence[SearchEntry] = ENTRIES, languages: Sequence[str] = ("en", "km")) -> Corpus:
    """Build a corpus; the files beside the index only say how many entries there are."""
    releases = sum(entry.year > 0 for entry in entries)
    return Corpus(
        languages=tuple(
            LanguageFacts(
                tag,
                tuple(sorted(scripts_of(tag))),
                (("year", (("2022", f"{len(entries)}"),)),),
                tuple(Result(entry.name, (entry.name, "", ""), "", ()) for entry in entries),
            )
            for tag in languages
        ),
        entries=tuple(entries),
        releases=tuple(ReleaseFacts(date(2022, 1, 1), tuple(languages)) for _ in range(releases)),
        texts=(TextFile("texts/about.json", b"about"),),
    )


@dataclass(frozen=True)
class Made:
    """An index in its folder, and the problems that were reported."""

    folder: Path
    problems: tuple[Problem, ...]

    @property
    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    @property
    def manifest(self) -> dict[str, Any]:
        return dict(json.loads((self.folder / "manifest.json").read_bytes()))

    def bundles(self, language: str) -> list[str]:
        return [bundle["path"] for bundle in self.manifest["languages"][language]["bundles"]]

    def postings(self, language: str) -> dict[str, dict[int, list[int]]]:
        """Return, for each word of a language, the numbers of the entries that have it, and its places in each."""
        found: dict[str, dict[int, list[int]]] = {}
        for bundle in self.manifest["languages"][language]["bundles"]:
            for words in self.chunks(bundle["path"]).values():
                for word, data in words.items():
                    read = {bundle["first"] + number: places for number, places in _read(data)}
                    found.setdefault(word, {}).update(read)
        return found

    def words(self, language: str) -> dict[int, set[str]]:
        """Return the words of the index by the number of the entry that has them."""
        found: dict[int, set[str]] = {}
        for word, entries in self.postings(language).items():
            for number in entries:
                found.setdefault(number, set()).add(word)
        return found

    def chunks(self, bundle: str) -> dict[str, dict[str, bytes]]:
        """Return the chunks of a bundle by the beginning of their words: the postings of each word."""
        firsts = json.loads(gzip.decompress((self.folder / bundle / "chunks.list").read_bytes()))
        return {first: self._chunk(self.folder / bundle / f"{at}.chunk") for at, first in enumerate(firsts)}

    def _chunk(self, path: Path) -> dict[str, bytes]:
        words_facts, _, data = gzip.decompress(path.read_bytes()).partition(b"\n")
        words, sizes = json.loads(words_facts)
        ends = list(accumulate(sizes))
        assert ends[-1] == len(data)
        return {word: data[end - size : end] for word, size, end in zip(words, sizes, ends, strict=True)}

    def vocabulary(self, language: str) -> dict[str, str]:
        words_facts = self.manifest["languages"][language]["words"]
        texts = [
            (self.folder / f"{words_facts['path']}{at}.txt").read_text("utf-8")
            for at in range(len(words_facts["firsts"]))
        ]
        lines = [line.split("\t") for text in texts for line in text.splitlines()]
        return {line[0]: line[-1] for line in lines}


def _read(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Read postings as their module says that they are written."""
    numbers = _numbers(data)
    document = 0
    for step in numbers:
        document += step // 2
        count = 1 if step % 2 else next(numbers)
        yield document, list(accumulate(next(numbers) for _ in range(count)))


def _numbers(data: bytes) -> Iterator[int]:
    number = groups = 0
    for byte in data:
        number += (byte % 128) << (7 * groups)
        groups += 1
        if byte < 128:
            yield number
            number = groups = 0


Index = Callable[..., Made]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Write an index into a site of its own, or into the `site` of that name."""
    count = iter(range(1000))

    def make(found: Corpus | None = None, *, cache: Path | None = None, site: str = "") -> Made:
        folder = tmp_path / (site or f"site-{next(count)}")
        problems = indexing.write_index(found or corpus(), folder / SEARCH, cache, PLACE)
        return Made(folder / SEARCH, problems)

    return make


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the bundles that are indexed."""
    noted: list[str] = []

    def noting(
        bundles: Sequence[Bundle], owners: Owners, known: Mapping[tuple[str, str], SplitEntries], share: Share
    ) -> object:
        noted.extend(f"{bundle.language}-{bundle.name}" for bundle in bundles)
        return build(bundles, owners, known, share)

    monkeypatch.setattr(search_indexing, "build", noting)
    return noted
