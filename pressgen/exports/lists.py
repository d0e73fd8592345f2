"""Lists as JSON: of the archive, of a year, of a profile, and of all profiles of a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pressgen import addresses
from pressgen.addresses import Address
from pressgen.exports.data import Places, data_file
from pressgen.exports.shapes import ListedShape, ListShape, ProfileShape, ProfilesShape, SubjectShape, YearShape
from pressgen.model import Kind, Status


class Listed(NamedTuple):
    """What a list says of a release, in any language: `titles` are by the languages it is in."""

    release: str
    original: str
    day: date
    kind: Kind
    status: Status
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a list: how many releases it has, and its own page, or nothing where it has none."""

    year: int
    count: int
    page: Address | None


class NamedSubject(NamedTuple):
    """What the releases of a list have in common: a country, say, by its id and its name."""

    group: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ListSource:
    """A list as the page at `page` shows it in a language; `count` is of all releases, listed here or not."""

    title: str
    language: str
    page: Address
    count: int
    years: tuple[Year, ...]
    releases: tuple[Listed, ...]
    subject: NamedSubject | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One of a list of profiles: how many releases it has, the day of the latest, and its page."""

    id: str
    name: str
    count: int
    latest: date
    page: Address


@dataclass(frozen=True, slots=True)
class ProfilesSource:
    """All countries, say, that have releases, as the page at `page` shows them in a language."""

    group: str
    language: str
    page: Address
    profiles: tuple[Profile, ...]


def list_file(source: ListSource, places: Places) -> bytes:
    """Write the `index.json` of a list."""
    shape = ListShape.model_validate({
        "$schema": places.url(places.addresses.schema("release-list")),
        "title": source.title,
        "language": source.language,
        "url": places.url(source.page),
        "subject": SubjectShape(**source.subject._asdict()) if source.subject else None,
        "count": source.count,
        "years": tuple(
            YearShape(year=one.year, count=one.count, data="" if one.page is None else _data(one.page, places))
            for one in source.years
        ),
        "releases": tuple(listed_shape(one, source.language, places) for one in source.releases),
    })  # fmt: skip
    return data_file(shape)


def profiles_file(source: ProfilesSource, places: Places) -> bytes:
    """Write the `index.json` of a list of profiles."""
    shape = ProfilesShape.model_validate({
        "$schema": places.url(places.addresses.schema("profile-list")),
        "group": source.group,
        "language": source.language,
        "url": places.url(source.page),
        "profiles": tuple(
            ProfileShape(
                id=one.id,
                name=one.name,
                count=one.count,
                latest=one.latest,
                url=places.url(one.page),
                data=_data(one.page, places),
            )
            for one in source.profiles
        ),
    })  # fmt: skip
    return data_file(shape)


def listed_shape(one: Listed, language: str, places: Places) -> ListedShape:
    """Return what a list in a language says of a release."""
    shown = language if language in one.titles else one.original
    return ListedShape(
        id=one.release,
        date=one.day,
        kind=one.kind,
        status=one.status.value,
        language=shown,
        title=one.titles[shown],
        languages=tuple(one.titles),
        url=places.url(places.addresses.release(language, one.release)),
        data=places.url(places.addresses.release_data(one.release)),
    )


def _data(page: Address, places: Places) -> str:
    return places.url(places.addresses.beside(page, addresses.DATA))
