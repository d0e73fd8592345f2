"""Finds neutral names of countries, and the codes that an author may have meant.

Names are CLDR's, unless they take sides or cannot be printed in a state paper (`Myanmar (Burma)`, `Hong Kong SAR
China`, `Congo - Kinshasa`): those are in `pressgen/data/countries.yml`, after the short names of the United Nations. A
ministry's own names are in its register, which comes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

import yaml

from pressgen.languages import cldr
from pressgen.languages.locales import complete_languages, until_locales_change
from pressgen.languages.tags import parts_of


@dataclass(frozen=True, slots=True)
class _Data:
    codes: frozenset[str]
    dependent: frozenset[str]
    names: Mapping[str, Mapping[str, str]]
    everywhere: frozenset[str]
    known_as: Mapping[str, str]


@cache
def _data() -> _Data:
    text = (files("pressgen") / "data" / "countries.yml").read_text(encoding="utf-8")
    # The base loader makes every scalar a string: NO is Norway.
    read = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    return _Data(
        codes=frozenset(read["codes"].split()),
        dependent=frozenset(read["dependent"].split()),
        names=read["names"],
        everywhere=frozenset(read["everywhere"].split()),
        known_as={name.casefold(): code for code, names in read["known_as"].items() for name in names.split(", ")},
    )


def is_country(code: str) -> bool:
    """Return whether `code` is an assigned code of ISO 3166-1 alpha-2."""
    return code in _data().codes


def is_user_assigned(code: str) -> bool:
    """Return whether ISO 3166-1 leaves `code` to its users: AA, QM to QZ, XA to XZ and ZZ."""
    return re.fullmatch("AA|Q[M-Z]|X[A-Z]|ZZ", code) is not None


def has_country_name(code: str) -> bool:
    """Return whether a code has the name of a country here.

    CLDR uses some codes that are left to users for itself (XA "Pseudo-Accents", QO "Outlying Oceania", ZZ "Unknown
    Region"), and EZ for the countries that have the euro; those are not names of countries. XK is used for one country
    by everyone.
    """
    if code == _EUROZONE or (is_user_assigned(code) and code != _KOSOVO):
        return False
    return code in _data().names or bool(cldr.territory_name("en", code))


_KOSOVO, _EUROZONE = "XK", "EZ"


@cache
def countries() -> tuple[str, ...]:
    """Return the codes of ISO 3166-1 alpha-2, in alphabetical order."""
    return tuple(sorted(_data().codes))


@cache
def neutral_country_name(tag: str, code: str) -> str:
    """Return the neutral name of a country in the language `tag`, or the code if there is no name for it."""
    if not has_country_name(code):
        return code
    data = _data()
    neutral = data.names.get(code, {})
    name, script, _ = parts_of(tag)
    for reader in (tag, f"{name}-{script}", name):
        if reader in neutral and parts_of(reader)[1] == script:
            return neutral[reader]
    if code in data.everywhere:
        return neutral["en"]
    # What stands in parentheses or behind a stroke is a second name for the same place, and so a choice between two.
    alone = re.sub(r"\s*(?:[(\uff08\[][^)\uff09\]]*[)\uff09\]]|/.*)", "", cldr.territory_name(tag, code)).strip()
    return alone or neutral.get("en") or cldr.territory_name("en", code) or code


@cache
def _english_names() -> Mapping[str, tuple[str, ...]]:
    """Return the neutral English name of each country, and the names by which authors may know it."""
    names = {}
    for code in countries():
        others = re.split(r"\s*[()]\s*|\s+-\s+", cldr.territory_name("en", code))
        names[code] = tuple(dict.fromkeys(name for name in (neutral_country_name("en", code), *others) if name))
    return names


@until_locales_change()
def _codes_by_name() -> Mapping[str, str]:
    """Return the code of each name of a country in any complete language, and of its other usual names."""
    named = {neutral_country_name(tag, code).casefold(): code for tag in complete_languages() for code in countries()}
    return {**named, **_data().known_as}


@cache
def _variants() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = (files("pressgen") / "data" / "country_variants.yml").read_text(encoding="utf-8")
    read = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506  # as above
    return {"common": {"": read["anywhere"], **read["common"]}, "formal": read["formal"]}


# CLDR names these after another that is in the list: whose they are, or the other half of an island.
_NAMING_ANOTHER = frozenset({"HK", "MO", "SX"})
_PARENTHESES = re.compile(r"\s*[(\uff08\[)\uff09\]/]\s*")


@cache
def country_variants(tag: str, code: str) -> tuple[str, ...]:
    """List the names by which readers of a language may search for a country; they are never printed.

    They are the names in common use, the formal ones, and CLDR's own, each part in parentheses as a name by itself. The
    name that is printed may be among them.
    """
    name, script, _ = parts_of(tag)
    readers = dict.fromkeys(("", name, f"{name}-{script}", tag))
    tables = _variants().values()
    written = [names for table in tables for reader in readers if (names := table.get(reader, {}).get(code))]
    found = [each for names in written for each in names.split("; ")]
    if code not in _NAMING_ANOTHER and is_country(code):
        found += _PARENTHESES.split(cldr.territory_name(tag, code))
    return tuple(dict.fromkeys(filter(None, found)))


_STYLES = re.compile(
    r"(?:the )?(?:[a-z]+ ){0,3}(?:republic|kingdom|state|union|federation|emirate|sultanate|duchy|principality|"
    r"commonwealth) of (?:the )?(?=\S)"
)


def _named(text: str) -> str:
    """Return the code of the country that a text names, with or without a style (`Kingdom of Norway`)."""
    name = " ".join(text.split())[:_LONGEST].casefold()
    known = _codes_by_name()
    return known.get(name) or known.get(_STYLES.sub("", name, count=1)) or known.get(name.removeprefix("the "), "")


@until_locales_change()
def nearest_countries(text: str, most: int = 3) -> tuple[str, ...]:
    """Return the codes that an author may have meant by `text`, the likeliest first: codes, alpha-3 codes and names.

    `NW` may be meant for Norway, `UK` for GB, `NOR` for NO, `Norvay` for NO, `Norvège` for NO.
    """
    from babel.core import get_global  # noqa: PLC0415

    upper = text.strip().upper()
    if is_country(upper):
        return (upper,)
    aliases = [code for code in get_global("territory_aliases").get(upper, ()) if is_country(code)]
    if aliases:
        return tuple(aliases[:most])
    if named := _named(text):
        return (named,)
    scored = sorted(
        (-max(_likeness(upper, code, name.upper()) for name in names), code in _data().dependent, names[0], code)
        for code, names in _english_names().items()
    )
    # Among the equally like, a name of one word comes first, for its code is taken from that word.
    scored.sort(key=lambda each: (each[0], each[1], each[2].count(" ")))
    return tuple(code for score, *_, code in scored[:most] if score <= -_LIKE)


_LIKE = 0.7
_LONGEST = 60


def _likeness(wanted: str, code: str, name: str) -> float:
    """Return how similar a code or a name is to what was typed, from 0 to 1."""
    if len(wanted) < 2 or len(wanted) > 40:  # noqa: PLR2004
        return 0
    if len(wanted) > 2:  # noqa: PLR2004
        return SequenceMatcher(None, wanted, name).ratio()
    if name.startswith(wanted):
        return 0.9
    # Two letters that stand in the name in that order, as they do in most codes.
    if name[0] == wanted[0] == code[0] and wanted[1] in name[1:]:
        return 0.8
    return 0.7 if wanted == code[::-1] else 0
