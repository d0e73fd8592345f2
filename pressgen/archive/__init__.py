"""What the public may see: loaded releases go in, the Archive with its order and relations comes out.

Whether a release is public is decided here and nowhere else. A release that is a draft or under embargo is not in
the archive, nor named by any release that is, so it can be in no output.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from pressgen.archive import sides
from pressgen.archive.encounters import Channel, Encounter, encounters
from pressgen.archive.order import chronological
from pressgen.load import Loaded
from pressgen.model import Edition, Kind, Record, Reference, Register, Release, Side, Status

__all__ = ["Archive", "Channel", "Encounter", "Hidden", "build_time", "hidden"]


K = TypeVar("K", bound=Hashable)


def build_time() -> datetime:
    """Give the time of this build: the clock's, or that of `SOURCE_DATE_EPOCH` (seconds) where it is set.

    A reproducible build sets it, see https://reproducible-builds.org/specs/source-date-epoch/. Raises ValueError
    where it is no number of seconds that a date can be made of.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a whole number of seconds since 1970"
        raise ValueError(message) from None


class Hidden(StrEnum):
    """Why a release is not public."""

    DRAFT = "draft"
    EMBARGO = "embargo"


def hidden(record: Record, now: datetime) -> Hidden | None:
    """Say why a release with this record is not public at `now` (a time with its zone), or nothing if it is."""
    if record.status is Status.DRAFT:
        return Hidden.DRAFT
    if record.embargo is not None and now < record.embargo:
        return Hidden.EMBARGO
    return None


@dataclass(frozen=True)
class Archive:
    """All published releases, the newest first, with every index over them.

    `previewed` names those that only an author's preview shows, and why; it is empty in a site that is published.
    `home` is the code of the issuing ministry's own country, `organisation` the id of the issuing organisation where it
    is one's: they are nobody's partner. Indexes hold the newest release
    first and no key without a release; those by year and month hold the withdrawn as well, the others do not.
    """

    releases: tuple[Release, ...]
    register: Register
    previewed: Mapping[str, Hidden]
    home: str = ""
    organisation: str = ""

    @classmethod
    def of(
        cls, loaded: Loaded, now: datetime, *, home: str = "", organisation: str = "", preview: bool = False
    ) -> Archive:
        """Give the archive of what is public at `now`; a `preview` shows the rest as well, marked."""
        reasons = {release.id: hidden(release.record, now) for release in loaded.releases}
        shown = {id_ for id_, reason in reasons.items() if preview or reason is None}
        releases = [*_among(loaded.releases, shown)]
        releases.sort(key=chronological, reverse=True)
        return cls(
            releases=tuple(releases),
            register=loaded.register,
            previewed={id_: reason for id_, reason in reasons.items() if preview and reason is not None},
            home=home,
            organisation=organisation,
        )

    @cached_property
    def public(self) -> Archive:
        """The archive as the public sees it: this one, or in an author's preview the one that will be published."""
        if not self.previewed:
            return self
        shown = self.by_id.keys() - self.previewed.keys()
        return replace(self, releases=tuple(_among(self.releases, shown)), previewed={})

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each release stands, by its id, in the order in which they came out: the earliest has 0."""
        return {release.id: place for place, release in enumerate(reversed(self.releases))}

    @cached_property
    def by_id(self) -> Mapping[str, Release]:
        """Each release by its id."""
        return {release.id: release for release in self.releases}

    @cached_property
    def listed(self) -> tuple[Release, ...]:
        """The releases that stand for what they say: all but the withdrawn, which only lists by time keep."""
        return tuple(release for release in self.releases if release.record.status is not Status.WITHDRAWN)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Release, ...]]:
        """The releases of each year, the newest first, the withdrawn among them: a register drops no number."""
        return _index(self.releases, lambda release: [release.record.day.year])

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], tuple[Release, ...]]:
        """The releases of each month, by year and month, the withdrawn among them."""
        return _index(self.releases, lambda release: [(release.record.day.year, release.record.day.month)])

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Release, ...]]:
        """The listed releases of each kind."""
        return _index(self.listed, lambda release: [release.record.kind])

    @cached_property
    def by_country(self) -> Mapping[str, tuple[Release, ...]]:
        """The listed releases with or about each country but the ministry's own."""
        return _index(self.listed, lambda release: [side.country for side in self.sides(release) if side.country])

    @cached_property
    def by_organisation(self) -> Mapping[str, tuple[Release, ...]]:
        """The listed releases with or about each organisation."""
        return _index(self.listed, lambda one: [side.organisation for side in self.sides(one) if side.organisation])

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Release, ...]]:
        """The listed releases on each topic or on one below it."""
        return _index(self.listed, self.topics)

    @cached_property
    def by_person(self) -> Mapping[str, tuple[Release, ...]]:
        """The listed releases in which each person of the register took part."""
        return _index(self.listed, _people)

    @cached_property
    def encounters(self) -> tuple[Encounter, ...]:
        """Every encounter with another side, the latest first; what a later release supersedes is told by that one."""
        superseded = {id_ for release in self.listed for id_ in release.record.supersedes}
        telling = (release for release in self.listed if release.id not in superseded)
        found = [one for release in telling for one in encounters(release, self.met(release))]
        return tuple(sorted(found, key=lambda one: (one.start, self.place[one.release], one.side), reverse=True))

    def met(self, release: Release) -> tuple[Side, ...]:
        """Give the sides that took part in what a release of the archive reports, or issued it with us."""
        return self._met[release.id]

    @cached_property
    def _met(self) -> Mapping[str, tuple[Side, ...]]:
        return {release.id: sides.met(release, self.home, self.organisation) for release in self.releases}

    def own(self, release: Release) -> Side:
        """Give the side that a release speaks for, or `Side()` where it speaks for none."""
        return sides.own(release.record, self.home, self.organisation)

    def sides(self, release: Release) -> tuple[Side, ...]:
        """Give whom a release of the archive is with, then whom else it is about, but for the own country."""
        return self._sides[release.id]

    @cached_property
    def _sides(self) -> Mapping[str, tuple[Side, ...]]:
        return {
            release.id: (*self.met(release), *sides.about(release, self.home, self.organisation))
            for release in self.releases
        }

    def topics(self, release: Release) -> tuple[str, ...]:
        """Give the topics of a release, each followed by those it belongs to."""
        found: dict[str, None] = {}
        for topic in release.record.topics:
            wider = topic
            while wider and wider not in found:
                found[wider] = None
                wider = self.register.topics[wider].parent if wider in self.register.topics else ""
        return tuple(found)

    def neighbours(self, release: Release) -> tuple[Release | None, Release | None]:
        """Give the releases before and after this one with its companion."""
        side = self.companion(release)
        if side is None:
            return None, None
        place, releases = self._places[side][release.id], self._by_side[side]
        earlier = releases[place + 1] if place + 1 < len(releases) else None
        return earlier, releases[place - 1] if place else None

    def companion(self, release: Release) -> Side | None:
        """Give the first that a release is with or about whom other releases are with or about too."""
        for side in self.sides(release):
            if len(self._by_side.get(side, ())) > 1 and release.id in self._places[side]:
                return side
        return None

    @cached_property
    def _by_side(self) -> Mapping[Side, tuple[Release, ...]]:
        return _index(self.listed, self.sides)

    @cached_property
    def _places(self) -> Mapping[Side, Mapping[str, int]]:
        return {
            side: {release.id: place for place, release in enumerate(releases)}
            for side, releases in self._by_side.items()
        }

    @cached_property
    def corrected_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each release, the ids of the releases that correct it, the earliest first."""
        return _reversed((release.record.corrects, release.id) for release in reversed(self.releases))

    @cached_property
    def superseded_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each release, the ids of the releases that supersede it, the earliest first."""
        return _reversed((release.record.supersedes, release.id) for release in reversed(self.releases))

    def holds(self, reference: Reference) -> bool:
        """Whether the public can follow `reference`: a page of `docs/`, or what a release that is here publishes."""
        release = self.by_id.get(reference.release)
        if reference.page or release is None:
            return bool(reference.page)
        return not reference.file or any(file.name == reference.file for file in release.files)


