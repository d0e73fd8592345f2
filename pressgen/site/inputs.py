"""Say of what each slice of a site is made: releases, their files, entries of the register, the configuration.

A slice depends on what its key is computed from. So the keys are computed once more, by an object that notes what it is
asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from pressgen.exports import SitemapEntry
from pressgen.model import Release
from pressgen.model.groups import GROUPS, Subject
from pressgen.site import Site
from pressgen.site.keys import Part, SliceKeys, combined, named_by
from pressgen.site.materials import Materials
from pressgen.site.slices import Slice


class InputKind(StrEnum):
    """What an input of a slice is."""

    RELEASE = "release"
    FILE = "file"
    REGISTER = "register"
    SETTINGS = "settings"


class SliceInput(NamedTuple):
    """An input of a slice: its kind, its id, and what that is in: a list of the register, or a release."""

    kind: InputKind
    id: str = ""
    within: str = ""

    @property
    def written(self) -> str:
        """The input as one text, which no other has."""
        return f"{self.kind.value}:{self.within}:{self.id}"


SETTINGS = SliceInput(InputKind.SETTINGS)
_CONTACTS = "contacts"


class NotingKeys(SliceKeys):
    """Computes keys, and notes of which inputs it makes each."""

    def __init__(self, site: Materials) -> None:
        super().__init__(site)
        self._noted: dict[SliceInput, None] = {}

    def take(self) -> tuple[SliceInput, ...]:
        """Return the inputs that were noted since this was called last."""
        noted, self._noted = tuple(self._noted), {}
        return noted

    def of(self, *parts: Part) -> bytes:
        """Return a key, and note the configuration."""
        self._noted[SETTINGS] = None
        return super().of(*parts)

    def name(self, subject: Subject) -> bytes:
        """Return the digest of what the register says of a subject, and note its entry."""
        if subject.group.register:
            self._noted[_entry(subject)] = None
        return super().name(subject)

    def listed(self, release: Release) -> bytes:
        """Return the digest of what lists show of a release, and note it with all that it names."""
        self._noted[SliceInput(InputKind.RELEASE, release.id)] = None
        for subject in named_by(release, self._archive.relations[release.id]):
            self.name(subject)
        return super().listed(release)

    def whole(self, release: Release) -> bytes:
        """Return the digest of a release with its texts, and note it with all that it names."""
        self.listed(release)
        return super().whole(release)

    def all_listed(self, releases: Iterable[Release]) -> bytes:
        """Return the digest of what lists show of some releases, and note each."""
        return combined(*map(self.listed, releases))

    def all_whole(self, releases: Iterable[Release]) -> bytes:
        """Return the digest of some releases with their texts, and note each."""
        return combined(*map(self.whole, releases))

    def contact(self, id_: str) -> bytes:
        """Return the digest of a contact, and note it."""
        self._noted[SliceInput(InputKind.REGISTER, id_, _CONTACTS)] = None
        return super().contact(id_)

    def file(self, release: str, name: str) -> bytes:
        """Return the digest of the state of a release's file, and note it."""
        self._noted[SliceInput(InputKind.FILE, name, release)] = None
        return super().file(release, name)


class _NotedSite(Site):
    """A site that notes of what the keys of its slices are made."""

    @property
    def chapters(self) -> Iterator[Slice]:  # type: ignore[override]  # each is declared when it is asked for
        return self._chapters()

    @cached_property
    def _keys(self) -> NotingKeys:
        return NotingKeys(self)

    @cached_property
    def _public_keys(self) -> NotingKeys:
        return self._keys if self.public is self else NotingKeys(self.public)

    def noted(self, docs_entries: Collection[SitemapEntry]) -> Iterator[tuple[Slice, tuple[SliceInput, ...]]]:
        for slice_ in self.slices(docs_entries, ()):
            inputs = self._keys.take()
            yield slice_, inputs if self._public_keys is self._keys else (*inputs, *self._public_keys.take())


def slices_with_inputs(
    site: Site, docs_entries: Collection[SitemapEntry] = ()
) -> Iterator[tuple[Slice, tuple[SliceInput, ...]]]:
    """Yield each slice of a site, and of what it is made; `docs_entries` as in `Site.slices`."""
    return _NotedSite(site.archive, site.facts, site.settings).noted(docs_entries)


def inputs_of(site: Materials) -> Iterator[tuple[SliceInput, bytes]]:
    """List every input that slices of a site may have, with its digest; of a release, also how it is in force."""
    keys, archive = SliceKeys(site), site.archive
    yield SETTINGS, keys.constants
    for release in archive.releases:
        force = archive.force.get(release.id)
        yield SliceInput(InputKind.RELEASE, release.id), combined(release.digest, force) if force else release.digest
        for file in release.files:
            yield SliceInput(InputKind.FILE, file.name, release.id), keys.file(release.id, file.name)
    for subject in (Subject(group, id_) for group in GROUPS for id_ in archive.register.entries(group)):
        yield _entry(subject), keys.name(subject)
    for id_ in archive.register.contacts:
        yield SliceInput(InputKind.REGISTER, id_, _CONTACTS), keys.contact(id_)


def ground_of(site: Materials, inputs: Mapping[str, str], docs_entries: Collection[SitemapEntry]) -> bytes:
    """Return a digest of all that the slices of a site are declared from, but for the texts of the pages of `docs/`.

    `inputs` are those that `inputs_of` lists, written, with their digests in hexadecimal; `docs_entries` as in
    `Site.slices`. Where it is what it was, so are the names and the keys of all slices, and their order.
    """
    archive = site.archive
    decided = (archive.previewed, archive.force, archive.owner, tuple(docs_entries))
    return combined(SliceKeys(site).value(decided), *(part for one in inputs.items() for part in one))


def _entry(subject: Subject) -> SliceInput:
    return SliceInput(InputKind.REGISTER, subject.id, subject.group.register)
