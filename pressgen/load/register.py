"""Read the files of the register, and find what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import islice
from typing import Any

from pydantic import BaseModel, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from pressgen.frontmatter import (
    LONGEST_SLUG,
    MOST_REPORTED,
    SLUG,
    CountryCode,
    Day,
    Marks,
    Word,
    check_values,
    mended_slug,
    path_shown,
    read_register,
    shown,
)
from pressgen.load.lookup import Lookup
from pressgen.model import Contact, Country, FormerNames, Person, Register, RegisterEntry, Term, models_in
from pressgen.model.groups import GROUPS, Group
from pressgen.model.register import Series, parent_of
from pressgen.problems import Problem, codes
from pressgen.text.folding import fold


def _check_days(what: str, start: date | None, end: date | None) -> None:
    """Raise an error of the model where a span of days ends before it begins."""
    if start and end and end < start:
        message = f"{what} ends ({end.isoformat()}) before it begins ({start.isoformat()})"
        hint = "exchange `from` and `to`, or look at the year"
        raise PydanticCustomError(codes.CONTRADICTORY_KEYS.id, "{message}", {"message": message, "hint": hint})


class TermKeys(Term):
    """An office of a person, as a file may write it."""

    country: CountryCode = ""
    organisation: Word = ""
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _days_in_order(self) -> TermKeys:
        _check_days("this office", self.start, self.end)
        return self


class PersonKeys(Person):
    """A person, as a file may write it."""

    terms: tuple[TermKeys, ...] = ()


class FormerNamesKeys(FormerNames):
    """Names that a country had, as a file may write them."""

    until: Day


class CountryKeys(Country):
    """A country, as a file may write it."""

    former: tuple[FormerNamesKeys, ...] = ()

    @model_validator(mode="after")
    def _one_end_for_each(self) -> CountryKeys:
        ends = [one.until for one in self.former]
        if len(set(ends)) < len(ends):
            raise PydanticCustomError(
                codes.CONTRADICTORY_KEYS.id,
                "{message}",
                {"message": "two former names end on the same day", "hint": "give each the last day that it was valid"},
            )
        return self


class ContactKeys(Contact):
    """A contact, as a file may write it."""

    end: Day | None = Field(default=None, alias="to")


class SeriesKeys(Series):
    """A series, as a file may write it."""

    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _days_in_order(self) -> SeriesKeys:
        _check_days("this series", self.start, self.end)
        return self


_CHECKED: Mapping[str, type[BaseModel]] = {
    "people": PersonKeys,
    "countries": CountryKeys,
    "series": SeriesKeys,
    "contacts": ContactKeys,
}
"""What an entry of a list may say in a file, where that is more than its model checks."""


def _model(list_: str, annotation: Any) -> type[RootModel[Any]]:  # noqa: ANN401 - a type as pydantic has it
    entry = _CHECKED.get(list_) or models_in(annotation)[0]
    return RootModel[dict[str, entry]]  # type: ignore[valid-type]  # it is known when the program runs


MODELS = {list_: _model(list_, field.annotation) for list_, field in Register.model_fields.items()}
"""The model of each file of the register, by its list."""


@dataclass(frozen=True, slots=True)
class LoadedRegister:
    """The register, ready to be asked, what is wrong with it, and the digest of its files."""

    lookup: Lookup
    problems: tuple[Problem, ...]
    digest: bytes


def load_register(files: Mapping[str, tuple[str, bytes]]) -> LoadedRegister:
    """Read the register; `files` holds path and bytes of each file by its name, such as `people.yml`."""
    lists: dict[str, Mapping[str, Any]] = {}
    marks: dict[str, Marks] = {}
    problems: list[Problem] = []
    broken: set[str] = set()
    for name, (path, data) in files.items():
        what = name.removesuffix(".yml")
        found = read_register(data, path)
        problems += found.problems
        marks[what] = found.marks
        if found.values is None:
            if found.problems:
                broken.add(what)
            continue
        checked = check_values(MODELS[what], found, {})
        problems += checked.problems
        lists[what] = checked.value.root if checked.value else {}
        problems += islice(_wrong_ids(what, lists[what], found.marks), MOST_REPORTED)
        if checked.problems or not found.whole:
            broken.add(what)
    # What a file may write becomes what everything else reads: the model's values.
    plain = {
        what: {id_: one.model_dump(by_alias=True) for id_, one in listed.items()} for what, listed in lists.items()
    }
    register = Register.model_validate(plain)
    lookup = Lookup(register, frozenset(broken), marks)
    if "people" in marks:
        problems += islice(_offices_checked(lookup, marks["people"]), MOST_REPORTED)
        problems += islice(_overlaps(register.people, marks["people"]), MOST_REPORTED)
        problems += islice(_sorts_checked(register.people, marks["people"]), MOST_REPORTED)
    for group in GROUPS:
        if group.nested and group.register in marks:
            problems += islice(_parents_checked(group, lookup, marks[group.register]), MOST_REPORTED)
    return LoadedRegister(lookup, tuple(problems), register_digest(files))


def register_digest(files: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Return the digest of the register's files, given as to `load_register`."""
    digest = blake2b(digest_size=32)
    for path, data in files.values():
        for part in (path.encode("utf-8", "surrogateescape"), data):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.digest()


