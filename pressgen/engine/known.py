"""What the record knows of one site: its slices, the outputs of each, and how each file was written.

None of it is trusted further than it is compared: an output is left alone only where the digest of its inputs is what
it was, and the site holds the very bytes that were written. A file with the size, the time and the inode that it had
then counts as such; of any other of that size the bytes are compared by their digest, as where a machine of CI has
restored the site.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from operator import is_
from pathlib import Path
from typing import NamedTuple

from pressgen.addresses import Address
from pressgen.engine.record import BuildRecord
from pressgen.exports import SitemapEntry
from pressgen.site.output import file_digest_of

_SITES = "sites"
_ALL = b"all"
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading a value raises that is not what was written."""


class WrittenFile(NamedTuple):
    """A file of the site as it was left: its size, its time in nanoseconds, its inode, and the digest of its bytes."""

    path: str
    size: int
    modified: int
    inode: int
    digest: str

    def is_intact(self, site: Path, status: os.stat_result | None) -> bool:
        """True if the site still holds the bytes that were written; `status` is that of its file now, if there is one.

        A file that looks different is read. Raises OSError where it cannot be.
        """
        if status is None or not stat.S_ISREG(status.st_mode) or status.st_size != self.size:
            return False
        if (status.st_mtime_ns, status.st_ino) == (self.modified, self.inode):
            return True
        return file_digest_of(f"{site}/{self.path}").hex() == self.digest

    def seen(self, status: os.stat_result) -> WrittenFile:
        """Return the same file as it is in the site now: this very value, if nobody has touched it."""
        if (status.st_mtime_ns, status.st_ino) == (self.modified, self.inode):
            return self
        return self._replace(modified=status.st_mtime_ns, inode=status.st_ino)


class KnownOutput(NamedTuple):
    """An output as it was made: the digest of its inputs, its shell's name, when (in seconds) and why, and its files.

    One without files is made again: somebody else has changed them. `pieces` are the keys and the numbers of bytes of
    those that its file consists of, if it is made of pieces.
    """

    path: str
    digest: str
    shell: str
    made: int
    why: str
    files: tuple[WrittenFile, ...]
    pieces: tuple[tuple[str, int], ...] = ()

    def with_files(self, files: tuple[WrittenFile, ...]) -> KnownOutput:
        """Return the same output with its files as they are now: this very value, if these are the very same."""
        return (
            self if all(map(is_, files, self.files)) and len(files) == len(self.files) else self._replace(files=files)
        )


@dataclass(frozen=True, slots=True)
class KnownSlice:
    """A slice as it was declared: its key, digests of the shells by their names, the sitemap's entries, its outputs."""

    key: str
    shells: Mapping[str, str]
    entries: str
    outputs: tuple[KnownOutput, ...]

    def with_outputs(self, outputs: Iterable[KnownOutput]) -> KnownSlice:
        """Return the same slice with as many outputs, as they are now: this very value, if these are the very same.

        Most slices of a large site are as they were, and what would be copied of them all takes a while.
        """
        now = tuple(outputs)
        return self if all(map(is_, now, self.outputs)) else replace(self, outputs=now)

    def written(self) -> bytes:
        """Write the slice for the record."""
        return json.dumps([self.key, self.shells, self.entries, self.outputs], separators=(",", ":")).encode()

    @classmethod
    def read(cls, value: bytes) -> KnownSlice | None:
        """Read what `written` wrote; nothing where it is something else."""
        try:
            key, shells, entries, outputs = json.loads(value)
            return cls(key, dict(shells), str(entries), tuple(map(_output, outputs)))
        except _DAMAGED:
            return None


def _output(row: list[object]) -> KnownOutput:
    path, digest, shell, made, why, files, pieces = row
    written = tuple(WrittenFile(*file) for file in files)  # type: ignore[attr-defined]
    return KnownOutput(path, digest, shell, made, why, written, tuple((str(key), int(size)) for key, size in pieces))  # type: ignore[arg-type, attr-defined]


class KnownPlan(NamedTuple):
    """The last plan: digests of what it follows from, as `Plan` has them, and the names of its slices in order."""

    ground: str
    texts: str
    names: tuple[str, ...]

    def written(self, slices: Mapping[str, KnownSlice]) -> bytes:
        """Write the plan for the record, with the keys of its slices: those in the record may be of another build."""
        return json.dumps([*self, _digest_of_keys(self.names, slices)], separators=(",", ":")).encode()

    @classmethod
    def read(cls, value: bytes | None, slices: Mapping[str, KnownSlice]) -> KnownPlan | None:
        """Read what `written` wrote; nothing where it is something else, or of slices with other keys."""
        try:
            ground, texts, names, keys = json.loads(value or b"")
            plan = cls(str(ground), str(texts), tuple(map(str, names)))
            return plan if keys == _digest_of_keys(plan.names, slices) else None
        except _DAMAGED:
            return None


