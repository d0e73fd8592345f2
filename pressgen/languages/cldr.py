"""Reads patterns, names and rules of languages from Unicode CLDR, as Babel has it, in the form of locale files.

U+200B, which CLDR has in Khmer names and lists, is removed.

Babel 2.18 shares data between locales and changes it when one of them resolves it: Persian has Lao months after Lao was
asked for (python-babel/babel issue 1234). The bytes of a build must not depend on the order of questions. The data of
each locale is therefore read from Babel's files here, by Babel's own rules, and not shared.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgen.languages import registry
from pressgen.languages.tags import likely, meant, parent_exceptions, parts_of

if TYPE_CHECKING:
    from babel.localedata import LocaleDataDict

# The digit nought of each numbering system that CLDR uses by default; the other nine follow it in Unicode. The names
# are those of https://www.unicode.org/reports/tr35/tr35-numbers.html#Numbering_Systems
_NOUGHTS = {
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "hmnp": 0x1E140,
    "khmr": 0x17E0,
    "laoo": 0x0ED0,
    "latn": 0x0030,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "thai": 0x0E50,
    "tibt": 0x0F20,
}

# CLDR's pattern letters, and the names that the patterns of locale files have for them.
_FIELDS = {
    "y": "year", "yy": "year2", "yyyy": "year", "u": "year",
    "M": "month1", "L": "month1", "MM": "month2", "LL": "month2",
    "MMM": "short_month", "MMMM": "month", "LLL": "short_month_alone", "LLLL": "month_alone",
    "d": "day", "dd": "day2", "G": "era",
    "H": "hour", "HH": "hour2", "m": "minute2", "mm": "minute2",
}  # fmt: skip
_PIECES = re.compile(r"'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+")


@cache
def identifier_of(tag: str) -> str:
    """Return Babel's identifier of the locale that is nearest to a tag, or English if Babel has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # half of the start-up time, so only when needed

    pieces, script = meant(tag).split("-"), parts_of(tag)[1]
    while pieces:
        with suppress(UnknownLocaleError, ValueError):
            found = str(Locale.parse("_".join(pieces)))
            if parts_of(found)[1] == script:  # Kurdish in Arabic letters has no use for dates in Latin ones
                return found
        pieces.pop()
    return "en"


@cache
def _data(tag: str) -> LocaleDataDict:
    """Return the data of the locale that is nearest to a tag, with everything that it inherits."""
    from babel.localedata import LocaleDataDict, merge, resolve_locale_filename  # noqa: PLC0415

    lineage, name = [], identifier_of(tag)
    while name != "root":
        lineage.append(name)
        name = _parent(name)
    data: dict[str | int | None, Any] = {}
    for ancestor in ("root", *reversed(lineage)):
        merge(data, pickle.loads(Path(resolve_locale_filename(ancestor)).read_bytes()))  # noqa: S301  # Babel's own
    return LocaleDataDict(data)


def _parent(identifier: str) -> str:
    """Return the locale that another inherits from. One in an unusual script inherits from the root."""
    if exception := parent_exceptions().get(identifier):
        return exception
    pieces = identifier.split("_")
    if len(pieces) == 2 and len(pieces[1]) == 4 and likely(pieces[0])[1] != pieces[1]:  # noqa: PLR2004
        return "root"
    return "_".join(pieces[:-1]) or "root"


@cache
def knows(tag: str) -> bool:
    """Return whether Babel has data for the language of a tag."""
    name = parts_of(tag)[0]
    return identifier_of(tag).split("_")[0] == {"no": "nb"}.get(name, name)


def clean(text: str) -> str:
    """Return a text of CLDR without U+200B, which would be copied from pages and break the search."""
    return text.replace("\u200b", "")


def pattern_of(cldr: str, prefix: str = "") -> str:
    """Return one of CLDR's date patterns in the form that locale files have: `d MMMM y` is `{day} {month} {year}`."""
    parts = []
    for match in _PIECES.finditer(cldr):
        if match[1] is not None:
            parts.append(match[1].replace("''", "'") or "'")
        elif match[2]:
            name = _FIELDS.get(match[0])
            parts.append(f"{{{prefix}{name}}}" if name else "")
        else:
            parts.append(match[0])
    return clean("".join(parts))


def date_patterns(tag: str) -> dict[str, str]:
    """Return a language's patterns under the names of a locale file's `dates`."""
    if not has_months(tag):
        return dict(_NUMERIC)
    data = _data(tag)
    skeletons = data["datetime_skeletons"]

    def skeleton(name: str, otherwise: str) -> str:
        return pattern_of(skeletons[name].pattern if name in skeletons else otherwise)

    long = data["date_formats"]["long"].pattern
    return {
        "long": pattern_of(long),
        "short": pattern_of(data["date_formats"]["medium"].pattern),
        "day_month": skeleton("MMMMd", "d MMMM"),
        "month": skeleton("yMMMM", "LLLL y"),
        "year": skeleton("y", "y"),
        "clock": skeleton("Hm", "HH:mm"),
        **_span_patterns(data, long),
        **_day_span_patterns(data, skeleton("MMMMd", "d MMMM")),
    }


