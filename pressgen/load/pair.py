"""Bring the files of each release together, its original first.

The original is the file without `translation` that carries `date` and `kind`; where several do, the site's order of
languages decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

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


def pair(id_: str, files: Iterable[tuple[Source, ParsedFile]], languages: tuple[str, ...]) -> PairedFiles:
    """Find the release that the files of one id are."""
    taken: dict[str, str] = {}
    readable: list[EditionFile] = []
    problems: list[Problem] = []
    unread = False
    files = sorted(files, key=lambda one: one[0].path)
    for source, parsed in files:
        problems += _name_problems(source, parsed, languages)
        if not source.language:
            unread = True
            continue
        if source.language in taken:
            problems.append(_second_file(id_, source, taken[source.language]))
            continue
        taken[source.language] = source.path
        if parsed.front is None:
            unread = True
        else:
            readable.append(EditionFile(source, parsed, parsed.front))
    readable.sort(key=lambda file: languages.index(file.language))
    own = tuple(file for file in readable if not file.parsed.gives("translation"))
    carrier = next((file for file in own if file.parsed.gives("date") and file.parsed.gives("kind")), None)
    release = None
    if carrier and carrier.front.date and carrier.front.kind:
        original = OriginalFile(carrier.source, carrier.parsed, carrier.front, carrier.front.date, carrier.front.kind)
        release = ReleaseFiles(id_, original, tuple(file for file in readable if file is not carrier))
    languages_taken = frozenset(source.language for source, _ in files)
    # A file that could not be read may be the original.
    begun = own if not carrier and not unread else None
    return PairedFiles(id_, release, tuple(readable), languages_taken, tuple(problems), begun)


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
