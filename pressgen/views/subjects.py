"""Whose page a profile is: a group and an id go in, names and addresses come out."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.addresses import Address, Group
from pressgen.languages import language as language_of
from pressgen.model import Phrase, Side
from pressgen.views.facts import SiteFacts
from pressgen.views.page import PageType


@dataclass(frozen=True, slots=True)
class Subject:
    """A country (by its code), person, organisation, topic or kind that releases are gathered under."""

    group: Group
    id: str

    @property
    def page_type(self) -> PageType:
        """What its pages are to the theme around them."""
        return PageType(self.group.value)

    @property
    def side(self) -> Side:
        """The country or organisation as a side of an encounter; nobody for the other groups."""
        if self.group is Group.COUNTRIES:
            return Side(country=self.id)
        return Side(organisation=self.id) if self.group is Group.ORGANISATIONS else Side()

    def name(self, facts: SiteFacts, tag: str) -> Phrase:
        """Give its name for readers of a language."""
        if self.group is Group.KINDS:
            words = language_of(tag)
            return Phrase(words.say(f"kind-{self.id}"), words.foreign(f"kind-{self.id}") or tag)
        if self.group is Group.PEOPLE:
            return facts.person(self.id, tag)
        if self.group is Group.TOPICS:
            return facts.topic(self.id, tag)
        return facts.side(self.side, tag)

    def address(self, facts: SiteFacts, tag: str) -> Address:
        """Give the address of its page in a language."""
        return facts.addresses.profile(tag, self.group, self.id)


def subject_of(side: Side) -> Subject:
    """Give the country or organisation that stands on a side of an encounter."""
    if side.organisation:
        return Subject(Group.ORGANISATIONS, side.organisation)
    return Subject(Group.COUNTRIES, side.country)


def heading_of(group: Group, tag: str) -> str:
    """Give the heading of the list of a group."""
    return language_of(tag).say(group.value)
