"""Write the offices of a person: those of the register, and those that releases print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pressgen.archive import Individual
from pressgen.model import Person, Side, Term
from pressgen.views.facts import NOTHING, Marked, mark, mark_words
from pressgen.views.here import Here
from pressgen.views.profiles.individuals import words_of

Roles = Mapping[str, Individual]
"""A person as each release prints them, by the release's id, the newest release first."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a person: for whom, and its days."""

    role: Marked
    side: Marked
    days: str


NO_OFFICE = Office(NOTHING, NOTHING, "")


def offices(person: Person, here: Here) -> tuple[Office, ...]:
    """Return a person's offices as they are read, the last first."""
    return tuple(office_view(term, here) for term in in_order(person.terms))


def other_names(person: Person, tag: str) -> tuple[Marked, ...]:
    """Return a person's names in the languages that the page is not in, each once."""
    heading = person.names.in_language(tag).text
    return tuple({name.text: mark(name, tag) for name in person.names if name.text not in ("", heading)}.values())


def in_order(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return terms in the order of their ends, those without one first, then of their beginnings, the latest first."""
    return tuple(sorted(terms, key=lambda term: (term.end or date.max, term.start or date.min), reverse=True))


def offices_held(person: Person | None, roles: Roles, here: Here) -> Mapping[str, Office]:
    """Return the office in which a person took part in each release: the register's, or else as the release prints it.

    What a release does not say is as in the next one.
    """
    held: dict[str, Office] = {}
    last = NO_OFFICE
    for release, person_then in roles.items():
        term = person.term_on(person_then.met) if person else None
        office = office_view(term, here) if term else _printed(person_then, here)
        last = held[release] = office if office.role else last
    return held


def _printed(individual: Individual, here: Here) -> Office:
    return Office(words_of(individual, individual.participant.role, here.tag), here.side(individual.side), "")


def office_view(term: Term, here: Here) -> Office:
    """Build an office as pages show it."""
    side = Side(organisation=term.organisation) if term.organisation else Side(country=term.country)
    # An office that is over was held for what the country was called to its last day.
    return Office(mark_words(term.role, here.tag), here.side(side, term.end), days_between(term.start, term.end, here))


def days_between(start: date | None, end: date | None, here: Here) -> str:
    """Write the days from `start` to `end`, of which either may be unknown."""
    words = here.words
    if start and end:
        return words.span(start, end)
    if start:
        return here.say("since-date", date=words.date(start))
    return here.say("until-date", date=words.date(end)) if end else ""
