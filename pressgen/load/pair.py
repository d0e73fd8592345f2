"""Bring the files of each release together, its original first.

The original is the file without `translation` that carries `date` and `kind`; where several do, the site's order of
languages decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from pressgen.frontmatter import FrontMatter, language_problem, shown
from pressgen.languages import language
from pressgen.load.names import Source, printable
from pressgen.load.other_releases import OtherReleases
from pressgen.load.parse import ParsedFile
from pressgen.model import Kind, kinds_told
from pressgen.problems import Place, Problem, codes


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file of a release whose front matter can be read: what its name says, and what it says itself."""

    source: Source
    parsed: ParsedFile
    front: FrontMatter

    @property
    def path(self) -> str:
        """Its path, relative to the project's folder."""
        return self.source.path

    @property
    def language(self) -> str:
        """The language of its edition."""
        return self.parsed.language


@dataclass(frozen=True, slots=True)
class OriginalFile(EditionFile):
    """The file of an original, which says when its release was issued and of what kind it is."""

    date: date | datetime
    kind: Kind


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """The files of one release: its original, and its translations in the order of the site's languages."""

    id: str
    original: OriginalFile
    translations: tuple[EditionFile, ...]

    @property
    def files(self) -> tuple[EditionFile, ...]:
        """Every file, the original first."""
        return (self.original, *self.translations)


@dataclass(frozen=True, slots=True)
class PairedFiles:
    """The files of one id: the release that they are, or else the readable ones of them, and what is wrong.

    `begun` are the files without `translation` that could be the original of what is no release, if they said more; it
    is None where nothing is missing, or a file that cannot be read may be the original. `taken` are the languages of
    all files, readable or not.
    """

    id: str
    release: ReleaseFiles | None
    readable: tuple[EditionFile, ...]
    taken: frozenset[str]
    problems: tuple[Problem, ...]
    begun: tuple[EditionFile, ...] | None = None


class PairingFacts(NamedTuple):
    """What decides how a file is paired: light enough to be in memory for all files at once.

    That is whether its front matter can be read, whether it has `translation`, whether it has both `date` and `kind`,
    and whether these two can be read.
    """

    is_readable: bool
    is_translation: bool
    is_begun: bool
    is_original: bool

    @classmethod
    def of(cls, parsed: ParsedFile) -> PairingFacts:
        """Return the facts of a file that was parsed."""
        front = parsed.front
        begun = parsed.gives("date") and parsed.gives("kind")
        return cls(front is not None, parsed.gives("translation"), begun, bool(front and front.date and front.kind))


class Pairing(NamedTuple):
    """How the files of one id are paired, by their indexes in the order of paths.

    `readable` are those that can be read, in the order of the site's languages, and `own` those of them without
    `translation`. `original` is that of the release, if they are one. `doubled` are second files in a language, each
    with the first. `is_open` says that an original is missing, and no file that cannot be read may be it.
    """

    readable: tuple[int, ...]
    own: tuple[int, ...]
    original: int | None
    doubled: tuple[tuple[int, int], ...]
    is_open: bool

    @property
    def editions(self) -> tuple[int, ...]:
        """The files of the release, the original first; none where they are no release."""
        original = self.original
        return () if original is None else (original, *(at for at in self.readable if at != original))


def pairing(files: Sequence[tuple[Source, PairingFacts]], languages: tuple[str, ...]) -> Pairing:
    """Find which of the files of one id are the editions of a release; they are given in the order of their paths."""
    taken: dict[str, int] = {}
    doubled: list[tuple[int, int]] = []
    for at, (source, _) in enumerate(files):
        if source.language and taken.setdefault(source.language, at) != at:
            doubled.append((at, taken[source.language]))
    in_order = [taken[tag] for tag in languages if tag in taken]
    readable = tuple(at for at in in_order if files[at][1].is_readable)
    own = tuple(at for at in readable if not files[at][1].is_translation)
    carrier = next((at for at in own if files[at][1].is_begun), None)
    original = carrier if carrier is not None and files[carrier][1].is_original else None
    unread = len(readable) < len(taken) or not all(source.language for source, _ in files)
    return Pairing(readable, own, original, tuple(doubled), carrier is None and not unread)


def pair(id_: str, files: Iterable[tuple[Source, ParsedFile]], languages: tuple[str, ...]) -> PairedFiles:
    """Find the release that the files of one id are."""
    files = sorted(files, key=lambda one: one[0].path)
    found = pairing([(source, PairingFacts.of(parsed)) for source, parsed in files], languages)
    problems = [problem for source, parsed in files for problem in _name_problems(source, parsed, languages)]
    problems += [_second_file(id_, files[at][0], files[first][0].path) for at, first in found.doubled]
    readable = {
        at: EditionFile(source, parsed, parsed.front)
        for at, (source, parsed) in ((at, files[at]) for at in found.readable)
        if parsed.front
    }
    release = None
    if found.original is not None:
        file = readable[found.original]
        if file.front.date and file.front.kind:
            original = OriginalFile(file.source, file.parsed, file.front, file.front.date, file.front.kind)
            release = ReleaseFiles(id_, original, tuple(readable[at] for at in found.editions[1:]))
    begun = tuple(readable[at] for at in found.own) if found.is_open else None
    taken = frozenset(source.language for source, _ in files)
    return PairedFiles(id_, release, tuple(readable.values()), taken, tuple(problems), begun)


