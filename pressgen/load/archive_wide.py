"""Find what is wrong between releases: ids that do not exist, numbers and addresses used twice, links to drafts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from pressgen.frontmatter import FrontMatter, language_problem, shown
from pressgen.load.known_release import KnownRelease, NamedRelease
from pressgen.load.names import printable
from pressgen.load.origins import Origins
from pressgen.load.other_releases import OtherReleases
from pressgen.load.pair import EditionFile
from pressgen.load.register_answers import RegisterAnswers
from pressgen.model import Reference, Release, Status
from pressgen.model.groups import GROUPS
from pressgen.problems import Place, Problem, codes
from pressgen.text.anchors import NO_PLACE
from pressgen.text.holes import ids_in

_LISTS = (*((group.key, group.singular) for group in GROUPS if group.listed_by_author), ("contacts", "contact"))
_RELATIONS = ("related", "supersedes", "corrects")


def lookups(file: EditionFile, register: RegisterAnswers, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Report countries, ids of the register and languages that one file names and that do not exist."""
    front, marks = file.front, file.parsed.marks
    for key, what in _LISTS:
        for index, id_ in enumerate(getattr(front, key)):
            yield from register.problems(what, id_, marks.value(key, index), _item(file, key, index))
    for index, one in enumerate(front.participants or ()):
        for key in ("country", "organisation", "person"):
            if id_ := getattr(one, key):
                place = marks.value("participants", index, key)
                yield from register.problems(key, id_, place, f"participants[{index + 1}].{key}")
    for index, issuer in enumerate(front.issuer or ()):
        if issuer.country:
            place = marks.value("issuer", index, "country")
            yield from register.problems("country", issuer.country, place, "issuer.country")
    for index, tag in enumerate(front.authoritative):
        if tag not in languages:
            yield language_problem(
                tag, marks.value("authoritative", index), _item(file, "authoritative", index), languages
            )


def expired(original: EditionFile, register: RegisterAnswers, day: date) -> Iterator[Problem]:
    """Report contacts that a release of `day` names and that were no longer in force then."""
    for index, id_ in enumerate(original.front.contacts):
        end = register.end_of_contact(id_)
        if end and end.day < day:
            message = f"the contact '{id_}' was in force until {end.day.isoformat()}, {_at(end.place)}"
            hint = "name the contact of that day, or correct `to` in the register"
            yield codes.EXPIRED_CONTACT.at(original.parsed.marks.value("contacts", index), message, hint)


def earlier_releases(original: EditionFile) -> Iterator[NamedRelease]:
    """List the releases that one replaces or corrects."""
    for key in ("supersedes", "corrects"):
        for index, other in enumerate(getattr(original.front, key)):
            yield NamedRelease(key, other, original.parsed.marks.value(key, index), _item(original, key, index))


def _item(file: EditionFile, key: str, index: int) -> str:
    return f"{key}[{index + 1}]" if file.parsed.marks.has(key, index) else key


def relations(file: EditionFile, id_: str, others: OtherReleases) -> Iterator[Problem]:
    """Report releases that a file names and that do not exist."""
    front: FrontMatter = file.front
    for key in _RELATIONS:
        for index, other in enumerate(getattr(front, key)):
            place = file.parsed.marks.value(key, index)
            where = _item(file, key, index)
            if other == id_:
                hint = "name another release, or take it away"
                yield codes.UNKNOWN_RELEASE.at(place, f"a release cannot name itself ({where})", hint)
            elif not others.have(other):
                likely = others.nearest(other)
                hint = f"did you mean '{likely}'?" if likely else "an id is the file's name without language and .md"
                yield codes.UNKNOWN_RELEASE.at(place, f"there is no release '{shown(other)}' ({where})", hint)


def circles(releases: Sequence[KnownRelease]) -> Iterator[Problem]:
    """Report releases that replace or correct each other in turn: readers would be sent round and round."""
    named: dict[str, dict[str, list[NamedRelease]]] = {}
    ids = {release.id for release in releases}
    for release in releases:
        for one in release.named:
            if one.other in ids and one.other != release.id:
                named.setdefault(one.key, {}).setdefault(release.id, []).append(one)
    for key, by_id in sorted(named.items(), reverse=True):
        left = _in_circles({id_: {one.other for one in others} for id_, others in by_id.items()})
        for id_ in sorted(left):
            one = next(one for one in by_id[id_] if one.other in left)
            message = f"'{shown(one.other)}' leads back to this release by its own `{key}` ({one.where})"
            hint = "the later release names the earlier: take the other one away"
            yield codes.CONTRADICTORY_KEYS.at(one.place, message, hint)


