"""What the tests of the index make it from: entries of values alone, in as many languages as one likes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2
import pytest

from pressgen.engine import indexing
from pressgen.engine.indexing import making
from pressgen.engine.indexing.pagefind import Job, Pagefind, run
from pressgen.problems import Place, Problem
from pressgen.search.documents import Owners
from pressgen.search.entries import Entry, Text
from pressgen.site import Output
from pressgen.site.search import Part, Searchable

PLACE = Place("mkdocs.yml")
SEARCH = "assets/pressgen/search"


def entry(name: str, year: int, names: Iterable[str] = ("Sorvik",), **texts: str) -> Entry:
    """Give an entry; each text is its title, a stroke, and its text."""
    parts = {tag: text.partition(" | ") for tag, text in texts.items()}
    made = {tag: Text(title, (body,)) for tag, (title, _, body) in parts.items()}
    return Entry(name, year, next(iter(texts)), made, tuple(names))


SORVIK = entry("sorvik", 2021, en="A call | The Ministers of Sorvik spoke.", km="ការហៅ | រដ្ឋមន្ត្រីបាននិយាយ។")
QASIRA = entry("qasira", 2022, ("Qasira", "قصيرة"), en="Fisheries | They signed the agreement in Qasira.")
RESCUE = entry("rescue", 2022, km="សង្គ្រោះ | ក្រុមសង្គ្រោះបានមកដល់ ASEAN។")
ABOUT = entry("/en/about/", 0, (), en="About | The press office.", km="អំពី | ការិយាល័យ។")
ENTRIES = (SORVIK, QASIRA, RESCUE, ABOUT)


def content(text: str) -> bytes:
    return text.encode()


def searchable(entries: Sequence[Entry] = ENTRIES, languages: Sequence[str] = ("en", "km")) -> Searchable:
    """Give what can be found; the files beside the index only say what they are."""

    def part(name: str, ending: str) -> Part:
        return Part(name, (Output(ending, content, {"text": f"{name} {len(entries)}"}),))

    return Searchable(
        owners=Owners.of(languages),
        entries=tuple(entries),
        catalogue=part("catalogue", ".json.gz"),
        results={tag: part(f"results-{tag}", "/0.json") for tag in languages},
        labels={tag: part(f"labels-{tag}", ".json") for tag in languages},
        texts=(Output("texts/about.json", content, {"text": "about"}),),
    )


@dataclass(frozen=True)
class Made:
    """An index in its folder, and the problems that were told."""

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
        return list(self.manifest["languages"][language]["bundles"])

    def ids(self, language: str, at: int = 0) -> list[str]:
        """Give the ids of the pages of a bundle."""
        return [id_ for id_, _ in self._metadata(self.bundles(language)[at])[1]]

    def places(self, language: str) -> list[int]:
        """Give every place at which the engine has a word of the only document of a language."""
        [bundle] = self.bundles(language)
        found: set[int] = set()
        for chunk in (self.folder / bundle / "index").glob("*.pf_index"):
            for _, [[_, steps, *_]], *_ in _read(chunk)[0]:
                # Places are steps from one to the next; what is below nothing is the weight of those behind it.
                found.update(accumulate(step for step in steps if step >= 0))
        return sorted(found)

    def words(self, language: str) -> dict[int, set[str]]:
        """Give the words of the index by the number of the entry that has them."""
        found: dict[int, set[str]] = {}
        for bundle in self.bundles(language):
            numbers = [int(id_.split(".")[0], 36) for id_, _ in self._metadata(bundle)[1]]
            for chunk in (self.folder / bundle / "index").glob("*.pf_index"):
                for word, pages, _ in _read(chunk)[0]:
                    at = 0
                    for page in pages:
                        at += page[0]
                        found.setdefault(numbers[at], set()).add(word)
        return found

    def chunks(self, language: str) -> list[tuple[str, str, dict[str, int]]]:
        """Give the chunks of a language's first bundle: the range that is looked up, and the places of each word."""
        bundle = self.bundles(language)[0]
        return [
            (first, last, {word: _places(pages) for word, pages, *_ in _read(self.folder / bundle / _file(id_))[0]})
            for first, last, id_ in self._metadata(bundle)[2]
        ]

    def vocabulary(self, language: str) -> dict[str, str]:
        told = self.manifest["languages"][language]["words"]
        texts = [(self.folder / f"{told['path']}{at}.txt").read_text("utf-8") for at in range(len(told["firsts"]))]
        lines = [line.split("\t") for text in texts for line in text.splitlines()]
        return {line[0]: line[-1] for line in lines}

    def _metadata(self, bundle: str) -> Any:  # noqa: ANN401
        told = json.loads((self.folder / bundle / "pagefind-entry.json").read_bytes())
        [one] = told["languages"].values()
        return _read(self.folder / bundle / f"pagefind.{one['hash']}.pf_meta")


def _file(chunk: str) -> str:
    return f"index/{chunk}.pf_index"


def _places(pages: list[Any]) -> int:
    return sum(1 + len(places) + len(of_metadata) for _, places, of_metadata in pages)


def _read(path: Path) -> Any:  # noqa: ANN401
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


Index = Callable[..., Made]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Make an index in a site of its own, or in the `site` of that name."""
    count = iter(range(1000))

    def make(found: Searchable | None = None, *, cache: Path | None = None, site: str = "") -> Made:
        folder = tmp_path / (site or f"site-{next(count)}")
        problems = indexing.index(found or searchable(), folder, cache, PLACE)
        return Made(folder / SEARCH, problems)

    return make


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the folders of documents that Pagefind was run over."""
    noted: list[str] = []

    def noting(program: Pagefind, jobs: Iterable[Job]) -> None:
        todo = list(jobs)
        noted.extend(job.source.name for job in todo)
        run(program, todo)

    monkeypatch.setattr(making, "run", noting)
    return noted
