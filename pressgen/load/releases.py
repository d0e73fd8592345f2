"""Load all releases of a project: those that a memo knows, and the others from what their files say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pressgen.load.kept_releases import AskedOf, KeptRelease, KeptReleases
from pressgen.load.known_release import KnownRelease
from pressgen.load.other_releases import OtherReleases
from pressgen.load.pair import pair, pairing
from pressgen.load.readings import EditionReading, Readings, digest_of
from pressgen.load.register import LoadedRegister
from pressgen.load.register_answers import RegisterAnswers
from pressgen.load.release import AskedAround, Surroundings, known_release
from pressgen.load.targets import Targets
from pressgen.load.walk import Walked
from pressgen.model import day_of
from pressgen.model.frozen import share_given
from pressgen.settings import Settings


@dataclass(frozen=True, slots=True)
class LoadedReleases:
    """What is known of all ids, in their order; what texts can point to; and the ids that were built anew."""

    known: tuple[KnownRelease, ...]
    targets: Targets
    built: frozenset[str]


class Outline(NamedTuple):
    """The languages of the files of an id, and the path and language of each edition, the original's first."""

    taken: frozenset[str]
    editions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReleasesLoad:
    """One load of all releases, from the files that were walked and the register that was read."""

    project: Path
    settings: Settings
    docs_dir: str
    walked: Walked
    readings: Readings
    register: LoadedRegister
    now: datetime | None

    def run(self) -> LoadedReleases:
        """Find the releases that are known, and build the others."""
        keys = {id_: self._key(files) for id_, files in self._files.items()}
        hits = {id_: hit for id_, key in keys.items() if (hit := self._hit(id_, key))}
        outlines = self._outlined([id_ for id_ in self._files if id_ not in hits])
        around = self._surroundings(hits, outlines)
        asked_of = AskedOf(self.register.digest, around.targets.layout(self.readings.noted))
        stale = [id_ for id_, hit in hits.items() if not self._answers_alike(id_, hit, around, asked_of)]
        for id_ in stale:
            del hits[id_]
        built, asked = self._built((*outlines, *stale), around)
        releases = {id_: hits.get(id_) or built[id_] for id_ in self._files}
        self._keep(releases, asked, asked_of)
        return LoadedReleases(tuple(one.known for one in releases.values()), around.targets, frozenset(built))

    @cached_property
    def _files(self) -> Mapping[str, Sequence[EditionReading]]:
        """The files of each id, in the order of ids and paths."""
        by_id: dict[str, list[EditionReading]] = {}
        for file in self.readings.files:
            by_id.setdefault(file.slug or file.source.stem, []).append(file)
        return dict(sorted(by_id.items()))

    @cached_property
    def _kept(self) -> KeptReleases:
        return KeptReleases(self.readings.memo, self.readings.texts)

    @cached_property
    def _ground(self) -> bytes:
        """What every release depends on beside its files and what it asks."""
        return f"{self.settings.model_dump_json()} {self.docs_dir} {self.now is None}".encode()

    @cached_property
    def _today(self) -> date | None:
        return day_of(self.now, self.settings.zone) if self.now else None

    def _key(self, files: Iterable[EditionReading]) -> bytes:
        """Return the key of the files of an id and of what stands in its folder; none where these may change unseen."""
        parts = [self._ground]
        for file in files:
            path = file.source.path.encode("utf-8", "surrogateescape")
            folder = self.walked.folder_state(file.source.own_folder, self.readings.noted)
            if not file.digest or folder is None:
                return b""
            parts += (path, file.digest, folder)
        return digest_of(*parts)

    def _hit(self, id_: str, key: bytes) -> KeptRelease | None:
        """Return what is kept of a release whose files are what they were, and on a day for which it holds."""
        kept = self._kept.find(id_) if key else None
        if kept is None or kept.key != key or not kept.known.day_problems.hold(self._today):
            return None
        return kept if all(map(self.readings.has_text, _texts(kept.known))) else None

    def _outlined(self, ids: Sequence[str]) -> dict[str, Outline]:
        """Have the files of some ids parsed, and find which of them are editions of releases."""
        files = chain.from_iterable(self._files[id_] for id_ in ids)
        self.readings.parse(file for file in files if file.facts is None)
        return {id_: self._outline(self._files[id_]) for id_ in ids}

    def _outline(self, files: Sequence[EditionReading]) -> Outline:
        sources = [file.source for file in files]
        found = pairing([(file.source, self.readings.facts(file)) for file in files], self.settings.languages)
        editions = tuple((sources[at].path, files[at].language) for at in found.editions)
        return Outline(frozenset(source.language for source in sources), editions)

    def _surroundings(self, hits: Mapping[str, KeptRelease], outlines: Mapping[str, Outline]) -> Surroundings:
        settings = self.settings
        whole = {id_: _outline_of(hits[id_].known) if id_ in hits else outlines[id_] for id_ in self._files}
        editions = {path: (id_, language) for id_, outline in whole.items() for path, language in outline.editions}
        return Surroundings(
            RegisterAnswers(self.register.lookup),
            OtherReleases({id_: outline.taken for id_, outline in whole.items()}, settings.languages),
            Targets(self.project, settings.releases_dir, self.docs_dir, self.walked, editions),
        )

    def _answers_alike(self, id_: str, kept: KeptRelease, around: Surroundings, asked_of: AskedOf) -> bool:
        """Return whether all that a release asked has the same answers now."""
        if not around.targets.answers_alike(kept.of_disk):
            return False
        before = self._kept.asked_of
        same_register = before.register == asked_of.register
        same_layout = bool(asked_of.layout) and before.layout == asked_of.layout
        if same_register and same_layout:
            return True
        asked = self._kept.asked(id_)
        return (
            asked is not None
            and (same_register or around.register.answers_alike(asked.register))
            and (same_layout or around.others.answers_alike(asked.others))
            and (same_layout or around.targets.answers_alike(asked.targets))
        )

    def _built(self, ids: Iterable[str], around: Surroundings) -> tuple[dict[str, KeptRelease], dict[str, AskedAround]]:
        """Build releases, and tell what each asked."""
        built: dict[str, KeptRelease] = {}
        asked: dict[str, AskedAround] = {}
        for id_ in ids:
            files = self._files[id_]
            parsed = [self.readings.parsed(file) for file in files]
            paired = pair(id_, zip((file.source for file in files), parsed, strict=True), self.settings.languages)
            around.take()
            known = known_release(paired, parsed, around, self.settings, self.now)
            share_given(known.release)
            asked[id_] = around.take()
            built[id_] = KeptRelease.of(self._key(files), known, asked[id_])
            for file in files:
                self.readings.forget(file)
        return built, asked

    def _keep(self, releases: Mapping[str, KeptRelease], asked: Mapping[str, AskedAround], asked_of: AskedOf) -> None:
        """Keep all that was found out for the next load, and nothing else."""
        files = {file.source.path: file for file in self.readings.files}
        self.readings.keep()
        self._kept.keep({id_: one for id_, one in releases.items() if one.key}, asked, asked_of)
        texts: dict[bytes, EditionReading] = {}
        for known in (one.known for one in releases.values()):
            for path, language in _known_editions(known):
                if known.release:
                    texts[known.release.editions[language].body.text_digest] = files[path]
        self.readings.keep_texts(texts)


def _texts(known: KnownRelease) -> Iterator[bytes]:
    """List the digests of the texts of a release."""
    if known.release:
        for edition in known.release.editions.values():
            yield edition.body.text_digest


def _outline_of(known: KnownRelease) -> Outline:
    return Outline(known.taken, tuple(_known_editions(known)))


def _known_editions(known: KnownRelease) -> Iterator[tuple[str, str]]:
    """List the path and the language of each edition of a release, the original's first."""
    return ((edition.path, edition.language) for edition in known.editions)
