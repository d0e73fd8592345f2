"""Load a project: read its releases and register from their files, with every problem of every file.

The steps, in the order of the data: `walk` finds the files, `parse` reads one (a pure function, which an engine may
run elsewhere), `register` reads the ministry's lists, `pair` brings the files of a release together, `facts` and
`archive_wide` compare, `people` and `build` fill in what a file leaves to others, `targets` follows references.
`names` and `misnamed` say what a file's name says or means, `near_names` which release a stray translation belongs to.
What can hardly be is looked for apart: `plausible` days, `weekdays`, `wording` that is missing, `authentic` texts.
Beside them, `docs` finds the ordinary pages, and `asked` reads the lists that they ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from pressgen.frontmatter import LARGEST_FILE, LARGEST_REGISTER, MOST_REPORTED, slug_fault
from pressgen.load.aliases import older_addresses
from pressgen.load.archive_wide import (
    circles,
    doubles,
    draft_targets,
    expired,
    lookups,
    missing_places,
    relations,
    unpublished_files,
)
from pressgen.load.authentic import authentic_texts
from pressgen.load.build import editions, issued, record
from pressgen.load.directory import Directory
from pressgen.load.facts import contradictions
from pressgen.load.lookup import Lookup
from pressgen.load.names import printable
from pressgen.load.origins import NOWHERE, Origins
from pressgen.load.pair import EditionFile, Paired, ReleaseFiles, pair
from pressgen.load.parse import ParsedFile, UnparsedFile, parse_file
from pressgen.load.people import Participants
from pressgen.load.plausible import earlier_than_corrected, implausible_days
from pressgen.load.register import load_register
from pressgen.load.targets import Targets
from pressgen.load.unreadable import unreadable
from pressgen.load.walk import Walked, below_of, top_of, walk
from pressgen.load.wording import missing_in_editions, missing_in_register, unnamed_countries
from pressgen.model import Alias, Register, Release
from pressgen.problems import Place, Problem, codes
from pressgen.problems.ignoring import Ignored
from pressgen.settings import PlaceOf, Settings, somewhere

__all__ = ["Loaded", "ParsedFile", "UnparsedFile", "load", "parse_file"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project's folder holds: releases in the order of their ids, the register, and problems in theirs.

    `aliases` tell where each older address of a release is written. `ignored` are the warnings that the site and its
    files switch off: whoever tells of the project asks it first, for these problems and for all others. `lists`
    counts the files of the register. `origins` tells where each release is written.
    """

    releases: tuple[Release, ...]
    register: Register
    problems: tuple[Problem, ...]
    aliases: Mapping[str, Place] = field(default_factory=dict)
    ignored: Ignored = field(default_factory=Ignored)
    lists: int = 0
    origins: Origins = NOWHERE


class Each(Protocol):
    """Applies a function to every item, as `map` does, in the items' order."""

    def __call__(
        self, function: Callable[[UnparsedFile], ParsedFile], items: Iterable[UnparsedFile], /
    ) -> Iterable[ParsedFile]:
        """List the results in the order of the items."""


def load(  # noqa: PLR0913  # each has a default, and is named
    project: Path,
    settings: Settings,
    *,
    each: Each = map,
    docs_dir: str = "docs",
    site_dir: str = "site",
    now: datetime | None = None,
    place: PlaceOf = somewhere,
) -> Loaded:
    """Load a project. Nothing here raises for bad content; each file is read once.

    `now` is the time of the build, with its zone; without it nothing is told of days that lie in the future.
    `place` tells where an option of the site stands.
    """
    walked = walk(project, settings.releases_dir, settings.languages, (project / docs_dir, project / site_dir))
    register_files = _register_files(walked, settings.releases_dir)
    register = load_register({name: file for name, file in register_files.items() if not isinstance(file, Problem)})
    parsed = tuple(each(parse_file, _unparsed(walked, settings)))
    paired = pair(zip(walked.sources, parsed, strict=True), settings.languages)
    older = older_addresses(paired.releases, paired.ids, settings.languages)
    targets = Targets(project, settings.releases_dir, docs_dir, walked, paired.releases)
    built = _built(paired, register.lookup, settings, targets)
    releases = tuple(_with_aliases(release, older.addresses[release.id]) for release in built.releases)
    origins = _origins(paired, releases, targets)
    problems = (
        *walked.problems,
        *(file for file in register_files.values() if isinstance(file, Problem)),
        *register.problems,
        *(problem for file in parsed for problem in file.problems),
        *paired.problems,
        *older.problems,
        *built.problems,
        *_country_of_issuer(settings, register.lookup, place),
        *_in_each(paired, settings, now),
        *_between(releases, paired, register.lookup, settings, origins),
    )
    ignored = Ignored(frozenset(settings.ignore), {one.path: one.front.ignore.keys() for one in parsed if one.front})
    reported = ignored.reported(problems)
    return Loaded(releases, register.lookup.register, reported, older.places, ignored, len(walked.register), origins)


def _unparsed(walked: Walked, settings: Settings) -> Iterator[UnparsedFile]:
    """Read the files of editions one by one, each when it is asked for, so that not all texts are in memory at once."""
    for source in walked.sources:
        path = printable(source.path)
        language = source.language or settings.first_language
        yield UnparsedFile(
            path, _bytes(source.file, path, LARGEST_FILE), language, settings.languages, settings.timezone
        )