def _wrong_ids(what: str, entries: Mapping[str, Any], marks: Marks) -> Iterator[Problem]:
    for key in entries:
        if what == "countries":
            if not (key.isascii() and key.isupper() and key.isalnum() and 2 <= len(key) <= 8):  # noqa: PLR2004
                hint = "use the ISO 3166-1 alpha-2 code, or capital letters of your own for an entity outside ISO 3166"
                yield codes.BAD_SLUG.at(marks.key(key), f"'{shown(key)}' is no code of a country", hint)
        elif not SLUG.fullmatch(key) or len(key) > LONGEST_SLUG:
            proposed = mended_slug(key)
            hint = f"write it as '{proposed}'" if proposed else "use the letters a to z, digits and hyphens"
            yield codes.BAD_SLUG.at(marks.key(key), f"'{shown(key)}' is no id", hint)


def _offices_checked(lookup: Lookup, marks: Marks) -> Iterator[Problem]:
    for id_, person in lookup.register.people.items():
        for index, term in enumerate(person.terms):
            for what, value in (("country", term.country), ("organisation", term.organisation)):
                if value:
                    path = (id_, "terms", index, what)
                    yield from lookup.problems(what, value, marks.value(*path), path_shown(path))


def _sorts_checked(people: Mapping[str, Person], marks: Marks) -> Iterator[Problem]:
    """Report what would order a person's name in a language in which they have none."""
    for id_, person in people.items():
        for tag in person.sort.root.keys() - person.names.root.keys():
            language = "no language" if tag == "und" else f"'{tag}'"
            message = f"`sort` of '{shown(id_)}' is in {language}, and there is no such name"
            hint = f"write it for the languages of `names`: {', '.join(f'`{one}: …`' for one in person.names.root)}"
            yield codes.SORT_WITHOUT_NAME.at(marks.value(id_, "sort"), message, hint)


def _overlaps(people: Mapping[str, Person], marks: Marks) -> Iterator[Problem]:
    """Report offices of one person that cannot have been held on the same days."""
    for id_, person in people.items():
        # Who has more offices than anybody could hold is not compared each with each.
        for index, term in enumerate(person.terms[:MOST_REPORTED]):
            for other_index, other in enumerate(person.terms[:index]):
                if _days_in_common(term, other) < 2:  # noqa: PLR2004  # a handover takes a day
                    continue
                line = f"{marks.path}:{marks.key(id_, 'terms', other_index).line}"
                place = marks.key(id_, "terms", index)
                if term.country and other.country and term.country != other.country:
                    message = (
                        f"this office of {shown(term.country)} overlaps with one of {shown(other.country)}, {line}"
                    )
                    yield codes.OVERLAPPING_TERMS.at(place, message, "correct `from`, `to` or `country`")
                elif (term.country, term.organisation) == (other.country, other.organisation) and _one_office(
                    term, other
                ):
                    message = f"this office overlaps with the same office, {line}"
                    yield codes.OVERLAPPING_TERMS.at(place, message, "correct `from` or `to`")


def _days_in_common(one: Term, other: Term) -> int:
    start = max(one.start or date.min, other.start or date.min)
    return (min(one.end or date.max, other.end or date.max) - start).days + 1


def _one_office(one: Term, other: Term) -> bool:
    """Return whether two terms are of one office: their words say the same in each language that both have."""
    common = one.role.root.keys() & other.role.root.keys()
    return bool(common) and all(fold(one.role.root[tag]) == fold(other.role.root[tag]) for tag in common)


def _parents_checked(group: Group, lookup: Lookup, marks: Marks) -> Iterator[Problem]:
    """Report wider entries that do not exist, or that belong to the entry in turn."""
    entries = lookup.register.entries(group)
    circular = _circular(entries)
    for id_, entry in entries.items():
        if parent := parent_of(entry):
            place = marks.value(id_, "parent")
            yield from lookup.problems(group.singular, parent, place, f"{id_}.parent")
            if id_ in circular:
                message = f"the {group.singular} '{id_}' is its own parent"
                yield codes.CONTRADICTORY_KEYS.at(place, message, "take one `parent` away")


def _circular(entries: Mapping[str, RegisterEntry]) -> frozenset[str]:
    """Find the entries that are their own parents, directly or through others. Each entry is looked at once."""
    seen: set[str] = set()
    found: set[str] = set()
    for id_ in entries:
        way: dict[str, int] = {}
        here = id_
        while here in entries and here not in seen:
            seen.add(here)
            way[here] = len(way)
            here = parent_of(entries[here])
        if here in way:
            found |= {one for one, position in way.items() if position >= way[here]}
    return frozenset(found)
