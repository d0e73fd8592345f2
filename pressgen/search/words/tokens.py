"""Split texts into tokens: words, numbers, and the clusters of scripts without spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from itertools import accumulate, chain
from typing import NamedTuple

from pressgen.search.words.normal import NUMBER, Part, cluster_source, clusters, compatible, number, word
from pressgen.search.words.table import DIGIT, IGNORED, MARK, inside, kind_of, word_table


class Between(NamedTuple):
    """What stands between a token and the one before it."""

    joined: bool
    """No white space."""
    breaks: bool
    """Anything but white space and middle dots, or the beginning of the text: a run of clusters ends there."""
    link: str
    """"-" for one hyphen, "'" for one apostrophe, "." for a point and perhaps a space, else nothing."""
    stops: bool
    """A comma or another mark after which something else begins."""


class Token(NamedTuple):
    """A word, a number, or a cluster of a script without spaces."""

    text: str
    """As search compares it."""
    script: str
    """ISO 15924; Zyyy for numbers, Hani for kana too."""
    start: int
    """Its first character in the text; the parts of one printed word share their place."""
    end: int
    before: Between
    capitals: bool
    """Two to five ASCII capitals, as of an abbreviation."""


START = Between(joined=False, breaks=True, link="", stops=False)
_PART = Between(joined=True, breaks=False, link="", stops=False)
_MOST_CACHED, _LONGEST_CACHED = 200_000, 64


class _PartsCache(dict[str, tuple[Part, ...]]):
    """The parts of printed words, so that each is read once; very long ones are not kept."""

    def __missing__(self, raw: str) -> tuple[Part, ...]:
        if len(raw) > _LONGEST_CACHED:
            return _read(raw)
        if len(self) >= _MOST_CACHED:
            self.clear()
        self[raw] = parts = _read(raw)
        return parts


class _GapsCache(dict[str, Between]):
    """What stands between tokens, likewise."""

    def __missing__(self, gap: str) -> Between:
        if len(gap) > _LONGEST_CACHED:
            return _between(gap)
        if len(self) >= _MOST_CACHED // 10:
            self.clear()
        self[gap] = between = _between(gap)
        return between


_PARTS = _PartsCache()
_GAPS = _GapsCache()
# The constructor of a named tuple takes more time than everything else that a token needs.
_new_token: Callable[[tuple[str, str, int, int, Between, bool]], Token] = partial(tuple.__new__, Token)


Pattern = re.Pattern[str]
"""The pattern of tokens in some texts; it splits a text into printed words and what stands around each."""


def parts_of_word(raw: str) -> tuple[Part, ...]:
    """Return the parts of a printed word: nearly always one."""
    return _PARTS[raw]


def between(gap: str) -> Between:
    """Say what stands between two printed words."""
    return _GAPS[gap]


def in_capitals(raw: str) -> bool:
    """True if a printed word is two to five ASCII capitals."""
    return _CAPITALS.fullmatch(raw) is not None


def tokens(text: str) -> list[Token]:
    """Split a text; never raises, whatever the text is."""
    pieces = pattern_for(text).split(text)
    if len(pieces) == 1:
        return []
    parts = list(map(_PARTS.__getitem__, pieces[1::2]))
    places = list(accumulate(map(len, pieces)))
    capitals = list(map(in_capitals, pieces[1::2]))
    if set(map(len, parts)) != {1}:
        return list(map(_new_token, _of_parts(parts, pieces[0::2], places, capitals)))
    texts, scripts = zip(*chain.from_iterable(parts), strict=True)
    gaps = [START, *map(_GAPS.__getitem__, pieces[2:-1:2])]
    return list(map(_new_token, zip(texts, scripts, places[0::2], places[1::2], gaps, capitals, strict=False)))


_CAPITALS = re.compile("[A-Z]{2,5}")


def _of_parts(
    parts: list[tuple[Part, ...]], gaps: list[str], places: list[int], capitals: list[bool]
) -> Iterable[tuple[str, str, int, int, Between, bool]]:
    """Yield the fields of tokens where some printed words have several parts, or none."""
    before: Between | None = START
    gap = ""
    for index, word_parts in enumerate(parts):
        start, end = places[2 * index], places[2 * index + 1]
        gap += gaps[index]
        if not word_parts:
            gap += "_"  # a word of nothing but signs is like a mark of punctuation
            continue
        between = before or _GAPS[gap]
        for text, script in word_parts:
            yield text, script, start, end, between, capitals[index]
            between = _PART
        before, gap = None, ""


def _read(raw: str) -> tuple[Part, ...]:
    kind = kind_of(raw[0])
    if kind.startswith(DIGIT):
        letters = kind_of(raw[-1])  # where a digit stands for the letter that looks like it
        return clusters(raw, letters) if letters in word_table()["clusters"] else number(raw)
    if kind == NUMBER:
        return tuple((token.text, token.script) for token in tokens(compatible(raw)))
    return clusters(raw, kind) if kind in word_table()["clusters"] else word(raw, kind)


def _between(gap: str) -> Between:
    white, ignored, dots = _blanks()
    rest = ignored.sub("", gap)
    solid = dots.sub("", white.sub("", rest))
    return Between(not white.search(rest), bool(solid), _link(rest, solid), not _stops().isdisjoint(solid))


def _link(rest: str, solid: str) -> str:
    data = word_table()
    if len(rest) == 1 and rest in data["hyphens"]:
        return "-"
    if len(rest) == 1 and rest in data["apostrophes"]:
        return "'"
    return "." if solid == "." and rest[0] == "." else ""


@cache
def _stops() -> frozenset[str]:
    return frozenset(word_table()["stops"])


@cache
def _blanks() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = word_table()
    white, ignored, dots = (
        re.compile(f"[{items}]+") for items in (inside(data["white"]), inside(data["ignored"]), data["dots"])
    )
    return white, ignored, dots


def pattern_for(text: str) -> Pattern:
    """Return the pattern of the tokens of a text, and of any other that has no character beyond its own.

    Every alternative is tried at every space, so a pattern has only those that the text may have.
    """
    if text.isascii():
        return _pattern(frozenset())
    kinds = frozenset(map(kind_of, {*text} - _PRINTED)) - _ALWAYS
    return _pattern(kinds if word_table()["inner"]["Latn"] not in text else kinds | {"Latn"})


# A pattern has these anyway.
_PRINTED = frozenset(map(chr, range(0x20, 0x7F)))
_ALWAYS = frozenset({"", DIGIT})


@lru_cache(maxsize=512)
def _pattern(kinds: frozenset[str]) -> Pattern:
    """Return the pattern of tokens of ASCII letters and digits, and of these kinds."""
    unspaced = word_table()["clusters"]
    scripts = [script for script in word_table()["scripts"] if script in kinds]
    zeros = [kind[1:] for kind in sorted(kinds) if kind.startswith(DIGIT)]
    narrow = not kinds & {"Latn", MARK, IGNORED}
    sources = [
        *(cluster_source(script) for script in scripts if script in unspaced),
        _ascii_word() if narrow else _word("Latn"),
        _number(["30", *zeros]),
        *(_word(script) for script in scripts if script not in unspaced and script != "Latn"),
    ]
    if NUMBER in kinds:
        sources.append(f"[{inside(word_table()['compatible'])}]+")
    return re.compile(f"({'|'.join(sources)})")


_NUMERO = "[Nn]°"
"""As French types `nº`, the number of a document."""


def _ascii_word() -> str:
    return f"{_NUMERO}|[A-Za-z]+(?:[{re.escape(word_table()['apostrophes'])}][sS](?![A-Za-z]))?"


def _word(script: str) -> str:
    data = word_table()
    letters = inside(data["scripts"][script])
    within = letters + inside(data["accents"])
    joining = re.escape(data["inner"].get(script, ""))
    between = f"|[{joining}](?=[{letters}])" if joining else ""
    after = f"(?:[{re.escape(data['apostrophes'])}][sS](?![{letters}]))?" if script == "Latn" else ""
    word = f"[{letters}](?:[{within}]+|[{inside(data['ignored'])}]+(?=[{within}]){between})*{after}"
    return f"{_NUMERO}|{word}" if script == "Latn" else word


def _number(zeros: list[str]) -> str:
    firsts = [int(first, 16) for first in zeros]
    digit = "".join(inside(f"{first:X}-{first + 9:X}") for first in firsts)
    leading = "".join(inside(f"{first + 1:X}-{first + 9:X}") for first in firsts)
    zero = "".join(inside(f"{first:X}") for first in firsts)
    grouped = [
        f"[{leading}][{digit}]{{0,2}}(?:{re.escape(group)}[{digit}]{{3}})+(?![{digit}])"
        for group in word_table()["groups"]
    ]
    spaced = f"[{leading}][{digit}]{{0,2}}(?: [{zero}][{digit}]{{2}})+(?![{digit}])"
    thousand = f"[{leading}](?: [{digit}]{{3}})+(?![{digit}])"
    value = "|".join([*grouped, spaced, thousand, f"[{digit}]+"])
    return f"(?=[{digit}])(?:{value})(?:(?:{_ordinals()})(?![{inside(word_table()['scripts']['Latn'])}{digit}]))?"


@cache
def _ordinals() -> str:
    endings = word_table()["ordinals"]
    return "|".join(re.escape(ending) for ending in dict.fromkeys([*endings, *map(str.upper, endings)]))
