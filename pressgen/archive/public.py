"""Which releases the public may see at a time, and which relations they have among each other.

Whether a release is public is decided here and nowhere else. A release that is a draft or under embargo is not in
the archive, nor named by any release that is, so it can be in no output.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum

from pressgen.model import Record, Release, Status

_RELATIONS = ("related", "supersedes", "corrects")


def build_time() -> datetime:
    """Return the time of this build: the clock's, or that of `SOURCE_DATE_EPOCH` (seconds) where it is set.

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


def among(releases: Iterable[Release], ids: Container[str]) -> Iterator[Release]:
    """Choose the releases with these ids, and take relations to any other out of their records."""
    return (_related_to(ids, release) for release in releases if release.id in ids)


def _related_to(ids: Container[str], release: Release) -> Release:
    record = release.record
    kept = {relation: tuple(id_ for id_ in getattr(record, relation) if id_ in ids) for relation in _RELATIONS}
    if all(kept[relation] == getattr(record, relation) for relation in _RELATIONS):
        return release
    return release.model_copy(update={"record": record.model_copy(update=kept)})
