"""The other ways in which texts write what a reader typed, in Python: the reference for `query.js`.

A text is indexed as it is printed. So a query has to ask for `cooperation` where `co-operation` was typed, for `45300`
and for `45 300`, and for the fifth of a month as `5` and as `05`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from pressgen.search.words.codes import LONGEST_COMPOUND, LONGEST_INITIALS, chains
from pressgen.search.words.normal import NUMBER
from pressgen.search.words.tokens import Token

_MOST = 5
_GROUP = 3  # figures that stand together in a long number
_LONGEST_WHOLE = 4  # figures of a number that nobody groups


def written_otherwise(typed: list[Token]) -> Iterator[list[Token]]:
    """Return the other ways to write tokens that follow each other: any of the changes below, and some together."""
    ways = [typed]
    for change in _CHANGES:
        earlier = [_texts(way) for way in ways]
        ways += [way for way in map(change, list(ways)) if _texts(way) not in earlier]
    return iter(ways[1 : _MOST + 1])


def _solid(tokens: list[Token]) -> list[Token]:
    """Write every compound and all initials as one word; of two that share a word the first."""
    made: list[Token] = []
    done = 0
    for start, chain, link in chains(tokens):
        if start >= done and len(chain) <= (LONGEST_INITIALS if link == "." else LONGEST_COMPOUND):
            whole = chain[0]._replace(text="".join(token.text for token in chain), end=chain[-1].end)
            made += [*tokens[done:start], whole]
            done = start + len(chain)
    return made + tokens[done:]


def _texts(found: list[Token]) -> list[str]:
    return [token.text for token in found]


def spaced_number(found: Sequence[Token]) -> int:
    """Count the tokens from the first on that are the groups of one number, with nothing but spaces between."""
    if not found or found[0].script != NUMBER or len(found[0].text) > _GROUP or found[0].text.startswith("0"):
        return 0
    size = 1 + sum(1 for _ in takewhile(lambda pair: _continues(*pair), pairwise(found)))
    return size if size > 1 else 0


def _continues(previous: Token, token: Token) -> bool:
    grouped = token.script == NUMBER and len(token.text) == _GROUP
    return grouped and not token.before.joined and token.start == previous.end + 1


def _regrouped(found: list[Token]) -> list[Token]:
    """Toggle the spaces between groups of digits: 45 300 and 45300."""
    made: list[Token] = []
    place = 0
    while place < len(found):
        size = spaced_number(found[place:])
        if size:
            text = "".join(token.text for token in found[place : place + size])
            made.append(found[place]._replace(text=text, end=found[place + size - 1].end))
        else:
            made += _groups(found[place])
        place += size or 1
    return made


def _groups(token: Token) -> Iterator[Token]:
    size = len(token.text)
    if token.script != NUMBER or size <= _LONGEST_WHOLE:
        yield token
        return
    for end in range(size % _GROUP or _GROUP, size + 1, _GROUP):
        yield token._replace(text=token.text[max(0, end - _GROUP) : end])


def _padded(found: list[Token]) -> list[Token]:
    """Write numbers of one figure, as of a day or a month, with a zero before them."""
    return _renumbered(found, lambda text: f"0{text}" if len(text) == 1 and text != "0" else text)


def _stripped(found: list[Token]) -> list[Token]:
    """Write such numbers without it."""
    return _renumbered(found, lambda text: text[1:] if len(text) == len("05") and text.startswith("0") else text)


def _renumbered(found: list[Token], written: Callable[[str], str]) -> list[Token]:
    return [
        token._replace(text=written(token.text)) if token.script == NUMBER and not _decimal(found, place) else token
        for place, token in enumerate(found)
    ]


def _decimal(found: list[Token], place: int) -> bool:
    """Whether a number has a decimal point before or behind it: it is one of two, where a date has three."""
    second = place if _joins(found, place) else place + 1
    if [_joins(found, second + step) for step in (-1, 0, 1)] != [False, True, False]:
        return False
    return found[second].before.link == "." or found[second].before.stops


def _joins(found: list[Token], place: int) -> bool:
    """Whether a number stands with the number before it."""
    if not 0 < place < len(found):
        return False
    return found[place].before.joined and found[place].script == found[place - 1].script == NUMBER


_CHANGES: tuple[Callable[[list[Token]], list[Token]], ...] = (_solid, _regrouped, _padded, _stripped)
