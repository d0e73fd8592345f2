"""Weekdays in a text that are not those of their dates: `Tuesday, 16 February 2022` was a Wednesday.

Only a weekday, day, month and year that stand together are compared, in the calendar that all of them name (the
Gregorian), in the languages that pressgen has words in. Names are CLDR's; how they stand together is written here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from pressgen.languages import language, month_names, weekday_names

_YEARS = range(1800, 2200)
"""Years before were not everywhere of this calendar; those after are another era's, such as 2565 for 2022."""

_PARAGRAPH = re.compile(r"\n\s*\n")
_ALIKE = str.maketrans("أإآ", "ااا")
"""Letters that are written one for the other in Arabic names."""
_UNSPACED = 0x1780
"""Khmer begins here, which has no spaces between words."""

_BETWEEN = r"(?:[\s*_\u200e\u200f\u061c]|&nbsp;)"
_GAP = _BETWEEN + "{1,12}"
_OPEN = _BETWEEN + "{0,12}"
_COMMA = rf"(?:{_OPEN}[,،(]{_OPEN}|{_GAP})"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"

# What stands between the names: <W> is any name of a weekday, <M> of a month. Texts are read in small letters.
_ORDINAL = r"(?:st|nd|rd|th)?"
_IN_BRACKETS = rf"{_YEAR}{_OPEN}\((?P<weekday><W>)\)"
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "en": (
        (
            rf"(?P<weekday><W>)\.?{_COMMA}(?:the{_GAP})?{_DAY}{_ORDINAL}{_GAP}(?:day{_GAP})?(?:of{_GAP})?(?P<month><M>)\.?"
            rf"{_COMMA}{_YEAR}"
        ),
        rf"(?P<weekday><W>)\.?{_COMMA}(?P<month><M>)\.?{_GAP}{_DAY}{_ORDINAL}{_COMMA}{_YEAR}",
        rf"{_DAY}{_ORDINAL}{_GAP}(?P<month><M>)\.?{_COMMA}{_IN_BRACKETS}",
    ),
    "fr": (
        rf"(?P<weekday><W>)\.?{_COMMA}(?:le{_GAP})?{_DAY}(?:er|<sup>er</sup>)?{_GAP}(?P<month><M>)\.?{_GAP}{_YEAR}",
        rf"{_DAY}(?:er|<sup>er</sup>)?{_GAP}(?P<month><M>)\.?{_GAP}{_IN_BRACKETS}",
    ),
    "ar": (
        (
            rf"(?P<weekday><W>){_COMMA}(?:الموافق{_GAP})?(?:ل|في{_GAP})?{_DAY}{_GAP}(?:من{_GAP})?(?:شهر{_GAP})?"
            rf"(?P<month><M>)(?:{_OPEN}[/(]{_OPEN}<M>\)?)?{_COMMA}(?:عام{_GAP}|سنة{_GAP})?{_YEAR}"
        ),
    ),
    "cy": (
        (
            rf"(?P<weekday><W>){_COMMA}(?:y{_GAP})?{_DAY}(?:af|ail|il|ydd|fed|ed|eg|ain)?{_GAP}(?:o{_GAP})?"
            rf"(?P<month><M>){_COMMA}{_YEAR}"
        ),
    ),
    "km": (
        (
            rf"ថ្ងៃ{_OPEN}(?P<weekday><W>){_OPEN}(?:ថ្ងៃ)?(?:ទី)?{_OPEN}{_DAY}{_OPEN}(?:ខែ)?{_OPEN}(?P<month><M>){_OPEN}"
            rf"(?:ឆ្នាំ)?{_OPEN}{_YEAR}"
        ),
    ),
}
# In figures the day stands first, or the month, or the year: no guess is made which.
_IN_FIGURES = (
    rf"(?P<weekday><W>)\.?{_COMMA}(?:le{_GAP}|ទី{_OPEN})?(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
    rf"(?P<weekday><W>)\.?{_COMMA}{_YEAR}-(?P<first>\d{{2}})-(?P<second>\d{{2}})(?!\d)",
)
_MORE_MONTHS: Mapping[str, tuple[str, ...]] = {"ar": ("ar-LB", "ar-DZ", "ar-MA", "ar-MR")}
"""Regions whose names of months are others than those of the language at large."""

