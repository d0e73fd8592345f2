"""Split texts into words of the index, each as a number: what two neighbours make is worked out once.

A text has many words and few that are new. So printed words, what stands between them, and the word of the index that
a token is behind another are numbered when they are first met, and looked up from then on. The numbers are those of
this process; `word_of` and `as_typed` lead from them to words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from pressgen.search.words.codes import (
    FILLER,
    cluster_start,
    coded,
    double_word,
    initials_word,
    is_unspaced,
    may_be_solid,
    plain_word,
    script_of_clusters,
    single_word,
    solids,
)
from pressgen.search.words.tokens import (
    START,
    Between,
    Pattern,
    Token,
    between,
    in_capitals,
    parts_of_word,
    pattern_for,
    tokens,
)

Key = TypeVar("Key", bound=Hashable)

_MOST_CACHED, _LONGEST_CACHED = 500_000, 64
_NONE = -1


class SplitText(NamedTuple):
    """The tokens of a text: each as the number of its unit, and of what stands before it."""

    units: Sequence[int]
    gaps: Sequence[int]


class Unit(NamedTuple):
    """What a token is by itself, wherever it stands."""

    text: str
    script: str
    capitals: bool


class _Numbers(dict[Key, int], Generic[Key]):
    """Numbers values in the order in which they are first looked up."""

    def __init__(self, first: Key) -> None:
        super().__init__({first: 0})
        self.listed: list[Key] = [first]

    def __missing__(self, value: Key) -> int:
        self[value] = number = len(self.listed)
        self.listed.append(value)
        return number


class _Words(_Numbers[str]):
    """The words of the index, with what readers type for each; the filler is the first."""

    def __init__(self) -> None:
        super().__init__(FILLER)
        self.typed: dict[int, str] = {}

    def number(self, word: str, typed: str) -> int:
        number = self[word]
        if typed != word:
            self.typed[number] = typed
        return number


_WORDS = _Words()
_UNITS: _Numbers[Unit] = _Numbers(Unit("", "", capitals=False))
_BETWEEN: _Numbers[Between] = _Numbers(START)
FILLER_NUMBER = 0


def word_of(number: int) -> str:
    """Return the word of the index that has a number."""
    return _WORDS.listed[number]


def as_typed(number: int) -> str:
    """Return a word as readers type it; nothing for the filler and for names and initials, which stand for a whole."""
    word = _WORDS.listed[number]
    return "" if word.startswith(FILLER) else _WORDS.typed.get(number, word)


class _Lines(dict[int, str]):
    """The lines of words in a vocabulary."""

    def __missing__(self, number: int) -> str:
        word, shown = word_of(number), as_typed(number)
        self[number] = line = word if shown == word else f"{shown}\t{_short(word, shown)}"
        return line


_LINES = _Lines()


def _short(word: str, typed: str) -> str:
    """Leave out of the word of a cluster, or of two, what follows from it as it is typed."""
    start = cluster_start(word)
    return start if start and word == start + coded(typed, script_of_clusters(start)) else word


def vocabulary_lines(numbers: Iterable[int]) -> list[str]:
    """Write words as lines of a vocabulary.

    A line has the word as it is typed, and, where that is another, behind a tab the word of the index. Of that of a
    cluster, or of two, it has only the letters that say so: the others follow from how it is typed.
    """
    return list(map(_LINES.__getitem__, numbers))


def read_line(line: str) -> tuple[str, str]:
    """Return the word that a line of a vocabulary has as it is typed, and that of the index."""
    typed, _, word = line.partition("\t")
    if word and word == cluster_start(word):
        word += coded(typed, script_of_clusters(word))
    return typed, word or typed


def number_of(word: str, typed: str = "") -> int:
    """Return the number of a word that readers type so, or that stands for a whole name or number."""
    return _WORDS.number(word, typed) if typed else _WORDS[word]


def unit(number: int) -> Unit:
    """Return the unit that has a number."""
    return _UNITS.listed[number]


class _UnitsOfWords(dict[str, int]):
    """The numbers of the units of printed words, so that each is read once; very long ones are not kept.

    That of a word which has several parts, or none, is below zero.
    """

    def __missing__(self, raw: str) -> int:
        parts = parts_of_word(raw)
        number = _UNITS[Unit(*parts[0], in_capitals(raw))] if len(parts) == 1 else _NONE
        if len(raw) <= _LONGEST_CACHED:
            if len(self) >= _MOST_CACHED:
                self.clear()
            self[raw] = number
        return number


class _GapNumbers(dict[str, int]):
    """The numbers of what stands between printed words, likewise."""

    def __missing__(self, gap: str) -> int:
        number = _BETWEEN[between(gap)]
        if len(gap) <= _LONGEST_CACHED:
            if len(self) >= _MOST_CACHED:
                self.clear()
            self[gap] = number
        return number


_UNITS_OF_WORDS = _UnitsOfWords()
_GAP_NUMBERS = _GapNumbers()


def split_texts(texts: Sequence[str]) -> list[SplitText]:
    """Split texts that are written alike, as those of one edition."""
    pattern = pattern_for("".join(texts))
    return [_split(text, pattern) for text in texts]


def _split(text: str, pattern: Pattern) -> SplitText:
    pieces = pattern.split(text)
    units = list(map(_UNITS_OF_WORDS.__getitem__, pieces[1::2]))
    if min(units, default=_NONE) < 0:
        return split_tokens(tokens(text))
    return SplitText(units, [0, *map(_GAP_NUMBERS.__getitem__, pieces[2:-1:2])])


def split_tokens(found: Sequence[Token]) -> SplitText:
    """Number the tokens of a text."""
    return SplitText(
        [_UNITS[Unit(token.text, token.script, token.capitals)] for token in found],
        [_BETWEEN[token.before] for token in found],
    )


# What is to be looked at where a word of the index does not depend on one neighbour alone: it is a cluster that no
# other stands before, it may be one word with the one before it, it is in capitals.
_BEGINS, _LINKED, _CAPITALS = 1, 2, 4


class _Steps(dict[tuple[int, int, int], int]):
    """The word of the index that a unit is behind another, with what is between; below zero, it is `noted`."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: _Numbers[tuple[int, int]] = _Numbers((_NONE, 0))
        self.doubles: set[int] = set()

    def __missing__(self, key: tuple[int, int, int]) -> int:
        if len(self) >= _MOST_CACHED:
            self.clear()
        previous, gap, own = key
        self[key] = step = self._step(_UNITS.listed[previous], _BETWEEN.listed[gap], _UNITS.listed[own])
        return step

    def _step(self, previous: Unit, before: Between, own: Unit) -> int:
        text, script, capitals = own
        if is_unspaced(script):
            if previous.script == script and not before.breaks:
                number = _WORDS.number(double_word(previous.text, text, script), previous.text + text)
                self.doubles.add(number)
                return number
            return ~self.noted[_single(own), _BEGINS]
        number = _WORDS.number(plain_word(text, script), text)
        linked = before.link and may_be_solid(_token(previous, START), _token(own, before), before.link)
        signs = _LINKED * bool(linked) | _CAPITALS * capitals
        return ~self.noted[number, signs] if signs else number