def _in_circles(named: Mapping[str, Collection[str]]) -> set[str]:
    """Return the ids from which, and to which, one comes round for ever: those left when all ends are taken away."""
    left = {id_: set(others) for id_, others in named.items()}
    for _ in range(2):
        # First those that name nobody who is left; then, with the arrows turned, those whom nobody names.
        by_target: dict[str, set[str]] = {}
        for id_, others in left.items():
            for other in others:
                by_target.setdefault(other, set()).add(id_)
        ends = [other for other in by_target if other not in left]
        while ends:
            end = ends.pop()
            for id_ in by_target.pop(end, ()):
                left[id_].discard(end)
                if not left[id_]:
                    del left[id_]
                    ends.append(id_)
        left = {other: ids & set(left) for other, ids in by_target.items() if other in left and ids & set(left)}
    return set(left)


def doubles(releases: Iterable[KnownRelease]) -> Iterator[Problem]:
    """Report numbers that two releases have, and ids that are taken for addresses of the archive."""
    numbers: dict[str, Place] = {}
    for release in releases:
        if re.fullmatch("[0-9]{4}", release.id):
            message = f"the address of the release '{release.id}' is that of a year of the archive"
            yield codes.DOUBLED_ADDRESS.at(Place(release.path), message, "give the release another slug")
        if number := release.number:
            other = numbers.setdefault(number.folded, number.place)
            if other is not number.place:
                message = f"the number '{shown(number.printed)}' is that of another release, {_at(other)}"
                yield codes.DOUBLED_NUMBER.at(number.place, message, "correct one of the two")


def _at(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}"


class WrittenReference(NamedTuple):
    """A reference of an edition, and where it is written."""

    release: Release
    reference: Reference
    place: Place


def written_references(releases: Iterable[Release], origins: Origins) -> Iterator[WrittenReference]:
    """List the references of all texts, in the order of releases."""
    for release in releases:
        for language, edition in release.editions.items():
            for number, reference in enumerate(edition.body.references):
                yield WrittenReference(release, reference, origins.place(release.id, language, number))


def draft_targets(releases: Iterable[Release], references: Iterable[WrittenReference]) -> Iterator[Problem]:
    """Report links to drafts, which their readers could not follow; what is under embargo will be public in time."""
    drafts = {release.id for release in releases if release.record.status is Status.DRAFT}
    for release, reference, place in references:
        if release.id not in drafts and reference.release != release.id and reference.release in drafts:
            message = f"'{shown(reference.target, 120)}' is not public yet"
            yield codes.HIDDEN_TARGET.at(place, message, "publish it first, or take the link away")


def missing_places(
    releases: Iterable[Release], references: Iterable[WrittenReference], origins: Origins
) -> Iterator[Problem]:
    """Report links to a place within the text of a release that it does not have."""
    by_id = {release.id: release for release in releases}

    @cache
    def places(id_: str, language: str) -> frozenset[str]:
        return ids_in(by_id[id_].editions[language].body.blocks)

    for _, reference, place in references:
        id_, language, fragment = reference.release, reference.language, reference.fragment
        target = by_id.get(id_) if fragment and language and not reference.file else None
        if target and language in target.editions and not {fragment, unquote(fragment)} & places(id_, language):
            path = printable(origins.path(id_, language))
            yield codes.MISSING_TARGET.at(place, f"'{path}' has no place called #{shown(fragment)}", NO_PLACE)


def unpublished_files(releases: Iterable[Release], references: Iterable[WrittenReference]) -> Iterator[Problem]:
    """Report links to files of another release that it does not name itself, so that they are nowhere."""
    published = {release.id: {file.name for file in release.files} for release in releases}
    for release, reference, place in references:
        other, name = reference.release, reference.file
        if name and other != release.id and name not in published.get(other, {name}):
            code = codes.MISSING_PICTURE if reference.picture else codes.MISSING_TARGET
            message = f"'{shown(reference.target, 120)}' is not published: nothing in its release names it"
            yield code.at(place, message, f"name it under `attachments` in the release '{other}'")
