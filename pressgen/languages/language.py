"""Writes dates, numbers, lists, names and interface words in a language.

Everything that a `Language` needs is looked up when it is created; after that each answer takes a lookup and one
`str.format`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pressgen.languages import cldr
from pressgen.languages.countries import neutral_country_name
from pressgen.languages.eras import BUDDHIST, Era, era_of
from pressgen.languages.locales import MASTER, Text, locale_file, until_locales_change
from pressgen.languages.tags import parts_of


@dataclass(frozen=True, slots=True)
class DayForm:
    """The form of a day in a language, for a script: `pattern` has fields such as `{day}`, `{month}` and `{year}`.

    `months` are the twelve names for `{month}`; `days` the names of the first days, empty for each that is a number;
    `digits` the language's ten, empty for ASCII; `years` the fields for years of other eras in it, each with what is
    added to a year of the common era: `("buddhist", 543)`.
    """

    pattern: str
    months: tuple[str, ...]
    days: tuple[str, ...]
    digits: str
    years: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language of a site or of a text, from `language(tag)`, which creates it once; it never changes.

    `tag`: its BCP 47 tag. `autonym`: its name for itself. `direction`: `ltr` or `rtl`. `script`: ISO 15924.
    `complete`: whether it has all interface words. `words_in`: the tag of the language of its interface words, English
    if it has none. `missing`: the keys of the words that it lacks, which are English.
    """

    tag: str
    autonym: str
    direction: str
    script: str
    complete: bool
    words_in: str
    missing: frozenset[str]
    _words: Mapping[str, Text] = field(repr=False)
    _plural: Callable[[float], str] = field(repr=False)
    _patterns: Mapping[str, str] = field(repr=False)
    _months: Mapping[str, tuple[str, ...]] = field(repr=False)
    _weekdays: tuple[str, ...] = field(repr=False)
    _days: Mapping[str, str] = field(repr=False)
    _era: str = field(repr=False)
    _eras: tuple[Era, ...] = field(repr=False)
    _lists: Mapping[str, str] = field(repr=False)
    _digits: Mapping[int, int] | None = field(repr=False)
    _numbering: str = field(repr=False)

    def __reduce__(self) -> tuple[Callable[[str], Language], tuple[str]]:
        return (language, (self.tag,))

    def pattern(self, key: str, count: int | None = None) -> str:
        """Return the interface text of `key` with its `{placeholders}`, in the form for `count`.

        It is for callers that fill in markup; `say` fills in words.
        """
        text: Text = self._words[key]
        if isinstance(text, str):
            return text
        rule = _english_plural() if key in self.missing else self._plural
        category = rule(count) if count is not None else "other"
        return text.get(category) or text["other"]

    def foreign(self, key: str) -> str:
        """Return the language of the interface text of `key` if it is not this one, for its `lang`; else nothing."""
        return MASTER if key in self.missing else ""

    def forms(self, key: str) -> Text:
        """Return the interface text of `key` with its `{placeholders}`: one text, or one for each plural category.

        It is for scripts, which do not know the count yet.
        """
        text = self._words[key]
        return text if isinstance(text, str) else dict(text)

    def say(self, key: str, /, count: int | None = None, **values: str) -> str:
        """Return the interface words of `key` in the plural form for `count`, with `values` filled in.

        `{count}` has the language's digits. Raises KeyError for a key that no locale file has.
        """
        text = self.pattern(key, count)
        if count is not None:
            return text.format(count=self.number(count), **values)
        return text.format(**values) if values else text

    def date(self, day: dt.date) -> str:
        """Return a day in the official form of the language: `15 February 2022`, `ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២`."""
        return self._written("long", day)

    def day_form(self) -> DayForm:
        """Return the form of `date`, for the script that writes the day on which a page is printed."""
        pattern = self._patterns["long"]
        used = next((name for name in self._months if f"{{{name}}}" in pattern), "")
        newest = era_of(self._eras, dt.date.max)
        pattern = pattern.replace(f"{{{used}}}", "{month}").replace("{era}", self._era)
        pattern = pattern.replace("{era_name}", newest.name if newest else "")
        ahead = {"buddhist": BUDDHIST, "era_year": newest.ahead_by if newest else 0}
        years = tuple((name, years) for name, years in ahead.items() if f"{{{name}}}" in pattern)
        digits = _ASCII.translate(self._digits) if self._digits else ""
        named = [self._days.get(str(day), "") for day in range(1, max(map(int, self._days), default=0) + 1)]
        return DayForm(pattern, self._months[used] if used else (), tuple(named), digits, years)

    def short_date(self, day: dt.date) -> str:
        """Return a day in the short form for the columns of lists."""
        return self._written("short", day)

    def day_month(self, day: dt.date) -> str:
        """Return a day without its year, for lists under the heading of a year."""
        return self._written("day_month", day)

    def opening(self, text: str) -> str:
        """Return words with a capital at the beginning, as in a heading or a list: `Novembre 2023`."""
        if self.tag.split("-")[0] in _DOTTED and text.startswith("i"):
            return f"İ{text[1:]}"
        return text[:1].title() + text[1:]

    def month(self, year: int, month: int) -> str:
        """Return a month with its year, for headings and sentences."""
        return self._written("month", dt.date(year, month, 1))

    def month_name(self, month: int) -> str:
        """Return the name of a month alone, if the year is clear."""
        return self._months["month_alone"][month - 1]

    def year(self, year: int) -> str:
        """Return a year, as a heading."""
        return self._written("year", dt.date(year, 1, 1))

    def weekday(self, day: dt.date) -> str:
        """Return the name of a day of the week."""
        return self._weekdays[day.weekday()]

    def time(self, moment: dt.datetime, place: str = "") -> str:
        """Return the time of day of an aware `moment` in its own zone, with the name of the zone: `00:30 (Paris time)`.

        The zone is named by `place`, or else by the city that it is known by, or else by its distance from UTC.
        """
        clock = self._patterns["clock"].format_map(
            {"hour": moment.hour, "hour2": f"{moment.hour:02}", "minute2": f"{moment.minute:02}"}
        )
        clock = clock.translate(self._digits) if self._digits else clock
        city = place or cldr.zone_city(self.tag, getattr(moment.tzinfo, "key", ""))
        zone = self._patterns["zone"].format(place=city) if city else _zone(moment)
        return self._patterns["time"].format(clock=clock, zone=zone)

    def moment(self, moment: dt.datetime, place: str = "") -> str:
        """Return the day and the time of an aware `moment` in its own zone, as `time` writes it."""
        return self._patterns["moment"].format(date=self.date(moment), time=self.time(moment, place))

    def span(self, start: dt.date, end: dt.date | None = None) -> str:
        """Return the days from `start` to `end`, both included; one day if they are the same or `end` is not known."""
        if end is None or (start.year, start.month, start.day) == (end.year, end.month, end.day):
            return self.date(start)
        name = "apart" if start.year != end.year else "same_year" if start.month != end.month else "same_month"
        fields = self._fields(start)
        fields.update({f"end_{name}": text for name, text in self._fields(end).items()})
        return self._patterns[name].format_map(fields)

    def days(self, start: dt.date, end: dt.date) -> str:
        """Return the days from `start` to `end` without their year, for lists under the heading of a year.

        Days of two years have both years.
        """
        if start == end:
            return self.day_month(start)
        if start.year != end.year:
            return self.span(start, end)
        fields = self._fields(start)
        fields.update({f"end_{name}": text for name, text in self._fields(end).items()})
        return self._patterns["days_same_month" if start.month == end.month else "days_same_year"].format_map(fields)

    def signature(self, place: str, day: dt.date) -> str:
        """Return the line that ends a release: `Phnom Penh, 15 February 2022`, `Paris, le 15 février 2022`."""
        return self._patterns["signature"].format(place=place, date=self.date(day)) if place else self.date(day)

    def has_word_for(self, number: str) -> bool:
        """True if the number of a release is a figure, which needs a word; letters as in `AS/12/FC.1` need none."""
        return number[:1].isdecimal()

    def numbered(self, number: str) -> str:
        """Return the number of a release with the word that goes with it, as within a sentence: `No. 11/2024`."""
        return self.say("number-of", number=number) if self.has_word_for(number) else number

    def number(self, value: float) -> str:
        """Return a number with the language's digits and marks."""
        small = isinstance(value, int) and 0 <= value < 1000  # noqa: PLR2004
        plain = str(value) if small else _decimal(self.tag, value, self._numbering)
        return plain.translate(self._digits) if self._digits else plain

    def digits(self, text: str) -> str:
        """Return a text with its ASCII digits in the language's own."""
        return text.translate(self._digits) if self._digits else text

    def size(self, octets: int) -> str:
        """Return a file's size for readers: `214 KB`, counting 1,000 bytes to the kilobyte."""
        if octets < 1_000_000:  # noqa: PLR2004
            return self.say("kilobytes", size=self.number(max(1, round(octets / 1000))))
        return self.say("megabytes", size=self.number(round(octets / 1_000_000, 1)))

    def join(self, items: Iterable[str]) -> str:
        """Return a list of items in the form of the language: `a, b and c`."""
        texts = list(items)
        if len(texts) < 2:  # noqa: PLR2004
            return texts[0] if texts else ""
        if len(texts) == 2:  # noqa: PLR2004
            return self._lists["pair"].format(*texts)
        joined = self._lists["end"].format(texts[-2], texts[-1])
        for text in reversed(texts[1:-2]):
            joined = self._lists["middle"].format(text, joined)
        return self._lists["start"].format(texts[0], joined)

    @property
    def separator(self) -> str:
        """What separates the items of a list before the last: a comma, or the word for "and", with spaces."""
        return self._lists["middle"].format("", "")

    def era_year(self, day: dt.date) -> str:
        """Return the era of a day and its year in it as texts write them together: `令和4`; empty without eras."""
        era = era_of(self._eras, day)
        return f"{era.name}{era.year(day)}" if era else ""

    def country(self, code: str) -> str:
        """Return the neutral name of a country by its ISO 3166-1 code, or the code if it is not known."""
        return neutral_country_name(self.tag, code)

    def name_of(self, tag: str) -> str:
        """Return the name of another language for a sentence of interface words."""
        return _language_name(self.words_in, tag)

    def _written(self, name: str, day: dt.date) -> str:
        return _written(self, name, day)

    def _fields(self, day: dt.date) -> dict[str, str]:
        number, era = str(day.day), era_of(self._eras, day)
        plain = {
            "day": self._days.get(number, number),
            "day2": f"{day.day:02}",
            "month1": str(day.month),
            "month2": f"{day.month:02}",
            "year": str(day.year),
            "year2": f"{day.year % 100:02}",
            "buddhist": str(day.year + BUDDHIST),
            "era_year": era.year(day) if era else str(day.year),
        }
        if self._digits:
            plain = {name: text.translate(self._digits) for name, text in plain.items()}
        for name, months in self._months.items():
            plain[name] = months[day.month - 1]
        plain["era"] = self._era
        plain["era_name"] = era.name if era else ""
        return plain


