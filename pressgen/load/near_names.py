"""The release that a file may belong to, where its name is nearly that of another's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

_DAY = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)")
_COPY = re.compile("copy-of-(?P<of>.+)|(?P<from>.+)-(?:copy|copie|kopie)(?:-[0-9]{1,2})?")
_ALIKE = 0.75
_MOST_COMPARED = 200


def within_name(id_: str, ids: Collection[str], languages: Iterable[str]) -> tuple[str, str]:
    """Return the release whose id a longer one holds beside a language or the word `copy`, and that language.

    `2026-11-27-call-fr` holds `2026-11-27-call` and French. Nothing is given where there is no such release.
    """
    for tag in languages:
        base = id_.removesuffix(f"-{tag.lower()}")
        if base != id_ and base in ids:
            return base, tag
    found = _COPY.fullmatch(id_)
    base = (found["of"] or found["from"]) if found else ""
    return (base, "") if base in ids else ("", "")


class NearNames:
    """The ids of all releases, each with the languages that it has files in, to be asked for the nearest."""

    def __init__(self, taken: Mapping[str, Collection[str]], languages: Sequence[str]) -> None:
        self.taken = taken
        self.languages = languages
        self.by_day: dict[str, list[str]] = {}
        self.by_rest: dict[str, list[str]] = {}
        for id_ in sorted(taken):
            if found := _DAY.fullmatch(id_):
                self.by_day.setdefault(found[1], []).append(id_)
                self.by_rest.setdefault(found[2], []).append(id_)

    def translated(self, id_: str, language: str) -> tuple[str, str]:
        """Return the release that a translation is meant for whose file has this id, and the language that it is in.

        Nothing is given where none is near. Near is one without an edition in the `language`, of the same day and
        nearly the same words, or of the same words and another day.
        """
        whole, tag = within_name(id_, self.taken, self.languages)
        if whole and (tag or language) not in self.taken[whole]:
            return whole, tag or language
        found = _DAY.fullmatch(id_)
        day, rest = (found[1], found[2]) if found else ("", id_)
        same = [one for one in self.by_rest.get(rest, ()) if self._lacks(one, id_, language)]
        if same:
            return max(same, key=lambda one: (_likeness(day, one[:10]), one)), language
        near = [one for one in self.by_day.get(day, ())[:_MOST_COMPARED] if self._lacks(one, id_, language)]
        best = max(near, key=lambda one: _likeness(rest, one[11:]), default="")
        return (best, language) if best and _likeness(rest, best[11:]) >= _ALIKE else ("", "")

    def _lacks(self, other: str, id_: str, language: str) -> bool:
        return other != id_ and language not in self.taken[other]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:100], other[:100]).ratio()
