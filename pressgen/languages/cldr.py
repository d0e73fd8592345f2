"""What Babel (and so Unicode CLDR) says of a language: patterns, names and rules in the form that locale files have.

U+200B, which CLDR puts into Khmer names and lists, never comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pressgen.languages.tags import parts_of

if TYPE_CHECKING:
    from babel import Locale

# The digit nought of each numbering system that CLDR uses by default; the other nine follow it in Unicode.
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
def locale_of(tag: str) -> Locale:
    """Give Babel's locale that is nearest to a tag; English where Babel has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # half of the start-up time, so only when needed

    pieces = re.split("[-_]", tag)
    while pieces:
        try:
            return Locale.parse("_".join(pieces))
        except (UnknownLocaleError, ValueError):
            pieces.pop()
    return Locale("en")


@cache
def knows(tag: str) -> bool:
    """Say whether Babel has data for the language of a tag."""
    return locale_of(tag).language == {"no": "nb"}.get(parts_of(tag)[0], parts_of(tag)[0])


def clean(text: str) -> str:
    """Give a text of CLDR's without U+200B, which would be copied and searched with it."""
    return text.replace("\u200b", "")


def pattern_of(cldr: str, prefix: str = "") -> str:
    """Give one of CLDR's date patterns in the form that locale files have: `d MMMM y` is `{day} {month} {year}`."""
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
    """Give a language's patterns under the names of a locale file's `dates`."""
    locale = locale_of(tag)
    skeletons = locale.datetime_skeletons
    long = locale.date_formats["long"].pattern
    return {
        "long": pattern_of(long),
        "short": pattern_of(locale.date_formats["medium"].pattern),
        "day_month": pattern_of(skeletons["MMMMd"].pattern if "MMMMd" in skeletons else "d MMMM"),
        "month": pattern_of(skeletons["yMMMM"].pattern if "yMMMM" in skeletons else "LLLL y"),
        "year": pattern_of(skeletons["y"].pattern if "y" in skeletons else "y"),
        "clock": pattern_of(skeletons["Hm"].pattern if "Hm" in skeletons else "HH:mm"),
        **_span_patterns(locale, long),
    }


def _span_patterns(locale: Locale, long: str) -> dict[str, str]:
    """Give the patterns of spans of days; CLDR's have abbreviated months, or else two whole dates stand side by side."""
    intervals = locale.interval_formats.get("yMMMd", {})
    between = str(locale.interval_formats.get(None, "{0} – {1}"))
    spans = {}
    for name, difference in (("same_month", "d"), ("same_year", "M"), ("apart", "y")):
        pieces = intervals.get(difference)
        if pieces and len(pieces) == 2:  # noqa: PLR2004
            spans[name] = pattern_of(pieces[0]) + pattern_of(pieces[1], "end_")
        else:
            spans[name] = clean(between.format(pattern_of(long), pattern_of(long, "end_")))
    return spans


def months(tag: str, context: str, width: str) -> tuple[str, ...]:
    """Give the twelve names of months: `context` is format or stand-alone, `width` wide or abbreviated."""
    names = locale_of(tag).months[context][width]
    return tuple(clean(names[number]) for number in range(1, 13))


def era(tag: str) -> str:
    """Give the name of the common era, which some languages print with every date."""
    return clean(locale_of(tag).eras["abbreviated"][1])


def digits(tag: str) -> str:
    """Give the ten digits that a language uses by default."""
    nought = _NOUGHTS.get(locale_of(tag).default_numbering_system, ord("0"))
    return "".join(chr(nought + value) for value in range(10))


def list_patterns(tag: str) -> dict[str, str]:
    """Give a language's patterns under the names of a locale file's `list`."""
    patterns = locale_of(tag).list_patterns["standard"]
    return {
        "pair": clean(patterns["2"]),
        "start": clean(patterns["start"]),
        "middle": clean(patterns["middle"]),
        "end": clean(patterns["end"]),
    }


def plural_of(tag: str) -> Callable[[float], str]:
    """Give the rule that tells a count's plural category (`one`, `few`, `other` …)."""
    rule: Callable[[float], str] = locale_of(tag).plural_form
    return rule


def plural_categories(tag: str) -> frozenset[str]:
    """Give the plural categories of a language."""
    return frozenset({*locale_of(tag).plural_form.tags, "other"})


def decimal(tag: str, value: float) -> str:
    """Give a number with the language's marks, in ASCII digits."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return clean(format_decimal(value, format="#,##0.#", locale=locale_of(tag), numbering_system="default"))


def direction(tag: str) -> str:
    """Give `rtl` or `ltr`, by the script where Babel does not know the language."""
    right_to_left = {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
    return "rtl" if parts_of(tag)[1] in right_to_left else "ltr"


def autonym(tag: str) -> str:
    """Give a language's name for itself, or its English name, or else the tag."""
    if not knows(tag):
        return language_name("en", tag)
    name = clean(locale_of(tag).display_name or tag)
    return name[:1].upper() + name[1:]


def language_name(reader: str, tag: str) -> str:
    """Give the name of the language `tag` in the language `reader`."""
    names: Mapping[str, str] = locale_of(reader).languages
    pieces = re.split("[-_]", tag)
    while pieces:
        if name := names.get("_".join(pieces)):
            return clean(name)
        pieces.pop()
    return tag


def territory_name(reader: str, code: str) -> str:
    """Give CLDR's name of a country in the language `reader`, or nothing."""
    return clean(locale_of(reader).territories.get(code, ""))
