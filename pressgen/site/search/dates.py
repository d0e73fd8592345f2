"""List the forms in which readers of a site's languages look for a day, in words and in numbers.

What is typed without quotation marks is found word by word, so a form is here for the words that no other has, or for
the order in which some write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pressgen.languages import BUDDHIST, Language, until_locales_change
from pressgen.languages import language as language_of


@until_locales_change(16_384)
def dates(day: date, languages: tuple[str, ...]) -> tuple[str, ...]:
    """List the forms of a day in these languages, each once."""
    forms: list[str] = []
    for tag in languages:
        forms += _in_words(day, tag)
    plain = (day.day, day.month, day.year)
    forms += [day.isoformat(), "{:02}/{:02}/{:04}".format(*plain), "{}/{}/{}".format(*plain)]
    forms.append("{2}/{1}/{0}".format(*plain))
    if any(_MONTH_FIRST.search(tag) for tag in languages):
        forms += ["{1:02}/{0:02}/{2:04}".format(*plain), "{1}/{0}/{2}".format(*plain)]
    return tuple(dict.fromkeys(forms))


# The regions in which CLDR writes a date in numbers with the month first.
_MONTH_FIRST = re.compile(r"-(?:US|PH|FM|MH|PW|GU|PR|VI|AS|MP|UM)$")


def _in_words(day: date, tag: str) -> Iterator[str]:
    words = language_of(tag)
    yield from (words.date(day), words.short_date(day), words.month(day.year, day.month))
    base = tag.split("-", maxsplit=1)[0]
    for other in _KIN.get(base, ()):
        yield from (language_of(other).date(day), language_of(other).short_date(day))
    for pattern in _USUAL.get(base, ()):
        yield pattern.format_map(_Fields(words, day))


# Readers of these languages know the months and their order from other regions too: `Sept`, `February 15`, the months
# of the Levant.
_KIN = {"en": ("en-GB", "en-US"), "ar": ("ar-SY",)}

# Forms that texts have and CLDR does not.
_USUAL = {
    "ar": ("{day} {levant}/{month} {year}",),
    "en": ("{day} of {month} {year}",),
    "fr": ("le {long}",),
    "ja": ("{reign}年{number}月{day}日",),
    "lo": ("ວັນທີ {day} {month} {year}", "ວັນທີ {day} ເດືອນ{month} ປີ {year}"),
    "my": ("{year} ခုနှစ် {month}လ {day} ရက်", "{day} {month} {year}"),
    "th": ("วันที่ {day} {month} {year}", "วันที่ {day} {month} {buddhist}", "{day} {month} พ.ศ. {buddhist}"),
    "zh": ("{han}",),
}

_FIGURES = "〇一二三四五六七八九"
_TEN = 10


class _Fields(dict[str, str]):
    """The fields of the patterns, each computed when a pattern asks for it."""

    def __init__(self, words: Language, day: date) -> None:
        super().__init__(day=str(day.day), number=str(day.month), year=str(day.year), long=words.date(day))
        self._words, self._day = words, day

    def __missing__(self, name: str) -> str:
        words, day = self._words, self._day
        match name:
            case "month":
                return words.month_name(day.month)
            case "levant":
                return language_of("ar-SY").month_name(day.month)
            case "buddhist":
                return str(day.year + BUDDHIST)
            case "reign":
                return language_of("ja").era_year(day) or str(day.year)
            case _:
                return _in_figures_of_han(day)


def _in_figures_of_han(day: date) -> str:
    year = "".join(_FIGURES[int(figure)] for figure in f"{day.year:04}")
    return f"{year}年{_han(day.month)}月{_han(day.day)}日"


def _han(number: int) -> str:
    """Write a number below a hundred."""
    tens, ones = divmod(number, _TEN)
    return f"{_FIGURES[tens] if tens > 1 else ''}{'十' if tens else ''}{_FIGURES[ones] if ones else ''}"
