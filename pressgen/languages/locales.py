"""Reads locale files, and merges those of a site over pressgen's own.

pressgen's files are `pressgen/locales/<tag>.yml`; a site's are `locales/<tag>.yml` in its project. All keys are
optional; what no file has comes from CLDR, through Babel.

- `autonym`: the language's name for itself, as a menu shows it.
- `direction`: `ltr` or `rtl`.
- `digits`: the ten digits, in order, where the language's official texts use others than CLDR says.
- `list`: `pair`, `start`, `middle`, `end`, each with `{0}` and `{1}`.
- `dates`: patterns. `long` is the official form; `short` is for columns of lists; `day_month`, `month`, `year`,
  `clock`, `time` and `moment` are for what they name; `zone` is for the time of a `{place}`; `signature` ends a
  release, with `{place}` and `{date}`; `same_month`, `same_year` and `apart` are for several days, `days_same_month`
  and `days_same_year` for several days without their year. `DATE_FIELDS` are their fields; the last of several days has
  the same fields with `end_` before the name.
- `days`: names of days that are not plain numbers (`1: 1er`).
- `eras`: the eras whose years dates have: `name`, and `from`, the first day, or `ahead`, the years that it is ahead of
  the common era; `first`, the name of the first year. `{era_name}` and `{era_year}` are of the last era that had begun.
- `words`: each key's text, or a text for each plural category (`one`, `few`, `other` …), with `{placeholders}`.

A file for a regional form (`en-US.yml`) has only what differs. `en.yml` has all keys: a language is complete if it has
words for all of them. A word that a language lacks is English, and is marked as English in pages.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

import yaml

from pressgen.languages.eras import Era
from pressgen.languages.tags import meant, parts_of

MASTER = "en"
"""The language whose file has all keys."""

DATE_FIELDS = frozenset({
    "day", "day2", "month", "short_month", "month_alone", "short_month_alone", "month1", "month2", "year", "year2",
    "buddhist", "era", "era_name", "era_year",
})  # fmt: skip
"""The fields of date patterns. `buddhist` is the year of the Buddhist era; `era` is CLDR's name of the common era."""

DATE_PATTERNS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("long", "short", "day_month", "month", "year"), DATE_FIELDS),
    **dict.fromkeys(
        ("same_month", "same_year", "apart", "days_same_month", "days_same_year"),
        DATE_FIELDS | {f"end_{name}" for name in DATE_FIELDS},
    ),
    "clock": frozenset({"hour", "hour2", "minute2"}),
    "time": frozenset({"clock", "zone"}),
    "moment": frozenset({"date", "time"}),
    "zone": frozenset({"place"}),
    "signature": frozenset({"place", "date"}),
}
"""The patterns of a locale file's `dates`, each with the fields that may stand in it."""

LIST_PATTERNS = ("pair", "start", "middle", "end")
"""The patterns of a locale file's `list`."""

Text = str | Mapping[str, str]
Contents = Mapping[str, Any]
"""What a locale file says: every value a text, a mapping or a list."""

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class LocaleFile:
    """What is written for one language; `tag` is the language of the words, except for those in `missing`.

    `numbering` is the numbering system that the site chose for this very language; it counts before `digits`.
    """

    tag: str
    autonym: str
    direction: str
    digits: str
    numbering: str
    patterns: Mapping[str, str]
    days: Mapping[str, str]
    eras: tuple[Era, ...]
    lists: Mapping[str, str]
    words: Mapping[str, Text]
    missing: frozenset[str]


# The key of a site's contents for the choice of its option `digits`; no locale file has it.
_NUMBERING = "numbering"

_site: Contents = {}
_forget: list[Callable[[], None]] = []


