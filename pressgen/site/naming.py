"""Collects the subjects that a page names, so that it is declared with their names and with no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pressgen.model import Participant, Side
from pressgen.model.groups import PEOPLE, Subject, subject_of
from pressgen.views.listing import ListingEntry


def subjects_in(value: object) -> Iterator[Subject]:
    """List the subjects that a value holds, however deep: as such, as a side of a meeting, or as a participant.

    Entries of lists are left out, which hold the names of theirs.
    """
    if isinstance(value, Subject):
        yield value
    elif isinstance(value, Side):
        if value != Side():
            yield subject_of(value)
    elif isinstance(value, Participant):
        yield from _of_participant(value)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from subjects_in(item)
    elif isinstance(value, Mapping):
        yield from subjects_in(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, ListingEntry):
        for field in fields(value):
            yield from subjects_in(getattr(value, field.name))


def _of_participant(participant: Participant) -> Iterator[Subject]:
    yield from subjects_in((Side(country=participant.country), Side(organisation=participant.organisation)))
    if participant.person:
        yield Subject(PEOPLE, participant.person)
