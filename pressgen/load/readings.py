"""Know what each file says, reading and parsing no more than those that are not known.

A file is known by its stamp, or else by the digest of its bytes; what it says is known by that digest and by all else
that `parse_file` is given. Texts are kept apart from the rest, each by its own digest, so that to know a release is not
to hold its text in memory.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from pressgen.frontmatter import LARGEST_FILE
from pressgen.load.memo import Memo
from pressgen.load.names import Source, printable
from pressgen.load.pair import PairingFacts
from pressgen.load.parse import ParsedFile, UnparsedFile, parse_file
from pressgen.load.pickles import dense_pickle, dense_unpickle, light_pickle, light_unpickle
from pressgen.load.unreadable import unreadable
from pressgen.load.walk import Walked
from pressgen.problems import Place, Problem
from pressgen.settings import Settings
from pressgen.stamps import Stamp

_SIZE = 32
_FILES, _ALL_FILES = "files", b"releases"
_READING, _TEXT = "reading", "text"
_PORTION = 500
"""How many parsed files are kept at a time: until then their texts are in memory."""


Remembered = TypeVar("Remembered")


class Each(Protocol):
    """Applies a function to every item, as `map` does, in the items' order."""

    def __call__(
        self, function: Callable[[UnparsedFile], ParsedFile], items: Iterable[UnparsedFile], /
    ) -> Iterable[ParsedFile]:
        """List the results in the order of the items."""


class KnownFile(NamedTuple):
    """What is kept of a file: its stamp, the digest of its bytes, and the `slug` of its front matter."""

    stamp: Stamp
    digest: bytes
    slug: str


class KnownFiles(NamedTuple):
    """What is kept of all files, by their paths, and a time before their stamps were taken, in nanoseconds."""

    files: Mapping[str, KnownFile]
    noted: int


@dataclass(slots=True)
class EditionReading:
    """A file of the releases' folder, what is known of it, and what it says while somebody needs that.

    `digest` is that of its bytes; it is empty while they have not been read, and where they cannot be. `is_kept` says
    that the memo has what the file says.
    """

    source: Source
    path: str
    language: str
    digest: bytes = b""
    slug: str = ""
    facts: PairingFacts | None = None
    parsed: ParsedFile | None = None
    is_kept: bool = False

    def tell(self, parsed: ParsedFile) -> None:
        """Note what the file says."""
        self.parsed, self.facts, self.slug = parsed, PairingFacts.of(parsed), (parsed.front and parsed.front.slug) or ""


def digest_of(*parts: bytes) -> bytes:
    """Return the digest of several values, none of which can be taken for a part of another."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def read_bytes(file: str, path: str, largest: int) -> bytes | Problem:
    """Read a file, and no more of it than one byte too many."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(largest + 1)
    except OSError as error:
        return unreadable(Place(path), error)


