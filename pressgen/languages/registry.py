"""Looks up language tags in IANA's registry of BCP 47 subtags: their names, and the tags that replace old ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

_TAG = re.compile(
    r"(?P<language>[a-z]{2,8})(?P<extlang>(?:-[a-z]{3}){0,3})(?:-(?P<script>[A-Z][a-z]{3}))?"
    r"(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)(?P<private>-x(?:-[a-z0-9]{1,8})+)?"
)
"""RFC 5646, section 2.1, written as its section 2.1.1 recommends."""
_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+")
_LONGEST = 100
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})
"""Subtags for an unknown language, several, none, or one without a code; a site cannot be in these."""


class Subtag(NamedTuple):
    """An entry of the registry: the subtag's name, the subtag that replaces it, its macrolanguage, its usual script."""

    name: str
    preferred: str = ""
    macrolanguage: str = ""
    script: str = ""


@cache
def _registry() -> dict[str, dict[str, Subtag]]:
    text = (files("pressgen") / "data" / "subtags.tsv").read_text(encoding="utf-8")
    found: dict[str, dict[str, Subtag]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, subtag, *said = line.split("\t")
            known = found.setdefault(kind, {})
            known.update(dict.fromkeys(_range(subtag), Subtag(*said)))
    return found


def _range(subtag: str) -> Iterator[str]:
    """List the subtags of a range for private use, as `qaa..qtz`."""
    first, _, last = subtag.partition("..")
    if not last:
        yield first
        return
    letters = (range(ord(low), ord(high) + 1) for low, high in zip(first, last, strict=True))
    # In Qaaa..Qabx the last letters run on from z to a.
    wide = [
        span if place == 0 or first[place - 1] == last[place - 1] else _ALPHABET for place, span in enumerate(letters)
    ]
    for found in product(*wide):
        written = "".join(map(chr, found))
        if first <= written <= last:
            yield written


_ALPHABET = range(ord("a"), ord("z") + 1)


def subtag(kind: str, code: str) -> Subtag | None:
    """Return the registry's entry of a subtag, or None; `kind` is language, extlang, script, region or variant."""
    return _registry().get(kind, {}).get(code)


@cache
def is_tag(tag: str) -> bool:
    """Return whether a text is a well-formed language tag with subtags of the registry.

    Subtags are written as RFC 5646 recommends: `zh-Hant`, `pt-BR`. A tag for private use, `x-seaspeak`, is one too.
    """
    if len(tag) > _LONGEST:
        return False
    if tag in _registry()["grandfathered"] or _PRIVATE.fullmatch(tag):
        return True
    match = _TAG.fullmatch(tag)
    if not match or match["language"] in _NO_LANGUAGE:
        return False
    used = [("language", match["language"]), ("script", match["script"]), ("region", match["region"])]
    used += [("extlang", code) for code in _pieces(match["extlang"])]
    variants = _pieces(match["variants"])
    used += [("variant", code) for code in variants]
    singletons = re.findall(r"-([0-9a-wyz])(?=-)", match["extensions"])
    return (
        all(subtag(kind, code) for kind, code in used if code)
        and len(set(variants)) == len(variants)
        and len(set(singletons)) == len(singletons)
    )


def _pieces(part: str) -> list[str]:
    return [piece for piece in part.split("-") if piece]


def as_recommended(tag: str) -> str:
    """Write a tag as RFC 5646 recommends: `ZH-hant` is `zh-Hant`."""
    by_low = {known.lower(): known for known in _registry()["grandfathered"]}
    low = tag.strip().replace("_", "-").lower()
    first, *others = low.split("-")
    written = [first]
    for piece in others:
        plain = len(written[-1]) > 1  # what follows a singleton stays small
        small = piece.title() if len(piece) == 4 and piece.isalpha() else piece.upper() if len(piece) == 2 else piece  # noqa: PLR2004
        written.append(small if plain and "x" not in written else piece)
    return by_low.get(low, "-".join(written))


@cache
def preferred(tag: str) -> str:
    """Return the tag that replaces another: `tlh` for `i-klingon`, `yue` for `zh-yue`, `he` for `iw`."""
    old = _registry()["grandfathered"].get(tag)
    if old:
        return old.preferred or tag.rpartition("-")[2]
    match = _TAG.fullmatch(tag)
    if not match:
        return tag
    rest = tag[match.end("extlang") :]
    extended = [subtag("extlang", code) for code in _pieces(match["extlang"])]
    if extended and extended[-1] and extended[-1].preferred:
        return extended[-1].preferred + rest
    known = subtag("language", match["language"])
    return known.preferred + rest if known and known.preferred else tag


def name_of(tag: str) -> str:
    """Return the registry's English name of a tag's language, or nothing."""
    old = _registry()["grandfathered"].get(tag)
    if old:
        return old.name
    known = subtag("language", preferred(tag).partition("-")[0])
    return known.name if known and known.name != "Private use" else ""


def macrolanguage_of(code: str) -> str:
    """Return the macrolanguage that a language belongs to, or nothing."""
    known = subtag("language", code)
    return known.macrolanguage if known else ""


def usual_script(code: str) -> str:
    """Return the script of a language that its tags leave out because it is the usual one, or nothing."""
    known = subtag("language", code)
    return known.script if known else ""
