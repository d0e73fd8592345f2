"""Index the entries of a site: index its parts, join these into bundles, and divide what comes of it into files.

What was found before comes from the host's store: parts in which nothing has changed, and the names of the files of
bundles. The rest is shared among the host's processes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from pressgen.search.bundles import Bundle, bundles
from pressgen.search.chunks import chunks
from pressgen.search.documents import Owners
from pressgen.search.entries import EntrySource
from pressgen.search.packing import compact_json, hashed, packed
from pressgen.search.parts import (
    Documents,
    IndexedPart,
    LanguagePart,
    PackedPart,
    Part,
    index_part,
    parts,
    read_documents,
)
from pressgen.search.places import PlacedDocument
from pressgen.search.stemming import Stem, stemmer
from pressgen.search.vocabulary import pieces

_PARTS, _WORDS = "parts", "words"
"""The names under which the store keeps what is known of parts, and, of each language, of its vocabulary."""
_KEY = 16
"""So many bytes have the digests of rules and parts."""
AT_A_TIME = 16
"""So many parts are indexed by the same processes, whose tables of words grow with each."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Files = Mapping[str, bytes | None]
"""Files by their paths; those that stand in the site already may be without their content."""


class Share(Protocol):
    """How a host shares work among processes."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item], entries: int, /) -> Sequence[Result]:
        """Apply a function to items, which are of so many entries; return the results in the order of the items."""


def one_process(function: Callable[[Item], Result], items: Sequence[Item], _entries: int, /) -> Sequence[Result]:
    """Apply a function to items, one after the other."""
    return list(map(function, items))


class Store(Protocol):
    """Keeps bytes by name from one build to the next."""

    def load(self, name: str) -> bytes | None:
        """Return what was saved last under a name, whole, or None."""

    def save(self, name: str, content: bytes) -> bool:
        """Keep content under a name, and say whether that was possible."""


class NoStore:
    """A store that keeps nothing."""

    def load(self, _name: str) -> bytes | None:
        """Return None."""
        return None

    def save(self, _name: str, _content: bytes) -> bool:
        """Say that nothing is kept."""
        return False


def never(_path: str) -> bool:
    """Say of any file that the site does not have it."""
    return False


@dataclass(frozen=True, slots=True)
class IndexHost:
    """What the search is given by the program that publishes its files.

    `share` applies a function to items, in several processes if that pays; `store` keeps what may serve the next build;
    `stands` says whether the site has a file already, whose name says what it holds.
    """

    share: Share = one_process
    store: Store = field(default_factory=NoStore)
    stands: Callable[[str], bool] = never


class FileNames(NamedTuple):
    """The files of a bundle or a vocabulary: the beginnings of their first words, and their names."""

    firsts: Sequence[str]
    names: Sequence[str]


class LanguageIndex(NamedTuple):
    """The index of a language: its bundles, each with the number of its first entry, its vocabulary, and all files."""

    bundles: Sequence[tuple[int, FileNames]]
    vocabulary: FileNames
    files: Files


class _Known(NamedTuple):
    """What is known of a part: the key by which it was made, and by language the digests of its words and lines."""

    key: str
    words: Mapping[str, str]
    lines: Mapping[str, str]


class EntriesIndex(NamedTuple):
    """The index of each language that has a word, and the names of what the store has to keep."""

    languages: Mapping[str, LanguageIndex]
    kept: frozenset[str]


def index_entries(entries: Sequence[EntrySource], owners: Owners, rules: bytes, host: IndexHost) -> EntriesIndex:
    """Index entries; `rules` are those of `rules_digest`. Raises StemmingError where a language lacks its stemmer."""
    indexing = _Indexing(owners, rules, host, {tag: stemmer(tag) for tag in owners.languages})
    divided = parts(entries)
    known = indexing.index(divided)
    worded = [tag for tag in owners.languages if any(known[part.name].words[tag] for part in divided)]
    kinds = ("documents", *owners.languages)
    names = {_PARTS, *(f"{part.name}.{kind}" for part in divided for kind in kinds)}
    names |= {f"{name}.{tag}" for tag in worded for name in (_WORDS, *(bundle.name for bundle in bundles(divided)))}
    languages = [_LanguageIndexing(tag, indexing, known, divided) for tag in worded]
    made = _made(languages, host)
    return EntriesIndex({one.tag: one.index(made) for one in languages}, frozenset(names))


class _Indexing:
    """Indexes the parts of a site."""

    def __init__(self, owners: Owners, rules: bytes, host: IndexHost, stems: Mapping[str, Stem]) -> None:
        self.host = host
        self._owners, self._rules, self._stems = owners, rules, stems
        self._kept = self._read_kept()
        # Of parts that the store does not keep.
        self._unkept: dict[tuple[str, str], bytes] = {}

    def _read_kept(self) -> Mapping[str, _Known]:
        """Read what the store knows of parts that were made by the same rules, by name."""
        try:
            rules, kept = json.loads(self.host.store.load(_PARTS) or b"[0,{}]")
            return {name: _Known(*one) for name, one in kept.items()} if rules == self._rules.hex() else {}
        except (ValueError, TypeError, AttributeError):
            return {}

    def index(self, divided: Sequence[Part]) -> Mapping[str, _Known]:
        """Index the parts that the store does not know; return what is known of each by name."""
        keys = {part.name: part.key(self._rules).hex() for part in divided}
        known = {name: one for name, one in self._kept.items() if keys.get(name) == one.key}
        missing = [part for part in divided if part.name not in known]
        for begin in range(0, len(missing), AT_A_TIME):
            some = missing[begin : begin + AT_A_TIME]
            size = sum(len(part.entries) for part in some)
            for part, made in zip(some, self.host.share(self._indexed_and_kept, some, size), strict=True):
                self._keep(part, made)
                words = {tag: packed_part.words for tag, packed_part in made.languages.items()}
                lines = {tag: packed_part.lines for tag, packed_part in made.languages.items()}
                known[part.name] = _Known(keys[part.name], words, lines)
        if known != self._kept:
            self.host.store.save(_PARTS, compact_json([self._rules.hex(), known]))
        return known

    def part(self, part: Part, tag: str) -> LanguagePart:
        """Return the index of a part in a language; what the store has lost is made again."""
        key = part.key(self._rules)
        if data := self._unkept.get((part.name, tag)) or self._load(f"{part.name}.{tag}", key):
            return LanguagePart.read(data)
        made = self._indexed(part)
        self._keep(part, made)
        return LanguagePart.read(made.languages[tag].data)

    def _indexed(self, part: Part) -> IndexedPart:
        known: dict[str, dict[bytes, PlacedDocument]] = {}
        own: tuple[bytes, Mapping[str, Documents]] = (b"", {})
        for name in self._kept:
            if name.partition("-")[0] == str(part.year) and (data := self._load(f"{name}.documents", self._rules)):
                key, by_language = data[:_KEY], read_documents(data[_KEY:])
                own = (key, by_language) if name == part.name else own
                for tag, documents in by_language.items():
                    known.setdefault(tag, {}).update(documents)

        def before(tag: str, found: Documents) -> PackedPart | None:
            """Return what the store has of the part, if its documents are still the same in a language."""
            key, by_language = own
            if list(by_language.get(tag, {}).values()) != list(found.values()):
                return None
            data = self._load(f"{part.name}.{tag}", key)
            return LanguagePart.read(data).packed() if data else None

        return index_part(part, self._owners, self._stems, known, before)

    def _indexed_and_kept(self, part: Part) -> IndexedPart:
        """Index a part, and keep it, in whichever process this is; what is kept is not returned."""
        return self._keep(part, self._indexed(part))

    def _keep(self, part: Part, made: IndexedPart) -> IndexedPart:
        """Keep what was made of a part, and return it without what the store has by now."""
        key, store = part.key(self._rules), self.host.store
        languages = dict(made.languages)
        for tag, one in languages.items():
            if one.data and store.save(f"{part.name}.{tag}", key + one.data):
                languages[tag] = one._replace(data=b"")
            elif one.data:
                self._unkept[part.name, tag] = one.data
        documents = made.documents
        if documents and store.save(f"{part.name}.documents", self._rules + key + documents):
            documents = b""
        return IndexedPart(languages, documents)

    def _load(self, name: str, key: bytes) -> bytes | None:
        """Return what the store has under a name, if it was made from what this key stands for.

        A build may have been killed after it had saved some things and before it had saved what is known of them.
        """
        data = self.host.store.load(name)
        return data[_KEY:] if data and data[:_KEY] == key else None


class _Listed(NamedTuple):
    """The files of a bundle or vocabulary by their places in the list, and those among them that are to be written."""

    names: FileNames
    files: Files


class _Job(NamedTuple):
    """A bundle or the vocabulary of a language, whose files are to be listed, with what they are made of."""

    language: _LanguageIndexing
    bundle: Bundle | None
    key: str

    @property
    def name(self) -> str:
        """The name under which the store keeps its list."""
        return self.bundle.name if self.bundle else _WORDS

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return ".chunk" if self.bundle else ".txt"

    @property
    def place(self) -> tuple[str, str]:
        """Tells it from all other jobs."""
        return self.language.tag, self.name


def _made(languages: Sequence[_LanguageIndexing], host: IndexHost) -> Mapping[tuple[str, str], _Listed]:
    """List the files of all bundles and vocabularies; those that have changed are joined by several processes."""
    jobs = [job for language in languages for job in language.jobs()]
    made = {job.place: kept for job in jobs if (kept := job.language.standing(job))}
    changed = [job for job in jobs if job.place not in made]
    entries = sum(len(part.entries) for job in changed if job.bundle for part in job.bundle.parts)
    listed = host.share(_listed, changed, entries)
    return made | {job.place: one for job, one in zip(changed, listed, strict=True)}


def _listed(job: _Job) -> _Listed:
    """Make the files of a bundle or vocabulary, and keep their names."""
    return job.language.listed(job)


@dataclass(frozen=True, slots=True)
class _LanguageIndexing:
    """Joins the `divided` parts of a language, and divides them into files."""

    tag: str
    indexing: _Indexing
    known: Mapping[str, _Known]
    divided: Sequence[Part]

    def jobs(self) -> Iterator[_Job]:
        """List the bundles that have words, and the vocabulary."""
        for bundle in bundles(self.divided):
            words = [self.known[part.name].words[self.tag] for part in bundle.parts]
            if any(words):
                sizes = (len(part.entries) for part in bundle.parts)
                yield self._job(bundle, [f"{size} {word}" for size, word in zip(sizes, words, strict=True)])
        yield self._job(None, [self.known[part.name].lines[self.tag] for part in self.divided])

    def _job(self, bundle: Bundle | None, made_of: Sequence[str]) -> _Job:
        job = _Job(self, bundle, "")
        return job._replace(key=hashed(job.name.encode(), *map(str.encode, made_of)))

    def index(self, made: Mapping[tuple[str, str], _Listed]) -> LanguageIndex:
        """Put together the index of the language; the files of what has not changed are known by their names."""
        jobs = [*self.jobs()]
        files = {path: content for job in jobs for path, content in made[job.place].files.items()}
        listed = [(job.bundle.first, made[job.place].names) for job in jobs if job.bundle]
        return LanguageIndex(listed, made[self.tag, _WORDS].names, files)

    def standing(self, job: _Job) -> _Listed | None:
        """Return what was listed by the same key, if the site has all these files."""
        kept, host = self._kept(job), self.indexing.host
        paths = [f"{self.tag}/{name}{job.ending}" for name in kept.names] if kept else []
        return _Listed(kept, dict.fromkeys(paths)) if kept and all(map(host.stands, paths)) else None

    def listed(self, job: _Job) -> _Listed:
        """Make the files that the site does not have."""
        host = self.indexing.host
        firsts, contents = self._chunks(job.bundle) if job.bundle else self._vocabulary()
        names = FileNames(firsts, tuple(map(hashed, contents)))
        paths = [f"{self.tag}/{name}{job.ending}" for name in names.names]
        files: dict[str, bytes | None] = dict.fromkeys(paths)
        for path, content in zip(paths, contents, strict=True):
            if not host.stands(path):
                files[path] = packed(content) if job.bundle else content
        host.store.save(f"{job.name}.{self.tag}", compact_json([job.key, names]))
        return _Listed(names, files)

    def _chunks(self, bundle: Bundle) -> tuple[Sequence[str], Sequence[bytes]]:
        return chunks((part.first - bundle.first, self.indexing.part(part, self.tag)) for part in bundle.parts)

    def _vocabulary(self) -> tuple[Sequence[str], Sequence[bytes]]:
        lines = (self.indexing.part(part, self.tag).typed for part in self.divided)
        return pieces(line for some in lines for line in some.split("\n") if line)

    def _kept(self, job: _Job) -> FileNames | None:
        """Return what was listed by the same key, if that is kept."""
        try:
            kept_key, listed = json.loads(self.indexing.host.store.load(f"{job.name}.{self.tag}") or b"[0,0]")
            return FileNames(*listed) if kept_key == job.key else None
        except (ValueError, TypeError):
            return None
