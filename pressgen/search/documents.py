"""Which words stand for an entry in the index of each language: an entry goes in, documents by language come out.

A document has the words of the title, then of names and facts, then of the text. Each script belongs to the languages
of the site that are written in it, or else to the first language. Words of a text whose language does not own their
script stay where they are, and stand in the documents of an owner as well: so a phrase in one script is asked of that
script's owners only, and is found wherever it is. Numbers belong to the first language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pressgen.search.entries import Entry
from pressgen.search.words import (
    FILLER,
    Token,
    cluster_words,
    index_words,
    tokens,
    vocabulary,
    whole_name,
    whole_number,
)

NUMBER = "Zyyy"
"""What a word's script is called that has digits only."""


# Two are the same if they are one: they stand in the keys of what has been cut already.
@dataclass(frozen=True, slots=True, eq=False)
class Owners:
    """Which languages of a site each script belongs to."""

    languages: tuple[str, ...]
    scripts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, languages: Mapping[str, Collection[str]]) -> Owners:
        """Find the owners of each script in a site with these languages, given the scripts of each."""
        scripts: dict[str, tuple[str, ...]] = {}
        for tag, written_in in languages.items():
            for script in sorted(written_in):
                scripts[script] = (*scripts.get(script, ()), tag)
        return cls(tuple(languages), scripts)

    def __call__(self, script: str) -> tuple[str, ...]:
        """Give the owners of a script, the first of them first."""
        return self.scripts.get(script) or self.languages[:1]


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


def documents(entry: Entry, owners: Owners, languages: Sequence[str]) -> Mapping[str, Document]:
    """Give the document of an entry in each of these languages; one without words has nothing to be found by."""
    cut = {
        tag: (tokens(text.title), [tokens(passage) for passage in text.passages]) for tag, text in entry.texts.items()
    }
    return {tag: _document(entry, tag, cut, owners) for tag in languages}


_Cut = Mapping[str, tuple[Sequence[Token], Sequence[Sequence[Token]]]]


def _document(entry: Entry, tag: str, cut: _Cut, owners: Owners) -> Document:
    made = _Made()
    titles = {other: title for other, (title, _) in cut.items()}
    if tag in titles:
        made.add(_Piece.of(titles[tag]))
    for other, title in titles.items():
        if other != tag:
            made.add_new(map(_Piece.of, runs(title, tag, owners, other)))
    made.end_part()
    title_end = len(made.words)
    for name in (*entry.names, *entry.wholes):
        made.add_new(_pieces_of_name(name, tag, owners, whole=name in entry.wholes))
    if entry.number and tag == owners.languages[0]:
        made.add_new([_Piece.of_word(whole_number(entry.number))])
    made.end_part()
    names_end = len(made.words)
    for other, (_, passages) in sorted(cut.items(), key=lambda each: each[0] != tag):
        for passage in passages:
            if other == tag:
                made.add(_Piece.of(passage))
            else:
                made.add_new(map(_Piece.of, runs(passage, tag, owners, other)))
    made.end_part()
    return Document(tuple(made.words), title_end, names_end, made.vocabulary)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand together: those of the index, the single clusters in them, and what readers type for them."""

    words: tuple[str, ...]
    clusters: frozenset[str]
    vocabulary: Mapping[str, str]

    @classmethod
    def of(cls, found: Sequence[Token]) -> _Piece:
        return cls(tuple(index_words(found)), frozenset(cluster_words(found)), vocabulary(found))

    @classmethod
    def of_word(cls, word: str) -> _Piece:
        return cls((word,) if word else (), frozenset(), {})


@lru_cache(maxsize=65_536)
def _pieces_of_name(name: str, tag: str, owners: Owners, *, whole: bool) -> tuple[_Piece, ...]:
    """Cut a name into pieces; an archive has few names many times.

    Of one that is found as a `whole`, the word that stands for it is asked of the first language alone.
    """
    found = tokens(name)
    if whole and (word := whole_name(found)):
        return (_Piece.of_word(word),) if tag == owners.languages[0] else ()
    return tuple(map(_Piece.of, runs(found, tag, owners)))


@dataclass(slots=True)
class _Made:
    """A document in the making: no phrase goes from one piece to the next."""

    words: list[str] = field(default_factory=list)
    clusters: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    vocabulary: dict[str, str] = field(default_factory=dict)
    seen: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, piece: _Piece) -> None:
        if not piece.words:
            return
        if self.words:
            self.words.append(FILLER)
        self.words += piece.words
        self.clusters |= piece.clusters
        self.vocabulary.update(piece.vocabulary)

    def end_part(self) -> None:
        """End the title, the names or the text with each cluster in it, unless an earlier part has it."""
        self.words += sorted(self.clusters - self.known)
        self.known |= self.clusters
        self.clusters.clear()

    def add_new(self, pieces: Iterable[_Piece]) -> None:
        """Add the pieces that have not been added so yet."""
        for piece in pieces:
            if piece.words not in self.seen:
                self.seen.add(piece.words)
                self.add(piece)


def runs(found: Sequence[Token], tag: str, owners: Owners, home: str = "") -> Iterator[Sequence[Token]]:
    """Give the longest runs of words whose scripts belong to a language, with the numbers before, between and after.

    Numbers alone are a run for the first language only. Of a text in the language `home`, which has a document of its
    own, only words in scripts that `home` does not own are given, and those to the first of their owners.
    """
    first = tag == owners.languages[0]
    run: list[Token] = []
    worth = False
    for token in found:
        if token.script == NUMBER:
            run.append(token)
            worth = worth or first
        elif _belongs(tag, owners(token.script), home):
            run.append(token)
            worth = True
        else:
            if worth:
                yield run
            run, worth = [], False
    if worth:
        yield run


def _belongs(tag: str, owners: Sequence[str], home: str) -> bool:
    return tag in owners if not home else home not in owners and tag == owners[0]
