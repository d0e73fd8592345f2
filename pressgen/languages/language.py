"""A language tag goes in; a `Language` comes out, which writes dates, numbers, lists, names and interface words.

Everything that a Language needs is looked up when it is made; after that each answer is a lookup and one
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
    """How a language writes a day: `pattern` has places for its parts, `{day}`, `{month}` and `{year}` among them.

    `months` are the twelve names for `{month}`; `days` what the first days are called instead of by their number, empty
    for each that is not; `digits` the language's ten, empty where they are ASCII's; `ahead` is added to a year of the
    common era for `{year}`: 543 in Thai.
    """

    pattern: str
    months: tuple[str, ...]
    days: tuple[str, ...]
    digits: str
    ahead: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language of a site or of a text. Get it from `language(tag)`: it is made once and never changes.

    `tag`: its BCP 47 tag. `autonym`: its name for itself. `direction`: `ltr` or `rtl`. `script`: ISO 15924.
    `complete`: whether the interface has all its words in it. `words_in`: the tag of the language of those words
    (English where it has none of its own). `missing`: the keys of those that are English for want of its own.
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

    def __reduce__(self) -> tuple[Callable[[str], Language], tuple[str]]:
        return (language, (self.tag,))

    def pattern(self, key: str, count: int | None = None) -> str:
        """Give the interface text of `key` with its `{placeholders}`, in the form for `count`.

        For callers that put markup into the places; `say` gives the finished words.
        """
        text: Text = self._words[key]
        if isinstance(text, str):
            return text
        rule = _english_plural() if key in self.missing else self._plural
        category = rule(count) if count is not None else "other"
        return text.get(category) or text["other"]

    def foreign(self, key: str) -> str:
        """Give the language of the interface text of `key`, for its `lang`; nothing where it is this one."""
        return MASTER if key in self.missing else ""

    def forms(self, key: str) -> Text:
        """Give the interface text of `key` with its `{placeholders}`: one, or one for each plural category.

        For a script, which knows the count only when it has counted.
        """
        text = self._words[key]
        return text if isinstance(text, str) else dict(text)

    def say(self, key: str, /, count: int | None = None, **values: str) -> str:
        """Give the interface words of `key`, in the plural form for `count`, with `values` in their places.

        `{count}` is written in the language's digits. A key that no locale has is a mistake of the program's.
        """
        text = self.pattern(key, count)
        if count is not None:
            return text.format(count=self.number(count), **values)
        return text.format(**values) if values else text

    def date(self, day: dt.date) -> str:
        """Give a day in the official form of the language: `15 February 2022`, `ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២`."""
        return self._written("long", day)

    def day_form(self) -> DayForm:
        """Give how `date` writes a day, for scripts that write one that is not known yet."""
        pattern = self._patterns["long"]
        used = next((name for name in self._months if f"{{{name}}}" in pattern), "")
        newest = era_of(self._eras, dt.date.max)
        pattern = pattern.replace(f"{{{used}}}", "{month}").replace("{era}", self._era)
        pattern = pattern.replace("{era_name}", newest.name if newest else "")
        ahead = BUDDHIST if "{buddhist}" in pattern else newest.ahead_by if newest and "{era_year}" in pattern else 0
        pattern = pattern.replace("{buddhist}", "{year}").replace("{era_year}", "{year}")
        digits = _ASCII.translate(self._digits) if self._digits else ""
        named = [self._days.get(str(day), "") for day in range(1, max(map(int, self._days), default=0) + 1)]
        return DayForm(pattern, self._months[used] if used else (), tuple(named), digits, ahead)

    def short_date(self, day: dt.date) -> str:
        """Give a day in the short form for the columns of lists."""
        return self._written("short", day)

    def day_month(self, day: dt.date) -> str:
        """Give a day without its year, for lists under the heading of a year."""
        return self._written("day_month", day)

    def opening(self, text: str) -> str:
        """Give words as they begin a heading or an entry of a list: `novembre 2023` begins with a capital there."""
        if self.tag.split("-")[0] in _DOTTED and text.startswith("i"):
            return f"İ{text[1:]}"
        return text[:1].title() + text[1:]

    def month(self, year: int, month: int) -> str:
        """Give a month with its year, as it stands alone or within a line."""
        return self._written("month", dt.date(year, month, 1))

    def month_name(self, month: int) -> str:
        """Give the name of a month as it stands alone, where the year is clear."""
        return self._months["month_alone"][month - 1]

    def year(self, year: int) -> str:
        """Give a year, as a heading."""
        return self._written("year", dt.date(year, 1, 1))

    def weekday(self, day: dt.date) -> str:
        """Give the name of the day of the week, as it stands alone."""
        return self._weekdays[day.weekday()]

    def time(self, moment: dt.datetime, place: str = "") -> str:
        """Write the time of day of an aware `moment` in its own zone, and whose time that is: `00:30 (Paris time)`.

        That is the time of `place` where one is given, or else of the city that the zone is known by. A zone without
        one is named by its distance from UTC.
        """
        clock = self._patterns["clock"].format_map(
            {"hour": moment.hour, "hour2": f"{moment.hour:02}", "minute2": f"{moment.minute:02}"}
        )
        clock = clock.translate(self._digits) if self._digits else clock
        city = place or cldr.zone_city(self.tag, getattr(moment.tzinfo, "key", ""))
        zone = self._patterns["zone"].format(place=city) if city else _zone(moment)
        return self._patterns["time"].format(clock=clock, zone=zone)

    def moment(self, moment: dt.datetime, place: str = "") -> str:
        """Write the day and the time of an aware `moment` in its own zone, as `time` does."""
        return self._patterns["moment"].format(date=self.date(moment), time=self.time(moment, place))

    def span(self, start: dt.date, end: dt.date | None = None) -> str:
        """Give the days from `start` to `end`, both included; one day where they are the same or `end` is unknown."""
        if end is None or (start.year, start.month, start.day) == (end.year, end.month, end.day):
            return self.date(start)
        name = "apart" if start.year != end.year else "same_year" if start.month != end.month else "same_month"
        fields = self._fields(start)
        fields.update({f"end_{name}": text for name, text in self._fields(end).items()})
        return self._patterns[name].format_map(fields)

    def days(self, start: dt.date, end: dt.date) -> str:
        """Give the days from `start` to `end` without their year, for lists under its heading.

        Days of two years are written with both.
        """
        if start == end:
            return self.day_month(start)
        if start.year != end.year:
            return self.span(start, end)
        fields = self._fields(start)
        fields.update({f"end_{name}": text for name, text in self._fields(end).items()})
        return self._patterns["days_same_month" if start.month == end.month else "days_same_year"].format_map(fields)

    def signature(self, place: str, day: dt.date) -> str:
        """Give the line that ends a release: `Phnom Penh, 15 February 2022`, `Paris, le 15 février 2022`."""
        return self._patterns["signature"].format(place=place, date=self.date(day)) if place else self.date(day)

    def number(self, value: float) -> str:
        """Give a number with the language's digits and marks."""
        plain = str(value) if isinstance(value, int) and 0 <= value < 1000 else _decimal(self.tag, value)  # noqa: PLR2004
        return plain.translate(self._digits) if self._digits else plain

    def digits(self, text: str) -> str:
        """Give a text with its ASCII digits in the language's own."""
        return text.translate(self._digits) if self._digits else text

    def size(self, octets: int) -> str:
        """Give a file's size for readers: `214 KB`, counting 1,000 bytes to the kilobyte."""
        if octets < 1_000_000:  # noqa: PLR2004
            return self.say("kilobytes", size=self.number(max(1, round(octets / 1000))))
        return self.say("megabytes", size=self.number(round(octets / 1_000_000, 1)))

    def join(self, items: Iterable[str]) -> str:
        """Give a list of items in the form of the language: `a, b and c`."""
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
        """What stands between the items of a list that goes on, spaces included: a comma, or the word for "and"."""
        return self._lists["middle"].format("", "")

    def era_year(self, day: dt.date) -> str:
        """Return the era of a day and its year in it as texts write them together: `令和4`; empty without eras."""
        era = era_of(self._eras, day)
        return f"{era.name}{era.year(day)}" if era else ""

    def country(self, code: str) -> str:
        """Give the neutral name of a country by its ISO 3166-1 code; the code itself where it is not known."""
        return neutral_country_name(self.tag, code)

    def name_of(self, tag: str) -> str:
        """Give the name of another language, to stand in a sentence of the interface's words."""
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
    """Give a day in a pattern of a language; an archive's pages say few days many times."""
    return words._patterns[name].format_map(words._fields(day))  # noqa: SLF001  # its own, kept outside of its slots


def weekday_names(tag: str) -> tuple[tuple[int, str], ...]:
    """Give every name that a language has for the days of the week, long or short, each with its number from 0."""
    return cldr.names_in_dates(tag, "days")


def month_names(tag: str) -> tuple[tuple[int, str], ...]:
    """Give every name that a language has for the months, long or abbreviated, each with its number from 1."""
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
    """Give a moment's distance from UTC as ISO 8601 writes it; it is a symbol, so its digits stay ASCII."""
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
def _decimal(tag: str, value: float) -> str:
    return cldr.decimal(tag, value)


@cache
def _language_name(reader: str, tag: str) -> str:
    return cldr.language_name(reader, tag)


@until_locales_change()
def language(tag: str) -> Language:
    """Give the language of a well-formed BCP 47 tag, whether anything is known of it or not."""
    written = locale_file(tag)
    # A language that Babel does not know has English dates and lists with its English words.
    formal = written if cldr.knows(tag) else locale_file(MASTER)
    digits = written.digits or cldr.digits(tag)
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
    )
