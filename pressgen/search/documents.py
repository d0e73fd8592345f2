"""Split an entry into the words by which it is found in the index of each language: its document there.

A document has the words of the title, then of names and facts, then of the text. Each script belongs to the languages
of the site that are written in it, or else to the first language. Words of a text whose language does not own their
script stay where they are, and stand in the documents of an owner as well: so a phrase in one script is asked of that
script's owners only, and is found wherever it is. Numbers belong to the first language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from pressgen.search.entries import SearchEntry
from pressgen.search.words import NUMBER, whole_name, whole_number
from pressgen.search.words.texts import SplitText, clusters_of, number_of, numbers_of_words, split_texts, unit
from pressgen.search.words.tokens import tokens


@dataclass(frozen=True)
class Owners:
    """The languages of a site, and which of them each script belongs to."""

    languages: tuple[str, ...]
    scripts: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, languages: Mapping[str, Collection[str]]) -> Owners:
        """Find the owners of each script in a site with these languages, given the scripts of each."""
        scripts: dict[str, tuple[str, ...]] = {}
        for tag, written_in in languages.items():
            for script in sorted(written_in):
                scripts[script] = (*scripts.get(script, ()), tag)
        return cls(tuple(languages), tuple(scripts.items()))

    def __call__(self, script: str) -> tuple[str, ...]:
        """Return the owners of a script, the first of them first."""
        return self._by_script.get(script) or self.languages[:1]

    @cached_property
    def _by_script(self) -> Mapping[str, tuple[str, ...]]:
        return dict(self.scripts)

    @cached_property
    def _hash(self) -> int:
        return hash((self.languages, self.scripts))

    def __hash__(self) -> int:
        # Owners are part of the key of every name that is split, some millions of times.
        return self._hash


Piece = Sequence[int]
"""Words that stand one after the other, each as its number in this process."""


class DocumentPart(NamedTuple):
    """The title, the names or the text of a document: pieces, which no phrase crosses, and its single clusters.

    These stand in the first part that has them, in any order.
    """

    pieces: Sequence[Piece]
    clusters: Collection[int]


class Document(NamedTuple):
    """The words of an entry in one language."""

    title: DocumentPart
    names: DocumentPart
    text: DocumentPart


def documents(entry: SearchEntry, owners: Owners, languages: Sequence[str]) -> Mapping[str, Document]:
    """Build the document of an entry in each of these languages; one without words is found by nothing."""
    split = {text.language: split_texts((text.title, *text.passages)) for text in entry.texts}
    return {tag: _document(entry, tag, split, owners) for tag in languages}


_SplitTexts = Mapping[str, Sequence[SplitText]]
"""By language an entry's title, and behind it each passage."""


def _document(entry: SearchEntry, tag: str, split: _SplitTexts, owners: Owners) -> Document:
    builder = _DocumentBuilder()
    if tag in split:
        builder.add_text(split[tag][0])
    for other, (title, *_) in split.items():
        if other != tag:
            builder.add_new(language_runs(title, tag, owners, other))
    title_part = builder.part()
    names, wholes = _words_of_names(tag, owners, whole=False), _words_of_names(tag, owners, whole=True)
    only_wholes = frozenset(entry.wholes)
    for name in (*entry.names, *entry.wholes):
        builder.add_new(wholes[name] if name in only_wholes else names[name])
    if entry.number and tag == owners.languages[0] and (word := whole_number(entry.number)):
        builder.add_new([_Words((number_of(word),), frozenset())])
    names_part = builder.part()
    for passage in split[tag][1:] if tag in split else ():
        builder.add_text(passage)
    for other, (_, *passages) in split.items():
        if other != tag:
            for passage in passages:
                builder.add_new(language_runs(passage, tag, owners, other))
    return Document(title_part, names_part, builder.part())


class _Words(NamedTuple):
    """Words that stand together, and the single clusters in them."""

    words: tuple[int, ...]
    clusters: frozenset[int]


_MOST_NAMES = 65_536


