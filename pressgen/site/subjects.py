"""What releases are gathered under: the archive goes in; every country, person, organisation, topic and kind comes out.

Each has its listed releases, as its profile shows them, and all of its public ones: a feed does not drop what was
withdrawn, it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pressgen.addresses import Group
from pressgen.archive import Archive
from pressgen.model import Phrase, Release
from pressgen.views.facts import SiteFacts
from pressgen.views.subjects import Subject


@dataclass(frozen=True)
class Subjects:
    """Everything that releases are gathered under, by group and id, the newest releases first."""

    archive: Archive
    facts: SiteFacts

    @cached_property
    def listed(self) -> Mapping[tuple[Group, str], tuple[Release, ...]]:
        """The listed releases of each subject: those of its profile."""
        shown = {release.id for release in self.archive.listed}
        found = {
            key: tuple(release for release in releases if release.id in shown) for key, releases in self.all.items()
        }
        return {key: releases for key, releases in found.items() if releases}

    @cached_property
    def all(self) -> Mapping[tuple[Group, str], tuple[Release, ...]]:
        """The releases of each subject, the withdrawn among them."""
        found: dict[tuple[Group, str], list[Release]] = {}
        for release in self.archive.releases:
            for key in self.of[release.id]:
                found.setdefault(key, []).append(release)
        return {key: tuple(found[key]) for key in sorted(found)}

    @cached_property
    def of(self) -> Mapping[str, tuple[tuple[Group, str], ...]]:
        """What each release is gathered under, by its id, as the archive's indexes have it."""
        return {release.id: tuple(dict.fromkeys(self._of(release))) for release in self.archive.releases}

    def _of(self, release: Release) -> Iterator[tuple[Group, str]]:
        archive = self.archive
        yield Group.KINDS, release.record.kind.value
        for side in archive.sides(release):
            yield (Group.COUNTRIES, side.country) if side.country else (Group.ORGANISATIONS, side.organisation)
        for topic in archive.topics(release):
            yield Group.TOPICS, topic
        for participant in release.editions[release.original].participants:
            if participant.person in archive.register.people:
                yield Group.PEOPLE, participant.person

    def name(self, group: Group, id_: str, tag: str) -> Phrase:
        """Give what a subject is called in a language, in the language that its name is in."""
        key = (group, id_, tag)
        if key not in self._names:
            self._names[key] = Subject(group, id_).name(self.facts, tag)
        return self._names[key]

    @cached_property
    def _names(self) -> dict[tuple[Group, str, str], Phrase]:
        return {}
