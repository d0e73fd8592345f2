"""Find what is wrong between releases: ids that do not exist, numbers and addresses used twice, links to drafts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from pressgen.frontmatter import FrontMatter, language_problem, nearest, shown
from pressgen.load.lookup import Lookup
from pressgen.load.names import printable
from pressgen.load.origins import Origins
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Reference, Release, Status
from pressgen.model.groups import GROUPS
from pressgen.problems import Place, Problem, codes
from pressgen.text.anchors import NO_PLACE
from pressgen.text.folding import fold
from pressgen.text.holes import ids_in

_LISTS = (*((group.key, group.singular) for group in GROUPS if group.listed_by_author), ("contacts", "contact"))
_RELATIONS = ("related", "supersedes", "corrects")


def lookups(file: EditionFile, lookup: Lookup, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Report countries, ids of the register and languages that one file names and that do not exist."""
    front, marks = file.front, file.parsed.marks
    for key, what in _LISTS:
        for index, id_ in enumerate(getattr(front, key)):
            yield from lookup.problems(what, id_, marks.value(key, index), _item(file, key, index))
    for index, one in enumerate(front.participants or ()):
        for key in ("country", "organisation", "person"):
            if id_ := getattr(one, key):
                place = marks.value("participants", index, key)
                yield from lookup.problems(key, id_, place, f"participants[{index + 1}].{key}")
    for index, issuer in enumerate(front.issuer or ()):
        if issuer.country:
            place = marks.value("issuer", index, "country")
            yield from lookup.problems("country", issuer.country, place, "issuer.country")
    for index, tag in enumerate(front.authoritative):
        if tag not in languages:
            yield language_problem(
                tag, marks.value("authoritative", index), _item(file, "authoritative", index), languages
            )


def expired(original: EditionFile, lookup: Lookup, day: date) -> Iterator[Problem]:
    """Report contacts that a release of `day` names and that were no longer in force then."""
    for index, id_ in enumerate(original.front.contacts):
        contact = lookup.register.contacts.get(id_)
        if contact and contact.end and contact.end < day:
            place = lookup.marks["contacts"].value(id_, "to")
            message = f"the contact '{id_}' was in force until {contact.end.isoformat()}, {_at(place)}"
            hint = "name the contact of that day, or correct `to` in the register"
            yield codes.EXPIRED_CONTACT.at(original.parsed.marks.value("contacts", index), message, hint)


def _item(file: EditionFile, key: str, index: int) -> str:
    return f"{key}[{index + 1}]" if file.parsed.marks.has(key, index) else key


def relations(file: EditionFile, id_: str, ids: Collection[str]) -> Iterator[Problem]:
    """Report releases that a file names and that do not exist."""
    front: FrontMatter = file.front
    for key in _RELATIONS:
        for index, other in enumerate(getattr(front, key)):
            place = file.parsed.marks.value(key, index)
            where = _item(file, key, index)
            if other == id_:
                hint = "name another release, or take it away"
                yield codes.UNKNOWN_RELEASE.at(place, f"a release cannot name itself ({where})", hint)
            elif other not in ids:
                likely = nearest_id(other, ids)
                hint = f"did you mean '{likely}'?" if likely else "an id is the file's name without language and .md"
                yield codes.UNKNOWN_RELEASE.at(place, f"there is no release '{shown(other)}' ({where})", hint)


def circles(releases: Iterable[ReleaseFiles]) -> Iterator[Problem]:
    """Report releases that replace or correct each other in turn: readers would be sent round and round."""
    originals = {release.id: release.original for release in releases}
    for key in ("supersedes", "corrects"):
        named = {
            id_: {other for other in getattr(file.front, key) if other in originals and other != id_}
            for id_, file in originals.items()
        }
        left = _in_circles({id_: others for id_, others in named.items() if others})
        for id_ in sorted(left):
            file = originals[id_]
            index, other = next(
                (n, one) for n, one in enumerate(getattr(file.front, key)) if one in left and one != id_
            )
            message = f"'{shown(other)}' leads back to this release by its own `{key}` ({_item(file, key, index)})"
            hint = "the later release names the earlier: take the other one away"
            yield codes.CONTRADICTORY_KEYS.at(file.parsed.marks.value(key, index), message, hint)


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


