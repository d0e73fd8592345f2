"""Finds releases of the proof's archive by plain means: the ids of those that have all of a query.

It is the second opinion on the expectations of queries.yml, so it shares nothing with `pressgen`: it reads the files of
the archive itself and looks for the words with regular expressions. It knows no stems; a query names other forms
of a word under `also`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date

HERE = Path(__file__).parent
ARCHIVE = HERE / "archive"
LOCALES = HERE.parent.parent / "pressgen" / "locales"
LANGUAGES = ("en", "km", "fr", "ar", "th", "lo", "my", "zh", "ja")
UNSPACED = (
    r"\u1780-\u17d3\u17dd\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109f"
    r"\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff"
)
MARK = r"[\u17b4-\u17d3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e]"
QUOTES = {'"': '"', "“": "”", "«": "»", "「": "」", "„": "“"}
LETTERS = str.maketrans({"ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th"})
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "ؤ": "و", "ئ": "ي"})
# Spellings of one word: the coeng of DA and of TA, vowels in two pieces, coeng RO before another coeng; the vowel am of
# Thai and Lao, which is left in its two pieces and in their commoner order.
SPELLINGS = (
    ("\u17d2\u178a", "\u17d2\u178f"),
    ("\u17c1\u17b8", "\u17be"),
    ("\u17c1\u17b6", "\u17c4"),
    ("(\u17d2\u179a)(\u17d2[\u1780-\u17a2])", r"\2\1"),
    ("\u0e4d([\u0e48-\u0e4b])\u0e32", "\\1\u0e4d\u0e32"),
    ("\u0ecd([\u0ec8-\u0ecb])\u0eb2", "\\1\u0ecd\u0eb2"),
)
# Burmese typists take the digit zero for the letter wa.
DIGIT_FOR_WA = "\u1040(?=[\u102b-\u103e]|[\u1000-\u1021]\u103a)"


def fold(text: str) -> str:
    """Fold a text for comparison: its case, accents, digits, invisible signs and spellings."""
    text = "".join(letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf")
    text = re.sub(DIGIT_FOR_WA, "\u101d", text)
    digits = (str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text.casefold())
    text = "".join(digits).translate(LETTERS)
    text = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", unicodedata.normalize("NFD", text))
    text = re.sub(r"[\u064b-\u0652\u0670]", "", unicodedata.normalize("NFC", text)).translate(ARABIC)
    for written, meant in SPELLINGS:
        text = re.sub(written, meant, text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th|er)\b", "", text)
    grouped = r"(?<!\d)\d{1,3}(?:[,.\u066c\u2019' ]\d{3})+(?!\d)"
    return re.sub(grouped, lambda number: re.sub(r"\D", "", number[0]), text)


@dataclass(frozen=True)
class Ask:
    """A query of the set: what is asked, what must be found, why, and other forms of its words."""

    group: str
    query: str
    find: frozenset[str]
    why: str
    also: Mapping[str, tuple[str, ...]]


@cache
def asks() -> tuple[Ask, ...]:
    """Read the queries of queries.yml, in its order."""
    queries = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))
    return tuple(
        Ask(
            group,
            one["ask"],
            frozenset(one["find"]),
            one["why"],
            {word: tuple(forms) for word, forms in one.get("also", {}).items()},
        )
        for group, several in queries.items()
        for one in several
    )


@cache
def texts() -> Mapping[str, str]:
    """Return the folded text of each entry of the archive, by its id; pages of docs/ are `page:` and their name."""
    found: dict[str, list[str]] = {}
    for path in sorted((ARCHIVE / "releases").rglob("*.md")):
        head, body = path.read_text("utf-8").split("---\n", 2)[1:]
        slug = path.name.split(".")[0]
        facts = yaml.safe_load(head)
        found.setdefault(slug, []).extend([*_facts(facts), re.sub(r"[*#]", "", body)])
    hidden = {
        slug
        for slug, parts in found.items()
        if any(f"{key}\n" in parts for key in ("status: withdrawn", "status: draft", "embargo"))
    }
    for path in sorted((ARCHIVE / "docs").glob("*.md")):
        found.setdefault(f"page:{path.name.split('.')[0]}", []).append(path.read_text("utf-8"))
    return {slug: fold(" \x00 ".join(parts)) for slug, parts in found.items() if slug not in hidden}


def _facts(facts: dict[str, Any]) -> Iterator[str]:
    """Return what a file's front matter says, with the names that the register and CLDR have for it."""
    yield from (f"status: {facts['status']}\n" for _ in range("status" in facts))
    yield from ("embargo\n" for _ in range("embargo" in facts))
    yield from (str(facts[key]) for key in ("title", "number", "place") if key in facts)
    yield from (note["note"] for note in facts.get("corrections", ()))
    event = facts.get("event", {})
    yield from (str(event[key]) for key in ("place", "occasion") if key in event)
    for day in (facts.get("date"), event.get("date"), event.get("start"), event.get("end")):
        yield from _dates(day) if day else ()
    if "kind" in facts:
        yield from _kinds(facts["kind"])
    people = _register("people")
    for participant in facts.get("participants", ()):
        yield from (str(participant[key]) for key in ("name", "honorific", "role") if key in participant)
        person = people.get(participant.get("person"), {})
        yield from _words(person)
        for name in [participant.get("name", ""), *person.get("names", {}).values(), *person.get("variants", ())]:
            yield re.sub(r"^(\w)\w+ (?=\w)", r"\1. ", name)
        yield re.sub(r"(\w)\w+ ?", r"\1.", person.get("honorific", {}).get("en", ""))
        if country := _country_of(participant, facts):
            yield from _country(country)
    for country in facts.get("countries", ()):
        yield from _country(country)
    for key in ("organisations", "topics"):
        for one in facts.get(key, ()):
            yield from _words(_register(key)[one])
            if parent := _register(key)[one].get("parent"):
                yield from _words(_register(key)[parent])


