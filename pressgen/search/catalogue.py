"""The catalogue by which results are filtered, counted and ordered: one compressed file with the facts of each entry.

The file is JSON, compressed with gzip, in columns by the number of the entry, releases first:

- `days`: the day of each release in days since 1970; but for the first, the difference to the one before it.
- `languages`: for each entry, pages among them, the sum of 2 to the power of each of its languages' places in
  `languageIds`.
- `facets`: by what releases are filtered beside these, in the order of the search page. Each has its values as `ids`;
  `sets` are the combinations of their places that releases have, `of` is for each release the place of its set.
- `pages`: the number of the first entry that is no release; so many releases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pressgen.search.packing import compact_json, packed

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """By what a release is filtered and ordered: its day, its languages, and its values of each facet."""

    day: date
    languages: tuple[str, ...]
    values: tuple[tuple[str, ...], ...] = ()


def catalogue(
    facets: Sequence[str], releases: Sequence[ReleaseFacts], pages: Sequence[tuple[str, ...]], languages: Sequence[str]
) -> bytes:
    """Write the catalogue of releases, the oldest first, and of pages, of each of which the languages are given.

    `facets` are the names of the filters of which each release has values, in the same order.
    """
    tags = _Places(languages, ordered=False)
    days = [release.day.toordinal() - _EPOCH for release in releases]
    languages_of = [*(release.languages for release in releases), *pages]
    sums = {ids: sum(1 << place for place in tags.of(ids)) for ids in dict.fromkeys(languages_of)}
    columns = {
        "days": days[:1] + [later - earlier for earlier, later in pairwise(days)],
        "languages": [sums[ids] for ids in languages_of],
        "languageIds": tags.ids,
        "facets": {name: _facet([release.values[at] for release in releases]) for at, name in enumerate(facets)},
        "pages": len(releases),
    }
    return packed(compact_json(columns))


def _facet(values: Sequence[tuple[str, ...]]) -> dict[str, object]:
    """Return the columns of a facet, of which each release has these values."""
    places = _Places(id_ for ids in values for id_ in ids)
    sets: dict[tuple[int, ...], int] = {}
    # Many releases have the same values.
    of = {ids: sets.setdefault(places.of(ids), len(sets)) for ids in dict.fromkeys(values)}
    return {"ids": places.ids, "sets": list(sets), "of": [of[ids] for ids in values]}


class _Places:
    """Ids in their order, with the place of each."""

    def __init__(self, ids: Iterable[str], *, ordered: bool = True) -> None:
        self.ids = sorted(set(ids)) if ordered else list(ids)
        self._place = {id_: place for place, id_ in enumerate(self.ids)}

    def of(self, ids: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(self._place[id_] for id_ in ids))
