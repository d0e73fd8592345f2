"""Entries for the tests of the index, built from plain values, in any languages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from pressgen.engine import indexing
from pressgen.engine.indexing.cache import IndexCache
from pressgen.languages import scripts_of
from pressgen.problems import Place, Problem
from pressgen.search import indexing as search_indexing
from pressgen.search.catalogue import ReleaseFacts
from pressgen.search.corpus import Corpus, LanguageFacts, TextFile
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.parts import IndexedPart, Part, index_part
from pressgen.search.results import Result
from pressgen.search.words.texts import read_line

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

    def listed(self, language: str) -> dict[str, Any]:
        """Return the list of a language: of its bundles and of its vocabulary the first words, and the names."""
        path = self.manifest["languages"][language]["list"]
        return dict(json.loads(gzip.decompress((self.folder / path).read_bytes())))

    def bundles(self, language: str) -> list[list[str]]:
        """Return the paths of the chunks of each bundle."""
        bundles = self.listed(language)["bundles"]
        return [[f"{language}/{name}.chunk" for name in names_in(bundle["names"])] for bundle in bundles]

    def postings(self, language: str) -> dict[str, dict[int, list[int]]]:
        """Return, for each word of a language, the numbers of the entries that have it, and its places in each."""
        found: dict[str, dict[int, list[int]]] = {}
        for at, bundle in enumerate(self.listed(language)["bundles"]):
            for words in self.chunks(language, at).values():
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

    def chunks(self, language: str, bundle: int = 0) -> dict[str, dict[str, bytes]]:
        """Return the chunks of a bundle by the beginning of their words: the postings of each word."""
        firsts = self.listed(language)["bundles"][bundle]["firsts"]
        paths = self.bundles(language)[bundle]
        return {first: self._chunk(self.folder / path) for first, path in zip(firsts, paths, strict=True)}

    def _chunk(self, path: Path) -> dict[str, bytes]:
        words_facts, _, data = gzip.decompress(path.read_bytes()).partition(b"\n")
        words, sizes = json.loads(words_facts)
        ends = list(accumulate(sizes))
        assert ends[-1] == len(data)
        return {word: data[end - size : end] for word, size, end in zip(words, sizes, ends, strict=True)}

    def vocabulary(self, language: str) -> dict[str, str]:
        names = names_in(self.listed(language)["words"]["names"])
        texts = [(self.folder / language / f"{name}.txt").read_text("utf-8") for name in names]
        return dict(read_line(line) for text in texts for line in text.splitlines())


def names_in(text: str) -> list[str]:
    """Divide names that stand one behind the other."""
    return [text[at : at + 10] for at in range(0, len(text), 10)]


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

    def make(found: Corpus | None = None, *, cache: Path | None = None, site: str = "", program: bytes = b"") -> Made:
        folder = tmp_path / (site or f"site-{next(count)}")
        written = indexing.write_index(found or corpus(), folder / SEARCH, IndexCache(cache, program), PLACE)
        return Made(folder / SEARCH, written.problems)

    return make


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the parts that are indexed."""
    noted: list[str] = []

    def noting(part: Part, *told: Any) -> IndexedPart:  # noqa: ANN401  # whatever it takes
        noted.append(part.name)
        return index_part(part, *told)

    monkeypatch.setattr(search_indexing, "index_part", noting)
    return noted
