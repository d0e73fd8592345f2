"""Collect the subjects that a page names, so that it is declared with their names and with no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from pressgen.model import Participant, Side
from pressgen.model.groups import PEOPLE, Subject, subject_of
from pressgen.views.lists.listing import ListingEntry


def subjects_in(value: object) -> set[Subject]:
    """Return the subjects that a value holds, however deep: as such, as a side of a meeting, or as a participant.

    Entries of lists are left out, which hold the names of theirs.
    """
    if isinstance(value, Subject):
        return {value}
    if isinstance(value, Side):
        return {subject_of(value)} if value != Side() else set()
    if isinstance(value, Participant):
        return _of_participant(value)
    if isinstance(value, tuple | list | set | frozenset):
        return set().union(*map(subjects_in, value))
    if isinstance(value, Mapping):
        return set().union(*map(subjects_in, value.values()))
    return set().union(*(subjects_in(getattr(value, name)) for name in _fields(type(value))))  # type: ignore[arg-type]  # types have hashes


def _of_participant(participant: Participant) -> set[Subject]:
    subjects = subjects_in((Side(country=participant.country), Side(organisation=participant.organisation)))
    return subjects | ({Subject(PEOPLE, participant.person)} if participant.person else set())


@cache
def _fields(type_: type) -> tuple[str, ...]:
    """Return the names of the fields in which a value of a type may hold subjects."""
    if not is_dataclass(type_) or issubclass(type_, ListingEntry):
        return ()
    return tuple(field.name for field in fields(type_))
