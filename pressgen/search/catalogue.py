"""The catalogue that filters, counts and orders results: the facts of each entry go in, one compressed file comes out.

The file is JSON, compressed with gzip, in columns by the number of the entry, releases first:

- `days`: the day of each release in days since 1970; but for the first, the difference to the one before it.
- `kinds`: the place of its kind in `kindIds`.
- `languages`: for each entry, pages among them, the sum of 2 to the power of each of its languages' places in
  `languageIds`.
- `sets`: the place of what it is about in `facets`, of which each is `[countries, people, organisations, topics]`,
  places in `countryIds`, `personIds`, `organisationIds` and `topicIds`. Topics have those that they belong to beside
  them.
- `pages`: the number of the first page of `docs/`; so many releases there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pressgen.search.packing import packed

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """By what a release is filtered and ordered: its day, its kind, its languages, and the ids of what it is about."""

    day: date
    kind: str
    languages: tuple[str, ...]
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[tuple[str, ...], ...]:
        """The ids of what it is about, in the order of the catalogue."""
        return (self.countries, self.people, self.organisations, self.topics)


def catalogue(releases: Sequence[ReleaseFacts], pages: Sequence[tuple[str, ...]], languages: Sequence[str]) -> bytes:
    """Give the catalogue of releases, the oldest first, and of pages, of each of which the languages are given."""
    kinds = _Places(release.kind for release in releases)
    about = [_Places(id_ for release in releases for id_ in release.about[at]) for at in range(4)]
    tags = _Places(languages, ordered=False)
    facets: dict[tuple[tuple[int, ...], ...], int] = {}
    sets = [
        facets.setdefault(tuple(map(_Places.of, about, release.about)), len(facets))
        for release in releases
    ]  # fmt: skip
    days = [release.day.toordinal() - _EPOCH for release in releases]
    columns = {
        "days": days[:1] + [later - earlier for earlier, later in pairwise(days)],
        "kinds": [place for release in releases for place in kinds.of([release.kind])],
        "kindIds": kinds.ids,
        "languages": [
            sum(1 << place for place in tags.of(found))
            for found in [*(release.languages for release in releases), *pages]
        ],
        "languageIds": tags.ids,
        "sets": sets,
        "facets": list(facets),
        "countryIds": about[0].ids,
        "personIds": about[1].ids,
        "organisationIds": about[2].ids,
        "topicIds": about[3].ids,
        "pages": len(releases),
    }
    return packed(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode())


class _Places:
    """Ids in their order, with the place of each."""

    def __init__(self, ids: Iterable[str], *, ordered: bool = True) -> None:
        self.ids = sorted(set(ids)) if ordered else list(ids)
        self._place = {id_: place for place, id_ in enumerate(self.ids)}

    def of(self, ids: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(self._place[id_] for id_ in ids))
