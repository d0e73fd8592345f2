"""Keep what is known of releases, so that one is built again only if its files or its surroundings have changed.

A release is known by the digests of its files and by the stamps of what stands in its own folder. What it asked of its
surroundings is kept with it. Where the register, or the names and folders of all others, have changed since, its
questions are asked again. The bundles in which releases are kept are written together with the digests of what all of
them were asked of, so that these can never be of different loads.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from pressgen.load.known_release import KnownRelease
from pressgen.load.memo import Memo
from pressgen.load.pickles import dense_pickle, dense_unpickle, light_pickle, light_unpickle
from pressgen.load.release import AskedAround
from pressgen.load.targets import ReferenceFault, ReferenceTarget
from pressgen.load.tracking import Asked
from pressgen.model import Texts

_KIND, _ASKED_OF = "releases", b"asked of"
_BUNDLES = 64


class AskedOf(NamedTuple):
    """The digests of what releases ask: of the register, and of the names and folders of all others."""

    register: bytes = b""
    layout: bytes = b""


class KeptRelease(NamedTuple):
    """What is known of a release, under the key of its files, and what it asked of the disk.

    That has to be asked each time: whether a page of `docs/` is there, or a file that was not.
    """

    key: bytes
    known: KnownRelease
    of_disk: Asked

    @classmethod
    def of(cls, key: bytes, known: KnownRelease, asked: AskedAround) -> KeptRelease:
        """Return what is to be kept of a release that was built."""
        of_disk = {
            question: answer
            for question, answer in asked.targets.items()
            if isinstance(answer, ReferenceFault) or (isinstance(answer, ReferenceTarget) and answer.page)
        }
        return cls(key, known, of_disk)


class KeptReleases:
    """The releases that a memo keeps, by their ids; what they asked is read only when it is asked again."""

    def __init__(self, memo: Memo, texts: Texts) -> None:
        self._memo = memo
        self._texts = texts
        self._bundles: dict[int, Mapping[str, KeptRelease]] = {}
        self._questions: dict[int, Mapping[str, AskedAround]] = {}
        asked_of = light_unpickle(memo.get(_KIND, _ASKED_OF), texts)
        self.asked_of = asked_of if isinstance(asked_of, AskedOf) else AskedOf()

    def find(self, id_: str) -> KeptRelease | None:
        """Return what is kept of a release."""
        return self._bundle(_number(id_)).get(id_)

    def asked(self, id_: str) -> AskedAround | None:
        """Return what a release asked of its surroundings; nothing if that was lost."""
        return self._asked_bundle(_number(id_)).get(id_)

    def keep(self, releases: Mapping[str, KeptRelease], asked: Mapping[str, AskedAround], asked_of: AskedOf) -> None:
        """Keep these releases and no others; `asked` is what those asked that were built now, of `asked_of`."""
        bundles: dict[int, dict[str, KeptRelease]] = {number: {} for number in range(_BUNDLES)}
        for id_, release in releases.items():
            bundles[_number(id_)][id_] = release
        values: dict[bytes, bytes] = {}
        for number, bundle in bundles.items():
            if not _alike(bundle, self._bundle(number)):
                questions = {**self._asked_bundle(number), **asked}
                values[_key(number)] = light_pickle(bundle)
                values[_asked_key(number)] = dense_pickle({id_: questions[id_] for id_ in bundle if id_ in questions})
        if values or asked_of != self.asked_of:
            self._memo.put(_KIND, {**values, _ASKED_OF: light_pickle(asked_of)})

    def _bundle(self, number: int) -> Mapping[str, KeptRelease]:
        if number not in self._bundles:
            bundle = light_unpickle(self._memo.get(_KIND, _key(number)), self._texts)
            self._bundles[number] = bundle if isinstance(bundle, dict) else {}
        return self._bundles[number]

    def _asked_bundle(self, number: int) -> Mapping[str, AskedAround]:
        if number not in self._questions:
            bundle = dense_unpickle(self._memo.get(_KIND, _asked_key(number)), self._texts)
            self._questions[number] = bundle if isinstance(bundle, dict) else {}
        return self._questions[number]


def _number(id_: str) -> int:
    """Return the number of the bundle that a release stands in."""
    return blake2b(id_.encode("utf-8", "surrogateescape"), digest_size=1).digest()[0] % _BUNDLES


def _key(number: int) -> bytes:
    return bytes([number])


def _asked_key(number: int) -> bytes:
    return b"asked " + bytes([number])


def _alike(one: Mapping[str, KeptRelease], other: Mapping[str, KeptRelease]) -> bool:
    """Return whether a bundle holds the very values of another."""
    return one.keys() == other.keys() and all(release is other[id_] for id_, release in one.items())
