"""Answer what a release asks of the names of all others, and remember it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pressgen.frontmatter import nearest
from pressgen.load.near_names import NearNames, within_name
from pressgen.load.tracking import Tracked, tracked

_MOST_COMPARED = 500
_MOST_LIKELY = 200


class WithinName(NamedTuple):
    """The release whose id another one holds beside a language, and whether it has an edition in that language."""

    release: str = ""
    language: str = ""
    is_taken: bool = False


class OtherReleases(Tracked):
    """The ids of all that have a file, each with the languages that it has files in."""

    def __init__(self, taken: Mapping[str, Collection[str]], languages: Sequence[str]) -> None:
        super().__init__()
        self._taken = taken
        self._languages = languages

    @cached_property
    def _near(self) -> NearNames:
        return NearNames(self._taken, self._languages)

    @tracked
    def have(self, id_: str) -> bool:
        """Return whether an id has a file."""
        return id_ in self._taken

    @tracked
    def nearest(self, id_: str) -> str:
        """Return the nearest id of one that does not exist, or nothing."""
        return nearest_id(id_, self._taken)

    @tracked
    def within(self, id_: str) -> WithinName:
        """Return the release whose id a longer one holds beside a language or the word `copy`, and that language."""
        release, language = within_name(id_, self._taken, self._languages)
        return WithinName(release, language, bool(release) and language in self._taken[release])

    @tracked
    def translated(self, id_: str, language: str) -> tuple[str, str]:
        """Return the release that a translation is meant for whose file has this id, and the language that it is in."""
        return self._near.translated(id_, language)


def nearest_id(wanted: str, ids: Collection[str]) -> str:
    """Return the nearest id: of the same day if there are any, for an archive has too many to compare with all."""
    day = wanted[:10]
    likely = [one for one in ids if one.startswith(day)] or [one for one in ids if one[10:] == wanted[10:]]
    if not likely and len(ids) <= _MOST_COMPARED:
        likely = list(ids)
    return nearest(wanted, sorted(likely)[:_MOST_LIKELY])
