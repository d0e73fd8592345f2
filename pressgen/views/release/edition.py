"""An edition with the words of its language: what every part of a page about a release needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressgen.addresses import Address
from pressgen.archive import Force
from pressgen.languages import Language
from pressgen.model import Edition, Record, Release, Side
from pressgen.model.groups import Subject, subject_of
from pressgen.views.facts import SiteFacts
from pressgen.views.templates import in_own_language


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition of a release, with the words of its language.

    `up` is the way from the page up to the site's root. `profiles` are those that the site has of what the release
    names. `force` says how it stands with a release that is in force for a time.
    """

    facts: SiteFacts
    release: Release
    edition: Edition
    words: Language
    up: str
    profiles: frozenset[Subject] = frozenset()
    force: Force | None = None

    @property
    def record(self) -> Record:
        """The facts of the release."""
        return self.release.record

    @property
    def tag(self) -> str:
        """The edition's language."""
        return self.edition.language

    def say(self, key: str, **values: str) -> str:
        """Return interface words, marked if they are not in the edition's language."""
        return in_own_language(self.words.say(key, None, **values), self.words, key)

    def moment(self, moment: datetime) -> str:
        """Write a time in the ministry's zone, as the time of the place where the ministry is."""
        seat = self.facts.issuer.place.in_language(self.tag)
        return self.words.moment(moment, seat.text if seat.language in {self.tag, "und"} else "")

    def to(self, target: Address) -> str:
        """Return the link to an address of the site."""
        return self.up + target

    def to_profile(self, subject: Subject) -> str:
        """Return the link to a profile; empty if the site has none."""
        return self.to(self.facts.addresses.profile(self.tag, subject)) if subject in self.profiles else ""

    def to_side(self, side: Side) -> str:
        """Return the link to the profile of a country or organisation; empty if the site has none."""
        return self.to_profile(subject_of(side))

    def to_release(self, tag: str, release: str) -> str:
        """Return the link to a release in a language."""
        return self.to(self.facts.addresses.release(tag, release))
