"""Read the files of one id: build the release that they are, with all that is wrong in it and around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from pressgen.frontmatter import MOST_REPORTED, slug_fault
from pressgen.load.archive_wide import earlier_releases, expired, lookups, relations
from pressgen.load.authentic import authentic_texts
from pressgen.load.build import editions, issued, record
from pressgen.load.facts import contradictions
from pressgen.load.known_release import DayProblems, KnownEdition, KnownRelease, OlderAddress, ReleaseNumber
from pressgen.load.other_releases import OtherReleases
from pressgen.load.pair import EditionFile, PairedFiles, ReleaseFiles, beside_others
from pressgen.load.parse import ParsedFile
from pressgen.load.people import Participants
from pressgen.load.plausible import days_ahead, implausible_days
from pressgen.load.register_answers import RegisterAnswers
from pressgen.load.targets import Targets
from pressgen.load.tracking import Asked
from pressgen.load.validity import implausible_validity
from pressgen.load.wording import countries_to_name, missing_in_editions
from pressgen.model import Release
from pressgen.problems import Problem, codes
from pressgen.settings import Settings
from pressgen.text.folding import fold


class Surroundings(NamedTuple):
    """What lies around a release: what it asks of the register, of the other releases, and of what texts point to."""

    register: RegisterAnswers
    others: OtherReleases
    targets: Targets

    def take(self) -> AskedAround:
        """Return what was asked since the last time."""
        return AskedAround(*(one.take() for one in self))


class AskedAround(NamedTuple):
    """What a release asked of its surroundings, and the answers."""

    register: Asked
    others: Asked
    targets: Asked


def known_release(
    paired: PairedFiles, parsed: Iterable[ParsedFile], around: Surroundings, settings: Settings, now: datetime | None
) -> KnownRelease:
    """Build what is known of the files of one id; `parsed` are all of them, `now` is the time of the build."""
    parsed = tuple(parsed)
    files = paired.release
    problems = [*(problem for file in parsed for problem in file.problems), *paired.problems]
    problems += beside_others(paired, around.others)
    ignored = tuple((one.path, tuple(one.front.ignore)) for one in parsed if one.front and one.front.ignore)
    if files is None:
        for file in paired.readable:
            problems += _named(file, file.source.stem, around, settings)
        return KnownRelease(paired.id, paired.taken, None, (), tuple(problems), DayProblems(), ignored)
    problems += _checked(files, around, settings)
    release, found = _release(files, around, settings)
    problems += found
    problems += implausible_days(files, settings)
    problems += authentic_texts(files, paired.taken, settings.languages)
    original = files.original
    return KnownRelease(
        paired.id,
        paired.taken,
        # An id that is no slug has been reported; nothing shall make an address of it.
        None if slug_fault(files.id) else release,
        tuple(map(_edition, files.files)),
        tuple(problems),
        days_ahead(files, settings, now),
        ignored,
        _number(original),
        tuple(earlier_releases(original)),
        tuple(countries_to_name(original)),
    )


def _edition(file: EditionFile) -> KnownEdition:
    marks = file.parsed.marks
    older = (OlderAddress(text, marks.value("aliases", index)) for index, text in enumerate(file.front.aliases))
    return KnownEdition(file.path, file.language, file.parsed.spots, tuple(older))


def _number(original: EditionFile) -> ReleaseNumber | None:
    if not (printed := original.front.number):
        return None
    return ReleaseNumber(printed, fold(printed, digits=True), original.parsed.marks.value("number"))


def _checked(files: ReleaseFiles, around: Surroundings, settings: Settings) -> Iterator[Problem]:
    for file in files.files:
        yield from _named(file, files.id, around, settings)
    original = files.original
    if original.front.translator:
        place = original.parsed.marks.key("translator")
        hint = "add `translation: official` if this is a translation"
        yield codes.CONTRADICTORY_KEYS.at(place, "an original has no `translator`", hint)


def _named(file: EditionFile, id_: str, around: Surroundings, settings: Settings) -> Iterator[Problem]:
    """Report what a file names and nobody knows."""
    # A hint costs a search; nobody mends more than a hundred mistakes of one file at a time.
    yield from islice(lookups(file, around.register, settings.languages), MOST_REPORTED)
    yield from islice(relations(file, id_, around.others), MOST_REPORTED)


def _release(files: ReleaseFiles, around: Surroundings, settings: Settings) -> tuple[Release, tuple[Problem, ...]]:
    """Build one release, with what its files say otherwise than each other, the register and the files around them."""
    day = issued(files.original, settings).day
    people, targets = Participants(files, around.register, day), around.targets
    resolved = {file.language: targets.resolve(files, file) for file in files.files}
    bodies = {language: one.body for language, one in resolved.items()}
    named, unpublished = targets.named(files, bodies.values())
    facts = record(files, people.participants, settings)
    release = Release(
        id=files.id,
        record=facts,
        original=files.original.language,
        editions=editions(files, facts, bodies),
        files=named,
    )
    refused = [name for one in resolved.values() for name in one.refused]
    problems = (
        *expired(files.original, around.register, day),
        *implausible_validity(files.original, facts, settings.zone),
        *people.problems,
        *contradictions(files, people.participants, settings.zone),
        *targets.attachments(files),
        *(problem for one in resolved.values() for problem in one.problems),
        *unpublished,
        *targets.unused(files, named, refused),
        *missing_in_editions(files, facts, people),
    )
    return release, problems
