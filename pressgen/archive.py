"""What the public may see: loaded releases go in, the Archive with its order and relations comes out.

Whether a release is public is decided here and nowhere else. A release that is a draft or under embargo is not in
the archive, nor named by any release that is, so it can be in no output.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from pressgen.load import Loaded
from pressgen.model import Record, Reference, Register, Release, Status


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
    """

    releases: tuple[Release, ...]
    register: Register
    previewed: Mapping[str, Hidden]

    @classmethod
    def of(cls, loaded: Loaded, now: datetime, *, preview: bool = False) -> Archive:
        """Give the archive of what is public at `now`; a `preview` shows the rest as well, marked."""
        reasons = {release.id: hidden(release.record, now) for release in loaded.releases}
        shown = {id_ for id_, reason in reasons.items() if preview or reason is None}
        releases = [_among(release, shown) for release in loaded.releases if release.id in shown]
        releases.sort(key=lambda release: release.id)
        releases.sort(key=lambda release: release.record.issued.order, reverse=True)
        return cls(
            releases=tuple(releases),
            register=loaded.register,
            previewed={id_: reason for id_, reason in reasons.items() if preview and reason is not None},
        )

    @cached_property
    def by_id(self) -> Mapping[str, Release]:
        """Each release by its id."""
        return {release.id: release for release in self.releases}

    @cached_property
    def listed(self) -> tuple[Release, ...]:
        """The releases that lists show: all but the withdrawn."""
        return tuple(release for release in self.releases if release.record.status is not Status.WITHDRAWN)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Release, ...]]:
        """The listed releases of each year, the newest first."""
        years: dict[int, list[Release]] = {}
        for release in self.listed:
            years.setdefault(release.record.day.year, []).append(release)
        return {year: tuple(releases) for year, releases in years.items()}

    @cached_property
    def corrected_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each release, the ids of the releases that correct it."""
        return self._reversed((release.record.corrects, release.id) for release in self.releases)

    @cached_property
    def superseded_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each release, the ids of the releases that supersede it."""
        return self._reversed((release.record.supersedes, release.id) for release in self.releases)

    def holds(self, reference: Reference) -> bool:
        """Whether the public can follow `reference`: a page of `docs/`, or anything of a release that is here."""
        return bool(reference.page) or reference.release in self.by_id

    @staticmethod
    def _reversed(relations: Iterable[tuple[tuple[str, ...], str]]) -> Mapping[str, tuple[str, ...]]:
        sources: dict[str, list[str]] = {}
        for targets, source in relations:
            for target in targets:
                sources.setdefault(target, []).append(source)
        return {target: tuple(sorted(ids)) for target, ids in sources.items()}


def _among(release: Release, shown: set[str]) -> Release:
    """Give the release without its relations to releases that are not shown."""
    record = release.record
    kept = {
        relation: tuple(id_ for id_ in getattr(record, relation) if id_ in shown)
        for relation in ("related", "supersedes", "corrects")
    }
    if all(ids == getattr(record, relation) for relation, ids in kept.items()):
        return release
    return release.model_copy(update={"record": record.model_copy(update=kept)})