def until_locales_change(
    most: int | None = None,
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, _Result]]:
    """Cache up to `most` results of a function that depends on locale files, until the site's own files change."""

    def cached(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
        caching = lru_cache(maxsize=most)(function)
        _forget.append(caching.cache_clear)
        return cast("Callable[_Parameters, _Result]", caching)

    return cached


def site_locales() -> Mapping[str, Contents]:
    """Return the locale files of the site that this process uses."""
    return _site


def use_site_locales(contents: Mapping[str, Contents]) -> None:
    """Use a site's own locale files in this process from now on: what each says, by its language tag.

    They are merged over pressgen's files key by key. A site without any has an empty mapping.
    """
    global _site  # noqa: PLW0603  # a build has one site, and every function of this package asks for its words
    if contents != _site:
        _site = contents
        for forget in _forget:
            forget()


def with_digits(contents: Mapping[str, Contents], digits: Mapping[str, str]) -> Mapping[str, Contents]:
    """Return what a site's locale files say, with the numbering systems that it chose by language tag."""
    chosen = {tag: {**contents.get(tag, {}), _NUMBERING: system} for tag, system in digits.items()}
    return {**contents, **chosen}


@cache
def _bundled(tag: str) -> Contents | None:
    file = files("pressgen") / "locales" / f"{tag}.yml"
    if not file.is_file():
        return None
    # The base loader makes every scalar a string: `no` is a language here, not a falsehood.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    contents: Contents = yaml.load(file.read_text(encoding="utf-8"), loader)  # noqa: S506
    return contents


def _contents(tag: str) -> Contents | None:
    """Return what pressgen's file and the site's file of a language say, or None if there is neither."""
    bundled, own = _bundled(tag), _site.get(tag)
    return bundled if own is None else _merged(bundled or {}, own)


def _merged(contents: Contents, over: Contents) -> Contents:
    merged = dict(contents)
    for key, value in over.items():
        merged[key] = {**merged.get(key, {}), **value} if isinstance(value, Mapping) else value
    return merged


def master_words() -> Mapping[str, Text]:
    """Return the interface words of pressgen's English file, which has all keys."""
    words: Mapping[str, Text] = (_bundled(MASTER) or {})["words"]
    return words


@until_locales_change()
def locale_file(tag: str) -> LocaleFile:
    """Return what is written for a language, merged from the most general file to the most particular.

    Words that none of them has are English. A regional form has its language's words only if it is written in the same
    script.
    """
    chain = _chain(tag)
    merged: Contents = {}
    for each in chain:
        merged = _merged(merged, _contents(each) or {})
    master: Mapping[str, Text] = (_contents(MASTER) or {})["words"]
    own = merged.get("words", {})
    return LocaleFile(
        tag=chain[0] if own else MASTER,
        autonym=merged.get("autonym", "") if chain and chain[0] == tag else "",
        direction=merged.get("direction", ""),
        digits=merged.get("digits", ""),
        numbering=_site.get(tag, {}).get(_NUMBERING, ""),
        patterns=merged.get("dates", {}),
        days=merged.get("days", {}),
        eras=tuple(_era(era) for era in merged.get("eras", ())),
        lists=merged.get("list", {}),
        words={**master, **own},
        missing=frozenset(master.keys() - own.keys()),
    )


def _era(written: Mapping[str, str]) -> Era:
    begins = dt.date.fromisoformat(written["from"]) if "from" in written else None
    return Era(written["name"], begins, int(written.get("ahead", 0)), written.get("first", ""))


def _chain(tag: str) -> tuple[str, ...]:
    """Return the tags of the files that are merged for `tag`, the most general first."""
    tags = dict.fromkeys(each for known in (meant(tag), tag) for each in _beginnings(known))
    script = parts_of(tag)[1]
    return tuple(each for each in tags if parts_of(each)[1] == script and _contents(each) is not None)


def _beginnings(tag: str) -> list[str]:
    pieces = re.split("[-_]", tag)
    return ["-".join(pieces[:count]) for count in range(1, len(pieces) + 1)]


@until_locales_change()
def complete_languages() -> tuple[str, ...]:
    """List the languages that have all interface words of their own, in alphabetical order, without regional forms."""
    names = (entry.name.removesuffix(".yml") for entry in (files("pressgen") / "locales").iterdir())
    tags = {tag for tag in (*names, *_site) if re.fullmatch(r"[a-z]{2,3}", tag)}
    return tuple(sorted(tag for tag in tags if not locale_file(tag).missing))
