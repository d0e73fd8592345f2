"""Lists as JSON: of the archive, of its years, of a profile, and of all profiles of a group.

Each is one file for all languages, with the words of each language inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pressgen.addresses import Address
from pressgen.exports.data import Places, data_file
from pressgen.exports.shapes import (
    ArchiveShape,
    ArchiveYearShape,
    ListedShape,
    ListShape,
    ProfileShape,
    ProfilesShape,
    SubjectShape,
    SubjectYearShape,
    YearListShape,
)
from pressgen.model import Kind, Status


class Listed(NamedTuple):
    """What a list says of a release: `titles` are by the languages it is in, the original first."""

    release: str
    day: date
    number: str
    kind: Kind
    status: Status
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year of the archive: how many releases it has, and the addresses of their list, lines and table."""

    year: int
    count: int
    data: Address
    lines: tuple[Address, ...]
    table: Address


class NamedSubject(NamedTuple):
    """What the releases of a list have in common: a country, say, by its id and its names."""

    group: str
    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListHead:
    """What a list says of itself: its titles and pages by language, and how many entries it has, here or not."""

    titles: Mapping[str, str]
    pages: Mapping[str, Address]
    count: int


@dataclass(frozen=True, slots=True)
class YearSource:
    """All releases of a year of the archive."""

    head: ListHead
    year: int
    releases: tuple[Listed, ...]


class SubjectYear(NamedTuple):
    """A year of a subject: the ids of its releases, and the address of what lists say of the archive's year."""

    year: int
    releases: tuple[str, ...]
    data: Address


@dataclass(frozen=True, slots=True)
class ListSource:
    """The releases of a subject: all by their ids, and those that its own page lists."""

    head: ListHead
    subject: NamedSubject
    years: tuple[SubjectYear, ...]
    releases: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class ArchiveSource:
    """The years of the archive, and its latest releases."""

    head: ListHead
    years: tuple[ArchiveYear, ...]
    latest: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One of a list of profiles: how many releases it has, the day of the latest, its pages and its data."""

    id: str
    names: Mapping[str, str]
    count: int
    latest: date
    pages: Mapping[str, Address]
    data: Address


@dataclass(frozen=True, slots=True)
class ProfilesSource:
    """All countries, say, that have releases, and the pages that list them."""

    group: str
    pages: Mapping[str, Address]
    profiles: tuple[Profile, ...]


def year_file(source: YearSource, places: Places) -> bytes:
    """Write the data of a year's list."""
    releases = tuple(map(_listed, source.releases))
    head = list_head("year-list", source.head, places)
    return data_file(YearListShape.model_validate({**head, "year": source.year, "releases": releases}))


def list_file(source: ListSource, places: Places) -> bytes:
    """Write the data of a subject's list."""
    shape = ListShape.model_validate({
        **list_head("release-list", source.head, places),
        "subject": subject_shape(source.subject),
        "years": tuple(
            SubjectYearShape(year=one.year, releases=one.releases, data=places.url(one.data)) for one in source.years
        ),
        "releases": tuple(map(_listed, source.releases)),
    })  # fmt: skip
    return data_file(shape)


def whole_archive_file(source: ArchiveSource, places: Places) -> bytes:
    """Write what the archive holds in each year and where."""
    years = tuple(
        ArchiveYearShape(
            year=one.year,
            count=one.count,
            data=places.url(one.data),
            lines=tuple(map(places.url, one.lines)),
            table=places.url(one.table),
        )
        for one in source.years
    )
    head = list_head("archive", source.head, places)
    return data_file(
        ArchiveShape.model_validate({**head, "years": years, "releases": tuple(map(_listed, source.latest))})
    )


def profiles_file(source: ProfilesSource, places: Places) -> bytes:
    """Write the data of a list of profiles."""
    shape = ProfilesShape.model_validate({
        "$schema": places.url(places.addresses.schema("profile-list")),
        "group": source.group,
        "urls": _urls(source.pages, places),
        "profiles": tuple(
            ProfileShape(
                id=one.id,
                names=dict(one.names),
                count=one.count,
                latest=one.latest,
                urls=_urls(one.pages, places),
                data=places.url(one.data),
            )
            for one in source.profiles
        ),
    })  # fmt: skip
    return data_file(shape)


def list_head(schema: str, head: ListHead, places: Places) -> Mapping[str, object]:
    """Return the keys that every list begins with."""
    own = places.addresses
    return {
        "$schema": places.url(own.schema(schema)),
        "titles": dict(head.titles),
        "urls": _urls(head.pages, places),
        "release_page": places.url(own.release("{language}", "{id}")),
        "release_data": places.url(own.release_data("{id}")),
        "count": head.count,
    }


def subject_shape(subject: NamedSubject) -> SubjectShape:
    """Return what data says of a subject."""
    return SubjectShape(group=subject.group, id=subject.id, names=dict(subject.names))


def _listed(one: Listed) -> ListedShape:
    return ListedShape(
        id=one.release,
        date=one.day,
        number=one.number,
        kind=one.kind,
        status=one.status.value,
        titles=dict(one.titles),
    )


def _urls(pages: Mapping[str, Address], places: Places) -> Mapping[str, str]:
    return {tag: places.url(page) for tag, page in pages.items()}
