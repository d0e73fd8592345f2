"""A text goes in; its tokens come out, in order, each with its place in the text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pressgen.text.words.normal import Part, cluster_source, clusters, number, word
from pressgen.text.words.table import inside, kind_of, table


class Token(NamedTuple):
    """A word, a number, or a cluster of a script without spaces."""

    text: str
    """As search compares it."""
    script: str
    """ISO 15924; Zyyy for numbers, Hani for kana too."""
    start: int
    """The first character of the word in the text; parts of one word share their place."""
    end: int
    joined: bool
    """Whether it follows the token before it without white space."""
    breaks: bool
    """Whether anything but white space stands between it and the token before it."""
    link: str
    """"-" or "." where just that stands between them, or a point and a space."""


def tokens(text: str) -> list[Token]:
    """Split a text; never raises, whatever the text is."""
    pieces = _pattern(frozenset(map(kind_of, set(text)))).split(text)
    known = _parts
    found: list[Token] = []
    add = found.append
    end = 0
    gap = pieces[0]
    for index in range(1, len(pieces), 2):
        raw = pieces[index]
        start = end + len(pieces[index - 1])
        end = start + len(raw)
        parts = known.get(raw)
        if parts is None:
            parts = _remember(raw)
        if not parts:
            gap += raw + pieces[index + 1]
            continue
        joined, breaks, link = _between(gap)
        if not found:
            joined, breaks, link = False, True, ""
        add(Token(parts[0][0], parts[0][1], start, end, joined, breaks, link))
        for part in parts[1:]:
            add(Token(part[0], part[1], start, end, joined=True, breaks=False, link=""))
        gap = pieces[index + 1]
    return found


_parts: dict[str, tuple[Part, ...]] = {}
_MOST_REMEMBERED = 200_000


def _remember(raw: str) -> tuple[Part, ...]:
    if len(_parts) >= _MOST_REMEMBERED:
        _parts.clear()
    _parts[raw] = parts = _read(raw)
    return parts


def _read(raw: str) -> tuple[Part, ...]:
    kind = kind_of(raw[0])
    if kind == "0":
        return number(raw)
    if kind == "Zyyy":
        return tuple((token.text, token.script) for token in tokens(_compatible(raw)))
    return clusters(raw, kind) if kind in table()["clusters"] else word(raw, kind)


def _compatible(raw: str) -> str:
    from unicodedata import normalize  # noqa: PLC0415

    return normalize("NFKC", raw)


@lru_cache(maxsize=4096)
def _between(gap: str) -> tuple[bool, bool, str]:
    """Tell what stands between two tokens: whether they are joined, whether they are apart, and by what."""
    white, ignored = _blanks()
    rest = ignored.sub("", gap)
    solid = white.sub("", rest)
    link = "-" if rest in tuple(table()["hyphens"]) else "." if solid == "." and rest[0] == "." else ""
    return not white.search(rest), bool(solid), link


@cache
def _blanks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"[{inside(table()['white'])}]+"), re.compile(f"[{inside(table()['ignored'])}]+")


@lru_cache(maxsize=512)
def _pattern(kinds: frozenset[str]) -> re.Pattern[str]:
    """Give what matches a token, as far as texts with letters of these kinds have any.

    Every other alternative would be tried at every space, which costs a long text more than all the rest.
    """
    known = table()["clusters"]
    scripts = [script for script in table()["scripts"] if script in kinds]
    sources = [_word(script) for script in scripts if script not in known]
    if "0" in kinds:
        sources.append(_number())
    sources += [cluster_source(script) for script in scripts if script in known]
    if "Zyyy" in kinds:
        sources.append(f"[{inside(table()['compatible'])}]+")
    return re.compile(f"({'|'.join(sources)})" if sources else "((?!))")


def _word(script: str) -> str:
    data = table()
    letters = inside(data["scripts"][script])
    within = letters + inside(data["accents"]) + inside(data["points"])
    joining = re.escape(data["inner"].get(script, ""))
    between = f"|[{joining}](?=[{letters}])" if joining else ""
    after = f"(?:[{re.escape(data['apostrophes'])}][sS](?![{letters}]))?" if script == "Latn" else ""
    return f"[{letters}](?:[{within}]+|[{inside(data['ignored'])}]+(?=[{within}]){between})*{after}"


def _number() -> str:
    firsts = [int(first, 16) for first in table()["digits"].split()]
    digit = "".join(f"\\u{first:04X}-\\u{first + 9:04X}" for first in firsts)
    leading = "".join(f"\\u{first + 1:04X}-\\u{first + 9:04X}" for first in firsts)
    zero = "".join(f"\\u{first:04X}" for first in firsts)
    grouped = [
        f"[{leading}][{digit}]{{0,2}}(?:{re.escape(group)}[{digit}]{{3}})+(?![{digit}])" for group in table()["groups"]
    ]
    spaced = f"[{leading}][{digit}]{{0,2}}(?: [{zero}][{digit}]{{2}})+(?![{digit}])"
    thousand = f"[{leading}] [{digit}]{{3}}(?![{digit}])"
    return "|".join([*grouped, spaced, thousand, f"[{digit}]+"])