@lru_cache(maxsize=16_384)
def _written(words: Language, name: str, day: dt.date) -> str:
    """Return a day in a pattern of a language. Pages show few days many times, so results are cached."""
    return words._patterns[name].format_map(words._fields(day))  # noqa: SLF001  # its own, kept outside of its slots


def weekday_names(tag: str) -> tuple[tuple[int, str], ...]:
    """Return all names that a language has for the days of the week, long and short, with their numbers from 0."""
    return cldr.names_in_dates(tag, "days")


def month_names(tag: str) -> tuple[tuple[int, str], ...]:
    """Return all names that a language has for the months, long and abbreviated, with their numbers from 1."""
    return cldr.names_in_dates(tag, "months")


# Turkic languages whose i keeps its dot as a capital.
_DOTTED = frozenset(("az", "tr"))
_ASCII = "0123456789"
_FORMS = {"time": "{clock} ({zone})", "moment": "{date}, {time}", "signature": "{place}, {date}"}


def _months(tag: str) -> Mapping[str, tuple[str, ...]]:
    return {
        "month": cldr.months(tag, "format", "wide"),
        "short_month": cldr.months(tag, "format", "abbreviated"),
        "month_alone": cldr.months(tag, "stand-alone", "wide"),
        "short_month_alone": cldr.months(tag, "stand-alone", "abbreviated"),
    }