_STEPS = _Steps()


def numbers_of_words(split: SplitText, start: int = 0, end: int | None = None) -> list[int]:
    """Write tokens from a place to another as words of the index.

    A run of n clusters is n - 1 words; one alone is its own.

    What may also be written as one word (co-operation, U.N.) follows at the end, where no phrase reaches it, and then
    initials, U.N. or UN, so that a query for U.N. does not find the word un.
    """
    units, gaps = split.units[start:end], split.gaps[start:end]
    if not units:
        return []
    steps = list(map(_STEPS.__getitem__, zip([0, *units[:-1]], [0, *gaps[1:]], units, strict=True)))
    return steps if min(steps) >= 0 else _finished(steps, SplitText(units, gaps))


def _finished(steps: list[int], split: SplitText) -> list[int]:
    """Look at what is noted of the tokens."""
    words, noted, doubles = steps.copy(), _STEPS.noted.listed, _STEPS.doubles
    linked: list[int] = []
    capitals: list[str] = []
    for at in reversed([at for at, step in enumerate(steps) if step < 0]):
        number, signs = noted[~steps[at]]
        if signs == _BEGINS and at + 1 < len(steps) and steps[at + 1] in doubles:
            del words[at]  # it is in the word of the next
            continue
        words[at] = number
        if signs & _LINKED:
            linked.append(at)
        if signs & _CAPITALS:
            capitals.append(_UNITS.listed[split.units[at]].text)
    if not (linked or capitals):
        return words
    dotted: list[str] = []
    for text, script, link in _solids(split, linked[::-1]):
        words += (FILLER_NUMBER, _WORDS.number(plain_word(text, script), text))
        if link == "." and script == "Latn" and text.isascii():
            dotted.append(text)
    for text in dict.fromkeys([*dotted, *reversed(capitals)]):
        words += (FILLER_NUMBER, _WORDS[initials_word(text)])
    return words


def _solids(split: SplitText, linked: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Yield what is one word, of tokens each of which is linked to the one before it at these places."""
    first = 0
    for place, at in enumerate(linked):
        if place + 1 == len(linked) or linked[place + 1] != at + 1:
            begin = linked[first] - 1
            units, gaps = split.units[begin : at + 1], split.gaps[begin : at + 1]
            yield from solids(
                [_token(_UNITS.listed[unit], _BETWEEN.listed[gap]) for unit, gap in zip(units, gaps, strict=True)]
            )
            first = place + 1


def _token(own: Unit, before: Between) -> Token:
    return Token(own.text, own.script, 0, 0, before, own.capitals)


def _single(own: Unit) -> int:
    return _WORDS.number(single_word(own.text, own.script), own.text)


class _Singles(dict[int, int]):
    """By the number of a unit the word of its cluster by itself."""

    def __missing__(self, number: int) -> int:
        own = _UNITS.listed[number]
        self[number] = single = _single(own) if is_unspaced(own.script) else _NONE
        return single


_SINGLES = _Singles()


def clusters_of(units: Iterable[int]) -> set[int]:
    """Return the words that a document has once, apart from its text: each of its clusters by itself."""
    return set(map(_SINGLES.__getitem__, set(units))) - {_NONE}


def index_words(found: Sequence[Token]) -> list[str]:
    """Write tokens as words of the index, see `numbers_of_words`."""
    return list(map(word_of, numbers_of_words(split_tokens(found))))


def cluster_words(found: Sequence[Token]) -> set[str]:
    """Return the words of the clusters of tokens, see `clusters_of`."""
    return set(map(word_of, clusters_of(split_tokens(found).units)))


def vocabulary(found: Sequence[Token]) -> dict[str, str]:
    """Return what a reader may begin to type, as search compares it, with the word of the index for each."""
    split = split_tokens(found)
    numbers = {*numbers_of_words(split), *clusters_of(split.units)}
    return {as_typed(number): word_of(number) for number in numbers if as_typed(number)}