def nearest_id(wanted: str, ids: Collection[str]) -> str:
    """Return the nearest id: of the same day if there are any, for an archive has too many to compare with all."""
    day = wanted[:10]
    likely = [one for one in ids if one.startswith(day)] or [one for one in ids if one[10:] == wanted[10:]]
    if not likely and len(ids) <= 500:  # noqa: PLR2004
        likely = list(ids)
    return nearest(wanted, sorted(likely)[:200])


def doubles(releases: Iterable[ReleaseFiles]) -> Iterator[Problem]:
    """Report numbers that two releases have, and ids that are taken for addresses of the archive."""
    numbers: dict[str, Place] = {}
    for release in releases:
        file = release.original
        if re.fullmatch("[0-9]{4}", release.id):
            message = f"the address of the release '{release.id}' is that of a year of the archive"
            yield codes.DOUBLED_ADDRESS.at(Place(file.path), message, "give the release another slug")
        if file.front.number:
            place = file.parsed.marks.value("number")
            other = numbers.setdefault(fold(file.front.number, digits=True), place)
            if other is not place:
                message = f"the number '{shown(file.front.number)}' is that of another release, {_at(other)}"
                yield codes.DOUBLED_NUMBER.at(place, message, "correct one of the two")


def _at(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}"


class _Written(NamedTuple):
    """A reference of an edition, and where it is written."""

    release: Release
    reference: Reference
    place: Place


def _references(releases: Iterable[Release], origins: Origins) -> Iterator[_Written]:
    for release in releases:
        for language, edition in release.editions.items():
            for number, reference in enumerate(edition.body.references):
                yield _Written(release, reference, origins.place(release.id, language, number))


def draft_targets(releases: Sequence[Release], origins: Origins) -> Iterator[Problem]:
    """Report links to drafts, which their readers could not follow; what is under embargo will be public in time."""
    drafts = {release.id for release in releases if release.record.status is Status.DRAFT}
    for release, reference, place in _references(releases, origins):
        if release.id not in drafts and reference.release != release.id and reference.release in drafts:
            message = f"'{shown(reference.target, 120)}' is not public yet"
            yield codes.HIDDEN_TARGET.at(place, message, "publish it first, or take the link away")


def missing_places(releases: Sequence[Release], origins: Origins) -> Iterator[Problem]:
    """Report links to a place within the text of a release that it does not have."""
    by_id = {release.id: release for release in releases}

    @cache
    def places(id_: str, language: str) -> frozenset[str]:
        return ids_in(by_id[id_].editions[language].body.blocks)

    for _, reference, place in _references(releases, origins):
        id_, language, fragment = reference.release, reference.language, reference.fragment
        target = by_id.get(id_) if fragment and language and not reference.file else None
        if target and language in target.editions and not {fragment, unquote(fragment)} & places(id_, language):
            path = printable(origins.path(id_, language))
            yield codes.MISSING_TARGET.at(place, f"'{path}' has no place called #{shown(fragment)}", NO_PLACE)


def unpublished_files(releases: Sequence[Release], origins: Origins) -> Iterator[Problem]:
    """Report links to files of another release that it does not name itself, so that they are nowhere."""
    published = {release.id: {file.name for file in release.files} for release in releases}
    for release, reference, place in _references(releases, origins):
        other, name = reference.release, reference.file
        if name and other != release.id and name not in published.get(other, {name}):
            code = codes.MISSING_PICTURE if reference.picture else codes.MISSING_TARGET
            message = f"'{shown(reference.target, 120)}' is not published: nothing in its release names it"
            yield code.at(place, message, f"name it under `attachments` in the release '{other}'")