def beside_others(files: PairedFiles, others: OtherReleases) -> Iterator[Problem]:
    """Report files whose names, or whose missing keys, say that they may belong to another release."""
    if files.release:
        yield from _like_another(files.release, others)
    elif files.begun is not None:
        yield from _without_original(files.id, files.readable, files.begun, others)


def _name_problems(source: Source, parsed: ParsedFile, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Report what is wrong with a file's name, and where its keys are at odds with it."""
    if source.language_problem:
        yield source.language_problem
    if source.slug_problem and not (parsed.gives("slug") and source.path == printable(source.path)):
        yield source.slug_problem
    said = parsed.front.language if parsed.front else None
    if said and said != source.language and source.language:
        place = parsed.marks.value("language")
        if said not in languages:
            yield language_problem(said, place, "language", languages)
        else:
            message = f"the file's name says '{source.language}', its key `language` '{shown(said)}'"
            hint = f"rename the file to '{printable(source.stem)}.{said}.md', or correct the key"
            yield codes.CONTRADICTORY_KEYS.at(place, message, hint)


def _second_file(id_: str, source: Source, first: str) -> Problem:
    message = f"this is a second file of '{shown(id_, 110)}' in {source.language}; the first is {printable(first)}"
    return codes.DOUBLED_EDITION.at(Place(printable(source.path)), message, "keep one of the two, or rename one")


def _without_original(
    id_: str, readable: Sequence[EditionFile], own: Sequence[EditionFile], others: OtherReleases
) -> Iterator[Problem]:
    """Report what keeps each of a release's files from being its original; `own` are those without `translation`."""
    begun = [file for file in readable if file.parsed.gives("date") or file.parsed.gives("kind")]
    if not begun:
        meant = [(file, *others.translated(id_, file.language)) for file in readable]
        if meant and all(other for _, other, _ in meant):
            yield from (_translation_of(*one) for one in meant)
            return
    if own:
        yield from _missing_keys(id_, next((file for file in begun if file in own), own[0]))
        return
    for file in readable:
        place = file.parsed.marks.key("translation")
        message = f"this is a translation, and '{shown(file.source.stem, 110)}' has no original"
        hint = "add the original's file, which carries `date` and `kind`; an original has no key `translation`"
        yield codes.MISSING_ORIGINAL.at(place, message, hint)


def _missing_keys(id_: str, nearest: EditionFile) -> Iterator[Problem]:
    """Report which keys the file that is nearest to an original lacks."""
    named = re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}(?=-)", id_)
    day = f"`date: {named[0] if named else '2022-02-15'}`"
    for key, line in (("date", day), ("kind", f"such as `kind: readout`; {kinds_told()}")):
        if not nearest.parsed.gives(key) and not _meant(key, nearest):
            message = f"the key '{key}' is missing"
            yield codes.MISSING_KEY.at(nearest.parsed.marks.key(), message, f"add a line {line}", key)


def _translation_of(file: EditionFile, other: str, tag: str) -> Problem:
    """Ask whether a file without an original is the translation of another release."""
    message = f"this file has no `date` and no `kind`, and no other file of '{shown(file.source.stem, 110)}' has them"
    hint = (
        f"is it the translation of {other}? Then rename it to '{other}.{tag}.md'; "
        "an original has lines `date: …` and `kind: …`"
    )
    return codes.MISSING_ORIGINAL.at(file.parsed.marks.key(), message, hint)


def _like_another(release: ReleaseFiles, others: OtherReleases) -> Iterator[Problem]:
    """Ask of a release whose name is another's and a language's whether it is an edition of that one."""
    base, tag, is_taken = others.within(release.id)
    if not base:
        return
    place = Place(printable(release.original.path))
    if not tag:
        message = f"by its name this is a copy of '{shown(base, 110)}', and both are published"
        yield codes.NAMED_LIKE_ANOTHER.at(place, message, "compare the two, and remove one")
        return
    name = f"{base}.{tag}.md"
    message = f"this is published as a release of its own, and its name is that of '{shown(base, 110)}' with '-{tag}'"
    hint = f"is it that release in {language('en').name_of(tag)}? Then rename it to '{name}'"
    if is_taken:
        hint = f"compare it with '{name}', and remove one"
    yield codes.NAMED_LIKE_ANOTHER.at(place, message, hint)


def _meant(key: str, file: EditionFile) -> bool:
    """True if a file's missing key has been reported as a misspelt one."""
    return any(problem.code is codes.UNKNOWN_KEY and problem.about == key for problem in file.parsed.problems)
