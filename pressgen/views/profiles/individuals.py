"""The people of a relationship: mentions in releases go in, each person with the office last held comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pressgen.archive.encounters import is_announced
from pressgen.model import Participant, Person, Phrase, Release, Side
from pressgen.model.groups import PEOPLE, Subject
from pressgen.text.folding import fold
from pressgen.views.facts import NOTHING, Marked, mark, mark_name, mark_words
from pressgen.views.here import Here

MOST = 100
"""How many people a page names: of more, those who took part last."""


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody who took part in a release, in its words; `person` is their id where the register has them.

    Texts are by the language of the edition, `original` being that of the record. `day` is the release's, `met` that
    of its event, where it tells of one. Gathered, they are as in the last release, `met` is the latest day, and `times`
    counts all of theirs.
    """

    person: str
    original: str
    names: Mapping[str, str]
    honorifics: Mapping[str, str]
    roles: Mapping[str, str]
    side: Side
    day: date
    met: date
    times: int = 1

    @property
    def key(self) -> object:
        """What makes two mentions one person: the register's id, or else the name and whom they stand for."""
        return self.person or (fold(self.names[self.original]), self.side)

    def marked(self, texts: Mapping[str, str], tag: str) -> Marked:
        """Choose a text for readers of a language, and mark it where it is in another."""
        if texts.get(tag):
            return mark_name(texts[tag], tag)
        found = texts.get(self.original, "")
        return mark(Phrase(found, self.original), tag) if found else NOTHING


def individuals(release: Release) -> Iterator[Individual]:
    """Give those who took part in a release by name."""
    event = release.record.event
    # Of an event that is only announced nobody has taken part yet.
    held = event.start if event and event.start and not is_announced(release.record) else release.record.day
    for index, one in enumerate(release.editions[release.original].participants):
        if one.name or one.person:
            yield Individual(
                person=one.person,
                original=release.original,
                names=_texts(release, index, "name"),
                honorifics=_texts(release, index, "honorific"),
                roles=_texts(release, index, "role"),
                side=one.side,
                day=release.record.day,
                met=held,
            )


def _texts(release: Release, index: int, key: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for tag, edition in release.editions.items():
        participants: tuple[Participant, ...] = edition.participants
        if index < len(participants):
            found[tag] = getattr(participants[index], key)
    return found


def gathered(mentions: Iterable[Individual]) -> tuple[Individual, ...]:
    """Give each person once, as of the first of their mentions, which are in order of time, the latest first."""
    found: dict[object, Individual] = {}
    for one in mentions:
        known = found.get(one.key)
        found[one.key] = replace(known, met=max(known.met, one.met), times=known.times + 1) if known else one
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as a page shows them, with the day on which they last took part.

    `href` leads to their page where they have one.
    """

    honorific: Marked
    name: Marked
    role: Marked
    href: str
    day: str
    iso: str
    times: int


@dataclass(frozen=True, slots=True)
class PeopleView:
    """People under a heading; `count` is how many there are, of whom the page may show the last."""

    heading: Marked
    people: tuple[PersonLine, ...]
    count: int


def person_line(one: Individual, here: Here) -> PersonLine:
    """Give a person's line on a page, in the register's words where the release's are in another language."""
    entry = here.facts.register.people.get(one.person)
    honorific, role = one.marked(one.honorifics, here.tag), one.marked(one.roles, here.tag)
    if entry and not one.honorifics.get(here.tag) and here.tag in entry.honorific.root:
        honorific = mark_words(entry.honorific, here.tag)
    if entry and not one.roles.get(here.tag):
        role = _same_office(one, entry, here.tag) or role
    return PersonLine(
        honorific=honorific,
        name=person_name(one, here),
        role=role,
        href=here.to_person(one.person),
        day=here.words.short_date(one.met),
        iso=one.met.isoformat(),
        times=one.times,
    )


def person_name(one: Individual, here: Here) -> Marked:
    """Give a person's name: the register's, or else as the release has it."""
    if one.person in here.facts.register.people:
        return here.name(Subject(PEOPLE, one.person))
    return one.marked(one.names, here.tag)


def _same_office(one: Individual, entry: Person, tag: str) -> Marked | None:
    """Give the office of that day in the register's words, where it is the office that the release prints."""
    term = entry.term_on(one.day)
    if term is None or tag not in term.role.root:
        return None
    printed = one.roles.get(one.original, "")
    same = fold(term.role.root.get(one.original, "")) == fold(printed)
    return mark_words(term.role, tag) if same else None


def people_view(heading: Marked, people: Iterable[Individual], here: Here) -> PeopleView:
    """Give people under a heading, on a page."""
    found = tuple(people)
    return PeopleView(heading, tuple(person_line(one, here) for one in found[:MOST]), len(found))
