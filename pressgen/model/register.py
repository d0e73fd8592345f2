"""The ministry's own lists: people with their offices, countries, organisations, topics, series and contacts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from pydantic import Field

from pressgen import languages
from pressgen.model.facts import Issuer
from pressgen.model.frozen import FrozenMap, FrozenMapping, Value, ValueWithDigest
from pressgen.model.groups import Group
from pressgen.model.words import Phrase, Wording, Words


class RegisterEntry(Protocol):
    """An entry of a list of the register, of whatever group: what it is called, and how else it is written."""

    @property
    def names(self) -> Words:
        """Its names by language."""

    @property
    def variants(self) -> tuple[str, ...]:
        """Other spellings of its names."""

    @property
    def digest(self) -> bytes:
        """The digest of all that the entry says."""


def parent_of(entry: RegisterEntry | None) -> str:
    """Return the id of the wider entry that an entry belongs to, or nothing."""
    parent: str = getattr(entry, "parent", "")
    return parent


class Term(Value):
    """An office of a person, with its first and last day where known."""

    role: Words
    country: str = ""
    organisation: str = ""
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")


class Person(ValueWithDigest):
    """A person of the register; `sort` is what lists order the name in a language by, such as the family name."""

    names: Words
    sort: Words = Words({})
    variants: tuple[Wording, ...] = ()
    honorific: Words = Words({})
    terms: tuple[Term, ...] = ()

    def terms_between(self, first: date, last: date) -> tuple[int, ...]:
        """List the offices held on any day from `first` to `last`, both included, as indexes into `terms`."""
        return tuple(
            index
            for index, term in enumerate(self.terms)
            if (term.start is None or term.start <= last) and (term.end is None or first <= term.end)
        )

    def term_on(self, day: date) -> Term | None:
        """The office held on a day; of several, the one that began last."""
        terms = [self.terms[index] for index in self.terms_between(day, day)]
        return max(terms, key=lambda term: term.start or date.min, default=None)


class FormerNames(Value):
    """Names that a country had until a day, that day included, in the languages in which it has others now."""

    names: Words = Words({})
    official: Words = Words({})
    until: date


class Country(ValueWithDigest):
    """A country or other entity of the register: house policy on its names, and those that it had before."""

    names: Words
    official: Words = Words({})
    variants: tuple[Wording, ...] = ()
    former: tuple[FormerNames, ...] = ()

    def names_on(self, day: date) -> Words:
        """Return the short names that were valid on a day."""
        valid = [one for one in self.former if day <= one.until]
        # What a language does not name otherwise for those days, it names as it did after them.
        found: dict[str, str] = dict(self.names.root)
        for one in sorted(valid, key=lambda one: one.until, reverse=True):
            found |= one.names.root
        return Words.of(found) if valid else self.names


def country_name(code: str, tag: str, countries: Mapping[str, Country], own: Issuer, day: date | None = None) -> Phrase:
    """Name a country for readers of a language.

    The register is asked first (for the names of a `day` where one is given), then CLDR. The issuer's own country,
    where both are silent, is called as the letterhead calls the state. What nobody names is shown by its code.
    """
    if entry := countries.get(code):
        return (entry.names_on(day) if day else entry.names).in_language(tag)
    if languages.has_country_name(code):
        return Phrase(languages.language(tag).country(code), tag)
    return own.state.in_language(tag) if code == own.country and own.state else Phrase(code, "und")


def is_named(code: str, countries: Mapping[str, Country], own: Issuer) -> bool:
    """Return whether `country_name` has a name for a code, so that no page shows the bare code."""
    return code in countries or languages.has_country_name(code) or (code == own.country and bool(own.state))


class Organisation(ValueWithDigest):
    """An organisation of the register."""

    names: Words
    official: Words = Words({})
    variants: tuple[Wording, ...] = ()


class Topic(ValueWithDigest):
    """A subject of the register, with the wider subject it belongs to."""

    names: Words
    variants: tuple[Wording, ...] = ()
    parent: str = ""


class Series(ValueWithDigest):
    """What releases are each one of, such as a chairmanship or a weekly briefing, with its days where known."""

    names: Words
    variants: tuple[Wording, ...] = ()
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")


class Contact(ValueWithDigest):
    """A contact for the press, in force until `end` where that is given."""

    names: Words
    email: Wording = ""
    phone: Wording = ""
    role: Words = Words({})
    end: date | None = Field(default=None, alias="to")

    def is_in_force(self, day: date) -> bool:
        """True if the press may ask the contact about a release of this day."""
        return self.end is None or day <= self.end


class Register(Value):
    """The ministry's own lists, each by id."""

    people: FrozenMapping[str, Person] = FrozenMap()
    countries: FrozenMapping[str, Country] = FrozenMap()
    organisations: FrozenMapping[str, Organisation] = FrozenMap()
    topics: FrozenMapping[str, Topic] = FrozenMap()
    series: FrozenMapping[str, Series] = FrozenMap()
    contacts: FrozenMapping[str, Contact] = FrozenMap()

    def entries(self, group: Group) -> Mapping[str, RegisterEntry]:
        """Return the list that holds the entries of a group; empty for a group that the register has no list of."""
        listed: Mapping[str, RegisterEntry] = getattr(self, group.register) if group.register else {}
        return listed
