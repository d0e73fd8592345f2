"""Normalise printed words: their parts as search compares them, each with its script.

Only letters of the table reach this module, all of them assigned in Unicode 14: their normal forms and lower cases
are the same in every Python and every browser since.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from pressgen.search.words.table import digit_values, inside, kind_of, ranges, word_table

Part = tuple[str, str]

NUMBER = "Zyyy"
"""The script of numbers, as ISO 15924 has it."""

_FIGURES_OF_A_YEAR = 4
_SHORTEST_WITHOUT_ARTICLE = 3
_ROUNDS = 8


def number(raw: str) -> tuple[Part, ...]:
    """Read a number as its digits, whatever groups them and whichever ordinal it is."""
    values = digit_values()
    return (("".join([values[character] for character in raw if character in values]), NUMBER),)


def compatible(raw: str) -> str:
    """Replace characters like ½, № or ㎏ by the ordinary ones that they stand for."""
    return normalize("NFKC", raw)


def word(raw: str, script: str) -> tuple[Part, ...]:
    """Read a word of a script that is written with spaces: nearly always one part."""
    parts = []
    for piece in _pieces().findall(_folded(raw, script)):
        kind = kind_of(piece[0])
        parts.append((_without_article(piece) if kind == "Arab" else piece, kind))
    return tuple(parts)


def _folded(raw: str, script: str) -> str:
    """Fold case, accents, points and forms of letters."""
    text = _possessive().sub("", _ignored().sub("", raw))
    text = normalize("NFKD", text).lower()
    for mark in word_table()["inner"].get(script, ""):
        text = text.replace(mark, "")
    text = _kept().sub(lambda letter: normalize("NFC", letter[0]), text)
    text = normalize("NFC", _dropped().sub("", text))
    return _rewritten(text.translate(_letters()), script)


def _without_article(text: str) -> str:
    articles = (
        start
        for start in word_table()["articles"]
        if text.startswith(start) and len(text) >= len(start) + _SHORTEST_WITHOUT_ARTICLE
    )
    article = next(articles, "")
    return _without_article(text[len(article) :]) if article else text


def clusters(raw: str, script: str) -> tuple[Part, ...]:
    """Read a cluster: nearly always one part."""
    if script == "Hani" and _figures().fullmatch(raw):
        return _of_year(raw)
    text = normalize("NFKC", _loose().sub("", raw)).translate(_letters())
    for _ in range(_ROUNDS):
        before = text
        text = _rewritten(_ordered(text, script), script)
        if text == before:
            break
    return tuple((piece[0], script) for piece in cluster_pattern(script).finditer(text))


def _of_year(raw: str) -> tuple[Part, ...]:
    """Read four figures of Han as the number of a year; more are not a number, but letters."""
    if len(raw) > _FIGURES_OF_A_YEAR:
        zero = word_table()["years"][0]
        return tuple((character if kind_of(character) else zero, "Hani") for character in raw)
    return (("".join(str(_year().get(character, 0)) for character in raw), NUMBER),)


def _rewritten(text: str, script: str) -> str:
    for pattern, other in _rewrites(script):
        text = pattern.sub(other, text)
    return text


def _ordered(text: str, script: str) -> str:
    """Put the signs after each base in the table's order, stacked letters first, and no sign twice."""
    rank = _ranks(script)
    if not rank:
        return text
    rules = word_table()["clusters"][script]
    stack, last = rules["stack"], rules["last"]
    done: list[str] = []
    signs: dict[str, tuple[int, str]] = {}
    for element in _elements(script).findall(text):
        if stack and element[0] == stack:
            signs.setdefault(element, (1 if element[1:] == last else 0, ""))
        elif element in rank:
            signs.setdefault(element, (rank[element], element))
        else:
            done += sorted(signs, key=signs.__getitem__)
            done.append(element)
            signs.clear()
    return "".join([*done, *sorted(signs, key=signs.__getitem__)])


def cluster_source(script: str) -> str:
    """Return the regular expression of one cluster.

    In the table `@` stands for the script's letters; `~` for spaces and invisible characters that may stand within, `%`
    for those that do.
    """
    data = word_table()
    own = [script, *(other for other, group in data["read_as"].items() if group == script)]
    letters = "".join(inside(data["scripts"][name]) for name in own)
    loose = f"[ {inside(data['ignored'])}]"
    unit = data["clusters"][script]["unit"]
    source = unit.replace("~", f"{loose}*").replace("%", f"{loose}+").replace("@", letters)
    return f"{_figures().pattern}|{source}" if script == "Hani" else source


@cache
def cluster_pattern(script: str) -> re.Pattern[str]:
    """Return the pattern of one cluster of a script."""
    return re.compile(cluster_source(script))


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(f"[{''.join(inside(items) for items in word_table()['scripts'].values())}]+")


@cache
def _ignored() -> re.Pattern[str]:
    return re.compile(f"[{inside(word_table()['ignored'])}]+")


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(f"[{inside(word_table()['ignored'])}{inside(word_table()['white'])}]+")


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(word_table()['apostrophes'])}][sS]\Z")


@cache
def _kept() -> re.Pattern[str]:
    return re.compile("|".join(normalize("NFD", letter) for letter in word_table()["kept"]))


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{inside(word_table()['accents'])}{inside(word_table()['points'])}]+")


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): to for letter, to in word_table()["letters"].items()}


@cache
def _rewrites(script: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), other) for pattern, other in word_table()["rewrites"].get(script, [])]


@cache
def _figures() -> re.Pattern[str]:
    """Return the pattern of a year in figures of Han; its zero is also written as a circle."""
    years, zeros = word_table()["years"], word_table()["zeros"]
    return re.compile(f"[{years}][{years}{zeros}]{{{_FIGURES_OF_A_YEAR - 1},}}")


@cache
def _year() -> dict[str, int]:
    return {figure: value for value, figure in enumerate(word_table()["years"])}


@cache
def _ranks(script: str) -> dict[str, int]:
    places = enumerate(ranges(word_table()["clusters"][script]["order"]), start=2)
    return {chr(code): place for place, (first, last) in places for code in range(first, last + 1)}


@cache
def _elements(script: str) -> re.Pattern[str]:
    """Return the pattern of a character; a letter that is stacked below others is one with what stacks it."""
    rules = word_table()["clusters"][script]
    stacked = f"{rules['stack']}[{inside(rules['bases'])}]?|" if rules["stack"] else ""
    return re.compile(f"{stacked}.", re.DOTALL)