def _index(releases: Iterable[Release], keys: Callable[[Release], Iterable[K]]) -> Mapping[K, tuple[Release, ...]]:
    """Gather releases under what `keys` says of each, in the order in which they are given."""
    found: dict[K, list[Release]] = {}
    for release in releases:
        for key in dict.fromkeys(keys(release)):
            found.setdefault(key, []).append(release)
    return {key: tuple(under) for key, under in found.items()}


def _reversed(relations: Iterable[tuple[tuple[str, ...], str]]) -> Mapping[str, tuple[str, ...]]:
    sources: dict[str, list[str]] = {}
    for targets, source in relations:
        for target in targets:
            sources.setdefault(target, []).append(source)
    return {target: tuple(ids) for target, ids in sources.items()}


def _original(release: Release) -> Edition:
    return release.editions[release.original]


def _people(release: Release) -> Iterator[str]:
    return (one.person for one in _original(release).participants if one.person)


def _among(releases: Iterable[Release], shown: Container[str]) -> Iterator[Release]:
    """Give those of the releases that are shown, without their relations to others."""
    return (_related_to(shown, release) for release in releases if release.id in shown)


def _related_to(shown: Container[str], release: Release) -> Release:
    record = release.record
    kept = {
        relation: tuple(id_ for id_ in getattr(record, relation) if id_ in shown)
        for relation in ("related", "supersedes", "corrects")
    }
    if all(ids == getattr(record, relation) for relation, ids in kept.items()):
        return release
    return release.model_copy(update={"record": record.model_copy(update=kept)})