def _country_of(participant: dict[str, Any], facts: dict[str, Any]) -> str | None:
    if "date" not in facts:  # a translation, whose participants are the original's
        return None
    if "person" in participant:
        return str(_register("people")[participant["person"]]["terms"][0]["country"])
    return participant.get("country")


def _country(code: str) -> Iterator[str]:
    yield code
    register = _register("countries")
    if code in register:
        yield from _words(register[code])
    else:
        yield from (Locale(language).territories[code] for language in LANGUAGES)


def _words(entry: Any) -> Iterator[str]:  # noqa: ANN401  # what YAML gives
    """List every text in an entry of the register except codes and the days of terms."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from _words(value) if key not in ("parent", "country") else ()
    elif isinstance(entry, list):
        for value in entry:
            yield from _words(value)


def _dates(day: date | datetime) -> Iterator[str]:
    yield from (f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}")
    for language in LANGUAGES:
        yield format_date(day, "long", language)
        yield format_date(day, "d MMMM y", language)
    yield f"ថ្ងៃទី{day.day} ខែ{format_date(day, 'MMMM', 'km')} ឆ្នាំ{day.year}"
    yield from (f"{day:%B} {day.day}, {day.year}", f"{day:%d %B %Y}", format_date(day, "long", "ar_SY"))
    yield f"{day.day} {format_date(day, 'MMMM', 'th')} {day.year + 543}"
    yield f"令和{day.year - 2018}年{day.month}月{day.day}日"


def _kinds(kind: str) -> Iterator[str]:
    for language in LANGUAGES:
        path = LOCALES / f"{language}.yml"
        words = yaml.safe_load(path.read_text("utf-8")).get("words") if path.exists() else None
        if words:  # a language may have its dates alone
            yield words[f"kind-{kind}"]


@cache
def _register(name: str) -> dict[str, Any]:
    return yaml.safe_load((ARCHIVE / "releases" / "register" / f"{name}.yml").read_text("utf-8"))


def search(ask: Ask) -> frozenset[str]:
    """Return the ids of the entries that have every word and phrase of a query."""
    patterns = [re.compile(pattern) for pattern in _patterns(ask)]
    return frozenset(
        slug for slug, text in texts().items() if patterns and all(pattern.search(text) for pattern in patterns)
    )


def _patterns(ask: Ask) -> Iterator[str]:
    units = list(_units(ask.query))
    for number, (words, quoted) in enumerate(units):
        yield _pattern(words, ask.also, unfinished=not quoted and number == len(units) - 1)


def _units(query: str) -> Iterator[tuple[list[str], bool]]:
    """SplitDocument a query into its phrases: each its words, and whether it stands in quotation marks."""
    marks = "".join(QUOTES)
    closing = "|".join(f"{opening}([^{close}]*){close}" for opening, close in QUOTES.items())
    for piece in re.finditer(rf"{closing}|[^\s{marks}]+", query):
        quoted = piece.lastindex is not None
        text = piece[piece.lastindex or 0] if quoted else re.sub("^(?:[ldjmtsnc]|qu)['’]", "", piece[0])
        words = re.findall(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+", fold(text))
        if words:
            yield words, quoted


def _pattern(words: Iterable[str], also: Mapping[str, tuple[str, ...]], *, unfinished: bool) -> str:
    """Return the expression that finds a phrase; an unfinished last word finds words that begin so."""
    words = list(words)
    between = r"(?:(?![.!?។。]\s)[\W_])*"
    written = (
        _word(word, also.get(word, ()), open_end=unfinished and at == len(words) - 1) for at, word in enumerate(words)
    )
    return between.join(written)


def _word(word: str, forms: tuple[str, ...], *, open_end: bool) -> str:
    if re.match(f"[{UNSPACED}]", word):
        begins = r"(?<!\u17d2)" if not re.match(MARK, word) else ""
        ends = "" if open_end else rf"(?!{MARK})"
        return begins + r"\s*".join(map(re.escape, word)) + ends
    arabic = re.match(r"[\u0621-\u064a]", word)
    bare = re.sub(r"^(?:ال|وال|بال|لل)(?=..)", "", word) if arabic else word
    article = "(?:ال|وال|بال|لل|فال|كال)?" if arabic else ""
    choice = "|".join(map(re.escape, (bare, *forms)))
    digit = r"(?<!\d)" if bare[0].isdigit() else r"(?<![^\W\d_])" if not arabic else r"(?<!\w)"
    end = "" if open_end else r"(?!\d)" if bare[-1].isdigit() else rf"(?![^\W\d_{UNSPACED}])"
    return f"{digit}{article}(?:{choice}){end}"