def _bytes(file: str, path: str, largest: int) -> bytes | Problem:
    """Read a file, and no more of it than one byte too many."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(largest + 1)
    except OSError as error:
        return unreadable(Place(path), error)


def _register_files(walked: Walked, releases_dir: str) -> Mapping[str, tuple[str, bytes] | Problem]:
    """Read the register's files: path and bytes by name, or the problem of one that cannot be read."""
    files: dict[str, tuple[str, bytes] | Problem] = {}
    for name, file in sorted(walked.register.items()):
        path = below_of(top_of(releases_dir), f"register/{name}")
        data = _bytes(file, path, LARGEST_REGISTER)
        files[name] = data if isinstance(data, Problem) else (path, data)
    return files


class _Built(NamedTuple):
    releases: tuple[Release, ...]
    problems: tuple[Problem, ...]


def _built(paired: Paired, lookup: Lookup, settings: Settings, targets: Targets) -> _Built:
    """Build each release from its files."""
    problems = [*doubles(paired.releases), *circles(paired.releases)]
    for file in paired.single:
        problems += _named(file, file.source.stem, lookup, settings, paired.ids)
    releases = []
    directory = Directory(lookup.register.people)
    for files in paired.releases:
        problems += _checked(files, lookup, settings, paired.ids)
        release, found = _release(files, lookup, directory, settings, targets)
        problems += found
        # An id that is no slug has been reported; nothing shall make an address of it.
        if not slug_fault(release.id):
            releases.append(release)
    return _Built(tuple(releases), tuple(problems))


def _country_of_issuer(settings: Settings, lookup: Lookup, place: PlaceOf) -> Iterable[Problem]:
    country = settings.issuer.country
    where = place(("issuer", "country"), at_key=False)
    return lookup.problems("country", country, where, "option 'issuer.country'") if country else ()


def _in_each(paired: Paired, settings: Settings, now: datetime | None) -> Iterator[Problem]:
    """Find what can hardly be in each release."""
    for files in paired.releases:
        yield from implausible_days(files, settings, now)
        yield from authentic_texts(files, paired.taken[files.id], settings.languages)


def _between(
    releases: tuple[Release, ...], paired: Paired, lookup: Lookup, settings: Settings, origins: Origins
) -> Iterator[Problem]:
    """Find what is wrong between releases, and between them and the register."""
    yield from draft_targets(releases, origins)
    yield from missing_in_register(releases, lookup, settings)
    yield from unnamed_countries(paired.releases, lookup, settings)
    yield from earlier_than_corrected(paired.releases, {release.id: release.record.day for release in releases})
    yield from missing_places(releases, origins)
    yield from unpublished_files(releases, origins)


def _with_aliases(release: Release, aliases: tuple[Alias, ...]) -> Release:
    return release.model_copy(update={"aliases": aliases}) if aliases else release


def _origins(paired: Paired, releases: Iterable[Release], targets: Targets) -> Origins:
    editions = [((release.id, file.language), file) for release in paired.releases for file in release.files]
    return Origins(
        {key: file.path for key, file in editions},
        {key: file.parsed.spots for key, file in editions},
        {
            (release.id, file.name): targets.files(release.id)[file.name]
            for release in releases
            for file in release.files
        },
    )


def _checked(files: ReleaseFiles, lookup: Lookup, settings: Settings, ids: frozenset[str]) -> Iterator[Problem]:
    for file in files.files:
        yield from _named(file, files.id, lookup, settings, ids)
    original = files.original
    if original.front.translator:
        place = original.parsed.marks.key("translator")
        hint = "add `translation: official` if this is a translation"
        yield codes.CONTRADICTORY_KEYS.at(place, "an original has no `translator`", hint)


def _named(file: EditionFile, id_: str, lookup: Lookup, settings: Settings, ids: frozenset[str]) -> Iterator[Problem]:
    """Report what a file names and nobody knows."""
    # A hint costs a search; nobody mends more than a hundred mistakes of one file at a time.
    yield from islice(lookups(file, lookup, settings.languages), MOST_REPORTED)
    yield from islice(relations(file, id_, ids), MOST_REPORTED)


def _release(
    files: ReleaseFiles, lookup: Lookup, directory: Directory, settings: Settings, targets: Targets
) -> tuple[Release, tuple[Problem, ...]]:
    """Build one release, with what its files say otherwise than each other, the register and the files around them."""
    day = issued(files.original, settings).day
    people = Participants(files, lookup, directory, day)
    resolved = {file.language: targets.resolve(files, file, file.parsed.body) for file in files.files}
    bodies = {language: body for language, (body, _) in resolved.items()}
    named, unpublished = targets.named(files, bodies)
    facts = record(files, people.participants, settings)
    release = Release(
        id=files.id,
        record=facts,
        original=files.original.language,
        editions=editions(files, facts, bodies),
        files=named,
    )
    problems = (
        *expired(files.original, lookup, day),
        *people.problems,
        *contradictions(files, people.participants, settings.zone),
        *targets.attachments(files),
        *(problem for _, found in resolved.values() for problem in found),
        *unpublished,
        *targets.unused(files, named),
        *missing_in_editions(files, facts, people),
    )
    return release, problems
