"""Locale files go in; the words and patterns of each language come out, with those of Babel where a file is silent.

A file of `pressgen/locales/` is named for its language (`km.yml`). Its keys, all of them optional:

- `autonym`: the language's name for itself, as a menu shows it.
- `direction`: `ltr` or `rtl`.
- `digits`: the ten digits, in order, where the language's official texts use others than CLDR says.
- `list`: `pair`, `start`, `middle`, `end`, each with `{0}` and `{1}`.
- `dates`: patterns `long` (the official form), `short` (columns of lists), `day_month`, `month`, `year`, `clock`,
  `time`, `moment`, `zone` (whose time it is, by its `{place}`), `signature` (how `{place}` and `{date}` end a release),
  for spans `same_month`, `same_year`, `apart`, and for spans without their year `days_same_month`, `days_same_year`.
  Fields are `{day}` `{day2}` `{month}` `{short_month}` `{month1}` `{month2}` `{year}` `{year2}`; a span's last day has
  them with `end_` before the name.
- `days`: names of days that are not plain numbers (`1: 1er`).
- `words`: each key's text, or a text for each plural category (`one`, `few`, `other` …), with `{placeholders}`.

A file for a regional form (`en-US.yml`) says only what differs. `en.yml` is the master: a complete language has
exactly its keys and placeholders. A word that a file lacks is English, and marked so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from pressgen.languages.tags import meant, parts_of

MASTER = "en"
Text = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LocaleFile:
    """What one locale file says; `tag` is the language whose words these are, but for those in `missing`."""

    tag: str
    autonym: str
    direction: str
    digits: str
    patterns: Mapping[str, str]
    days: Mapping[str, str]
    lists: Mapping[str, str]
    words: Mapping[str, Text]
    missing: frozenset[str]


@cache
def _contents(tag: str) -> Mapping[str, Any] | None:
    file = files("pressgen") / "locales" / f"{tag}.yml"
    if not file.is_file():
        return None
    # The base loader makes every scalar a string: `no` is a language here, not a falsehood.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    contents: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), loader)  # noqa: S506
    return contents


@cache
def locale_file(tag: str) -> LocaleFile:
    """Give what is written for a language, from the most general to the most particular file.

    Words that none of them has are English. A regional form has its language's words only when written in the same
    script.
    """
    chain = _chain(tag)
    merged: dict[str, Any] = {}
    for each in chain:
        for key, value in (_contents(each) or {}).items():
            merged[key] = {**merged.get(key, {}), **value} if isinstance(value, Mapping) else value
    master = (_contents(MASTER) or {})["words"]
    own = merged.get("words", {})
    return LocaleFile(
        tag=chain[0] if own else MASTER,
        autonym=merged.get("autonym", "") if chain and chain[0] == tag else "",
        direction=merged.get("direction", ""),
        digits=merged.get("digits", ""),
        patterns=merged.get("dates", {}),
        days=merged.get("days", {}),
        lists=merged.get("list", {}),
        words={**master, **own},
        missing=frozenset(master.keys() - own.keys()),
    )


def _chain(tag: str) -> tuple[str, ...]:
    """Give the tags of the files that speak for `tag`, the most general first."""
    tags = dict.fromkeys(each for known in (meant(tag), tag) for each in _beginnings(known))
    script = parts_of(tag)[1]
    return tuple(each for each in tags if parts_of(each)[1] == script and _contents(each) is not None)


def _beginnings(tag: str) -> list[str]:
    pieces = re.split("[-_]", tag)
    return ["-".join(pieces[:count]) for count in range(1, len(pieces) + 1)]


@cache
def complete_languages() -> tuple[str, ...]:
    """List the languages that have all interface words of their own, in alphabetical order; no regional forms."""
    names = (entry.name for entry in (files("pressgen") / "locales").iterdir())
    tags = (name.removesuffix(".yml") for name in names if re.fullmatch(r"[a-z]{2,3}\.yml", name))
    return tuple(sorted(tag for tag in tags if not locale_file(tag).missing))
