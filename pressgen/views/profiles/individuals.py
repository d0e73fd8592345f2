"""Write the lines of people on profiles: each person once, with the office that they held when they last took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pressgen.archive import Individual
from pressgen.model import Person, Words
from pressgen.model.groups import PEOPLE, Subject
from pressgen.text.folding import fold
from pressgen.views.facts import Marked, SiteFacts, mark, mark_name, mark_words
from pressgen.views.here import Here

MOST = 100
"""The most people that a page names: those who took part last."""


def entry_of(individual: Individual, facts: SiteFacts) -> Person | None:
    """Return the register's entry of somebody who took part; None for people that it does not have."""
    entry = facts.entry(Subject(PEOPLE, individual.person)) if individual.person else None
    return entry if isinstance(entry, Person) else None


def words_of(individual: Individual, words: Words, tag: str) -> Marked:
    """Choose somebody's name, honorific or role for a page, and mark it where it is in another language.

    What an edition in the page's language prints counts as words of that language, unless its script is another's.
    """
    phrase = words.in_language(tag)
    printed = phrase.language == tag or tag in individual.languages
    return mark_name(phrase.text, tag) if printed else mark(phrase, tag)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as a page shows them. `href` leads to their page where they have one.

    In a list of those who took part in several releases, `day` is the last on which they did, and `times` how often;
    `term` says since or until when they hold the office of that day, as far as the register has it.
    """

    honorific: Marked
    name: Marked
    role: Marked
    href: str = ""
    day: str = ""
    iso: str = ""
    times: int = 0
    term: str = ""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """People under a heading; `count` is how many there are, of whom the page may show the last."""

    heading: Marked
    people: tuple[PersonLine, ...]
    count: int


def person_line(individual: Individual, here: Here) -> PersonLine:
    """Build a person's line on a page; if the release has no honorific, the register's stands there."""
    entry, participant = entry_of(individual, here.facts), individual.participant
    honorific = words_of(individual, participant.honorific, here.tag)
    if entry and here.tag in entry.honorific.root and here.tag not in participant.honorific.root:
        honorific = mark_words(entry.honorific, here.tag)
    role = words_of(individual, participant.role, here.tag)
    return PersonLine(
        honorific=honorific,
        name=person_name(individual, here),
        role=role,
        href=here.to_person(individual.person),
        day=here.words.short_date(individual.met),
        iso=individual.met.isoformat(),
        times=individual.times,
        term=_term(entry, individual.met, role, here) if entry else "",
    )


def _term(entry: Person, day: date, role: Marked, here: Here) -> str:
    """Say since or until when somebody holds the office of a day, if that is the one that is shown."""
    term = entry.term_on(day)
    if term is None or fold(term.role.in_language(role.lang or here.tag).text) != fold(role.text):
        return ""
    key, end = ("office-until", term.end) if term.end else ("office-since", term.start)
    return here.say(key, date=here.words.date(end)) if end else ""


def person_name(individual: Individual, here: Here) -> Marked:
    """Choose a person's name for a page: the register's, or else as the release has it."""
    if entry_of(individual, here.facts):
        return here.name(Subject(PEOPLE, individual.person))
    return words_of(individual, individual.participant.name, here.tag)


def people_view(heading: Marked, people: Iterable[Individual], here: Here) -> PeopleView:
    """Build the lines of people under a heading, the last to take part first, at most as many as a page names."""
    individuals = tuple(people)
    lines = tuple(person_line(individual, here) for individual in individuals[:MOST])
    return PeopleView(heading, lines, len(individuals))
