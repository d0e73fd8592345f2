"""A word as it is printed goes in; its parts come out as search compares them, each with its script.

Only letters that the table names come here, all of them assigned in Unicode 13: their normal forms and lower cases
are the same in every Python and every browser since.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from pressgen.text.words.table import Clusters, digits, inside, kind_of, ranges, table

Part = tuple[str, str]

_LONGEST_WHOLE = 4


def number(raw: str) -> tuple[Part, ...]:
    """Give a number's parts: up to four digits are one, more are grouped by three from the right, as many print it."""
    known = digits()
    value = "".join([known[character] for character in raw if character in known])
    if len(value) <= _LONGEST_WHOLE:
        return ((value, "Zyyy"),)
    cuts = range(len(value) % 3, len(value) + 1, 3)
    pairs = zip([0, *cuts], cuts, strict=False)
    return tuple((value[start:end], "Zyyy") for start, end in pairs if end > start)


def compatible(raw: str) -> str:
    """Give what characters like ½, № or ㎏ stand for, in ordinary ones."""
    return normalize("NFKC", raw)


def word(raw: str, script: str) -> tuple[Part, ...]:
    """Give the parts of a word of a script that is written with spaces: nearly always one."""
    text = _folded(raw, script)
    found = []
    for piece in _pieces().findall(text):
        kind = kind_of(piece[0])
        found.append((_without_article(piece) if kind == "Arab" else piece, kind if kind != "Zyyy" else script))
    return tuple(found)


@cache
def _pieces() -> re.Pattern[str]:
    scripts = "".join(inside(items) for items in table()["scripts"].values())
    return re.compile(f"[{scripts}]+")


def _folded(raw: str, script: str) -> str:
    """Fold case, accents, points and forms of letters."""
    text = _possessive().sub("", _ignored().sub("", raw))
    for mark in table()["inner"].get(script, ""):
        text = text.replace(mark, "")
    text = normalize("NFKD", text).replace("Σ", "σ").lower()
    text = _kept().sub(lambda found: normalize("NFC", found[0]), text)
    text = normalize("NFC", _dropped().sub("", text))
    return text.translate(_letters())


@cache
def _ignored() -> re.Pattern[str]:
    return re.compile(f"[{inside(table()['ignored'])}]+")


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(table()['apostrophes'])}][sS]\Z")


@cache
def _kept() -> re.Pattern[str]:
    return re.compile("|".join(normalize("NFD", letter) for letter in table()["kept"]))


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{inside(table()['accents'])}{inside(table()['points'])}]+")


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): to for letter, to in table()["letters"].items()}


def _without_article(text: str) -> str:
    for article in table()["articles"]:
        if text.startswith(article) and len(text) >= len(article) + 3:
            return text[len(article) :]
    return text


def clusters(raw: str, script: str) -> tuple[Part, ...]:
    """Give the parts of what was read as one cluster: nearly always one."""
    known = table()["clusters"][script]
    text = normalize("NFKC", _loose().sub("", raw)).translate(_letters())
    text = _ordered(text, script)
    for split, joined in known["joins"].items():
        text = text.replace(split, joined)
    return tuple((piece[0], script) for piece in cluster_pattern(script).finditer(text))


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(f"[{inside(table()['ignored'])}{inside(table()['white'])}]+")


@cache
def cluster_pattern(script: str) -> re.Pattern[str]:
    """Give what matches one cluster of a script."""
    return re.compile(cluster_source(script))


def cluster_source(script: str) -> str:
    """Give the regular expression of one cluster.

    In the table `@` is the script's letters; `~` and `%` are spaces and what is not seen, which may or do stand within.
    """
    data = table()
    own = [script, *(other for other, group in data["read_as"].items() if group == script)]
    letters = "".join(inside(data["scripts"][name]) for name in own)
    loose = f"[ {inside(data['ignored'])}]"
    unit = data["clusters"][script]["unit"]
    return unit.replace("~", f"{loose}*").replace("%", f"{loose}+").replace("@", letters)


@cache
def _ranks(script: str) -> tuple[dict[str, int], re.Pattern[str] | None]:
    known: Clusters = table()["clusters"][script]
    rank = {}
    for place, (first, last) in enumerate(ranges(known["order"])):
        for code in range(first, last + 1):
            rank[chr(code)] = 2 + place
    stack = known["stack"]
    return rank, re.compile(f"{stack}[{inside(known['bases'])}]?|.", re.DOTALL) if stack else None


def _ordered(text: str, script: str) -> str:
    """Put the signs after each base in the table's order, what is stacked first, and no sign twice."""
    rank, split = _ranks(script)
    if not rank:
        return text
    known = table()["clusters"][script]
    done: list[str] = []
    signs: list[tuple[int, str]] = []

    def flush() -> None:
        if signs:
            done.extend(sign for _, sign in sorted(dict.fromkeys(signs), key=_place))
            signs.clear()

    for element in split.findall(text) if split else text:
        if known["stack"] and element[0] == known["stack"]:
            signs.append((1 if element[1:] == known["last"] else 0, element))
        elif element in rank:
            signs.append((rank[element], element))
        else:
            flush()
            done.append(element)
    flush()
    return "".join(done)


def _place(sign: tuple[int, str]) -> tuple[int, str]:
    return (sign[0], "" if sign[0] <= 1 else sign[1])
