"""What releases are gathered under: the archive goes in; every country, person, organisation, topic and kind comes out.

Each has its listed releases, as its profile shows them, and all of its public ones: a feed does not drop what was
withdrawn, it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pressgen.archive import Archive
from pressgen.model import Phrase, Release
from pressgen.model.groups import KINDS, PEOPLE, TOPICS, Subject, subject_of
from pressgen.views.facts import SiteFacts


@dataclass(frozen=True)
class Subjects:
    """Everything that releases are gathered under, by group and id, the newest releases first."""

    archive: Archive
    facts: SiteFacts

    @cached_property
    def listed(self) -> Mapping[Subject, tuple[Release, ...]]:
        """The listed releases of each subject: those of its profile."""
        shown = {release.id for release in self.archive.listed}
        found = {
            key: tuple(release for release in releases if release.id in shown) for key, releases in self.all.items()
        }
        return {key: releases for key, releases in found.items() if releases}

    @cached_property
    def all(self) -> Mapping[Subject, tuple[Release, ...]]:
        """The releases of each subject, the withdrawn among them."""
        found: dict[Subject, list[Release]] = {}
        for release in self.archive.releases:
            for key in self.of[release.id]:
                found.setdefault(key, []).append(release)
        return {key: tuple(found[key]) for key in sorted(found)}

    @cached_property
    def of(self) -> Mapping[str, tuple[Subject, ...]]:
        """What each release is gathered under, by its id, as the archive's indexes have it."""
        return {release.id: tuple(dict.fromkeys(self._of(release))) for release in self.archive.releases}

    def _of(self, release: Release) -> Iterator[Subject]:
        archive = self.archive
        yield Subject(KINDS, release.record.kind.value)
        for side in archive.sides(release):
            yield subject_of(side)
        for topic in archive.topics(release):
            yield Subject(TOPICS, topic)
        for participant in release.editions[release.original].participants:
            if participant.person in archive.register.people:
                yield Subject(PEOPLE, participant.person)

    def name(self, subject: Subject, tag: str) -> Phrase:
        """Return what a subject is called in a language, in the language that its name is in."""
        key = (subject, tag)
        if key not in self._names:
            self._names[key] = self.facts.name(subject, tag)
        return self._names[key]

    @cached_property
    def _names(self) -> dict[tuple[Subject, str], Phrase]:
        return {}