def _digest_of_keys(names: Iterable[str], slices: Mapping[str, KnownSlice]) -> str:
    """Return the digest of the keys of some slices. Raises ValueError if one has none."""
    keys = [f"{name} {bytes.fromhex(slices[name].key).hex()}" for name in names]
    if any(key.endswith(" ") for key in keys):
        message = "a slice without a key is declared in every build"
        raise ValueError(message)
    return blake2b("\n".join(keys).encode(), digest_size=16).hexdigest()


class KnownSite(NamedTuple):
    """What is known of a site: its slices by their names, and the plan that they are of."""

    slices: Mapping[str, KnownSlice]
    plan: KnownPlan | None = None


class SiteRecord:
    """What a record knows of the site in a folder."""

    def __init__(self, record: BuildRecord, site: Path) -> None:
        self._record = record
        self._site = os.fsencode(os.path.realpath(site))
        self._kind = f"slice {blake2b(self._site, digest_size=8).hexdigest()}"
        self._known: dict[str, KnownSlice] | None = None

    @property
    def slices(self) -> Mapping[str, KnownSlice]:
        """The slices of the last build that ended well, by their names."""
        if self._known is None:
            read = ((name, KnownSlice.read(value)) for name, value in self._record.all(self._kind).items())
            self._known = {name.decode(): known for name, known in read if known}
        return self._known

    @property
    def site(self) -> KnownSite:
        """The slices, and their plan if it is known."""
        return KnownSite(self.slices, KnownPlan.read(self._record.get(self._of("plan"), _ALL), self.slices))

    def keep(self, slices: Mapping[str, KnownSlice], plan: KnownPlan | None = None) -> None:
        """Keep the slices of a build and its plan, and of other sites only those whose folder is still there."""
        before = self.slices
        differ = ((name, one) for name, one in slices.items() if before.get(name) is not one)
        changed = {name.encode(): one.written() for name, one in differ if before.get(name) != one}
        if changed:
            self._record.put(self._kind, changed)
        self._record.keep_only(self._kind, {name.encode() for name in slices})
        self._known = dict(slices)
        if plan and all(one.key for one in slices.values()) and plan != self.site.plan:
            self._record.put(self._of("plan"), {_ALL: plan.written(slices)})
        self._forget_others()

    def note(self, inputs: Mapping[str, str], when: int) -> None:
        """Note which inputs have changed, by their names and digests, for the outputs that were made at this time."""
        before = _read_texts(self._record.get(self._of("inputs"), _ALL) or b"{}")
        names = {name for name in before.keys() | inputs.keys() if before.get(name) != inputs.get(name)}
        if not names:
            return
        self._record.put(self._of("inputs"), {_ALL: json.dumps(inputs).encode()})
        if before:
            changes = json.dumps(dict.fromkeys(sorted(names), "")).encode()
            self._record.put(self._of("changes"), {str(when).encode(): changes})
        made = {str(output.made).encode() for one in self.slices.values() for output in one.outputs}
        self._record.keep_only(self._of("changes"), made)

    def changes(self, when: int) -> Collection[str]:
        """Return the names of the inputs that had changed when outputs were made at this time."""
        return _read_texts(self._record.get(self._of("changes"), str(when).encode()) or b"{}").keys()

    def _of(self, what: str) -> str:
        """Return the kind under which something of this site is kept."""
        return self._kind.replace("slice", what, 1)

    def _forget_others(self) -> None:
        sites = self._record.all(_SITES)
        kind = self._kind.encode()
        if sites.get(kind) != self._site:
            self._record.put(_SITES, {kind: self._site})
        gone = {kind for kind, site in sites.items() if not os.path.isdir(os.fsdecode(site))}  # noqa: PTH112
        for kind in gone:
            for what in ("slice", "plan", "inputs", "changes"):
                self._record.keep_only(kind.decode().replace("slice", what, 1), ())
        if gone:
            self._record.keep_only(_SITES, sites.keys() - gone)


def _read_texts(value: bytes) -> dict[str, str]:
    """Read texts by their names; none where it is something else."""
    try:
        return {str(name): str(text) for name, text in json.loads(value).items()}
    except _DAMAGED:
        return {}


def written_entries(entries: Iterable[SitemapEntry]) -> str:
    """Write entries of the sitemap as text, from which `read_entries` reads them."""
    rows = [[one.address, one.day and one.day.isoformat()] for one in entries]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def read_entries(text: str) -> tuple[SitemapEntry, ...]:
    """Read entries of the sitemap."""
    rows = json.loads(text) if text else ()
    return tuple(SitemapEntry(Address(address), date.fromisoformat(day) if day else None) for address, day in rows)