def has_months(tag: str) -> bool:
    """Return whether CLDR knows how a language calls the months; its root says M01."""
    return str(_data(tag)["months"]["format"]["wide"][1]) != "M01"


# Days in figures, as ISO 8601 has them, for languages of whose dates nothing is known.
_NUMERIC = {
    "long": "{year}-{month2}-{day2}",
    "short": "{year}-{month2}-{day2}",
    "day_month": "{month2}-{day2}",
    "month": "{year}-{month2}",
    "year": "{year}",
    "clock": "{hour2}:{minute2}",
    "same_month": "{year}-{month2}-{day2} – {end_year}-{end_month2}-{end_day2}",
    "same_year": "{year}-{month2}-{day2} – {end_year}-{end_month2}-{end_day2}",
    "apart": "{year}-{month2}-{day2} – {end_year}-{end_month2}-{end_day2}",
    "days_same_month": "{month2}-{day2} – {end_month2}-{end_day2}",
    "days_same_year": "{month2}-{day2} – {end_month2}-{end_day2}",
}


def _span_patterns(data: LocaleDataDict, long: str) -> dict[str, str]:
    """Return the patterns of spans of days: CLDR's, with abbreviated months, or else two whole dates."""
    intervals = data["interval_formats"].get("yMMMd", {})
    between = str(data["interval_formats"].get(None, "{0} – {1}"))
    spans = {}
    for name, difference in (("same_month", "d"), ("same_year", "M"), ("apart", "y")):
        pieces = intervals.get(difference)
        if pieces and len(pieces) == 2:  # noqa: PLR2004
            spans[name] = pattern_of(pieces[0]) + pattern_of(pieces[1], "end_")
        else:
            spans[name] = clean(between.format(pattern_of(long), pattern_of(long, "end_")))
    return spans


def _day_span_patterns(data: LocaleDataDict, day_month: str) -> dict[str, str]:
    """Return the patterns of spans of days without their year."""
    formats = data["interval_formats"]
    intervals = formats.get("MMMMd") or formats.get("MMMd", {})
    between = str(formats.get(None, "{0} – {1}"))
    spans = {}
    for name, difference in (("days_same_month", "d"), ("days_same_year", "M")):
        pieces = intervals.get(difference)
        if pieces and len(pieces) == 2:  # noqa: PLR2004
            spans[name] = pattern_of(pieces[0]) + pattern_of(pieces[1], "end_")
        else:
            spans[name] = clean(between.format(day_month, re.sub(r"\{(?=\w)", "{end_", day_month)))
    return spans


def zone_pattern(tag: str) -> str:
    """Return the pattern for the time of a place, for use in parentheses: `{place} time`."""
    return re.sub(r"\s*\((.*)\)", r", \1", clean(_data(tag)["zone_formats"]["region"]).replace("%s", "{place}"))


def zone_city(tag: str, zone: str) -> str:
    """Return the city by which a time zone of the IANA database is known, or nothing: `Etc/GMT-3` has none.

    CLDR has a name only if it differs from the one in the zone's own name. It has it under one of the zone's names,
    until CLDR 47 under the older (`Europe/Kiev`), since then under the one that is in use (`Europe/Kyiv`).
    """
    area, _, city = zone.partition("/")
    if not city or area in {"Etc", "SystemV", "US"}:
        return ""
    names = _zone_names(zone)
    zones = _data(tag)["time_zones"]
    named = next((known for name in names if (known := (zones.get(name) or {}).get("city"))), "")
    return clean(named) or (names[0].rpartition("/")[2].replace("_", " ") if parts_of(tag)[1] == "Latn" else "")


def _zone_names(zone: str) -> tuple[str, ...]:
    """List the names of a time zone in the IANA database, the one in use first."""
    from babel.core import get_global  # noqa: PLC0415

    current_of = get_global("zone_aliases")
    current = current_of.get(zone, zone)
    return (current, *sorted(name for name, other in current_of.items() if other == current))


def months(tag: str, context: str, width: str) -> tuple[str, ...]:
    """Return the twelve names of months: `context` is format or stand-alone, `width` wide or abbreviated."""
    names = (
        _data(tag)["months"][context][width] if has_months(tag) else {number: f"{number:02}" for number in range(1, 13)}
    )
    return tuple(clean(names[number]) for number in range(1, 13))


def weekdays(tag: str) -> tuple[str, ...]:
    """Return the names of the days of the week, Monday first."""
    names = _data(tag)["days"]["stand-alone"]["wide"]
    return tuple(clean(names[number]) for number in range(7))


def names_in_dates(tag: str, of: str) -> tuple[tuple[int, str], ...]:
    """Return all names, long and abbreviated, of the `days` of the week (Monday is 0) or `months` (January is 1)."""
    contexts = _data(tag)[of]
    found = (
        (number, clean(name))
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in contexts[context].get(width, {}).items()
    )
    return tuple(dict.fromkeys(found))


def era(tag: str) -> str:
    """Return the short name of the common era, which some languages print with each date."""
    return clean(_data(tag)["eras"]["abbreviated"][1])


