"""A page's language and address, from which its links, words and names follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pressgen.addresses import Address, Addresses, relative
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Phrase, Side
from pressgen.model.groups import PEOPLE, Subject, subject_of
from pressgen.views.facts import Marked, SiteFacts, mark
from pressgen.views.templates import in_own_language


@dataclass(frozen=True, slots=True)
class Here:
    """A page of the site in the language `tag`, at `address`."""

    facts: SiteFacts
    tag: str
    address: Address

    @property
    def words(self) -> Language:
        """The words of the page's language."""
        return language_of(self.tag)

    @property
    def places(self) -> Addresses:
        """Where everything is."""
        return self.facts.addresses

    def say(self, key: str, /, count: int | None = None, **values: str) -> str:
        """Return interface words, marked where they are not in the page's language."""
        return in_own_language(self.words.say(key, count, **values), self.words, key)

    def to(self, target: Address) -> str:
        """Return the link from the page to an address of the site."""
        return relative(self.address, target)

    def mark(self, phrase: Phrase) -> Marked:
        """Mark words with their language where it is not the page's."""
        return mark(phrase, self.tag)

    def name(self, subject: Subject) -> Marked:
        """Return the name of an entry of a group, marked."""
        return self.mark(self.facts.name(subject, self.tag))

    def to_subject(self, subject: Subject) -> str:
        """Return the link to a profile."""
        return self.to(self.places.profile(self.tag, subject))

    def side(self, side: Side, day: date | None = None) -> Marked:
        """Return the name of a country or organisation, marked; that of a `day` where one is given."""
        return self.mark(self.facts.side(side, self.tag, day))

    def to_side(self, side: Side) -> str:
        """Return the link to the profile of a country or organisation."""
        return self.to_subject(subject_of(side))

    def to_person(self, person: str) -> str:
        """Return the link to a person of the register; nothing for anybody else, who has no page."""
        subject = Subject(PEOPLE, person)
        return self.to_subject(subject) if person and self.facts.entry(subject) else ""
