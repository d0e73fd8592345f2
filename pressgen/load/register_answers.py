"""Answer what a release asks of the register, and remember it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pressgen.load.directory import Directory, NameMatch
from pressgen.load.lookup import Lookup, unknown
from pressgen.load.tracking import Tracked, tracked
from pressgen.model import Person
from pressgen.problems import Place, Problem


class ContactEnd(NamedTuple):
    """The last day on which a contact was in force, and where the register says so."""

    day: date
    place: Place


class RegisterAnswers(Tracked):
    """The register as a release asks it: of people by id or name, of ids that may not exist, of places in its files."""

    def __init__(self, lookup: Lookup) -> None:
        super().__init__()
        self._lookup = lookup

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self._lookup.register.people)

    @tracked
    def person(self, id_: str) -> Person | None:
        """Return a person by their id."""
        return self._lookup.register.people.get(id_)

    def person_called(self, id_: str) -> Person:
        """Return a person whom `find` has found."""
        person = self.person(id_)
        assert person is not None, id_  # noqa: S101  # for the type checker: the directory is of the same register
        return person

    @tracked
    def has_people(self) -> bool:
        """Return whether the register has any people."""
        return bool(self._lookup.register.people)

    @tracked
    def find(self, name: str) -> NameMatch:
        """Find whom a name may mean."""
        return self._directory.find(name)

    @tracked
    def calls(self, id_: str, name: str) -> bool:
        """Return whether a name is a person's, or the register has none in this script to compare it with."""
        return self._directory.calls(id_, name)

    @tracked
    def hint(self, what: str, id_: str) -> str | None:
        """Return how to mend an id that does not exist; nothing for one that does."""
        return self._lookup.hint(what, id_)

    def problems(self, what: str, id_: str, place: Place, where: str) -> Iterator[Problem]:
        """Report a country, organisation, topic, contact or person that does not exist."""
        yield from unknown(what, id_, place, where, self.hint(what, id_))

    @tracked
    def end_of_contact(self, id_: str) -> ContactEnd | None:
        """Return until when a contact was in force; nothing where it has no end, or does not exist."""
        contact = self._lookup.register.contacts.get(id_)
        if contact is None or contact.end is None:
            return None
        return ContactEnd(contact.end, self._lookup.marks["contacts"].value(id_, "to"))

    @tracked
    def place_of_person(self, id_: str) -> Place:
        """Return where a person stands in the register."""
        return self._lookup.marks["people"].key(id_)

    @tracked
    def place_of_role(self, id_: str, term: int) -> Place:
        """Return where the register has the words of an office, by its number among the person's."""
        return self._lookup.marks["people"].value(id_, "terms", term, "role")
