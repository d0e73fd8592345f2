"""Keys of slices: cheap digests of all that the outputs of a slice are declared from.

Declaring everything takes longer than a build may that follows one edit. So a slice has a key, and it is declared only
if that differs from the key of the previous build. Where a key covers more than its slice shows, the slice is declared
in vain, and the digests of its outputs (`site.digest`) tell that nothing has changed; where it covered less, the site
would be wrong.

A key is made of digests that many slices share: of what a release says of itself and what the archive knows of it, of
its texts, of entries of the register, and of the constants of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from pressgen.archive import Encounter, Holdings, Relations
from pressgen.model import Reference, Release, Side
from pressgen.model.groups import COUNTRIES, PEOPLE, Subject, subject_of
from pressgen.site.digest import Digests
from pressgen.site.materials import LATEST, Materials, last_change

_SIZE = 16

Part: TypeAlias = bytes | str | int | date | None
"""What a key is made of."""


def combined(*parts: Part) -> bytes:
    """Return a digest of some parts, in their order."""
    # Python writes each of these types in a form of its own, so that no two lists of parts are written alike.
    return blake2b(repr(parts).encode(), digest_size=_SIZE).digest()


class SliceKeys:
    """The digests of which the keys of one site are made, each computed when a key first needs it."""

    def __init__(self, site: Materials) -> None:
        self._site = site
        self._archive = site.archive
        self._digests = Digests()
        self._names: dict[Subject, bytes] = {}
        self._listed: dict[str, bytes] = {}
        self._whole: dict[str, bytes] = {}

    def of(self, *parts: Part) -> bytes:
        """Return the key of a slice that depends on these parts, and on the constants of the site."""
        return combined(self.constants, *parts)

    @cached_property
    def constants(self) -> bytes:
        """What is the same for the whole site: its settings and the facts that its configuration tells."""
        return combined(self.value(self._site.nameless), self.value(self._site.settings))

    def value(self, value: object) -> bytes:
        """Return the digest of any value that an output may be declared with."""
        return self._digests.value(value)

    def name(self, subject: Subject) -> bytes:
        """Return the digest of all that the register says of a subject, and of the subject itself."""
        if subject not in self._names:
            entry = self._digests.value(self._site.facts.entry(subject))
            self._names[subject] = combined(subject.group.name, subject.id, entry)
        return self._names[subject]

    def names(self, subjects: Iterable[Subject]) -> bytes:
        """Return the digest of all that the register says of some subjects."""
        return combined(*map(self.name, subjects))

    def listed(self, release: Release) -> bytes:
        """Return the digest of all that lists, profiles and calendars show of a release: everything but its text."""
        if release.id not in self._listed:
            relations = self._archive.relations[release.id]
            self._listed[release.id] = combined(
                release.facts_digest,
                # A list says what a text begins with where it has no whole sentence for a summary.
                *(edition.body.digest for edition in release.editions.values() if not edition.summary),
                self._archive.previewed.get(release.id),
                self._archive.force.get(release.id),
                *_standing(relations),
                *map(self.name, named_by(release, relations)),
            )
        return self._listed[release.id]

    def all_listed(self, releases: Iterable[Release]) -> bytes:
        """Return the digest of all that lists show of some releases, in their order."""
        known = self._listed
        return combined(*[known.get(release.id) or self.listed(release) for release in releases])

    def all_related(self, releases: Iterable[Release]) -> bytes:
        """Return the digest of all that lists show of some releases, and of which others these are connected with."""
        return combined(*(part for release in releases for part in self._related(release)))

    def _related(self, release: Release) -> Iterator[Part]:
        yield self.listed(release)
        yield from _connected(self._archive.relations[release.id])

    def whole(self, release: Release) -> bytes:
        """Return the digest of a release with its texts and what they lead to, and of all that the archive knows."""
        if release.id not in self._whole:
            editions = release.editions.values()
            relations = self._archive.relations[release.id]
            self._whole[release.id] = combined(
                self.listed(release),
                *(edition.body.digest for edition in editions),
                *(self._target(one) for edition in editions for one in edition.body.references),
                *_connected(relations),
            )
        return self._whole[release.id]

    def all_whole(self, releases: Iterable[Release]) -> bytes:
        """Return the digest of some releases with their texts, in their order."""
        known = self._whole
        return combined(*[known.get(release.id) or self.whole(release) for release in releases])

    def archive(self) -> bytes:
        """Return the digest of what the page of the whole archive shows: its years and its newest releases."""
        newest = self._archive.releases[:LATEST]
        return combined(self._site.newest, self.value(self._site.years()), self.all_listed(newest))

    def release(self, release: Release) -> bytes:
        """Return the key of a release's own pages, data, files and redirects."""
        relations = self._archive.relations[release.id]
        near = (*_connected(relations), relations.earlier, relations.later)
        return self.of(
            self.whole(release),
            *relations.companion,
            *(self.listed(self._archive.by_id[id_]) if id_ else "" for id_ in near),
            *(self._archive.has_profile(subject) for subject in relations.named),
            *map(self.contact, release.record.contacts),
            *(self.file(release.id, file.name) for file in release.files),
        )

    def contact(self, id_: str) -> bytes:
        """Return the digest of a contact of the register, and of nothing if the register does not have it."""
        return self.value(self._archive.register.contacts.get(id_))

    def file(self, release: str, name: str) -> bytes:
        """Return a digest of the state of a release's file: while that stays, nobody has written to the file."""
        status = Path(self._archive.origins.files[release, name]).stat()
        return combined(name, status.st_size, status.st_mtime_ns, status.st_ino)

    def profile(self, holdings: Holdings, listed: Iterable[bytes]) -> bytes:
        """Return the key of a profile: of its subject, the releases, and what else of its group it names.

        `listed` are the digests of all that lists show of its releases, for each of its periods.
        """
        subject = holdings.subject
        others = [Subject(subject.group, id_) for id_ in (holdings.wider, *holdings.narrower) if id_]
        named = (part for other in others for part in (self.name(other), self._count(other)))
        return self.of(self._office_holder(subject), *named, max(self._archive.by_year), *listed)

    def profile_period(self, subject: Subject, listed: bytes, years: Iterable[tuple[int, int]]) -> bytes:
        """Return the key of the page of a profile's period: of its releases, and of the years of all others."""
        counts = (number for year in years for number in year)
        return self.of(self._office_holder(subject), listed, max(self._archive.by_year), *counts)

    def group(self, entries: Iterable[Holdings]) -> bytes:
        """Return the key of the list of a group: of the name and the figures of each entry."""
        return self.of(*(part for entry in entries for part in (self.name(entry.subject), *self._figures(entry))))

    def encounters(self, encounters: Iterable[Encounter]) -> bytes:
        """Return the digest of what the ledger counts: who was met when, how, and when it was last changed."""
        return combined(*(part for encounter in encounters for part in self._met(encounter)))

    def releases_of(self, encounters: Iterable[Encounter]) -> bytes:
        """Return the digest of what the ledger shows of encounters one by one: of the releases that tell of them."""
        return self.all_listed(self._archive.by_id[one.release] for one in encounters)

    def _met(self, encounter: Encounter) -> Iterator[Part]:
        yield from (encounter.start, encounter.end, self.names(map(subject_of, encounter.sides)), encounter.channel)
        yield from (encounter.release, self._changed[encounter.release])

    @cached_property
    def _changed(self) -> dict[str, date]:
        return {release.id: last_change(release) for release in self._archive.releases}

    def _figures(self, entry: Holdings) -> Iterator[Part]:
        """List what the list of a group shows of an entry."""
        yield from (len(entry.releases), entry.releases[0].record.day, entry.wider)
        if entry.subject.group is PEOPLE:
            yield from (self.listed(entry.releases[0]), self.names(self._offices(entry.subject)))
        yield from self._met(entry.last) if entry.last else ("",)
        yield max(self._changed[release.id] for release in entry.releases)

    def _count(self, subject: Subject) -> int:
        holdings = self._archive.holdings.get(subject)
        return len(holdings.releases) if holdings else 0

    def _office_holder(self, subject: Subject) -> bytes:
        """Return the digest of what the register says of a subject, and of those that its profile names anyway."""
        return combined(self.name(subject), *map(self.name, self._offices(subject)))

    def _offices(self, subject: Subject) -> Iterator[Subject]:
        """List the countries and organisations that a profile names beside those of its releases."""
        yield Subject(COUNTRIES, self._site.facts.issuer.country)
        person = self._archive.register.people.get(subject.id) if subject.group is PEOPLE else None
        for term in person.terms if person else ():
            yield subject_of(Side(term.country, term.organisation))

    def _target(self, reference: Reference) -> bytes:
        """Return the digest of what decides where a reference of a text leads to."""
        release = self._archive.by_id.get(reference.release)
        return combined(self._archive.holds(reference), *(release.editions if release else ()))


def _standing(relations: Relations) -> Iterator[Part]:
    """List what the archive decides of a release that lists show: whose it is, whom it is with, where it belongs."""
    for sides in ((relations.own,), relations.met, relations.about):
        yield len(sides)
        yield from (part for side in sides for part in side)
    yield relations.encounter is not None
    yield from (part for subject in relations.subjects for part in (subject.group.name, subject.id))


def _connected(relations: Relations) -> Iterator[str]:
    """List the ids of the releases that a release is connected with, those of each relation after an empty text."""
    for ids in (
        relations.related,
        relations.supersedes,
        relations.superseded_by,
        relations.corrects,
        relations.corrected_by,
    ):
        yield ""
        yield from ids


def named_by(release: Release, relations: Relations) -> Iterator[Subject]:
    """List the subjects whose names may be shown by whatever shows a release."""
    yield from relations.subjects
    record = release.record
    sides = [relations.own, *(person.side for person in record.participants)]
    sides += [Side(country=person.country) for person in record.participants]
    sides += [Side(country=issuer.country) for issuer in record.issuers]
    # Those whom the release is with, or about, are among its subjects.
    yield from (subject_of(side) for side in dict.fromkeys(sides) if side not in relations.sides)