def _zone(moment: dt.datetime) -> str:
    """Return a moment's distance from UTC as ISO 8601 writes it, in ASCII digits."""
    offset = moment.utcoffset() or dt.timedelta(0)
    if not offset:
        return "UTC"
    minutes = int(abs(offset).total_seconds() // 60)
    sign = "-" if offset < dt.timedelta(0) else "+"
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"


@cache
def _english_plural() -> Callable[[float], str]:
    return cldr.plural_of(MASTER)


@lru_cache(maxsize=10_000)
def _decimal(tag: str, value: float, system: str) -> str:
    return cldr.decimal(tag, value, system)


@cache
def _language_name(reader: str, tag: str) -> str:
    return cldr.language_name(reader, tag)


@until_locales_change()
def language(tag: str) -> Language:
    """Return the language of a well-formed BCP 47 tag, even if nothing is known of it."""
    written = locale_file(tag)
    # A language that Babel does not know has English dates and lists with its English words.
    formal = written if cldr.knows(tag) else locale_file(MASTER)
    usual = written.digits or cldr.digits(tag)
    digits = cldr.digits_of(written.numbering) if written.numbering else usual
    return Language(
        tag=tag,
        autonym=written.autonym or cldr.autonym(tag),
        direction=written.direction or cldr.direction(tag),
        script=parts_of(tag)[1],
        complete=not written.missing,
        words_in=written.tag,
        missing=written.missing,
        _words=written.words,
        _plural=cldr.plural_of(written.tag),
        _patterns={**_FORMS, "zone": cldr.zone_pattern(tag), **cldr.date_patterns(tag), **formal.patterns},
        _months=_months(tag),
        _weekdays=cldr.weekdays(tag),
        _days=formal.days,
        _era=cldr.era(tag),
        _eras=formal.eras,
        _lists={**cldr.list_patterns(tag), **formal.lists},
        _digits=str.maketrans(_ASCII, digits) if digits != _ASCII else None,
        _numbering=written.numbering if digits != usual else "",
    )