class _WordsOfNames(dict[str, tuple[_Words, ...]]):
    """The words of names in the documents of a language: an archive has few names many times.

    A name that is found as a `whole` is one word, which stands in the documents of the first language.
    """

    def __init__(self, tag: str, owners: Owners, *, whole: bool) -> None:
        super().__init__()
        self._tag, self._owners, self._whole = tag, owners, whole

    def __missing__(self, name: str) -> tuple[_Words, ...]:
        if len(self) >= _MOST_NAMES:
            self.clear()
        self[name] = words = tuple(self._split(name))
        return words

    def _split(self, name: str) -> Iterable[_Words]:
        if self._whole and (word := whole_name(tokens(name))):
            is_first = self._tag == self._owners.languages[0]
            return (_Words((number_of(word),), frozenset()),) if is_first else ()
        return language_runs(split_texts([name])[0], self._tag, self._owners)


@lru_cache(maxsize=256)
def _words_of_names(tag: str, owners: Owners, *, whole: bool) -> _WordsOfNames:
    return _WordsOfNames(tag, owners, whole=whole)


class _DocumentBuilder:
    """Collects the pieces of a document."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._units: set[int] = set()
        self._clusters: set[int] = set()
        self._earlier_clusters: set[int] = set()
        self._added: set[tuple[int, ...]] = set()

    def add_text(self, split: SplitText) -> None:
        """Add a title or a passage."""
        if words := numbers_of_words(split):
            self._pieces.append(words)
            self._units.update(split.units)

    def add_new(self, pieces: Iterable[_Words]) -> None:
        """Add the pieces that this method has not added before."""
        for words, clusters in pieces:
            if words and words not in self._added:
                self._added.add(words)
                self._pieces.append(words)
                self._clusters |= clusters

    def part(self) -> DocumentPart:
        """End the title, the names or the text."""
        self._clusters |= clusters_of(self._units)
        part = DocumentPart(self._pieces, self._clusters - self._earlier_clusters)
        self._earlier_clusters |= self._clusters
        self._pieces, self._clusters, self._units = [], set(), set()
        return part


def language_runs(split: SplitText, tag: str, owners: Owners, home: str = "") -> Iterator[_Words]:
    """Yield the longest runs of words whose scripts belong to a language, with the numbers before, between and after.

    Numbers alone are a run for the first language only. Of a text in the language `home`, which has a document of its
    own, only words in scripts that `home` does not own are in runs, and only for the first of their owners.
    """
    kinds = bytes(map(_kinds(tag, owners, home).__getitem__, split.units))
    least = _NUMBER if tag == owners.languages[0] else _OWN
    if max(kinds, default=_FOREIGN) >= least:
        for run in _RUN.finditer(kinds):
            if max(run[0]) >= least:
                yield _words_of_run(split, *run.span())


_RUNS: dict[tuple[int, ...], _Words] = {}
_MOST_RUNS = 65_536


def _words_of_run(split: SplitText, start: int, end: int) -> _Words:
    """Return the words of a run: most are numbers and names, which an archive has many times."""
    key = (*split.units[start:end], *split.gaps[start + 1 : end])
    if key not in _RUNS:
        if len(_RUNS) >= _MOST_RUNS:
            _RUNS.clear()
        words = tuple(numbers_of_words(split, start, end))
        _RUNS[key] = _Words(words, frozenset(clusters_of(split.units[start:end])))
    return _RUNS[key]


_FOREIGN, _NUMBER, _OWN = range(3)
"""What a word may be in a run of a language."""
_RUN = re.compile(rb"[^\0]+")


class _Kinds(dict[int, int]):
    """By the number of a unit what it is in a run of a language, of a text in the language `home`."""

    def __init__(self, tag: str, owners: Owners, home: str) -> None:
        super().__init__()
        self._tag, self._owners, self._home = tag, owners, home

    def __missing__(self, number: int) -> int:
        script = unit(number).script
        self[number] = kind = _NUMBER if script == NUMBER else _OWN if self._owns(script) else _FOREIGN
        return kind

    def _owns(self, script: str) -> bool:
        owners = self._owners(script)
        return self._tag in owners if not self._home else self._home not in owners and self._tag == owners[0]


@lru_cache(maxsize=1024)
def _kinds(tag: str, owners: Owners, home: str) -> _Kinds:
    return _Kinds(tag, owners, home)
