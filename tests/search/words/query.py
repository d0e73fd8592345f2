"""Read a query as phrases that are asked of the index, in Python: the reference for `query.js`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from pressgen.search.words.codes import (
    LONGEST_INITIALS,
    double_word,
    initials_word,
    may_be_solid,
    plain_word,
    single_word,
)
from pressgen.search.words.normal import NUMBER
from pressgen.search.words.table import inside, word_table
from pressgen.search.words.tokens import Token, tokens
from pressgen.search.words.wholes import LONGEST_NAME, whole_name
from tests.search.words.variants import spaced_number, written_otherwise


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that follow each other in the index; one word is a phrase too."""

    words: tuple[str, ...]
    prefix: str | None
    """Where its last word may be a beginning: the beginning of a key of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Phrase(Wording):
    """What has to be found in one of its wordings, the one that was typed or another way to write the same."""

    scripts: frozenset[str]
    tokens: tuple[Token, ...]
    instead: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """All of its phrases have to be in a document."""

    phrases: tuple[Phrase, ...]


def query_phrases(text: str) -> Query:
    """Read a query: words by white space, phrases by quotation marks of any language, an open one to the end."""
    limits = word_table()["limits"]
    whole, text = text, text[: limits["characters"]]
    phrases: dict[tuple[str, ...], Phrase] = {}
    for start, part, quoted in _parts(text):
        found = tokens(part)
        if len(whole) > len(text) == start + len(part):
            found = _without_the_cut(found)
        if not found:
            continue
        groups = [found] if quoted else list(_words(found))
        wholes = {} if quoted else _wholes(groups)
        for position, group in enumerate(groups):
            last = not quoted and position == len(groups) - 1 and text[start + group[-1].end :] in _OPEN
            for phrase in _phrases(group, wholes.get(position), last=last):
                if phrase.words not in phrases or phrase.prefix is None:
                    phrases[phrase.words] = phrase
    return Query(tuple(phrases.values())[: limits["phrases"]])


_OPEN = ("", "*")
"""What may follow a last word that may be a beginning."""


def _without_the_cut(found: list[Token]) -> list[Token]:
    """Leave out what a limit cut in two, where there is more: a word, or the groups of a number."""
    size = len(found) - 1
    while size > 0 and found[size - 1].script == NUMBER and found[size].start <= found[size - 1].end + 1:
        size -= 1
    return found[:size] or found


@cache
def _quotes() -> re.Pattern[str]:
    """Return the pattern of quotation marks: its second group is empty for one within a Hebrew abbreviation."""
    hebrew = inside(word_table()["scripts"]["Hebr"])
    within = hebrew + inside(word_table()["accents"])
    return re.compile(f'([{within}]"(?=[{hebrew}]))|([{re.escape(word_table()["quotes"])}])')


def _parts(text: str) -> Iterator[tuple[int, str, bool]]:
    start, quoted = 0, False
    for found in _quotes().finditer(text):
        if found[2]:
            yield start, text[start : found.start()], quoted
            start, quoted = found.end(), not quoted
    yield start, text[start:], quoted


def _words(found: list[Token]) -> Iterator[list[Token]]:
    """Split a query at white space and commas, and leave out elided words."""
    group: list[Token] = []
    for token in found:
        if group and not (token.before.joined and not _stopped(group[-1], token)):
            yield group
            group = []
        elif len(group) == 1 and token.before.link == "'" and group[0].text in word_table()["elisions"]:
            group = []
        group.append(token)
    if group:
        yield group


def _stopped(previous: Token, token: Token) -> bool:
    return token.before.stops and not previous.script == token.script == NUMBER


def _wholes(groups: list[list[Token]]) -> dict[int, Token]:
    """Return the numbers whose groups are words by themselves, `45 300`, by the places of these words."""
    found: dict[int, Token] = {}
    place = 0
    while place < len(groups):
        alone = [group[0] for group in takewhile(lambda group: len(group) == 1, groups[place:])]
        size = spaced_number(alone)
        if size:
            whole = alone[0]._replace(text="".join(token.text for token in alone[:size]), end=alone[size - 1].end)
            found |= dict.fromkeys(range(place, place + size), whole)
        place += size or 1
    return found


def _phrases(group: list[Token], whole: Token | None, *, last: bool) -> Iterator[Phrase]:
    """Return the phrases of tokens that follow each other, each with the other ways to write it."""
    if _initials(group):
        text, script = "".join(token.text for token in group), group[0].script
        known = script == "Latn" and text.isascii()
        yield _phrase([initials_word(text) if known else plain_word(text, script)], group, None)
        return
    others = [list(_parted(other, last=last)) for other in written_otherwise(group)]
    if whole:
        others.append(list(_parted([whole], last=last)))
    for place, phrase in enumerate(_parted(group, last=last)):
        same = (other[place] for other in others)
        instead = {one.words: Wording(one.words, one.prefix) for one in same if one.words != phrase.words}
        yield replace(phrase, instead=tuple(instead.values()))


def _parted(group: list[Token], *, last: bool) -> Iterator[Phrase]:
    """Part tokens that follow each other into phrases.

    A cluster alone at an end is a phrase of its own: in a text it may have neighbours. Between numbers or words it has
    none.
    """
    held: list[list[Token]] = []
    runs = list(_runs(group))
    for place, run in enumerate(runs):
        ending = place == len(runs) - 1
        alone = len(run) == 1 and run[0].script in word_table()["clusters"] and not _between_others(runs, place)
        if alone and held:
            yield _joined(held, None)
            held = []
        held.append(run)
        if alone or ending:
            yield _joined(held, "".join(token.text for token in run[-2:]) if last and ending else None)
            held = []


def _between_others(runs: list[list[Token]], place: int) -> bool:
    """Whether a run stands between two of other scripts, as 年 in `2022年2月`."""
    scripts = [run[0].script for run in runs[max(0, place - 1) : place + 2]]
    return 0 < place < len(runs) - 1 and scripts[1] not in (scripts[0], scripts[2])


def _initials(group: list[Token]) -> bool:
    """Whether a word is initials with points; the index has them as one word, as others write them."""
    return 1 < len(group) <= LONGEST_INITIALS and all(
        token.before.link == "." and may_be_solid(previous, token, ".") for previous, token in pairwise(group)
    )


def _joined(runs: list[list[Token]], prefix: str | None) -> Phrase:
    members = [token for run in runs for token in run]
    return _phrase([word for run in runs for word in _words_of(run)], members, prefix)


def _words_of(run: list[Token]) -> Iterator[str]:
    script = run[0].script
    if script not in word_table()["clusters"]:
        yield plain_word(run[0].text, script)
    elif len(run) == 1:
        yield single_word(run[0].text, script)
    else:
        yield from (double_word(first.text, second.text, script) for first, second in pairwise(run))


def _phrase(words: list[str], members: list[Token], prefix: str | None) -> Phrase:
    return Phrase(tuple(words), prefix, frozenset(token.script for token in members), tuple(members))


def _runs(group: list[Token]) -> Iterator[list[Token]]:
    """Yield runs of clusters, and every other token by itself."""
    known = word_table()["clusters"]
    run: list[Token] = []
    for token in group:
        if run and not (token.script in known and token.script == run[-1].script and not token.before.breaks):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


class Named(NamedTuple):
    """Phrases of a query that follow each other and may be a name: the places of the first and the last, the word."""

    first: int
    last: int
    word: str


def names_in(phrases: Sequence[Phrase]) -> Iterator[Named]:
    """List what of a query may be a name of several words, each with the word that stands for it."""
    for first in range(len(phrases)):
        found: list[Token] = []
        for last in range(first, len(phrases)):
            found += phrases[last].tokens
            if len(found) > LONGEST_NAME or any(one.script != other.script for one, other in pairwise(found)):
                break
            if word := whole_name(found):
                yield Named(first, last, word)
