"""The people of a relationship, each once, with the office that they last took part in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pressgen.archive.encounters import is_announced
from pressgen.model import Participant, Person, Phrase, Release, Side, Words
from pressgen.model.groups import PEOPLE, Subject
from pressgen.text.folding import fold
from pressgen.views.facts import Marked, SiteFacts, mark, mark_name, mark_words
from pressgen.views.here import Here

MOST = 100
"""How many people a page names: of more, those who took part last."""


@dataclass(frozen=True, slots=True)
class Individual:
    """A person who took part in releases, as in the last of them.

    `languages` are those of that release's editions. `met` is the day of the latest event that they took part in, or of
    a release that tells of none; `times` counts the releases.
    """

    participant: Participant
    languages: tuple[str, ...]
    met: date
    times: int = 1

    @property
    def person(self) -> str:
        """The id in the register, or an empty text."""
        return self.participant.person

    def entry(self, facts: SiteFacts) -> Person | None:
        """Return what the register says of the person, or nothing of one that it does not have."""
        entry = facts.entry(Subject(PEOPLE, self.person)) if self.person else None
        return entry if isinstance(entry, Person) else None

    @property
    def side(self) -> Side:
        """Whom they stood for."""
        return self.participant.side

    @property
    def key(self) -> object:
        """What makes two participants one person: the register's id, or else the name and whom they stand for."""
        return self.person or (fold(next(iter(self.participant.name), Phrase("", "")).text), self.side)

    def marked(self, words: Words, tag: str) -> Marked:
        """Choose the participant's name, honorific or role for a page, and mark it where it is in another language.

        What an edition in the page's language prints counts as words of that language, unless its script is another's.
        """
        phrase = words.in_language(tag)
        printed = phrase.language == tag or tag in self.languages
        return mark_name(phrase.text, tag) if printed else mark(phrase, tag)


def individuals(release: Release) -> Iterator[Individual]:
    """List those who took part in a release and have a name."""
    event = release.record.event
    # Of an event that is only announced nobody has taken part yet.
    met = event.start if event and event.start and not is_announced(release.record) else release.record.day
    languages = tuple(release.editions)
    return (Individual(one, languages, met) for one in release.record.participants if one.name or one.person)


def gathered(mentions: Iterable[Individual]) -> tuple[Individual, ...]:
    """List each person once, as of the first of their mentions; mentions are in order of time, the latest first."""
    people: dict[object, Individual] = {}
    for one in mentions:
        known = people.get(one.key)
        people[one.key] = replace(known, met=max(known.met, one.met), times=known.times + 1) if known else one
    return tuple(people.values())


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
    """Build a person's line on a page; the register's honorific serves where the release has none."""
    entry, participant = one.entry(here.facts), one.participant
    honorific = one.marked(participant.honorific, here.tag)
    if entry and here.tag in entry.honorific.root and here.tag not in participant.honorific.root:
        honorific = mark_words(entry.honorific, here.tag)
    return PersonLine(
        honorific=honorific,
        name=person_name(one, here),
        role=one.marked(participant.role, here.tag),
        href=here.to_person(one.person),
        day=here.words.short_date(one.met),
        iso=one.met.isoformat(),
        times=one.times,
    )


def person_name(one: Individual, here: Here) -> Marked:
    """Choose a person's name for a page: the register's, or else as the release has it."""
    if one.entry(here.facts):
        return here.name(Subject(PEOPLE, one.person))
    return one.marked(one.participant.name, here.tag)


def people_view(heading: Marked, people: Iterable[Individual], here: Here) -> PeopleView:
    """Give people under a heading, on a page."""
    found = tuple(people)
    return PeopleView(heading, tuple(person_line(one, here) for one in found[:MOST]), len(found))