class Readings:
    """What the files of the releases' folder say. Every file's digest and slug are known from the beginning."""

    def __init__(self, walked: Walked, settings: Settings, memo: Memo, each: Each, noted: int) -> None:
        """`noted` is a time before the folder was walked, in nanoseconds."""
        self._walked = walked
        self._settings = settings
        self.memo = memo
        self._each = each
        self.noted = noted
        self.texts = KeptTexts(memo, settings)
        self._texts_kept = set(memo.keys(_TEXT))
        self._has_kept = False
        self._known = self._known_files()
        self.files = tuple(map(self._file, walked.sources))
        self.parse([file for file in self.files if not file.digest], again=False)

    def parse(self, files: Iterable[EditionReading], *, again: bool = True) -> None:
        """Have all these files parsed; if not `again`, only those whose bytes are others than the last load's."""
        waiting: list[EditionReading] = []
        portion: list[EditionReading] = []
        parsed = self._each(parse_file, self._unparsed(files, waiting, again=again))
        for at, one in enumerate(parsed):
            file = waiting[at]
            file.tell(one)
            portion.append(file)
            if len(portion) == _PORTION:
                self._keep(portion)
                portion = []
        self._keep(portion)

    def facts(self, file: EditionReading) -> PairingFacts:
        """Return what decides how a file is paired."""
        return file.facts or PairingFacts.of(self.parsed(file))

    def parsed(self, file: EditionReading) -> ParsedFile:
        """Return what a file says, from the memo where it is not in memory."""
        if file.parsed is None and not (file.digest and self._take(file)):
            self.parse([file])
        if file.parsed is None:
            self._take(file)
        assert file.parsed is not None, file.path  # noqa: S101  # for the type checker: it was parsed
        return file.parsed

    def forget(self, file: EditionReading) -> None:
        """Let go of what a file says, if the memo has it: a whole archive of it takes more room than all else."""
        if file.is_kept:
            file.parsed = None

    def remembered(self, kind: str, key: bytes, type_: type[Remembered], find: Callable[[], Remembered]) -> Remembered:
        """Return a value that the memo knows under this key, the only one of its kind; or find it out, and keep it."""
        known = light_unpickle(self.memo.get(kind, key), self.texts)
        if isinstance(known, type_):
            return known
        found = find()
        self.memo.put(kind, {key: light_pickle(found)})
        self.memo.keep_only(kind, {key})
        return found

    def has_text(self, text_digest: bytes) -> bool:
        """Return whether a text is kept."""
        return text_digest in self._texts_kept

    def keep(self) -> None:
        """Keep what is known of all files, and nothing of files that are gone or say something else now."""
        known = {
            file.source.path: KnownFile(self._stamp(file), file.digest, file.slug) for file in self.files if file.digest
        }
        changed = known != self._known.files
        if changed or self._needs_note():
            self.memo.put(_FILES, {_ALL_FILES: light_pickle(KnownFiles(known, self.noted))})
        if changed or self._has_kept:
            self.memo.keep_only(_READING, {self._key(file) for file in self.files if file.digest})

    def keep_texts(self, digests: Mapping[bytes, EditionReading]) -> None:
        """Keep these texts and no others; each can be read from its file again, should it be lost."""
        self.texts.sources = {digest: (file.source.file, file.path, file.language) for digest, file in digests.items()}
        if digests.keys() != self._texts_kept:
            self.memo.keep_only(_TEXT, digests.keys())

    def _known_files(self) -> KnownFiles:
        kept = light_unpickle(self.memo.get(_FILES, _ALL_FILES), self.texts)
        return kept if isinstance(kept, KnownFiles) else KnownFiles({}, 0)

    def _needs_note(self) -> bool:
        """Return whether a file was too young when it was noted, and is old enough now."""
        return any(
            one.stamp.is_older_than(self.noted) and not one.stamp.is_older_than(self._known.noted)
            for one in self._known.files.values()
        )

    def _file(self, source: Source) -> EditionReading:
        file = EditionReading(source, printable(source.path), source.language or self._settings.first_language)
        known = self._known.files.get(source.path)
        if known and known.stamp == self._stamp(file) and known.stamp.is_older_than(self._known.noted):
            file.digest, file.slug = known.digest, known.slug
        return file

    def _stamp(self, file: EditionReading) -> Stamp:
        return self._walked.stamps[file.source.file]

    def _key(self, file: EditionReading) -> bytes:
        """Return the key of all that `parse_file` is given."""
        settings = self._settings
        rest = "\0".join((file.path, file.language, settings.timezone, *settings.languages))
        return blake2b(file.digest + rest.encode("utf-8", "surrogateescape"), digest_size=_SIZE).digest()

    def _unparsed(
        self, files: Iterable[EditionReading], waiting: list[EditionReading], *, again: bool
    ) -> Iterator[UnparsedFile]:
        """Read files whose reading is not kept, each when it is asked for: not all texts are in memory at once."""
        for file in files:
            if file.parsed or (file.digest and self._take(file)):
                self.forget(file)
                continue
            data = read_bytes(file.source.file, file.path, LARGEST_FILE)
            file.digest = b"" if isinstance(data, Problem) else digest_of(data)
            known = None if again else self._known.files.get(file.source.path)
            if known and known.digest == file.digest:
                file.slug = known.slug
                continue
            if file.digest and self._take(file):
                self.forget(file)
                continue
            waiting.append(file)
            yield UnparsedFile(file.path, data, file.language, self._settings.languages, self._settings.timezone)

    def _take(self, file: EditionReading) -> bool:
        """Take what a file says from the memo, and say whether it is there."""
        parsed = dense_unpickle(self.memo.get(_READING, self._key(file)), self.texts)
        if not isinstance(parsed, ParsedFile) or not self.has_text(parsed.body.text_digest):
            return False
        file.tell(parsed)
        file.is_kept = True
        return True

    def _keep(self, files: Sequence[EditionReading]) -> None:
        """Keep what files say. Where that is impossible, their texts stay in memory."""
        parsed = [(file, file.parsed) for file in files if file.digest and file.parsed]
        texts = {one.body.text_digest: one.body.pack() for _, one in parsed}
        if not parsed or not self.memo.put(_TEXT, texts):
            return
        self._texts_kept |= texts.keys()
        self._has_kept = True
        for file, one in parsed:
            body = one.body
            file.parsed = replace(one, body=body.stored(body.text_digest, body.references, self.texts))
        kept = self.memo.put(_READING, {self._key(file): dense_pickle(file.parsed) for file, _ in parsed})
        for file, _ in parsed:
            file.is_kept = kept
            self.forget(file)


class KeptTexts:
    """The texts that a memo keeps. One that it has lost is read from its file again.

    `sources` holds, by the digests of texts, where each file is read, its path and its language.
    """

    def __init__(self, memo: Memo, settings: Settings) -> None:
        self._memo = memo
        self._settings = settings
        self.sources: Mapping[bytes, tuple[str, str, str]] = {}

    def text(self, digest: bytes) -> bytes:
        """Return a packed text. Raises OSError if it is lost, and its file says something else by now."""
        packed = self._memo.get(_TEXT, digest)
        if packed is not None:
            return packed
        file, path, language = self.sources[digest]
        data = read_bytes(file, path, LARGEST_FILE)
        unparsed = UnparsedFile(path, data, language, self._settings.languages, self._settings.timezone)
        body = parse_file(unparsed).body
        if body.text_digest != digest:
            raise OSError(errno.EBUSY, "the file was changed while it was read", file)
        return body.pack()