def digits(tag: str) -> str:
    """Return the ten digits that a language uses by default."""
    system = _data(tag)["default_numbering_system"]
    return digits_of(system if system in _NOUGHTS else "latn")


def numbering_systems() -> tuple[str, ...]:
    """List CLDR's names of the numbering systems that interfaces can have: `arab`, `khmr`, `latn` …."""
    return tuple(_NOUGHTS)


def digits_of(system: str) -> str:
    """Return the ten digits of a numbering system. Raises KeyError for one that is not among `numbering_systems`."""
    return "".join(chr(_NOUGHTS[system] + value) for value in range(10))


def list_patterns(tag: str) -> dict[str, str]:
    """Return a language's patterns under the names of a locale file's `list`."""
    patterns = _data(tag)["list_patterns"]["standard"]
    names = {"pair": "2", "start": "start", "middle": "middle", "end": "end"}
    return {name: clean(patterns[theirs]) for name, theirs in names.items()}


def plural_of(tag: str) -> Callable[[float], str]:
    """Return the function from a count to its plural category (`one`, `few`, `other` …)."""
    rule: Callable[[float], str] = _data(tag)["plural_form"]
    return rule


def plural_categories(tag: str) -> tuple[str, ...]:
    """Return the plural categories of a language, in CLDR's order; `other` is the last, and in every language."""
    rule = _data(tag)["plural_form"]
    return (*(name for name in ("zero", "one", "two", "few", "many") if name in rule.tags), "other")


def decimal(tag: str, value: float, system: str = "") -> str:
    """Return a number with the language's marks, to at most one decimal, in ASCII digits.

    The marks are those that belong to a numbering system, or else to the one that the language uses by default.
    """
    data = _data(tag)
    symbols = data["number_symbols"]
    marks = {**symbols["latn"], **symbols.get(system or data["default_numbering_system"], {})}
    first, others = data["decimal_formats"][None].grouping
    whole, _, fraction = f"{abs(value):.1f}".partition(".")
    groups = [whole[-first:]]
    whole = whole[:-first]
    while whole:
        groups.insert(0, whole[-others:])
        whole = whole[:-others]
    sign = marks["minusSign"] if value < 0 else ""
    tail = f"{marks['decimal']}{fraction}" if fraction != "0" else ""
    return clean(f"{sign}{marks['group'].join(groups)}{tail}")


_RIGHT_TO_LEFT = frozenset({
    "Adlm", "Arab", "Aran", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Gara", "Hatr", "Hebr", "Hung", "Khar", "Lydi",
    "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh", "Palm", "Phli", "Phlp", "Phlv", "Phnx",
    "Prti", "Rohg", "Samr", "Sarb", "Sidt", "Sogd", "Sogo", "Syrc", "Syre", "Syrj", "Syrn", "Thaa", "Yezi",
})  # fmt: skip
"""Scripts whose letters have the Bidi_Class R or AL in Unicode 17."""


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, by the script in which the language is written."""
    return "rtl" if parts_of(tag)[1] in _RIGHT_TO_LEFT else "ltr"


def autonym(tag: str) -> str:
    """Return a language's name for itself with its region, or its English name, or else the tag."""
    known = meant(tag)
    spoken = tag if knows(tag) else parts_of(tag)[0]  # what Kurdish calls itself in the letters that CLDR has it in
    if not knows(spoken):
        return language_name("en", tag)
    data, names = _data(spoken), _data(spoken)["languages"]
    if known != tag and (name := names.get(known.replace("-", "_"))):
        return clean(name[:1].upper() + name[1:])
    pieces = known.split("-")
    script = next((piece for piece in pieces[1:] if len(piece) == 4 and piece.istitle()), "")  # noqa: PLR2004
    region = next((piece for piece in pieces[1:] if len(piece) == 2 or (len(piece) == 3 and piece.isdigit())), "")  # noqa: PLR2004
    whole = names.get(f"{pieces[0]}_{script}") if script else ""
    name = whole or names.get(pieces[0]) or language_name("en", tag)
    details = ("" if whole else data["scripts"].get(script, ""), data["territories"].get(region, ""))
    inside = ", ".join(detail for detail in details if detail)
    return clean(name[:1].upper() + name[1:] + (f" ({inside})" if inside else ""))


def language_name(reader: str, tag: str) -> str:
    """Return the name of the language `tag` in the language `reader`.

    If CLDR has none, it is the English name, or that of IANA's registry, or the tag.
    """
    own, known = re.split("[-_]", tag), meant(tag).split("-")
    lengths = [(pieces, count) for pieces in (known, own) for count in range(len(pieces), 0, -1)]
    for names in (_data(reader)["languages"], _data("en")["languages"]):
        for pieces, count in ((own, len(own)), *lengths):
            if name := names.get("_".join(pieces[:count])):
                return clean(name)
    return registry.name_of(tag) or tag


def territory_name(reader: str, code: str) -> str:
    """Return CLDR's name of a country in the language `reader`, or nothing."""
    return clean(_data(reader)["territories"].get(code, ""))
