"""Split an entry into the words by which it is found in the index of each language: its document there.

A document has the words of the title, then of names and facts, then of the text. Each script belongs to the languages
of the site that are written in it, or else to the first language. Words of a text whose language does not own their
script stay where they are, and stand in the documents of an owner as well: so a phrase in one script is asked of that
script's owners only, and is found wherever it is. Numbers belong to the first language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pressgen.search.entries import SearchEntry
from pressgen.search.words import (
    FILLER,
    NUMBER,
    Token,
    cluster_words,
    index_words,
    tokens,
    vocabulary,
    whole_name,
    whole_number,
)


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


@dataclass(frozen=True, slots=True)
class Document:
    """The words of an entry in one language.

    Those before `title_end` are of titles, those before `names_end` of names and facts. `vocabulary` has the words
    as readers type them, each with the word of the index.
    """

    words: tuple[str, ...]
    title_end: int
    names_end: int
    vocabulary: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.words)


def documents(entry: SearchEntry, owners: Owners, languages: Sequence[str]) -> Mapping[str, Document]:
    """Build the document of an entry in each of these languages; one without words is found by nothing."""
    split = {
        text.language: (tokens(text.title), [tokens(passage) for passage in text.passages]) for text in entry.texts
    }
    return {tag: _document(entry, tag, split, owners) for tag in languages}


_SplitTexts = Mapping[str, tuple[Sequence[Token], Sequence[Sequence[Token]]]]
"""By language the tokens of an entry's title and of each passage."""


def _document(entry: SearchEntry, tag: str, split: _SplitTexts, owners: Owners) -> Document:
    builder = _DocumentBuilder()
    titles = {other: title for other, (title, _) in split.items()}
    if tag in titles:
        builder.add(_Piece.of(titles[tag]))
    for other, title in titles.items():
        if other != tag:
            builder.add_new(map(_Piece.of, language_runs(title, tag, owners, other)))
    builder.end_part()
    title_end = len(builder.words)
    for name in (*entry.names, *entry.wholes):
        builder.add_new(_pieces_of_name(name, tag, owners, whole=name in entry.wholes))
    if entry.number and tag == owners.languages[0]:
        builder.add_new([_Piece.of_word(whole_number(entry.number))])
    builder.end_part()
    names_end = len(builder.words)
    for other, (_, passages) in sorted(split.items(), key=lambda text: text[0] != tag):
        for passage in passages:
            if other == tag:
                builder.add(_Piece.of(passage))
            else:
                builder.add_new(map(_Piece.of, language_runs(passage, tag, owners, other)))
    builder.end_part()
    return Document(tuple(builder.words), title_end, names_end, builder.vocabulary)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand together: those of the index, the single clusters in them, and what readers type for them."""

    words: tuple[str, ...]
    clusters: frozenset[str]
    vocabulary: Mapping[str, str]

    @classmethod
    def of(cls, words: Sequence[Token]) -> _Piece:
        return cls(tuple(index_words(words)), frozenset(cluster_words(words)), vocabulary(words))

    @classmethod
    def of_word(cls, word: str) -> _Piece:
        return cls((word,) if word else (), frozenset(), {})


@lru_cache(maxsize=65_536)
def _pieces_of_name(name: str, tag: str, owners: Owners, *, whole: bool) -> tuple[_Piece, ...]:
    """Split a name into pieces; an archive has few names many times.

    A name that is found as a `whole` has one word, in the documents of the first language alone.
    """
    words = tokens(name)
    if whole and (word := whole_name(words)):
        return (_Piece.of_word(word),) if tag == owners.languages[0] else ()
    return tuple(map(_Piece.of, language_runs(words, tag, owners)))


@dataclass(slots=True)
class _DocumentBuilder:
    """Collects the pieces of a document, with a word between them that keeps phrases from reaching across."""

    words: list[str] = field(default_factory=list)
    vocabulary: dict[str, str] = field(default_factory=dict)
    _clusters: set[str] = field(default_factory=set)
    _earlier_clusters: set[str] = field(default_factory=set)
    _added: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, piece: _Piece) -> None:
        """Add a piece."""
        if not piece.words:
            return
        if self.words:
            self.words.append(FILLER)
        self.words += piece.words
        self._clusters |= piece.clusters
        self.vocabulary.update(piece.vocabulary)

    def add_new(self, pieces: Iterable[_Piece]) -> None:
        """Add the pieces that this method has not added before."""
        for piece in pieces:
            if piece.words not in self._added:
                self._added.add(piece.words)
                self.add(piece)

    def end_part(self) -> None:
        """End the title, the names or the text with each cluster in it, unless an earlier part has it."""
        self.words += sorted(self._clusters - self._earlier_clusters)
        self._earlier_clusters |= self._clusters
        self._clusters.clear()


def language_runs(words: Sequence[Token], tag: str, owners: Owners, home: str = "") -> Iterator[Sequence[Token]]:
    """Yield the longest runs of words whose scripts belong to a language, with the numbers before, between and after.

    Numbers alone are a run for the first language only. Of a text in the language `home`, which has a document of its
    own, only words in scripts that `home` does not own are in runs, and only for the first of their owners.
    """
    is_first = tag == owners.languages[0]
    run: list[Token] = []
    counts = False
    for token in words:
        if token.script == NUMBER:
            run.append(token)
            counts = counts or is_first
        elif _belongs(tag, owners(token.script), home):
            run.append(token)
            counts = True
        else:
            if counts:
                yield run
            run, counts = [], False
    if counts:
        yield run


def _belongs(tag: str, owners: Sequence[str], home: str) -> bool:
    return tag in owners if not home else home not in owners and tag == owners[0]
