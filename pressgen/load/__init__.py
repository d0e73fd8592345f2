"""Load a project: read its releases and register from their files, with every problem of every file.

The steps, in the order of the data: `walk` finds the files, `parse` reads one (a pure function, which an engine may
run elsewhere), `register` reads the ministry's lists, `pair` brings the files of a release together, `release` builds
what is known of one, with `facts`, `people` and `build`; `targets` follows references, `archive_wide` compares.
`names` and `misnamed` say what a file's name says or means, `near_names` which release a stray translation belongs to.
What can hardly be is looked for apart: `plausible` days, `weekdays`, `wording` that is missing, `authentic` texts.
Beside them, `docs` finds the ordinary pages, and `asked` reads the lists that they ask for.

With a `memo` a load costs what changed: `readings` knows files by their `stamps`, `kept_releases` knows releases whose
files and surroundings are what they were (`tracking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from time import time_ns

from pressgen.frontmatter import LARGEST_REGISTER
from pressgen.load.aliases import older_addresses
from pressgen.load.archive_wide import (
    circles,
    doubles,
    draft_targets,
    missing_places,
    unpublished_files,
    written_references,
)
from pressgen.load.known_release import KnownRelease
from pressgen.load.lookup import Lookup
from pressgen.load.memo import NO_MEMO, Memo
from pressgen.load.origins import NOWHERE, Origins
from pressgen.load.parse import ParsedFile, UnparsedFile, parse_file
from pressgen.load.plausible import earlier_than_corrected
from pressgen.load.readings import Each, Readings, read_bytes
from pressgen.load.register import LoadedRegister, load_register, register_digest
from pressgen.load.releases import LoadedReleases, ReleasesLoad
from pressgen.load.walk import Walked, below_of, top_of, walk
from pressgen.load.wording import missing_in_register, unnamed_countries
from pressgen.model import Alias, Register, Release
from pressgen.problems import Place, Problem
from pressgen.problems.ignoring import Ignored
from pressgen.settings import PlaceOf, Settings, somewhere

__all__ = ["Each", "Loaded", "Memo", "ParsedFile", "UnparsedFile", "load", "parse_file"]

_REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project's folder holds: releases in the order of their ids, the register, and problems in theirs.

    `aliases` tell where each older address of a release is written. `ignored` are the warnings that the site and its
    files switch off: whoever tells of the project asks it first, for these problems and for all others. `lists`
    counts the files of the register. `origins` tells where each release is written. `built` are the ids of the releases
    that were built anew, since no memo knew them. `until` is the time at which a problem or a release may begin or end
    by itself, if there is one. `existing` tells whether files are there, by paths from the project's folder, that stand
    in no folder of releases or pages and that hints depend on.
    """

    releases: tuple[Release, ...]
    register: Register
    problems: tuple[Problem, ...]
    aliases: Mapping[str, Place] = field(default_factory=dict)
    ignored: Ignored = field(default_factory=Ignored)
    lists: int = 0
    origins: Origins = NOWHERE
    built: frozenset[str] = frozenset()
    until: datetime | None = None
    existing: Mapping[str, bool] = field(default_factory=dict)