_WELSH_MUTATIONS = (("Rh", "R"), ("M", "F"), ("G", ""), ("T", "D"))
_EXTRA_WEEKDAYS: Mapping[str, Mapping[str, int]] = {
    "en": {"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    "ar": {"الثلثاء": 1},
    "km": {"ចន្ទ័": 0, "ព្រហស្បត្តិ៍": 3, "សៅរិ៍": 5},
}
_EXTRA_MONTHS: Mapping[str, Mapping[str, int]] = {"en": {"sept": 9}, "km": {"កុម្ភះ": 2}}


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A weekday that is not that of its date: where the words begin in the text, the words, and the date.

    `day` is nothing where the calendar has no such day. `right` names its weekday in the text's language.
    """

    at: int
    words: str
    day: date | None
    right: str


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a language, and its patterns, all of which have a name that `weekday` finds."""

    weekday: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]

    def dates(self, text: str) -> Iterator[re.Match[str]]:
        """Find dates with their weekdays, by each pattern: most texts name no weekday, and are read once."""
        if self.weekday.search(text):
            for pattern in self.patterns:
                yield from pattern.finditer(text)


def wrong_weekdays(text: str, tag: str) -> Iterator[WrongWeekday]:
    """List the weekdays of a text in the language `tag` that are not those of their dates, in its order."""
    spoken = tag.partition("-")[0]
    if spoken not in _TOGETHER or not text:
        return
    names = _names(spoken)
    small = text.lower()
    # A few capitals have two small letters; where they stand, only small names are found.
    read = small if len(small) == len(text) else text
    read = read.translate(_ALIKE) if spoken == "ar" else read
    wrong = (one for found in names.dates(read) if (one := _wrong(found, text, names, tag)) is not None)
    yield from sorted(wrong, key=lambda one: one.at)


def _wrong(found: re.Match[str], text: str, names: _Names, tag: str) -> WrongWeekday | None:
    start, end = found.span()
    words = text[start:end]
    within_word = start and text[start].isalnum() and text[start - 1].isalnum() and ord(text[start]) < _UNSPACED
    year = int(found["year"])
    if within_word or year not in _YEARS or _PARAGRAPH.search(words):
        return None
    shown = " ".join(words.split())
    days = _days(found, names)
    if not days:
        return WrongWeekday(start, shown, None, "")
    if names.weekdays[_plain(found["weekday"])] in {day.weekday() for day in days}:
        return None
    return WrongWeekday(start, shown, days[0], language(tag).weekday(days[0]))


def _days(found: re.Match[str], names: _Names) -> list[date]:
    """List the days that a date may be, those that the calendar has: several where it is written in figures."""
    year, given = int(found["year"]), found.groupdict()
    if "first" in given:
        first, second = int(given["first"]), int(given["second"])
        pairs = [(second, first), (first, second)]
    else:
        pairs = [(names.months[_plain(given["month"])], int(given["day"]))]
    days = []
    for month, day in pairs:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return days


def _plain(name: str) -> str:
    """Write a name alike, whatever its capitals, its spaces and the composition of its letters."""
    return unicodedata.normalize("NFC", " ".join(name.replace("*", " ").split())).lower().translate(_ALIKE)


@cache
def _names(spoken: str) -> _Names:
    weekdays = {_plain(name): index for index, name in weekday_names(spoken)}
    weekdays |= {_plain(name): index for name, index in _EXTRA_WEEKDAYS.get(spoken, {}).items()}
    months: dict[str, int] = {}
    for region in (spoken, *_MORE_MONTHS.get(spoken, ())):
        months |= {_plain(name): number for number, name in month_names(region)}
    months |= {_plain(name): number for name, number in _EXTRA_MONTHS.get(spoken, {}).items()}
    if spoken == "cy":
        weekdays = {f"d{more}ydd {name.split()[-1]}": index for name, index in weekdays.items() for more in ("", "d")}
        months |= {
            _plain(name.replace(plain, mutated, 1)): number
            for number, name in month_names(spoken)
            for plain, mutated in _WELSH_MUTATIONS
            if name.startswith(plain)
        }
    end = r"(?!\w)" if spoken != "km" else ""

    def any_of(names: Mapping[str, int]) -> str:
        ordered = sorted(names, key=len, reverse=True)
        words = (r"\s+".join(re.escape(part) for part in name.split()) for name in ordered)
        return f"(?:{'|'.join(words)}){end}"

    a_weekday, a_month = any_of(weekdays), any_of(months)
    filled = (one.replace("<W>", a_weekday).replace("<M>", a_month) for one in (*_TOGETHER[spoken], *_IN_FIGURES))
    return _Names(re.compile(a_weekday), tuple(map(re.compile, filled)), weekdays, months)