def load(  # noqa: PLR0913  # each has a default, and is named
    project: Path,
    settings: Settings,
    *,
    each: Each = map,
    docs_dir: str = "docs",
    site_dir: str = "site",
    now: datetime | None = None,
    place: PlaceOf = somewhere,
    memo: Memo = NO_MEMO,
) -> Loaded:
    """Load a project. Nothing here raises for bad content; each file is read once, and none that the memo knows.

    `now` is the time of the build, with its zone; without it nothing is told of days that lie in the future.
    `place` tells where an option of the site stands. `memo` keeps what was found out for the next load.
    """
    noted = time_ns()
    walked = walk(project, settings.releases_dir, settings.languages, (project / docs_dir, project / site_dir))
    readings = Readings(walked, settings, memo, each, noted)
    register_files = _register_files(walked, settings.releases_dir)
    register = _register({name: one for name, one in register_files.items() if not isinstance(one, Problem)}, readings)
    found = ReleasesLoad(project, settings, docs_dir, walked, readings, register, now).run()
    known = [one for one in found.known if one.editions]
    older = older_addresses(known, {one.id for one in found.known}, settings.languages)
    releases = tuple(_with_aliases(one.release, older.addresses[one.id]) for one in known if one.release)
    origins = _origins(found, releases)
    problems = (
        *walked.problems,
        *(file for file in register_files.values() if isinstance(file, Problem)),
        *register.problems,
        *(problem for one in found.known for problem in (*one.problems, *one.day_problems.problems)),
        *older.problems,
        *_country_of_issuer(settings, register.lookup, place),
        *_between(releases, known, register.lookup, settings, origins),
    )
    by_file = {path: codes for one in found.known for path, codes in one.ignored}
    ignored = Ignored(frozenset(settings.ignore), by_file)
    return Loaded(
        releases,
        register.lookup.register,
        ignored.reported(problems),
        older.places,
        ignored,
        len(walked.register),
        origins,
        found.built,
        _until(found.known, settings, now),
        found.targets.existing,
    )


def _register_files(walked: Walked, releases_dir: str) -> Mapping[str, tuple[str, bytes] | Problem]:
    """Read the register's files: path and bytes by name, or the problem of one that cannot be read."""
    files: dict[str, tuple[str, bytes] | Problem] = {}
    for name, file in sorted(walked.register.items()):
        path = below_of(top_of(releases_dir), f"register/{name}")
        data = read_bytes(file, path, LARGEST_REGISTER)
        files[name] = data if isinstance(data, Problem) else (path, data)
    return files


def _register(files: Mapping[str, tuple[str, bytes]], readings: Readings) -> LoadedRegister:
    """Read the register, unless the memo knows what these files say."""
    return readings.remembered(_REGISTER, register_digest(files), LoadedRegister, lambda: load_register(files))


def _country_of_issuer(settings: Settings, lookup: Lookup, place: PlaceOf) -> Iterable[Problem]:
    """Report the issuer's country where nobody knows it; only then is its place looked for."""
    country = settings.issuer.country
    file = Place("mkdocs.yml")
    reported = [*lookup.problems("country", country, file, "option 'issuer.country'")] if country else []
    return [replace(problem, place=place(("issuer", "country"), at_key=False)) for problem in reported]


def _between(
    releases: Sequence[Release],
    known: Sequence[KnownRelease],
    lookup: Lookup,
    settings: Settings,
    origins: Origins,
) -> Iterator[Problem]:
    """Find what is wrong between releases, and between them and the register."""
    yield from doubles(known)
    yield from circles(known)
    references = tuple(written_references(releases, origins))
    yield from draft_targets(releases, references)
    yield from missing_in_register(releases, lookup, settings)
    yield from unnamed_countries(known, lookup, settings)
    yield from earlier_than_corrected(known)
    yield from missing_places(releases, references, origins)
    yield from unpublished_files(releases, references)


def _until(known: Iterable[KnownRelease], settings: Settings, now: datetime | None) -> datetime | None:
    """Return when what a load tells may change by itself: at the turn of a day, or the end of an embargo."""
    days = {one.day_problems.until for one in known} - {date.max}
    times = [datetime.combine(day, time(), settings.zone) for day in days]
    times += [one.release.record.embargo for one in known if one.release and one.release.record.embargo]
    return min((moment for moment in times if now and moment > now), default=None)


def _with_aliases(release: Release, aliases: tuple[Alias, ...]) -> Release:
    return release.model_copy(update={"aliases": aliases}) if aliases else release


def _origins(found: LoadedReleases, releases: Iterable[Release]) -> Origins:
    editions = [((release.id, edition.language), edition) for release in found.known for edition in release.editions]
    return Origins(
        {key: edition.path for key, edition in editions},
        {key: edition.spots for key, edition in editions},
        {
            (release.id, file.name): found.targets.files(release.id)[file.name]
            for release in releases
            for file in release.files
        },
    )
